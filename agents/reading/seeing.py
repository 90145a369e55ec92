"""Verbs by which an institution counts or foresees, and nobody else: "la CGT a vu 450 000 manifestants".

And those that speak only where they have a number: "L'Afad donne 12 391 morts".
"""

from itertools import takewhile

from .name_phrases import BREAKS, Voice, is_number
from .names import Speaking
from .phrases import Phrases
from .somebody import counts
from .subjects import subject
from .tokens import Token
from .verb_second import finite, is_turned

OBJECT = 7
"""Tokens behind a verb within which its object ends."""
PARTED_WITHIN, HEDGED = 8, 4
"""Tokens between a verb and its preposition, and behind that one, in which its number begins."""


def seen(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """Whoever counts or expects by a verb that speaks only for institutions: "la CGT a vu 450 000 manifestants"."""
    hit = _seeing(tokens, plain, place, words) if plain[place] in words.seeing else None
    apart = _preposition(plain, place, words) if hit is None else None
    voice = subject(tokens, plain, place, hit[0] if hit else 1, words) if hit or apart else None
    if voice and apart and voice.last > apart > voice.first:
        voice = voice._replace(last=apart)
    told = voice is not None and counts(tokens, plain, voice, words)
    told = told or bool(voice and apart and not words.titles.isdisjoint(plain[voice.first : voice.last]))
    return voice if told else None


def _seeing(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> tuple[int, str] | None:
    """ "The school sees losses of $2 billion"; its number may stand first: "10.000 Teilnehmer erwartet die Polizei"."""
    hit = words.seeing.at(plain, place)
    turned = hit and words.verb_second and is_turned(tokens, plain, place, place + hit[0], words)
    if hit and words.verb_second and (first := finite(plain, place, words)) is not None:
        turned = any(is_number(word, words) for word in plain[first:place])  # "hatte die Bank 2 % erwartet"
    return hit if turned else giving(plain, place, words.seeing, words)


def _preposition(plain: list[str], place: int, words: Speaking) -> int | None:
    """ "Jetzt kommt die Behörde auf 180": where a verb's preposition stands apart from it, before a number."""
    prepositions = words.parted.get(plain[place], frozenset())
    clause = list(takewhile(lambda word: word not in BREAKS, plain[place + 1 : place + 1 + PARTED_WITHIN]))
    apart = next((place + 1 + at for at, word in enumerate(clause) if word in prepositions), len(plain))
    behind = plain[apart + 1 : apart + 1 + HEDGED]
    told = any(is_number(word, words) for word in behind) and words.own_result.isdisjoint(behind)
    return apart if told else None


def giving(plain: list[str], place: int, verbs: Phrases, words: Speaking) -> tuple[int, str] | None:
    """A verb that speaks where it has a number: "L'Afad donne 12 391 morts", not "donne le coup d'envoi"."""
    hit = verbs.at(plain, place)
    behind = plain[place + hit[0] : place + hit[0] + OBJECT] if hit else []
    return hit if any(word[0].isdigit() or word in words.numbers for word in behind) else None
