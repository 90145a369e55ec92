"""The gates between two claims, in order, each with its answer and its reason."""

from decimal import Decimal

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

MOST_DOUBLINGS = 64.0
"""Beyond, no epidemic grows."""
DOUBLING = 2
"""Days in which the cases of an epidemic hardly more than double."""


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
        _period(left, right),
        _status(left, right),
        _intervals(left, right, source),
        _lineage(left.claim, right.claim, source),
        source,
    )


def _in_one_unit(one: Side, two: Side) -> tuple[Side, Side]:
    claims = same_unit(one.claim, two.claim)
    return (one.said(claims[0]), two.said(claims[1])) if claims else (one, two)


def _period(left: Side, right: Side) -> Gate:
    one, two = left.claim, right.claim
    apart = period.gap(one, two)
    if one.stock_or_flow in ("flow", "change"):
        dated = "publication" not in (period.as_of(one).accuracy, period.as_of(two).accuracy)
        one_article = one.article_id == two.article_id
        if apart >= period.FLOW_APART or (apart and (dated or one_article)):
            return gate("period", "fails", f"other occasions, {apart.days} days apart")
        if not period.overlapping(one, two) or period.is_long(one) or period.is_long(two):
            return gate("period", "unknown", "perhaps other days")
    if _is_one_day(min(left, right, key=_value), max(left, right, key=_value), apart.days):
        return gate("period", "fails", "perhaps one day's count, and a total")
    if _may_have_changed(one, two):
        return gate("period", "unknown", "perhaps changed between two publications")
    if apart > period.STOCK_APART:
        return gate("period", "fails", f"{apart.days} days apart")
    return gate("period", "holds", "the same time" if period.overlapping(one, two) else f"{apart.days} days apart")


def _value(side: Side) -> Decimal:
    return side.value


def _is_one_day(small: Side, large: Side, days: int) -> bool:
    """Of an epidemic, "1,000 deaths on Wednesday" beside a total that cannot have grown so fast: it was that day's."""
    told_daily = {*languages.taxonomy()["daily"]["events"]} & {*small.story.events} & {*large.story.events}
    as_of = period.as_of(small.claim)
    dated = as_of.accuracy == "day" and as_of.end <= small.claim.published_at
    if not (told_daily and dated and small.claim.cumulative and large.claim.cumulative):
        return False
    return float(large.value) > float(small.value) * 2 ** min(MOST_DOUBLINGS, max(2.0, days / DOUBLING))


def _may_have_changed(one: Claim, two: Claim) -> bool:
    """What changes by the hour, told of no one day, or at other hours of a day that is not over: the missing."""
    if one.cumulative or one.family not in languages.taxonomy()["running"]["families"]:
        return False
    if period.is_long(one) or period.is_long(two):
        return True
    over = all(period.as_of(claim).end <= claim.published_at for claim in (one, two))
    return not over and period.hours_apart(one, two)


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
