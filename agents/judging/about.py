"""Whom a share of votes or a poll's answer is about: the parties and politicians that a figure's own clause names."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from ...schemas.claim import Claim
from .. import languages
from . import clause, scope
from .side import Side

ACRONYM = re.compile(r"[^\W\d_]*[A-ZÀ-Þ][^\W\d_]*[A-ZÀ-Þ]")
"""PSOE, AfD."""
NAMED = ("person", "organisation", "other")
CALLED = 2
"""Words within which a poll tells whose it is: "encuesta de Sigma", "a Nord International poll"."""
SHORTEST = 3
"""Letters of a name that is no acronym."""


def apart(one: Side, two: Side) -> tuple[str, str] | None:
    """ "Labour is at 41 %", "the Greens are at 9 %": others, if they have two acronyms or one story tells of both."""
    if not _may_be(one.claim.measure):
        return None
    first, second = (_subject(side.claim, frozenset(side.story.names)) for side in (one, two))
    if not (first.names and second.names) or not first.names.isdisjoint(second.names):
        return None
    acronyms = all(ACRONYM.match(name) for name in first.names | second.names)
    sure = acronyms or _are_told(second.names, one) or _are_told(first.names, two)
    who = " / ".join(" ".join(sorted(each.names)) for each in (first, second))
    return "fails" if sure and first.ahead and second.ahead else "unknown", f"about others: {who}"


@cache
def _may_be(measure: str) -> bool:
    """Whether figures of a measure are somebody's."""
    return measure.startswith(tuple(languages.taxonomy()["about"]["measures"]))


def _are_told(names: frozenset[str], side: Side) -> bool:
    return any(_bare(name) in side.story.names for name in names)


class Subject(NamedTuple):
    """The names of a figure's clause."""

    names: frozenset[str]
    ahead: bool
    """They stand before it; behind it may stand what a question was about."""


@lru_cache(maxsize=1 << 14)
def _subject(claim: Claim, known: frozenset[str]) -> Subject:
    """Names before the figure, or else behind it; not of places, of who speaks and of polls."""
    others = _words(*(each.text for each in claim.entities if each.kind not in NAMED), *_speaker(claim))
    named = known | _words(*(each.text for each in claim.entities if each.kind in NAMED))
    before = _names(clause.before(claim), named, others, claim.lang)
    return Subject(before or _names(clause.behind(claim), named, others, claim.lang), bool(before))


def _speaker(claim: Claim) -> tuple[str, ...]:
    return (claim.originator.name, *claim.originator.chain) if claim.originator else ()


def _words(*texts: str) -> frozenset[str]:
    return frozenset(_bare(word) for text in texts for word in scope.WORD.findall(text))


def _names(text: str, named: frozenset[str], others: frozenset[str], lang: str) -> frozenset[str]:
    words, found = scope.WORD.findall(text), set[str]()
    polls = languages.table(lang, "scopes").get("polls", ())
    for place, word in enumerate(words):
        near = (
            each.casefold() for each in (*words[max(0, place - CALLED) : place], *words[place + 1 : place + 1 + CALLED])
        )
        bare, acronym = _bare(word), ACRONYM.match(word)
        told = bare in named and word[:1].isupper() and len(word) >= SHORTEST
        if (told or acronym) and bare not in others and not any(each in polls for each in near):
            found.add(word if acronym else bare)
    return frozenset(found)


@lru_cache(maxsize=1 << 12)
def _bare(word: str) -> str:
    """In lower case and without accents, as a story holds its names."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign))
