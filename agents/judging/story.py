"""Whether two claims are about the same thing: shared entities, places, events, dates and words, weighed."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import and_
from typing import NamedTuple

from ...schemas.claim import Claim, Story
from .. import languages

HOLDS, UNKNOWN = 2.6, 1.8
STEM = 6
"""Letters of a word that are compared: endings differ."""
LIKE_SENTENCES = 0.5


class Traits(NamedTuple):
    """What a claim can be found by, by kind."""

    name: frozenset[str]
    local: frozenset[str]
    country: frozenset[str]
    event: frozenset[str]
    date: frozenset[str]
    word: frozenset[str]
    topic: frozenset[str]
    """The foremost words, which weigh once more."""


WEIGHTS: tuple[tuple[float, float], ...] = (
    # weight of one trait of a kind, and the most that all of a kind can weigh; in the order of Traits
    (0.96, 2.0),
    (1.28, 2.4),
    (0.72, 1.3),
    (0.64, 1.0),
    (0.48, 0.9),
    (0.28, 1.4),
    (0.40, 0.8),
)
MOST_TRAITS = 64
"""Refs, dates, events, words of a story that are looked at: beyond, it is a list and no story."""
NAME, LOCAL, COUNTRY, EVENT, DATE, WORD, TOPIC = (
    tuple(min(most, weight * number) for number in range(MOST_TRAITS + 2)) for weight, most in WEIGHTS
)
"""What so many shared traits of a kind weigh."""
FOREMOST = 3
"""Words of a story, commonest and in the title first, that say what it is about."""


@cache
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


def traits_of(story: Story, place: str | None) -> Traits:
    """The traits of a story and of the place that a claim is about."""
    refs = {*story.refs[:MOST_TRAITS], place} if place else set(story.refs[:MOST_TRAITS])
    kinds: dict[str, set[str]] = {"name": set(), "country": set(), "local": set()}
    for ref in refs:
        kind = ref.partition(":")[0]
        kinds[kind if kind in kinds else "local"].add(ref)
    return Traits(
        frozenset(kinds["name"]),
        frozenset(kinds["local"]),
        frozenset(kinds["country"]),
        frozenset(story.events[:MOST_TRAITS]),
        frozenset(story.dates[:MOST_TRAITS]),
        frozenset(story.words[:MOST_TRAITS]),
        frozenset(story.words[:FOREMOST]),
    )


def likeness(one: Traits, two: Traits) -> float:
    """The weight of what two claims share; of the two alone, whatever else is remembered."""
    name, local, country, event, date, word, topic = map(len, map(and_, one, two))
    if topic and not local and one.local and two.local:
        topic = 0  # both stories name towns or regions, none together: two crashes may be told in the same words
    return NAME[name] + LOCAL[local] + COUNTRY[country] + EVENT[event] + DATE[date] + WORD[word] + TOPIC[topic]


def shared(one: Traits, two: Traits) -> Iterator[str]:
    """What two claims share, in words, the most telling kinds first; single words tell a reader little."""
    for mine, others in zip(one[:-2], two[:-2], strict=True):
        common = mine & others
        if common:
            yield from sorted(common)
