"""Finding the claims that may be about the same thing: sorted by time under each of their traits, never scanned.

Of two claims that are alike enough, one finds the other whichever came first: while those that share a trait with one,
in the time that it can be compared in, are no more than `BUDGET`, none is left out; beyond, the nearest are looked at.
Claims of one record that nothing here tells apart stand as one.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter

from ...schemas.claim import Claim
from .kindred import shelf_of
from .period import STOCK_APART
from .side import Side, kind_of
from .story import HOLDS, NEAR, OTHER_COUNTRIES, SOON, WEIGHTS, Traits, likeness, nearness

WINDOW = STOCK_APART.total_seconds()
DAY = 86400.0
SHORT = 2 * DAY
"""A period that stands under its start alone; the search reaches so much farther."""
BUDGET = 512
"""Entries looked at for one claim: short postings whole, of the longer ones the nearest in time."""
MOST = 256
"""Claims of like stories that one is held against."""
MOST_MARKS = 8
"""Times under which a claim for a long period stands; a year needs four."""
ENOUGH, ENOUGH_NEAR = HOLDS - 1e-9, HOLDS - NEAR - 1e-9
"""What a likeness reaches at least, however its sum is rounded."""

_id, _start = attrgetter("id"), attrgetter("start")


class Entry:
    """Claims of one record that are of one sort, about one place and for one time."""

    __slots__ = ("article", "countries", "end", "id", "sides", "sort", "start", "traits")

    def __init__(self, side: Side, sort: str) -> None:
        """Of one claim; the others may follow."""
        self.id = side.id
        self.article = side.claim.article_id
        self.sort = sort
        self.traits: Traits = side.traits
        self.countries = side.traits.countries
        self.start, self.end = side.start, side.end
        self.sides = [side]


class Posting(list[Entry]):
    """The entries of one sort that have a trait, by time and id; the times side by side, for many are looked at."""

    __slots__ = ("moments",)

    def __init__(self, entries: tuple[Entry, ...] = ()) -> None:
        """Of no entry or of one."""
        super().__init__(entries)
        self.moments = array("d", [entry.start for entry in entries])

    def put(self, moment: float, entry: Entry) -> None:
        """An entry stands here."""
        moments = self.moments
        place = last = bisect_right(moments, moment)
        if last and moments[last - 1] == moment and self[last - 1].id > entry.id:
            place = self._among_equals(moment, entry, last)
        moments.insert(place, moment)
        self.insert(place, entry)

    def take(self, moment: float, entry: Entry) -> None:
        """An entry that stands here goes."""
        place = self._among_equals(moment, entry, bisect_right(self.moments, moment))
        while self[place] is not entry:  # another of that id, which a claim came from
            place += 1
        del self.moments[place]
        del self[place]

    def _among_equals(self, moment: float, entry: Entry, last: int) -> int:
        """By id among those of one moment, which end before `last`."""
        return bisect_left(self, entry.id, bisect_left(self.moments, moment, 0, last), last, key=_id)


Part = tuple[int, int, str, Posting, int, int]
"""Length within the window, kind of trait, trait, posting, first and last place."""
Spared = tuple[int, frozenset[str], float]
"""Kind of traits whose postings are not looked at, the traits, the weight of each."""
Postings = dict[str, Entry | Posting]
"""By trait, those of one kind and one sort of claims. Most traits have a single entry: it stands there by itself."""


class Index:
    """Postings of claims by measure and trait, each sorted by the time that a claim holds for."""

    def __init__(self) -> None:
        """Empty."""
        self._postings: dict[str, tuple[Postings, ...]] = {}
        self._entries: dict[str, Entry] = {}
        self._fresh: dict[float, list[Entry]] = defaultdict(list)
        self._found: dict[Entry, list[tuple[float, Entry]]] = {}
        """What was found already, as long as nothing changes."""

    def add(self, sides: Iterable[Side]) -> None:
        """The claims of a record go into their lists with `settle`, at the latest when they are looked at."""
        entries: dict[tuple[int, str, float, float], Entry] = {}
        for side in sides:
            alike = id(side.traits), _sort(side.claim), side.start, side.end
            entry = entries.get(alike)
            if entry is None:
                entry = entries[alike] = Entry(side, alike[1])
                self._fresh[entry.start // DAY].append(entry)
            else:
                entry.sides.append(side)
            self._entries[side.id] = entry

    def settle(self) -> None:
        """Put in what was added."""
        for _ in self.settling():
            pass

    def settling(self) -> Iterator[Entry]:
        """Put in what was added, an entry at a step.

        In the order of time, day by day: so each goes to the end of its lists when a whole table is read.
        """
        while self._fresh:
            for entry in sorted(self._fresh.pop(min(self._fresh)), key=_start):
                self._put(entry)
                yield entry

    def _put(self, entry: Entry) -> None:
        self._found.clear()
        marks = _marks(entry)
        alone = len(marks) == 1
        for postings, traits in self._places(entry):
            for trait in traits:
                held = postings.get(trait)
                if held is None and alone:
                    postings[trait] = entry
                    continue
                if not isinstance(held, Posting):
                    held = postings[trait] = Posting((held,) if held else ())
                for moment in marks:
                    held.put(moment, entry)

    def _places(self, entry: Entry) -> Iterator[tuple[Postings, frozenset[str]]]:
        """Where an entry stands: under each of its traits, by kind."""
        if entry.sort not in self._postings:
            self._postings[entry.sort] = tuple({} for _ in WEIGHTS)
        return zip(self._postings[entry.sort], entry.traits, strict=True)

    def remove(self, side: Side) -> None:
        """A claim goes; with the last of its entry, the entry goes out of all its lists."""
        entry = self._entries.pop(side.id)
        entry.sides.remove(side)
        fresh = self._fresh.get(entry.start // DAY, [])
        if not entry.sides and entry in fresh:
            fresh.remove(entry)
        elif not entry.sides:
            self._take(entry)

    def _take(self, entry: Entry) -> None:
        self._found.clear()
        marks = _marks(entry)
        for postings, traits in self._places(entry):
            for trait in traits:
                held = postings[trait]
                if isinstance(held, Posting):
                    for moment in marks:
                        held.take(moment, entry)
                if held is entry or not held:
                    del postings[trait]

    def alike(self, side: Side) -> list[tuple[float, Side]]:
        """Other articles' claims of its measure and its time, of stories alike enough to ask further, and how alike.

        Of more than `MOST` about the nearest in time: a toll is printed thousands of times.
        """
        self.settle()
        asked = self._entries[side.id]
        found = self._found.get(asked)
        if found is None:
            found = self._found[asked] = self._search(asked)
        return [(score, other) for score, entry in found if entry.article != asked.article for other in entry.sides]

    def _search(self, asked: Entry) -> list[tuple[float, Entry]]:
        """Those that are alike and may be of one time; the entry itself is among them."""
        found: list[tuple[float, Entry]] = []
        enough = MOST
        for other in self._likely(asked):
            score = likeness(asked.traits, other.traits) + nearness(asked.start, other.start)
            if score >= HOLDS:
                found.append((score, other))
                enough -= len(other.sides)
                if enough < 0:
                    break
        return found

    def _likely(self, asked: Entry) -> list[Entry]:
        """Those of one time that may be alike enough; of many, the nearest first."""
        earliest, latest = asked.start - WINDOW, asked.end + WINDOW
        soonest, last = asked.start - SOON, asked.start + SOON
        sharing, spared, most = self._sharing(asked)
        countries = asked.countries
        least = ENOUGH - most
        likely: list[Entry] = []
        for other, weight in sharing.items():
            start = other.start
            if soonest <= start <= last:
                enough = ENOUGH_NEAR
            elif weight < least or start > latest or other.end < earliest:
                continue
            else:
                enough = ENOUGH
            abroad = countries and other.countries and countries.isdisjoint(other.countries)
            if abroad and weight + most - enough < OTHER_COUNTRIES:
                continue
            whole = weight
            for kind, some, each in spared if weight < enough else ():
                whole += each * len(some & other.traits[kind])
            if whole >= enough:
                likely.append(other)
        if sum(len(other.sides) for other in likely) > MOST:
            likely.sort(key=lambda other: (abs(other.start - asked.start), other.id))
        return likely

    def _sharing(self, asked: Entry) -> tuple[dict[Entry, float], list[Spared], float]:
        """The entries that share telling traits, and what those weigh; the parts left out, and what they could."""
        parts = sorted(self._within(asked), reverse=True)
        kept, spared, most = _telling(parts)
        shared: dict[Entry, float] = {}
        left = BUDGET - (sum(map(len, asked.traits)) - len(parts))  # in its other lists it stands alone
        for number, (length, kind, _, posting, first, last) in enumerate(kept):
            fair = left // (len(kept) - number)
            left -= min(length, fair)
            near = slice(first, last) if length <= fair else _nearest(posting, asked, fair // 2, first, last)
            weight = WEIGHTS[kind][0]
            for other in posting[near]:
                shared[other] = shared.get(other, 0.0) + weight
        return shared, spared, most

    def _within(self, asked: Entry) -> list[Part]:
        """The part of each posting of the entry that lies within the window, where it is not alone in it."""
        earliest, latest = asked.start - WINDOW - SHORT, asked.end + WINDOW + SHORT
        all_kinds = self._postings[asked.sort]
        parts: list[Part] = []
        for kind, (postings, traits) in enumerate(zip(all_kinds, asked.traits, strict=True)):
            for trait in traits:
                held = postings[trait]
                if isinstance(held, Posting):
                    first = bisect_left(held.moments, earliest)
                    last = bisect_left(held.moments, latest, first)
                    if last - first > 1:
                        parts.append((last - first, kind, trait, held, first, last))
        return parts


def _nearest(posting: Posting, asked: Entry, reach: int, first: int, last: int) -> slice:
    """So many on either side of an entry's time."""
    middle = bisect_left(posting.moments, asked.start)
    return slice(max(first, middle - reach), min(last, middle + reach))


