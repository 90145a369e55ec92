"""What keeps figures of other places, days, hours and stories apart: on claims made by hand."""

from datetime import timedelta
from time import process_time
from typing import Any

import pytest
from msgspec.structs import replace

from figurewatch.agents.judging.intervals import compatible
from figurewatch.agents.judging.scope import acronyms
from figurewatch.agents.judging.side import Side
from figurewatch.agents.judging.units import same_unit
from figurewatch.schemas.claim import AsOf, Claim, Entity, Story

from .making import FLOOD, NOON, at_least, claim, exactly, figure, judge_all, last, record, relations

STOCK: dict[str, Any] = {"measure": "person.missing", "cumulative": False}
MARCH: dict[str, Any] = {"measure": "person.marchers", "stock_or_flow": "flow", "cumulative": False}
MOST_SECONDS = 0.5
CLASHES = {"contradicted", "tension", "suspect", "revised"}
COUNTRY = Story(
    refs=("country:US", "name:one", "name:two"), places=("country:US",), events=("fire",), words=("fire", "town")
)
EPIDEMIC = Story(refs=("country:PE", "name:ministry"), places=("country:PE",), events=("epidemic",), words=("virus",))


def _in(*refs: str) -> dict[str, Any]:
    """The place of a claim, and what else its sentence names."""
    return {"place": refs[0], "entities": tuple(Entity(text=ref, kind="place", ref=ref) for ref in refs)}


def _day(number: int, length: int = 1) -> AsOf:
    start = NOON.replace(hour=0) + timedelta(days=number)
    return AsOf(start=start, end=start + timedelta(days=length), accuracy="day" if length == 1 else "week")


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (_in("region:US-TX"), _in("region:US-OH"), True),
        (_in("region:US-TX"), _in("geonames:5352214", "region:US-CA"), True),
        (_in("region:US-TX"), _in("region:US-TX"), False),
        (_in("region:US-TX"), {"place": "region:US-OH"}, False),  # its sentence does not say so
        (_in("geonames:314830"), _in("geonames:304797"), True),
        (_in("geonames:314830"), _in("country:US"), True),  # the town's 16 may be part of the country's 40
        (_in("country:US"), _in("geonames:314830"), False),  # the town's 40 are no part of the country's 16
    ],
)
def test_the_dead_of_two_places_that_the_sentences_name_do_not_clash(
    one: dict[str, Any], two: dict[str, Any], apart: bool
) -> None:
    refs = {entity.ref: None for fields in (one, two) for entity in fields.get("entities", ())}
    story = Story(refs=("name:one", "name:two", *map(str, refs)), events=("fire",), words=("fire", "town"))
    found = last(
        claim(exactly(16), article="a", who="Governor", **one),
        claim(exactly(40), article="b", who="Minister", **two),
        story=story,
    )
    assert (not found & CLASHES) is apart


@pytest.mark.parametrize(
    ("hours", "who", "relation"),
    [
        (1, "Governor", "contradicted"),
        (8, "Governor", "tension"),  # perhaps found in between
        (8, "Mayor", "updated"),
        (30, "Mayor", "updated"),
    ],
)
def test_the_missing_of_the_morning_may_be_found_by_the_evening(hours: float, who: str, relation: str) -> None:
    morning = claim(exactly(1500), article="a", who="Mayor", hours=-10, **STOCK)
    assert relation in last(morning, claim(exactly(1000), article="b", who=who, hours=hours - 10, **STOCK))


def test_two_counts_for_a_day_gone_by_clash_whenever_they_are_printed() -> None:
    first = claim(exactly(1500), article="a", who="Mayor", hours=48, as_of=_day(0), **STOCK)
    assert "contradicted" in last(
        first, claim(exactly(1000), article="b", who="Police", hours=60, as_of=_day(0), **STOCK)
    )


def test_a_march_of_last_week_is_perhaps_another() -> None:
    march = claim(exactly(8000), article="a", who="Police", as_of=_day(0), **MARCH)
    week = claim(exactly(2000), article="b", who="Union", hours=60, as_of=_day(-1, length=7), **MARCH)
    assert "tension" in last(march, week)


def test_an_outlet_s_marches_on_neighbouring_days_are_two() -> None:
    first = claim(exactly(8000), article="a", source="Daily", as_of=_day(0), **MARCH)
    second = claim(exactly(2000), article="b", source="Daily", hours=20, as_of=_day(1), **MARCH)
    assert not last(first, second) & CLASHES


@pytest.mark.parametrize(("total", "joined"), [(5900, False), (1700, True)])
def test_one_day_s_deaths_of_an_epidemic_are_no_earlier_total(total: float, joined: bool) -> None:
    fields: dict[str, Any] = {"place": "country:PE"}
    daily = claim(at_least(1000), article="a", hours=72, as_of=_day(0), **fields)
    whole = claim(at_least(total), article="b", hours=72, as_of=_day(3), **fields)
    assert bool(last(daily, whole, story=EPIDEMIC) & {"updated", "refined"}) is joined
    assert last(daily, whole) & {"updated", "refined"}  # a flood's dead are told once


