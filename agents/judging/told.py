"""What an alert says, worked out once: each new one is held against all that stand on its figure."""

from decimal import Decimal

import msgspec

from ...schemas.alert import Alert, Relation
from ...schemas.claim import Claim
from .intervals import Interval, fit, value_of, widened
from .lineage import name_of

CLASHES: frozenset[Relation] = frozenset(("contradicted", "tension", "suspect", "revised", "denied"))


class Told(msgspec.Struct, frozen=True, gc=False):
    """A figure, and the one that it is held against, if any."""

    kind: str
    sources: frozenset[str]
    claim: Claim
    value: Decimal
    interval: Interval
    against: Interval | None

    def overtakes(self, other: "Told") -> bool:
        """Whether the other is a toll that was told higher already, or this very figure."""
        return (other.claim.cumulative and self.value >= other.value) or _agree(self.interval, other.interval)

    def same(self, other: "Told") -> bool:
        """The same two figures once more, whoever prints them and however rounded."""
        one, two = other.interval, other.against
        return (_agree(self.interval, one) and _agree(self.against, two)) or (
            _agree(self.interval, two) and _agree(self.against, one)
        )


def kind_told(relation: Relation) -> str:
    """Clashes are of one kind, whatever keeps one of them from being sure."""
    return "clash" if relation in CLASHES else relation


def told(relation: Relation, claim: Claim, against: Claim | None) -> Told:
    """What is said of a claim and the one that it is held against."""
    return Told(
        kind_told(relation),
        frozenset(name_of(each) for each in (claim, against) if each is not None),
        claim,
        value_of(claim),
        widened(claim.figure),
        None if against is None else widened(against.figure),
    )


class Standing(msgspec.Struct, frozen=True, gc=False):
    """An alert that stands, by the publication of its claim."""

    place: tuple[float, str]
    alert: Alert
    told: Told


def standing(alert: Alert) -> Standing:
    """The alert, with what it says."""
    return Standing(place_of(alert), alert, told(alert.relation, alert.claim, next(iter(alert.against), None)))


def place_of(alert: Alert) -> tuple[float, str]:
    """Where an alert stands among others; two of one id are one, whatever else has changed."""
    return alert.claim.published_at.timestamp(), alert.alert_id


def thread_of(alert: Alert) -> str:
    """The id of the alert that an update speaks of; a first one's own."""
    return alert.references or alert.alert_id


def _agree(one: Interval | None, two: Interval | None) -> bool:
    return one is not None and two is not None and fit(one, two, lineage=True)
