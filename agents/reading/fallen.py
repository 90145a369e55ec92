"""The dead of a country's losses are its soldiers: "Nato puts Russian losses at 7,000 dead"."""

from functools import cache

from .. import languages
from .around import CLAUSE_ENDS, Around
from .gazetteer import nation_of
from .phrases import Phrases, fold
from .wording import Wording, endings, listed

DEAD, SOLDIERS_DEAD = "person.dead", "person.troops_killed"
BEFORE = 8
"""Tokens before a count in which its losses are told."""
BESIDE = 1
"""Tokens from the word for losses to whose they are: "pertes russes", "Russian losses"."""


def of_losses(measure: str | None, around: Around, words: Wording) -> str | None:
    """The measure of a count of the dead that a country, or its forces, have lost."""
    if measure != DEAD or _are_others(around, words):
        return measure
    for place in range(around.first - 1, max(around.free, around.first - BEFORE) - 1, -1):
        if around.words[place] in CLAUSE_ENDS:
            return measure
        if around.words[place] in listed(words.lang, "losses") and _are_of_forces(around, place, words.lang):
            return SOLDIERS_DEAD
    return measure


def _are_of_forces(around: Around, place: int, lang: str) -> bool:
    beside = [*around.words[max(0, place - BESIDE) : place], *around.words[place + 1 : place + 1 + BESIDE]]
    return any(word in listed(lang, "forces") or nation_of(word, lang=lang, cased=False) for word in beside)


def _are_others(around: Around, words: Wording) -> bool:
    """Whether a sentence tells of civilians, or of what kills others than soldiers: a flood, a crash."""
    unarmed = languages.taxonomy()["unarmed"]["measures"]
    if any(word in words.groups or words.nouns.get(word) in unarmed for word in around.words):
        return True
    hazards, compound = _hazards(words.lang)
    return any(hazards.at(around.words, at) or word.endswith(compound) for at, word in enumerate(around.words))


@cache
def _hazards(lang: str) -> tuple[Phrases, tuple[str, ...]]:
    """The words for what kills others than soldiers; where nouns are written together, the endings of others."""
    events = languages.table(lang, "events")
    told = [fold(text) for kind in languages.taxonomy()["unarmed"]["events"] for text in events.get(kind, ())]
    plain = [text.strip("*") for text in told]
    return Phrases((text, "hazard") for text in plain if text), endings(lang, plain)
