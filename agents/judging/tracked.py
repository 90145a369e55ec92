"""Tracked figures: sets of claims that were joined, each with what its alerts show of it kept up to date."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from heapq import merge
from itertools import chain
from operator import attrgetter

from ...schemas.alert import Alert, TrackedFigure
from ...schemas.claim import Claim
from ...schemas.keys import digest
from .lineage import name_of
from .side import Side
from .told import Standing, kind_told, place_of

_age, _place = attrgetter("age"), attrgetter("place")


class Figure:
    """One real-world quantity: its claims, each source's newest, and the alerts that stand on it."""

    __slots__ = ("_alerts", "first", "members", "newest", "touched")

    def __init__(self, side: Side) -> None:
        """Of one claim."""
        self.members: dict[str, Side] = {side.id: side}
        self.first = side
        self.newest: dict[str, Side] = {name_of(side.claim): side}
        self._alerts: dict[str, list[Standing]] = {}
        self.touched = side.age[1]

    @property
    def id(self) -> str:
        """Made of the earliest claim's, so that the order of arrival does not matter."""
        return _named_after(self.first.id)

    def take(self, other: "Figure") -> None:
        """The two are one."""
        self.members |= other.members
        self.first = min(self.first, other.first, key=_age)
        for name, side in other.newest.items():
            self.newest[name] = max(side, self.newest.get(name, side), key=_age)
        for kind, alerts in other._alerts.items():
            self._alerts[kind] = list(merge(self._alerts.get(kind, ()), alerts, key=_place))
        self.touched = max(self.touched, other.touched)

    def alerts(self, kind: str) -> Iterator[Standing]:
        """The alerts of a kind that stand on it, by the publication of their claims, the newest first."""
        return reversed(self._alerts.get(kind, ()))

    def all_alerts(self) -> Iterator[Standing]:
        """Those of all kinds."""
        return chain.from_iterable(self._alerts.values())

    def note(self, one: Standing) -> None:
        """An alert stands on it."""
        alerts = self._alerts.setdefault(one.told.kind, [])
        alerts[_where(alerts, one.place)] = [one]

    def drop(self, alert: Alert) -> None:
        """An alert stands no longer."""
        alerts = self._alerts.get(kind_told(alert.relation), [])
        del alerts[_where(alerts, place_of(alert))]

    def claims(self) -> list[Claim]:
        """Earliest first."""
        return [side.claim for side in sorted(self.members.values(), key=_age)]

    def summed(self, label: str) -> TrackedFigure:
        """Low, best and high: of each source its newest figure counts; best is the newest of all."""
        newest = list(self.newest.values())
        counts = [side for side in newest if side.stance == "count"] or newest
        values = [side.value for side in counts]
        return TrackedFigure(
            id=self.id,
            label=label,
            low=min(values),
            best=max(counts, key=_age).value,
            high=max(values),
            claims=len(self.members),
            originators=len(newest),
        )


@lru_cache(maxsize=1 << 16)
def _named_after(claim_id: str) -> str:
    return "f" + digest("figure", claim_id)[:23]


def _where(alerts: list[Standing], place: tuple[float, str]) -> slice:
    """The place of an alert among those in order; without it an empty place, where it would stand."""
    first = bisect_left(alerts, place, key=_place)
    return slice(first, bisect_right(alerts, place, first, key=_place))


class Figures:
    """The tracked figures as a partition of the claims that stand: those that joined pairs connect are of one."""

    def __init__(self) -> None:
        """Empty."""
        self._of: dict[str, Figure] = {}
        self._joined: dict[str, list[str]] = defaultdict(list)
        """In order: of a toll told thousands of times, sets would take most of the memory."""
        self._count = 0

    def __len__(self) -> int:
        """How many there are."""
        return self._count

    def __iter__(self) -> Iterator[Figure]:
        """Each once."""
        return iter({id(figure): figure for figure in self._of.values()}.values())

    def of(self, claim_id: str) -> Figure:
        """The figure of a claim that stands."""
        return self._of[claim_id]

    def joined(self, claim_id: str) -> frozenset[str]:
        """The claims that a claim was joined to."""
        return frozenset(self._joined.get(claim_id, ()))

    def add(self, side: Side) -> None:
        """A claim is a figure of its own until it is joined to another."""
        self._of[side.id] = Figure(side)
        self._count += 1

    def join(self, one: str, two: str) -> None:
        """Two claims are of one figure."""
        for mine, other in ((self._joined[one], two), (self._joined[two], one)):
            place = bisect_left(mine, other)
            if place == len(mine) or mine[place] != other:
                mine.insert(place, other)
        large, small = self._of[one], self._of[two]
        if large is small:
            return
        if len(large.members) < len(small.members):
            large, small = small, large
        large.take(small)
        for member in small.members:
            self._of[member] = large
        self._count -= 1

    def remove(self, claim_ids: Iterable[str]) -> None:
        """Claims stand no longer; what only they connected falls apart."""
        gone = set(claim_ids)
        shaken = {id(self._of[claim_id]): self._of[claim_id] for claim_id in gone}
        for claim_id in gone:
            for other in self._joined.pop(claim_id, ()):
                others = self._joined[other]
                del others[bisect_left(others, claim_id)]
        for figure in shaken.values():
            self._count -= 1
            self._build_anew(figure, gone)

    def _build_anew(self, figure: Figure, gone: set[str]) -> None:
        left = [side for side in figure.members.values() if side.id not in gone]
        for claim_id in gone & figure.members.keys():
            del self._of[claim_id]
        for side in left:
            self.add(side)
        for side in left:
            for other in tuple(self._joined.get(side.id, ())):
                if side.id < other:
                    self.join(side.id, other)
        for one in figure.all_alerts():
            if one.alert.claim.claim_id in self._of:
                self._of[one.alert.claim.claim_id].note(one)
