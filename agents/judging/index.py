"""Finding the claims that may be about the same thing: sorted by time under each of their traits, never scanned.

Of two claims that are alike enough, one finds the other whichever came first: as long as the claims of a measure that
share a trait with one, within the time that it can be compared in, are no more than `BUDGET` together, nothing is left
out; beyond, the nearest in time are looked at.
"""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from operator import itemgetter

from ...schemas.claim import Claim
from .period import STOCK_APART
from .side import Side, kind_of
from .story import HOLDS, WEIGHTS, likeness

WINDOW = STOCK_APART.total_seconds()
SHORT = 2 * 86400.0
"""A period that stands under its start alone; the search reaches so much farther."""
BUDGET = 1024
"""Entries looked at for one claim: short postings whole, of the longer ones the nearest in time."""
MOST_MARKS = 8
"""Times under which a claim for a long period stands; a year needs four."""

MANY = 256
"""So many claims at once are a table that is read."""

Entry = tuple[float, str, Side]
Part = tuple[int, int, list[Entry], int, int]
"""Length within the window, kind of trait, posting, first and last place."""
ROUNDING = 1e-9
Postings = dict[str, list[Entry]]
"""By trait, those of one kind and one sort of claims."""


class Index:
    """Postings of claims by measure and trait, each sorted by the time that a claim holds for."""

    def __init__(self) -> None:
        """Empty."""
        self._postings: dict[str, tuple[Postings, ...]] = {}
        self._fresh: list[Side] = []
        self._scores: dict[tuple[int, int], float] = {}
        """Likenesses already worked out, for claims of two articles are mostly of more than one measure."""

    def add(self, side: Side) -> None:
        """A claim goes into its lists with `settle`, at the latest when they are looked at."""
        self._fresh.append(side)

    def settle(self) -> None:
        """Put in what was added.

        Claims come mostly in the order of time, so that one goes near the end of its lists. Of a whole table, which is
        in no order, each would move half a list: there the lists are sorted, once.
        """
        if not self._fresh:
            return
        fresh, self._fresh = self._fresh, []
        self._scores.clear()  # they are known by their traits' addresses, which hold as long as nothing changes
        unsorted: dict[int, list[Entry]] = {}
        for side in fresh:
            entries = [(moment, side.id, side) for moment in _marks(side)]
            for posting in self._lists(side):
                if len(fresh) > MANY:
                    posting.extend(entries)
                    unsorted[id(posting)] = posting
                else:
                    for entry in entries:
                        insort(posting, entry)
        for posting in unsorted.values():
            posting.sort()

    def _lists(self, side: Side) -> Iterator[list[Entry]]:
        """The lists that a claim stands in, made where there are none yet."""
        sort = _sort(side.claim)
        if sort not in self._postings:
            self._postings[sort] = tuple({} for _ in WEIGHTS)
        for postings, traits in zip(self._postings[sort], side.traits, strict=True):
            for trait in traits:
                yield postings.setdefault(trait, [])

    def remove(self, side: Side) -> None:
        """A claim goes out of all its lists."""
        self.settle()
        self._scores.clear()
        marks = [(moment, side.id) for moment in _marks(side)]
        for postings, traits in zip(self._postings[_sort(side.claim)], side.traits, strict=True):
            for trait in traits:
                posting = postings[trait]
                for mark in marks:
                    del posting[bisect_left(posting, mark)]
                if not posting:
                    del postings[trait]

    def alike(self, side: Side) -> list[tuple[float, Side]]:
        """The claims of its measure and its time whose stories are alike enough to ask further, and how alike."""
        self.settle()
        parts, spared = self._telling(side)
        most: dict[Side, float] = {}
        left = BUDGET
        for number, (length, kind, posting, first, last) in enumerate(parts):
            weight = WEIGHTS[kind][0]
            fair = left // (len(parts) - number)
            left -= min(length, fair)
            middle = bisect_left(posting, (side.start, ""))
            reach = length if length <= fair else fair // 2
            for _, _, other in posting[max(first, middle - reach) : min(last, middle + reach)]:
                most[other] = most.get(other, spared) + weight
        most.pop(side, None)
        earliest, latest = side.start - WINDOW, side.end + WINDOW
        mine, scores = side.traits, self._scores
        found: list[tuple[float, Side]] = []
        for other, bound in most.items():
            if bound >= HOLDS - ROUNDING and other.end >= earliest and other.start <= latest:
                pair = id(mine), id(other.traits)
                score = scores.get(pair)
                if score is None:
                    score = scores[pair] = likeness(mine, other.traits)
                if score >= HOLDS:
                    found.append((score, other))
        return found

    def _telling(self, side: Side) -> tuple[list[Part], float]:
        """The part within the window of each posting, and what those that are left out could weigh together.

        The longest are left out where the others still find every claim that is alike enough: what shares only those
        stays below. How much a claim shares of the others, and that weight, are the most that its likeness can be.
        """
        kept: list[Part] = []
        spared = [0.0] * len(WEIGHTS)
        for part in sorted(self._within(side), key=itemgetter(0), reverse=True):
            weight, most = WEIGHTS[part[1]]
            more = min(most, spared[part[1]] + weight)
            if sum(spared) - spared[part[1]] + more < HOLDS:
                spared[part[1]] = more
            else:
                kept.append(part)
        return kept[::-1], sum(spared)

    def _within(self, side: Side) -> Iterator[Part]:
        earliest, latest = (side.start - WINDOW - SHORT, ""), (side.end + WINDOW + SHORT, "")
        all_kinds = self._postings.get(_sort(side.claim), ())
        for kind, (postings, traits) in enumerate(zip(all_kinds, side.traits, strict=False)):
            for trait in traits:
                posting = postings.get(trait)
                if posting:
                    first, last = bisect_left(posting, earliest), bisect_right(posting, latest)
                    if last > first:
                        yield last - first, kind, posting, first, last


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
