"""Units and currencies after or before a number: CLDR's words and those of the language's own data file."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from .. import languages
from . import cldr
from .phrases import Phrases, fold, unaccented
from .tokens import Token, glued

PLAIN_KINDS = ("measure", "duration", "percent", "points", "money")
DEGREES = ("degree", "celsius", "fahrenheit")
RAISED = {"2": "square", "3": "cubic", "²": "square", "³": "cubic"}
CAPITAL_UNITS = frozenset("cfkvwja")
"""Letters that are units as capitals only: 5 C, 21 K."""
SMALL_UNITS = frozenset("mghts")
"""Letters that are units as small ones only: "5 M" is a magnitude's business, "3 G" a network's."""
LONGEST_SYMBOL = 3
"""Characters of a unit's symbol; what is longer is a word, which hurried writers spell without accents or hyphens."""
_COMPOUND_CODE = re.compile(r"([KMB])([A-Z]{3})")
CALENDAR = frozenset(("day", "week", "month", "year"))
"""Periods of what is told for each of them, and no part of a unit."""
CODE_MAGNITUDES = {"K": Decimal(1000), "M": Decimal(1_000_000), "B": Decimal(1_000_000_000)}


class Unit(NamedTuple):
    """Tokens it takes, its kind (as of a figure) and its name; `times` where it holds a magnitude too (MEUR)."""

    length: int
    kind: str
    name: str
    times: Decimal = Decimal(1)


