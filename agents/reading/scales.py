"""What a number measures on a scale named beside it: "magnitude 6.3", "a 6.3-magnitude quake", "un temblor de 5,3"."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .scan import Number
    from .spans import Line, Span

SCALE_WITHIN = 8
"""Tokens before a number among which one names what a number without a noun measures."""
SCALE_ENDS = 10
"""What no earthquake reaches."""


def read_scale(span: "Span", line: "Line") -> None:
    """Make a number a measure by the word of a scale beside it."""
    lex, words = line.lex, line.words
    if span.unit not in (None, "degree") or span.number.value >= SCALE_ENDS:
        return
    place = span.last + (span.last < len(words) and words[span.last] == "-")
    if hit := lex.scale_words.at(words, place):
        span.last = place + hit[0]
    else:
        hit = _before(span, line) or _ahead(span.number, line)
    if hit:
        span.kind, span.unit = "measure", hit[1]


def _before(span: "Span", line: "Line") -> tuple[int, str] | None:
    """ "Magnitud 5", "un temblor de 5,3"; of a quake that names no scale, a whole number may count: "de 4 muertos"."""
    hit = line.lex.scale_words.before(line.words, span.first)
    if hit is None or line.words[span.first - hit[0]] not in line.lex.scale_of:
        return hit
    return hit if span.unit or _is_bare(span.number, line) else None


def _is_bare(number: "Number", line: "Line") -> bool:
    """Whether a number has a decimal, or nothing behind it that it could count."""
    follows = line.words[number.last : number.last + 1]
    return number.value != int(number.value) or line.ends(number) or line.lex.stop.issuperset(follows)


def _ahead(number: "Number", line: "Line") -> tuple[int, str] | None:
    """ "The magnitude of the quake on Friday was 6.6": with a decimal, and nothing but words between."""
    follows = line.words[number.last : number.last + 1]
    if number.value == int(number.value) or not (line.ends(number) or line.lex.stop.issuperset(follows)):
        return None
    told = False
    for place in range(number.first - 1, max(-1, number.first - 1 - SCALE_WITHIN), -1):
        if not line.words[place].isalpha():
            return None
        told = told or line.words[place] in line.lex.scale_of
        if told and (hit := line.lex.scale_words.at(line.words, place)):
            return hit
    return None
