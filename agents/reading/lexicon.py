"""The words of one language that reading figures needs, compiled once from its data files."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from .. import languages

SOFT_HYPHEN = "\u00ad"
Phrase = tuple[str, ...]


def fold(word: str) -> str:
    """Lower case, straight apostrophes, no soft hyphens: how words are looked up."""
    return word.replace(SOFT_HYPHEN, "").replace("’", "'").lower()


def phrase(text: str) -> Phrase:
    """A data file's words as tokens: "jusqu'à" is jusqu ' à."""
    return tuple(part for part in re.findall(r"\d+|[^\W\d_]+|[^\w\s]", fold(text)))


class Phrases:
    """Phrases with a meaning each, found by their first token; the longest match wins."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        """Pairs of words and meaning."""
        self._by_first: dict[str, list[tuple[Phrase, str]]] = {}
        self._by_last: dict[str, list[tuple[Phrase, str]]] = {}
        for words, meaning in meanings:
            tokens = phrase(words)
            self._by_first.setdefault(tokens[0], []).append((tokens, meaning))
            self._by_last.setdefault(tokens[-1], []).append((tokens, meaning))
        for index in (self._by_first, self._by_last):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """The phrase that begins at `place`: how many tokens, and its meaning."""
        if place >= len(words):
            return None
        for tokens, meaning in self._by_first.get(words[place], ()):
            if tuple(words[place : place + len(tokens)]) == tokens:
                return len(tokens), meaning
        return None

    def before(self, words: list[str], place: int) -> tuple[int, str] | None:
        """The phrase that ends right before `place`."""
        if place <= 0:
            return None
        for tokens, meaning in self._by_last.get(words[place - 1], ()):
            if place >= len(tokens) and tuple(words[place - len(tokens) : place]) == tokens:
                return len(tokens), meaning
        return None


class Lexicon:
    """One language's numbers, units, qualifiers and non-figures."""

    def __init__(self, lang: str) -> None:
        """Reads the language's folder; a language without one has digits only."""
        numbers = languages.table(lang, "numbers")
        self._read_numbers(numbers)
        self._read_units(languages.table(lang, "units"))
        self._read_qualifiers(languages.table(lang, "qualifiers"))
        self._read_nonfigures(languages.table(lang, "nonfigures"))

    def _read_numbers(self, data: Mapping[str, Any]) -> None:
        self.decimal: str = data.get("decimal", ".")
        self.spaced_thousands = " " in data.get("thousands", ())
        self.articles = frozenset(data.get("articles", ()))
        self.half = frozenset(data.get("half", ()))
        self.half_after = Phrases((text, "half") for text in data.get("half_after", ()))
        self.of = frozenset(data.get("of", ()))
        self.each = Phrases((text, "each") for text in data.get("each", ()))
        self.words = _decimals(data.get("words", {}))
        self.hundreds = _decimals(data.get("hundreds", {}))
        self.scales = _decimals(data.get("scales", {}))
        self.abbreviations = _decimals(data.get("abbreviations", {}))
        self.collectives = _decimals(data.get("collectives", {}))
        self.vague = _decimals(data.get("vague", {}))
        self.several = frozenset(data.get("several", {}).get("words", ()))
        self.connectors = frozenset(data.get("connector", {}).get("words", ()))
        self.connector_after = frozenset(data.get("connector", {}).get("after", ()))
        composition = data.get("composition", {})
        self.scores_after: int | None = composition.get("scores_after")
        self.teens_from: int | None = composition.get("teens_from")
        self.tens_take_teens = frozenset(composition.get("tens_take_teens", ()))
        self.ordinal_suffixes = frozenset(data.get("ordinals", {}).get("suffixes", ()))
        self.ordinal_words = frozenset(data.get("ordinals", {}).get("words", ()))
        self.fractions = _decimals(data.get("fractions", {}))
        self.ratio = Phrases((text, "ratio") for text in data.get("ratio", {}).get("words", ()))
        self.bare_ratio = Phrases((text, "ratio") for text in data.get("ratio", {}).get("bare", ()))
        self.compound: re.Pattern[str] | None = None
        if data.get("compound"):
            self.compound, self.compound_parts = _compound(self)
        self.number_words = frozenset(self.words) | frozenset(self.hundreds) | frozenset(self.scales)

    def _read_units(self, data: Mapping[str, Any]) -> None:
        self.units = Phrases(
            (text, f"{kind}:{name}")
            for kind in ("measure", "duration", "percent", "points", "money")
            for text, name in data.get(kind, {}).items()
        )
        self.units_before = Phrases(data.get("before", {}).items())
        self.per = Phrases(data.get("per", {}).items())
        age = data.get("age", {})
        self.age_after = Phrases((text, "age") for text in age.get("after", ()))
        self.age_before = Phrases((text, "age") for text in age.get("before", ()))
        self.age_years = frozenset(age.get("years", ()))
        self.age_people = frozenset(age.get("people", ()))
        self.scale_words = Phrases(data.get("scale_word", {}).items())

    def _read_qualifiers(self, data: Mapping[str, Any]) -> None:
        before, after = data.get("before", {}), data.get("after", {})
        self.before = Phrases((text, meaning) for meaning, texts in before.items() for text in texts)
        self.after = Phrases((text, meaning) for meaning, texts in after.items() for text in texts)
        pairs = data.get("range", {}).get("pairs", [["", "-"], ["", "–"]])
        self.openers = Phrases((opener, opener) for opener, _ in pairs if opener)
        self.ranges = frozenset((opener, joiner) for opener, joiner in pairs)
        self.joiners = Phrases((joiner, joiner) for _, joiner in pairs)
        self.change = frozenset(data.get("range", {}).get("change", ()))

    def _read_nonfigures(self, data: Mapping[str, Any]) -> None:
        self.conjunctions = frozenset(data.get("conjunctions", ()))
        self.months = frozenset(data.get("months", ()))
        self.day_joiners = frozenset(joiner for _, joiner in self.ranges) | self.conjunctions
        self.weekdays = frozenset(data.get("weekdays", ()))
        self.identifier_before = frozenset(data.get("identifier_before", ()))
        self.year_before = frozenset(data.get("year_before", ()))
        self.clock_after = Phrases((text, "clock") for text in data.get("clock_after", ()))
        self.clock_before = Phrases((text, "clock") for text in data.get("clock_before", ()))
        self.clock_unit = frozenset(data.get("clock_unit", ()))
        self.street_after = frozenset(data.get("street_after", ()))
        self.era_after = frozenset(data.get("era_after", ()))
        self.one_counts = frozenset(data.get("one_counts", ()))
        self.abbreviated = frozenset(data.get("abbreviations", ()))
        self.stop = frozenset(data.get("stop", ()))
        self.skip = frozenset(data.get("skip", ()))
        self.adjectives_first: bool = data.get("adjectives_first", True)
        self.plural = tuple(data.get("plural", ()))
        self.glued = tuple(data.get("glued", ()))
        known = {*self.number_words, *self.collectives, *self.vague, *self.fractions, *self.half, *self.ordinal_words}
        self.candidate = re.compile("[0-9]" + "".join(rf"|\b{re.escape(word)}\b" for word in sorted(known)), re.I)
        if self.compound:
            self.candidate = re.compile(self.candidate.pattern + "|" + self.compound.pattern, re.I)

    def decompose(self, word: str) -> list[str] | None:
        """A compound number word's parts ("dreiund­zwanzig": drei, und, zwanzig); None when it is none."""
        if self.compound is None or not self.compound.fullmatch(word):
            return None
        return [match.group() for match in self.compound_parts.finditer(word)]


def _compound(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Matches words glued together of two or more number words; and one of their parts."""
    known = sorted({*lexicon.words, *lexicon.hundreds, *lexicon.scales}, key=len, reverse=True)
    part = "|".join(map(re.escape, known))
    joiner = "|".join(map(re.escape, sorted(lexicon.connectors)))
    whole = re.compile(rf"\b(?:{part})(?:(?:{joiner})?(?:{part}))+\b")
    return whole, re.compile(f"{part}|{joiner}")


def _decimals(table: Mapping[str, Any]) -> dict[str, Decimal]:
    return {fold(word): Decimal(value) for word, value in table.items()}


@cache
def lexicon(lang: str) -> Lexicon:
    """The compiled words of a language."""
    return Lexicon(lang)
