"""What the articles of two claims, read whole, say against a clash: sums, titles borne out, figures side by side."""

from collections.abc import Iterator
from itertools import combinations, islice

import msgspec

from ...schemas.alert import Relation
from ...schemas.claim import Claim
from . import correcting, growth, parts, running, scope
from .comparable import comparable
from .gates import ask
from .intervals import Interval, fit, is_telling
from .kindred import are_kin
from .memory import Memory
from .relate import relate
from .side import Side
from .told import CLASHES
from .where import other_place

CERTAIN = 9.0
"""The likeness of what one article tells, and of two versions of it."""
FEWEST_LISTED = 2
"""Besides a figure, those of its sentence that add up to another's by no accident."""
MOST_ADDED = 16
"""Figures of a text that are tried as a title's sum."""


def told_apart(memory: Memory, one: Side, two: Side) -> bool:
    """Whether two figures that clash by themselves are a part and a whole, or two things, as an article tells them."""
    newer, older = growth.by_publication(one, two)
    if correcting.rejects(newer, older) or correcting.replaces(newer, older):
        return False
    pairs = (one, two), (two, one)
    rules = _adds, _is_listed, _is_told_there, _is_since, _is_former, _is_beside, _tells_both
    return any(rule(memory, *pair) for pair in pairs for rule in rules)


def _adds(memory: Memory, one: Side, two: Side) -> bool:
    """ "1,262 by the ministry, 1,730 by rescuers: 2,992": what is added is a part, a sum of two places is of both."""
    alike = (third for third in memory.beside(one) if third.value and third.value != one.value and _may_add(one, third))
    others = {third.value: third for third in alike}
    wholes = [others[total] for value in others if (total := one.value + value) in others and is_telling(total)]
    if one.claim.article_id == two.claim.article_id:
        return bool(wholes)
    if not parts.is_placed(one.claim) and any(whole.claim.place == one.claim.place for whole in wholes):
        return True
    added = ((third, others.get(one.value - value)) for value, third in others.items() if is_telling(one.value))
    places = ({first.claim.place, second.claim.place} for first, second in added if second is not None)
    return any(len(each) > 1 and two.claim.place in each for each in places)


def _is_listed(memory: Memory, one: Side, two: Side) -> bool:
    """ "Seven died at the alley, eight at the bar and three in hospital", and eighteen: one sentence's, added up."""
    others = [third for third in _in_its_sentence(memory, one) if third is not two]
    rivals = any(third.claim.originator != one.claim.originator for third in others)
    added = one.value + sum(third.value for third in others)
    return len(others) >= FEWEST_LISTED and not rivals and added == two.value


def _is_told_there(memory: Memory, one: Side, two: Side) -> bool:
    """ "213 in Valencia and one in Málaga" is no other count of Valencia's: the sentence has its own for that place."""
    place = two.claim.place
    told = (third for third in _in_its_sentence(memory, one) if third.placed and third is not two)
    return place not in (None, one.claim.place) and any(third.claim.place == place for third in told)


def _in_its_sentence(memory: Memory, one: Side) -> Iterator[Side]:
    """The other figures of its sort that its sentence prints."""
    return (each for each in memory.beside(one) if scope.in_one_sentence(one.claim, each.claim) and _may_add(one, each))


def _may_add(one: Side, two: Side) -> bool:
    return (one.sort, one.stance, one.claim.figure.unit) == (two.sort, two.stance, two.claim.figure.unit)


def _is_since(memory: Memory, title: Side, few: Side) -> bool:
    """Fewer, told later, beside a title's toll of which the text says since when it is counted."""
    if title.claim.field == "text" or few.claim.published_at < title.claim.published_at or few.value > title.value:
        return False
    said = (side.claim for side in memory.beside(title) if fit(title.interval, side.interval, lineage=True))
    return not _runs(few.claim) and any(map(_runs, said))


def _is_former(memory: Memory, few: Side, two: Side) -> bool:
    """ "Up from 11 on Tuesday", beside another's 37 of Wednesday: its sentence says that there are more since."""
    if few.value > two.value or two.start < few.end:
        return False
    return any(third.value > few.value and third.start > few.start for third in _in_its_sentence(memory, few))


def _runs(claim: Claim) -> bool:
    return claim.cumulative and running.since(claim)


def _is_beside(memory: Memory, one: Side, two: Side) -> bool:
    """Whether the article of the first prints the second's figure, too, and not as a clash with its own.

    A title's figure that its text bears out, by one or by the sum of two, clashes with none of the text's; two figures
    that one article, or one title, prints side by side, as the cost and the loan, do not clash elsewhere.
    """
    beside = memory.beside(one)
    if one.claim.article_id == two.claim.article_id:
        if one.claim.field == two.claim.field:
            return False
        if one.claim.field == "title" and _bears_out(memory, one):
            return True
        beside = (third for third in beside if third.claim.field == one.claim.field)
    return any(_prints(third, two) and _relation(one, _spoken(third, two)) not in CLASHES for third in beside)


def _tells_both(memory: Memory, one: Side, two: Side) -> bool:
    """ "12,000 were evacuated and 30,000 displaced": whether an article keeps apart what may be one thing."""
    akin = are_kin(one.claim.measure, two.claim.measure)
    return akin and any(third.id != two.id for third in memory.beside(one, two.claim.measure))


def _prints(third: Side, two: Side) -> bool:
    """Whether the one is the other's figure: "up to five" is not that of "4.5 to 5.5", which has five in its middle.

    Nor are 15,000 in Paris those in Rennes.
    """
    if other_place(third, two) is not None:
        return False
    ranges = "between" in (third.claim.figure.qualifier, two.claim.figure.qualifier)
    return third.interval == two.interval if ranges else third.value == two.value


def _bears_out(memory: Memory, title: Side) -> bool:
    """Whether the text prints the title's figure, or two of which it is the sum: the dead of two countries."""
    return any(fit(title.interval, each, lineage=False) for each in _told(memory, title))


def _told(memory: Memory, title: Side) -> Iterator[Interval]:
    text = [side for side in memory.beside(title) if side.claim.field == "text"]
    yield from (side.interval for side in text)
    for one, two in combinations(islice(text, MOST_ADDED), 2):
        if one.value != two.value:
            yield Interval(one.value + two.value, one.value + two.value)


def _spoken(third: Side, other: Side) -> Side:
    """The other's figure as the article prints it; of one event, and where it names nobody, by the other's speaker."""
    befell = third.claim.cumulative or third.claim.stock_or_flow == "flow"
    if third.claim.originator is not None or other.claim.originator is None or not befell:
        return third
    return third.said(msgspec.structs.replace(third.claim, originator=other.claim.originator))


def _relation(one: Side, two: Side) -> Relation:
    return relate(ask(one, two, comparable(one, two, CERTAIN)))
