"""Whether two claims come from one source: one originator, a briefing at second hand, a copied text."""

from functools import lru_cache
from typing import Literal

from ...schemas.claim import Claim, Originator, Story

COPIED = 0.5
"""Share of equal MinHash values from which two texts are one."""
DIGITS = 8

Lineage = Literal["one", "different", "unknown"]


def similarity(one: Story, two: Story) -> float:
    """Estimated share of common shingles, 0 to 1."""
    left, right = _values(one.signature), _values(two.signature)
    return len(left & right) / max(1, len(left)) if len(left) == len(right) else 0.0


@lru_cache(maxsize=8192)
def _values(signature: str) -> frozenset[int]:
    """The values of a MinHash, each with its place."""
    size = len(signature) // DIGITS
    return frozenset(int(signature[place * DIGITS :][:DIGITS], 16) * size + place for place in range(size))


def copied(one: Story, two: Story) -> bool:
    """Wire copies: most of their text is the same."""
    return similarity(one, two) >= COPIED


def lineage(one: Claim, two: Claim, one_story: Story, two_story: Story) -> Lineage:
    """One source, different ones, or not to be told."""
    if one.originator and two.originator:
        if _related(one.originator, two.originator):
            return "one"
        return "different"
    if one.article_id != two.article_id and copied(one_story, two_story):
        return "one"
    if one.originator is None and two.originator is None:
        if one.article_id == two.article_id:
            return "unknown"  # headline and text of one article: one pen, whatever they say
        return "one" if one.source is not None and one.source == two.source else "unknown"
    return "unknown"


def _related(one: Originator, two: Originator) -> bool:
    """The same name or institution, at first or second hand."""
    if one.ref is not None and one.ref == two.ref:
        return True
    names = {_fold(one.name), *map(_fold, one.chain)}
    others = {_fold(two.name), *map(_fold, two.chain)}
    if names & others:
        return True
    return any(_contains(left, right) for left in names for right in others)


def _fold(name: str) -> str:
    return " ".join(sorted(set(name.casefold().replace("-", " ").split())))


def _contains(one: str, two: str) -> bool:
    """ "Green" and "Governor Josh Green"."""
    left, right = set(one.split()), set(two.split())
    return bool(left and right) and (left <= right or right <= left)


def name_of(claim: Claim) -> str:
    """Who says it: the originator, else the outlet, else the article."""
    if claim.originator is not None:
        return claim.originator.name
    return claim.source or claim.url or claim.article_id
