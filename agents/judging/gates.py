"""The gates between two claims, in order, each with its answer and its reason."""

from itertools import islice
from typing import Literal

import msgspec

from ...schemas.alert import Gate
from ...schemas.claim import Claim
from . import period
from .intervals import fit
from .lineage import Lineage, copied, lineage, name_of
from .side import Side
from .story import HOLDS, LIKE_SENTENCES, UNKNOWN, is_generic, same_wording, shared
from .units import same_unit

Answer = Literal["holds", "fails", "unknown"]


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


def ask(one: Side, two: Side, alike: float) -> Gates:
    """Every gate for two claims of one measure; `alike` is the likeness of their stories."""
    first = comparable(one, two, alike)
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


def _gate(name: Literal["comparable", "period", "status", "intervals", "lineage"], answer: Answer, why: str) -> Gate:
    return Gate(gate=name, answer=answer, because=why)


def comparable(one: Side, two: Side, alike: float) -> Gate:
    """The same thing: unit, kind, group, scope, place and story."""
    difference = _difference(one, two)
    if difference:
        return _gate("comparable", "fails", difference)
    if one.claim.article_id == two.claim.article_id:
        return _within(one, two)
    if copied(one.story, two.story):
        like = same_wording(one.claim, two.claim)
        answer: Answer = "holds" if like >= LIKE_SENTENCES else "fails"
        return _gate("comparable", answer, f"the texts are copies; their sentences share {like:.0%} of their words")
    if is_generic(one.claim.measure) and (like := same_wording(one.claim, two.claim)) < LIKE_SENTENCES:
        return _gate("comparable", "fails", f"a wide measure, and the sentences share {like:.0%} of their words")
    if half := _half_placed(one.claim, two.claim):
        return _gate("comparable", "unknown", half)
    telling = ", ".join(islice(shared(one.traits, two.traits), 4)) or "nothing"
    answer = "holds" if alike >= HOLDS else "unknown" if alike >= UNKNOWN else "fails"
    return _gate("comparable", answer, f"the stories share {telling}")


def _within(left: Side, right: Side) -> Gate:
    """Two figures of one article mostly count different things; they are one when it says who says which."""
    one, two = left.claim, right.claim
    named = one.originator is not None and two.originator is not None
    if apart := _told_apart(one, two):
        return _gate("comparable", "fails", apart)
    if left.value == right.value:
        return _gate("comparable", "holds", "the same figure twice in one article")
    if one.figure.times or two.figure.times:
        return _gate("comparable", "holds", "one article, which states a product")
    if named and one.originator != two.originator and (not is_generic(one.measure) or _same_noun(one, two)):
        return _two_sources(one, two)
    if one.field != two.field and not is_generic(one.measure):
        answer: Answer = "unknown" if _says_more(one, two) else "holds"
        return _gate("comparable", answer, f"the title and the text of one article: {_nouns(one, two)}")
    return _within_text(left, right)


def _within_text(left: Side, right: Side) -> Gate:
    one, two = left.claim, right.claim
    if left.stance != right.stance and not is_generic(one.measure):
        return _gate("comparable", "holds", "one article, a figure and a plan")
    if one.cumulative and not is_generic(one.measure) and period.gap(one, two):
        return _gate("comparable", "holds", "one article, two dates")
    return _gate("comparable", "fails", "one article, which does not say that both count the same")


def _told_apart(one: Claim, two: Claim) -> str | None:
    """An article that names a town for each of two figures counts two things."""
    towns = [claim.place for claim in (one, two) if claim.place and _names(claim, claim.place)]
    distinct = len(towns) == 2 and towns[0] != towns[1]
    if distinct and not any(town.startswith(("country:", "region:", "name:")) for town in towns):
        return f"one article, two places: {towns[0]}, {towns[1]}"
    return None


def _two_sources(one: Claim, two: Claim) -> Gate:
    if half := _half_placed(one, two):
        return _gate("comparable", "unknown", f"one article, two sources; {half}")
    if _says_more(one, two):
        return _gate("comparable", "unknown", f"one article, two sources, other words: {_nouns(one, two)}")
    return _gate("comparable", "holds", "one article, two sources")


def _half_placed(one: Claim, two: Claim) -> str | None:
    """Of a march or a share it matters where: one sentence names a town, the other no place at all."""
    if one.stock_or_flow not in ("flow", "share"):
        return None
    towns = [claim.place for claim in (one, two) if claim.place and _names(claim, claim.place)]
    if len(towns) == 1 and towns[0].startswith("geonames:"):
        return f"only one sentence says where: {towns[0]}"
    return None


def _nouns(one: Claim, two: Claim) -> str:
    return " / ".join(claim.figure.counted or claim.figure.text for claim in (one, two))


