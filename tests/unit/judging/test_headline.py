"""The words of alerts."""

from datetime import timedelta
from decimal import Decimal
from typing import Any, get_args

import pytest

from figurewatch.agents import languages
from figurewatch.agents.judging.headline import headline, headlines, what_would_change_it, when, who
from figurewatch.agents.judging.severity import CEILING, WATCHED
from figurewatch.schemas.alert import Against, Relation, Verdict
from figurewatch.schemas.claim import AsOf, Claim, Originator

from .making import NOON, at_least, claim, exactly, figure, judge_all, record

SPOKEN = [code for code in languages.codes() if languages.table(code, "headlines")]
MARCH: dict[str, Any] = {"measure": "person.marchers", "place": "country:FR"}
UNION = claim(exactly(1_500_000), article="a", who="Union", **MARCH)
MINISTRY = claim(exactly(806_000), article="b", who="Ministry", **MARCH)


def _verdict(relation: Relation, one: Claim = UNION, two: Claim = MINISTRY) -> Verdict:
    return Verdict(claim=one, relation=relation, against=(Against(claim=two),) if relation != "new" else ())


@pytest.mark.parametrize("lang", SPOKEN)
@pytest.mark.parametrize("relation", sorted({*CEILING, *WATCHED}))
def test_every_language_has_a_sentence_for_every_alert_and_for_what_would_change_it(lang: str, relation: Any) -> None:
    assert relation in get_args(Relation)
    verdict = _verdict(relation, claim(exactly(1_500_000), article="a", who="Union", lang=lang, **MARCH))
    sentence = headline(verdict, lang)
    assert "Union" in sentence
    assert relation in languages.table(lang, "headlines")["relations"]
    assert ("Ministry" in sentence) is (relation not in ("new", "revised"))
    assert relation in languages.table(lang, "headlines")["changes"]
    assert what_would_change_it(verdict)


def test_a_clash_is_one_plain_sentence_in_both_languages() -> None:
    verdict = _verdict("contradicted", claim(exactly(1_500_000), article="a", who="CGT", lang="fr", **MARCH))
    assert {lang: text.replace("\u202f", " ") for lang, text in headlines(verdict).items()} == {
        "fr": "Selon CGT, 1 500 000 manifestants (France) le 12 septembre 2023 ; selon Ministry, 806 000",
        "en": "According to CGT, 1,500,000 marchers in France on September 12, 2023; according to Ministry, 806,000",
    }


def test_the_other_day_is_told_where_it_is_another() -> None:
    later = claim(exactly(900_000), article="b", who="Ministry", hours=24, **MARCH)
    assert headline(_verdict("tension", UNION, later), "en").endswith("900,000 on September 13, 2023")


def test_one_source_with_two_figures_is_named_once() -> None:
    twice = claim(exactly(900_000), article="b", who="Union", **MARCH)
    assert headline(_verdict("tension", UNION, twice), "en").count("Union") == 1


def test_what_would_change_it_names_the_sources() -> None:
    assert what_would_change_it(_verdict("contradicted")) == (
        "A correction by Union or Ministry, or a sign that the two count different things."
    )


def test_a_language_without_templates_falls_back_on_english() -> None:
    foreign = claim(exactly(5), article="a", who="Police", lang="xx")
    assert list(headlines(_verdict("new", foreign))) == ["en"]
    assert what_would_change_it(_verdict("new", foreign)) == "An earlier figure for the same thing, from anybody."


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (figure(43.8e6, 43.8e6, kind="money", unit="USD"), "43.8 million USD (damage)"),
        (exactly(120, kind="measure", unit="mile per hour"), "120 miles per hour (damage)"),
        (exactly(51.15, kind="percent", unit="percent"), "51.15 % (damage)"),
        (exactly(0.25, kind="ratio"), "25 % (damage)"),
        (at_least(3000), "at least 3,000 damage"),
        (exactly(18, of=Decimal(40)), "18 of 40 damage"),
        (exactly(6000, times=Decimal(2)), "2 × 6,000 damage"),
    ],
)
def test_figures_are_written_as_people_read_them(said: Any, words: str) -> None:
    verdict = _verdict("new", claim(said, article="a", who="Police", measure="money.damage", place=None))
    assert headline(verdict, "en") == f"According to Police, {words} on September 12, 2023"


def test_a_month_and_a_group_are_told() -> None:
    moment = NOON.replace(day=1, hour=0)
    month = AsOf(start=moment, end=moment.replace(month=10), accuracy="month")
    troops = claim(exactly(3000), article="a", who="Agency", measure="person.troops", group="country:KP", as_of=month)
    assert "3,000 troops (North Korea) in September 2023" in headline(_verdict("new", troops), "en").replace("  ", " ")


def test_a_quarter_is_told_by_its_months() -> None:
    moment = NOON.replace(month=7, day=1, hour=0)
    quarter = AsOf(start=moment, end=moment.replace(month=10), accuracy="quarter")
    sales = claim(exactly(3000), article="a", who="Agency", measure="person.troops", as_of=quarter)
    assert "July\u2009–\u2009September 2023" in headline(_verdict("new", sales), "en")


def test_a_week_is_told_by_its_days() -> None:
    moment = NOON.replace(day=5, hour=0)
    week = AsOf(start=moment, end=moment.replace(day=12), accuracy="week")
    dead = claim(exactly(3000), article="a", who="Agency", as_of=week)
    assert "Sep 5\u2009–\u200911, 2023" in headline(_verdict("new", dead), "en")


