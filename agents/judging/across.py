"""What two claims of other statuses are to each other: a count and a plan, a forecast, a fear, a denial."""

import re
from functools import cache

from ...schemas.alert import Relation
from ...schemas.claim import Claim
from .. import languages
from . import period, scope
from .gates import Gates
from .growth import far_apart
from .intervals import is_vague
from .side import Side


def statuses(gates: Gates) -> Relation:
    """A count against a plan, a forecast, a fear: never contradicted."""
    one, two = gates.one, gates.two
    classes = {one.stance, two.stance}
    if "denial" in classes:
        return _denied(gates)
    if "demand" not in classes and _are_rival_plans(gates):
        return "tension"
    if "demand" in classes or "count" not in classes:
        return "not_comparable"
    count, other = (one, two) if one.stance == "count" else (two, one)
    if gates.intervals.answer == "holds":
        return "fulfils" if period.later(count, other) == "later" else "corroborated"
    if gates.comparable.answer == "unknown":
        return "not_comparable"
    if "fear" in classes:
        clash = count.value < other.value and period.overlapping(one, two) and not far_apart(one, two)
        return "tension" if clash and not is_vague(other.claim) else "not_comparable"
    if count.value >= other.value:
        return "not_comparable"  # more than was foreseen says nothing of either figure
    return _short_of(count, other)


def _are_rival_plans(gates: Gates) -> bool:
    """ "The pool will cost 3 million, says the mayor; the union puts it at 5": two speakers of one article.

    What is put at a sum is put at it by plans, forecasts and counts alike, in one article or at one time.
    """
    one, two = gates.one, gates.two
    told = gates.source == "different" and gates.comparable.answer == "holds" and gates.intervals.answer != "holds"
    if told and _are_of_time_to_come(one, two) and not far_apart(one, two):
        return True
    if not told or not _is_foreseen(one.claim) or far_apart(one, two):
        return False
    beside = one.claim.article_id == two.claim.article_id
    counted = "count" in (one.stance, two.stance)
    return (beside and counted) or (is_put_at(one.claim) and (beside or period.overlapping(one, two)))


def _are_of_time_to_come(one: Side, two: Side) -> bool:
    """ "The bank expects growth of 1.2 % in 2031, the ministry 2 %": of one year, which is not over."""
    named = one.period == two.period and one.period.accuracy == "year"
    over = any(period.told_before(side) for side in (one, two))
    return named and not over and one.claim.measure in languages.taxonomy()["ahead"]["measures"]


def is_put_at(claim: Claim) -> bool:
    """What a thing costs: a sum that each speaker puts it at, before it is so and after."""
    return _is_foreseen(claim) and claim.measure in languages.taxonomy()["put_at"]["measures"]


def _is_foreseen(claim: Claim) -> bool:
    return claim.measure in languages.taxonomy()["foreseen"]["measures"]


def _denied(gates: Gates) -> Relation:
    """ "The army denied the rebels' claim that 300 had died, saying 24 had": right behind it, what is so instead."""
    if gates.intervals.answer == "holds":
        return "denied"
    if gates.comparable.answer != "holds" or not _is_said_instead(gates.one.claim, gates.two.claim):
        return "not_comparable"
    if gates.source != "different":
        return "denied"
    denial = gates.one if gates.one.stance == "denial" else gates.two
    return "not_comparable" if _is_denier(denial.claim) else "contradicted"


def _is_denier(claim: Claim) -> bool:
    """ "The minister denied that 90 had died": whether a figure is given to who denies it, not to whose claim it is."""
    told = _denying(claim.lang).search(claim.quote)
    who = claim.quote.find(claim.originator.name) if claim.originator else -1
    return told is not None and 0 <= who < told.start()


@cache
def _denying(lang: str) -> re.Pattern[str]:
    words = languages.table(lang, "status").get("strong", {}).get("denied", ())
    return re.compile(rf"\b(?:{scope.either(words)})\b", re.IGNORECASE)


def _is_said_instead(one: Claim, two: Claim) -> bool:
    """In one sentence, or in the next one, which tells nothing else of it: "The real number was 193"."""
    if one.article_id != two.article_id:
        return False
    first, second = (one, two) if one.start <= two.start else (two, one)
    bare = first.status == "denied" and scope.adjacent(first, second) and not scope.tells_more(second)
    return scope.in_one_sentence(one, two) or bare


def _short_of(count: Side, plan: Side) -> Relation:
    """Less than was foreseen: final for an occasion, so far for what goes on."""
    final = count.claim.stock_or_flow in ("flow", "share") and period.later(count, plan) == "later"
    return "falls_short" if final else "part_of"
