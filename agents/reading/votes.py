"""For whom votes are: "adopted by 312 votes to 214", "302 voix pour et 225 contre"."""

from .around import Around
from .wording import Wording


def side_of_vote(measure: str, around: Around, words: Wording, previous: str | None) -> str:
    """ "Adopted by 312 votes to 214", "rejeté par 178 voix contre 99": for whom those are that stand side by side."""
    sides = ("vote.for", "vote.against")
    before, after = around.words[: around.first], around.words[around.last :]
    if any(_is_against(around, place, words) for place in (around.noun, around.last)):
        return sides[any(word in words.rejecting for word in before)]
    if after and after[0] in words.against and previous == sides[0]:
        return sides[1]  # "302 voix pour et 225 contre"
    if before and before[-1] in words.versus and previous in sides:
        return sides[1 - sides.index(previous)]
    return measure


def _is_against(around: Around, place: int, words: Wording) -> bool:
    """Whether "to" and another number stand at a place: "312 to 214 votes", "312 votes to 214"."""
    behind = around.words[place : place + 2]
    return len(behind) > 1 and behind[0] in words.versus and behind[1][0].isdigit()
