"""What may have grown between two publications, what one day has added, what a sentence corrects or rejects."""

from datetime import timedelta
from typing import Any

import pytest

from figurewatch.schemas.claim import AsOf, Claim, Entity, Figure

from .making import NOON, at_least, claim, exactly, figure, judge_all, last, record, relations

MARCH: dict[str, Any] = {
    "measure": "person.marchers",
    "family": "person.crowd",
    "stock_or_flow": "flow",
    "cumulative": False,
}
STOCK: dict[str, Any] = {"measure": "person.missing", "cumulative": False}
WEEK = 7 * 24


def _said(value: float, quote: str, *, lang: str = "en", **fields: Any) -> Claim:
    """A claim of the figure that stands in the quote in digits."""
    start = quote.index(f"{value:g}")
    place: dict[str, Any] = {"start": start, "end": start + len(f"{value:g}"), "quote": quote, "quote_end": len(quote)}
    return claim(exactly(value), lang=lang, **place, **fields)


def _named(town: str) -> dict[str, Any]:
    return {"place": "geonames:88319", "entities": (Entity(text=town, kind="place", ref="geonames:88319"),)}


@pytest.mark.parametrize(
    ("first", "hours", "relation"),
    [
        (at_least(31), 20, "updated"),
        (at_least(31), 1, "refined"),  # of one time: the floor said more exactly
        (figure(200, None, qualifier="hundreds"), 20, "refined"),
    ],
)
def test_a_floor_is_overtaken_by_its_source_s_next_count(first: Figure, hours: float, relation: str) -> None:
    said = 458 if first.qualifier == "hundreds" else 58
    two = claim(exactly(said), article="b", who="Officials", hours=hours)
    assert relation in last(claim(first, article="a", who="Officials"), two)


def test_fewer_dead_of_months_before_in_one_article_are_of_another_event() -> None:
    april = AsOf(start=NOON - timedelta(days=50), end=NOON - timedelta(days=20), accuracy="month")
    earlier = claim(exactly(8), article="a", as_of=april)
    told = relations(judge_all(record(earlier, claim(exactly(6), article="a", start=90)))[0])
    assert told == {"new", "not_comparable"}


@pytest.mark.parametrize(("days", "relation"), [(0, "contradicted"), (-3, "not_comparable"), (3, "contradicted")])
def test_two_who_count_the_dead_from_one_day_to_another_clash(days: int, relation: str) -> None:
    """Those who are counted since an earlier day are others, too; more in a part of the time are no part."""
    start, end = NOON - timedelta(days=70), NOON - timedelta(days=2)
    one, two = (AsOf(start=start + timedelta(days=late), end=end, accuracy="week") for late in (0, days))
    first = claim(exactly(21), article="a", who="Police", as_of=one)
    told = relations(judge_all(record(first, claim(exactly(29), article="a", who="Doctors", start=90, as_of=two)))[0])
    assert relation in told


@pytest.mark.parametrize(("days", "place", "joined"), [(60, "country:DE", False), (60, "geonames:88319", True)])
def test_more_dead_than_weeks_before_elsewhere_are_of_another_event(days: int, place: str, joined: bool) -> None:
    july = AsOf(start=NOON - timedelta(days=days), end=NOON - timedelta(days=days - 1), accuracy="month")
    earlier = claim(exactly(21), article="a", as_of=july, place=place)
    told = relations(judge_all(record(earlier, claim(exactly(339), article="a", start=90)))[0])
    assert ("updated" in told) is joined


@pytest.mark.parametrize(
    ("low", "high", "relation"),
    [(4.5e9, 5.5e9, "revised"), (4.3e9, 4.9e9, "refined"), (4e9, 5e9, "repeated"), (3e9, 6e9, "repeated")],
)
def test_who_moves_both_ends_of_his_range_revises_it(low: float, high: float, relation: str) -> None:
    damage: dict[str, Any] = {"measure": "money.damage", "cumulative": False, "who": "Insurers"}
    first = claim(figure(4e9, 5e9, kind="money", unit="EUR", qualifier="between"), article="a", **damage)
    second = figure(low, high, kind="money", unit="EUR", qualifier="between")
    assert relation in last(first, claim(second, article="b", hours=100, **damage))