class Units:
    """The units of one language."""

    def __init__(self, lang: str, data: Mapping[str, Any], *, noun_last: bool) -> None:
        """`noun_last`: "Malaysian ringgit", not "ringgit malais"."""
        skip = frozenset(data.get("cldr", {}).get("not", ()))
        single = frozenset(data.get("cldr", {}).get("single", ()))
        locales = data.get("cldr", {}).get("locales", [lang]) if data else []
        meanings: dict[str, str] = {}
        for locale in locales:
            for written, meaning in cldr.units(locale):
                if fold(written) not in skip and (len(written) > 1 or written in single or not written.isalnum()):
                    meanings.setdefault(fold(written), meaning)
            names = {name: code for name, code in cldr.currencies(locale) if " " in name}
            names |= cldr.currency_nouns(locale, noun_last=noun_last)
            meanings |= {fold(name): f"money:{code}" for name, code in names.items() if fold(name) not in skip}
        before = {**languages.symbols()["currencies"], **data.get("before", {})}
        meanings |= {fold(sign): f"money:{code}" for sign, code in before.items() if not sign.isalpha()}
        meanings |= {fold(text): f"measure:{name}" for text, name in _prefixed_words(data.get("si", {}))}
        for kind in PLAIN_KINDS:
            meanings |= {fold(text): f"{kind}:{name}" for text, name in data.get(kind, {}).items()}
        for written, meaning in list(meanings.items()):
            if len(written) > LONGEST_SYMBOL:
                meanings.setdefault(unaccented(written), meaning)
                meanings.setdefault(written.replace("-", " "), meaning)  # kilowatt hours
                meanings.setdefault(written.replace(" ", "-"), meaning)  # 40 light-years
        self.phrases = Phrases(meanings.items())
        signs = {fold(sign): code for locale in locales for sign, code in cldr.currency_signs(locale)}
        self.signs = Phrases((signs | before).items())
        self._marks = _marks(signs | before)
        self.degrees = Phrases((text, name) for text, name in meanings.items() if name.split(":")[1] in DEGREES)
        self.durations = {text: meaning[9:] for text, meaning in meanings.items() if meaning.startswith("duration:")}
        self.minor = frozenset(text for text, meaning in meanings.items() if meaning == "money:cent")
        self._codes = cldr.codes() - frozenset(data.get("cldr", {}).get("not_codes", ()))
        self.after_larger: dict[str, str] = data.get("after_larger", {})
        self._exact = _symbols()
        self._dollars: dict[str, str] = data.get("dollars", {})
        self._prefixes = frozenset(data.get("cldr", {}).get("prefixes", ()))
        self._over = Phrases((text, "per") for text in ("/", *data.get("cldr", {}).get("per", ())))
        self._auxiliaries = {text: tuple(ends) for text, ends in data.get("auxiliaries", {}).items()}
        """Units that are verbs, too, before a word with such an ending: "a 222 ha subido el número"."""
        self._over_articles = frozenset(data.get("cldr", {}).get("per_article", ()))

    def words(self) -> frozenset[str]:
        """The words that units begin with."""
        return self.phrases.firsts()

    def at(self, words: list[str], place: int, tokens: list[Token]) -> Unit | None:
        """The unit that begins at a place; `words` are the tokens in lower case."""
        if place >= len(words):
            return None
        if code := self._code(tokens[place].text):
            return code
        if tokens[place].text in self._exact:
            return self._compound(words, place, Unit(1, "measure", self._exact[tokens[place].text]), tokens)
        verb = "".join(words[place + 1 : place + 2]).endswith(self._auxiliaries.get(words[place], ()))
        hit = None if verb else self.phrases.at(words, place)
        if hit and not words[place][0].isalpha() and _belongs_to_next(tokens, place, hit[0]):
            return None  # "in 2024 $4bn"
        if hit is None:
            return self._prefixed(words, place) or self._density(words, place, tokens)
        if hit[0] == 1 and len(words[place]) == 1 and words[place + 1 : place + 2] == ["'"]:
            return None  # "en 2017 l'un"
        if words[place] == "$" and place + 1 < len(words) and (dollar := self._dollars.get(tokens[place + 1].text)):
            return Unit(2, "money", dollar)
        kind, _, name = hit[1].partition(":")
        return self._compound(words, place, Unit(hit[0], kind, name), tokens)

    def before(self, words: list[str], place: int, tokens: list[Token]) -> Unit | None:
        """A currency's sign or code that ends right before a place: "$", "US$", "EUR", "mxn$"."""
        if place <= 0:
            return None
        if code := self._code(tokens[place - 1].text):
            return code
        if (
            words[place - 1] == "$"
            and place > 1
            and glued(tokens, place - 2)
            and words[place - 2].upper() in self._codes
        ):
            return Unit(2, "money", words[place - 2].upper())
        hit = self.signs.before(words, place)
        if hit is None:
            return None
        if hit[0] > 1 and len(words[place - hit[0]]) == 1 and not glued(tokens, place - hit[0]):
            spaced = tokens[place - 1].end < tokens[place].start  # "c $ 300", but "a $300 million deal"
            hit = hit if spaced else self.signs.before(words[place - 1 : place], 1) or hit
        return Unit(hit[0], "money", hit[1])

    def _prefixed(self, words: list[str], place: int) -> Unit | None:
        """Kilo litres, peta bytes: a metric prefix that broken text parts from its unit."""
        if words[place] not in self._prefixes or place + 1 >= len(words):
            return None
        whole = self.phrases.at([words[place] + words[place + 1], *words[place + 2 : place + 4]], 0)
        base = self.phrases.at(words, place + 1)
        if whole is None and (base is None or not base[1].startswith("measure:")):
            return None
        length, meaning = whole or (base[0], f"measure:{words[place]}{base[1].partition(':')[2]}")  # type: ignore[index]
        kind, _, name = meaning.partition(":")
        return Unit(length + 1, kind, name)

    def share_sign(self, one: str, other: str) -> bool:
        """Whether two currencies are written with one sign: the dollars, the pounds."""
        return not self._marks.get(one, set()).isdisjoint(self._marks.get(other, set()))

    def _density(self, words: list[str], place: int, tokens: list[Token]) -> Unit | None:
        """ "56.3 per square kilometre", "12 par litre"."""
        over = self._over.at(words, place) if words[place].isalpha() else None
        below = self.phrases.at(words, place + over[0]) if over else None
        if over is None or below is None or not below[1].startswith("measure:"):
            return None
        lower = self._compound(words, place + over[0], Unit(below[0], "measure", below[1].partition(":")[2]), tokens)
        return Unit(over[0] + lower.length, "measure", f"per {lower.name}")

    def is_code(self, text: str) -> bool:
        """Whether a word is a currency's ISO code in capitals."""
        return text in self._codes

    def _code(self, text: str) -> Unit | None:
        if len(text) == 3:
            return Unit(1, "money", text) if text in self._codes else None
        match = _COMPOUND_CODE.fullmatch(text) if len(text) == 4 else None
        if match and match[2] in self._codes:
            return Unit(1, "money", match[2], CODE_MAGNITUDES[match[1]])
        return None

    def _compound(self, words: list[str], place: int, unit: Unit, tokens: list[Token]) -> Unit:
        """km2, km^3, kg/m3, W/min, metres per second."""
        if unit.kind != "measure":
            return unit  # "three days per week" last three days
        last = place + unit.length
        raised = last + (words[last : last + 1] == ["^"])
        if (
            raised < len(words)
            and words[raised] in RAISED
            and glued(tokens, raised - 1)
            and unit.name.endswith(("meter", "foot", "inch", "mile"))
        ):
            unit = Unit(raised + 1 - place, "measure", f"{RAISED[words[raised]]} {unit.name}")
            last = place + unit.length
        over = self._over.at(words, last)
        kinds: tuple[str, ...] = ("measure:", "duration:")
        if over is None and last < len(words) and words[last] in self._over_articles:
            over, kinds = (1, "per"), ("duration:",)  # miles an hour
        below = self.phrases.at(words, last + over[0]) if over else None
        if over is None or below is None or not below[1].startswith(kinds) or below[1].partition(":")[2] in CALENDAR:
            return unit  # "5,000 barrels a day" are barrels, and "a day" is the rate's period
        lower = self._compound(words, last + over[0], Unit(below[0], "measure", below[1].partition(":")[2]), tokens)
        return Unit(last + over[0] + lower.length - place, "measure", f"{unit.name} per {lower.name}")


