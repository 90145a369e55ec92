"""Sentence spans by rules: they survive stray full stops, missing spaces, headlines and live-blog clocks."""

import re
from functools import cache

from .headings import heading_end
from .lexicon import lexicon
from .phrases import fold

_END = re.compile(r"[.!?…]+(?:[\"'”’)\]]|[ \u00a0\u202f]?»)*|\n+")
_WORD_BEFORE = re.compile(r"([\w.]+)$")
_OPENING = re.compile(r"\s*[\"'“‘«(\[]*\s*(\S)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\s+$")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
LONGEST_ORDINAL = 2
"""Digits of an ordinal that a stop makes."""
LONGEST = 1200
"""A sentence without an end is cut here, so that no rule's cost grows with the text's length."""


def split(text: str, lang: str) -> list[tuple[int, int]]:
    """Spans [start, end) of the sentences, without the white space around them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match.end() - start > 1 and _ends(text, match, lang):
            _add(spans, text, start, match.end())
            start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _ends(text: str, match: re.Match[str], lang: str) -> bool:
    """Whether this stop ends a sentence: a newline does; a full stop not after an abbreviation or inside a number."""
    stop = match.group()
    if stop[0] == "\n":
        return True
    following = _OPENING.match(text, match.end(), match.end() + 12)
    if following is None:
        return True
    sign = following.group(1)
    spaced = match.end() < len(text) and text[match.end()].isspace()
    if stop[0] != ".":
        return spaced and not sign.islower()
    word = _WORD_BEFORE.search(text, max(0, match.start() - 20), match.start())
    if word and word.start() and text[word.start() - 1] == "°":
        return True  # "40°C. Cette vague"
    if not spaced:
        return sign.isupper() and word is not None and len(word.group()) > 3 and word.group()[-1].islower()
    if sign.islower() or (word and _is_ordinal(text, word, match.end(), lang)):
        return False
    return word is None or not _abbreviation(word.group(1), lang)


def _is_ordinal(text: str, number: re.Match[str], end: int, lang: str) -> bool:
    """Whether a stop makes an ordinal where the language writes them so: "am 4. August", "der 2. Weltkrieg"."""
    lex = lexicon(lang)
    if not lex.before_ordinal or not (number.group().isdigit() and len(number.group()) <= LONGEST_ORDINAL):
        return False
    before, behind = _LAST_WORD.search(text, max(0, number.start() - 20), number.start()), _NEXT_WORD.match(text, end)
    told = before is not None and fold(before.group(1)) in lex.before_ordinal
    return told or (behind is not None and fold(behind.group(1)) in lex.months)


def _abbreviation(word: str, lang: str) -> bool:
    folded = fold(word)
    if folded in _abbreviations(lang):
        return True
    return (len(word) == 1 and word.isupper()) or bool(re.fullmatch(r"(?:\w\.)+\w", word))


@cache
def _abbreviations(lang: str) -> frozenset[str]:
    return lexicon(lang).abbreviated


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    start, end = _stripped(text, start, end)
    head = heading_end(text, start, end)
    if head > start:
        spans.append(_stripped(text, start, head))
        start, end = _stripped(text, head, end)
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        spans.append((start, cut))
        start = cut + (text[cut] == " ")
    if end > start:
        spans.append((start, end))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
