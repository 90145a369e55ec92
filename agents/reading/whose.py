"""Which voices of a sentence may give a figure, and which give another."""

from .around import Around
from .asides import MARKS
from .brackets import side_by_side
from .name_phrases import BREAKS, Voice, is_number
from .names import Speaking
from .wording import wording

SLASH = frozenset("/")
"""What parts two statements of a headline."""
NEXT_WITHIN = 2
"""Tokens between a speaker and the figure that follows at once: "according to police around 50,000"."""


def of_figure(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> list[Voice]:
    """The voices of the sentence that may give the figure."""
    saying = [voice for voice in heard if _may_say(voice, around, plain, words)]
    nobody = words.first_person | words.impersonal
    others = [voice for voice in saying if plain[voice.first] not in nobody]
    others = [voice for voice in others if not _is_untold(voice, plain, words)] or others
    saying = others or saying  # "« We counted 250,000 », said the organiser", "on dénombre 45 morts, a dit la police"
    return side_by_side(saying, around, wording(words.lang))


def _is_untold(voice: Voice, plain: list[str], words: Speaking) -> bool:
    """Whether another may be named for a voice: "Suben a 44 los muertos, según la policía", "un dato que X niega"."""
    if voice.first == voice.cue == 0 and voice.last == 1:
        return True
    opened = voice.first - (plain[voice.first - 1] in words.determiners)
    return plain[voice.cue] in words.disputing and opened > 0 and plain[opened - 1] in words.relative


def _may_say(voice: Voice, around: Around, plain: list[str], words: Speaking) -> bool:
    """No speaker behind the figure who gives a later one ("40,000; police said 12,000"), none in another's brackets.

    What is a part of the figure is nobody: "Rs 2 lakh".
    """
    if ";" in plain[around.last : voice.first]:
        place = plain.index(";", around.last)
        own = any(word[0].isdigit() for word in (*plain[place : voice.first], *plain[voice.cue :]))
        if own and not _quotes(voice, around, plain, place):
            return False  # "40,000 marched; 12,000, say the police"
    if (plain[voice.cue] == "(" or _is_corrected(voice, around, plain, words)) and voice.cue < around.first:
        return False
    if (voice.first < around.noun and around.first < voice.last) or _is_rejected(voice, around, plain, words):
        return False
    if plain[voice.cue] == ":" and around.last < voice.cue + 1 == around.right:
        return False  # "police: 12,000; organisers: 40,000"
    if around.last <= voice.first < around.rival < len(plain) and _begins_clause(voice, plain, words):
        return False  # "130 waren an Bord, Überlebende gaben an, es seien 200"
    behind = around.last <= min(voice.first, voice.cue) < around.rival < len(plain)
    if not behind or not (BREAKS | SLASH).isdisjoint(plain[voice.cue : around.rival]):
        return True
    return not (voice.first < voice.cue or _opens_next(voice, around, plain, words))


def _begins_clause(voice: Voice, plain: list[str], words: Speaking) -> bool:
    """Whether a comma, and no more than an article, stands before a speaker whose verb goes on to what is said."""
    opens = voice.first - (plain[voice.first - 1] in words.determiners)
    second = words.verb_second and (voice.first < voice.cue or words.officially.at(plain, voice.cue) is not None)
    return second and plain[opens - 1] == ","


def _quotes(voice: Voice, around: Around, plain: list[str], place: int) -> bool:
    """Whether what a voice quotes has the figure and the place behind it: "« 330 euros ; 660 euros », a-t-il dit"."""
    closed = sum(word in MARKS for word in plain[place : voice.first]) % 2
    return bool(closed) and MARKS.isdisjoint(plain[around.last : place])


def _is_corrected(voice: Voice, around: Around, plain: list[str], words: Speaking) -> bool:
    """ "Nicht 12, wie das Ministerium behauptet, sondern 45": whose figure is denied, and another set against it."""
    behind = max(voice.last, voice.cue + 1)
    against = plain[behind + 1 : behind + 2] if plain[behind : behind + 1] == [","] else plain[behind : behind + 1]
    if against == [] or against[0] not in words.rather:
        return False
    told = any(is_number(word, words) for word in plain[: min(voice.first, voice.cue)])
    return told and not words.negations.isdisjoint(plain[: voice.first])


def _is_rejected(voice: Voice, around: Around, plain: list[str], words: Speaking) -> bool:
    """ "45 homes, and not the town hall alone, as the mayor claims: …": whose statement a figure is set against."""
    cue = min(voice.first, voice.cue)
    comma = max((at for at in range(around.last, cue) if plain[at] == ","), default=0)
    if not comma or plain[comma + 1] not in words.as_told:
        return False
    between = range(around.last, comma - 1)
    return any(plain[at] in words.conjunctions and plain[at + 1] in words.negations for at in between)


def _opens_next(voice: Voice, around: Around, plain: list[str], words: Speaking) -> bool:
    """ "12,000, according to organisers 50,000": a speaker right before the next figure, whose clause the cue opens."""
    if voice.first > around.rival:
        return False  # "12 dead, according to two officials"
    if voice.cue == around.last or plain[voice.cue - 1] not in BREAKS | words.conjunctions:
        return False
    between = plain[voice.last : around.rival]
    return len(between) <= NEXT_WITHIN and (words.of | words.inside | words.locatives).isdisjoint(between)