@cache
def _symbols() -> dict[str, str]:
    """Symbols of SI units with and without their prefixes, and others that are written alike everywhere."""
    known = languages.symbols()
    found: dict[str, str] = {
        prefix + symbol: meaning + unit
        for prefix, meaning in known["prefixes"].items()
        for symbol, unit in known["units"].items()
    }
    return {**found, **{symbol: unit for symbol, unit in known["units"].items() if len(symbol) > 1}, **known["exact"]}


def _prefixed_words(si: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Megawatt-hours, millisieverts: a language's words for units with each of its prefixes."""
    for unit, words in si.get("units", {}).items():
        for word in words:
            yield word, unit
            for written, prefix in si.get("prefixes", {}).items():
                yield written + word, prefix + unit


def _belongs_to_next(tokens: list[Token], place: int, length: int) -> bool:
    """Whether a sign stands apart from the number before it and glued to the one behind."""
    last = place + length - 1
    if last + 1 >= len(tokens) or tokens[last + 1].kind != "number" or not glued(tokens, last):
        return False
    return place > 0 and not glued(tokens, place - 1)


def right_case(text: str) -> bool:
    """Whether a single letter is written as the unit that it names; longer words are."""
    return len(text) > 1 or text.lower() not in (SMALL_UNITS if text.isupper() else CAPITAL_UNITS)


def _marks(signs: Mapping[str, str]) -> dict[str, set[str]]:
    """By currency, the last characters of its signs that are no letters: "$" of "US$"."""
    found: dict[str, set[str]] = {}
    for sign, code in signs.items():
        if not sign[-1].isalnum():
            found.setdefault(code, set()).add(sign[-1])
    return found
