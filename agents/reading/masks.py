"""Stretches of a text in which no figure can stand: links, dates, clock times, phone numbers, numbers of items."""

import re
from collections.abc import Iterable

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
_ITEM = re.compile(r"^[ \t]*\(?\d{1,2}[.)](?=\s)", re.M)


def named_days(text: str, articles: Iterable[str]) -> re.Pattern[str] | None:
    """The days that a text calls by number and initial, all through it: "el 8M", "la Comisión 8M"."""
    told = "|".join(map(re.escape, articles))
    names = set(re.findall(rf"\b(?:{told}|[A-ZÀ-Þ][^\W\d_]+) ([0-3]?\d-?[A-Z])\b", text, re.ASCII)) if told else ()
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(names)))})\b") if names else None


def masks(text: str, start: int, end: int, days: re.Pattern[str] | None = None) -> list[tuple[int, int]]:
    """Spans within text[start:end] in which no figure can stand, in order; `days` are those that the text names."""
    patterns = [_MASK, _ITEM, *([_MAIL] if text.find("@", start, end) >= 0 else ()), *([days] if days else ())]
    return sorted(match.span() for pattern in patterns for match in pattern.finditer(text, start, end))
