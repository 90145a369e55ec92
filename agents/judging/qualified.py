"""Whether words of a figure's own clause narrow it: "among under-25s", "core", "on the month", "imports"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

import msgspec

from ...schemas.claim import Claim
from .. import languages
from . import about, clause, scope
from .finding import Finding
from .side import Side

NUMBER = re.compile(r"\d+")
YOUNG, OLD = 35, 50
"""Nobody older is young, nobody younger is old."""
GROWN, RETIRED = 20, 60
"""From an age of at most so many years, to one of at least so many, there are all who work."""
BANDS = ("under", "over", "between")
PLAIN = "plain"
DENIED = 2
"""Words between a negation and the answer that it denies."""
BESIDE = 2
"""Words behind a figure where its own noun stands: "the 7.1 magnitude earthquake"."""


class Narrowed(msgspec.Struct, frozen=True):
    """What one kind of words says of a figure."""

    bound: frozenset[str]
    """Of its own clause."""
    loose: frozenset[str]
    """Of its sentence and its title, where they may be said of something else."""


NOT = Narrowed(frozenset(), frozenset())


def other_scope(one: Side, two: Side) -> str | None:
    """What parts two figures: youth unemployment and that of all, exports and imports, approval and rejection."""
    return next((told for answer, told in _apart(one, two) if answer == "fails"), None)


def perhaps_other(found: Finding, one: Side, two: Side) -> Finding:
    """The finding of two figures, if no words leave open whether they are of one scope."""
    if found.answer != "holds":
        return found
    told = next((told for answer, told in _apart(one, two) if answer == "unknown"), None)
    return Finding("comparable", "unknown", told, open=True) if told else found


def _apart(one: Side, two: Side) -> Iterator[tuple[str, str]]:
    """What each kind of words answers, where they tell the two apart or may do so."""
    for name, kind in _kinds(one.claim.measure).items():
        first, second = (narrowed(side.claim).get(name, NOT) for side in (one, two))
        answer = _answer(kind, first, second, one, two)
        if answer:
            yield answer, f"other scope: {_named(first)} / {_named(second)}"
    if others := about.apart(one, two):
        yield others


def _answer(kind: Mapping[str, Any], first: Narrowed, second: Narrowed, one: Side, two: Side) -> str | None:
    if first.bound and second.bound:
        return "fails" if first.bound.isdisjoint(second.bound) else None
    if first.bound:
        return _alone(kind, first, second, one, two)
    return _alone(kind, second, first, two, one) if second.bound else None


def distinct_nouns(one: Claim, two: Claim) -> bool:
    """ "85 % of drivers", "73 % of guards"."""
    first, second = _noun_words(one.figure.counted), _noun_words(two.figure.counted)
    return bool(first and second) and first.isdisjoint(second)


@lru_cache(maxsize=1 << 14)
def _noun_words(counted: str | None) -> frozenset[str]:
    return frozenset((counted or "").casefold().split())


def _alone(kind: Mapping[str, Any], narrow: Narrowed, wide: Narrowed, one: Side, two: Side) -> str | None:
    """The answer where only the first of two is narrowed; one that goes on from it may be meant so too."""
    if "alone" not in kind or narrow.bound == {kind.get("implied")}:
        return None
    if wide.loose or not _is_named(two.claim):
        goes_on = one.claim.article_id == two.claim.article_id or narrow.bound <= wide.loose
        return None if goes_on else "unknown"
    return str(kind["alone"])


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


@cache
def _kinds(measure: str) -> Mapping[str, Mapping[str, Any]]:
    """The kinds of words that may narrow a measure."""
    kinds = languages.taxonomy()["scopes"]
    return {name: kind for name, kind in kinds.items() if measure.startswith(tuple(kind["measures"]))}


@lru_cache(maxsize=1 << 16)
def narrowed(claim: Claim) -> Mapping[str, Narrowed]:
    """What narrows a figure, by kinds of words; a kind of which its sentence and its title have none is left out."""
    kinds = _kinds(claim.measure)
    found = {name: _found(name, kind, claim) for name, kind in kinds.items()} if kinds else {}
    return MappingProxyType({name: each for name, each in found.items() if each is not NOT})


def _found(name: str, kind: Mapping[str, Any], claim: Claim) -> Narrowed:
    words, ahead, behind = _words(claim.lang, name), _lower(scope.ahead(claim)), _lower(scope.behind(claim))
    titled = _hits(words, _lower(claim.title or ""))
    before, following = _hits(words, ahead), _hits(words, behind)
    if not (before or following or titled):
        return NOT
    bound: list[str] = []
    if not _is_plain(" ".join(scope.WORD.findall(behind)[:BESIDE]), words):
        near = [hit for hit in before if _reaches(ahead, hit[0], words, claim)]
        bound = [_said(*hit, ahead, kind, claim.lang) for hit in near[-1:]]
        beyond = [hit for hit in following if clause.follows(behind, hit[0], kind["near"], claim.lang)]
        bound = bound or [_said(*hit, behind, kind, claim.lang) for hit in beyond]
    loose = frozenset(value for _, value in (*before, *following, *titled))
    return Narrowed(frozenset(bound) if len(set(bound)) == 1 else frozenset(), loose)


def _lower(text: str) -> str:
    """In lower case, with straight apostrophes, as data files have them."""
    return text.casefold().replace("’", "'")


def _reaches(ahead: str, hit: re.Match[str], words: Mapping[str, re.Pattern[str]], claim: Claim) -> bool:
    return clause.reaches(ahead, hit, claim.lang) and not _is_plain(ahead[hit.end() :], words)


def _is_plain(text: str, words: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether a figure has a noun of the whole: "after the 7.1 magnitude earthquake"."""
    return PLAIN in words and words[PLAIN].search(text) is not None