def test_a_forecast_ten_times_the_other_is_a_slip_of_a_digit() -> None:
    plan: dict[str, Any] = {
        "measure": "person.troops",
        "family": "person.force",
        "status": "expected",
        "cumulative": False,
    }
    first = claim(exactly(4500), article="a", who="Ministry", **plan)
    assert "suspect" in last(first, claim(exactly(45000), article="b", who="Ministry", hours=5, **plan))


def _sum(value: float, lang: str, **fields: Any) -> Claim:
    money: dict[str, Any] = {"measure": "money.deficit", "cumulative": False, "stock_or_flow": "stock", "lang": lang}
    said = exactly(value, kind="money", unit="EUR")
    return claim(said, article=f"{lang}-{value}", who="Ministry", quote=f"words of {lang} alone", **(money | fields))


def test_sums_in_two_languages_are_compared_by_their_stories() -> None:
    assert "repeated" in last(_sum(4.5e9, "fr"), _sum(4.5e9, "en", hours=5))


@pytest.mark.parametrize(("value", "joined"), [(1254, True), (1000, False)])
def test_a_wide_measure_in_two_languages_needs_a_figure_that_tells(value: float, joined: bool) -> None:
    jobs: dict[str, Any] = {"measure": "person.jobs", "cumulative": False, "who": "Company"}
    french = claim(exactly(value), article="a", lang="fr", **jobs)
    english = claim(exactly(value), article="b", lang="en", hours=5, **jobs)
    assert ("repeated" in last(french, english)) is joined


@pytest.mark.parametrize(
    ("value", "counted", "measure", "joined"),
    [
        (10, "sailors", "person.crew", True),
        (4, "sailors", "person.crew", False),  # so many are met in any two articles
        (10, "cooks", "person.crew", False),
        (100, "people", "person.people", False),
        (100, "young Bretons", "person.people", True),
    ],
)
def test_ten_of_a_kind_are_the_same_ten_in_a_like_story(value: float, counted: str, measure: str, joined: bool) -> None:
    kind: dict[str, Any] = {"measure": measure, "family": "person.group", "cumulative": False}
    noun = "sailors" if counted == "cooks" else counted
    first = claim(exactly(value, counted=noun), article="a", quote="they will be returned soon", **kind)
    second = claim(exactly(value, counted=counted), article="b", hours=5, quote="a round of meetings", **kind)
    assert ("corroborated" in last(first, second)) is joined


def test_rounded_acres_fit_rounded_hectares() -> None:
    acres = claim(figure(22000, 22000, kind="measure", unit="acre"), article="a")
    hectares = claim(figure(9000, 9000, kind="measure", unit="hectare"), article="b")
    converted = same_unit(acres, hectares)
    assert converted is not None
    assert compatible(*converted, lineage=False)
    far = same_unit(acres, claim(figure(9900, 9900, kind="measure", unit="hectare"), article="c"))
    assert far is not None
    assert not compatible(*far, lineage=False)


def test_who_corrects_a_figure_corrects_his_own() -> None:
    judged = judge_all(
        record(claim(exactly(62), article="a", who="Ministry")),
        record(claim(exactly(95), article="b", who="Red Cross", hours=2)),
        record(claim(exactly(58), article="c", who="Ministry", hours=96, correction=True)),
    )[-1]
    revised = next(verdict for verdict in judged.verdicts if verdict.relation == "revised")
    assert revised.against[0].claim.article_id == "a"
    assert [alert.against[0].article_id for alert in judged.alerts if alert.relation == "revised"] == ["a"]


def test_the_turnout_of_the_evening_revises_nothing() -> None:
    fields: dict[str, Any] = {"measure": "share.turnout", "stock_or_flow": "share", "cumulative": False}
    noon = claim(exactly(25.48, kind="percent", unit="percent"), article="a", who="Ministry", **fields)
    five = claim(exactly(65, kind="percent", unit="percent"), article="b", who="Ministry", hours=5, **fields)
    assert "updated" in last(noon, five)
    assert "revised" not in last(noon, five)


def test_a_floor_and_somebody_else_s_count_within_an_article_are_one_figure() -> None:
    floor = claim(at_least(12), article="a", claim_id="one")
    told = claim(exactly(15), article="a", who="Witnesses", claim_id="two", start=900)
    assert "corroborated" in relations(judge_all(record(floor, told))[0])
    elsewhere = claim(exactly(15), article="a", who="Witnesses", claim_id="two", start=900, place="country:LY")
    assert "corroborated" not in relations(judge_all(record(floor, elsewhere))[0])


