"""Counts that a later sentence tells as those of before: "340 died. Officials had earlier put the toll at 290"."""

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from ...schemas.claim import AsOf, Claim
from .. import languages
from .assemble import Drafted
from .dates import either
from .days import DAY, midnight
from .own_clause import CLAUSE, Clause, clause_of, plain_of, saying, verbs_in
from .territories import bare


def settle(drafted: Sequence[Drafted]) -> Sequence[Drafted]:
    """The claims, each count of before dated before the newer one, and placed where that one is.

    Where the article has no newer count of its kind, one is of before only where it is called so: "a previous toll".
    """
    clauses = {number: clause_of(draft, drafted) for number, draft in enumerate(drafted) if _may_tell(draft.claim)}
    told = {number for number, clause in clauses.items() if clause.far or _is_told_before(clause)}
    for number in sorted(told):
        clause, newer = clauses[number], _newer(number, drafted, told)
        if newer or clause.far or _words(clause.claim.lang).counts.search(clause.text):
            drafted[number].claim = _before(clause, newer)
    return drafted


def _may_tell(claim: Claim) -> bool:
    momentary = claim.measure in languages.taxonomy()["momentary"]["measures"]
    return not momentary and _words(claim.lang).any.search(claim.quote) is not None


def _is_told_before(clause: Clause) -> bool:
    """By a noun for counts, or a verb of saying, beside the word of before."""
    claim, words, text = clause.claim, _words(clause.claim.lang), clause.text
    if words.counts.search(text) or words.first.search(text):
        return _level(claim.lang).search(clause.ahead) is None  # "raised the previous toll to six"
    if (words.adverbs.search(text) or _is_beside_verb(text, claim.lang)) and _is_said(clause):
        return True
    if words.until.search(text) and words.past.search(text):
        return True
    had = words.had.search(text) if clause.named and clause.named.accuracy == "day" else None
    return had is not None and saying(text[had.end() :], claim.lang)  # "on Tuesday it had put the toll at 290"


def _is_said(clause: Clause) -> bool:
    """Whether somebody says so, and is not what holds them: "the camp initially counted 500 tents"."""
    claim, text = clause.claim, clause.text
    if claim.originator is not None and bare(claim.originator.name) in bare(text):
        return True
    held = claim.stock_or_flow == "stock" and claim.family not in languages.taxonomy()["running"]["families"]
    return not held and (saying(text, claim.lang) or _words(claim.lang).said.search(text) is not None)


def _is_beside_verb(text: str, lang: str) -> bool:
    """ "Police earlier counted", "habían hablado antes"; not "less than a year earlier", "antes del sismo"."""
    beside = {at for first, last in verbs_in(text, lang) for at in (first - 1, last)}
    return any(at in beside and _words(lang).close.fullmatch(word) for at, word in enumerate(plain_of(text)))


def _newer(number: int, drafted: Sequence[Drafted], told: set[int]) -> Claim | None:
    """The nearest count of its kind that is none of before: the last one told, else the next."""
    claim = drafted[number].claim
    order = (*range(number - 1, -1, -1), *range(number + 1, len(drafted)))
    others = (drafted[each].claim for each in order if each not in told and drafted[each].whole is None)
    return next((other for other in others if _is_of_its_kind(other, claim) and not _is_beside(other, claim)), None)


def _is_of_its_kind(other: Claim, claim: Claim) -> bool:
    one, two = (
        (each.measure, each.group, each.figure.kind, each.figure.unit, each.status, each.per) for each in (other, claim)
    )
    return one == two and (other.figure.low, other.figure.high) != (claim.figure.low, claim.figure.high)


def _is_beside(other: Claim, claim: Claim) -> bool:
    """ "Had cut 30 % of its flights and 15 % of its trains": of one clause, the two are of one time."""
    first, second = sorted((other, claim), key=lambda each: each.start)
    beside = (first.field, first.quote_start) == (second.field, second.quote_start)
    between = first.quote[first.end - first.quote_start : second.start - second.quote_start]
    return beside and CLAUSE.search(between) is None


def _before(clause: Clause, newer: Claim | None) -> Claim:
    """The claim as of before the newer one, of whose place it is unless its sentence names its own."""
    placed = newer is None or any(entity.ref == clause.claim.place for entity in clause.claim.entities)
    return msgspec.structs.replace(
        clause.claim,
        as_of=_as_of(clause, newer),
        place=clause.claim.place if placed or newer is None else newer.place,
        correction=False,
    )


def _as_of(clause: Clause, newer: Claim | None) -> AsOf:
    """The day that it names; so long before the newer one; else until the newer one was told.

    A toll of another day is one of before, and a crowd of another day is another.
    """
    claim, named = clause.claim, clause.named
    since = newer.as_of.start if newer and newer.as_of else midnight(claim.published_at)
    if clause.far:
        named = clause.far.before(since)
        if not claim.cumulative:
            return named
    told = named is not None and (named.start if claim.cumulative else named.end) <= since
    start, end = (named.start, named.end) if named and told else (since - DAY, since)
    return AsOf(start=start, end=end, accuracy="before")


class _Words(msgspec.Struct, frozen=True):
    """What tells of before, in one language."""

    any: re.Pattern[str]
    """Whatever of it."""
    counts: re.Pattern[str]
    """A noun for counts, and that it is of before: "a previous toll", "le bilan précédent"; another has come since."""
    first: re.Pattern[str]
    """The same, of a count that another may follow: "a first toll"."""
    adverbs: re.Pattern[str]
    """When somebody said so: "initially"."""
    until: re.Pattern[str]
    """The same, of what was so till now; without a verb of the past it still is."""
    past: re.Pattern[str]
    had: re.Pattern[str]
    """What tells what had been said on a day that is named."""
    said: re.Pattern[str]
    """What says so, and names nobody: "war von 290 Toten die Rede"."""
    close: re.Pattern[str]
    """When somebody said so, if it stands right beside the verb: "earlier said"."""


@cache
def _words(lang: str) -> _Words:
    data = languages.table(lang, "attribution")
    told = data.get("told_before", {})
    earlier = either(languages.table(lang, "measures").get("earlier", ()))
    counts, first = either(data.get("data", ())), either(told.get("first", ()))
    own = rf"(?:{either(data.get('determiners', ()))}) (?:{earlier}) (?:[^\W\d_]+ ){{1,2}}(?:{counts})"
    if not languages.table(lang, "nonfigures").get("adjectives_first", False):
        own = "(?!)"  # "le précédent directeur du recensement" is none, "a previous police count" is one
    every = either(word for name in ("adverbs", "close", "until", "had", "first") for word in told.get(name, ()))
    dates = languages.table(lang, "dates")
    far = either((*dates.get("eve", ()), *dates.get("measured", ())))
    patterns = (
        rf"(?:{earlier}) (?:{counts})|(?:{counts}) (?:{earlier})|{own}",
        rf"(?:{first}) (?:{counts})",
        *(either(told.get(name, ())) for name in ("adverbs", "until", "past", "had", "said", "close")),
    )
    return _Words(
        re.compile(rf"\b(?:{earlier}|{every}|{far})", re.IGNORECASE),
        *(re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE) for each in patterns),
    )


@cache
def _level(lang: str) -> re.Pattern[str]:
    """What leads to a value from that of before, right before a figure."""
    return re.compile(rf"\b(?:{either(languages.table(lang, 'measures').get('level', ()))}) *$", re.IGNORECASE)
