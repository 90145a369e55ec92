"""Whether words of a figure's own clause narrow it: "among under-25s", "core", "on the month", "imports"."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

import msgspec

from ...schemas.claim import Claim
from .. import languages
from . import scope
from .finding import Finding
from .side import Side

YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b[qt][1-4]\b")
"""Dates, which are no other figure."""
NUMBER = re.compile(r"\d+")
YOUNG, OLD = 35, 50
"""Nobody older is young, nobody younger is old."""
LEADING, TRAILING = 3, 2
"""Words before and behind what a sentence opens with: "For many young people today, unemployment is"."""
BANDS = ("under", "over", "between")
PLAIN = "plain"
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
        if first.bound and second.bound:
            if first.bound.isdisjoint(second.bound):
                yield "fails", f"other scope: {_named(first)} / {_named(second)}"
        elif first.bound or second.bound:
            narrow, wide = (one, two) if first.bound else (two, one)
            answer = _alone(kind, narrowed(narrow.claim)[name], narrowed(wide.claim).get(name, NOT), narrow, wide)
            if answer:
                yield answer, f"other scope: {_named(first)} / {_named(second)}"


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
    words, ahead, behind = _words(claim.lang, name), scope.ahead(claim).casefold(), scope.behind(claim).casefold()
    before, following = list(_hits(words, ahead)), list(_hits(words, behind))
    titled = list(_hits(words, (claim.title or "").casefold()))
    if not (before or following or titled):
        return NOT
    plain = PLAIN in words and words[PLAIN].search(" ".join(scope.WORD.findall(behind)[:BESIDE]))
    bound: list[str] = []
    if not plain:
        near = [value for hit, value in before if _reaches(ahead, hit, claim.lang, words.get(PLAIN))]
        bound = near[-1:] or [value for hit, value in following if _follows(behind, hit, kind["near"], claim.lang)]
    loose = frozenset(value for _, value in (*before, *following, *titled))
    return Narrowed(frozenset(bound) if len(set(bound)) == 1 else frozenset(), loose)


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


def _hits(words: Mapping[str, re.Pattern[str]], text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Where words of a kind stand, in their order, with what they say; a longer one takes those within it."""
    hits = ((hit, value) for value, pattern in words.items() if value != PLAIN for hit in pattern.finditer(text))
    end = 0
    for hit, value in sorted(hits, key=lambda each: (each[0].start(), -each[0].end())):
        if hit.start() >= end:
            end = hit.end()
            yield hit, _band(value, hit.group())


def _band(value: str, words: str) -> str:
    """Of ages, the young and the old: "15-24 ans", "over-65s"."""
    if value not in BANDS:
        return value
    ages = [int(number) for number in NUMBER.findall(words)]
    if value != "over" and max(ages) <= YOUNG:
        return "youth"
    return "old" if value != "under" and min(ages) >= OLD else f"{value} {'-'.join(map(str, ages))}"


def _reaches(ahead: str, hit: re.Match[str], lang: str, plain: re.Pattern[str] | None) -> bool:
    """Whether words before a figure are of its clause, or what its sentence opens with."""
    between = YEAR.sub("", ahead[hit.end() :])
    if scope.FIGURE.search(between) or _ends(lang).search(between) or (plain and plain.search(between)):
        return False
    head, comma, _ = between.partition(",")
    return not comma or _opens(ahead[: hit.start()], hit.group(), head, lang)


def _opens(before: str, words: str, head: str, lang: str) -> bool:
    """ "Among under-25s, unemployment is": what stands before the comma opens the sentence, and tells no more."""
    lead = scope.WORD.findall(before)
    opening = languages.table(lang, "scopes").get("opening", ())
    first = (*lead, *scope.WORD.findall(words))[:1]
    short = len(lead) <= LEADING and "," not in lead and len(scope.WORD.findall(head)) <= TRAILING
    return short and any(word in opening for word in first)


def _follows(behind: str, hit: re.Match[str], near: int, lang: str) -> bool:
    """Whether words behind a figure are of its clause, or stand alone behind a comma: "5.8 %, seasonally adjusted"."""
    between = YEAR.sub("", behind[: hit.start()])
    if between.strip(" %") == ",":
        return not any(sign.isdigit() for sign in re.split("[,;.]", behind[hit.end() :])[0])
    ends = scope.CLAUSE.search(between) or _ends(lang).search(between) or _joins(lang).search(between)
    return not ends and len(scope.WORD.findall(between)) <= near


@cache
def _ends(lang: str) -> re.Pattern[str]:
    """What opens another clause, or tells a cause."""
    return re.compile(rf"\b(?:{scope.either(languages.table(lang, 'scopes').get('ends', ()))})\b")


@cache
def _joins(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{scope.either(languages.table(lang, 'nonfigures').get('conjunctions', ()))})\b")