@pytest.mark.parametrize(
    ("lang", "name", "quote", "start"),
    [
        ("fr", "pompiers", "38 morts, ont annoncé les pompiers mercredi.", "Selon les pompiers, "),
        ("fr", "intersyndicale", "L’intersyndicale compte 38 morts.", "Selon l'intersyndicale, "),
        ("fr", "ministère", "38 morts, d'après un communiqué du ministère.", "Selon le ministère, "),
        ("fr", "CGT", "Selon CGT, 38 morts.", "Selon CGT, "),
        ("en", "coast guard", "38 people died, the coast guard said.", "According to the coast guard, "),
        ("en", "Red Cross", "38 people died.", "According to Red Cross, "),
        ("es", "Gobierno", "38 muertos, según fuentes del Gobierno.", "Según el Gobierno, "),
    ],
)
def test_a_source_keeps_the_article_that_its_sentence_gives_it(lang: str, name: str, quote: str, start: str) -> None:
    """In its own language; another has other articles."""
    said = claim(exactly(38), article="a", who=name, lang=lang, quote=quote)
    assert headline(_verdict("new", said), lang).startswith(start)
    other = "en" if lang != "en" else "fr"
    assert f" {name}, " in headline(_verdict("new", said), other)


def test_an_article_runs_together_with_what_stands_before_it() -> None:
    """French "de le" is "du"."""
    said = claim(exactly(38), article="a", who="ministère", lang="fr", quote="38 morts selon le ministère")
    assert (what_would_change_it(_verdict("contradicted", said)) or "").startswith("Une correction du ministère ou de ")


def test_a_country_that_is_counted_in_itself_is_named_once() -> None:
    said = claim(exactly(900), article="a", who="Police", group="country:FR", place="country:FR")
    assert headline(_verdict("new", said), "en").count("France") == 1


@pytest.mark.parametrize("lang", SPOKEN)
def test_a_count_of_before_names_no_day(lang: str) -> None:
    former = AsOf(start=NOON - timedelta(days=1), end=NOON, accuracy="before")
    told = when(claim(exactly(450), article="a", as_of=former, **MARCH), lang)
    assert told == languages.table(lang, "headlines")["words"]["before"]
    assert told.startswith(" ")
    assert not any(sign.isdigit() for sign in told)


def test_the_first_of_a_month_is_said_as_people_say_it() -> None:
    first = NOON.replace(day=1, hour=0)
    day = AsOf(start=first, end=first.replace(day=2), accuracy="day")
    said = claim(exactly(900), article="a", who="Police", lang="fr", as_of=day)
    assert headline(_verdict("new", said), "fr").endswith("le 1er septembre 2023")


@pytest.mark.parametrize("first", ["denial", "count"])
def test_the_denial_denies_whichever_came_first(first: str) -> None:
    denial = claim(exactly(12), article="a", who="Minister", status="denied")
    count = claim(exactly(12), article="b", who="Front")
    one, two = (denial, count) if first == "denial" else (count, denial)
    sentence = headline(_verdict("denied", one, two), "en")
    assert sentence.index("Minister") < sentence.index("Front")


@pytest.mark.parametrize("first", ["denial", "count"])
def test_who_denies_a_figure_gives_another_instead(first: str) -> None:
    denial = claim(exactly(200), article="a", who="Ministry", status="denied")
    count = claim(exactly(31), article="a", who="Ministry")
    one, two = (denial, count) if first == "denial" else (count, denial)
    assert headline(_verdict("denied", one, two), "en").startswith("According to Ministry, 31 deaths")
    assert headline(_verdict("denied", one, two), "en").endswith("not 200")


@pytest.mark.parametrize(("status", "alerts"), [("reported", 1), ("denied", 0)])
def test_what_is_denied_is_no_news_by_itself(status: Any, alerts: int) -> None:
    said = claim(exactly(5000), article="a", who="Ministry", status=status)
    assert len(judge_all(record(said))[0].alerts) == alerts


def test_a_figure_of_the_whole_world_says_so() -> None:
    assert "worldwide" in headline(_verdict("new", claim(exactly(12), article="a", place="country:001")), "en")


@pytest.mark.parametrize("name", ["", " "])
def test_an_originator_without_a_name_is_told_as_the_outlet(name: str) -> None:
    nameless = claim(exactly(80), article="b", source="The Herald", originator=Originator(name=name, ref="name:"))
    judged = judge_all(record(claim(exactly(150), article="a", who="Police")), record(nameless))
    assert ["The Herald" in alert.headline["en"] for alert in judged[-1].alerts] == [True]


def test_two_originators_without_a_name_are_two() -> None:
    first, second = (
        claim(exactly(value), article=article, source=article, originator=Originator(name="", ref=f"org:{article}"))
        for value, article in ((150, "Herald"), (80, "Tribune"))
    )
    (verdict,) = judge_all(record(first), record(second))[-1].verdicts
    assert verdict.relation == "contradicted"
    assert verdict.against[0].gates[-1].because == "Tribune / Herald"


@pytest.mark.parametrize(
    ("lang", "name", "quote", "written"),
    [
        ("en", "Organisers", "Organisers counted 9 people", "organisers"),
        ("en", "Greenpeace", "Greenpeace counted 9 people", "Greenpeace"),
        ("en", "Police", "In Lyon, Police counted 9 people", "Police"),  # no sentence gives it that capital
        ("de", "Veranstalter", "Veranstalter zählten 9 Menschen", "Veranstalter"),
    ],
)
def test_a_common_noun_that_opens_its_sentence_is_written_small(lang: str, name: str, quote: str, written: str) -> None:
    assert who(claim(exactly(9), article="a", who=name, lang=lang, quote=quote), lang) == written
