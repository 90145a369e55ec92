"""What a sum is: by the words around it, by what it is put at, or as the sum before it."""

from . import losses, works
from .answers import answers
from .around import Around
from .continuing import is_tallied
from .telling import nearest_cue
from .wording import Wording

SUM = "money."


def of_sum(around: Around, words: Wording, previous: str | None) -> str | None:
    """ "The county spent 14 million. The auditors come to another figure, namely 31 million": a sum after a sum."""
    told = nearest_cue(around, words, SUM)
    if told is None and (previous or "").startswith(SUM) and (answers(around, words) or is_tallied(around, words)):
        told = previous
    return losses.borne(works.costed(told or f"{SUM}amount", around, words), around, words)
