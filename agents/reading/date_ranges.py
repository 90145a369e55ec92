"""Days, months and years told by their first and last: "from 1 January to 10 March" is one time and not two."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from ...schemas.claim import AsOf
from .. import languages
from .dates import NEVER, YEAR, Dated, Open, dates_in, either, resolved
from .days import DAY, WEEK, Accuracy, midnight, next_year
from .lexicon import lexicon
from .phrases import fold

APOSTROPHE = "'"
DASH = " ?[-–—] ?"
NUMBER = r"[0-3]?[0-9](?:er|st|nd|rd|th|\.)?"
NO_COUNT = r"(?!\w|[.,]?[0-9]| ?%| [^\W\d_])"
"""What stands behind a day's number alone that is no count."""
ACCURACIES: dict[str, Accuracy] = {"day": "week", "weekday": "week", "month": "quarter", "year": "year"}
"""The nearest accuracy to that of a range of such ends."""
END_KINDS = tuple(ACCURACIES)


def times_in(text: str, *, lang: str, base: datetime) -> list[Dated]:
    """The dates that a text names, in order, those that are a range's ends as one."""
    ranges = list(_ranges(text, lang, midnight(base)))
    if not ranges:
        return dates_in(text, lang=lang, base=base)
    held = [range(each.start, each.end) for each in ranges]
    single = [
        dated
        for dated in dates_in(text, lang=lang, base=base)
        if not any(dated.start in span or span.start in range(dated.start, dated.end) for span in held)
    ]
    return sorted((*single, *ranges), key=lambda dated: dated.start)


def _ranges(text: str, lang: str, base: datetime) -> Iterator[Dated]:
    for match in _expression(lang).finditer(text):
        first, last = (_end(match, name) for name in ("first", "last"))
        dated = _joined(first, last, lang, base) if _is_range(match, lang) else None
        if dated is not None:
            dated = _of_night(dated) if _night(lang).search(text, 0, match.start()) else dated
            left_open: Open = (
                "week" if last[0] == "weekday" else None if _has_year(last) or _has_year(first) else "year"
            )
            yield Dated(match.start(), match.end(), dated, left_open)


def _of_night(span: AsOf) -> AsOf:
    """ "In the night from Monday to Tuesday" is no two days: the one that it ends on."""
    one_night = span.accuracy == "week" and span.end - span.start == 2 * DAY
    return AsOf(start=span.end - DAY, end=span.end, accuracy="day") if one_night else span


@cache
def _night(lang: str) -> re.Pattern[str]:
    """What stands right before a night's two days."""
    return re.compile(rf"\b(?:{either(languages.table(lang, 'dates').get('night', ()))}) $", re.I)


def _is_range(match: re.Match[str], lang: str) -> bool:
    """Whether what joins the ends goes with what stands before them; "1-10 March" needs nothing before."""
    joiner, opener = fold(match["joiner"]).strip(" ,"), fold(match["opener"] or "").strip()
    told = languages.table(lang, "dates").get("range", {})
    if re.fullmatch(DASH, match["joiner"]):
        return match["first_day"] is not None or match["last_day"] is not None
    return joiner in told.get(opener, ())


def _end(match: re.Match[str], name: str) -> tuple[str, str]:
    """The kind and the words of one end."""
    kind = next(kind for kind in (*END_KINDS, "number") if match[f"{name}_{kind}"] is not None)
    return kind, fold(match[f"{name}_{kind}"])


def _joined(first: tuple[str, str], last: tuple[str, str], lang: str, base: datetime) -> AsOf | None:
    """The time from the first end to the last; a number alone is a day of the other's month."""
    kinds = {first[0], last[0]} - {"number"}
    if len(kinds) != 1 or ("number" in (first[0], last[0]) and kinds != {"day"}):
        return None
    one, two = (_resolved(each, lang, base) for each in (first, last))
    try:
        one, two = one or _of_month(first[1], two), two or _of_month(last[1], one)
    except ValueError:
        return None  # no "31 June"
    if one is None or two is None:
        return None
    one, two = _in_order(one, two, _has_year(first), _has_year(last), kinds == {"weekday"}, base)
    if one.start >= two.start:
        return None
    return AsOf(start=one.start, end=two.end, accuracy=ACCURACIES[kinds.pop()])