def _said(hit: re.Match[str], value: str, text: str, kind: Mapping[str, Any], lang: str) -> str:
    """What a word says, or its contrary: "do not support", "ne soutiennent pas"."""
    if "denied" not in kind:
        return value
    near = (*scope.WORD.findall(text[: hit.start()])[-DENIED:], *scope.WORD.findall(text[hit.end() :])[:DENIED])
    negations = languages.table(lang, "measures").get("negations", ())
    return str(kind["denied"].get(value, value)) if any(word in negations for word in near) else value


@cache
def _words(lang: str, name: str) -> Mapping[str, re.Pattern[str]]:
    table = languages.table(lang, "scopes").get(name, {})
    return {
        value: re.compile("|".join(map(_pattern, sorted(words, key=len, reverse=True))))
        for value, words in table.items()
    }


def _pattern(words: str) -> str:
    """ "moins de # ans" with any number; a star stands for the rest of a word."""
    plain = re.escape(words.casefold()).replace(r"\#", r"\d{1,3}").replace(r"\*", r"\w*").replace(r"\-", "[-–]")
    return rf"(?<![\w-]){plain}(?!\w)"


def _hits(words: Mapping[str, re.Pattern[str]], text: str) -> list[tuple[re.Match[str], str]]:
    """Where words of a kind stand, in their order, with what they say; a longer one takes those within it."""
    hits = ((hit, value) for value, pattern in words.items() if value != PLAIN for hit in pattern.finditer(text))
    found: list[tuple[re.Match[str], str]] = []
    for hit, value in sorted(hits, key=lambda each: (each[0].start(), -each[0].end())):
        band = _band(value, hit.group())
        if band and (not found or hit.start() >= found[-1][0].end()):
            found.append((hit, band))
    return found


def _band(value: str, words: str) -> str | None:
    """Of ages, the young and the old: "15-24 ans", "over-65s"; "15 and over" and "15-64" are all who work or vote."""
    if value not in BANDS:
        return value
    ages = [int(number) for number in NUMBER.findall(words)]
    if value != "under" and min(ages) <= GROWN and (value == "over" or max(ages) >= RETIRED):
        return None
    if value != "over" and max(ages) <= YOUNG:
        return "youth"
    return "old" if value != "under" and min(ages) >= OLD else f"{value} {'-'.join(map(str, ages))}"
