"""Whether a sentence prints the other figure as one that its own takes the place of: "136,000, down from 166,000"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from ...schemas.claim import Claim
from .. import languages
from .intervals import value_of
from .side import Side

NUMBER = re.compile(r"\d{1,3}(?:(?:[.,' \u00a0\u202f]|&nbsp;)\d{3})+(?!\d)|\d+(?![.,]\d)")
NEAR = Decimal("0.005")
"""An earlier figure is printed again rounded: 106,000 for 106,301."""


def replaces(newer: Side, older: Side) -> bool:
    """Whether the newer claim says that it corrects, and what."""
    return newer.claim.correction and any(_prints(newer, older))


def rejects(newer: Side, older: Side) -> bool:
    """ "275 and not 288": whether the newer claim's sentence says that it is not the older's figure."""
    words = languages.table(newer.claim.lang, "status").get("correction", {}).get("not", ())
    no = tuple(f" {word} " for word in words)
    return any(ahead.endswith(no) for ahead in _prints(newer, older))


def _prints(newer: Side, older: Side) -> Iterator[str]:
    """What stands before the older's count wherever the newer's sentence prints it, in another article."""
    if older.claim.figure.kind != "count" or newer.claim.article_id == older.claim.article_id:
        return
    for ahead, value in _printed(newer.claim):
        if abs(older.value - value) <= older.value * NEAR:
            yield ahead


@lru_cache(maxsize=1 << 14)
def _printed(claim: Claim) -> tuple[tuple[str, Decimal], ...]:
    """The other numbers in a claim's sentence, each with the words before it."""
    own = value_of(claim)
    return tuple((ahead, value) for ahead, value in _numbers(claim.quote) if value != own)


def _numbers(quote: str) -> Iterator[tuple[str, Decimal]]:
    for found in NUMBER.finditer(quote):
        digits = re.sub(r"\D", "", found.group())
        yield f" {quote[: found.start()].casefold()}", Decimal(digits)
