"""What says of an event that it has happened again, or that it is another besides the one told of."""

import re
from functools import cache, lru_cache

from ...schemas.claim import Claim
from .. import languages
from .scope import ahead, either, hazards, last_word


def is_besides(claim: Claim) -> bool:
    """ "Similar clashes left four dead": whether a count's own clause tells of an event besides the article's."""
    return _tells_besides(ahead(claim), claim.lang)


@lru_cache(maxsize=1 << 14)
def _tells_besides(before: str, lang: str) -> bool:
    """Not "after similar attacks in May"."""
    clause = re.split(r"[;.]", before)[-1]
    hit = _besides(lang).search(clause)
    following = tuple(languages.table(lang, "dates").get("following", ()))
    return hit is not None and not clause[: hit.start()].casefold().rstrip().endswith(following)


def is_of_another(claim: Claim) -> bool:
    """Whether title or sentence say that it has happened again: "a second blast", "nouveau séisme"."""
    return any(_is_anew(text, claim.lang) for text in (claim.title or "", claim.quote))


def is_told_anew(claim: Claim) -> bool:
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