def _says_more(one: Claim, two: Claim) -> bool:
    """One counts a kind of people ("Mexican nationals"), the other people: the kind may be a part."""
    first, second = (frozenset((claim.figure.counted or "").casefold().split()) for claim in (one, two))
    alike = one.group == two.group and one.group is not None
    return not alike and first != second and max(len(first), len(second)) > 1


def _distinct_nouns(one: Claim, two: Claim) -> bool:
    """ "85 % of drivers", "73 % of guards"."""
    first, second = (frozenset((claim.figure.counted or "").casefold().split()) for claim in (one, two))
    return bool(first and second) and not first & second


def _same_noun(one: Claim, two: Claim) -> bool:
    first, second = (one.figure.counted or "").casefold(), (two.figure.counted or "").casefold()
    return bool(first) and first == second


def _difference(one: Side, two: Side) -> str | None:
    """What makes two claims of one measure speak of different things."""
    left, right = one.claim, two.claim
    if left.measure != right.measure:
        return f"other measure: {left.measure}, {right.measure}"
    if same_unit(left, right) is None:
        return f"other unit: {left.figure.unit}, {right.figure.unit}"
    if _kind(left) != _kind(right):
        return f"other kind: {left.figure.kind}, {right.figure.kind}"
    if left.per != right.per:
        return f"other period of a rate: {left.per or 'none'}, {right.per or 'none'}"
    if (left.stock_or_flow == "change") != (right.stock_or_flow == "change"):
        return "a change, and a total"
    if left.figure.of != right.figure.of:
        return "a part, and a whole"
    if _kind(left) == "share" and _distinct_nouns(left, right):
        return f"shares of others: {_nouns(left, right)}"
    return _other_group(left, right) or _other_place(one, two)


def _kind(claim: Claim) -> str:
    return "share" if claim.figure.kind in ("percent", "ratio") else claim.figure.kind


def _other_group(left: Claim, right: Claim) -> str | None:
    """A country's people may be named or not; children are always a part of all."""
    one, two = left.group, right.group
    if one == two:
        return None
    national = all(group is None or group.startswith("country:") for group in (one, two))
    if national and (one is None or two is None):
        return None
    return f"other group: {one or 'all'}, {two or 'all'}"


def _other_place(one: Side, two: Side) -> str | None:
    """Two places: of a march or a share even where one holds the other, of a toll where no story joins them."""
    left, right = one.claim.place, two.claim.place
    if left is None or right is None or left == right or not (_is_mapped(left) and _is_mapped(right)):
        return None
    countries = left.startswith("country:") and right.startswith("country:")
    exact = countries or one.claim.stock_or_flow in ("flow", "share")
    said = _names(one.claim, left) and _names(two.claim, right)
    if not (exact and said) and (left in two.story.refs or right in one.story.refs):
        return None
    return f"other place: {left}, {right}"


def _is_mapped(place: str) -> bool:
    """A place that is only a name in the text may lie anywhere."""
    return not place.startswith("name:")


def _names(claim: Claim, place: str) -> bool:
    """Whether the claim's own sentence names its place."""
    return any(entity.ref == place for entity in claim.entities)


def _period(one: Claim, two: Claim) -> Gate:
    apart = period.gap(one, two)
    if one.stock_or_flow in ("flow", "change"):
        dated = "publication" not in (period.as_of(one).accuracy, period.as_of(two).accuracy)
        if apart >= period.FLOW_APART or (dated and apart):
            return _gate("period", "fails", f"other occasions, {apart.days} days apart")
        if not period.overlapping(one, two):
            return _gate("period", "unknown", "perhaps other days")
    if apart > period.STOCK_APART:
        return _gate("period", "fails", f"{apart.days} days apart")
    return _gate("period", "holds", "the same time" if period.overlapping(one, two) else f"{apart.days} days apart")


def _status(one: Side, two: Side) -> Gate:
    answer: Answer = "holds" if one.stance == two.stance else "fails"
    first, second = one.claim.status, two.claim.status
    return _gate("status", answer, first if first == second else f"{first}, {second}")


def _intervals(one: Side, two: Side, source: Lineage) -> Gate:
    fits = fit(one.interval, two.interval, lineage=source == "one")
    said = f"{one.claim.figure.text} / {two.claim.figure.text}"
    return _gate("intervals", "holds" if fits else "fails", f"{said}: {'compatible' if fits else 'disjoint'}")


def _lineage(one: Claim, two: Claim, source: Lineage) -> Gate:
    """Holds when the claims are independent."""
    answers: dict[Lineage, tuple[Answer, str]] = {
        "different": ("holds", f"{name_of(one)} / {name_of(two)}"),
        "one": ("fails", f"one source: {name_of(one)}"),
        "unknown": ("unknown", "who the figures come from is not told for both"),
    }
    return _gate("lineage", *answers[source])
