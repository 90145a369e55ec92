"""Counts that a later sentence tells as those of before: "340 died. Officials had earlier put the toll at 290"."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

import msgspec

from ...schemas.claim import AsOf, Claim
from .. import languages
from .assemble import Drafted
from .days import DAY, midnight
from .lexicon import lexicon
from .names import speaking
from .territories import bare

OPENING = re.compile(r"[^\w(]*(?:\([^()]*\)\W*)?")
"""Signs before the words that open a sentence: "(AFP) Earlier, officials said"."""
DONE_WITHIN = 3
"""Words behind "had" of which one tells what was done."""
WORD = re.compile(r"[^\W\d_]+")
CLAUSE = re.compile(r"[,;:()]")
BREAK = re.compile(r"[;:]")


def settle(drafted: Sequence[Drafted]) -> Sequence[Drafted]:
    """The claims, each count of before dated before the newer one, and placed where that one is.

    Where the article has no newer count of its kind, one is of before only where it is called so: "a previous toll".
    """
    told = {number for number, draft in enumerate(drafted) if _is_told_before(draft.claim, drafted)}
    for number in told:
        claim = drafted[number].claim
        newer = _newer(number, drafted, told)
        if newer is not None or _words(claim.lang).counts.search(claim.quote):
            drafted[number].claim = _before(claim, newer)
    return drafted


def _is_told_before(claim: Claim, drafted: Iterable[Drafted]) -> bool:
    """Whether its clause says that so many were told before; it begins behind a count of the same."""
    words = _words(claim.lang)
    momentary = claim.measure in languages.taxonomy()["momentary"]["measures"]
    if momentary or words.any.search(claim.quote) is None:
        return False
    place, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    others = [
        each.claim for each in drafted if (each.claim.field, each.claim.quote_start) == (claim.field, claim.quote_start)
    ]
    alike = (
        each.end - each.quote_start for each in others if each.measure == claim.measure and each.end <= claim.start
    )
    behind = (each.start - each.quote_start for each in others if each.start >= claim.end)
    ahead = BREAK.split(claim.quote[max(alike, default=0) : place])[-1]
    following = CLAUSE.split(claim.quote[end : min(behind, default=len(claim.quote))])[0]
    named = claim.as_of is not None and claim.as_of.accuracy == "day" and not _is_shared(claim, drafted)
    return _tells(ahead, following, words, claim.lang, named=named)


def _is_shared(claim: Claim, drafted: Iterable[Drafted]) -> bool:
    """ "36 % struck on Tuesday, the ministry said. The union had spoken of 60 %": the rival's day, and none before.

    The day was lent; one that the sentence names itself is the rival's only by chance.
    """
    alike = (each.claim for each in drafted if each.claim.measure == claim.measure and each.claim.end < claim.start)
    last = next(iter(sorted(alike, key=lambda each: -each.start)), None)
    rivals = last is not None and None not in (last.originator, claim.originator)
    return rivals and last is not None and last.originator != claim.originator and last.as_of == claim.as_of


def _tells(ahead: str, behind: str, words: "_Words", lang: str, *, named: bool) -> bool:
    """By a noun for counts, or by when somebody said so; `named`: a day is told."""
    own = f"{CLAUSE.split(ahead)[-1]} {behind}"
    if words.counts.search(own):
        return _level(lang).search(ahead) is None  # "raised the previous toll to six"
    start = OPENING.match(ahead)
    opens = start.end() if start else 0
    opening = words.adverbs.match(ahead, opens) or words.until.match(ahead, opens)
    clause = f"{ahead} {behind}" if opening else own
    if any(_is_measured(ahead, adverb, lang) for adverb in words.adverbs.finditer(ahead)):
        return False
    if words.adverbs.search(clause) and _saying(WORD.findall(clause), lang):
        return True
    if words.until.search(clause) and words.past.search(clause):
        return True
    return named and any(_saying(_said(had, clause), lang) for had in words.had.finditer(clause))


def _is_measured(clause: str, adverb: re.Match[str], lang: str) -> bool:
    """ "A week earlier", "une semaine plus tôt": a day of its own, and no count before another."""
    before = WORD.findall(clause[: adverb.start()])[-1:]
    return bool(before) and lexicon(lang).duration_words.issuperset(map(str.casefold, before))


def _said(had: re.Match[str], clause: str) -> list[str]:
    """What somebody had done: "had already put", "hatte von 290 Toten gesprochen"; not "it had killed 12, it said"."""
    behind = WORD.findall(clause[had.end() :])
    return behind[:DONE_WITHIN] + behind[-1:]


def _saying(words: Iterable[str], lang: str) -> bool:
    """Whether somebody says so, or counts: "fait état de", and not "fait" alone."""
    speech, plain = speaking(lang), [bare(word) for word in words]
    told = (speech.verbs, speech.giving)
    return any(word in speech.data or any(each.at(plain, at) for each in told) for at, word in enumerate(plain))


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


def _before(claim: Claim, newer: Claim | None) -> Claim:
    """The claim as of before the newer one, of whose place it is unless its sentence names its own."""
    since = newer.as_of.start if newer and newer.as_of else midnight(claim.published_at)
    own = claim.as_of
    named = own is not None and own.accuracy != "publication" and own.end <= since
    start, end = (own.start, own.end) if own and named else (since - DAY, since)
    placed = newer is None or any(entity.ref == claim.place for entity in claim.entities)
    return msgspec.structs.replace(
        claim,
        as_of=AsOf(start=start, end=end, accuracy="before"),
        place=claim.place if placed or newer is None else newer.place,
        correction=False,
    )


class _Words(msgspec.Struct, frozen=True):
    """What tells of before, in one language."""

    any: re.Pattern[str]
    """Whatever of it."""
    counts: re.Pattern[str]
    """A noun for counts, and that it is of before: "a previous toll", "le bilan précédent"; another has come since."""
    adverbs: re.Pattern[str]
    """When somebody said so: "initially"."""
    until: re.Pattern[str]
    """The same, of what was so till now; without a verb of the past it still is."""
    past: re.Pattern[str]
    had: re.Pattern[str]
    """What tells what had been: "on Tuesday it had put the toll at 290"."""


@cache
def _words(lang: str) -> _Words:
    data = languages.table(lang, "attribution")
    told = data.get("told_before", {})
    earlier = _either(languages.table(lang, "measures").get("earlier", ()))
    counts = _either(data.get("data", ()))
    own = rf"(?:{_either(data.get('determiners', ()))}) (?:{earlier}) (?:[^\W\d_]+ ){{1,2}}(?:{counts})"
    if not languages.table(lang, "nonfigures").get("adjectives_first", False):
        own = "(?!)"  # "le précédent directeur du recensement" is none, "a previous police count" is one
    adverbs, until, had = (_either(told.get(name, ())) for name in ("adverbs", "until", "had"))
    past = _either((*told.get("had", ()), *told.get("past", ())))
    return _Words(
        re.compile(rf"\b(?:{earlier}|{adverbs}|{until}|{had})", re.IGNORECASE),
        re.compile(rf"\b(?:(?:{earlier}) (?:{counts})|(?:{counts}) (?:{earlier})|{own})\b", re.IGNORECASE),
        *(re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE) for each in (adverbs, until)),
        *(re.compile(rf"\b(?:{each})\b", re.IGNORECASE) for each in (past, had)),
    )


@cache
def _level(lang: str) -> re.Pattern[str]:
    """What leads to a value from that of before, right before a figure."""
    return re.compile(rf"\b(?:{_either(languages.table(lang, 'measures').get('level', ()))}) *$", re.IGNORECASE)


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"
