"""Stretches of a text in which no figure can stand: links, dates, clock times, phone numbers, numbers of items."""

import re
from collections.abc import Iterable
from functools import cache

_MASK = re.compile(
    r"""
    (?=[0-9(hw+@\#]) (?:
      https?://\S++ | www\.\S++ | [@\#]\w++                                        # links, handles
    | (?<![0-9.])(?![0-9]{1,3}(?:\.[0-9]{3})+(?!\.?[0-9]))[0-9]++(?:\.[0-9]++){2,}     # 192.168.1.2, 18.10.2024
    | \b\d{4}-\d{2}-\d{2}\b | \b\d{1,2}/\d{1,2}/\d{2,4}(?!\d)                      # 2024-10-18, 18/10/2024
    | \b\d{1,2}\s?[hH:]\s?\d{2}(?::\d{2})?(?!\d) | \b\d{1,2}[hH]\b              # 20h30, 7:44am, 20h
    | \b0\d{3}(?:[ .-]\d{2,3}){2,3}\b                                              # 0800 06 66 66
    | \b\d{2,3}[ .]\d{2,3}(?:[ .]\d{2}){2,3}\b                                   # 91 123 45 67
    | (?<!\d[ ])\b0\d{2,4}[ /-]\d{3,9}(?:-\d{1,4})?\b                        # 030 227-0
    | \(\d{3}\)\s?\d{3}[-.]\d{4}\b                                                  # (202) 555-0147
    | \b(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])\b(?!/)                          # 19/12, 24/7
    | \+(?!\d{1,3}(?:[ .]\d{3}){1,2}(?![ .]?\d))\d[\d\ .()-]{7,20}\d            # +33 6 12 34 56 78, but +1 250 000
    | \b0\d(?:[ .-]\d{2}){4}\b | \b(?:1-)?\d{3}-\d{3}-\d{4}\b | (?<![-\d])\d{3}-0\d{3}\b(?!-)
    | \b(?:1\d|20)\d\d\s?[-–—/]\s?\d\d\b(?!\s?[%€$])                            # 1950-53
    | \b(?:19|20)\d\d/\d{2,4}\b | \b\d{2,4}/\d{2,4}/[A-Z]{2}                        # 2016/679, 95/46/CE
    | \b(?:1\d|20)\d0s\b | (?<=')\d0s\b )                                                      # 1990s
    """,
    re.X,
)
_MAIL = re.compile(r"(?<!\S)[^\s@]{1,64}+@\S++")
NO_SUM = r"(?! de\b| ?[€$])"
"""What follows a day: "el 8M", and not "20M de euros"."""
_ITEM = re.compile(r"^[ \t]*\(?\d{1,2}[.)](?=\s)", re.M)


def named_days(text: str, articles: Iterable[str], months: Iterable[str]) -> re.Pattern[str] | None:
    """The days that a text calls by number and initial: "el 8M" all through it, "la Comisión 8M" behind that name.

    Sums are none: "Repsol 20M de euros".
    """
    if not articles:
        return None
    lead, day = "|".join(map(re.escape, articles)), _day(frozenset(month[0].upper() for month in months))
    called = {re.escape(match[1]) for match in re.finditer(rf"\b(?:{lead}) ({day})", text)}
    named = {(match[1], match[2]) for match in re.finditer(rf"\b([A-ZÀ-Þ][^\W\d_]+) ({day})", text)}
    behind = (rf"(?<=\b{re.escape(name)} ){re.escape(each)}" for name, each in named)
    told = "|".join(sorted((*(rf"\b{each}" for each in called), *behind)))
    return re.compile(rf"(?:{told})\b{NO_SUM}") if told else None


@cache
def _day(initials: frozenset[str]) -> str:
    """A day's number and its month's initial, and no sum."""
    return rf"(?:[0-2]?[0-9]|3[01])-?[{''.join(sorted(initials))}]\b{NO_SUM}"


def masks(text: str, start: int, end: int, days: re.Pattern[str] | None = None) -> list[tuple[int, int]]:
    """Spans within text[start:end] in which no figure can stand, in order; `days` are those that the text names."""
    patterns = [_MASK, _ITEM, *([_MAIL] if text.find("@", start, end) >= 0 else ()), *([days] if days else ())]
    return sorted(match.span() for pattern in patterns for match in pattern.finditer(text, start, end))
