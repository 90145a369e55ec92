"""A new claim beside another, and all its pairs of one relation: told in full only where somebody is shown them."""

from functools import cached_property

import msgspec

from ...schemas.alert import Against, Relation, Verdict
from ...schemas.claim import Claim
from .finding import Finding
from .gates import Gates, ask
from .lineage import lineage
from .side import Side

MOST_AGAINST = 4
"""Claims that a verdict names: the nearest in time."""
MOST_MISSES = 3
"""Nearest misses that a verdict names."""


class Pair(msgspec.Struct, frozen=True, gc=False):
    """A new claim's relation to another."""

    relation: Relation
    side: Side
    other: Side
    alike: float
    first: Finding
    gates: Gates | None = None
    """All answers, where they were asked for."""
    joins: bool = False
    """They are of one tracked figure."""

    def rank(self) -> tuple[bool, float, float, int, str]:
        """The nearest first: in time, in story, in the text; but who corrects a figure corrects his own."""
        one, two = self.side.claim, self.other.claim
        apart = abs((one.published_at - two.published_at).total_seconds())
        others = self.relation == "revised" and lineage(one, two, self.side.story, self.other.story) != "one"
        return others, apart, -self.alike, abs(one.start - two.start), two.claim_id

    def shown(self) -> Against:
        """With every gate's answer, which only a verdict asks for."""
        gates = self.gates or ask(self.side, self.other, self.first)
        return Against(claim=self.other.claim, gates=gates.told())


class Reached(msgspec.Struct, frozen=True, dict=True):
    """What a claim is to earlier ones, before it is put into words: most verdicts nobody asks for."""

    claim: Claim
    relation: Relation
    figure: str
    """The id that its tracked figure has now."""
    pairs: tuple[Pair, ...] = ()

    @cached_property
    def nearest(self) -> list[Pair]:
        """The pairs that a verdict names."""
        most = MOST_MISSES if self.relation == "not_comparable" else MOST_AGAINST
        return sorted(self.pairs, key=Pair.rank)[:most]

    @cached_property
    def told(self) -> Verdict:
        """The verdict, with the claims that it names and the reasons: alerts ask for it, and whoever lists verdicts."""
        against = tuple(pair.shown() for pair in self.nearest)
        return Verdict(claim=self.claim, relation=self.relation, tracked_figure=self.figure, against=against)
