"""The first gate: whether two claims are of the same thing, by unit, kind, group, scope, place and story."""

from itertools import islice

from ...schemas.claim import Claim
from .. import languages
from . import about, answering, kindred, parts, period, qualified, running, scope, stated, where, within
from .finding import Answer, Finding
from .intervals import fit, is_floor, is_telling
from .lineage import both_named, copied, lineage
from .nouns import nouns_of, other_side, same_noun, same_number
from .side import Side, is_share
from .story import HOLDS, LIKE_SENTENCES, UNKNOWN, is_generic, same_wording, shared
from .units import same_unit

LIKE_WIDE = 0.4
"""Share of the shorter sentence's words that two figures of a wide measure have in common, if they are of one thing."""
LIKE_SUMS = 0.25
"""Money is spoken of in so many ways that two sums must share so much of their sentences' words."""
ONE_SPEAKER = 0.4
"""What it weighs that one speaker gives both figures at one time."""


def comparable(one: Side, two: Side, alike: float) -> Finding:
    """The same thing: unit, kind, group, scope, place and story."""
    if difference := _difference(one, two):
        return Finding("comparable", "fails", difference)
    if one.sort != two.sort and kindred.are_kin(one.claim.measure, two.claim.measure):
        return kindred.perhaps(_in_context(*kindred.in_order(one, two), alike))
    found = qualified.perhaps_other(_in_context(one, two, alike), one, two)
    return found if one.sort == two.sort else within.larger_than_whole(found)


def _in_context(one: Side, two: Side, alike: float) -> Finding:
    if one.claim.article_id == two.claim.article_id:
        return _within(one, two)
    like = _wording(one, two)
    if copied(one.story, two.story):
        like = same_wording(one.claim, two.claim)
        answer: Answer = "holds" if like >= LIKE_SENTENCES else "fails"
        return _worded(answer, "the texts are nearly the same; their", like)
    if like < LIKE_WIDE and is_generic(one.claim.measure):
        return Finding("comparable", "fails", _wide)
    if like < LIKE_SUMS:
        return _worded("unknown", "two sums, and the", like)
    if part := where.half_placed(one, two) or _half_told(one, two):
        return Finding("comparable", "unknown", part)
    if other_wholes := _half_scoped(one, two):
        return Finding("comparable", "unknown", other_wholes, open=True)
    if UNKNOWN <= alike < HOLDS and _by_one_speaker(one, two):
        alike += ONE_SPEAKER
    answer = "holds" if alike >= HOLDS else "unknown" if alike >= UNKNOWN else "fails"
    return Finding("comparable", answer, _shared, open=answer == "unknown")


def _by_one_speaker(one: Side, two: Side) -> bool:
    """Who speaks of the same again, at one time, speaks of one thing in stories less alike."""
    if not both_named(one.claim, two.claim) or period.gap(one, two) > period.FLOW_APART:
        return False
    return lineage(one.claim, two.claim, one.story, two.story) == "one"


def _worded(answer: Answer, why: str, like: float) -> Finding:
    return Finding("comparable", answer, f"{why} sentences share {like:.0%} of their words")


def _wide(one: Side, two: Side) -> str:
    return f"a wide measure, and the sentences share {_wording(one, two):.0%} of their words"


def _shared(one: Side, two: Side) -> str:
    return f"the stories share {', '.join(islice(shared(one.traits, two.traits), 4)) or 'nothing'}"


def _wording(one: Side, two: Side) -> float:
    """What sums and wide measures need in common besides their stories; in two languages, a figure that tells."""
    wide = is_generic(one.claim.measure)
    if (not wide and one.claim.figure.kind != "money") or same_number(one, two):
        return 1.0
    if one.claim.lang == two.claim.lang:
        return same_wording(one.claim, two.claim)
    return 1.0 if not wide or (one.value == two.value and is_telling(one.value)) else 0.0


def _within(left: Side, right: Side) -> Finding:
    """Two figures of one article mostly count different things; they are one when it says who says which."""
    one, two = left.claim, right.claim
    first, second = _in_order(left, right)
    if apart := answering.listed(first.claim, second.claim) or where.two_places(left, right):
        return Finding("comparable", "fails", apart)
    if second.is_further and not first.is_further:
        return Finding("comparable", "fails", "one article, the second besides those told of")
    if left.value == right.value:
        return Finding("comparable", "holds", "the same figure twice in one article")
    if as_part := _as_a_part(left, right):
        return as_part
    if said := stated.by_article(left, right):
        return Finding("comparable", "holds", f"one article, {said}")
    if lineage(one, two, left.story, right.story) == "different" and _of_one_scope(left, right):
        return _two_sources(left, right)
    if one.field != two.field and not is_generic(one.measure):
        title, text = (two, one) if one.field == "text" else (one, two)
        part = where.perhaps_a_part(left, right) or where.in_another_part(title, text)
        answer: Answer = "unknown" if part or qualified.says_more(left, right) else "holds"
        return Finding("comparable", answer, f"the title and the text of one article: {nouns_of(one, two)}")
    return _within_text(left, right)


