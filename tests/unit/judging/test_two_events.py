"""Tolls of two events of one place: kept apart by kind, by weeks, by size."""

import pytest
from msgspec.structs import replace

from .making import FLOOD, claim, exactly, judge_all, last, record, relations


@pytest.mark.parametrize(
    ("events", "dates", "days", "joined"),
    [
        (("shooting",), (), 3, True),
        (("shooting",), (), 30, False),
        (("shooting", "war"), (), 30, True),  # a war goes on
        (("shooting",), ("2023-09-11",), 30, True),  # both tell of one day
        (("flood",), (), 30, True),
    ],
)
def test_weeks_later_it_is_another_attack_that_is_told_of(
    events: tuple[str, ...], dates: tuple[str, ...], days: int, joined: bool
) -> None:
    story = replace(FLOOD, events=events, dates=dates)
    one, two = claim(exactly(15), article="a"), claim(exactly(19), article="b", hours=24 * days)
    assert ("updated" in relations(judge_all(record(one, story=story), record(two, story=story))[1])) is joined


@pytest.mark.parametrize(("days", "joined"), [(3, True), (20, False)])
def test_a_toll_grows_by_any_factor_only_in_its_first_days(days: int, joined: bool) -> None:
    first, second = claim(exactly(15), article="a"), claim(exactly(1500), article="b", hours=24 * days)
    assert ("updated" in last(first, second)) is joined


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (("shooting",), ("fire",), False),
        (("shooting",), ("attack",), True),
        (("explosion",), ("fire",), True),
        (("shooting",), (), True),
        (("shooting", "fire"), ("fire",), True),
    ],
)
def test_a_shooting_s_dead_are_not_a_fire_s(first: tuple[str, ...], second: tuple[str, ...], joined: bool) -> None:
    one = record(claim(exactly(15), article="a"), story=replace(FLOOD, events=first))
    two = record(claim(exactly(19), article="b", hours=3), story=replace(FLOOD, events=second))
    assert ("updated" in relations(judge_all(one, two)[1])) is joined
