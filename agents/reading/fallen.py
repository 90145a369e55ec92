"""The dead of a country's losses are its soldiers: "Nato puts Russian losses at 7,000 dead"."""

from functools import cache

from .. import languages
from .around import CLAUSE_ENDS, Around
from .gazetteer import nation_of
from .phrases import fold
from .wording import Wording

DEAD, SOLDIERS_DEAD = "person.dead", "person.troops_killed"
BEFORE = 8
"""Tokens before a count in which its losses are told."""
BESIDE = 1
"""Tokens from the word for losses to whose they are: "pertes russes", "Russian losses"."""


def of_losses(measure: str | None, around: Around, words: Wording) -> str | None:
    """The measure of a count of the dead that a country, or its forces, have lost."""
    if measure != DEAD:
        return measure
    for place in range(around.first - 1, max(around.free, around.first - BEFORE) - 1, -1):
        if around.words[place] in CLAUSE_ENDS:
            return measure
        if around.words[place] in _losses(words.lang) and _are_of_forces(around, place, words.lang):
            return SOLDIERS_DEAD
    return measure


def _are_of_forces(around: Around, place: int, lang: str) -> bool:
    beside = [*around.words[max(0, place - BESIDE) : place], *around.words[place + 1 : place + 1 + BESIDE]]
    return any(word in _forces(lang) or nation_of(word, lang=lang, cased=False) for word in beside)


@cache
def _losses(lang: str) -> frozenset[str]:
    return frozenset(map(fold, languages.table(lang, "measures").get("losses", ())))


@cache
def _forces(lang: str) -> frozenset[str]:
    return frozenset(map(fold, languages.table(lang, "measures").get("forces", ())))
