"""Whether a sentence prints the other figure as one that its own takes the place of: "136,000, down from 166,000"."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from .. import languages
from .side import Side

NUMBER = re.compile(r"\d{1,3}(?:(?:[.,' \u00a0\u202f]|&nbsp;)\d{3})+(?!\d)|\d+(?![.,]\d)")
NEAR = Decimal("0.005")
"""An earlier figure is printed again rounded: 106,000 for 106,301."""


def replaces(newer: Side, older: Side) -> bool:
    """Whether the newer claim says that it corrects, and what."""
    return newer.claim.correction and _is_among(older, (value for _, value in _printed(newer.claim.quote)), newer)


def rejects(newer: Side, older: Side) -> bool:
    """ "275 and not 288": whether the newer claim's sentence says that it is not the older's figure."""
    return _is_among(older, _rejected(newer.claim.quote, newer.claim.lang), newer)


def _is_among(older: Side, values: Iterable[Decimal], newer: Side) -> bool:
    """Whether the older's count, of another article, is one of these that the newer's sentence prints."""
    other = older.claim.figure.kind == "count" and older.claim.article_id != newer.claim.article_id
    return other and any(abs(older.value - value) <= older.value * NEAR for value in values if value != newer.value)


@lru_cache(maxsize=1 << 14)
def _rejected(quote: str, lang: str) -> tuple[Decimal, ...]:
    """The numbers that stand right behind a "not"."""
    words = languages.table(lang, "status").get("correction", {}).get("not", ())
    no = tuple(f" {word} " for word in words)
    return tuple(value for ahead, value in _printed(quote) if ahead.endswith(no))


@lru_cache(maxsize=1 << 14)
def _printed(quote: str) -> tuple[tuple[str, Decimal], ...]:
    """The numbers of a sentence, each with the words before it."""
    return tuple(
        (f" {quote[: found.start()].casefold()}", Decimal(re.sub(r"\D", "", found.group())))
        for found in NUMBER.finditer(quote)
    )
