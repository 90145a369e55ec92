"""Rules that keep false clashes away, and the order in which a sentence tells two figures: on claims made by hand."""

from typing import Any

import msgspec
import pytest

from figurewatch.agents.judging.headline import headline
from figurewatch.agents.judging.intervals import compatible
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.schemas.claim import Claim, Entity, Story

from .making import FLOOD, at_least, claim, exactly, figure, judge_all, last, record, relations

MARCH: dict[str, Any] = {"measure": "person.marchers", "stock_or_flow": "flow", "cumulative": False}
FORECAST: dict[str, Any] = {**MARCH, "status": "expected"}
STOCK: dict[str, Any] = {"measure": "person.missing", "cumulative": False}

FRANCE = Story(refs=("country:FR", "geonames:2988507"), places=("country:FR", "geonames:2988507"), events=("strike",))


def _vague(low: float, word: str) -> Any:
    return figure(low, None, qualifier=word)


def _said_in(place: str) -> dict[str, Any]:
    return {"place": place, "entities": (Entity(text="there", kind="place", ref=place),)}


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
    assert relation in last(first, second)
    assert relation in last(second, first)


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


def test_two_texts_of_one_outlet_are_no_copies_but_nearly_the_same() -> None:
    story = msgspec.structs.replace(FLOOD, signature="0123abcd" * 8)
    texts = (claim(exactly(value), article=article, source="The Herald") for article, value in (("a", 150), ("b", 80)))
    judged = judge_all(*(record(one, story=story) for one in texts))[-1]
    (reason,) = {each.gates[0].because for verdict in judged.verdicts for each in verdict.against}
    assert reason == "the texts are nearly the same; their sentences share 100% of their words"


def test_now_is_the_later_figure_whichever_was_read_first() -> None:
    early = claim(exactly(150), article="a", who="Police")
    late = claim(exactly(190), article="b", who="Army", hours=48)
    for order in ((early, late), (late, early)):
        verdicts = judge_all(*(record(one) for one in order))[-1].verdicts
        sentence = headline(next(one for one in verdicts if one.relation == "updated"), "en")
        assert sentence.index("190") < sentence.index("150")


STRIKE: dict[str, Any] = {"measure": "share.strikers", "stock_or_flow": "share", "cumulative": False, "lang": "en"}


def _share(value: float, quote: str, **fields: Any) -> Claim:
    """A share told in a sentence of its own, the figure where its digits stand."""
    words = f"{value:g} %"
    start = quote.index(words)
    return claim(
        exactly(value, kind="percent", unit="percent"),
        claim_id=f"c-{value}",
        quote=quote,
        start=start,
        end=start + len(words),
        **{**STRIKE, **fields},
    )


@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [
        ("The ministry counted 20 % of teachers on strike", "The union counted 60 % of teachers on strike", True),
        ("The ministry counted 20 % of teachers on strike", "The union counted 60 % of drivers on strike", False),
        ("The ministry counted 20 % in primary schools", "The union counted 60 % in rural schools", True),
        ("The ministry counted 20 % in primary schools", "The union counted 60 % in secondary schools", False),
        ("The ministry counted 20 % in primary classes", "The union counted 60 % in nuclear plants", False),
    ],
)
def test_shares_of_one_article_clash_where_their_wholes_are_one(one: str, two: str, clash: bool) -> None:
    said = _share(20, one, article="a", who="Ministry"), _share(60, two, article="a", who="Union")
    assert ("contradicted" in relations(judge_all(record(*said))[0])) is clash


def test_figures_in_a_row_are_of_several_things() -> None:
    quote = "the strike was followed by 30 % and 62 % according to both"
    said = _share(30, quote, article="a", who="Ministry"), _share(62, quote, article="a", who="Union")
    found = relations(judge_all(record(*said))[0])
    assert not found & {"contradicted", "tension"}


def test_a_lower_toll_of_the_same_day_from_another_named_source_is_a_clash_and_of_another_day_stale() -> None:
    first = claim(exactly(190), article="a", who="Police")
    assert "contradicted" in last(first, claim(exactly(80), article="b", who="Army", hours=8))
    assert "stale" in last(first, claim(exactly(80), article="b", who="Army", hours=30))
    assert "stale" in last(first, claim(exactly(80), article="b", hours=8))


@pytest.mark.parametrize(("higher", "relation"), [(57, "refined"), (150, "tension")])
def test_the_floor_of_a_toll_is_overtaken_before_it_clashes(higher: float, relation: str) -> None:
    floor = claim(at_least(45), article="a", who="Witness", hours=0)
    assert relation in last(floor, claim(exactly(higher), article="b", who="Activists"))


