"""Relations, alerts, replays, versions: on claims made by hand."""

import itertools
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figurewatch.agents.judging.memory import Memory
from figurewatch.schemas.claim import Claim, Story

from .making import FLOOD, at_least, claim, exactly, judge_all, last, record, relations


def test_the_first_of_its_kind_is_new() -> None:
    assert last(claim(exactly(150), article="a")) == {"new"}


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (claim(exactly(150), article="a", who="Police"), claim(exactly(80), article="b", who="Army"), "contradicted"),
        (claim(exactly(150), article="a", who="Police"), claim(exactly(150), article="b", who="Army"), "corroborated"),
        (claim(exactly(150), article="a", who="Police"), claim(exactly(150), article="b", who="Police"), "repeated"),
        (claim(exactly(150), article="a"), claim(exactly(80), article="b"), "tension"),
        (claim(exactly(150), article="a"), claim(exactly(190), article="b", hours=30), "updated"),
        (claim(exactly(190), article="a"), claim(exactly(150), article="b", hours=30), "stale"),
        (
            claim(exactly(190), article="a", who="Police"),
            claim(exactly(150), article="b", who="Police", hours=30),
            "revised",
        ),
        (claim(exactly(190), article="a"), claim(exactly(150), article="b", hours=30, correction=True), "revised"),
        (claim(at_least(150), article="a", who="Police"), claim(exactly(160), article="b", who="Army"), "corroborated"),
        (claim(exactly(150), article="a", who="Police"), claim(exactly(1500), article="b", who="Army"), "suspect"),
        (
            claim(exactly(150), article="a", who="Police"),
            claim(exactly(2000), article="b", who="Army", status="feared"),
            "tension",
        ),
        (
            claim(exactly(150), article="a", who="Police"),
            claim(exactly(90), article="b", who="Army", group="children"),
            "not_comparable",
        ),
        (
            claim(exactly(150), article="a", who="Police"),
            claim(exactly(90), article="b", who="Army", per="day"),
            "not_comparable",
        ),
    ],
)
def test_a_relation(first: Claim, second: Claim, relation: str) -> None:
    assert relation in last(first, second)


def test_a_flow_of_another_day_is_another_occasion() -> None:
    march: dict[str, Any] = {"measure": "person.marchers", "stock_or_flow": "flow", "cumulative": False}
    first = claim(exactly(9000), article="a", who="Police", **march)
    later = claim(exactly(4000), article="b", who="Union", hours=24 * 7, **march)
    same_day = claim(exactly(4000), article="c", who="Union", hours=2, **march)
    assert "contradicted" in last(first, same_day)
    assert "contradicted" not in last(first, later)


def test_another_story_is_not_held_against_this_one() -> None:
    elsewhere = Story(refs=("geonames:1850147", "country:JP"), places=("geonames:1850147",), events=("fire",))
    memory = Memory()
    judge_all(record(claim(exactly(150), article="a", who="Police")), memory=memory)
    far = claim(exactly(80), article="b", who="Army", place="geonames:1850147")
    assert relations(judge_all(record(far, story=elsewhere), memory=memory)[0]) <= {"new", "not_comparable"}


def test_an_alert_names_what_it_was_not_compared_with() -> None:
    memory = Memory()
    judge_all(
        record(claim(exactly(90, counted="children"), article="a", who="Police", group="children")), memory=memory
    )
    judge_all(record(claim(exactly(150), article="b", who="Police")), memory=memory)
    alerts = [
        alert
        for one in judge_all(record(claim(exactly(80), article="c", who="Army")), memory=memory)
        for alert in one.alerts
    ]
    assert [miss.because for alert in alerts for miss in alert.nearest_misses] == ["other group: all, children"]


def test_a_verdict_is_put_into_words_once() -> None:
    apart = claim(exactly(90), article="a", who="Police", group="children")
    judged = judge_all(record(apart), record(claim(exactly(80), article="b", who="Army")))[-1]
    first, again = judged.verdicts, judged.verdicts
    assert "not_comparable" in {verdict.relation for verdict in first}
    assert all(one is two for one, two in zip(first, again, strict=True))


def test_two_currencies_are_not_comparable_and_acres_are_hectares() -> None:
    money: dict[str, Any] = {"measure": "money.damage", "family": "money.loss", "cumulative": True}
    dollars = claim(exactly(5, kind="money", unit="USD"), article="a", who="Police", **money)
    euros = claim(exactly(9, kind="money", unit="EUR"), article="b", who="Army", **money)
    assert "contradicted" not in last(dollars, euros)
    burned: dict[str, Any] = {"measure": "area.burned", "family": "nature"}
    acres = claim(exactly(1000, kind="measure", unit="acre"), article="a", who="Police", **burned)
    hectares = claim(exactly(405, kind="measure", unit="hectare"), article="b", who="Army", **burned)
    assert "contradicted" not in last(acres, hectares)


