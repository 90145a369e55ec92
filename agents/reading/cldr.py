"""Names of units and currencies in a language, from Unicode's CLDR (by Babel).

A unit is named as CLDR names it ("square kilometer", "celsius"), a currency by its ISO 4217 code.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from babel import Locale
from babel.core import get_global

KINDS = {
    **dict.fromkeys(
        ("length", "area", "mass", "speed", "temperature", "volume", "digital", "power", "energy", "frequency"),
        "measure",
    ),
    **dict.fromkeys(("electric", "pressure", "light", "angle"), "measure"),
    "duration": "duration",
}
PLAIN_NAMES = {"temperature-generic": "degree", "angle-degree": "degree"}


def units(locale: str) -> Iterator[tuple[str, str]]:
    """Pairs of written unit and "kind:name"."""
    patterns = Locale.parse(locale)._data["unit_patterns"]
    for identity, widths in patterns.items():
        group, _, tail = identity.partition("-")
        if group not in KINDS or tail.endswith("person"):
            continue
        name = PLAIN_NAMES.get(identity, tail.replace("-", " "))
        for forms in widths.values():
            for form in ("one", "other"):
                written = forms.get(form, "").replace("{0}", "").strip(" \u00a0\u202f")
                if written and "{" not in written:
                    yield written, f"{KINDS[group]}:{name}"


def currencies(locale: str) -> Iterator[tuple[str, str]]:
    """Pairs of a currency's name, singular or plural, and its code."""
    data = Locale.parse(locale)
    for code, name in data.currencies.items():
        if code.startswith("X") and code not in current():
            continue  # gold, drawing rights, test codes
        yield name, code
        for form in ("one", "other"):
            plural = data._data["currency_names_plural"].get(code, {}).get(form)
            if plural:
                yield plural, code


def currency_signs(locale: str) -> Iterator[tuple[str, str]]:
    """Pairs of a currency's sign ("MX$", "₪") and its code."""
    for code, sign in Locale.parse(locale).currency_symbols.items():
        if not sign.isalpha() and code in current():
            yield sign, code


def currency_nouns(locale: str, *, noun_last: bool) -> dict[str, str]:
    """The nouns that name one currency of today alone ("ringgit")."""
    today = current()
    found: dict[str, set[str]] = defaultdict(set)
    for name, code in currencies(locale):
        noun = name.split()[-1 if noun_last else 0]
        if noun.isalpha():
            found[noun.lower()].add(code)
    unique = {}
    for noun, named in found.items():
        tender = named & today
        if len(tender) == 1 and len(noun) > 3:
            unique[noun] = next(iter(tender))
    return unique


def codes() -> frozenset[str]:
    """All ISO 4217 codes that CLDR knows."""
    return frozenset(get_global("all_currencies"))


@cache
def current() -> frozenset[str]:
    """The codes that are tender somewhere today."""
    return frozenset(
        entry[0]
        for entries in get_global("territory_currencies").values()
        for entry in entries
        if entry[2] is None and entry[3]
    )
