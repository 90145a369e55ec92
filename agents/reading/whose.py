"""Which voices of a sentence may give a figure, and which give another."""

from .around import Around
from .brackets import side_by_side
from .name_phrases import BREAKS, Voice
from .names import Speaking
from .wording import wording

NEXT_WITHIN = 2
"""Tokens between a speaker and the figure that follows at once: "according to police around 50,000"."""


def of_figure(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> list[Voice]:
    """The voices of the sentence that may give the figure."""
    saying = [voice for voice in heard if _may_say(voice, around, plain, words)]
    others = [voice for voice in saying if plain[voice.first] not in words.first_person]
    saying = others or saying  # "« We counted 250,000 », said the organiser"
    return side_by_side(saying, around, wording(words.lang))


def _may_say(voice: Voice, around: Around, plain: list[str], words: Speaking) -> bool:
    """No speaker behind the figure who gives a later one ("40,000; police said 12,000"), none in another's brackets.

    What is a part of the figure is nobody: "Rs 2 lakh".
    """
    if ";" in plain[around.last : voice.first] and any(word[0].isdigit() for word in plain[voice.cue :]):
        return False
    if plain[voice.cue] == "(" and voice.cue < around.first:
        return False
    if voice.first < around.noun and around.first < voice.last:
        return False
    if plain[voice.cue] == ":" and around.last < voice.cue + 1 == around.right:
        return False  # "police: 12,000; organisers: 40,000"
    behind = around.last <= min(voice.first, voice.cue) < around.right < len(plain)
    if not behind or not BREAKS.isdisjoint(plain[voice.cue : around.right]):
        return True
    return not (voice.first < voice.cue or _opens_next(voice, around, plain, words))


def _opens_next(voice: Voice, around: Around, plain: list[str], words: Speaking) -> bool:
    """ "12,000, according to organisers 50,000": a speaker right before the next figure, whose clause the cue opens."""
    if voice.cue == around.last or plain[voice.cue - 1] not in BREAKS | words.conjunctions:
        return False
    between = plain[voice.last : around.right]
    return len(between) <= NEXT_WITHIN and (words.of | words.inside | words.locatives).isdisjoint(between)
