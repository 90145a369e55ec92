"""Whether a count runs on, since a day or until now, or is one occasion's."""

import re
from functools import cache, lru_cache

from ...schemas.claim import Claim
from .. import languages
from . import scope


def since(claim: Claim) -> bool:
    """Whether a claim's sentence tells since when it counts: "3,000 killed since October 7"."""
    return _counts_since(claim.quote, claim.lang)


@lru_cache(maxsize=1 << 16)
def _counts_since(quote: str, lang: str) -> bool:
    words = languages.table(lang, "dates").get("since", ())
    counted = _since_event(lang).sub("", quote)
    return not {word.casefold() for word in scope.WORDS.findall(counted)}.isdisjoint(words)


def runs_on(claim: Claim) -> bool:
    """Whether a sentence tells that its count goes on: since a day, "so far", "has risen"; a mere toll may be new."""
    sentence = claim.quote.casefold()
    return since(claim) or any(words in sentence for words in _going_on(claim.lang))


@cache
def _going_on(lang: str) -> frozenset[str]:
    tolls = languages.table(lang, "attribution").get("data", ())
    return frozenset(languages.table(lang, "dates").get("grows", ())).difference(tolls)


@cache
def _since_event(lang: str) -> re.Pattern[str]:
    """Since when an event goes on, and not since when they count: "floods that have hit the town since Tuesday"."""
    data = languages.table(lang, "attribution")
    relative = scope.either((*data.get("relative", ()), *data.get("who", ())))
    from_when = scope.either(languages.table(lang, "dates").get("since", ()))
    return re.compile(rf"\b(?:{scope.hazards(lang)})\b,? (?:{relative})\b[^,;:.\d]*?\b(?:{from_when})\b", re.IGNORECASE)
