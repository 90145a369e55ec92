"""What is built or done costs the sum that somebody puts it at: "put the tram project at $410 million"."""

from functools import cache

from .. import languages
from .around import Around
from .phrases import fold
from .wording import Wording

COST, AMOUNT = "money.cost", "money.amount"
LEADING = 3
"""Tokens before a sum in which the verb's second part stands: "at about"."""
SHORTEST = 5
"""Letters of a noun that may end another: "Rheinbrücke"."""


def costed(measure: str | None, around: Around, words: Wording) -> str | None:
    """The measure of a sum of which only the verb and what it is about tell that it is a cost."""
    if measure != AMOUNT:
        return measure
    start, end = around.clause_ends()
    return COST if _is_put_at(around, start, words) and _is_of_work(around.words[start:end], words) else measure


def _is_put_at(around: Around, start: int, words: Wording) -> bool:
    """ "Beziffert … auf", "cifra … en": a verb that values in the clause, and its second part right before the sum."""
    before = around.words[start : around.first]
    frames = [frame for verb, frame in _verbs(words.lang).items() if verb in before]
    return any(not ends.isdisjoint(before[-LEADING:]) for ends in frames)


def _is_of_work(clause: list[str], words: Wording) -> bool:
    works, endings = _works(words.lang)
    return any(word in works or (endings and word.endswith(endings)) for word in clause)


@cache
def _verbs(lang: str) -> dict[str, frozenset[str]]:
    """By each form of a verb that values, the small words behind which the value stands."""
    frames = (text.split(" … ") for text in languages.table(lang, "measures").get("valuing", ()))
    return {fold(verb): frozenset(ends.split("|")) for verbs, ends in frames for verb in verbs.split("|")}


@cache
def _works(lang: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns for what is built or done; where nouns are written together, the endings of others."""
    works = frozenset(map(fold, languages.table(lang, "measures").get("works", ())))
    compound = languages.table(lang, "nonfigures").get("capital_nouns")
    return works, tuple(word for word in works if compound and len(word) >= SHORTEST)