def test_a_fall_told_by_its_sign_is_the_fall_told_in_words() -> None:
    fall: dict[str, Any] = {"measure": "share.change", "family": "share.change", "cumulative": False}
    signed = claim(exactly(-9.7, kind="percent", unit="percent"), article="a", who="Bank", **fall)
    worded = claim(exactly(9.7, kind="percent", unit="percent"), article="b", who="Ministry", **fall)
    assert last(signed, worded) <= {"corroborated"}
    cold: dict[str, Any] = {"measure": "temperature", "family": "nature", "cumulative": False}
    frost = claim(exactly(-9, kind="measure", unit="celsius"), article="a", who="Bank", **cold)
    mild = claim(exactly(9, kind="measure", unit="celsius"), article="b", who="Ministry", **cold)
    assert "corroborated" not in last(frost, mild)


def test_a_product_composes_its_whole_and_a_part_is_never_a_clash() -> None:
    plan: dict[str, Any] = {"measure": "person.troops", "status": "planned", "cumulative": False}
    brigades = claim(exactly(6000, times=Decimal(2)), article="a", who="President", **plan)
    whole = claim(exactly(12000), article="a", who="Agency", **plan)
    part = claim(at_least(3000), article="a", who="Agency", **{**plan, "status": "reported"}, part_of=whole.claim_id)
    judged = judge_all(record(brigades, whole, part))[0]
    found = {(one.relation, one.claim.figure.low) for one in judged.verdicts}
    assert ("composes", Decimal(12000)) in found
    assert ("part_of", Decimal(3000)) in found
    assert not relations(judged) & {"contradicted", "tension", "suspect"}


def test_every_alert_has_both_claims_their_gates_and_a_sentence() -> None:
    judged = judge_all(
        record(claim(exactly(150), article="a", who="Police")), record(claim(exactly(80), article="b", who="Army"))
    )[-1]
    alert = next(one for one in judged.alerts if one.relation == "contradicted")
    assert alert.severity == "high"
    assert [gate.gate for gate in alert.reasons] == ["comparable", "period", "status", "intervals", "lineage"]
    assert "Army" in alert.headline["en"]
    assert "Police" in alert.headline["en"]
    assert alert.against[0].figure.low == 150
    assert alert.tracked_figure is not None
    assert alert.tracked_figure.claims == 2


def test_a_replay_gives_the_same_alerts_and_changes_nothing() -> None:
    records = [
        record(claim(exactly(150), article="a", who="Police")),
        record(claim(exactly(80), article="b", who="Army")),
    ]
    memory = Memory()
    first = judge_all(*records, memory=memory)
    again = judge_all(*records, memory=memory)
    assert [one.alerts for one in again] == [one.alerts for one in first]
    assert [one.row for one in again] == [one.row for one in first]
    assert not any(one.changed for one in again)


def test_a_memory_restored_from_rows_judges_as_the_one_it_replaces() -> None:
    memory = Memory()
    rows = [
        one.row
        for one in judge_all(
            record(claim(exactly(150), article="a", who="Police")),
            record(claim(exactly(80), article="b", who="Army")),
            memory=memory,
        )
    ]
    restored = Memory()
    for row in reversed(rows):
        restored.restore(f"{row.record.article_id}|person.harm|0", row)
    restored.settle()
    third = record(claim(exactly(95), article="c", who="Navy"))
    again, before = judge_all(third, memory=restored)[0], judge_all(third, memory=memory)[0]
    assert (again.row, again.verdicts, again.alerts) == (before.row, before.verdicts, before.alerts)
    assert again.alerts


def test_the_same_clash_from_a_copy_is_not_alerted_again() -> None:
    clash = [
        record(claim(exactly(150), article="a", who="Police")),
        record(claim(exactly(80), article="b", who="Army")),
        record(claim(exactly(80), article="c", who="Army", hours=1)),
    ]
    judged = judge_all(*clash)
    assert [alert.relation for alert in judged[1].alerts] == ["contradicted"]
    assert not [alert for alert in judged[2].alerts if alert.relation == "contradicted"]


