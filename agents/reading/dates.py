"""The time a figure holds for: date expressions found by language data, resolved by dateparser."""

import re
import warnings
from bisect import bisect_left, bisect_right
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import dateparser

from ...schemas.claim import AsOf
from .. import languages
from .lexicon import lexicon
from .phrases import fold

Accuracy = Literal["instant", "day", "week", "month", "year", "publication"]
DAY = timedelta(days=1)
LONGEST_CUE = 30
"""Characters of what tells a comparison."""


class Dated(NamedTuple):
    """A date expression in a text: its place, what it means, and whether the text leaves its year or week open."""

    start: int
    end: int
    as_of: AsOf
    open: Literal["year", "week"] | None = None


def published(moment: datetime) -> AsOf:
    """The as-of of a figure whose text names no date: the day it was published."""
    day = _midnight(moment)
    return AsOf(start=day, end=day + DAY, accuracy="publication")


def dates_in(text: str, *, lang: str, base: datetime) -> list[Dated]:
    """The dates that a text names, resolved against the publication's date, in order."""
    found = []
    for match in _expressions(lang).finditer(text):
        kind = match.lastgroup or ""
        meaning = _resolve(fold(match.group()), kind, lang, _midnight(base))
        if meaning is not None:
            yearless = kind in ("day", "yearless") and not match.group()[-4:].isdigit()
            found.append(
                Dated(
                    match.start(), match.end(), meaning, "week" if kind == "weekday" else "year" if yearless else None
                )
            )
    return found


def ahead(dated: Dated, moment: datetime) -> AsOf:
    """What is foreseen for "Tuesday" or "August 4" is foreseen for the coming one."""
    as_of, day = dated.as_of, _midnight(moment)
    if dated.open is None or as_of.start >= day:
        return as_of
    if dated.open == "week":
        return AsOf(start=as_of.start + 7 * DAY, end=as_of.end + 7 * DAY, accuracy="day")
    return AsOf(start=_next_year(as_of.start), end=_next_year(as_of.end), accuracy=as_of.accuracy)


def within(dates: list[Dated], start: int, end: int) -> list[Dated]:
    """The dates of a part of the text, by their places in it."""
    first = bisect_left(dates, start, key=lambda dated: dated.start)
    last = bisect_right(dates, end, key=lambda dated: dated.end)
    return [dated._replace(start=dated.start - start, end=dated.end - start) for dated in dates[first:last]]


def _next_year(day: datetime) -> datetime:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year + 1, day=28 if leap else day.day)


def nearest(dates: list[Dated], place: int) -> Dated | None:
    """The date that stands nearest to a place in the text."""
    return min(dates, key=lambda dated: min(abs(dated.start - place), abs(dated.end - place)), default=None)


def up_to_comparison(dates: list[Dated], text: str, figures: list[int], *, lang: str) -> list[Dated]:
    """The dates before the first of the figures that another is compared with: "31,000, against 65,000 on Thursday".

    `figures` are the places of those that follow; what stands behind a compared one is its own date. A span of time
    that something is compared with itself holds for no figure: "25 % higher than last year".
    """
    dates = [
        dated
        for dated in dates
        if dated.as_of.accuracy == "day" or not _stands_before(text, dated.start, lang, "than", "['’ ]")
    ]
    for place in figures:
        if _stands_before(text, place, lang, "compared", " "):
            return [dated for dated in dates if dated.start < place]
    return dates


def _stands_before(text: str, place: int, lang: str, cues: str, gap: str) -> bool:
    return _right_before(lang, cues, gap).search(text, max(0, place - LONGEST_CUE), place) is not None


@cache
def _right_before(lang: str, name: str, gap: str) -> re.Pattern[str]:
    """The language's cues of a name at the end of a text, and the sign between them and what follows."""
    cues = "|".join(re.escape(cue) for cue in languages.table(lang, "dates").get(name, ())) or r"(?!)"
    return re.compile(rf"\b(?:{cues}){gap}$", re.I)


