"""Whether two claims come from one source: one originator, a briefing at second hand, a copied text."""

import re
from functools import cache, lru_cache
from typing import Literal

from ...schemas.claim import Claim, Originator, Story
from .. import languages

COPIED = 0.5
"""Share of equal MinHash values from which two texts are one."""
DIGITS = 8
"""Hexadecimal digits of one value."""
WORDS = re.compile(r"\w{2,}")
BITS = 4
"""Of a digit."""

Lineage = Literal["one", "different", "unknown"]


def similarity(one: str, two: str) -> float:
    """Estimated share of two texts' common shingles, 0 to 1: of the values of their MinHashes those that are equal.

    All values are held against one another at once: each is a lane of one large number, in which a sum carries no
    farther than the lane's own highest bit, and sets it where any other bit of the lane is set.
    """
    size = len(one) // DIGITS
    if size == 0 or len(two) // DIGITS != size:
        return 0.0
    highest, rest = _lanes(size)
    differing = _number(one) ^ _number(two)
    other = ((differing & rest) + rest | differing) & highest
    return (size - other.bit_count()) / size


@cache
def _lanes(size: int) -> tuple[int, int]:
    """The highest bit of each of so many values, and all the others."""
    highest = int("80000000" * size, 16)
    return highest, (1 << size * DIGITS * BITS) - 1 - highest


@lru_cache(maxsize=1 << 16)
def _number(signature: str) -> int:
    """The values of a MinHash as one number."""
    return int(signature[: len(signature) // DIGITS * DIGITS], 16)


def copied(one: Story, two: Story) -> bool:
    """Wire copies: most of their text is the same."""
    return _are_copies(one.signature, two.signature)


@lru_cache(maxsize=1 << 12)
def _are_copies(one: str, two: str) -> bool:
    """Asked again for each pair of claims of the two texts."""
    return similarity(one, two) >= COPIED


def lineage(one: Claim, two: Claim, one_story: Story, two_story: Story) -> Lineage:
    """One source, different ones, or not to be told."""
    if one.originator and two.originator:
        if one.article_id != two.article_id and _is_anybody(one.originator) and _is_anybody(two.originator):
            return "one" if copied(one_story, two_story) else "unknown"
        return "one" if _related(one.originator, two.originator, one.lang, two.lang) else "different"
    if one.article_id != two.article_id and copied(one_story, two_story):
        return "one"
    if one.originator is None and two.originator is None:
        if one.article_id == two.article_id:
            return "unknown"  # headline and text of one article: one pen, whatever they say
        return "one" if one.source is not None and one.source == two.source else "unknown"
    return "unknown"


def both_named(one: Claim, two: Claim) -> bool:
    """Whether the text says of both figures who they come from."""
    return one.originator is not None and two.originator is not None


def is_official(claim: Claim) -> bool:
    """Whether its originator is an authority by the kind in its ref: "country:FR/police"; no union, no rebels."""
    ref = (claim.originator and claim.originator.ref) or ""
    return ref.rpartition("/")[2] in languages.taxonomy()["officials"]["kinds"]


def _is_anybody(originator: Originator) -> bool:
    """ "A coach", "the diocese": in another article another one, perhaps."""
    return originator.name.islower() and (originator.ref or "").startswith("name:")


def _related(one: Originator, two: Originator, lang: str, other: str) -> bool:
    """The same name or institution, at first or second hand, each in its language."""
    if one.ref is not None and one.ref == two.ref:
        return True
    names, others = _names(one.name, one.chain, lang), _names(two.name, two.chain, other)
    return not names.isdisjoint(others) or any(_contains(mine, theirs) for mine in names for theirs in others)


@lru_cache(maxsize=1 << 16)
def _names(name: str, chain: tuple[str, ...], lang: str) -> frozenset[frozenset[str]]:
    """The words of each name that somebody goes by, without an elided article; an empty one is nobody's."""
    words = (frozenset(_words(_offices(each.casefold(), lang))) for each in (name, *chain))
    return frozenset(filter(None, words))


def _words(name: str) -> list[str]:
    return WORDS.findall(name) or name.split()


def _offices(name: str, lang: str) -> str:
    """Who heads an office speaks for it: the minister for the ministry; a prime minister for none."""
    table = languages.table(lang, "attribution")
    if any(title in name for title in table.get("above_offices", ())):
        return name
    for head, office in table.get("heads", {}).items():
        name = re.sub(rf"{head}\b", str(office), name)
    return name


def _contains(one: frozenset[str], two: frozenset[str]) -> bool:
    """ "Green" and "Governor Josh Green"."""
    return one <= two or two <= one


def name_of(claim: Claim) -> str:
    """Who says it: the originator where it has a name, else the outlet, else the article."""
    if claim.originator is not None and claim.originator.name.strip():
        return claim.originator.name
    return claim.source or claim.url or claim.article_id
