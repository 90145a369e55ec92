"""The relation of two claims: a function of the claims and their gates, never of which came first."""

from datetime import timedelta
from operator import attrgetter

from ...schemas.alert import Relation
from ...schemas.claim import Claim
from . import across, correcting, growth, kindred, period, running, scope, stated, within
from .answering import contests, in_one_breath
from .gates import OVER_AFTER, Gates
from .growth import far_apart
from .intervals import inside, is_ceiling, is_floor, is_vague, power_of_ten
from .lineage import both_named, is_official
from .side import Side

TELLING: tuple[Relation, ...] = (
    "contradicted", "suspect", "tension", "revised", "denied", "composes", "part_of", "fulfils", "falls_short",
    "updated", "corroborated", "refined", "repeated", "stale", "new", "not_comparable",
)  # fmt: skip
"""The most telling first."""
FIRST_DAYS = timedelta(days=7)
"""Between two counts so near a toll may grow by any factor."""
HALVED = 2
"""A source that gives less than half of its own toll speaks of other dead, unless it says that it corrects."""
PROVISIONAL = 2
"""A toll's floor is overtaken by up to so many times itself before it clashes."""
OPPOSED: frozenset[Relation] = frozenset(("contradicted", "tension", "suspect"))
"""What a part may be to a whole that it exceeds."""
JOINS = frozenset(TELLING) - {"new", "not_comparable"}
_value = attrgetter("value")


def relate(gates: Gates) -> Relation:
    """What the first claim of the gates is to the second."""
    one, two = gates.one, gates.two
    if stated := within.part_of(one.claim, two.claim):
        return stated
    if "fails" in (gates.comparable.answer, gates.period.answer):
        return "not_comparable"
    if one.claim.measure != two.claim.measure:
        akin = kindred.are_kin(one.claim.measure, two.claim.measure)
        return kindred.clash(gates) if akin else _part_and_whole(gates)
    if _composes(one, two):
        return "composes"
    if gates.status.answer == "fails":
        return across.statuses(gates)
    if one.stance in ("demand", "denial"):
        return "repeated" if gates.intervals.answer == "holds" else "not_comparable"
    if gates.intervals.answer == "holds":
        return _agreeing(gates)
    return _disagreeing(gates)


def _part_and_whole(gates: Gates) -> Relation:
    """ "We have buried 91", and 24 have died: two speakers clash, unless the part was told later and has grown."""
    one, two = gates.one, gates.two
    if gates.source != "different" or not one.stance == two.stance == "count" or not both_named(one.claim, two.claim):
        return "not_comparable"
    relation = _disagreeing(gates)
    if relation == "stale" and abs(one.claim.published_at - two.claim.published_at) <= growth.HALF_A_DAY:
        # who were buried on Wednesday are dead on Thursday
        relation = _clash(gates, *growth.in_order(one, two, period.later(one, two)))
    return relation if relation in OPPOSED else "not_comparable"


def _composes(one: Side, two: Side) -> bool:
    """A stated product makes the other figure: two of 6,000 each, and 12,000."""
    return one.claim.figure.times != two.claim.figure.times and one.value == two.value


def _agreeing(gates: Gates) -> Relation:
    if gates.comparable.answer == "unknown":
        return "not_comparable"
    one, two = gates.one, gates.two
    order = period.later(one, two)
    newer, older = growth.in_order(one, two, order)
    narrower = inside(newer.interval, older.interval) and newer.value != older.value
    if _is_lower_floor(newer, older) and not period.overlapping(newer, older):
        return "updated"
    if gates.source == "one" and order != "same" and _is_moved(newer.claim, older.claim):
        return "revised"
    if gates.source == "one":
        return (
            "updated"
            if order != "same" and growth.has_overtaken(newer, older)
            else "refined"
            if narrower
            else "repeated"
        )
    if narrower and is_floor(older.claim) and order != "same":
        return "refined"
    return "corroborated"


def _is_moved(newer: Claim, older: Claim) -> bool:
    """ "Four to five billion", and by new figures 4.5 to 5.5: who moves both ends of his range has another."""
    one, two = newer.figure, older.figure
    if one.low is None or one.high is None or two.low is None or two.high is None:
        return False
    ranges = one.low < one.high and two.low < two.high
    return ranges and both_named(newer, older) and (one.low - two.low) * (one.high - two.high) > 0


def _is_lower_floor(newer: Side, older: Side) -> bool:
    """ "More than 8,500 are missing", after more than 9,000: who says so of what may fall, says that it has fallen."""
    if newer.claim.stock_or_flow != "stock" or newer.claim.cumulative or newer.value >= older.value:
        return False
    return all(is_floor(side.claim) and not is_vague(side.claim) for side in (newer, older))


