"""Which words of a sentence belong to a figure's own clause, and not to another's, to a cause or to a contrast."""

import re
from functools import cache

from ...schemas.claim import Claim
from .. import languages
from . import scope

YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b[qt][1-4]\b")
"""Dates, which are no other figure."""
LEADING, TRAILING = 3, 2
"""Words before and behind what a sentence opens with: "For many young people today, unemployment is"."""
BEYOND = 3
"""Words between what leads to a cause and the cause: "thanks to much higher exports"."""
APPOSED = 3
"""Words between a noun's comma and the figure that it has: "an aftershock, of magnitude"."""


def reaches(ahead: str, hit: re.Match[str], lang: str) -> bool:
    """Whether words before a figure are of its clause, or what its sentence opens with; the text is in lower case."""
    between = YEAR.sub("", ahead[hit.end() :])
    if _causes(lang).search(" ".join(scope.WORD.findall(ahead[: hit.start()])[-BEYOND:])):
        return False  # "thanks to higher exports by 1.4 %"
    if scope.FIGURE.search(between) or _ends(lang).search(between) or _joins(lang).fullmatch(_last_word(between)):
        return False  # "supporting it and 62 percent opposing"
    head, comma, tail = between.partition(",")
    lead = ahead[: hit.start()]
    return not comma or _opens(lead, hit.group(), head, lang) or _is_apposed(lead, head, tail, lang)


def _last_word(text: str) -> str:
    words: list[str] = scope.WORD.findall(text)
    return words[-1] if words else ""


def _opens(before: str, words: str, head: str, lang: str) -> bool:
    """ "Among under-25s, unemployment is": what stands before the comma opens the sentence, and tells no more."""
    lead = scope.WORD.findall(before)
    opening = languages.table(lang, "scopes").get("opening", ())
    first = (*lead, *scope.WORD.findall(words))[:1]
    short = len(lead) <= LEADING and "," not in lead and len(scope.WORD.findall(head)) <= TRAILING
    return short and any(word in opening for word in first)


def _is_apposed(before: str, head: str, tail: str, lang: str) -> bool:
    """ "A strong aftershock, of magnitude 6.1, struck": what begins a sentence, and the figure right behind it."""
    lead = scope.WORD.findall(before)
    begins = len(lead) <= LEADING and "," not in lead and not _ends(lang).search(before)
    return begins and not head.strip() and len(scope.WORD.findall(tail)) <= APPOSED


def follows(behind: str, hit: re.Match[str], near: int, lang: str) -> bool:
    """Whether words behind a figure are of its clause, or stand alone behind a comma: "5.8 %, seasonally adjusted"."""
    between = YEAR.sub("", behind[: hit.start()])
    if between.strip(" %") == ",":
        return not any(sign.isdigit() for sign in re.split("[,;.]", behind[hit.end() :])[0])
    ends = scope.CLAUSE.search(between) or _ends(lang).search(between) or _joins(lang).search(between)
    return not ends and len(scope.WORD.findall(between)) <= near


def before(claim: Claim) -> str:
    """What stands before a figure in its clause, as written; over what leads right to it: "the winner, with 80 %"."""
    parts = _ends(claim.lang).split(scope.CLAUSE.split(YEAR.sub("", scope.ahead(claim)))[-1])
    return next((part for part in reversed(parts) if scope.WORD.search(part)), "")


def behind(claim: Claim) -> str:
    """What stands behind a figure in its clause, as written."""
    said = _ends(claim.lang).split(scope.CLAUSE.split(YEAR.sub("", scope.behind(claim)))[0])[0]
    return _joins(claim.lang).split(said)[0]


@cache
def _ends(lang: str) -> re.Pattern[str]:
    """What opens another clause, or leads to a cause."""
    words = languages.table(lang, "scopes")
    return re.compile(rf"\b(?:{scope.either((*words.get('ends', ()), *words.get('causes', ())))})\b")


@cache
def _causes(lang: str) -> re.Pattern[str]:
    """What leads to a cause, in tokens."""
    words = languages.table(lang, "scopes").get("causes", ())
    return re.compile(rf"\b(?:{scope.either(' '.join(scope.WORD.findall(each)) for each in words)})\b")


@cache
def _joins(lang: str) -> re.Pattern[str]:
    """What joins two clauses, and does not lead to a figure: "and", no "to"."""
    level = languages.table(lang, "measures").get("level", ())
    joining = (word for word in languages.table(lang, "nonfigures").get("conjunctions", ()) if word not in level)
    return re.compile(rf"\b(?:{scope.either(joining)})\b")