def _in_order(one: Side, two: Side) -> tuple[Side, Side]:
    """The one that stands first in its field, first."""
    return (one, two) if one.claim.start <= two.claim.start else (two, one)


def _of_one_scope(left: Side, right: Side) -> bool:
    """Whether two speakers of one article talk of the same thing, as far as the words around their figures tell."""
    first, second = _in_order(left, right)
    one, two = first.claim, second.claim
    together = answering.neighbours(one, two)
    words = scope.after if scope.in_one_sentence(one, two) else scope.around
    contrast = together and answering.is_in_contrast(one, two)
    answers = together and not words(two) and not two.figure.counted
    if is_share(one):
        scopes, wide = scope.wholes(one, two), is_generic(one.measure)
        same = scopes == "same" and not (wide and one.predicate != two.predicate)  # "were affected", "were closed"
        return same or answers or (scopes == "open" and (contrast or not wide))
    if one.figure.kind == "money":
        return answers or _of_one_sum(one, two, together=together, contrast=contrast)
    if is_generic(one.measure):
        same = together or same_wording(one, two) >= LIKE_SENTENCES
        return answers or (same_noun(one, two) and same) or (contrast and not scope.more(two))
    if not _befell(one):
        return True
    if where.in_another_part(one, two):
        return False
    told_on = together and not second.named_places
    return scope.in_one_sentence(one, two) or told_on or where.of_one_place(left, right)


def _of_one_sum(one: Claim, two: Claim, *, together: bool, contrast: bool) -> bool:
    """Whether nothing is told of the second sum that the first was not told of, or it answers the first."""
    told = together and not two.figure.counted and scope.around(two) <= scope.around(one)
    like = not scope.in_one_sentence(one, two) and same_wording(one, two) >= LIKE_SENTENCES
    return told or like or (contrast and one.measure in languages.taxonomy()["put_at"]["measures"])


def _befell(claim: Claim) -> bool:
    """What has happened somewhere: a toll, a march. Soldiers may be of one country and in another."""
    return claim.cumulative or claim.stock_or_flow == "flow"


def _half_scoped(one: Side, two: Side) -> str | None:
    """Of two shares in two articles the scope must be the same, or told by neither."""
    if not one.is_share:
        return None
    if others := _only_one_names(one, two) or _only_one_names(two, one):
        return f"perhaps shares of others: only one tells of {others}"
    if scope.wholes(one.claim, two.claim) == "same":
        return None
    whole, other = (" ".join(sorted(scope.around(side.claim))) for side in (one, two))
    return f"perhaps shares of other wholes: {whole or 'not told'} / {other or 'not told'}" if whole or other else None


def _only_one_names(one: Side, two: Side) -> str:
    """The acronym in a share's own words that the other's sentence and title do not have."""
    other = two.claim
    return next((name for name in one.acronyms if name not in f"{other.title or ''} {other.quote}"), "")


def _half_told(one: Side, two: Side) -> str | None:
    """A part beside what is none; or fewer, told later, of an unsaid time, beside many that are counted since a day."""
    if one.value == two.value:
        return None
    fewer, more = where.by_value(one, two)
    few, many = fewer.claim, more.claim
    if some := where.some_of_all(few, many):
        return some
    if _of_parts(fewer, more) or fewer.is_further or qualified.distinct_trades(few, many):
        return f"a part, or besides those told of: {nouns_of(few, many)}"
    later = few.cumulative and few.published_at >= many.published_at
    half = later and running.since(many) and not running.since(few)
    return "perhaps a part: only one sentence says since when" if half else None


def _as_a_part(left: Side, right: Side) -> Finding | None:
    """What the article itself tells as a part, or what may be one."""
    if _of_parts(left, right):
        nouns = nouns_of(left.claim, right.claim)
        return Finding("comparable", "fails", f"one article, a part of those told of, and others: {nouns}")
    some = where.some_of_all(*(side.claim for side in where.by_value(left, right)))
    return Finding("comparable", "unknown", f"one article, {some}") if some else None


