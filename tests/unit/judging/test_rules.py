"""Rules that keep false clashes away, and the order in which a sentence tells two figures: on claims made by hand."""

from typing import Any

import pytest

from figurewatch.agents.judging.headline import headline
from figurewatch.agents.judging.intervals import compatible
from figurewatch.schemas.claim import Claim, Entity, Story

from .making import at_least, claim, exactly, figure, judge_all, record, relations

MARCH: dict[str, Any] = {"measure": "person.marchers", "stock_or_flow": "flow", "cumulative": False}
FORECAST: dict[str, Any] = {**MARCH, "status": "expected"}
STOCK: dict[str, Any] = {"measure": "person.missing", "cumulative": False}

FRANCE = Story(refs=("country:FR", "geonames:2988507"), places=("country:FR", "geonames:2988507"), events=("strike",))


def _vague(low: float, word: str) -> Any:
    return figure(low, None, qualifier=word)


def _said_in(place: str) -> dict[str, Any]:
    return {"place": place, "entities": (Entity(text="there", kind="place", ref=place),)}


def _last(*claims: Claim) -> set[str]:
    return relations(judge_all(*(record(one) for one in claims))[-1])


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        # twenty times apart: a part and a whole, not a clash; a slip of a digit stays one
        (
            claim(exactly(806000), article="a", who="Ministry", **MARCH),
            claim(exactly(5500), article="b", who="Union", **MARCH),
            "not_comparable",
        ),
        (
            claim(exactly(150), article="a", who="Police"),
            claim(exactly(15000), article="b", who="Army"),
            "suspect",
        ),
        # a fear clashes with a count of its own time only
        (
            claim(exactly(1500), article="a", who="Mayor", status="feared", **STOCK),
            claim(exactly(850), article="b", who="Police", hours=240, **STOCK),
            "not_comparable",
        ),
        # a forecast of one occasion is not met; more than was foreseen clashes with nothing
        (
            claim(exactly(9000), article="a", who="Police", **FORECAST),
            claim(exactly(4000), article="b", who="Union", hours=20, **MARCH),
            "falls_short",
        ),
        (
            claim(exactly(4000), article="a", who="Police", **FORECAST),
            claim(exactly(9000), article="b", who="Union", hours=20, **MARCH),
            "not_comparable",
        ),
        # two forecasts clash when they are of one time; a toll that is expected to rise has risen
        (
            claim(exactly(36), article="a", who="Mayor", status="expected"),
            claim(exactly(115), article="b", who="Governor", status="expected", hours=240),
            "updated",
        ),
        (
            claim(exactly(36), article="a", who="Mayor", status="expected"),
            claim(exactly(115), article="b", who="Governor", status="expected"),
            "tension",
        ),
        # a floor that the other figure keeps to
        (
            claim(at_least(800), article="a", who="Police", **MARCH),
            claim(exactly(1500), article="b", who="Union", **MARCH),
            "tension",
        ),
        (
            claim(_vague(200, "hundreds"), article="a", who="Police", **STOCK),
            claim(exactly(1300), article="b", who="Army", **STOCK),
            "refined",
        ),
        # two figures of an outlet that names nobody
        (
            claim(exactly(388), article="a", source="Daily", **STOCK),
            claim(exactly(115), article="b", source="Daily", hours=5, **STOCK),
            "updated",
        ),
    ],
)
def test_a_relation(first: Claim, second: Claim, relation: str) -> None:
    assert relation in _last(first, second)
    assert relation in _last(second, first)


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        (_said_in("country:FR"), _said_in("geonames:2988507"), None),
        ({"place": "country:FR"}, _said_in("geonames:2988507"), None),  # 8,000 may be all of them
        (_said_in("country:FR"), _said_in("name:the-bridge"), "contradicted"),
        (_said_in("country:FR"), _said_in("country:FR"), "contradicted"),
    ],
)
def test_a_march_is_counted_where_its_sentence_says(
    one: dict[str, Any], two: dict[str, Any], relation: str | None
) -> None:
    here = claim(exactly(8000), article="a", who="Police", claim_id="one", **{**MARCH, **one})
    there = claim(exactly(2000), article="a", who="Union", claim_id="two", **{**MARCH, **two})
    found = relations(judge_all(record(here, there, story=FRANCE))[0])
    assert found & {"contradicted", "tension"} == ({relation} if relation else set())


@pytest.mark.parametrize(
    ("counted", "clash"), [("people", True), (None, True), ("foreign nationals", False), ("old pilgrims", False)]
)
def test_a_kind_of_people_may_be_a_part_of_the_people(counted: str | None, clash: bool) -> None:
    all_of_them = claim(exactly(17, counted="people"), article="a", who="Police", claim_id="one")
    others = claim(exactly(6, counted=counted), article="a", who="Embassy", claim_id="two")
    found = relations(judge_all(record(all_of_them, others))[0])
    assert ("contradicted" in found) is clash


@pytest.mark.parametrize(("value", "fits"), [(250, True), (900, True), (1300, False), (150, False)])
def test_a_round_word_reaches_to_the_next(value: float, fits: bool) -> None:
    hundreds = claim(_vague(200, "hundreds"), article="a", who="Police")
    assert compatible(hundreds, claim(exactly(value), article="b", who="Army"), lineage=False) is fits


def test_a_product_of_another_story_composes_nothing() -> None:
    plan: dict[str, Any] = {"measure": "person.troops", "status": "planned", "cumulative": False}
    whole = claim(exactly(12000), article="a", who="Agency", **plan)
    brigades = claim(exactly(6000, times=2), article="b", who="President", **{**plan, "place": "country:JP"})
    elsewhere = Story(refs=("country:JP",), places=("country:JP",), words=("parade",))
    assert "composes" not in relations(judge_all(record(whole), record(brigades, story=elsewhere))[-1])


def test_the_same_two_figures_from_other_outlets_are_no_further_alert() -> None:
    judged = judge_all(
        record(claim(exactly(388), article="a", **STOCK)),
        record(claim(exactly(150), article="b", **STOCK)),
        record(claim(exactly(388), article="c", hours=1, **STOCK)),
    )
    assert [alert.relation for alert in judged[1].alerts] == ["tension"]
    assert not [alert for alert in judged[2].alerts if alert.relation == "tension"]


def test_now_is_the_later_figure_whichever_was_read_first() -> None:
    early = claim(exactly(150), article="a", who="Police")
    late = claim(exactly(190), article="b", who="Army", hours=48)
    for order in ((early, late), (late, early)):
        verdicts = judge_all(*(record(one) for one in order))[-1].verdicts
        sentence = headline(next(one for one in verdicts if one.relation == "updated"), "en")
        assert sentence.index("190") < sentence.index("150")