@cache
def _expressions(lang: str) -> re.Pattern[str]:
    data = languages.table(lang, "dates")
    months = "|".join(re.escape(month) for month in data.get("months", ()))
    weekdays = "|".join(re.escape(day) for day in sorted(lexicon(lang).weekdays))
    longest_first = sorted(data.get("relative", ()), key=len, reverse=True)
    relative = "|".join(re.escape(text).replace("'", "['’]") for text in longest_first)
    cues = "|".join(re.escape(cue) for cue in data.get("year_cue", ()))
    day = data.get("day_of_month", "")
    parts = {"iso": r"\b\d{4}-\d{2}-\d{2}\b"}
    since = "".join(f"(?<!{re.escape(word)} )" for word in data.get("since", ()))
    if months and day:
        parts["day"] = f"{since}(?:{day.format(day='[0-3]?[0-9]', month=f'(?:{months})')})(?:,? [12][0-9]{{3}})?"
        parts["month"] = f"(?:{months}) [12][0-9]{{3}}"
        before = "|".join(re.escape(cue) for cue in data.get("month_cue", ()))
        parts["yearless"] = f"{since}(?:{before}) (?:{months})(?! [0-9])"
    if weekdays:
        parts["weekday"] = f"(?:{weekdays})"
    if relative:
        parts["relative"] = f"(?:{relative})"
    if cues:
        parts["year"] = f"(?<!\\S)(?:{cues}) (?:19|20)[0-9]{{2}}(?! [^\\W\\d_]+s\\b)"
    pattern = "|".join(f"(?P<{name}>\\b(?:{part})\\b)" for name, part in parts.items())
    return re.compile(pattern, re.I)


@lru_cache(maxsize=4096)
def _resolve(text: str, kind: str, lang: str, base: datetime) -> AsOf | None:
    if kind == "year":
        year = datetime(int(text[-4:]), 1, 1, tzinfo=UTC)
        return AsOf(start=year, end=year.replace(year=year.year + 1), accuracy="year")
    if kind == "yearless":
        return _last(languages.table(lang, "dates")["months"].index(text.rsplit(maxsplit=1)[-1]) + 1, base)
    if kind == "relative":
        accuracy, shift = _relative(lang)[text]
        start, end = _period(_shifted(base, accuracy, shift), accuracy)
        return AsOf(start=start, end=end, accuracy=accuracy)
    settings = {
        "RELATIVE_BASE": base.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "TIMEZONE": "UTC",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateparser's own, about ambiguous days
        moment = dateparser.parse(text, languages=[lang], settings=settings)
    if moment is None:
        return None
    if kind == "weekday" and moment.date() == base.date() - timedelta(days=7):
        moment += timedelta(days=7)  # "Friday" on a Friday is today
    accuracy = "month" if kind == "month" else "day"
    start, end = _period(_midnight(moment.replace(tzinfo=UTC)), accuracy)
    return AsOf(start=start, end=end, accuracy=accuracy)


def _last(month: int, base: datetime) -> AsOf:
    """ "In December": the last one, this month included."""
    start, end = _period(base.replace(year=base.year - (month > base.month), month=month, day=1), "month")
    return AsOf(start=start, end=end, accuracy="month")


@cache
def _relative(lang: str) -> dict[str, tuple[Accuracy, int]]:
    """Accuracy and distance of the language's relative dates."""
    named = languages.table(lang, "dates").get("relative", {})
    return {fold(text): (accuracy, shift) for text, (accuracy, shift) in named.items()}


def _shifted(day: datetime, accuracy: Accuracy, shift: int) -> datetime:
    """So many days, weeks, months or years away."""
    if accuracy in ("day", "week"):
        return day + shift * (DAY if accuracy == "day" else 7 * DAY)
    months = day.year * 12 + day.month - 1 + shift * (1 if accuracy == "month" else 12)
    return day.replace(year=months // 12, month=months % 12 + 1, day=1)


def _period(day: datetime, accuracy: Accuracy) -> tuple[datetime, datetime]:
    if accuracy == "week":
        start = day - timedelta(days=day.weekday())
        return start, start + timedelta(days=7)
    if accuracy == "month":
        start = day.replace(day=1)
        return start, (start + timedelta(days=32)).replace(day=1)
    if accuracy == "year":
        start = day.replace(month=1, day=1)
        return start, start.replace(year=start.year + 1)
    return day, day + DAY


def _midnight(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
