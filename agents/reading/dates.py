"""The time a figure holds for: date expressions found by language data, resolved by dateparser."""

import re
import warnings
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any, Literal, NamedTuple

import dateparser

from ...schemas.claim import AsOf
from .. import languages
from .days import DAY, MONTHS, WEEK, Accuracy, later, midnight, next_year, period, shifted
from .lexicon import lexicon
from .phrases import fold

Open = Literal["year", "week"] | None
YEAR = "(?:19|20)[0-9]{2}"
BEGINNING = r"(?:[ '’-][^\W\d_]+){0,8}?"
"""Words for what has begun, between "since" and its day."""
NEVER = r"(?!)"
ESCAPED_SPACE = re.escape(" ")
RECENT = 14 * DAY
"""A day without a year that has passed so lately is no coming one, whatever is foreseen of it."""
BESIDE = 2
"""Characters between a weekday and its date."""
LONGEST_CLAUSE = 80
"""Characters from an event to its day in a clause on it."""
CLAUSE_WORDS = 5
LONGEST_CUE = 30
"""Characters of what tells a comparison."""


class Dated(NamedTuple):
    """A date expression in a text: its place, what it means, and whether the text leaves its year or week open.

    "This week", "in March" and "the 2025 floods" may tell no more than when they are said; "in 2025" and "the second
    quarter" are periods of their own.
    """

    start: int
    end: int
    as_of: AsOf
    open: Open = None
    relative: bool = False
    of_event: bool = False
    """Whether it dates what stands beside it: "Tuesday's quake", "the Aug. 8 fires", "la marche du 5 octobre"."""
    by: bool = False
    """Whether something is told to be so by then: "by August 4"."""
    until: "Dated | None" = None
    """What a border that may be such a day names: "bis zum 4. August"."""


def published(moment: datetime) -> AsOf:
    """The as-of of a figure whose text names no date: the day it was published."""
    day = midnight(moment)
    return AsOf(start=day, end=day + DAY, accuracy="publication")


def dates_in(text: str, *, lang: str, base: datetime) -> list[Dated]:
    """The dates that a text names, resolved against the publication's date, in order."""
    found = []
    for match in _expressions(lang).finditer(text):
        kind = match.lastgroup or ""
        if kind in ("border", "until"):
            until = _named_by(match.group(), lang, base) if kind == "until" else None
            found.append(Dated(match.start(), match.end(), published(base), relative=True, until=until))
            continue
        if kind == "named_year" and not _is_year_of_event(text, match, lang):
            continue
        meaning = resolved(fold(match.group()), kind, lang, midnight(base))
        if meaning is not None:
            relative = kind in ("relative", "yearless", "named_year") and meaning.accuracy != "day"
            yearless = kind in ("day", "yearless", "part") and not _ends_in_year(match.group())
            left_open: Open = "week" if kind == "weekday" else "year" if yearless else None
            recent = kind == "elapsed" and meaning.accuracy != "year"  # "the fires earlier this month" have killed 115
            of_event = recent or _is_of_event(text, match, lang)
            by = _by(lang).search(text, max(0, match.start() - LONGEST_CUE), match.start()) is not None
            found.append(Dated(match.start(), match.end(), meaning, left_open, relative, of_event, by))
    return _whole(found)


def _named_by(text: str, lang: str, base: datetime) -> Dated | None:
    """The day behind a word that may be "by" as well as "until"."""
    inside = dates_in(text.partition(" ")[2], lang=lang, base=base)
    may_be = inside and _by(lang).match(f"{text.partition(' ')[0]} ")
    return inside[-1]._replace(by=True) if may_be else None


@cache
def _by(lang: str) -> re.Pattern[str]:
    """What stands before the day by which something is to be so."""
    return re.compile(rf"\b(?:{either(languages.table(lang, 'dates').get('by', ()))}) $", re.I)


def _whole(dates: list[Dated]) -> list[Dated]:
    """A weekday with the date right behind it is that date: "mardi 28 février", "Tuesday, Feb. 28"."""
    whole: list[Dated] = []
    for dated in dates:
        before = whole[-1] if whole else None
        told = dated.as_of.accuracy == "day" and dated.open != "week"
        if before and told and before.open == "week" and dated.start - before.end <= BESIDE:
            whole[-1] = dated._replace(start=before.start)
        else:
            whole.append(dated)
    return whole


def _is_of_event(text: str, date: re.Match[str], lang: str) -> bool:
    """ "The deadly May 9 quake", "Friday's 7.9 magnitude quake", "the quake that hit on Friday"."""
    before, behind = _beside(text, date)
    if _event_that(lang).search(text, max(0, date.start() - LONGEST_CLAUSE), date.start()):
        return True
    named = _event_named(lang).search(before) or behind.startswith(
        tuple(languages.table(lang, "dates").get("event_after", ()))
    )
    return bool(named) and any(_event(lang, "event_before", "event_after").search(part) for part in (before, behind))


