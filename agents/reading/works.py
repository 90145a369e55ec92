"""What is built or done costs the sum that somebody puts it at: "put the tram project at $410 million"."""

from collections.abc import Iterator
from functools import cache

from .. import languages
from .around import Around
from .lexicon import lexicon
from .phrases import fold
from .wording import Wording, endings, listed

COST, AMOUNT = "money.cost", "money.amount"
LEADING = 3
"""Tokens before a sum in which the verb's second part stands: "at about"."""
WITHIN = 6
"""Tokens in which what is valued is named."""


def costed(measure: str | None, around: Around, words: Wording) -> str | None:
    """The measure of a sum of which only the verb and what it is about tell that it is a cost."""
    if measure != AMOUNT:
        return measure
    start, _ = around.clause_ends()
    verb = _valued_by(around, start, words)
    return COST if verb is not None and any(_things(around, start, verb, words)) else measure


def _valued_by(around: Around, start: int, words: Wording) -> int | None:
    """ "Beziffert … auf", "cifra … en": a verb that values in the clause, its second part right before the sum."""
    verbs, near = _verbs(words.lang), around.words[max(start, around.first - LEADING) : around.first]
    places = (at for at in range(start, around.first) if not verbs.get(around.words[at], _NONE).isdisjoint(near))
    return next(places, None)


def _things(around: Around, start: int, verb: int, words: Wording) -> Iterator[bool]:
    """Whether a work is what is valued: right behind the verb, behind the sum, or what a clause begins with."""
    yield _is_work(around.words[verb + 1 : around.first], words)
    yield _is_work(around.words[around.last :], words)
    valued = around.words[verb - 1] in listed(words.lang, "valued_when")
    if verb > start and (valued or around.words[start] in listed(words.lang, "valued_first")):
        yield _is_work(around.words[start:verb], words)


def _is_work(behind: list[str], words: Wording) -> bool:
    """Whether a noun phrase is a work: not the yield of one ("les retombées du stade"), nor a tunnel's subsidy."""
    small, leads = lexicon(words.lang).stop | listed(words.lang, "valued_not"), listed(words.lang, "valued")
    place = 1 if behind and behind[0] in leads else 0
    place += place == 1 and behind[1:2] == ["'"]
    for at in range(place, min(len(behind), place + WITHIN)):
        if behind[at] in small or not behind[at].isalpha():
            return False
        if _names_work(behind[at], words.lang) and _is_head(behind[at + 1 : at + 2], small, words):
            return True
    return False


def _is_head(following: list[str], small: frozenset[str], words: Wording) -> bool:
    """In English, the last of its nouns: no "tunnel subsidy", no "project's yield"."""
    said = languages.table(words.lang, "nonfigures")
    nouns_first = said.get("adjectives_first") and not said.get("capital_nouns")  # German writes them together
    return not nouns_first or all(word in small or not (word.isalpha() or word == "'") for word in following)


def _names_work(word: str, lang: str) -> bool:
    works, endings = _works(lang)
    return word in works or bool(endings and word.endswith(endings))


_NONE: frozenset[str] = frozenset()


@cache
def _verbs(lang: str) -> dict[str, frozenset[str]]:
    """By each form of a verb that values, the small words behind which the value stands."""
    frames = (text.split(" … ") for text in languages.table(lang, "measures").get("valuing", ()))
    return {fold(verb): frozenset(ends.split("|")) for verbs, ends in frames for verb in verbs.split("|")}


@cache
def _works(lang: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The nouns for what is built or done; where nouns are written together, the endings of others."""
    works = listed(lang, "works")
    return works, endings(lang, works)
