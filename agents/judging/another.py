"""Whether two tolls are of two events: it has happened again, or the one was a storm and the other a shooting."""

import re
from functools import cache, lru_cache

from .. import languages
from . import anew, period
from .scope import either
from .side import Side

WAR = "war"


def event(newer: Side, older: Side) -> str | None:
    """What makes it another event, of two tolls in the order of their publication."""
    if newer.value != older.value and newer.is_besides != older.is_besides:
        return "another event besides it"
    if newer.is_of_another_event != older.is_of_another_event and (
        _is_again(newer, older) or _is_of_before(newer, older)
    ):
        return "it has happened again"
    first, second = newer.traits.event, older.traits.event
    if newer.claim.article_id == older.claim.article_id:
        if period.overlapping(newer, older):
            return None  # the blaze may be the attack's
        first, second = (_own_hazards(side.claim.quote, side.claim.lang) for side in (newer, older))
    kinds, others = _kinds(first), _kinds(second)
    if kinds and others and kinds.isdisjoint(others):
        return f"other events: {', '.join(sorted(first))} / {', '.join(sorted(second))}"
    return None


def _is_again(newer: Side, older: Side) -> bool:
    """Whether the newer count is of another event, and not one of both that it has raised; told before, it is this."""
    if newer.claim.article_id == older.claim.article_id and older.is_of_another_event:
        return False
    return newer.value < older.value or anew.is_told_anew(newer.claim)


def _is_of_before(newer: Side, older: Side) -> bool:
    """ "A separate attack on Monday killed 4": told beside or after what was later."""
    other, this = (newer, older) if newer.is_of_another_event else (older, newer)
    return other.period.end <= this.period.start and other.claim.published_at >= this.claim.published_at


@lru_cache(maxsize=1 << 12)
def _own_hazards(quote: str, lang: str) -> frozenset[str]:
    """The hazards that a sentence names."""
    text = _no_event(lang).sub("", quote.casefold())
    return frozenset(hazard for hazard, words in _by_words(lang).items() if words.search(text))


@cache
def _no_event(lang: str) -> re.Pattern[str]:
    """What only looks like a hazard: "fire service"."""
    return re.compile(rf"\b(?:{either(languages.table(lang, 'events').get('no_event', ()))})\b")


@cache
def _by_words(lang: str) -> dict[str, re.Pattern[str]]:
    """The words of each hazard but war, of which any mention of soldiers tells."""
    named = {hazard for kind in languages.taxonomy()["hazards"]["kinds"] for hazard in kind if hazard != WAR}
    events = languages.table(lang, "events")
    return {hazard: re.compile(rf"\b(?:{either(events.get(hazard, ()))})\b(?!-)") for hazard in sorted(named)}


@cache
def _kinds(events: frozenset[str]) -> frozenset[int]:
    """The kinds of hazards among events."""
    kinds = languages.taxonomy()["hazards"]["kinds"]
    return frozenset(number for number, kind in enumerate(kinds) if not events.isdisjoint(kind))
