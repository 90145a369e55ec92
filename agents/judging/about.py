"""Whom a share of votes or a poll's answer is about: the parties and politicians that a figure's own clause names."""

import re
import unicodedata
from functools import lru_cache

from ...schemas.claim import Claim
from .. import languages
from . import clause, scope
from .side import Side

ACRONYM = re.compile(r"[^\W\d_]*[A-ZÀ-Þ][^\W\d_]*[A-ZÀ-Þ]")
"""PSOE, AfD."""
NAMED = ("person", "organisation", "other")
CALLED = 2
"""Words between what is a poll and the name that it has: "encuesta de Sigma"."""


def apart(one: Side, two: Side) -> tuple[str, str] | None:
    """ "Labour is at 41 %", "the Greens are at 9 %": others, if they have two acronyms or one story tells of both."""
    if not one.claim.measure.startswith(tuple(languages.taxonomy()["about"]["measures"])):
        return None
    first, second = (_subject(side.claim, frozenset(side.story.names)) for side in (one, two))
    if not (first and second) or not first.isdisjoint(second):
        return None
    acronyms = all(ACRONYM.match(name) for name in first | second)
    told = _are_told(second, one) or _are_told(first, two)
    who = " / ".join(" ".join(sorted(names)) for names in (first, second))
    return "fails" if acronyms or told else "unknown", f"about others: {who}"


def _are_told(names: frozenset[str], side: Side) -> bool:
    return any(_bare(name) in side.story.names for name in names)


@lru_cache(maxsize=1 << 14)
def _subject(claim: Claim, known: frozenset[str]) -> frozenset[str]:
    """Names before the figure, or else behind it; not of places, of who speaks and of polls."""
    others = _words(*(each.text for each in claim.entities if each.kind not in NAMED), *_speaker(claim))
    named = known | _words(*(each.text for each in claim.entities if each.kind in NAMED))
    for text in (clause.before(claim), clause.behind(claim)):
        if names := _names(text, named, others, claim.lang):
            return names
    return frozenset()


def _speaker(claim: Claim) -> tuple[str, ...]:
    return (claim.originator.name, *claim.originator.chain) if claim.originator else ()


def _words(*texts: str) -> frozenset[str]:
    return frozenset(_bare(word) for text in texts for word in scope.WORD.findall(text))


def _names(text: str, named: frozenset[str], others: frozenset[str], lang: str) -> frozenset[str]:
    words, found = scope.WORD.findall(text), set[str]()
    polls = languages.table(lang, "scopes").get("polls", ())
    for place, word in enumerate(words):
        near = (each.casefold() for each in (*words[max(0, place - CALLED) : place], *words[place + 1 : place + 2]))
        bare = _bare(word)
        name = word[:1].isupper() and len(word) > 1 and bare not in others and (bare in named or ACRONYM.match(word))
        if name and not any(each in polls for each in near):
            found.add(word if ACRONYM.match(word) else bare)
    return frozenset(found)


@lru_cache(maxsize=1 << 12)
def _bare(word: str) -> str:
    """In lower case and without accents, as a story holds its names."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign))
