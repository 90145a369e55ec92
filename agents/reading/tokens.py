"""Tokens of a field's text: numbers with their separators, words, single signs; offsets are code points.

A number token is one number as it is printed: "12 000", "1.500.000,50", "12,34,567.89", "1.3x10^6", "½".
"""

import re
from typing import NamedTuple

from .phrases import SOFT_HYPHEN, fold

APOSTROPHES = frozenset(("'", "’"))
HYPHEN = frozenset("-")

_GROUP = r"\u00ad*[0-9]{3}(?![0-9])"
_NUMBER = (
    r"[0-9]++(?:[.,][0-9]++)?(?:\s?[x×·*]\s?10(?:\^[-+−]{0,2}[0-9]{1,3}|[-−][0-9]{1,2}|⁻?[⁰¹²³⁴-⁹]{1,3})"  # 2.48×10−5
    r"|[eE][-+−]?[0-9]{1,2}(?!\w)|\^[-+−]{0,2}[0-9]{1,3}(?![.,]?[0-9]))"  # 12e14, 1.1^23
    r"|[0-9]{1,2}(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]+)?(?![0-9])"  # 12,34,567.89
    rf"|[0-9]{{1,3}}(?P<sep>[.,'’\u00a0\u202f\u2009%s]){_GROUP}(?:(?P=sep){_GROUP})*(?:[.,][0-9]+)?(?![0-9])"
    r"|(?<![0-9][.,])[0-9]++[.,][0-9]++(?![.,][0-9])"
    r"|(?:(?<=[-−(])|^)[.,][0-9]++(?![.,]?[0-9])"  # -.08
    r"|[0-9]++|[¼-¾⅐-⅞]"
)
_WORD = r"(?:(?<=[0-9])\u00ad++)?[^\W\d_¼-¾⅐-⅞]++(?:\u00ad++[^\W\d_]++)*"
_TOKEN = rf"(?P<word>{_WORD})|(?P<number>{_NUMBER})|(?P<sign>[^\w\s\u00ad]|_)"
_SPACED = re.compile(_TOKEN % " ", re.M)
_UNSPACED = re.compile(_TOKEN % "", re.M)


class Token(NamedTuple):
    """One token: kind is number, word or sign; `low` is how it is looked up."""

    kind: str
    start: int
    end: int
    text: str
    low: str


_make = tuple.__new__
"""Three times as fast as Token(...), and this is the innermost loop of reading."""


def tokenize(text: str, start: int, end: int, *, spaced: bool) -> list[Token]:
    """The tokens of text[start:end]; `spaced` says that a plain space may part thousands ("12 000")."""
    pattern = _SPACED if spaced else _UNSPACED
    plain = text.find(SOFT_HYPHEN, start, end) < 0
    found = []
    for match in pattern.finditer(text, start, end):
        word, kind = match.group(), match.lastgroup or ""
        low = word.lower() if kind == "word" and plain else fold(word)
        found.append(_make(Token, (kind, match.start(), match.end(), word, low)))
    return found


def glued(tokens: list[Token], place: int) -> bool:
    """Whether a token and the next stand together."""
    return 0 <= place < len(tokens) - 1 and tokens[place].end == tokens[place + 1].start


def hyphened(tokens: list[Token], place: int) -> bool:
    """Whether a hyphen stands at a place, glued to what is on both sides of it."""
    return 0 < place < len(tokens) and tokens[place].low == "-" and glued(tokens, place - 1) and glued(tokens, place)