def _disagreeing(gates: Gates) -> Relation:
    one, two = gates.one, gates.two
    order = period.later(one, two)
    newer, older = growth.in_order(one, two, order)
    if gates.source != "different" and correcting.replaces(*growth.by_publication(one, two)):
        return "revised" if gates.comparable.answer == "holds" else "not_comparable"
    if one.claim.cumulative and (order != "same" or growth.may_have_grown(one, two)):
        return _toll(gates, newer, older)
    if one.stance == "forecast" and any(period.told_before(side) for side in (one, two)):
        return _forecasts(gates)  # "decided on 18 October" and "by December": what the first is for is not told
    if not one.claim.cumulative and _is_state(one.claim) and _has_changed(gates):
        return "updated" if gates.comparable.answer == "holds" else "not_comparable"
    if one.stance == "forecast":
        return _forecasts(gates)
    grows = growth.grown_today(one, two, rivals=False) and not power_of_ten(one.value, two.value)
    if not _is_state(one.claim) and gates.source != "different" and grows:
        return "updated" if gates.comparable.answer == "holds" else "not_comparable"
    return _clash(gates, newer, older)


def _is_told_on(newer: Side, older: Side) -> bool:
    """ "6,500 are still without power", "so far 151 have been detained": whether the later one goes on by its words."""
    return kindred.are_left_here(newer.claim) if newer.value < older.value else running.runs_on(newer.claim)


def _told_together(gates: Gates) -> bool:
    """Whether two who count tell their figures at one time."""
    return gates.source == "different" and growth.told_together(gates.one, gates.two)


def _is_state(claim: Claim) -> bool:
    """What goes on from day to day: a stock, or what a well leaks a day."""
    return claim.per is not None or claim.stock_or_flow not in ("flow", "change")


def _has_changed(gates: Gates) -> bool:
    """Another day, or other hours and the same speaker, or the later one goes on by its words."""
    one, two = gates.one, gates.two
    if period.hours_apart(one, two) and _is_told_on(*growth.by_publication(one, two)):
        return True
    if _told_together(gates):
        return False
    if period.is_before(one) != period.is_before(two):
        return True
    dated = "publication" not in (one.period.accuracy, two.period.accuracy)
    if not (period.meet(one, two) if dated else period.overlapping(one, two)):
        return True
    if abs(one.claim.published_at - two.claim.published_at) >= period.DAY and not period.meet(one, two):
        return True
    return gates.period.answer == "unknown" and gates.source == "one"


def _toll(gates: Gates, newer: Side, older: Side) -> Relation:
    """A cumulative count grows; where it goes down, its source has revised it or an old count was printed again."""
    if gates.comparable.answer == "unknown":
        return "not_comparable"
    if correcting.rejects(newer, older):
        return "revised" if gates.source == "one" else _clash(gates, newer, older)
    if _are_rival_sums(gates):
        return "tension" if (found := _clash(gates, newer, older)) == "contradicted" else found
    if _told_together(gates):
        newer, older = growth.by_publication(newer, older)
        if newer.value < older.value or newer.claim.article_id == older.claim.article_id:
            return _clash(gates, newer, older)
    return _grown(gates, newer, older) if newer.value > older.value else _fallen(gates, newer, older)


def _grown(gates: Gates, newer: Side, older: Side) -> Relation:
    if gates.source == "different" and contests(newer.claim) and period.gap(newer, older) <= period.FLOW_APART:
        return _clash(gates, newer, older)
    if gates.source == "one" and _is_slip(newer, older):
        return "suspect"
    if gates.source == "different" and growth.leapt(newer, older):
        slip = power_of_ten(newer.value, older.value)
        return _clash(gates, newer, older) if slip or older.claim.correction else "tension"
    if _is_long_before(newer, older) and newer.claim.place != older.claim.place:
        return "not_comparable"  # "at least 339 have died; in July, 21 died in Duisburg"
    soon = period.gap(newer, older) <= FIRST_DAYS
    return "updated" if soon or not far_apart(newer, older) else "not_comparable"


def _is_slip(newer: Side, older: Side) -> bool:
    """240 dead, and 2,400 within half a day by the same source: a digit more."""
    soon = abs(newer.claim.published_at - older.claim.published_at) <= growth.HALF_A_DAY
    return soon and power_of_ten(newer.value, older.value)