def test_a_corrected_toll_is_contradicted_by_who_gives_half_as_many_more_on_that_day() -> None:
    corrected = claim(exactly(275), article="a", who="Ministry", correction=True)
    assert "contradicted" in last(corrected, claim(exactly(500), article="b", who="Opposition", hours=4))
    assert "updated" in last(corrected, claim(exactly(278), article="b", who="Railway", hours=4))
    assert "updated" in last(corrected, claim(exactly(276), article="b", who="Railway", hours=0.5))


@pytest.mark.parametrize(
    ("older", "value", "correction", "relation"),
    [
        (exactly(115), 97, False, "revised"),
        (exactly(115), 12, False, "stale"),  # of something else, or of some of them
        (exactly(115), 12, True, "revised"),
        (figure(200, None, qualifier="hundreds"), 150, False, "stale"),  # a word, no count
    ],
)
def test_who_gives_less_than_half_of_his_own_toll_says_so_if_he_corrects_it(
    older: Figure, value: float, correction: bool, relation: str
) -> None:
    first = claim(older, article="a", who="Mayor")
    fields: dict[str, Any] = {"article": "b", "who": "Mayor", "hours": 30, "correction": correction}
    assert last(first, claim(exactly(value), **fields)) == {relation}


@pytest.mark.parametrize(
    ("value", "hours", "who", "relation"),
    [
        (75000, 5, "Ministry", "tension"),  # another speaker: more have come, or he counts otherwise
        (75000, 5, None, "updated"),
        (75000, 1, "Ministry", "contradicted"),
        (150000, 5, "Union", "contradicted"),  # no crowd grows so from noon to evening
        (20000, 5, "Ministry", "contradicted"),
        (75000, 13, "Ministry", "contradicted"),  # of a day that was over when the first was told
    ],
)
def test_a_crowd_grows_while_its_day_goes_on(value: float, hours: float, who: str | None, relation: str) -> None:
    day = AsOf(start=NOON.replace(hour=0), end=NOON.replace(hour=0) + timedelta(days=1), accuracy="day")
    over = hours > 12
    first = claim(exactly(36000), article="a", who="Premier", hours=24 if over else 0, **MARCH | {"as_of": day})
    second = claim(exactly(value), article="b", who=who, hours=hours + 24 * over, **MARCH | {"as_of": day})
    assert relation in last(first, second)


@pytest.mark.parametrize(
    ("floor", "hours", "fields", "relation"),
    [
        (at_least(8500), 5 * 24, STOCK, "updated"),
        (at_least(9500), 5 * 24, STOCK, "refined"),
        (at_least(8500), 1, STOCK, "corroborated"),
        (at_least(8500), 5 * 24, {}, "corroborated"),  # a toll does not fall
    ],
)
def test_a_lower_floor_of_a_later_day_says_that_what_may_fall_has_fallen(
    floor: Figure, hours: float, fields: dict[str, Any], relation: str
) -> None:
    first = claim(at_least(9000), article="a", who="Mayor", **fields)
    assert relation in last(first, claim(floor, article="b", who="Police", hours=hours, **fields))


@pytest.mark.parametrize(("hours", "relation"), [(30, "updated"), (4, "contradicted")])
def test_what_may_fall_and_rise_has_changed_by_the_next_day(hours: float, relation: str) -> None:
    stock: dict[str, Any] = {"measure": "person.rescuers", "family": "person.force", "cumulative": False}
    first = claim(exactly(24400), article="a", who="Vice-President", **stock)
    assert relation in last(first, claim(exactly(60217), article="b", who="Ministry", hours=hours, **stock))


@pytest.mark.parametrize(("feared", "relation"), [(2000, "tension"), (100, "not_comparable")])
def test_a_fear_clashes_with_fewer_and_not_with_more(feared: float, relation: str) -> None:
    first = claim(at_least(feared), article="a", who="Mayor", status="feared")
    assert relation in last(first, claim(exactly(150), article="b", who="Police", hours=1))