@cache
def _event_named(lang: str) -> re.Pattern[str]:
    """What stands before an event's day, with a word more between."""
    return re.compile(rf"(?:{either(languages.table(lang, 'dates').get('event_before', ()))})(?:[^\W\d_]+ )?$", re.I)


@cache
def _event_that(lang: str) -> re.Pattern[str]:
    """An event and the clause that tells its day: "the quake that hit the town on"; attacks are told apart by it."""
    kinds, told = languages.taxonomy()["unarmed"]["events"], languages.table(lang, "events")
    events = either(word for kind in kinds for word in told.get(kind, ()))
    data = languages.table(lang, "attribution")
    relative = either((*data.get("relative", ()), *data.get("who", ())))
    return re.compile(rf"\b(?:{events}),? (?:{relative})(?: [^\W\d_]+){{1,{CLAUSE_WORDS}}} $", re.I)


def _ends_in_year(text: str) -> bool:
    return text[-4:].isdigit()


def ahead(dated: Dated, moment: datetime) -> AsOf:
    """What is foreseen for "Tuesday" or "August 4" is foreseen for the coming one."""
    as_of, day = dated.as_of, midnight(moment)
    if dated.open is None or as_of.end > day or (dated.open == "year" and day - as_of.end < RECENT):
        return as_of
    if dated.open == "week":
        return AsOf(start=as_of.start + WEEK, end=as_of.end + WEEK, accuracy="day")
    return AsOf(start=next_year(as_of.start), end=next_year(as_of.end), accuracy=as_of.accuracy)


def within(dates: list[Dated], start: int, end: int) -> list[Dated]:
    """The dates of a part of the text, by their places in it."""
    first = bisect_left(dates, start, key=lambda dated: dated.start)
    last = bisect_right(dates, end, key=lambda dated: dated.end)
    return [dated._replace(start=dated.start - start, end=dated.end - start) for dated in dates[first:last]]


@cache
def _expressions(lang: str) -> re.Pattern[str]:
    data = languages.table(lang, "dates")
    weekdays = either(lexicon(lang).weekdays)
    months = either(lexicon(lang).months | frozenset(data.get("months", ())))
    relative = either(data.get("relative", ())).replace("'", "['’]")
    day = data.get("day_of_month", "")
    of_year = f",?(?: (?:{either(data.get('of_year', ()))}))?"
    parts = {"iso": r"\d{4}-\d{2}-\d{2}"}
    if months and day:
        parts["day"] = f"(?:{day.format(day='[0-3]?[0-9]', month=f'(?:{months})')})(?:{of_year} {YEAR})?"
        parts["month"] = f"(?:{months}){of_year} {YEAR}"
        named = f"(?:{either(data.get('months', ()))})(?! [0-9]|{of_year} {YEAR})"
        years = either(name for name, (accuracy, _) in data.get("relative", {}).items() if accuracy == "year")
        parts["yearless"] = f"(?:{either(data.get('month_cue', ()))}) {named}(?:{of_year} (?:{years}))?"
    for name, behind in (("part", f"(?:{of_year} {YEAR})?"), ("part_of", f"{of_year} {YEAR}")):
        parts[name] = f"(?:{either(data.get(name, ())).replace(ESCAPED_SPACE, '[ -]')}){behind}"
    parts["weekday"] = f"(?:{weekdays})"
    parts["elapsed"] = f"(?:{either(data.get('elapsed', ()))})".replace("'", "['’]")
    parts["relative"] = f"(?:{relative})"
    small = either(word for word in lexicon(lang).stop if word.endswith("s"))  # "in 2026 puis", but "in 2000 tents"
    parts["year"] = f"{_right_behind(data.get('year_cue', ()))}{YEAR}(?! (?!(?:{small})\\b)[^\\W\\d_]{{3,}}s\\b)"
    parts["named_year"] = f"{_right_behind(data.get('named_year_cue', ()))}{YEAR}"
    since, until = _borders(data, parts, lexicon(lang).stop)
    pattern = "|".join(f"(?P<{name}>{part})" for name, part in parts.items())
    borders = f"(?P<border>{since})|(?P<until>{until})"
    return re.compile(rf"\b(?:{borders}|{pattern})\b", re.I)  # what is tried at each word begins with few


def _borders(data: Mapping[str, Any], parts: Mapping[str, str], small: Iterable[str]) -> tuple[str, str]:
    """What a figure is counted from, and up to: "since Monday", "since the war broke out, on Monday", "after 3 May"."""
    since, beyond = either(data.get("since", ())), either(data.get("beyond", ()))
    dates = "|".join(part for name, part in parts.items() if name not in ("year", "named_year"))
    days = "|".join(parts[name] for name in ("day", "yearless") if name in parts) or NEVER
    small = either((*small, *data.get("said_on", ())))
    apposed = f",(?: (?:{small})){{0,2}}"  # "depuis le début de la guerre, le 3 mai"
    closed = r"(?=[,;.)–—]| [–—]|$)"  # not "since the truce, on Monday alone 40 died"
    return f"(?:{since}){BEGINNING}(?: (?:{dates})|{apposed} (?:{dates}){closed})", f"(?:{beyond}) (?:{days})"


