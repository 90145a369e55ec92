"""Days, weeks, months and years, and how far they are from one another."""

from datetime import UTC, datetime, timedelta
from typing import Literal

Accuracy = Literal["day", "week", "month", "quarter", "half", "year"]
DAY = timedelta(days=1)
WEEK = 7 * DAY
MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def midnight(moment: datetime) -> datetime:
    """When its day begins, UTC."""
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def next_year(day: datetime) -> datetime:
    """The same day a year later; the 28th for a leap day."""
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def shifted(day: datetime, accuracy: Accuracy, shift: int) -> datetime:
    """So many days, weeks, months or years away."""
    if accuracy in ("day", "week"):
        return day + shift * (DAY if accuracy == "day" else WEEK)
    return later(day.replace(day=1), shift * MONTHS[accuracy])


def later(day: datetime, months: int) -> datetime:
    """The first of a month, so many months away."""
    months += day.year * 12 + day.month - 1
    return day.replace(year=months // 12, month=months % 12 + 1)


def period(day: datetime, accuracy: Accuracy) -> tuple[datetime, datetime]:
    """Where the day, week, month… that a day lies in begins and ends."""
    if accuracy == "day":
        return day, day + DAY
    if accuracy == "week":
        start = day - timedelta(days=day.weekday())
        return start, start + WEEK
    start = day.replace(month=1 if accuracy == "year" else day.month, day=1)
    return start, later(start, MONTHS[accuracy])