def _of_parts(one: Side, two: Side) -> bool:
    """Whether one of two counts of what befell is a part of those that its sentence tells of, and the other is not.

    Of the missing or those in hospital only where words say so: "66 of them are in a critical state".
    """
    if _befell(one.claim):
        return one.is_part != two.is_part
    running_on = one.claim.family in languages.taxonomy()["running"]["families"]
    return running_on and parts.is_among(one.claim) != parts.is_among(two.claim)


def _within_text(left: Side, right: Side) -> Finding:
    one = left.claim
    if left.stance != right.stance and not is_generic(one.measure):
        return Finding("comparable", "holds", "one article, a figure and a plan")
    if one.cumulative and not is_generic(one.measure):
        if period.gap(left, right):
            return Finding("comparable", "holds", "one article, two dates")
        if _overtaken(left, right):
            return Finding("comparable", "holds", "one article, a floor and a count that bears it out")
    if rivals := _as_rivals(left, right):
        return rivals
    return Finding("comparable", "fails", "one article, which does not say that both count the same")


def _as_rivals(left: Side, right: Side) -> Finding | None:
    """ "The toll is 17, officials said. In reality it is 62": one speaker, and words that set one against the other.

    Verbs that answer leave it open, a mere "but" says nothing. Where both have speakers, these tell if two are meant.
    """
    first, second = _in_order(left, right)
    one, two = first.claim, second.claim
    speakers = [claim for claim in (one, two) if claim.originator is not None]
    if len(speakers) != 1 or second.is_part or not answering.neighbours(one, two) or not _of_one_scope(left, right):
        return None
    if answering.is_set_against(one, two):
        return Finding("comparable", "holds", "one article, which sets the one against the other")
    if first.is_share or scope.more(two) or not answering.answers(one, two):
        return None
    return Finding("comparable", "unknown", "one article, where the second answers the first", open=True)


def _overtaken(left: Side, right: Side) -> bool:
    """ "At least 12 dead", and farther down somebody else's 15 in all, of the same people in the same place."""
    one, two = left.claim, right.claim
    alike = (one.place, one.group) == (two.place, two.group) and one.originator != two.originator
    return alike and is_floor(one) != is_floor(two) and fit(left.interval, right.interval, lineage=False)


def _two_sources(left: Side, right: Side) -> Finding:
    one, two = left.claim, right.claim
    first, second = _in_order(left, right)
    told_on = answering.neighbours(first.claim, second.claim) and not second.named_places
    if not told_on and bool(left.subject.names) != bool(right.subject.names) and about.may_be(one.measure):
        return Finding("comparable", "fails", "one article, two sources; only one says whose votes")
    if not told_on and (half := where.half_placed(left, right)):
        return Finding("comparable", "unknown", f"one article, two sources; {half}")
    if kinds := within.kind_and_all(left, right):
        more = kinds[0].value > kinds[1].value and left.period == right.period
        answer: Answer = "holds" if more else "unknown"
        return Finding(
            "comparable", answer, f"one article, two sources, a kind and all: {nouns_of(one, two)}", open=True
        )
    fewer, _ = where.by_value(left, right)
    part = not told_on or scope.more(fewer.claim)  # a kind of people may be a part, which is never more than its whole
    if not is_share(one) and part and qualified.says_more(left, right):
        return Finding("comparable", "unknown", f"one article, two sources, other words: {nouns_of(one, two)}")
    return Finding("comparable", "holds", "one article, two sources")


def _is_wide_apart(one: Claim, two: Claim) -> bool:
    """ "71 percent", and "nine out of ten" in another article: of a wide share two ways to count are of two things."""
    return is_generic(one.measure) and (one.article_id != two.article_id or one.measure == "share.other")


def _difference(one: Side, two: Side) -> str | None:
    """What makes two claims of one measure speak of different things."""
    left, right = one.claim, two.claim
    if other := kindred.left_of_all(one, two) if one.sort == two.sort else kindred.other_sort(one, two):
        return other
    if left.figure.unit != right.figure.unit and (same_unit(left, right) is None or _is_wide_apart(left, right)):
        return f"other unit: {left.figure.unit}, {right.figure.unit}"
    if one.is_share and qualified.distinct_nouns(left, right):
        return f"shares of others: {nouns_of(left, right)}"
    told = within.other_group(one, two) or where.own_each(one, two) or other_side(left, right)
    told = told or where.other_place(one, two)
    return told or qualified.other_scope(one, two)