def _in_order(one: AsOf, two: AsOf, dated: bool, ended: bool, weekly: bool, base: datetime) -> tuple[AsOf, AsOf]:
    """The ends in the years that are told with either; else in the last that has begun."""
    if weekly:
        return (one if one.start < two.start else _moved(one, -WEEK)), two
    if dated and not ended:
        two = _in_year(two, one.start.year)
        return one, two if one.start < two.start else _in_year(two, one.start.year + 1)
    if not ended:
        begun = next_year(one.start) <= base and next_year(two.start) > base
        two = _in_year(two, two.start.year + begun)  # on the 14th, "from the 1st to the 20th of March" is of this month
    if not dated:
        one = _in_year(one, two.start.year)
        one = one if one.start < two.start else _in_year(one, two.start.year - 1)
    return one, two


def _in_year(as_of: AsOf, year: int) -> AsOf:
    """The same days of another year."""
    shift = year - as_of.start.year
    leap = as_of.start.month == 2 and as_of.start.day == 29 and shift
    start = as_of.start.replace(year=year, day=28 if leap else as_of.start.day)
    end = start + DAY if as_of.accuracy == "day" else as_of.end.replace(year=as_of.end.year + shift)
    return AsOf(start=start, end=end, accuracy=as_of.accuracy)


def _moved(as_of: AsOf, by: timedelta) -> AsOf:
    return AsOf(start=as_of.start + by, end=as_of.end + by, accuracy=as_of.accuracy)


def _resolved(end: tuple[str, str], lang: str, base: datetime) -> AsOf | None:
    kind, text = end
    if kind == "number":
        return None
    return resolved(text, "yearless" if kind == "month" and not _has_year(end) else kind, lang, base)


def _of_month(number: str, other: AsOf | None) -> AsOf | None:
    """The day of that number in the other's month."""
    digits = re.match(r"\d+", number)
    if other is None or digits is None:
        return None
    start = other.start.replace(day=int(digits.group()))
    return AsOf(start=start, end=start + DAY, accuracy="day")


def _has_year(end: tuple[str, str]) -> bool:
    return re.search("[0-9]{4}$", end[1]) is not None


@cache
def _expression(lang: str) -> re.Pattern[str]:
    """A first end, what joins it to the last, and the last; before them what opens a range."""
    told = languages.table(lang, "dates").get("range", {})
    openers = either(f"{opener}{'' if opener.endswith(APOSTROPHE) else ' '}" for opener in told)
    joiners = either(joiner for behind in told.values() for joiner in behind)
    joined = f"(?P<joiner>,? (?:{joiners}) |{DASH})"
    return re.compile(
        rf"\b(?P<opener>{openers})?{_ends(lang, 'first')}{joined}{_ends(lang, 'last')}".replace("'", "['’]"), re.I
    )


def _ends(lang: str, name: str) -> str:
    """A day, a weekday, a month or a year, or a day's number alone."""
    data = languages.table(lang, "dates")
    months, weekdays = (either(data.get("months", ())), either(lexicon(lang).weekdays))
    of_year = rf"(?:,?(?: (?:{either(data.get('of_year', ()))}))? {YEAR})?"
    day = data.get("day_of_month", NEVER).format(day="[0-3]?[0-9]", month=_any_month(lang))
    parts = {
        "day": f"(?:{day}){of_year}",
        "weekday": f"(?:{weekdays})",
        "month": f"(?:{months}){of_year}(?! [0-9])",
        "year": YEAR,
        "number": NUMBER + NO_COUNT if name == "last" else NUMBER,
    }
    ends = "|".join(f"(?P<{name}_{kind}>{part})" for kind, part in parts.items())
    return rf"(?:{ends})(?!\w)"


def _any_month(lang: str) -> str:
    """A month's name or its abbreviation."""
    return f"(?:{either(lexicon(lang).months | frozenset(languages.table(lang, 'dates').get('months', ())))})"
