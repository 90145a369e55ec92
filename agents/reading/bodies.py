"""Bodies: those found so far are a toll of the dead; those of one day, those identified or buried are parts of it."""

from .around import Around
from .continuing import is_tallied
from .fates import fate_of
from .lexicon import Lexicon
from .phrases import Phrases
from .telling import BODIES, DEAD, KNOWN_WITHIN, known_dead
from .wording import Wording

DAY_WITHIN = 3
"""Tokens before a weekday in which is told that all were found by then: "until 9pm Friday"."""


def are_counted(head: str, around: Around, words: Wording) -> bool:
    """ "120 bodies", "the bodies of 3,958 people"."""
    told = words.bodies_of.before(around.words, around.first) is not None
    return words.nouns.get(head) == BODIES or (told and head in words.persons)


def measure(around: Around, words: Wording, lex: Lexicon) -> str:
    """What a count of bodies measures."""
    part = known_dead(around, words)
    if _are_toll(around, words, lex, counted=part is None and is_tallied(around, words)):
        return DEAD
    return part or words.befallen(BODIES, fate_of(around, words))


def _are_toll(around: Around, words: Wording, lex: Lexicon, *, counted: bool) -> bool:
    """ "120 bodies have been recovered", "spoke of 27 bodies"; not "15 were found on Saturday", nor "another 12"."""
    near = range(max(around.left, around.first - KNOWN_WITHIN), min(around.right, around.last + KNOWN_WITHIN))
    if not (counted or _told(words.found_dead, around, near)):
        return False
    clause = range(*around.clause_ends())
    one_day = any(around.words[place] in lex.weekdays and not _by_then(around, place, words) for place in clause)
    return not one_day and not _told(words.not_all, around, clause)


def _by_then(around: Around, weekday: int, words: Wording) -> bool:
    """ "304 bodies were recovered until 9pm Friday": all of them, and not those of that day."""
    places = range(max(0, weekday - DAY_WITHIN + 1), weekday + 1)
    return any(words.by_then.before(around.words, place) for place in places)


def _told(phrases: Phrases, around: Around, places: range) -> bool:
    """Whether one of the phrases stands at one of the places, outside of the number itself."""
    return any(phrases.at(around.words, place) for place in places if not around.first <= place < around.noun)
