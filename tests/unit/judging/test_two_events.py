"""Tolls of two events of one place: kept apart by kind, by weeks, by size."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from figurewatch.schemas.claim import AsOf

from .making import FLOOD, NOON, claim, clashes, exactly, judge_all, last, record, relations, told_in


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


@pytest.mark.parametrize(
    ("first", "second", "lang", "joined"),
    [
        ("A raid in Derna killed 40.", "A similar attack on Monday killed 12.", "en", False),
        ("A raid in Derna killed 40.", "In a separate incident 12 died.", "en", False),
        ("Un raid a fait 40 morts.", "Des heurts similaires ont fait 12 morts.", "fr", False),
        ("Una incursión dejó 40 muertos.", "Otro incidente dejó 12 muertos.", "es", False),
        ("Bei der Razzia starben 40.", "Bei einem ähnlichen Vorfall starben 12.", "de", False),
        ("A quake in Derna killed 40.", "A storm had killed 12.", "en", False),
        ("A raid in Derna killed 40.", "On Monday the toll was 12.", "en", True),
        ("A flood in Derna killed 40.", "The storm had killed 12 by Monday.", "en", True),
        ("The fire in Derna killed 40.", "The fire service spoke of 12.", "en", True),
    ],
)
def test_beside_one_event_another_is_told_of(first: str, second: str, lang: str, joined: bool) -> None:
    midnight, day = NOON.replace(hour=0), timedelta(days=1)
    today = AsOf(start=midnight, end=midnight + day, accuracy="day")
    monday = AsOf(start=midnight - 3 * day, end=midnight - 2 * day, accuracy="day")
    later = told_in((first, second), 0, 40, "Mayor", lang=lang, as_of=today)
    before = told_in((first, second), 1, 12, "Chief", lang=lang, as_of=monday)
    assert ("updated" in relations(judge_all(record(later, before))[0])) is joined


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The attack killed 12, the army said.", "Residents said 19 died in the blaze."),
        ("In a new raid 12 were killed, the army said.", "Residents said 9 were killed."),
        ("After similar attacks in May, 12 were killed, the army said.", "Residents said 19 were killed."),
    ],
)
def test_of_one_day_two_hazards_may_be_one_event(first: str, second: str) -> None:
    value = 19 if "19" in second else 9
    assert clashes(told_in((first, second), 0, 12, "Army"), told_in((first, second), 1, value, "Residents"))


@pytest.mark.parametrize(("hours", "joined"), [(24, True), (-24, False)])
def test_another_event_told_first_may_be_this_one(hours: float, joined: bool) -> None:
    quote = "another blast killed so many"
    one = claim(exactly(12), article="a", quote=quote, quote_end=len(quote))
    two = claim(exactly(40), article="b", hours=hours)
    newer = relations(judge_all(*(record(each) for each in sorted((one, two), key=lambda each: each.published_at)))[1])
    assert ("updated" in newer) is joined


@pytest.mark.parametrize(
    ("lang", "second", "clash"),
    [
        ("en", "A year earlier it was 4 percent.", False),
        ("de", "Ein Jahr zuvor waren es 4 Prozent.", False),
        ("en", "The bank says that it is 4 percent.", True),
    ],
)
def test_of_a_year_ago_something_else_was_so(lang: str, second: str, clash: bool) -> None:
    rate = {"measure": "share.inflation", "cumulative": False, "stock_or_flow": "share", "lang": lang}
    may = AsOf(start=NOON.replace(month=5, day=1, hour=0), end=NOON.replace(month=6, day=1, hour=0), accuracy="month")
    year = AsOf(start=may.start.replace(month=1), end=may.start.replace(year=2024, month=1), accuracy="year")
    sentences = "It was 6 percent in May.", second
    one, two = (
        replace(each, figure=replace(each.figure, kind="percent"))
        for each in (
            told_in(sentences, 0, 6, "Office", as_of=may, **rate),
            told_in(sentences, 1, 4, "Bank", as_of=may if clash else year, **rate),
        )
    )
    assert clashes(one, two) is clash