def _right_behind(cues: Iterable[str]) -> str:
    """A place right behind one of the cues and a space; tried at digits alone, it costs nothing."""
    behind = "|".join(rf"(?<=\b{re.escape(cue)} )" for cue in cues)
    return rf"(?=[12])(?:{behind or NEVER})"


@cache
def _event(lang: str, before_date: str, behind_date: str = "") -> re.Pattern[str]:
    """An event, with a word or two between it and its date; by the cues of those names before and behind the date."""
    events = either(word for words in languages.table(lang, "events").values() for word in words)
    data = languages.table(lang, "dates")
    before, behind = ([cue.strip() for cue in data.get(name, ())] for name in (before_date, behind_date))
    word = r"(?:[\w.,-]*\w ){0,2}"
    return re.compile(rf"\b(?:{events}) {word}(?:{either(before)}) $|^(?:{either(behind)})? {word}(?:{events})\b", re.I)


def _is_year_of_event(text: str, year: re.Match[str], lang: str) -> bool:
    """ "The 2018 floods", "les inondations de 2018"; "the 2013 law" tells no time of what it leads to."""
    return any(_event(lang, "named_year_cue").search(part) for part in _beside(text, year))


def _beside(text: str, date: re.Match[str]) -> tuple[str, str]:
    """What stands before a date and behind it."""
    return text[max(0, date.start() - LONGEST_CUE) : date.start()], text[date.end() : date.end() + LONGEST_CUE]


def either(texts: Iterable[str]) -> str:
    """A pattern for any of the texts, the longest first."""
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True)) or NEVER


@lru_cache(maxsize=4096)
def resolved(text: str, kind: str, lang: str, base: datetime) -> AsOf | None:
    """What the folded words of a date mean, given their kind among those of `_expressions`."""
    if kind in ("year", "named_year"):
        year = datetime(int(text[-4:]), 1, 1, tzinfo=UTC)
        return AsOf(start=year, end=year.replace(year=year.year + 1), accuracy="year")
    if kind == "yearless":
        return _month(text, lang, base)
    if kind in ("part", "part_of"):
        return _part_of_year(text.replace("-", " "), languages.table(lang, "dates")[kind], base)
    if kind == "relative":
        accuracy, shift = _table(lang, "relative")[text]
        start, end = period(shifted(base, accuracy, shift), accuracy)
        return AsOf(start=start, end=end, accuracy=accuracy)
    if kind == "elapsed":
        return _elapsed(_table(lang, "elapsed")[text], base)
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
    if kind == "weekday" and moment.date() == (base - WEEK).date():
        moment += WEEK  # "Friday" on a Friday is today
    named = midnight(moment.replace(tzinfo=UTC))
    exact: Accuracy = "month" if kind == "month" else "day"
    start, end = period(named, exact)
    return AsOf(start=start, end=end, accuracy=exact)


def _elapsed(accuracy: Accuracy, base: datetime) -> AsOf:
    """ "Earlier this week": what has passed of it by the day of publication, on its first day that day."""
    start, _ = period(base, accuracy)
    return AsOf(start=start, end=max(base, start + DAY), accuracy=accuracy)


def _part_of_year(text: str, parts: Mapping[str, tuple[Accuracy, int]], base: datetime) -> AsOf:
    """ "The third quarter of 2018"; without a year, the last that has begun."""
    accuracy, month = parts[max((name for name in parts if text.startswith(name)), key=len)]
    year = int(text[-4:]) if _ends_in_year(text) else base.year - (month > base.month)
    start = datetime(year, month, 1, tzinfo=UTC)
    return AsOf(start=start, end=later(start, MONTHS[accuracy]), accuracy=accuracy)


def _month(text: str, lang: str, base: datetime) -> AsOf:
    """ "In August last year"; "in December": the last one, this month included."""
    months = languages.table(lang, "dates")["months"]
    named = next(place for place, name in enumerate(months, 1) if re.search(rf"\b{name}\b", text))
    relative = _table(lang, "relative")
    told = max((name for name in relative if text.endswith(f" {name}")), key=len, default=None)
    years = relative[told][1] if told else -(named > base.month)
    start, end = period(base.replace(year=base.year + years, month=named, day=1), "month")
    return AsOf(start=start, end=end, accuracy="month")


@cache
def _table(lang: str, name: str) -> dict[str, Any]:
    """A table of the language's dates, by folded words: accuracy (and distance) of those that are told from today."""
    return {fold(text): told for text, told in languages.table(lang, "dates").get(name, {}).items()}
