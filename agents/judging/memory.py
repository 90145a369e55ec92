"""What compare remembers, as a view in memory of the table's rows: claims, an index over them, tracked figures."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

import msgspec

from ...schemas.alert import Alert, TrackedFigure
from ...schemas.claim import Claim, ClaimRecord
from ...schemas.row import Past, Row, family_of, past_key
from .forgetting import Limits, Schedule, summary
from .index import Index
from .kindred import shelf_of
from .side import Side
from .story import Traits, likeness, traits_of
from .told import standing, thread_of
from .tracked import Figure, Figures

LIMITS = Limits()


class Forgotten(msgspec.Struct, frozen=True, kw_only=True):
    """What leaves the table, and the summaries that take its place."""

    rows: tuple[str, ...] = ()
    claims: int = 0
    pasts: dict[str, Past] = msgspec.field(default_factory=dict)
    old_pasts: tuple[str, ...] = ()


NOTHING = Forgotten()


def _sides(record: ClaimRecord) -> Iterator[Side]:
    """Its claims, of which those about one place share their traits."""
    places: dict[str | None, Traits] = {}
    for claim in record.claims:
        traits = places.get(claim.place) or places.setdefault(claim.place, traits_of(record.story, claim.place))
        yield Side(claim, record.story, traits)


class Memory:
    """Rows by key; their claims by id, by what they are about, and by tracked figure."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        """Empty; `limits` says how much is remembered."""
        self._schedule = Schedule(limits)
        self._pasts: dict[str, Past] = {}
        self._past_order: dict[str, list[tuple[float, str]]] = defaultdict(list)
        self._rows: dict[str, Row] = {}
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._sides: dict[str, Side] = {}
        self._keys: dict[str, str] = {}
        self._index = Index()
        self._figures = Figures()
        self._alerts: dict[str, Alert] = {}
        self._standing: dict[str, set[str]] = defaultdict(set)
        self._threads: dict[str, set[str]] = defaultdict(set)
        self._cancels: dict[str, str] = {}
        """By a cancel's id, the alert that it has ended."""
        self._ended: Counter[str] = Counter()
        self._links: list[tuple[str, str]] = []

    @property
    def row_count(self) -> int:
        """Rows held."""
        return len(self._rows)

    @property
    def figure_count(self) -> int:
        """Tracked figures held."""
        return len(self._figures)

    def row(self, key: str) -> Row | None:
        """The row under a key."""
        return self._rows.get(key)

    def restore(self, key: str, row: Row) -> None:
        """Take a row as it stands in the table; `settle` joins the tracked figures when all rows are in.

        Where it takes the place of another, the claims that stay are joined to others as before.
        """
        standing = [claim.claim_id for claim in row.record.claims if claim.claim_id in self._sides]
        self._links += [(claim_id, other) for claim_id in standing for other in self._figures.joined(claim_id)]
        self.drop([key])
        # another part of its article held some of them: a version of other length is parted elsewhere
        self._remove(self._released(row.record.claims))
        self._rows[key] = row
        self._schedule.add(key, row)
        self._articles[row.record.article_id].add(key)
        sides = list(_sides(row.record))
        for side in sides:
            self._sides[side.id] = side
            self._keys[side.id] = key
            self._figures.add(side)
        self._index.add(sides)
        for alert in (*row.raised, *row.alerts):
            self._note(alert)
        self._links += row.figures

    def remember(self, key: str, row: Row) -> None:
        """Keep a row whose claims are in already, with the alerts that have come of them."""
        self._rows[key] = row
        for alert in (*row.raised, *row.alerts):
            self._note(alert)

    def settle(self) -> None:
        """Join the claims that restored rows say belong together, and have them found."""
        for _ in self.settling():
            pass

    def settling(self) -> Iterator[None]:
        """The same in small steps, for whole tables: whoever must, can see to other things in between."""
        for _ in self._index.settling():
            yield
        while self._links:
            one, two = self._links.pop()
            if one in self._sides and two in self._sides:
                self.join(one, two)
            yield

    def drop(self, keys: Iterable[str]) -> None:
        """Forget rows and their claims; what is left of a tracked figure is joined anew once."""
        sides: list[Side] = []
        for key in keys:
            row = self._rows.pop(key, None)
            if row is not None:
                self._schedule.drop(row)
                self._articles[row.record.article_id].discard(key)
                sides += self._released(row.record.claims, key)
                for alert in (*row.raised, *row.alerts):
                    self._forget(alert.alert_id)
        self._remove(sides)

    def _released(self, claims: Iterable[Claim], key: str | None = None) -> list[Side]:
        """Those of the claims that stand, under a row or under any, which stand no longer."""
        released: list[Side] = []
        for claim in claims:
            held = self._keys.get(claim.claim_id)
            if held is not None and key in (None, held):
                del self._keys[claim.claim_id]
                released.append(self._sides.pop(claim.claim_id))
        return released

    def _remove(self, sides: list[Side]) -> None:
        for side in sides:
            self._index.remove(side)
        if sides:
            self._figures.remove(side.id for side in sides)

    def restore_past(self, key: str, past: Past) -> None:
        """Take the summary of a forgotten figure as it stands in the table."""
        self._pasts[key] = past
        heappush(self._past_order[family_of(key)], (past.last.timestamp(), key))

    def touched(self, row: Row) -> float:
        """When one of a row's figures was last spoken of."""
        figures = (self._figures.of(claim.claim_id) for claim in row.record.claims)
        return max((figure.touched for figure in figures), default=0.0)

    def forget(self, family: str) -> Forgotten:
        """Forget the rows of a family that are due; what becomes of them in the table."""
        keys = self._schedule.pick(family, self)
        if not keys:
            return NOTHING
        held = ((key, claim.claim_id) for key in keys for claim in self._rows[key].record.claims)
        leaving = {claim_id for key, claim_id in held if self._keys.get(claim_id) == key}
        figures = {id(figure): figure for figure in map(self._figures.of, sorted(leaving))}
        ended = [figure for figure in figures.values() if figure.members.keys() <= leaving]
        pasts = {past_key(family, figure.id): summary(figure) for figure in ended}
        self.drop(keys)
        for key, past in pasts.items():
            self.restore_past(key, past)
        return Forgotten(rows=tuple(keys), claims=len(leaving), pasts=pasts, old_pasts=self._old_pasts(family))

    def _old_pasts(self, family: str) -> tuple[str, ...]:
        """The keys of the summaries that make room for newer ones."""
        order, old = self._past_order[family], list[str]()
        while len(order) > self._schedule.limits.pasts:
            _, key = heappop(order)
            if self._pasts.pop(key, None) is not None:
                old.append(key)
        return tuple(old)

    def past_figures(self) -> Iterator[Past]:
        """The summaries of what was forgotten."""
        yield from self._pasts.values()

    def side(self, claim_id: str) -> Side | None:
        """A claim that stands."""
        return self._sides.get(claim_id)

    def claims_of_article(self, article_id: str) -> Iterator[Claim]:
        """The standing claims of an article."""
        for key in self._articles.get(article_id, ()):
            yield from self._held(key)

    def _held(self, key: str) -> Iterator[Claim]:
        """The claims that stand under a row: another row may have taken some of those that its record names."""
        return (claim for claim in self._rows[key].record.claims if self._keys.get(claim.claim_id) == key)

    def beside(self, side: Side, measure: str | None = None) -> Iterator[Side]:
        """The other claims of its measure, or of a kindred one, that came in one record with it: there when it is."""
        beside = self._beside(side, self._keys[side.id])
        yield from (other for other in beside if other.claim.measure == (measure or side.claim.measure))

    def _beside(self, side: Side, key: str) -> Iterator[Side]:
        """The other claims of its measure, its parts, its whole and its kin under a row of its family."""
        shelf = shelf_of(side.claim.measure)
        for claim in self._held(key):
            if shelf_of(claim.measure) == shelf and claim.claim_id != side.id:
                yield self._sides[claim.claim_id]

    def candidates(self, side: Side) -> list[tuple[float, Side]]:
        """The standing claims that may be about the same thing, with how alike the stories are."""
        found = self._index.alike(side)
        alike: dict[Traits, float] = {}
        for key in self._articles.get(side.claim.article_id, ()):
            if self._rows[key].record.family == side.claim.family:
                for other in self._beside(side, key):
                    if other.traits not in alike:
                        alike[other.traits] = likeness(side.traits, other.traits)
                    found.append((alike[other.traits], other))
        return found

    def join(self, one: str, two: str) -> None:
        """Two claims are of one tracked figure."""
        self._figures.join(one, two)

    def figure(self, claim_id: str) -> Figure:
        """The tracked figure of a claim that stands."""
        return self._figures.of(claim_id)

    def tracked_figures(self) -> Iterator[tuple[TrackedFigure, list[Claim]]]:
        """Every tracked figure with its claims, earliest first."""
        for figure in self._figures:
            yield figure.summed(figure.first.claim.measure), figure.claims()

    def alerts_on(self, claim_id: str) -> Iterable[Alert]:
        """The alerts that stand on a claim."""
        return [self._alerts[alert_id] for alert_id in sorted(self._standing.get(claim_id, ()))]

    def knows(self, alert_id: str) -> bool:
        """Whether an alert of that id is remembered."""
        return alert_id in self._alerts

    def ended(self, alert_id: str) -> bool:
        """Whether an alert of that id was told and cancelled: one raised anew needs another name."""
        return self._ended[alert_id] > 0

    def thread(self, name: str) -> list[Alert]:
        """The alert of that id and its updates, as far as they are remembered."""
        return [self._alerts[alert_id] for alert_id in sorted(self._threads.get(name, ()))]

    def _note(self, alert: Alert) -> None:
        """Remember an alert: a cancelled one no longer stands, whichever row is taken over first."""
        if alert.type == "cancel":
            if alert.alert_id not in self._cancels:
                self._cancels[alert.alert_id] = alert.references or ""
                self._ended[alert.references or ""] += 1
            self._forget(alert.references or "")
            return
        if self.ended(alert.alert_id):
            return
        if self._alerts.get(alert.alert_id) is not alert:
            self._forget(alert.alert_id)
        self._alerts[alert.alert_id] = alert
        self._threads[thread_of(alert)].add(alert.alert_id)
        for claim in (alert.claim, *alert.against):
            self._standing[claim.claim_id].add(alert.alert_id)
        if alert.claim.claim_id in self._sides:
            self._figures.of(alert.claim.claim_id).note(standing(alert))

    def _forget(self, alert_id: str) -> None:
        if (ended := self._cancels.pop(alert_id, None)) is not None:
            self._ended[ended] -= 1
            if self._ended[ended] <= 0:
                del self._ended[ended]
        alert = self._alerts.pop(alert_id, None)
        if alert is None:
            return
        thread = self._threads[thread_of(alert)]
        thread.discard(alert_id)
        if not thread:
            del self._threads[thread_of(alert)]
        for claim in (alert.claim, *alert.against):
            self._standing[claim.claim_id].discard(alert_id)
            if claim.claim_id in self._sides:
                self._figures.of(claim.claim_id).drop(alert)