def _telling(parts: Iterable[Part]) -> tuple[list[Part], list[Spared], float]:
    """The parts to be looked at, the shortest first; those that are left out, and what they could weigh together.

    The longest are left out as long as all of them together weigh less than is enough, and so too little: what
    shares only those is not alike enough. How much a claim shares of the others, and that weight, are the most that
    its likeness can be.
    """
    kept: list[Part] = []
    left_out: dict[int, set[str]] = defaultdict(set)
    spared, total = [0.0] * len(WEIGHTS), 0.0
    for part in parts:
        kind = part[1]
        weight, most = WEIGHTS[kind]
        more = min(most, spared[kind] + weight)
        if total - spared[kind] + more < ENOUGH_NEAR:
            total += more - spared[kind]
            spared[kind] = more
            left_out[kind].add(part[2])
        else:
            kept.append(part)
    return kept[::-1], [(kind, frozenset(some), WEIGHTS[kind][0]) for kind, some in left_out.items()], total


def _sort(claim: Claim) -> str:
    """What two claims must share to be worth asking further: no gate lets another pass. Parts stand with wholes."""
    kind = kind_of(claim)
    return f"{shelf_of(claim.measure)} {kind} {claim.figure.unit if kind == 'money' else ''}"


def _marks(entry: Entry) -> list[float]:
    """The moments under which an entry stands: no moment of its period is farther than the window from one."""
    length = entry.end - entry.start
    if length <= SHORT:
        return [entry.start]
    count = min(MOST_MARKS, 1 + int(length / WINDOW))
    return [entry.start + length * number / count for number in range(count + 1)]
