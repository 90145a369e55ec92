"""Tokens of a field's text: numbers with their separators, words, single signs; offsets are code points."""

import re
from typing import NamedTuple

from .lexicon import fold

_GROUP = r"\u00ad*[0-9]{3}(?![0-9])"
_GROUPED = rf"[0-9]{{1,3}}(?P<sep>[.,'’\u00a0\u202f\u2009%s]){_GROUP}(?:(?P=sep){_GROUP})*(?:[.,][0-9]+)?(?![0-9])"
_TOKEN = r"(?P<number>%s|[0-9]+(?:[.,][0-9]+)?)|(?P<word>[^\W\d_]+(?:\u00ad[^\W\d_]+)*)|(?P<sign>[^\w\s]|_)"
_SPACED = re.compile(_TOKEN % (_GROUPED % " "))
_UNSPACED = re.compile(_TOKEN % (_GROUPED % ""))


class Token(NamedTuple):
    """One token: kind is number, word or sign; `low` is how it is looked up."""

    kind: str
    start: int
    end: int
    text: str
    low: str


def tokenize(text: str, start: int, end: int, *, spaced: bool) -> list[Token]:
    """The tokens of text[start:end]; `spaced` says that a plain space may part thousands ("12 000")."""
    pattern = _SPACED if spaced else _UNSPACED
    return [
        Token(match.lastgroup or "", match.start(), match.end(), match.group(), fold(match.group()))
        for match in pattern.finditer(text, start, end)
    ]
