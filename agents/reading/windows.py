"""The stretches of a text that can hold a figure: around digits and number words, never across a line's end."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon

BACK = 64
"""Characters before a number in which its qualifier, sign or unit can stand."""
AHEAD = 96
"""Characters after a number in which its unit, counted noun or the other end of a range can stand."""
SNAP = 40
"""How far a stretch grows to end at a space, so that no word is cut."""
LONGEST = 6000
"""Longer stretches are cut behind a sentence, twice as long ones before a number, so that no rule's cost grows."""
_SENTENCE_END = re.compile(r"[.!?;]\s++")


def windows(text: str, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """Spans [start, end) in order, apart from each other."""
    start = end = previous = -1
    for match in lex.candidate.finditer(lowered(text)):
        first, last = match.span()
        if last + AHEAD // 2 <= end and end - start < LONGEST:
            continue
        left = _left(text, first)
        if left >= end:
            if end > start:
                yield start, end
            start = left
        elif end - start >= LONGEST and (cut := _cut(text, previous, first, forced=end - start >= 2 * LONGEST)):
            yield start, cut
            start = cut
        end, previous = max(end, _right(text, last)), last
    if end > start:
        yield start, end


def _cut(text: str, last: int, first: int, *, forced: bool) -> int | None:
    """Where a stretch may be cut between two numbers: behind a sentence; anywhere where it must be."""
    ends = _SENTENCE_END.search(text, last, first)
    return ends.end() if ends else first if forced else None


def lowered(text: str) -> str:
    """In lower case, of the same length (only a dotted capital I would grow)."""
    return text.replace("İ", "I").lower()


def _left(text: str, place: int) -> int:
    edge = max(0, place - BACK)
    line = text.rfind("\n", edge, place) + 1
    if line or edge == 0:
        return line
    space = text.rfind(" ", max(0, edge - SNAP), edge)
    return space + 1 if space >= 0 else edge


def _right(text: str, place: int) -> int:
    edge = min(len(text), place + AHEAD)
    line = text.find("\n", place, edge)
    if line >= 0:
        return line
    space = text.find(" ", edge, edge + SNAP)
    return space if space >= 0 else edge
