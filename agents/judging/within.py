"""Whether two claims count one sort of things, or one of them a part of the other's: those buried, of the dead.

More buried than are said to have died is a clash; fewer say nothing of how many died.
"""

from functools import cache

from ...schemas.alert import Relation
from ...schemas.claim import Claim
from .. import languages
from . import running, where
from .answering import is_in_contrast, neighbours
from .finding import Finding
from .lineage import both_named
from .side import Side, kind_of


@cache
def whole_of(measure: str) -> str:
    """The measure of which this one counts a part, or the measure itself."""
    return str(languages.taxonomy()["within"].get(measure, measure))


def part_of(one: Claim, two: Claim) -> Relation | None:
    """What the text itself relates as a part and its whole."""
    if one.part_of is None and two.part_of is None:
        return None
    if one.claim_id in (two.part_of or "",) or two.claim_id in (one.part_of or "",):
        return "part_of"
    if one.part_of and one.part_of == two.part_of:
        return "not_comparable"
    return None


def are_part_and_whole(one: Side, two: Side) -> bool:
    """Whether one of two counts is of a part of what the other counts, and nothing else parts them."""
    first, second = one.claim, two.claim
    related = second.measure == whole_of(first.measure) or first.measure == whole_of(second.measure)
    since = related and running.since(first) != running.since(second)
    return related and not since and one.sort[1:] == two.sort[1:] and first.cumulative == second.cumulative


def exceeds(one: Side, two: Side) -> bool:
    """Whether the part is larger than its whole: its least is more than the most of the other, or than its floor."""
    part, whole = in_order(one, two)
    least = part.interval.low
    most = whole.interval.high if whole.interval.high is not None else whole.value
    return least is not None and least > most


def in_order(one: Side, two: Side) -> tuple[Side, Side]:
    """The part and the whole."""
    return (one, two) if whole_of(one.claim.measure) == two.claim.measure else (two, one)


def other_sort(one: Side, two: Side) -> str | None:
    """What parts two claims that are not of one sort; nothing where a part exceeds its whole."""
    left, right = one.claim, two.claim
    if are_part_and_whole(one, two):
        return None if exceeds(one, two) else f"a part, and its whole: {names(one, two)}"
    if left.measure != right.measure:
        return f"other measure: {left.measure}, {right.measure}"
    if kind_of(left) != kind_of(right):
        return f"other kind: {left.figure.kind}, {right.figure.kind}"
    if left.per != right.per:
        return f"other period of a rate: {left.per or 'none'}, {right.per or 'none'}"
    if left.figure.of != right.figure.of:
        return "a part, and a whole"
    return "a change, and a total"


def other_group(one: Side, two: Side) -> str | None:
    """A country's people may be named or not; children are always a part of all, men among the buried of the dead."""
    first, second = one.claim.group, two.claim.group
    if first == second:
        return None
    national = all(group is None or group.startswith(where.COUNTRY) for group in (first, second))
    if national and (first is None or second is None):
        return None
    if one.sort != two.sort and in_order(one, two)[1].claim.group is None:
        return None
    if (kinds := kind_and_all(one, two)) and _is_answered(*kinds):
        return None
    return f"other group: {first or 'all'}, {second or 'all'}"


def kind_and_all(one: Side, two: Side) -> tuple[Side, Side] | None:
    """Those of a kind and all of them, of two counts of one measure."""
    kind, whole = (one, two) if two.claim.group is None else (two, one)
    group = kind.claim.group
    told = one.sort == two.sort and whole.claim.group is None
    return (kind, whole) if told and group in languages.taxonomy()["whole_kinds"]["groups"] else None


def _is_answered(kind: Side, whole: Side) -> bool:
    """ "31 civilians were killed, the army said. But a rights group put the toll at 58": two voices in contrast.

    Fewer of a kind, told behind all, are a part of these.
    """
    first, second = sorted((kind.claim, whole.claim), key=lambda claim: claim.start)
    if (second is kind.claim and kind.value <= whole.value) or running.runs_on(second):
        return False
    beside = both_named(first, second) and first.originator != second.originator and neighbours(first, second)
    return beside and is_in_contrast(first, second)


def larger_than_whole(found: Finding) -> Finding:
    """The finding of two such counts, with what they are."""

    def why(one: Side, two: Side) -> str:
        return f"a part larger than its whole: {names(one, two)}; {found.told(one, two).because}"

    return Finding(found.gate, found.answer, why, open=found.open)


def names(one: Side, two: Side) -> str:
    """What the part and the whole count."""
    return " / ".join(side.claim.measure.rpartition(".")[2] for side in in_order(one, two))
