"""Whom a share of votes or a poll's answer is about: the parties and politicians that a figure's own clause names."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from ...schemas.claim import Claim, Story
from .. import languages
from . import clause, scope

ACRONYM = re.compile(r"[^\W\d_]*[A-ZÀ-Þ][^\W\d_]*[A-ZÀ-Þ]")
"""PSOE, AfD."""
NAMED = ("person", "organisation", "other")
CALLED = 2
"""Words within which a poll tells whose it is: "encuesta de Sigma", "a Nord International poll"."""
SHORTEST = 3
"""Letters of a name that is no acronym."""


@cache
def may_be(measure: str) -> bool:
    """Whether figures of a measure are somebody's."""
    return measure.startswith(tuple(languages.taxonomy()["about"]["measures"]))


def are_acronyms(names: frozenset[str]) -> bool:
    """Whether all of them are: names that nobody else has."""
    return all(ACRONYM.match(name) for name in names)


def are_told(names: frozenset[str], story: Story) -> bool:
    """Whether a story tells of one of them, too."""
    return any(bare(name) in story.names for name in names)


class Subject(NamedTuple):
    """The names of a figure's clause."""

    names: frozenset[str]
    ahead: bool
    """They stand before it; behind it may stand what a question was about."""


def subject(claim: Claim, story: Story) -> Subject:
    """Names before the figure, or else behind it; not of places, of who speaks and of polls."""
    known = frozenset(story.names)
    others = _words(*(each.text for each in claim.entities if each.kind not in NAMED), *_speaker(claim))
    named = known | _words(*(each.text for each in claim.entities if each.kind in NAMED))
    before = _names(clause.before(claim), named, others, claim.lang)
    return Subject(before or _names(clause.behind(claim), named, others, claim.lang), bool(before))


def _speaker(claim: Claim) -> tuple[str, ...]:
    return (claim.originator.name, *claim.originator.chain) if claim.originator else ()


def _words(*texts: str) -> frozenset[str]:
    return frozenset(bare(word) for text in texts for word in scope.WORD.findall(text))


def _names(text: str, named: frozenset[str], others: frozenset[str], lang: str) -> frozenset[str]:
    words, found = scope.WORD.findall(text), set[str]()
    polls = languages.table(lang, "scopes").get("polls", ())
    for place, word in enumerate(words):
        near = (
            each.casefold() for each in (*words[max(0, place - CALLED) : place], *words[place + 1 : place + 1 + CALLED])
        )
        plain, acronym = bare(word), ACRONYM.match(word)
        told = plain in named and word[:1].isupper() and len(word) >= SHORTEST
        if (told or acronym) and plain not in others and not any(each in polls for each in near):
            found.add(word if acronym else plain)
    return frozenset(found)


@lru_cache(maxsize=1 << 12)
def bare(word: str) -> str:
    """In lower case and without accents, as a story holds its names."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word.casefold()) if not unicodedata.combining(sign))
