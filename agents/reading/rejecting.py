"""Who rejects a figure gives the next one: "The union disputes the figure. They were 60"."""

from .name_phrases import BREAKS, Voice, is_number
from .names import Speaking
from .wording import wording

OPENS_WITHIN = 3
"""Tokens of a sentence in which it goes on with what was told of before: "En total, son 60"."""


def who_rejects(plain: list[str], heard: list[Voice], words: Speaking) -> Voice | None:
    """Who speaks in a sentence without figures by a verb that rejects one: no "the army rejected the plan"."""
    if words.data.isdisjoint(plain):
        return None
    return next((voice for voice in heard if words.rejecting.at(plain, voice.cue)), None)


def contested(plain: list[str], place: int, words: Speaking) -> int:
    """ "The union disputes the army's toll: 60 died": where the count ends that a verb rejects, its sign included.

    0 where it rejects none, or one with its number: "disputes the toll of 12"; „weist die Zahl der Polizei zurück: …“.
    """
    end = next((at for at in range(place + 1, len(plain)) if plain[at] in BREAKS), len(plain))
    parted = [plain[place], plain[end - 1]]
    hit = words.disputing.at(plain, place) or (words.verb_second and words.disputing.at(parted, 0))
    count = plain[place + 1 : end]
    told = hit and not words.data.isdisjoint(count) and not any(is_number(word, words) for word in count)
    return end + 1 if told else 0


def goes_on(plain: list[str], words: Speaking) -> bool:
    """ "They were 60", "es seien 60": whether a sentence begins with what leads on from those told of."""
    first = _opening(plain, words)
    again = wording(words.lang).again
    return any(again.at(plain, place) for place in range(first, min(first + OPENS_WITHIN, len(plain))))


def _opening(plain: list[str], words: Speaking) -> int:
    """Where a sentence begins behind what sets it against the one before: "Sin embargo, el sindicato …"."""
    hit = words.contrast.at(plain, 0)
    return hit[0] + (plain[hit[0] : hit[0] + 1] == [","]) if hit else 0
