"""The gates between two claims, in order, each with its answer and its reason."""

import re
from datetime import timedelta
from functools import cache

import msgspec

from ...schemas.alert import Gate
from ...schemas.claim import Claim, Status
from .. import languages
from . import another, correcting, growth, period, running, scope, where
from .finding import Answer, Finding
from .intervals import fit
from .lineage import Lineage, lineage, name_of
from .side import CLASSES, Side
from .units import SIGNED, same_unit

MOST_DOUBLINGS = 64.0
"""Beyond, no epidemic grows."""
DOUBLING = 2
"""Days in which the cases of an epidemic hardly more than double."""

CROWD = "person.crowd"
"""The family of those who are called to march or to strike."""
OVER_AFTER = timedelta(days=14)
"""By then the toll of what is over in a day is known."""

GROWN = "perhaps grown between two publications"
COMPATIBLE = Finding("intervals", "holds", lambda one, two: f"{_figures(one, two)}: compatible")
DISJOINT = Finding("intervals", "fails", lambda one, two: f"{_figures(one, two)}: disjoint")
LINEAGE: dict[Lineage, Finding] = {
    "different": Finding("lineage", "holds", lambda one, two: f"{name_of(one.claim)} / {name_of(two.claim)}"),
    "one": Finding("lineage", "fails", lambda one, _: f"one source: {name_of(one.claim)}"),
    "unknown": Finding("lineage", "unknown", "who the figures come from is not told for both"),
}
"""Holds when the claims are independent."""


class Gates(msgspec.Struct, frozen=True, gc=False):
    """All answers for a pair; the claims are in one unit."""

    one: Side
    two: Side
    comparable: Finding
    period: Finding
    status: Finding
    intervals: Finding
    lineage: Finding
    source: Lineage

    def told(self) -> tuple[Gate, ...]:
        """With their reasons, in the order in which they are asked."""
        asked = (self.comparable, self.period, self.status, self.intervals, self.lineage)
        return tuple(finding.told(self.one, self.two) for finding in asked)


def ask(one: Side, two: Side, first: Finding) -> Gates:
    """The other gates for two claims of one measure, after the answer of the first, `comparable`."""
    left, right = _in_one_unit(one, two)
    source = lineage(one.claim, two.claim, one.story, two.story)
    return Gates(
        left,
        right,
        first,
        _period(left, right, source),
        _status(left.claim.status, right.claim.status),
        _intervals(left, right, source),
        LINEAGE[source],
        source,
    )


def _in_one_unit(one: Side, two: Side) -> tuple[Side, Side]:
    figure = one.claim.figure
    if figure.unit == two.claim.figure.unit and figure.kind not in SIGNED:
        return one, two
    claims = same_unit(one.claim, two.claim)
    return (one.said(claims[0]), two.said(claims[1])) if claims else (one, two)


def _period(left: Side, right: Side, source: Lineage) -> Finding:
    newer, older = growth.by_publication(left, right)
    apart = period.gap(left, right)
    if correcting.replaces(newer, older):
        return Finding("period", "holds", "the one corrects the other")
    if found := _of_before(left, right) or _of_two_times(left, right) or _of_acts(left, right, apart):
        return found
    of_once = left.claim.per is None and left.claim.stock_or_flow in ("flow", "change")
    if of_once and (found := _of_flows(left, right, apart, source)):
        return found
    if left.claim.cumulative and right.claim.cumulative and (found := _of_tolls(newer, older, apart)):
        return found
    if source == "different" and growth.leapt(newer, older) and not older.claim.correction:
        return Finding("period", "unknown", GROWN)  # so fast only in an event's first hours, and its age is not told
    if _may_have_changed(left, right):
        return Finding("period", "unknown", "perhaps changed between two publications")
    if apart > period.STOCK_APART:
        return Finding("period", "fails", _days_apart)
    return Finding("period", "holds", _days_apart if apart else "the same time")


def _of_before(left: Side, right: Side) -> Finding | None:
    """ "The toll had been put at 290" is borne out by another article's 290, and says nothing of its 310."""
    if period.is_before(left) == period.is_before(right) or left.claim.article_id == right.claim.article_id:
        return None
    answer: Answer = "holds" if fit(left.interval, right.interval, lineage=False) else "fails"
    return Finding("period", answer, "one is told as the count of before, of whatever time")


def _is_of_a_year_ago(claim: Claim) -> bool:
    """ "A year earlier it had been 13 percent": what is no toll, by a time that its sentence opens with."""
    if claim.cumulative or claim.as_of is None or claim.as_of.accuracy != "year":
        return False
    return _year_ago(claim.lang).match(claim.quote) is not None


@cache
def _year_ago(lang: str) -> re.Pattern[str]:
    told = languages.table(lang, "dates").get("relative", {})
    return re.compile(scope.either(text for text, (each, shift) in told.items() if each == "year" and shift < 0), re.I)


SUMMED_UP = frozenset(("quarter", "half", "year"))
"""Periods of which what they have brought is told as a sum: "in the same period last year"."""


