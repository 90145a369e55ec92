"""Whether a figure counts some of those told of: "including 12", "66 of them", those of the place hit the worst."""

import re
from functools import cache

from ...schemas.claim import Claim
from .. import languages
from . import running, scope

NEAR = 4
"""Words between "including" and its figure."""
OTHERS = re.compile(r"[\d;:(]")
"""Another figure or the end of what is said of one."""


def of_a_part(claim: Claim) -> bool:
    """ "8,000 in Paris, including 5,000 on one avenue": a part of those told of, and no place on the map is its own."""
    return (claim.part_of is not None or _includes(claim) or _is_most(claim)) and not is_placed(claim)


def is_among(claim: Claim) -> bool:
    """ "520 are in hospital. 66 of them are critical"; not "80 hurt, 52 of them in hospital", who are all."""
    of_them = _of_them(claim.lang).match(scope.behind(claim)) is not None
    return claim.part_of is not None and (of_them or _includes(claim))


def _includes(claim: Claim) -> bool:
    """Whether "including" stands right before a figure."""
    before = scope.ENDS.split(scope.ahead(claim)[-scope.FAR :].casefold())[-1]
    near = f" {' '.join(scope.WORD.findall(before)[-NEAR:])} "
    words = languages.table(claim.lang, "measures").get("including", ())
    return any(f" {word} " in near for word in words)


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
