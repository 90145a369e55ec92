"""Those buried are among the dead: more of a part than of its whole is a clash, fewer say nothing."""

from typing import Any

import pytest

from figurewatch.agents import languages
from figurewatch.agents.judging import scope
from figurewatch.agents.judging.within import whole_of
from figurewatch.schemas.claim import Claim, Figure

from .making import at_least, claim, exactly, figure, judge_all, record, relations

CLASHES = {"contradicted", "tension"}


def _dead(said: Figure, *, hours: float = 0, **fields: Any) -> Claim:
    return claim(said, article="dead", who=fields.pop("who", "Ministry"), hours=hours, **fields)


def _buried(said: Figure, *, hours: float = 0, **fields: Any) -> Claim:
    told = {"measure": "person.buried", "who": "Chief"} | fields
    return claim(said, article="buried", hours=hours, **told)


def _between(one: Claim, two: Claim) -> set[str]:
    """What the second is to the first, told in either order."""
    first, second = (relations(judge_all(*map(record, order))[-1]) for order in ((one, two), (two, one)))
    assert first == second
    return first


@pytest.mark.parametrize("measure", ["person.buried", "thing.bodies"])
def test_more_of_a_part_than_of_its_whole_is_a_clash(measure: str) -> None:
    assert _between(_buried(exactly(91), measure=measure), _dead(exactly(24), hours=0.1)) == {"contradicted"}


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        (exactly(91), exactly(120)),
        (exactly(91), exactly(91)),
        (exactly(91), at_least(91)),
        (figure(None, 91), exactly(24)),  # at most so many were buried
        (figure(20, 91), exactly(24)),
        (exactly(2100), exactly(100)),  # so far apart that they are hardly of one thing
    ],
)
def test_fewer_of_a_part_say_nothing(part: Figure, whole: Figure) -> None:
    assert _between(_buried(part), _dead(whole)) == {"not_comparable", "new"}


def test_a_floor_of_the_whole_leaves_room_for_a_little_more() -> None:
    assert _between(_buried(exactly(91)), _dead(at_least(80))) == {"not_comparable", "new"}
    assert _between(_buried(exactly(91)), _dead(at_least(24))) == {"tension"}


@pytest.mark.parametrize(("hours", "clash"), [(-5, True), (0, True), (5, False), (30, False), (24 * 9, False)])
def test_a_part_that_is_told_later_has_perhaps_grown(hours: float, clash: bool) -> None:
    """Up to twice as many within half a day, or any number on a later day."""
    told = _between(_dead(exactly(60)), _buried(exactly(91), hours=hours))
    assert told == ({"contradicted"} if clash else {"not_comparable", "new"})


def test_who_were_buried_yesterday_are_dead_today() -> None:
    assert _between(_buried(exactly(91), hours=9), _dead(exactly(24), hours=14)) == {"contradicted"}


def test_those_buried_of_one_kind_are_among_all_the_dead() -> None:
    assert _between(_buried(exactly(91), group="men"), _dead(exactly(24))) == {"contradicted"}
    assert _between(_buried(exactly(91)), _dead(exactly(24), group="men")) == {"not_comparable", "new"}


@pytest.mark.parametrize(
    "fields",
    [
        {"who": None},  # nobody is named
        {"who": "Ministry"},  # one speaker: of other dead
        {"status": "feared"},
        {"status": "planned"},
        {"measure": "person.injured"},
        {"measure": "person.homeless"},
        {"cumulative": False},
        {"stock_or_flow": "change", "cumulative": False},
    ],
)
def test_what_parts_two_counts_parts_a_part_and_its_whole(fields: dict[str, Any]) -> None:
    assert not CLASHES & _between(_buried(exactly(91), **fields), _dead(exactly(24)))


def test_the_gate_says_what_is_larger() -> None:
    judged = judge_all(record(_dead(exactly(24))), record(_buried(exactly(91))))[-1]
    (alert,) = judged.alerts
    assert alert.severity == "high"
    assert "a part larger than its whole: buried / dead" in alert.reasons[0].because
    fewer = judge_all(record(_dead(exactly(120))), record(_buried(exactly(91))))[-1]
    (verdict,) = (verdict for verdict in fewer.verdicts if verdict.against)
    assert verdict.against[0].gates[0].because == "a part, and its whole: buried / dead"


def test_a_part_and_its_whole_meet_in_one_partition() -> None:
    measures = languages.taxonomy()["measures"]
    for part, whole in languages.taxonomy()["within"].items():
        assert measures[part][0] == measures[whole][0]
        assert (measures[part][1] == "toll") == (measures[whole][1] == "toll")
        assert whole_of(whole) == whole


def test_words_for_one_thing_are_of_one_kind() -> None:
    """ "1,100 maisons", "3,700 habitations rasées": homes; buildings are another kind."""
    told: dict[str, Any] = {
        "measure": "thing.buildings_destroyed",
        "family": "thing.damage",
        "lang": "fr",
        "article": "a",
    }
    kinds = [
        scope.more(claim(exactly(11, counted=noun), **told)) for noun in ("maisons", "habitations rasées", "immeubles")
    ]
    assert kinds[0] == kinds[1] != kinds[2]


def test_words_for_one_kind_of_people_say_the_same() -> None:
    told: dict[str, Any] = {"lang": "es", "article": "a"}
    kinds = [scope.more(claim(exactly(11, counted=noun), **told)) for noun in ("reclusos", "internos", "turistas")]
    assert kinds[0] == kinds[1] != kinds[2]
