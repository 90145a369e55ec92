"""Whether two tolls are of two events: it has happened again, or the one was a storm and the other a shooting."""

import re
from functools import cache, lru_cache

from ...schemas.claim import Claim
from .. import languages
from . import period
from .scope import ahead, either, hazards, last_word
from .side import Side

WAR = "war"


def event(newer: Side, older: Side) -> str | None:
    """What makes it another event, of two tolls in the order of their publication."""
    if newer.value != older.value and _is_besides(newer.claim) != _is_besides(older.claim):
        return "another event besides it"
    if is_of_another(newer.claim) != is_of_another(older.claim) and (
        _is_again(newer, older) or _is_of_before(newer, older)
    ):
        return "it has happened again"
    first, second = newer.traits.event, older.traits.event
    if newer.claim.article_id == older.claim.article_id:
        first, second = (_own_hazards(side.claim.quote, side.claim.lang) for side in (newer, older))
        if period.overlapping(newer, older):
            return None  # the blaze may be the attack's
    if _kinds(first).isdisjoint(_kinds(second)) and _kinds(first) and _kinds(second):
        return f"other events: {', '.join(sorted(first))} / {', '.join(sorted(second))}"
    return None


def _is_besides(claim: Claim) -> bool:
    """ "Similar clashes left four dead": whether a count's own clause tells of an event besides the article's."""
    return _tells_besides(ahead(claim), claim.lang)


@lru_cache(maxsize=1 << 14)
def _tells_besides(before: str, lang: str) -> bool:
    """Not "after similar attacks in May"."""
    clause = re.split(r"[;.]", before)[-1]
    hit = _besides(lang).search(clause)
    following = tuple(languages.table(lang, "dates").get("following", ()))
    return hit is not None and not clause[: hit.start()].casefold().rstrip().endswith(following)


def _is_again(newer: Side, older: Side) -> bool:
    """Whether the newer count is of another event, and not one of both that it has raised; told before, it is this."""
    if newer.claim.article_id == older.claim.article_id and is_of_another(older.claim):
        return False
    return newer.value < older.value or _is_told_anew(newer.claim)


def _is_of_before(newer: Side, older: Side) -> bool:
    """ "A separate attack on Monday killed 4": told beside or after what was later."""
    other, this = (newer, older) if is_of_another(newer.claim) else (older, newer)
    return other.period.end <= this.period.start and other.claim.published_at >= this.claim.published_at


def is_of_another(claim: Claim) -> bool:
    """Whether title or sentence say that it has happened again: "a second blast", "nouveau séisme"."""
    return any(_is_anew(text, claim.lang) for text in (claim.title or "", claim.quote))


def _is_told_anew(claim: Claim) -> bool:
    """ "Another bus crashed, killing 12": its own toll, and none that it has raised ("another blast raised it to")."""
    words, sentence = languages.table(claim.lang, "measures"), claim.quote.casefold()
    totals = {*words.get("level", ()), *words.get("reached", ())}
    grown = any(each in sentence for each in languages.table(claim.lang, "dates").get("grows", ()))
    before = last_word(ahead(claim).casefold())
    return _is_anew(claim.quote, claim.lang) and not grown and before not in totals


@lru_cache(maxsize=1 << 14)
def _is_anew(text: str, lang: str) -> bool:
    return _anew(lang).search(text) is not None


@cache
def _anew(lang: str) -> re.Pattern[str]:
    """What befell, and that it has done so again: "a second blast", "another clash"."""
    return _told_as(lang, "anew")


@cache
def _besides(lang: str) -> re.Pattern[str]:
    """What befell, and that it is not what is told of: "similar clashes", "des heurts similaires"."""
    return _told_as(lang, "besides_it")


def _told_as(lang: str, name: str) -> re.Pattern[str]:
    """An event with a word of a list before it, or behind it where adjectives stand so."""
    measures, nonfigures = languages.table(lang, "measures"), languages.table(lang, "nonfigures")
    told = either(measures.get(name, ()))
    no_event = either(languages.table(lang, "events").get("no_event", ()))  # "new fire engines"
    counts = either(languages.table(lang, "attribution").get("data", ()))  # "new toll: flood"
    capitals = nonfigures.get("capital_nouns")
    noun = r"[^\W\d_]+[ -]" if capitals else r"(?-i:[a-zß-ÿ])[^\W\d_]*[ -]"  # a bus, no New York
    happened = rf"(?:{hazards(lang)}|{either(measures.get('happenings', ()))})\b"
    behind = "(?!)" if nonfigures.get("adjectives_first") else rf"\b{happened} (?:{told})\b"
    ahead_of = rf"\b(?:{told})[ -](?!(?:{no_event}|{counts})\b)(?:{noun})?{happened}(?![ -](?:{_dead(lang)})\b)"
    return re.compile(f"{ahead_of}|{behind}", re.IGNORECASE)


@cache
def _dead(lang: str) -> str:
    """The nouns for the dead and other victims: "a second flood victim", "Second Measles Fatality"."""
    measures = languages.table(lang, "measures").get("measure", {})
    named = [measures.get(name, {}) for name in ("person.dead", *languages.taxonomy()["remains"]["person.dead"])]
    verbs = {word for each in named for word in each.get("fate", ())}  # "a second blast killed 12"
    return either(noun for each in named for noun in each.get("nouns", ()) if noun not in verbs)


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