@pytest.mark.parametrize(
    ("lang", "quote", "day"),
    [
        ("en", "Another report: 436 people died in the last 24 hours.", True),
        ("en", "In the past 24 hours, 436 people have died.", True),
        ("en", "So 436 died in just the past week.", True),
        ("en", "In just the last week, as I said, 436 were killed.", True),
        ("en", "5,087 have died, 436 in the past day.", True),
        ("en", "They found 436 dead, and 12 more in the past day.", False),
        ("fr", "On compte 436 morts ces dernières 24 heures.", True),
        ("fr", "Le bilan est de 436 morts.", False),
        ("es", "Murieron 436 personas en las últimas 24 horas.", True),
        ("es", "Ya son 436 los muertos.", False),
        ("de", "In den vergangenen 24 Stunden starben 436 Menschen.", True),
        ("de", "Die Zahl der Toten stieg auf 436.", False),
    ],
)
def test_what_one_day_has_added_is_no_total(lang: str, quote: str, day: bool) -> None:
    total = claim(exactly(3785), article="a", who="Ministry", hours=-2)
    found = last(total, _said(436, quote, lang=lang, article="b", who="Ministry"))
    assert found == ({"not_comparable", "new"} if day else {"stale"})


@pytest.mark.parametrize(
    ("lang", "title", "again"),
    [
        ("en", "Second blast kills 12", True),
        ("en", "New toll of the blast: 12", False),
        ("en", "New fire engines after the blast: 12", False),
        ("en", "New York fire kills 12", False),
        ("fr", "Nouveau séisme : 12 morts", True),
        ("fr", "Séisme : nouveau bilan de 12 morts", False),
        ("es", "Otro terremoto deja 12 muertos", True),
        ("es", "El terremoto deja 12 muertos", False),
        ("de", "Neues Beben: 12 Tote", True),
        ("de", "Beben: 12 Tote", False),
        ("en", "Another bus crashed, 12 killed", True),
        ("en", "A second powerful earthquake kills 12", True),
        ("fr", "Une autre voiture explosé : 12 morts", True),
        ("es", "Otro autobús volcó: 12 muertos", True),
        ("de", "Weiterer Bus entgleist: 12 Tote", True),
    ],
)
def test_what_has_happened_again_has_fewer_dead_and_corrects_nothing(lang: str, title: str, again: bool) -> None:
    first = claim(exactly(20), article="a", who="Ministry")
    second = claim(exactly(12), article="b", who="Ministry", hours=20, lang=lang, title=title)
    assert last(first, second) == ({"not_comparable", "new"} if again else {"revised"})


@pytest.mark.parametrize(
    ("lang", "quote", "joined"),
    [
        ("en", "Another bus crashed on Wednesday, killing 40 people", False),
        ("en", "Another blast raised the number of dead to 40", True),
        ("en", "A second blast: the toll is now 40", True),
        ("en", "A second flood victim died: 40 dead", True),
        ("en", "A second flood killed 40 people", False),
        ("en", "The blast killed 40 people", True),
        ("fr", "Un autre autobus déraillé a tué 40 personnes", False),
        ("fr", "Après une autre explosion, le bilan est de 40 morts", True),
        ("es", "Otro autobús volcó: murieron 40 personas", False),
        ("de", "Ein weiterer Zug entgleist, 40 Tote", False),
    ],
)
def test_more_dead_of_what_has_happened_again_are_its_own(lang: str, quote: str, joined: bool) -> None:
    first = claim(exactly(20), article="a", who="Ministry")
    found = last(first, _said(40, quote, lang=lang, article="b", who="Ministry", hours=20))
    assert ("updated" in found) is joined


def test_a_part_of_what_one_day_has_added_is_of_that_day() -> None:
    total = claim(exactly(1524), article="a", who="Ministry", hours=-2)
    quote = "266 were killed in the past 24 hours, among them 817 children."
    part = _said(817, quote, article="b", who="Ministry", part_of="c-266")
    assert last(total, part) == {"not_comparable", "new"}


