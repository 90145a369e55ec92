"""Whether two claims are about the same thing: shared entities, places, events, dates and words, weighed."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from operator import and_
from sys import intern
from typing import NamedTuple

from ...schemas.claim import JOINT, Claim, Story
from .. import languages

NOTHING: frozenset[str] = frozenset()
HOLDS, UNKNOWN = 2.6, 1.8
AREA = "area:"
STEM = 6
"""Letters of a word that are compared: endings differ."""
LIKE_SENTENCES = 0.5


class Traits(NamedTuple):
    """What a claim can be found by, by kind."""

    name: frozenset[str]
    """Stems of names that no list knows: people, villages, ships."""
    local: frozenset[str]
    often: frozenset[str]
    """Countries that the news is full of every day."""
    far: frozenset[str]
    """Other countries."""
    event: frozenset[str]
    date: frozenset[str]
    word: frozenset[str]
    """Stems of the story's words."""

    @property
    def countries(self) -> frozenset[str]:
        """All of them; mostly a set that is there already."""
        return _once(self.often | self.far) if self.often and self.far else self.often or self.far


WEIGHTS: tuple[tuple[float, float], ...] = (
    # weight of one trait of a kind, and the most that all of a kind can weigh; in the order of Traits
    (0.55, 1.65),
    (1.20, 1.80),
    (0.35, 0.50),
    (1.20, 1.60),
    (0.80, 1.40),
    (0.50, 0.90),
    (0.35, 2.20),
)
OTHER_COUNTRIES, OTHER_EVENTS, OTHER_PLACES = 1.8, 0.3, 0.3
"""What is taken off where both stories have traits of a kind and none in common."""
NEAR, SOON = 0.4, 7 * 86400.0
"""What is added for claims that hold for times so near each other, in seconds."""
MOST_TRAITS = 64
"""Refs, dates, events, words of a story that are looked at: beyond, it is a list and no story."""
NAME, LOCAL, OFTEN, FAR, EVENT, DATE, WORD = (
    tuple(min(most, weight * number) for number in range(MOST_TRAITS + 2)) for weight, most in WEIGHTS
)
"""What so many shared traits of a kind weigh."""


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


@lru_cache(maxsize=1 << 8)
def traits_of(story: Story, place: str | None) -> Traits:
    """The traits of a story and of the place that a claim is about; an article's records come one after the other."""
    refs = {*story.refs[:MOST_TRAITS], *(place.split(JOINT) if place else ())}
    countries = {ref for ref in refs if ref.startswith("country:")}
    known = (
        {without_country(ref) for ref in refs - countries if not ref.startswith("name:") or ref == place},
        countries & _often(),
        countries - _often(),
        story.events[:MOST_TRAITS],
        story.dates[:MOST_TRAITS],
    )
    return Traits._make((_stems(story.names), *(_once(frozenset(some)) for some in known), _stems(story.words)))


def without_country(place: str) -> str:
    """A place that no map knows, without its country, as an article names it that tells of no country."""
    return f"name:{place.rpartition('/')[2]}" if place.startswith(AREA) else place


@lru_cache(maxsize=1 << 14)
def _once(traits: frozenset[str]) -> frozenset[str]:
    """One of those that are equal: what lists know, many stories have."""
    return _kept({intern(trait) for trait in traits})


def _stems(words: tuple[str, ...]) -> frozenset[str]:
    """Each once, however many stories have it: much is remembered."""
    return _kept({intern(word[:STEM]) for word in words[:MOST_TRAITS]})


def _kept(traits: set[str]) -> frozenset[str]:
    """In half the room, and one where there are none."""
    return frozenset(traits) or NOTHING


@cache
def _often() -> frozenset[str]:
    return frozenset(f"country:{code}" for code in languages.taxonomy()["often"]["countries"])


def likeness(one: Traits, two: Traits) -> float:
    """The weight of what two claims share; of the two alone, whatever else is remembered."""
    name, local, often, far, event, date, word = map(len, map(and_, one, two))
    likeness = NAME[name] + LOCAL[local] + OFTEN[often] + FAR[far] + EVENT[event] + DATE[date] + WORD[word]
    if not (often or far) and (one.often or one.far) and (two.often or two.far):
        likeness -= OTHER_COUNTRIES
    if not event and one.event and two.event:
        likeness -= OTHER_EVENTS
    if not local and one.local and two.local:
        likeness -= OTHER_PLACES
    return likeness


def nearness(one: float, two: float) -> float:
    """What it weighs that two claims hold for times, in seconds, that are near each other."""
    return NEAR if abs(one - two) <= SOON else 0.0


def shared(one: Traits, two: Traits) -> Iterator[str]:
    """What two claims share, the most telling kinds first."""
    for mine, others in zip(one, two, strict=True):
        yield from sorted(mine & others)
