"""The working types of reading numbers: a number as it stands, and the stretch of text it stands in."""

from decimal import Decimal
from typing import NamedTuple

from ...schemas.claim import Qualifier
from .lexicon import Lexicon
from .tokens import Token
from .units import Unit

YEARS = (1500, 2100)
LONGEST_UNIT = 8
"""Tokens of a unit's name, or of a half behind a number, that are looked at."""


class Number(NamedTuple):
    """A number as it stands: value, the step of its last digit, and the tokens [first, last) it takes."""

    value: Decimal
    step: Decimal
    first: int
    last: int
    magnitude: bool = False
    scale: Decimal = Decimal(1)
    """What its last word multiplies by (million, dozen, hundred), which a bare number joined to it shares."""
    worded: bool = False
    qualifier: Qualifier | None = None
    alternatives: tuple[Decimal, ...] = ()
    plain_digits: int = 0
    """How many digits, where it is written in digits alone without separators (a year, an identifier)."""
    ordinal: bool = False
    fraction: bool = False

    @property
    def like_a_year(self) -> bool:
        """Whether it is printed as years are, and one of those that news speaks of."""
        return self.plain_digits == 4 and YEARS[0] <= self.value <= YEARS[1]


class Scan(NamedTuple):
    """The tokens of a stretch of text, and what settles how its numbers are read."""

    tokens: list[Token]
    lex: Lexicon
    decimal: str
    rests: bool = True
    """Whether a magnitude may be followed by a smaller number of the same figure."""

    def low(self, place: int) -> str:
        """The word at a place, or nothing past the end."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def unit(self, place: int) -> Unit | None:
        """The unit that begins at a place."""
        near = self.tokens[place : place + LONGEST_UNIT]
        return self.lex.units.at([token.low for token in near], 0, near) if near else None

    def lows(self, place: int) -> list[str]:
        """The next words."""
        return [token.low for token in self.tokens[place : place + LONGEST_UNIT]]


def past_of(tokens: list[Token], place: int, lex: Lexicon) -> int:
    """Past the "de", "d'", "of a" between a magnitude or a fraction and what it is of."""
    while place < len(tokens) and tokens[place].low in lex.between_units:
        place += 1
    return place


def plural(words: list[str], place: int, lex: Lexicon) -> bool:
    """Whether a noun stands there that a number can count."""
    noun = words[place] if place < len(words) else ""
    return noun.isalpha() and noun not in lex.stop and noun.endswith(lex.plural)
