"""Whether the second of two figures that stand together answers the first: "the real toll is", "but", "countered"."""

import re
from functools import cache
from itertools import chain

from ...schemas.claim import Claim
from .. import languages
from .lineage import both_named
from .scope import WORD, adjacent, ahead, either, in_one_sentence

SHORTEST_BETWEEN = 6
"""Characters between two figures: no room to say who gives the second, or of what."""
CLAUSES = re.compile(r"[,;:.()]")
"""Signs between the clauses of a sentence."""
RIGHT_BEFORE = 8
"""Words before a figure in which is told that it is the real one."""


def neighbours(one: Claim, two: Claim) -> bool:
    """The second answers the first: in one sentence with it, or first of the figures in the next."""
    if not adjacent(one, two):
        return False
    return in_one_sentence(one, two) or not any(sign.isdigit() for sign in ahead(two))


def listed(first: Claim, second: Claim) -> str | None:
    """ "30 % and 62 %": with no more than an "and" between them, two figures are of two things."""
    near = first.field == second.field and 0 <= second.start - first.end <= SHORTEST_BETWEEN
    return f"one after the other: {first.figure.text}, {second.figure.text}" if near else None


def is_set_against(first: Claim, second: Claim) -> bool:
    """ "17 in all. The real toll is 62": whether words right before the second of two neighbours set it apart."""
    between = ahead(second)[max(0, first.end - second.quote_start) :].casefold()
    near = " ".join(WORD.findall(between)[-RIGHT_BEFORE:])
    return _against(second.lang).search(near) is not None


def answers(first: Claim, second: Claim) -> bool:
    """ "17 in all. Doctors countered that 62 had died": whether verbs answer, or what makes little of a number."""
    return _answering(second.lang).search(_told(first, second)) is not None


def is_in_contrast(first: Claim, second: Claim) -> bool:
    """ "It will cost 410 million, he said. But the auditors speak of 700": whether the second may answer the first."""
    return answers(first, second) or _contrast(second.lang).search(_told(first, second)) is not None


def _told(first: Claim, second: Claim) -> str:
    """The second's sentence; of one sentence what stands between the two figures."""
    if not in_one_sentence(first, second):
        return second.quote.casefold()
    return second.quote[first.end - first.quote_start : second.start - second.quote_start].casefold()


def contests(claim: Claim) -> bool:
    """ "The NGO contests the navy's toll: 60 died": whether a clause of its sentence contests another's count.

    Not "rose to 60, as the mayor rejected all blame": a verb stands beside a noun for counts.
    """
    disputing, counts, phrases = _contesting(claim.lang)
    quote = claim.quote.casefold()
    if phrases.search(quote):
        return True
    return any(disputing.search(part) and counts.search(part) for part in CLAUSES.split(quote))


def in_one_breath(one: Claim, two: Claim) -> bool:
    """ "The UN puts at 300,000 those who died; the government put it at 10,000": no part and its whole."""
    bare = in_one_sentence(one, two) and None in (one.figure.counted, two.figure.counted)
    return bare and both_named(one, two)


@cache
def _against(lang: str) -> re.Pattern[str]:
    return _words(languages.table(lang, "attribution").get("against", ()))


@cache
def _answering(lang: str) -> re.Pattern[str]:
    data, strong = languages.table(lang, "attribution"), languages.table(lang, "status").get("strong", {})
    told = (data.get(name, ()) for name in ("against", "answering", "contesting", "disputing"))
    return _words((*chain.from_iterable(told), *strong.get("denied", ())))


@cache
def _contesting(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Verbs that reject, nouns for counts, and what contests by itself."""
    data = languages.table(lang, "attribution")
    disputing, counts, contesting = (_words(data.get(name, ())) for name in ("disputing", "data", "contesting"))
    return disputing, counts, contesting


@cache
def _contrast(lang: str) -> re.Pattern[str]:
    data = languages.table(lang, "attribution")
    return _words((*data.get("contrast", ()), *data.get("opposing", ())))


def _words(words: tuple[str, ...] | list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(words)})\b")
