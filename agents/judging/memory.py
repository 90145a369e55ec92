"""What compare remembers, as a view in memory of the table's rows: claims, an index over them, tracked figures."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator

import msgspec

from ...schemas.alert import Alert, TrackedFigure
from ...schemas.claim import Claim, Story
from ...schemas.keys import digest
from ...schemas.row import Row
from .gates import Side
from .intervals import value_of
from .lineage import name_of
from .story import features

MOST_CANDIDATES = 64
"""Claims that one is held against at most: those that share the most telling features."""
LONGEST_POSTING = 512
"""Newest entries looked at in one posting of the index."""


class Remembered(msgspec.Struct):
    """A claim in memory."""

    side: Side
    key: str
    features: frozenset[str]

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.side.claim


class Memory:
    """Claims by id, found by measure and story; tracked figures as sets of claims that were joined."""

    def __init__(self) -> None:
        """Empty."""
        self._rows: dict[str, Row] = {}
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._claims: dict[str, Remembered] = {}
        self._index: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._parents: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._alerts: dict[str, Alert] = {}
        self._links: list[tuple[str, str]] = []
        self._standing: dict[str, set[str]] = defaultdict(set)

    @property
    def row_count(self) -> int:
        """Rows held."""
        return len(self._rows)

    @property
    def figure_count(self) -> int:
        """Tracked figures held."""
        return len(self._members)

    def row(self, key: str) -> Row | None:
        """The row under a key."""
        return self._rows.get(key)

    def restore(self, key: str, row: Row) -> None:
        """Take a row as it stands in the table; `settle` joins the tracked figures when all rows are in."""
        self.drop(key)
        self._rows[key] = row
        self._articles[row.record.article_id].add(key)
        for claim in row.record.claims:
            self._add(key, claim, row.record.story)
        for alert in (*row.raised, *row.alerts):
            self._note(alert)
        self._links += row.figures

    def settle(self) -> None:
        """Join the claims that restored rows say belong together."""
        for one, two in self._links:
            if one in self._claims and two in self._claims:
                self.join(one, two)
        self._links = []

    def drop(self, key: str) -> None:
        """Forget a row and its claims."""
        row = self._rows.pop(key, None)
        if row is None:
            return
        self._articles[row.record.article_id].discard(key)
        for claim in row.record.claims:
            self._remove(claim.claim_id)

    def claim(self, claim_id: str) -> Remembered | None:
        """A claim that stands."""
        return self._claims.get(claim_id)

    def claims_of_article(self, article_id: str) -> Iterator[Claim]:
        """The standing claims of an article."""
        for key in self._articles.get(article_id, ()):
            yield from self._rows[key].record.claims

    def _add(self, key: str, claim: Claim, story: Story) -> None:
        known = frozenset(features(claim, story))
        self._claims[claim.claim_id] = Remembered(Side(claim, story), key, known)
        for feature in known:
            self._index[claim.measure, feature][claim.claim_id] = None
        self._parents[claim.claim_id] = claim.claim_id
        self._members[claim.claim_id] = {claim.claim_id}

    def _remove(self, claim_id: str) -> None:
        remembered = self._claims.pop(claim_id)
        for feature in remembered.features:
            posting = self._index[remembered.claim.measure, feature]
            posting.pop(claim_id, None)
            if not posting:
                del self._index[remembered.claim.measure, feature]
        root = self.root(claim_id)
        members = self._members.pop(root) - {claim_id}
        del self._parents[claim_id]
        if members:
            head = min(members)
            self._members[head] = members
            self._parents |= dict.fromkeys(members, head)

    def weight(self, measure: str, feature: str) -> float:
        """How telling a feature is among the claims of a measure: 1 when rare, less when everybody has it."""
        common = len(self._index.get((measure, feature), ()))
        total = max(8, len(self._claims))
        return min(1.0, 0.25 + math.log(total / max(1, common)) / math.log(total))

    def candidates(self, claim: Claim, known: frozenset[str]) -> list[Remembered]:
        """The standing claims of the same measure that share the most with a new one, most first."""
        scores: dict[str, float] = defaultdict(float)
        for feature in known:
            posting = self._index.get((claim.measure, feature))
            if posting:
                weight = self.weight(claim.measure, feature)
                for claim_id in _newest(posting):
                    scores[claim_id] += weight
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:MOST_CANDIDATES]
        return [self._claims[claim_id] for claim_id, _ in best if claim_id != claim.claim_id]

    def root(self, claim_id: str) -> str:
        """The claim that stands for a tracked figure here."""
        while self._parents[claim_id] != claim_id:
            self._parents[claim_id] = self._parents[self._parents[claim_id]]
            claim_id = self._parents[claim_id]
        return claim_id

    def join(self, one: str, two: str) -> None:
        """Two claims are of one tracked figure."""
        left, right = sorted((self.root(one), self.root(two)))
        if left != right:
            self._parents[right] = left
            self._members[left] |= self._members.pop(right)

    def members(self, claim_id: str) -> list[Claim]:
        """All standing claims of a claim's tracked figure, earliest first."""
        claims = [self._claims[member].claim for member in self._members[self.root(claim_id)]]
        return sorted(claims, key=_age)

    def tracked(self, claim_id: str, label: str) -> TrackedFigure:
        """The tracked figure of a claim, summed up."""
        return summed(self.members(claim_id), label)

    def tracked_figures(self) -> Iterator[tuple[TrackedFigure, list[Claim]]]:
        """Every tracked figure with its claims, earliest first."""
        for root in list(self._members):
            claims = self.members(root)
            yield summed(claims, claims[0].measure), claims

    def _note(self, alert: Alert) -> None:
        """Remember an alert: a cancelled one no longer stands."""
        if alert.type == "cancel" and alert.references:
            gone = self._alerts.pop(alert.references, None)
            for claim in (gone.claim, *gone.against) if gone else ():
                self._standing[claim.claim_id].discard(alert.references)
            return
        self._alerts[alert.alert_id] = alert
        for claim in (alert.claim, *alert.against):
            self._standing[claim.claim_id].add(alert.alert_id)

    def alerts_on(self, claim_id: str) -> Iterable[Alert]:
        """The alerts that stand on a claim."""
        return [self._alerts[alert_id] for alert_id in sorted(self._standing.get(claim_id, ()))]

    def alerts_of_figure(self, claim_id: str) -> Iterator[Alert]:
        """The alerts that stand on any claim of a claim's tracked figure."""
        seen: set[str] = set()
        for member in self._members[self.root(claim_id)]:
            for alert_id in self._standing.get(member, ()):
                if alert_id not in seen:
                    seen.add(alert_id)
                    yield self._alerts[alert_id]


def _newest(posting: dict[str, None]) -> Iterator[str]:
    """The entries added last, newest first."""
    for number, claim_id in enumerate(reversed(posting)):
        if number >= LONGEST_POSTING:
            return
        yield claim_id


def _age(claim: Claim) -> tuple[str, str, str]:
    start = claim.as_of.start if claim.as_of else claim.published_at
    return start.isoformat(), claim.published_at.isoformat(), claim.claim_id


def summed(claims: list[Claim], label: str) -> TrackedFigure:
    """Low, best and high of a tracked figure; best is the newest count, by lineage each source's newest."""
    newest: dict[str, Claim] = {}
    for claim in claims:
        newest[name_of(claim)] = claim
    counts = [claim for claim in newest.values() if claim.status in ("reported", "estimated")] or list(newest.values())
    values = sorted(value_of(claim) for claim in counts)
    return TrackedFigure(
        id="f" + digest("figure", claims[0].claim_id)[:23],
        label=label,
        low=values[0],
        best=value_of(counts[-1]),
        high=values[-1],
        claims=len(claims),
        originators=len(newest),
    )
