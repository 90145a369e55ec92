"""A figure's own clause: who says it, and when, is told there."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from ...schemas.claim import AsOf, Claim
from .assemble import Drafted
from .measured import Distance, distance_beside, without_measured
from .names import speaking
from .territories import bare

OPENING = re.compile(r"[^\w(]*(?:\([^()]*\)\W*)?")
"""Signs before the words that open a sentence: "(AFP) Earlier, officials said"."""
WORD = re.compile(r"[^\W\d_]+")
CLAUSE = re.compile(r"[,;:()]")
BREAK = re.compile(r"[;:]")


class Clause(NamedTuple):
    """A figure's own clause, without the times that are measured from another."""

    claim: Claim
    named: AsOf | None
    """The day that its sentence names."""
    ahead: str
    text: str
    """What its sentence opens with, up to a comma, where nobody says anything in it; the words before and behind it."""
    far: Distance | None
    """How long before the newer count: "a week earlier"."""


def clause_of(draft: Drafted, drafted: Iterable[Drafted]) -> Clause:
    """It begins behind a count of the same, and ends before another figure."""
    claim, dated = draft.claim, draft.claim.as_of
    place, end = claim.start - claim.quote_start, claim.end - claim.quote_start
    beside = [
        each.claim for each in drafted if (each.claim.field, each.claim.quote_start) == (claim.field, claim.quote_start)
    ]
    alike = (each.end - claim.quote_start for each in beside if each.measure == claim.measure)
    following = min((each.start for each in beside if each.start >= claim.end), default=claim.quote_end)
    ahead = BREAK.split(claim.quote[max((at for at in alike if at <= place), default=0) : place])[-1]
    behind = CLAUSE.split(claim.quote[end : following - claim.quote_start])[0]
    opening, comma, rest = OPENING.sub("", ahead, count=1).partition(",")
    own = CLAUSE.split(rest)[-1] if comma else opening
    opening = f"{opening}, " if comma and not verbs_in(opening, claim.lang) else ""
    counted, lang = claim.figure.counted or "", claim.lang
    far = distance_beside(own, behind, opening=opening or own, counted=counted, lang=lang)
    text = without_measured(f"{opening}{own} {behind}", lang)
    named = dated if dated and dated.accuracy not in ("publication", "before") and not draft.lent else None
    return Clause(claim, named, own, text, far if named is None and claim.stock_or_flow != "change" else None)


def saying(text: str, lang: str) -> bool:
    """Whether somebody says so, or counts."""
    return not speaking(lang).data.isdisjoint(plain_of(text)) or bool(verbs_in(text, lang))


def verbs_in(text: str, lang: str) -> list[tuple[int, int]]:
    """The words that are verbs of saying and of counting: "fait état de", and not "fait" alone."""
    plain, told = plain_of(text), (speaking(lang).verbs, speaking(lang).giving)
    hits = ((at, each.at(plain, at)) for at in range(len(plain)) for each in told)
    return [(at, at + hit[0]) for at, hit in hits if hit]


def plain_of(text: str) -> list[str]:
    """Its words, bare."""
    return [bare(word) for word in WORD.findall(text)]
