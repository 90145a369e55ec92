"""Whether two claims may tell one thing by two measures: 12,000 evacuated and 30,000 displaced by one flood.

Wires do so, but whoever was evacuated need not be displaced: such claims are never of one tracked figure. It is open
whether they clash, and only where two speakers give them of one place and one time, and no article tells both.
"""

import re
from functools import cache

from ...schemas.alert import Relation
from ...schemas.claim import Claim
from .. import languages
from . import clause, growth, period, scope, within
from .finding import Finding
from .gates import Gates
from .intervals import is_floor, is_vague
from .side import Side
from .where import COUNTRY, by_value, is_same


@cache
def are_kin(one: str, two: str) -> bool:
    """Whether two measures may be one thing."""
    return one != two and any({one, two} <= {*pair} for pair in languages.taxonomy()["kindred"]["pairs"])


@cache
def shelf_of(measure: str) -> str:
    """What the measures that may be one thing, parts and wholes among them, are found under."""
    found, reached = {within.whole_of(measure)}, 0
    while len(found) > reached:
        reached = len(found)
        found.update(*(pair for pair in languages.taxonomy()["kindred"]["pairs"] if not found.isdisjoint(pair)))
    return min(found)


def other_sort(one: Side, two: Side) -> str | None:
    """What parts two claims that are not of one sort, kin among them."""
    return (_parted if are_kin(one.claim.measure, two.claim.measure) else within.other_sort)(one, two)


def _parted(one: Side, two: Side) -> str | None:
    """What keeps two claims of kindred measures from being of one thing."""
    left, right = one.claim, two.claim
    if one.sort[1:] != two.sort[1:] or not one.stance == two.stance == "count":
        return f"other measure: {left.measure}, {right.measure}"
    if left.group != right.group or scope.more(left) or scope.more(right):
        return f"perhaps other people: {left.figure.counted}, {right.figure.counted}"
    if left.place is None or right.place is None or not is_same(left.place, right.place):
        return f"perhaps other places: {left.place or 'not told'}, {right.place or 'not told'}"
    if any(side.is_part or side.is_further or _are_left(side.claim) for side in (one, two)):
        return "perhaps a part, those who are left, or others besides"
    return None if _at_one_time(one, two) else "other measures, and perhaps another event or time"


def _are_left(claim: Claim) -> bool:
    """ "120 are still detained": those who are left of some."""
    return _remaining(claim.lang).search(claim.quote.casefold()) is not None


def left_of_all(one: Side, two: Side) -> str | None:
    """ "60 remain in custody", and 260 were held: by one measure, too, those who are left of some are a part of all."""
    if not _may_be_left(one.claim.measure):
        return None
    fewer, more = by_value(one, two)
    if fewer.value == more.value or are_left_here(more.claim) or not are_left_here(fewer.claim):
        return None
    return f"those who are left, and all: {fewer.claim.figure.text} / {more.claim.figure.text}"


@cache
def _may_be_left(measure: str) -> bool:
    return any(measure in pair for pair in languages.taxonomy()["kindred"]["wider"])


def are_left_here(claim: Claim) -> bool:
    """As a figure's own clause tells: not "40 were arrested, and police are still looking for others"."""
    own = f"{clause.before(claim)} {clause.behind(claim)}".casefold()
    return _remaining(claim.lang).search(own) is not None


@cache
def _remaining(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{scope.either(languages.table(lang, 'measures').get('remaining', ()))})\b")


def _at_one_time(one: Side, two: Side) -> bool:
    """Side by side in one article; or of one event and half a day, of which a whole country's sentences tell a day."""
    left, right = one.claim, two.claim
    if left.article_id == right.article_id:
        return scope.adjacent(left, right)
    if period.is_long(one) or period.is_long(two) or one.traits.event.isdisjoint(two.traits.event):
        return False
    dated = one.period == two.period and one.period.accuracy == "day"
    wide = (left.place or "").startswith(COUNTRY)
    return (dated or not wide) and abs(left.published_at - right.published_at) <= growth.HALF_A_DAY


def in_order(one: Side, two: Side) -> tuple[Side, Side]:
    """By their measures, so that a pair is asked the same whichever came first."""
    return (one, two) if one.claim.measure < two.claim.measure else (two, one)


def perhaps(found: Finding) -> Finding:
    """The finding of two such claims: open at most."""
    return Finding("comparable", "unknown", _why, open=found.answer == "holds")


def _why(one: Side, two: Side) -> str:
    told = " / ".join(side.claim.measure.rpartition(".")[2] for side in (one, two))
    return f"perhaps one thing by two words: {told}"


def _are_some_of(fewer: Side, more: Side) -> bool:
    """Fewer are held than were arrested: the ordinary course."""
    return [more.claim.measure, fewer.claim.measure] in languages.taxonomy()["kindred"]["wider"]


def clash(gates: Gates) -> Relation:
    """Two speakers who give them clash perhaps, unless the one may have grown to the other meanwhile."""
    one, two = gates.one, gates.two
    asked = gates.comparable.open and gates.period.answer == "holds" and gates.source == "different"
    if not asked or gates.intervals.answer == "holds" or growth.far_apart(one, two):
        return "not_comparable"
    fewer, more = by_value(one, two)
    if _are_some_of(fewer, more) or is_floor(fewer.claim) or any(is_vague(side.claim) for side in (one, two)):
        return "not_comparable"
    newer, older = growth.by_publication(one, two)
    soon = not period.hours_apart(newer, older)
    grown = newer.value > older.value and newer.value <= older.value * (growth.CORRECTED if soon else growth.LEAP)
    beside = newer.claim.article_id == older.claim.article_id
    return "not_comparable" if grown and not beside else "tension"
