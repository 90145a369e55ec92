"""Whether words of two figures' own clauses narrow them to two scopes: those under 25 and all, exports and imports."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from ...schemas.claim import Claim
from .. import languages
from . import about, scope
from .answering import neighbours
from .finding import Finding
from .narrowing import NOT, Narrowed, kinds_of
from .side import Side


def other_scope(one: Side, two: Side) -> str | None:
    """What parts two figures: youth unemployment and that of all, exports and imports, approval and rejection."""
    return _told("fails", one, two)


def perhaps_other(found: Finding, one: Side, two: Side) -> Finding:
    """The finding of two figures, if no words leave open whether they are of one scope."""
    told = _told("unknown", one, two) if found.answer == "holds" else None
    return Finding("comparable", "unknown", told, open=True) if told else found


def _told(wanted: str, one: Side, two: Side) -> str | None:
    """The first reason for an answer."""
    if not (one.narrowed or two.narrowed or about.may_be(one.claim.measure)):
        return None
    return next((told for answer, told in _apart(one, two) if answer == wanted), None)


def _apart(one: Side, two: Side) -> Iterator[tuple[str, str]]:
    """What each kind of words answers, where they tell the two apart or may do so."""
    if one.narrowed or two.narrowed:
        for name, kind in kinds_of(one.claim.measure).items():
            first, second = one.narrowed.get(name, NOT), two.narrowed.get(name, NOT)
            if answer := _answer(kind, first, second, one, two):
                yield answer, f"other {kind.get('told', 'scope')}: {_named(first)} / {_named(second)}"
    if about.may_be(one.claim.measure) and (others := _others(one, two)):
        yield others


def _others(one: Side, two: Side) -> tuple[str, str] | None:
    """ "Labour is at 41 %", "the Greens are at 9 %": others, if they have two acronyms or one story tells of both."""
    first, second = one.subject, two.subject
    if not (first.names and second.names) or not first.names.isdisjoint(second.names):
        return None
    acronyms = about.are_acronyms(first.names | second.names)
    sure = acronyms or about.are_told(second.names, one.story) or about.are_told(first.names, two.story)
    who = " / ".join(" ".join(sorted(each.names)) for each in (first, second))
    return "fails" if sure and first.ahead and second.ahead else "unknown", f"about others: {who}"


def _answer(kind: Mapping[str, Any], first: Narrowed, second: Narrowed, one: Side, two: Side) -> str | None:
    if first.bound and second.bound:
        return "fails" if first.bound.isdisjoint(second.bound) else None
    if first.bound:
        return _alone(kind, first, second, one, two)
    return _alone(kind, second, first, two, one) if second.bound else None


def distinct_nouns(one: Claim, two: Claim) -> bool:
    """ "85 % of drivers", "73 % of guards"; not "31 % of the votes", "48 % of the ballots cast", "75 % strikers"."""
    if _are_votes(one) and _are_votes(two):
        return False
    first, second = _noun_words(one.figure.counted), _noun_words(two.figure.counted)
    if first & _own_nouns(one.lang, one.measure) or second & _own_nouns(two.lang, two.measure):
        return False
    return bool(first and second) and first.isdisjoint(second)


@cache
def _own_nouns(lang: str, measure: str) -> frozenset[str]:
    """The nouns for those whose share is told: strikers, who are some of the teachers told of by the other."""
    entry = languages.table(lang, "measures").get("measure", {}).get(measure.replace("share.", "person."), {})
    singulars = [noun for noun in entry.get("nouns", ()) if " " not in noun]
    return frozenset(f"{noun}{ending}" for noun in singulars for ending in scope.PLURALS)


def _are_votes(claim: Claim) -> bool:
    """Whether it counts votes, by whatever noun, and no void ones."""
    votes, void = _ballots(claim.lang)
    told = (claim.figure.counted or "").casefold()
    return told not in void and any(word.startswith(votes) for word in _noun_words(told))


@cache
def _ballots(lang: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The nouns for votes, and for void ones."""
    measures = languages.table(lang, "measures").get("measure", {})
    votes, void = (measures.get(name, {}).get("nouns", ()) for name in ("vote.count", "vote.invalid"))
    return tuple(votes), frozenset(void)


def distinct_trades(one: Claim, two: Claim) -> bool:
    """ "310 dustmen", "2,400 workers": whether one of two counts of strikers has a trade that the other does not."""
    if one.measure not in languages.taxonomy()["trades"]["measures"]:
        return False
    first, second = scope.more(one), scope.more(two)
    return first != second if one.lang == two.lang else bool(first) != bool(second)


def says_more(left: Side, right: Side) -> bool:
    """One counts a kind of people ("Mexican nationals"), the other people: the kind may be a part.

    "280 schools, says the ministry. The union gives 450": one without a word of its own takes the noun before.
    """
    one, two = (side.claim for side in sorted((left, right), key=lambda side: side.claim.start))
    if neighbours(one, two) and not two.figure.counted and not scope.after(two):
        return False
    alike = one.group == two.group and one.group is not None
    return not alike and scope.more(one) != scope.more(two)


@lru_cache(maxsize=1 << 14)
def _noun_words(counted: str | None) -> frozenset[str]:
    return frozenset((counted or "").casefold().split())


def _alone(kind: Mapping[str, Any], narrow: Narrowed, wide: Narrowed, one: Side, two: Side) -> str | None:
    """The answer where only the first of two is narrowed; one that goes on from it may be meant so too."""
    if "alone" not in kind or narrow.bound == {kind.get("implied")}:
        return None
    taken = scope.in_one_sentence(one.claim, two.claim) and two.claim.start < one.claim.start
    if taken or (_is_named(two.claim) and not wide.loose):
        return str(kind["alone"])  # "inflation is at 3 %, core inflation at 4 %"
    goes_on = one.claim.article_id == two.claim.article_id or narrow.bound <= wide.loose
    return None if goes_on else "unknown"


def _named(narrow: Narrowed) -> str:
    return ", ".join(sorted(narrow.bound)) or "all"


def _is_named(claim: Claim) -> bool:
    """Whether its sentence has a word for what is measured, and does not go on: "the institute puts it at 21 %"."""
    words = _nouns(claim.lang, claim.measure)
    return words is None or words.search(claim.quote.casefold()) is not None


@cache
def _nouns(lang: str, measure: str) -> re.Pattern[str] | None:
    entry = languages.table(lang, "measures").get("measure", {}).get(measure, {})
    words = [word.casefold() for key in ("cue", "nouns") for word in entry.get(key, ())]
    return re.compile(rf"\b(?:{scope.either(words)})") if words else None
