"""Whether a figure counts some of those told of: "including 12", "66 of them", those of the place hit the worst."""

import re
from functools import cache, lru_cache

from ...schemas.claim import Claim
from .. import languages
from . import running, scope

NEAR = 4
"""Words between "including" and its figure."""
OTHERS = re.compile(r"[\d;:(]")
"""Another figure or the end of what is said of one."""


def of_a_part(claim: Claim) -> bool:
    """ "8,000 in Paris, including 5,000 on one avenue": a part of those told of, and no place on the map is its own."""
    return (claim.part_of is not None or is_among(claim) or _is_most(claim)) and not is_placed(claim)


@lru_cache(maxsize=1 << 14)
def is_among(claim: Claim) -> bool:
    """ "Including 12", "66 of them are in a critical state"."""
    before = scope.ENDS.split(scope.ahead(claim)[-scope.FAR :].casefold())[-1]
    near = f" {' '.join(scope.WORD.findall(before)[-NEAR:])} "
    words = languages.table(claim.lang, "measures").get("including", ())
    return any(f" {word} " in near for word in words) or _of_them(claim.lang).match(scope.behind(claim)) is not None


@cache
def _of_them(lang: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{scope.either(languages.table(lang, 'measures').get('of_them', ()))})\b", re.IGNORECASE)


def _is_most(claim: Claim) -> bool:
    """ "The highest toll, 1,021, was reported from one district"; not "the highest toll since 1990"."""
    if not claim.cumulative:
        return False
    ahead = scope.ahead(claim)
    told = [ahead[hit.end() :] for hit in _worst(claim.lang).finditer(ahead)][-1:]
    return any(OTHERS.search(between) is None for between in told) and not running.since(claim)


@cache
def _worst(lang: str) -> re.Pattern[str]:
    words = languages.table(lang, "measures").get("worst", ())
    return re.compile(rf"\b(?:{scope.either(words)})\b", re.IGNORECASE)


def is_placed(claim: Claim) -> bool:
    """Whether a place on the map stands right behind the figure: "5,000 in Paris"."""
    following = scope.ENDS.split(scope.behind(claim).casefold())[0]
    mapped = (each for each in claim.entities if each.ref and not each.ref.startswith("name:"))
    return any(each.text.casefold() in following for each in mapped)