@pytest.mark.parametrize(
    ("lang", "quote"),
    [
        ("en", "3000 people have been killed since October 7."),
        ("fr", "3000 personnes ont été tuées depuis le 7 octobre."),
        ("es", "3000 personas han muerto desde el 7 de octubre."),
        ("de", "3000 Menschen wurden seit dem 7. Oktober getötet."),
    ],
)
def test_fewer_told_later_of_no_time_may_be_a_part_of_what_is_counted_since_a_day(lang: str, quote: str) -> None:
    total = _said(3000, quote, lang=lang, article="a", who="Ministry")
    assert last(total, claim(exactly(471), article="b", who="Mayor", hours=4)) == {"not_comparable", "new"}
    assert last(total, claim(exactly(3478), article="b", who="Mayor", hours=4)) == {"updated"}
    again = _said(2000, quote.replace("3000", "2000"), lang=lang, article="b", who="Mayor", hours=4)
    assert last(total, again) == {"contradicted"}


@pytest.mark.parametrize(
    ("lang", "quote", "part"),
    [
        ("en", "8000 marched, including 5000 on the avenue, police said.", True),
        ("en", "8000 marched, including 5000 in Benghazi, police said.", False),
        ("fr", "8000 manifestants, dont 5000 sur l'avenue, selon la police.", True),
        ("fr", "8000 manifestants, dont 5000 à Benghazi, selon la police.", False),
        ("es", "8000 manifestantes, de los cuales 5000 en la avenida, según la policía.", True),
        ("de", "8000 Demonstranten, darunter 5000 auf der Allee, so die Polizei.", True),
    ],
)
def test_a_part_in_no_place_of_its_own_clashes_with_no_whole(lang: str, quote: str, part: bool) -> None:
    first = _said(5000, quote, lang=lang, article="a", who="Police", **MARCH | _named("Benghazi"))
    found = last(first, claim(exactly(12000), article="b", who="Union", **MARCH | _named("Benghazi")))
    assert found == ({"not_comparable", "new"} if part else {"contradicted"})


@pytest.mark.parametrize(
    ("lang", "quote"),
    [
        ("en", "The toll is 275 and not 288."),
        ("en", "The toll is 275, not 288 as was said."),
        ("fr", "Il y a 275 morts, et non 288."),
        ("fr", "Il y a 275 morts, pas 288."),
        ("es", "Son 275 los muertos y no 288."),
        ("de", "Es gibt 275 Tote, nicht 288."),
    ],
)
def test_who_rejects_a_figure_in_words_revises_his_own_and_contradicts_others(lang: str, quote: str) -> None:
    first = claim(exactly(288), article="a", who="Secretary")
    assert last(first, _said(275, quote, lang=lang, article="b", who="Secretary", hours=20)) == {"revised"}
    assert last(first, _said(275, quote, lang=lang, article="b", who="Railway", hours=20)) == {"contradicted"}
    assert last(first, _said(275, "The toll is 275.", article="b", who="Railway", hours=20)) == {"stale"}
    unnamed = claim(exactly(288), article="a")
    assert last(unnamed, _said(275, quote, lang=lang, article="b", who="Railway", hours=20)) == {"tension"}


@pytest.mark.parametrize("earlier", ["166,000", "166.000", "166 000", "166&nbsp;000", "some 166,000"])
def test_a_sentence_that_corrects_prints_the_figure_of_another_day_that_it_replaces(earlier: str) -> None:
    first = claim(exactly(166301), article="a", who="Ministry", **MARCH)
    quote = f"The ministry revised the marchers down from {earlier} to 136000."
    fields: dict[str, Any] = {"article": "b", "who": "Ministry", "hours": WEEK, **MARCH}
    assert last(first, _said(136000, quote, correction=True, **fields)) == {"revised"}
    assert "revised" not in last(first, _said(136000, quote, correction=False, **fields))
    assert "revised" not in last(first, _said(136000, quote.replace(earlier, "1"), correction=True, **fields))
