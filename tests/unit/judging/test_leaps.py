"""Tolls that leap within hours, and those that have no time to."""

import pytest

from figurewatch.agents.judging.judge import Judged
from figurewatch.schemas.claim import Claim

from .making import claim, exactly, judge_all, last, record


def _judged(*claims: Claim) -> Judged:
    return judge_all(*(record(one) for one in claims))[-1]


@pytest.mark.parametrize(
    ("value", "hours", "relation"),
    [
        (60, 0.7, "updated"),
        (67, 0.7, "tension"),  # who counts what the other does hardly finds more within the hour
        (67, 1, "updated"),
        (117, 1, "updated"),  # not yet twice as many
        (190, 1, "tension"),  # the first hours of it, or somebody else's count
        (190, 11, "tension"),
        (190, 13, "updated"),  # from one day to the next a toll may grow by any factor
        (590, 1, "suspect"),  # a slip of a digit
        (1900, 1, "updated"),  # the three that were seen at first
    ],
)
def test_a_toll_of_another_speaker_that_is_higher_within_the_hour_or_has_doubled_in_hours_is_a_tension(
    value: float, hours: float, relation: str
) -> None:
    first = claim(exactly(59), article="a", who="Mayor")
    assert relation in last(first, claim(exactly(value), article="b", who="Rebels", hours=hours))


def test_of_a_leap_it_is_told_mildly_what_it_may_be() -> None:
    first = claim(exactly(5100), article="a", who="Mayor")
    (alert,) = _judged(first, claim(exactly(11300), article="b", who="Red Crescent", hours=5)).alerts
    assert (alert.relation, alert.severity) == ("tension", "low")
    assert "perhaps grown between two publications" in [gate.because for gate in alert.reasons]


@pytest.mark.parametrize("who", ["Mayor", None])
def test_a_leap_of_one_speaker_or_of_nobody_named_is_growth(who: str | None) -> None:
    first = claim(exactly(59), article="a", who="Mayor")
    assert last(first, claim(exactly(190), article="b", who=who, hours=1)) == {"updated"}


@pytest.mark.parametrize(("value", "relation"), [(9, "updated"), (10, "updated"), (11, "tension")])
def test_a_few_more_dead_are_found_in_any_hour(value: float, relation: str) -> None:
    first = claim(exactly(7), article="a", who="Mayor")
    assert relation in last(first, claim(exactly(value), article="b", who="Governor", hours=0.7))


@pytest.mark.parametrize(("minutes", "relation"), [(5, "contradicted"), (30, "tension"), (90, "updated")])
def test_a_toll_has_no_time_to_grow_within_minutes(minutes: int, relation: str) -> None:
    first = claim(exactly(80), article="a", who="Red Cross")
    assert relation in last(first, claim(exactly(150), article="b", who="Police", hours=minutes / 60))


def test_of_one_or_two_dead_more_than_twice_as_many_are_no_few() -> None:
    first = claim(exactly(1), article="a", who="Police")
    assert "tension" in last(first, claim(exactly(4), article="b", who="Army", hours=0.5))
    assert "updated" in last(first, claim(exactly(2), article="b", who="Army", hours=0.5))


@pytest.mark.parametrize(
    ("value", "hours", "relation"), [(2400, 1, "suspect"), (2400, 30, "updated"), (2500, 1, "updated")]
)
def test_one_source_s_digit_more(value: float, hours: float, relation: str) -> None:
    first = claim(exactly(240), article="a", who="Mayor")
    assert relation in last(first, claim(exactly(value), article="b", who="Mayor", hours=hours))
