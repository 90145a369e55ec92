"""The nouns that two figures count: what they are told by, and whether they are one."""

from functools import lru_cache

from ...schemas.claim import Claim
from .. import languages
from . import scope
from .side import Side

FEWEST_ALIKE = 10
"""Two of a few things are met in any two articles; ten sailors of one story are the same."""


def same_number(one: Side, two: Side) -> bool:
    """ "10 U.S. sailors", and "the 10 sailors" in a like story; people of whom nothing is told are met everywhere."""
    first, second = one.claim, two.claim
    if first.figure.kind != "count" or one.interval != two.interval or one.value < FEWEST_ALIKE:
        return False
    told = first.measure != "person.people" or (scope.more(first) and scope.more(second))
    return bool(told) and _last_word(first) == _last_word(second) != ""


def _last_word(claim: Claim) -> str:
    """The counted noun, behind or before what is said of it."""
    words = (claim.figure.counted or "").casefold().split()
    first = not languages.table(claim.lang, "nonfigures").get("adjectives_first", False)
    return (words[0] if first else words[-1]) if words else ""


def nouns_of(one: Claim, two: Claim) -> str:
    """Both, or the figures of those that have none, for people."""
    return " / ".join(claim.figure.counted or claim.figure.text for claim in (one, two))


def same_noun(one: Claim, two: Claim) -> bool:
    """Whether both have one, the same."""
    first, second = (one.figure.counted or "").casefold(), (two.figure.counted or "").casefold()
    return bool(first) and first == second


def other_side(one: Claim, two: Claim) -> str | None:
    """The army has killed 70 jihadists, and the rebels 18 soldiers: each counts the other's."""
    if not one.measure.startswith(scope.SOLDIERS):
        return None
    first, second = _sides(one.figure.counted, one.lang), _sides(two.figure.counted, two.lang)
    return f"each side's: {nouns_of(one, two)}" if first and second and first.isdisjoint(second) else None


@lru_cache(maxsize=1 << 12)
def _sides(counted: str | None, lang: str) -> frozenset[str]:
    """Whether a noun means fighters or regular soldiers; a word that may be either's means nobody's."""
    data = languages.table(lang, "measures")
    fighters = data.get("measure", {}).get("person.fighters", {}).get("nouns", ())
    rebels = {f"{noun}{ending}" for noun in fighters for ending in scope.PLURALS}
    regular = set(data.get("regular", ()))
    told = [word for word in (counted or "").casefold().split() if word in rebels or word in regular]
    return frozenset("fighters" if word in rebels else "soldiers" for word in told)