def _of_two_times(left: Side, right: Side) -> Finding | None:
    """ "350 drowned in 2019, 610 in 2018": what each of two months or years has brought, be they neighbours.

    A toll goes on from the same first day: "113 from 1 January to 10 March", and 130 to 17 March.
    """
    one, two = left.claim, right.claim
    if one.article_id == two.article_id and _is_of_a_year_ago(one) != _is_of_a_year_ago(two):
        return Finding("period", "fails", "one of a year before")
    if one.family == CROWD and left.is_of_the_one_before != right.is_of_the_one_before:
        return Finding("period", "fails", "one of the occasion before")
    if one.family == CROWD and left.is_of_a_rival != right.is_of_a_rival:
        return Finding("period", "fails", "one of a rival gathering")
    if not (one.cumulative or one.stock_or_flow in ("flow", "change")):
        return None
    both = period.is_long(left) and period.is_long(right)
    if not (both or left.period.accuracy in SUMMED_UP or right.period.accuracy in SUMMED_UP):
        return None
    anew = both and one.cumulative and left.period.start != right.period.start and not _exceeds_within(left, right)
    return Finding("period", "fails", _other_periods) if anew or not period.meet(left, right) else None


def _exceeds_within(left: Side, right: Side) -> bool:
    """ "113 drowned from 1 to 10 March", and 240 from the 3rd to the 10th: more in a part of the time."""
    fewer, more = where.by_value(left, right)
    return fewer.period.start <= more.period.start and more.period.end <= fewer.period.end


def _of_flows(left: Side, right: Side, apart: timedelta, source: Lineage) -> Finding | None:
    """What is counted of one occasion."""
    dated = "publication" not in (left.period.accuracy, right.period.accuracy)
    one_article = left.claim.article_id == right.claim.article_id
    if apart >= period.FLOW_APART or (apart and (dated or one_article)):
        return Finding("period", "fails", _other_occasions)
    neighbours = dated and not period.meet(left, right)
    if apart or neighbours or period.is_long(left) or period.is_long(right):
        return Finding("period", "unknown", "perhaps other days")
    grown = growth.grown_today(left, right, rivals=source == "different")
    return Finding("period", "unknown", GROWN) if grown else None


def _of_acts(one: Side, two: Side, apart: timedelta) -> Finding | None:
    """ "682 arrested" at a Saturday's march, 1,385 at the next: each has its own, where neither is told to run on."""
    if apart < period.FLOW_APART or one.claim.measure != two.claim.measure:
        return None
    known, events = languages.taxonomy(), one.traits.event & two.traits.event
    if one.claim.measure not in known["of_acts"]["measures"] or events.isdisjoint(known["crowds"]):
        return None
    runs_on = any(running.runs_on(side.claim) for side in (one, two))
    return None if runs_on else Finding("period", "fails", _other_occasions)


def _of_tolls(newer: Side, older: Side, apart: timedelta) -> Finding | None:
    """Counts of one event, from its beginning."""
    if newer.is_of_one_day != older.is_of_one_day:
        return Finding("period", "fails", "what a day or a week has added, and a total")
    if _is_one_day(*where.by_value(newer, older), apart.days):
        return Finding("period", "fails", "perhaps one day's count, and a total")
    if apart > OVER_AFTER and _is_over_soon(newer, older):
        return Finding("period", "fails", _other_occasions)
    other = another.event(newer, older)
    return Finding("period", "fails", other) if other else None


def _is_one_day(small: Side, large: Side, days: int) -> bool:
    """Of an epidemic, "1,000 deaths on Wednesday" beside a total that cannot have grown so fast: it was that day's."""
    if small.period.accuracy != "day":
        return False
    told_daily = {*languages.taxonomy()["daily"]["events"]} & {*small.story.events} & {*large.story.events}
    if not told_daily or small.period.end > small.claim.published_at:
        return False
    return float(large.value) > float(small.value) * 2 ** min(MOST_DOUBLINGS, max(2.0, days / DOUBLING))


def _is_over_soon(one: Side, two: Side) -> bool:
    """Weeks later it is another crash or attack that is told of, unless both stories name a day."""
    if one.traits.date & two.traits.date:
        return False
    told = one.traits.event & two.traits.event
    lasting, sudden = (languages.taxonomy()[kind]["events"] for kind in ("lasting", "sudden"))
    return not told.isdisjoint(sudden) and told.isdisjoint(lasting)


def _may_have_changed(left: Side, right: Side) -> bool:
    """What changes by the hour, told of no one day, or at other hours of a day that is not over: the missing."""
    one = left.claim
    if one.cumulative or right.claim.cumulative or one.family not in languages.taxonomy()["running"]["families"]:
        return False
    if period.is_long(left) or period.is_long(right):
        return True
    over = all(side.period.end <= side.claim.published_at for side in (left, right))
    return not over and period.hours_apart(left, right)


@cache
def _status(one: Status, two: Status) -> Finding:
    answer: Answer = "holds" if CLASSES[one] == CLASSES[two] else "fails"
    return Finding("status", answer, one if one == two else f"{one}, {two}")


def _intervals(one: Side, two: Side, source: Lineage) -> Finding:
    return COMPATIBLE if fit(one.interval, two.interval, lineage=source == "one") else DISJOINT


def _figures(one: Side, two: Side) -> str:
    return f"{one.claim.figure.text} / {two.claim.figure.text}"


def _days_apart(one: Side, two: Side) -> str:
    return f"{period.gap(one, two).days} days apart"


def _other_periods(one: Side, two: Side) -> str:
    return f"other periods, from {one.period.start:%Y-%m-%d} and from {two.period.start:%Y-%m-%d}"


def _other_occasions(one: Side, two: Side) -> str:
    return f"other occasions, {_days_apart(one, two)}"
