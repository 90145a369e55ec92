"""What a share is of: its own cue, what is said to change, or a change by so much."""

from .. import languages
from .around import CLAUSE_ENDS, Around
from .document import FoundFigure
from .fates import CLAUSE
from .names import speaking
from .phrases import fold
from .telling import cue_beside, is_level, nearest_cue
from .territories import bare
from .wording import Wording

CHANGE, VOTE, TURNOUT, STRIKERS = "share.change", "share.vote", "share.turnout", "share.strikers"
POLL = "share.poll"

DENIED_WITHIN = 3
"""Tokens behind those whose share it is in which a verb is denied."""
TOLD_BESIDE = 2
"""Tokens between a comma, or "and", and a figure that is still told of the noun before: "and reached", ", at"."""


def of_share(found: FoundFigure, around: Around, words: Wording, previous: str | None) -> str | None:
    """What a share is of, or changes; nothing that has a name, where they have not done it."""
    told = _told(found, around, words, previous)
    said = languages.taxonomy()
    if told and told in said["deniable"]["measures"] and _is_denied(around, words, told):
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


def _is_denied(around: Around, words: Wording, measure: str) -> bool:
    """ "40 % did not vote", "80 % des habitants n'ont pas été vaccinés"; not "95 % did not go to work" of strikers."""
    cues = words.cues(measure)
    for place in range(around.last, min(around.last + DENIED_WITHIN, around.right)):
        if around.words[place] in CLAUSE:
            return False
        if around.words[place] in words.negations:
            return not any(cues.at(around.words, at) for at in (place - 1, place))
    return False


def _told(found: FoundFigure, around: Around, words: Wording, previous: str | None) -> str | None:
    """What the words around tell; in "60 % of the costs" a verb of change farther off changes something else."""
    taken = previous if previous and previous.startswith("share.") else None
    near = nearest_cue(around, words, "share.", own=True)
    if taken and found.head is None and (_is_apart(around, words) or (near == POLL and _is_only_said(around, words))):
        near = None
    told = near or taken or nearest_cue(around, words, "share.")
    if told is not None and told == languages.taxonomy()["output"]["share"]:
        return _of_output(told, around, words, taken)
    if told == CHANGE and is_level(around, words):
        return nearest_cue(around, words, "share.", but=CHANGE)
    if told == CHANGE and (moving := _moving(around, words)):
        return moving
    if told == CHANGE and found.figure.counted and not cue_beside(around, words, CHANGE):
        told = taken
    of_people = found.head is not None and fold(found.head) in words.persons
    return None if of_people and told == "share.service" else told  # "25 % of the drivers"


def _is_apart(around: Around, words: Wording) -> bool:
    """ "Prices rose 4 % on the year, the bank said; the union calculates 7 %": whether a semicolon parts the cues."""
    parted = [at for at in range(around.left, around.first) if around.words[at] == ";"]
    cues = words.cues("share.")
    return bool(parted) and not any(cues.at(around.words, at) for at in range(parted[-1], around.right))


def _is_only_said(around: Around, words: Wording) -> bool:
    """ "Turnout is 60 %. The opposition believes that it was 18 %": who believes so counts, and answers no poll."""
    cues, verbs = words.cues(POLL), speaking(words.lang).verbs
    told = [at for at in range(around.free, around.together) if cues.at(around.words, at)]
    return around.last not in told and all(verbs.at([bare(around.words[at])], 0) for at in told)


def _of_output(told: str, around: Around, words: Wording, taken: str | None) -> str:
    """ "The deficit was 3 % of GDP", "GDP fell by 3 %"; else a share of what a country makes."""
    said = languages.taxonomy()["output"]
    cues = words.cues("share.")
    hits = [(place, hit[1]) for place in range(len(around.words)) if (hit := cues.at(around.words, place))]
    if (around.noun, told) in hits:
        own = (hit for hit in hits if hit[1] in said["of"] and _is_of_its_clause(hit[0], around, words))
        of = [(abs(place - around.first), each) for place, each in own]
        return min(of)[1] if of else taken if taken and taken in said["of"] else told
    return str(said["change"]) if nearest_cue(around, words, CHANGE, own=True) else told


def _is_of_its_clause(place: int, around: Around, words: Wording) -> bool:
    """ "The deficit, at 3 % of GDP", "the deficit grew and reached 3 %": what is told of the cue's noun.

    Nothing of the sort: "the deficit grew and spending on defence reached 3 % of GDP".
    """
    ends = CLAUSE_ENDS | speaking(words.lang).conjunctions
    if place >= around.last:
        return ends.isdisjoint(around.words[around.last : place])
    between = around.words[place : around.first]
    return ends.isdisjoint(between[:-TOLD_BESIDE])


def _moving(around: Around, words: Wording) -> str | None:
    """ "The shares fell by 6 %": what is said to change before the figure, where its measure is a change by itself."""
    moving = languages.taxonomy()["moving"]["measures"]
    for place in range(around.first - 1, around.left - 1, -1):
        hit = words.cues("share.").at(around.words, place)
        if hit and hit[1] in moving:
            return hit[1]
    return None