def _fallen(gates: Gates, newer: Side, older: Side) -> Relation:
    if newer.stance == "forecast":
        return _forecasts(gates) if period.same_day(newer, older) else "updated"
    if far_apart(newer, older):
        return "not_comparable"
    if period.is_before(older) and stated.by_article(newer, older):
        # "the rebels had earlier said that 900 died" takes nothing of the army's back
        rivals = gates.source == "different" and not is_official(older.claim)
        return _clash(gates, newer, older) if rivals else "revised"
    own = gates.source == "one" and both_named(newer.claim, older.claim) and newer.value * HALVED >= older.value
    if newer.claim.correction or (own and not is_vague(older.claim)):
        return "not_comparable" if _are_two_events(newer, older) else "revised"
    if gates.source == "different" and period.same_day(newer, older):
        return _clash(gates, newer, older)
    return "not_comparable" if _is_long_before(newer, older) else "stale"  # "eight died in April": June's flood


def _are_rival_sums(gates: Gates) -> bool:
    """What a thing costs does not grow from one speaker's words to another's: 230 million, and auditors: 390."""
    one, two = gates.one, gates.two
    others = gates.source == "different" and one.claim.article_id != two.claim.article_id
    return others and across.is_put_at(one.claim) and period.overlapping(one, two)


def _is_long_before(newer: Side, older: Side) -> bool:
    """Whether one article tells a toll of weeks before: that of another event, unless it has grown since."""
    return newer.claim.article_id == older.claim.article_id and period.gap(newer, older) > OVER_AFTER


def _are_two_events(newer: Side, older: Side) -> bool:
    """An article tells tolls of two days, the later is lower, and does not say at once that it corrects the first."""
    one, two = newer.claim, older.claim
    corrects = one.correction and scope.adjacent(one, two)
    return one.article_id == two.article_id and not (corrects or period.overlapping(newer, older))


def _forecasts(gates: Gates) -> Relation:
    """Two plans or forecasts that clash are no contradiction of facts."""
    if gates.comparable.answer == "unknown":
        return "not_comparable"
    if power_of_ten(gates.one.value, gates.two.value):
        return "suspect"
    if gates.source == "one":
        other_day = gates.one.claim.stock_or_flow == "share" and not period.overlapping(gates.one, gates.two)
        return "updated" if other_day else "revised"  # the trains of Sunday, and those of Tuesday
    return "refined" if is_floor(min(gates.one, gates.two, key=_value).claim) else "tension"


def _clash(gates: Gates, newer: Side, older: Side) -> Relation:
    """Disjoint figures for one time."""
    if gates.comparable.answer == "unknown":
        return "tension" if _are_told_as_rivals(gates) else "not_comparable"
    if power_of_ten(newer.value, older.value):
        return "suspect"
    if far_apart(newer, older) and not in_one_breath(newer.claim, older.claim):
        return "not_comparable"
    if gates.source != "different" and not _is_state(newer.claim) and not period.meet(newer, older):
        return "not_comparable"  # neighbouring days, and nobody who says that both are of one
    lower = min(newer, older, key=_value)
    if is_vague(lower.claim) or (is_floor(lower.claim) and _is_provisional(lower, max(newer, older, key=_value))):
        return "refined"
    if gates.source == "one":
        return _of_one_source(newer, older)
    if gates.period.answer == "holds" and gates.source == "different":
        unsure = is_floor(lower.claim) or any(is_vague(side.claim) or is_ceiling(side.claim) for side in (newer, older))
        return "tension" if unsure else "contradicted"
    return "refined" if is_floor(newer.claim) and is_floor(older.claim) else "tension"


def _are_told_as_rivals(gates: Gates) -> bool:
    """Whether two speakers give them, or the second answers the first in one article, if they are of one thing."""
    one, two = gates.one, gates.two
    beside = gates.source == "unknown" and one.claim.article_id == two.claim.article_id
    return (
        (beside or gates.source == "different")
        and gates.comparable.open
        and gates.period.answer == "holds"
        and not far_apart(one, two)
    )


def _of_one_source(newer: Side, older: Side) -> Relation:
    """The originator's new value revises the old one; two of an outlet that names nobody may be of different things."""
    if newer.claim.correction:
        return "revised"
    if newer.claim.article_id == older.claim.article_id:
        return "tension"
    if newer.claim.stock_or_flow == "share" and period.hours_apart(newer, older):
        return "updated"  # the turnout at noon and at five
    if both_named(newer.claim, older.claim):
        return "revised"
    return "updated" if newer.claim.stock_or_flow == "stock" else "tension"


def _is_provisional(floor: Side, higher: Side) -> bool:
    """ "At least 45 dead" and 57: the floor of a toll is said while it grows."""
    return floor.claim.cumulative and higher.value <= floor.value * PROVISIONAL