def test_two_figures_that_one_article_prints_side_by_side_clash_in_no_other() -> None:
    cost: dict[str, Any] = {"measure": "person.missing", "cumulative": False, "stock_or_flow": "stock"}
    both = (
        claim(exactly(500), article="a", who="Mayor", claim_id="a1", **cost),
        claim(exactly(90), article="a", who="Mayor", claim_id="a2", start=900, end=903, **cost),
    )
    other = claim(exactly(90), article="b", who="Governor", claim_id="b1", **cost)
    verdicts = judge_all(record(*both), record(other))[-1].verdicts
    against = {each.claim.claim_id: one.relation for one in verdicts for each in one.against}
    assert against["a1"] == "not_comparable"
    assert against["a2"] == "corroborated"


def test_a_withdrawn_claim_that_another_bears_out_updates_its_alert() -> None:
    memory = Memory()
    clash = [
        record(claim(exactly(150), article="a", who="Police")),
        record(claim(exactly(60), article="b", who="Army")),
        record(claim(exactly(60), article="c", who="Army", hours=1)),
    ]
    first = judge_all(*clash, memory=memory)[1].alerts[0]
    gone = record(article_id="b", withdrawn=("c-b-60-60-text",))
    (told,) = judge(memory, gone, offset=9, key="b|person.harm|0").alerts
    assert (told.type, told.references, told.relation) == ("update", first.alert_id, "contradicted")
    assert {told.claim.article_id, *(claim.article_id for claim in told.against)} == {"a", "c"}


def test_a_revision_is_cancelled_when_its_claim_is_withdrawn_and_not_by_another_version() -> None:
    memory, key = Memory(), "a|person.harm|0"
    judge(memory, record(claim(exactly(150), article="a", who="Police")), offset=1, key=key)
    newer = claim(exactly(190), article="a", who="Police")
    (revised,) = judge(memory, record(newer), offset=2, key=key).alerts
    assert revised.relation == "revised"
    more = claim(exactly(7), article="a", who="Police", measure="person.injured")
    assert "cancel" not in {alert.type for alert in judge(memory, record(newer, more), offset=3, key=key).alerts}
    told = judge(memory, record(article_id="a"), offset=4, key=key).alerts
    assert [(alert.type, alert.references) for alert in told] == [("cancel", revised.alert_id)]


def test_what_was_misread_is_cancelled_and_not_revised() -> None:
    memory, key = Memory(), "a|person.harm|0"
    judge(memory, record(claim(exactly(60), article="b", who="Army")), offset=1, key="b|person.harm|0")
    misread = record(claim(exactly(150), article="a", who="Police"), digest="words")
    (clash,) = judge(memory, misread, offset=2, key=key).alerts
    again = judge(memory, record(claim(exactly(60), article="a", who="Police"), digest="words"), offset=3, key=key)
    assert [(alert.type, alert.references) for alert in again.alerts] == [("cancel", clash.alert_id)]
    assert again.row.withdrawn == (), "nobody has said 150"
    reworded = judge(memory, record(claim(exactly(70), article="a", who="Police"), digest="others"), offset=4, key=key)
    assert "revised" in {verdict.relation for verdict in reworded.verdicts}


def test_a_new_version_leaves_the_figure_as_a_memory_built_anew_has_it() -> None:
    memory = Memory()
    first, second = claim(exactly(150), article="a", who="Police"), claim(exactly(150), article="b", who="Army")
    more = claim(exactly(30), article="a", who="Police", measure="person.injured")
    rows = [one.row for one in judge_all(record(first), record(second), memory=memory)]
    rows[0] = judge(memory, record(first, more), offset=5, key="a|person.harm|0").row
    rebuilt = Memory()
    for row in rows:
        rebuilt.restore(f"{row.record.article_id}|person.harm|0", row)
    rebuilt.settle()
    expected = {figure.id: figure.claims for figure, _ in rebuilt.tracked_figures()}
    assert {figure.id: figure.claims for figure, _ in memory.tracked_figures()} == expected
    assert 2 in expected.values()


@pytest.mark.parametrize(
    ("qualifier", "high", "relation"),
    [
        ("at_most", 15000, "tension"),  # "as many as 15,000" is said of no 4,000
        ("at_most", 4900, "corroborated"),
        ("less_than", 15000, "corroborated"),  # fewer than 15,000 they are, both say
    ],
)
def test_up_to_so_many_are_not_many_fewer(qualifier: Any, high: float, relation: str) -> None:
    police = claim(exactly(4000), article="a", who="Police", **MARCH)
    union = claim(figure(None, high, qualifier=qualifier), article="a", who="Union", claim_id="u", **MARCH)
    assert relation in relations(judge_all(record(police, union))[0])
