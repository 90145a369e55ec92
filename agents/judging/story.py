"""Whether two claims are about the same thing: shared entities, places, events, dates and words, weighed."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ...schemas.claim import Claim, Story
from .. import languages

HOLDS, UNKNOWN = 2.6, 1.8
STEM = 6
"""Letters of a word that are compared: endings differ."""
LIKE_SENTENCES = 0.5
PARTS: dict[str, tuple[float, float]] = {
    # kind of feature: weight of one, and the most that all of a kind can weigh
    "name": (0.96, 2.0),
    "local": (1.28, 2.4),
    "country": (0.72, 1.3),
    "event": (0.64, 1.0),
    "date": (0.48, 0.9),
    "word": (0.28, 1.4),
}


class Likeness(NamedTuple):
    """How alike two stories are, and what they share."""

    score: float
    shared: tuple[str, ...]


def is_generic(measure: str) -> bool:
    """A measure so wide that the stories alone do not tell that two figures count the same."""
    return languages.is_generic(measure)


@lru_cache(maxsize=1 << 16)
def wording(quote: str) -> frozenset[str]:
    """The telling words of a sentence: what two sentences about one thing share."""
    words = re.findall(r"[^\W\d_]{4,}", quote.casefold())
    return frozenset(word[:STEM] for word in words)


def same_wording(one: Claim, two: Claim) -> float:
    """Share of the shorter sentence's words that the other has, too; 0 across languages."""
    left, right = wording(one.quote), wording(two.quote)
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller and one.lang == two.lang else 0.0


def features(claim: Claim, story: Story) -> Iterator[str]:
    """What a claim can be found by, with its kind in front."""
    for ref in story.refs:
        kind, _, _ = ref.partition(":")
        yield {"name": "name", "country": "country"}.get(kind, "local") + "|" + ref
    if claim.place and claim.place not in story.refs:
        kind = claim.place.partition(":")[0]
        yield {"name": "name", "country": "country"}.get(kind, "local") + "|" + claim.place
    yield from (f"event|{event}" for event in story.events)
    yield from (f"date|{date}" for date in story.dates)
    yield from (f"word|{word}" for word in story.words)


def likeness(one: frozenset[str], two: frozenset[str]) -> Likeness:
    """The weighed features that two claims share; of the two alone, whatever else is remembered."""
    totals: dict[str, float] = {}
    shared = sorted(one & two)
    for feature in shared:
        kind = feature.partition("|")[0]
        totals[kind] = totals.get(kind, 0.0) + PARTS[kind][0]
    score = sum(min(total, PARTS[kind][1]) for kind, total in totals.items())
    telling = tuple(feature.partition("|")[2] for feature in shared if not feature.startswith("word|"))
    return Likeness(score, telling)
