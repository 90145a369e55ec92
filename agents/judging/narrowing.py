"""What words of a figure's own clause narrow it to: "among under-25s", "core", "on the month", "imports"."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import msgspec

from ...schemas.claim import Claim
from .. import languages
from . import clause, scope

NUMBER = re.compile(r"\d+")
YOUNG, OLD = 35, 50
"""Nobody older is young, nobody younger is old."""
GROWN, RETIRED = 20, 60
"""From an age of at most so many years, to one of at least so many, there are all who work."""
BANDS = ("under", "over", "between")
PLAIN = "plain"
_Hit = tuple[re.Match[str], str]
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
NOTHING: Mapping[str, Narrowed] = MappingProxyType({})


@cache
def kinds_of(measure: str) -> Mapping[str, Mapping[str, Any]]:
    """The kinds of words that may narrow a measure."""
    kinds = languages.taxonomy()["scopes"]
    return {name: kind for name, kind in kinds.items() if measure.startswith(tuple(kind["measures"]))}


def narrowed(claim: Claim) -> Mapping[str, Narrowed]:
    """What narrows a figure, by kinds of words; a kind of which its sentence and its title have none is left out."""
    kinds = kinds_of(claim.measure)
    if not kinds:
        return NOTHING
    text = _lower(f"{claim.quote}\n{claim.title or ''}")
    if not _any(claim.lang, *kinds).search(text):
        return NOTHING
    near = ((name, kind) for name, kind in kinds.items() if _any(claim.lang, name).search(text))
    found = ((name, _found(name, kind, claim)) for name, kind in near)
    told = {name: each for name, each in found if each is not NOT}
    return told or NOTHING


def _found(name: str, kind: Mapping[str, Any], claim: Claim) -> Narrowed:
    words, ahead, behind = _words(claim.lang, name), _lower(scope.ahead(claim)), _lower(scope.behind(claim))
    texts, told = (ahead, behind, _lower(claim.title or "")), _any(claim.lang, name).search
    before, following, titled = (_hits(words, text) if told(text) else [] for text in texts)
    if not (before or following or titled):
        return NOT
    bound: list[str] = []
    if not _is_plain(" ".join(scope.WORD.findall(behind)[:BESIDE]), words):
        near = [hit for hit in before if _reaches(ahead, hit[0], words, claim)]
        bound = [_said(*hit, ahead, kind, claim.lang) for hit in near[-1:]]
        beyond = [hit for hit in following if clause.follows(behind, hit[0], kind["near"], claim.lang)]
        bound = bound or [_said(*hit, behind, kind, claim.lang) for hit in beyond]
    loose = frozenset(value for _, value in (*before, *following, *titled))
    if "all" in kind:  # what is built, by whichever of its words: "the bridge beside the station"
        return Narrowed(frozenset(value for _, value in (*before, *following) or titled), loose)
    if claim.measure in kind.get("sole", ()) and (sole := _sole(words, claim, () if before or following else titled)):
        return Narrowed(sole, loose)
    return Narrowed(frozenset(bound) if len(set(bound)) == 1 else frozenset(), loose)


def _sole(words: Mapping[str, re.Pattern[str]], claim: Claim, titled: Iterable[_Hit]) -> frozenset[str]:
    """ "Sick with cholera": the only disease of a figure's own clause, or of its title, if its sentence has none."""
    before = _other_clause(claim.lang).split(_lower(scope.ahead(claim)))[-1]
    behind = _other_clause(claim.lang).split(_lower(scope.behind(claim)))[0]
    named = frozenset(value for _, value in (*_hits(words, before), *_hits(words, behind), *titled))
    return named if len(named) == 1 else frozenset()


@cache
def _other_clause(lang: str) -> re.Pattern[str]:
    """What opens another clause; a cause is of the same one: "sick with cholera"."""
    ends = languages.table(lang, "scopes").get("ends", ())
    return re.compile(rf"{scope.CLAUSE.pattern}|\b(?:{scope.either(ends)})\b")


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
    return {value: _pattern(words) for value, words in table.items()}


@cache
def _any(lang: str, *names: str) -> re.Pattern[str]:
    """Any word of these kinds: most sentences have none."""
    tables = [languages.table(lang, "scopes").get(name, {}) for name in names]
    return _pattern([word for table in tables for value, words in table.items() if value != PLAIN for word in words])


def _pattern(words: list[str]) -> re.Pattern[str]:
    """ "moins de # ans" with any number; a star stands for the rest of a word; the longest first."""
    escaped = (re.escape(each.casefold()) for each in sorted(words, key=len, reverse=True))
    plain = "|".join(escaped).replace(r"\#", r"\d{1,3}").replace(r"\*", r"\w*").replace(r"\-", "[-–]")
    return re.compile(rf"(?<![\w-])(?:{plain or '(?!)'})(?!\w)")


def _hits(words: Mapping[str, re.Pattern[str]], text: str) -> list[_Hit]:
    """Where words of a kind stand, in their order, with what they say; a longer one takes those within it."""
    hits = ((hit, value) for value, pattern in words.items() if value != PLAIN for hit in pattern.finditer(text))
    found: list[_Hit] = []
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
