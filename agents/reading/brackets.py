"""Who counts where another count stands in brackets: "6,000 by police (18,000 by unions), 10,000 (70,000) in …"."""

from .around import Around
from .name_phrases import Voice
from .wording import Wording


def side_by_side(voices: list[Voice], around: Around, words: Wording) -> list[Voice]:
    """The voices that may count a figure: those in brackets count what stands in brackets, the others what does not.

    Without a voice that counts in brackets, all of them.
    """
    brackets = _counting(around, words)
    inside = [voice for voice in voices if _holding(brackets, voice.cue)]
    if not inside:
        return voices
    own = _holding(brackets, around.first)
    if own is None:
        return [voice for voice in voices if voice not in inside]
    return [voice for voice in inside if voice.cue in own] or inside


def _counting(around: Around, words: Wording) -> list[range]:
    """The brackets of a sentence that give a number, which is no part of the one before them."""
    opened, found = None, []
    for place, word in enumerate(around.words):
        if word == "(":
            opened = place
        elif word == ")" and opened is not None:
            held = range(opened + 1, place)
            number = any(around.tokens[at].kind == "number" for at in held)
            if number and words.including.at(around.words, opened + 1) is None:
                found.append(held)
            opened = None
    return found


def _holding(brackets: list[range], place: int) -> range | None:
    return next((held for held in brackets if place in held), None)
