"""What a share is of: its own cue, what is said to change, or a change by so much."""

from .. import languages
from .around import Around
from .document import FoundFigure
from .phrases import fold
from .telling import cue_beside, is_level, nearest_cue
from .wording import Wording

CHANGE = "share.change"


def of_share(found: FoundFigure, around: Around, words: Wording, previous: str | None) -> str | None:
    """What a share is of, or changes; in "60 % of the costs" a verb of change farther off changes something else."""
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
