"""The gates between two claims, in order, each with its answer and its reason."""

import msgspec

from ...schemas.alert import Gate
from ...schemas.claim import Claim
from .. import languages
from . import period
from .comparable import Answer, gate
from .intervals import fit
from .lineage import Lineage, lineage, name_of
from .side import Side
from .units import same_unit


class Gates(msgspec.Struct, frozen=True):
    """All answers for a pair; the claims are in one unit."""

    one: Side
    two: Side
    comparable: Gate
    period: Gate
    status: Gate
    intervals: Gate
    lineage: Gate
    source: Lineage

    def all(self) -> tuple[Gate, ...]:
        """In the order in which they are asked."""
        return (self.comparable, self.period, self.status, self.intervals, self.lineage)


def ask(one: Side, two: Side, first: Gate) -> Gates:
    """The other gates for two claims of one measure, after the answer of the first, `comparable`."""
    left, right = _in_one_unit(one, two)
    source = lineage(one.claim, two.claim, one.story, two.story)
    return Gates(
        left,
        right,
        first,
        _period(left.claim, right.claim),
        _status(left, right),
        _intervals(left, right, source),
        _lineage(left.claim, right.claim, source),
        source,
    )


def _in_one_unit(one: Side, two: Side) -> tuple[Side, Side]:
    claims = same_unit(one.claim, two.claim)
    return (one.said(claims[0]), two.said(claims[1])) if claims else (one, two)


def _period(one: Claim, two: Claim) -> Gate:
    apart = period.gap(one, two)
    if one.stock_or_flow in ("flow", "change"):
        dated = "publication" not in (period.as_of(one).accuracy, period.as_of(two).accuracy)
        one_article = one.article_id == two.article_id
        if apart >= period.FLOW_APART or (apart and (dated or one_article)):
            return gate("period", "fails", f"other occasions, {apart.days} days apart")
        if not period.overlapping(one, two):
            return gate("period", "unknown", "perhaps other days")
    if _may_have_changed(one, two):
        return gate("period", "unknown", "perhaps changed between two publications")
    if apart > period.STOCK_APART:
        return gate("period", "fails", f"{apart.days} days apart")
    return gate("period", "holds", "the same time" if period.overlapping(one, two) else f"{apart.days} days apart")


def _may_have_changed(one: Claim, two: Claim) -> bool:
    """What changes by the hour and is dated by nothing but its printing: the missing of the morning and the evening."""
    changes = one.family in languages.taxonomy()["running"]["families"] and not one.cumulative
    dated = any(period.as_of(claim).accuracy != "publication" for claim in (one, two))
    return changes and not dated and abs(one.published_at - two.published_at) >= period.SETTLED


def _status(one: Side, two: Side) -> Gate:
    answer: Answer = "holds" if one.stance == two.stance else "fails"
    first, second = one.claim.status, two.claim.status
    return gate("status", answer, first if first == second else f"{first}, {second}")


def _intervals(one: Side, two: Side, source: Lineage) -> Gate:
    fits = fit(one.interval, two.interval, lineage=source == "one")
    said = f"{one.claim.figure.text} / {two.claim.figure.text}"
    return gate("intervals", "holds" if fits else "fails", f"{said}: {'compatible' if fits else 'disjoint'}")


def _lineage(one: Claim, two: Claim, source: Lineage) -> Gate:
    """Holds when the claims are independent."""
    answers: dict[Lineage, tuple[Answer, str]] = {
        "different": ("holds", f"{name_of(one)} / {name_of(two)}"),
        "one": ("fails", f"one source: {name_of(one)}"),
        "unknown": ("unknown", "who the figures come from is not told for both"),
    }
    return gate("lineage", *answers[source])