@pytest.mark.parametrize(
    ("quote", "clash"),
    [
        ("The union speaks of 60 %", True),
        ("In hospitals, the union counts 60 % of nurses", False),
        ("Of the nurses 12 % were, and the union speaks of 60 %", False),
    ],
)
def test_a_bare_share_answers_the_sentence_before(quote: str, clash: bool) -> None:
    """One with its own noun says what it is a share of."""
    fields: dict[str, Any] = {"measure": "share.strikers", "stock_or_flow": "share", "cumulative": False, "lang": "en"}
    first = "The ministry counted 20 % of teachers on strike. "

    def share(value: float, said: str, start: int, who: str, counted: str | None) -> Claim:
        place = said.index(f"{value:g} %")
        return claim(
            exactly(value, kind="percent", unit="percent", counted=counted),
            article="a",
            who=who,
            claim_id=who,
            quote=said,
            quote_start=start,
            quote_end=start + len(said),
            start=start + place,
            end=start + place + 4,
            **fields,
        )

    one = share(20, first.strip(), 0, "Ministry", "teachers")
    two = share(60, quote, len(first), "Union", "nurses" if "of nurses" in quote else None)
    assert ("contradicted" in relations(judge_all(record(one, two))[0])) is clash


@pytest.mark.parametrize(("done", "clash"), [("closed", False), ("opened", True)])
def test_a_wide_share_is_of_what_is_done_with_those_counted(done: str, clash: bool) -> None:
    """Of the same schools: 80 % opened, 20 % closed."""
    fields: dict[str, Any] = {"measure": "share.other", "stock_or_flow": "share", "cumulative": False, "lang": "en"}
    texts = ("The union says 80 % of schools have opened. ", f"The ministry says 20 % of schools have {done}.")

    def share(number: int, value: float, who: str, act: str) -> Claim:
        quote, start = texts[number].strip(), number * len(texts[0])
        return claim(
            exactly(value, kind="percent", unit="percent", counted="schools"),
            article="a",
            who=who,
            claim_id=who,
            quote=quote,
            quote_start=start,
            quote_end=start + len(quote),
            start=start + quote.index("%") - 3,
            end=start + quote.index("%") + 1,
            predicate=act,
            **fields,
        )

    found = judge_all(record(share(0, 80, "Union", "opened"), share(1, 20, "Ministry", done)))[0]
    assert ("contradicted" in relations(found)) is clash


def test_a_toll_told_thousands_of_times_is_held_against_the_nearest_only() -> None:
    """So that a claim costs the same whether the figure has three hundred or thousands."""
    many = [claim(exactly(100 + number), article=f"a{number}", hours=number / 60) for number in range(400)]
    judged = judge_all(*(record(one) for one in many))
    nearest = {each.claim.article_id for verdict in judged[-1].verdicts for each in verdict.against}
    assert nearest <= {f"a{number}" for number in range(300, 400)}
    assert judged[-1].verdicts[0].tracked_figure == judged[0].verdicts[0].tracked_figure


def test_a_side_knows_the_regions_that_its_sentence_names() -> None:
    town = Side(claim(exactly(3), article="a", **_in("geonames:5352214", "region:US-CA")), COUNTRY)
    region = Side(claim(exactly(3), article="a", **_in("region:US-TX", "region:US-CA")), COUNTRY)
    assert town.placed
    assert town.regions == {"region:US-CA"}
    assert region.regions == {"region:US-TX"}


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (_in("country:LY"), _in("country:LY"), True),
        (_in("country:LY"), {"place": "country:TN"}, False),  # its own sentence says of one where
        ({"place": "country:LY"}, {"place": "country:TN"}, True),  # perhaps only where it was told
    ],
)
def test_the_dead_of_two_countries_are_no_one_toll(first: dict[str, Any], second: dict[str, Any], joined: bool) -> None:
    story = replace(FLOOD, refs=(*FLOOD.refs, "country:TN"))
    one, two = claim(exactly(150), article="a", **first), claim(exactly(190), article="b", hours=30, **second)
    judged = judge_all(record(one, story=story), record(two, story=story))[1]
    assert ("updated" in relations(judged)) is joined


def test_a_stock_told_of_the_next_day_has_changed() -> None:
    """Without a day of its own, "today" of one may be "yesterday" of the other."""
    tuesday = claim(exactly(900), article="a", who="Mayor", as_of=_day(12), **STOCK)
    wednesday = claim(exactly(300), article="b", who="Governor", hours=30, as_of=_day(13), **STOCK)
    assert "updated" in last(tuesday, wednesday)


def test_only_what_is_near_is_looked_at() -> None:
    """However long a sentence is, and with brackets that nothing closes."""
    quote = "300 (70 in May) members of the SNBT" + " (1 2" * 20_000 + " 3" * 40_000
    said = claim(exactly(300), article="a", quote=quote, quote_end=len(quote))
    began = process_time()
    assert acronyms(said) == ("SNBT",)
    assert process_time() - began < MOST_SECONDS
