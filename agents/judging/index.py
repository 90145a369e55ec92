"""Finding the claims that may be about the same thing: sorted by time under each of their traits, never scanned.

Of two claims that are alike enough, one finds the other whichever came first: as long as no more than `REACH` claims
of a measure share a trait on either side of a moment, nothing is left out; beyond, the nearest in time are looked at.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterator
from operator import itemgetter

from ...schemas.claim import Claim
from .period import STOCK_APART
from .side import Side, kind_of
from .story import HOLDS, WEIGHTS, likeness

WINDOW = STOCK_APART.total_seconds()
SHORT = 2 * 86400.0
"""A period that stands under its start alone; the search reaches so much farther."""
REACH = 64
"""Entries looked at on each side of a moment under one trait."""
MOST_MARKS = 8
"""Times under which a claim for a long period stands; a year needs four."""

Entry = tuple[float, str, Side]
SIDE = itemgetter(2)
Trait = tuple[str, int, str]
"""Sort of claim, kind of trait, trait."""


class Index:
    """Postings of claims by measure and trait, each sorted by the time that a claim holds for."""

    def __init__(self) -> None:
        """Empty."""
        self._postings: dict[Trait, list[Entry]] = defaultdict(list)

    def add(self, side: Side) -> None:
        """Claims come mostly in the order of time, so that each goes near the end of its lists."""
        entries = [(moment, side.id, side) for moment in _marks(side)]
        for trait in _traits(side):
            posting = self._postings[trait]
            for entry in entries:
                insort(posting, entry)

    def remove(self, sides: Collection[Side]) -> None:
        """Many at once cost what one does."""
        gone = {side.id for side in sides}
        for trait in {trait for side in sides for trait in _traits(side)}:
            left = [entry for entry in self._postings[trait] if entry[1] not in gone]
            if left:
                self._postings[trait] = left
            else:
                del self._postings[trait]

    def alike(self, side: Side) -> list[tuple[float, Side]]:
        """The claims of its measure and its time whose stories are alike enough to ask further, and how alike."""
        found: set[Side] = set()
        for posting, first, last in self._telling(side):
            middle = bisect_left(posting, (side.start, ""))
            found.update(map(SIDE, posting[max(first, middle - REACH) : min(last, middle + REACH)]))
        found.discard(side)
        earliest, latest, traits = side.start - WINDOW, side.end + WINDOW, side.traits
        return [
            (score, other)
            for other in found
            if other.end >= earliest and other.start <= latest and (score := likeness(traits, other.traits)) >= HOLDS
        ]

    def _telling(self, side: Side) -> Iterator[tuple[list[Entry], int, int]]:
        """The part within the window of each posting, without the longest that cannot make two claims alike.

        Whatever shares only traits that are skipped stays below the least likeness, so nothing is missed.
        """
        skipped = [0.0] * len(WEIGHTS)
        for _, kind, posting, first, last in sorted(self._within(side), key=lambda each: -each[0]):
            weight, most = WEIGHTS[kind]
            more = min(most, skipped[kind] + weight)
            if sum(skipped) - skipped[kind] + more < HOLDS:
                skipped[kind] = more
            else:
                yield posting, first, last

    def _within(self, side: Side) -> Iterator[tuple[int, int, list[Entry], int, int]]:
        earliest, latest = side.start - WINDOW - SHORT, side.end + WINDOW + SHORT
        for trait in _traits(side):
            posting = self._postings.get(trait)
            if posting:
                first = bisect_left(posting, (earliest, ""))
                last = bisect_right(posting, (latest, ""))
                if last > first:
                    yield last - first, trait[1], posting, first, last


def _traits(side: Side) -> Iterator[Trait]:
    sort = _sort(side.claim)
    for kind, traits in enumerate(side.traits):
        for trait in traits:
            yield sort, kind, trait


def _sort(claim: Claim) -> str:
    """What two claims must have in common to be worth asking further: no gate lets another sort pass."""
    kind = kind_of(claim)
    return f"{claim.measure} {kind} {claim.figure.unit if kind == 'money' else ''}"


def _marks(side: Side) -> list[float]:
    """The moments under which a claim stands: no moment of its period is farther than the window from one."""
    length = side.end - side.start
    if length <= SHORT:
        return [side.start]
    count = min(MOST_MARKS, 1 + int(length / WINDOW))
    return [side.start + length * number / count for number in range(count + 1)]
