"""What stands around a figure in its sentence, as tokens."""

from bisect import bisect_left
from functools import lru_cache

import msgspec

from .document import FoundFigure, Sentence
from .lexicon import Lexicon
from .tokens import Token, tokenize


class Around(msgspec.Struct, frozen=True):
    """A figure's sentence as tokens, and where the figure and its neighbours stand in it."""

    tokens: list[Token]
    words: list[str]
    first: int
    last: int
    """Tokens [first, last) are the figure with its counted noun."""
    left: int
    right: int
    """Tokens [left, right) are this figure's part of the sentence: up to the neighbouring figures."""


def look_around(found: FoundFigure, sentence: Sentence, lex: Lexicon) -> Around:
    """Tokens of the sentence, relative to one figure."""
    tokens, words, starts = _tokens(sentence.text, lex.spaced_thousands)
    start, end = found.start - sentence.start, max(found.end, found.counted_end or 0) - sentence.start
    others = [other for other in sentence.figures if other is not found]
    left_end = max((o.end - sentence.start for o in others if o.end <= found.start), default=0)
    right_start = min((o.start - sentence.start for o in others if o.start >= found.end), default=len(sentence.text))
    first, last, left = (bisect_left(starts, place) for place in (start, end, left_end))
    right = max(last, bisect_left(starts, right_start))
    return Around(tokens, words, first, last, left, right)


@lru_cache(maxsize=8)
def _tokens(text: str, spaced: bool) -> tuple[list[Token], list[str], list[int]]:
    """The sentence's tokens, their words and starts, read once for all its figures."""
    tokens = tokenize(text, 0, len(text), spaced=spaced)
    return tokens, [token.low for token in tokens], [token.start for token in tokens]