def test_a_toll_that_grows_within_the_hour_is_told_and_an_older_one_that_comes_late_is_not() -> None:
    tolls = [
        record(claim(exactly(value), article=name, hours=hour)) for name, value, hour in (("a", 12, 0), ("b", 15, 1))
    ]
    in_order, late = judge_all(*tolls)[-1], judge_all(*reversed(tolls))[-1]
    assert [(alert.relation, alert.severity) for alert in in_order.alerts] == [("updated", "low")]
    assert "updated" in relations(late)
    assert late.alerts == ()


def test_a_withdrawn_claim_cancels_its_alerts() -> None:
    memory = Memory()
    first = judge_all(
        record(claim(exactly(150), article="a", who="Police")),
        record(claim(exactly(80), article="b", who="Army")),
        memory=memory,
    )
    gone = record(article_id="b", withdrawn=("c-b-80-80-text",))
    from figurewatch.agents.judging.judge import judge  # noqa: PLC0415

    judged = judge(memory, gone, offset=9, key="b|person.harm|0")
    assert [alert.type for alert in judged.alerts] == ["cancel"]
    assert judged.alerts[0].references == first[1].alerts[0].alert_id
    assert [one for figure, claims in memory.tracked_figures() for one in claims if one.article_id == "b"] == []


def test_a_new_version_that_still_clashes_updates_its_alert_and_cancels_nothing() -> None:
    judged = judge_all(
        record(claim(exactly(150), article="a", who="Police"), digest="1"),
        record(claim(exactly(80), article="b", who="Army")),
        record(claim(exactly(190), article="a", who="Police"), digest="2"),
    )
    (first,) = (alert for alert in judged[1].alerts if alert.relation == "contradicted")
    assert [(alert.type, alert.references) for alert in judged[2].alerts if alert.references == first.alert_id] == [
        ("update", first.alert_id)
    ]


def test_a_claim_that_stands_under_another_row_by_now_is_found_there_alone() -> None:
    """Somebody else's records may name one claim in two parts of an article."""
    same = claim(exactly(150), article="a", who="Police")
    judged = judge_all(
        record(same, claim(exactly(151), article="a", who="Police")),
        record(same, part=1),
        record(claim(exactly(152), article="a", who="Police"), part=0),
        record(claim(exactly(80), article="b", who="Army")),
    )
    assert "contradicted" in relations(judged[-1])


def test_history_is_remembered_and_raises_no_alerts() -> None:
    judged = judge_all(
        record(claim(exactly(150), article="a", who="Police"), backfill=True),
        record(claim(exactly(80), article="b", who="Army"), backfill=True),
    )
    assert [one.alerts for one in judged] == [(), ()]
    assert "contradicted" in relations(judged[1])


VALUES = st.sampled_from([exactly(80), exactly(150), exactly(1500), at_least(100), exactly(2000, magnitude=True)])
SAYINGS = st.builds(
    lambda said, article, who, hours, status: claim(
        said, article=article, who=who, hours=hours, status=status, claim_id=f"c-{article}"
    ),
    VALUES,
    st.uuids().map(str),
    st.sampled_from([None, "Police", "Army"]),
    st.sampled_from([0, 1, 5, 30, 60]),
    st.sampled_from(["reported", "estimated", "feared", "planned"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SAYINGS, min_size=2, max_size=4, unique_by=lambda one: one.claim_id), st.randoms())
def test_the_relation_of_a_pair_does_not_depend_on_which_came_first(claims: list[Claim], random: Any) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert _pairs(claims) == _pairs(shuffled)


def _pairs(claims: list[Claim]) -> dict[frozenset[str], str]:
    found: dict[frozenset[str], str] = {}
    for one, two in itertools.combinations(claims, 2):
        first, second = (one, two) if claims.index(one) < claims.index(two) else (two, one)
        judged = judge_all(record(first), record(second))[-1]
        found |= {
            frozenset((first.claim_id, against.claim.claim_id)): verdict.relation
            for verdict in judged.verdicts
            for against in verdict.against
        } | {frozenset(("n", first.claim_id, second.claim_id)): str(len(judged.verdicts))}
    return {key: value for key, value in found.items() if len(key) == 2}


def test_the_story_is_weighed_the_same_from_both_sides() -> None:
    other = msgspec.structs.replace(FLOOD, refs=("country:LY",), dates=(), words=("rain",))
    one, two = claim(exactly(150), article="a", who="Police"), claim(exactly(80), article="b", who="Army")
    forth = relations(judge_all(record(one), record(two, story=other))[-1])
    back = relations(judge_all(record(two, story=other), record(one))[-1])
    assert forth == back
