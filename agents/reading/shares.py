"""What a share is of: its own cue, what is said to change, or a change by so much."""

from .. import languages
from .around import Around
from .document import FoundFigure
from .fates import CLAUSE
from .phrases import fold
from .telling import cue_beside, is_level, nearest_cue
from .wording import Wording

CHANGE, VOTE, TURNOUT, STRIKERS = "share.change", "share.vote", "share.turnout", "share.strikers"

DENIED_WITHIN = 3
"""Tokens behind those whose share it is in which a verb is denied."""


def of_share(found: FoundFigure, around: Around, words: Wording, previous: str | None) -> str | None:
    """What a share is of, or changes; nothing that has a name, where they have not done it."""
    told = _told(found, around, words, previous)
    said = languages.taxonomy()
    if told in said["deniable"]["measures"] and _is_denied(around, words):
        return "share.other"
    if found.head is None and told == VOTE and _of_turnout(around, words):
        return TURNOUT
    if told == TURNOUT and previous == STRIKERS:
        return previous  # "12 % of strikers, the ministry said. The union counts a participation of 58 %"
    again = told == previous and nearest_cue(around, words, "share.", own=True) != told
    second: str | None = said["beside"].get(told, told) if again else told
    return second


def _of_turnout(around: Around, words: Wording) -> bool:
    """ "Turnout in the vote came to 61 %": whether the clause tells before the figure that it is of those who vote."""
    cues = words.cues(TURNOUT)
    return any(cues.at(around.words, place) for place in range(max(around.clause_ends()[0], around.free), around.first))


def _is_denied(around: Around, words: Wording) -> bool:
    """ "40 % did not vote", "80 % des habitants n'ont pas été vaccinés"."""
    for place in range(around.last, min(around.last + DENIED_WITHIN, around.right)):
        if around.words[place] in CLAUSE:
            return False
        if around.words[place] in words.negations:
            return True
    return False


def _told(found: FoundFigure, around: Around, words: Wording, previous: str | None) -> str | None:
    """What the words around tell; in "60 % of the costs" a verb of change farther off changes something else."""
    taken = previous if previous and previous.startswith("share.") else None
    near = nearest_cue(around, words, "share.", own=True)
    told = near or taken or nearest_cue(around, words, "share.")
    if told == CHANGE and is_level(around, words):
        return nearest_cue(around, words, "share.", but=CHANGE)
    if told == CHANGE and (moving := _moving(around, words)):
        return moving
    if told == CHANGE and found.figure.counted and not cue_beside(around, words, CHANGE):
        told = taken
    of_people = found.head is not None and fold(found.head) in words.persons
    return None if of_people and told == "share.service" else told  # "25 % of the drivers"


def _moving(around: Around, words: Wording) -> str | None:
    """ "The shares fell by 6 %": what is said to change before the figure, where its measure is a change by itself."""
    moving = languages.taxonomy()["moving"]["measures"]
    for place in range(around.first - 1, around.left - 1, -1):
        hit = words.cues("share.").at(around.words, place)
        if hit and hit[1] in moving:
            return hit[1]
    return None
