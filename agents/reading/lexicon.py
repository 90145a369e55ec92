"""The words of one language that reading figures needs, compiled once from its data files."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from .. import languages
from .phrases import Phrases, fold, unaccented
from .units import Units


class Lexicon:
    """One language's numbers, units, qualifiers and non-figures."""

    def __init__(self, lang: str) -> None:
        """Reads the language's folder; a language without one has digits only."""
        self.lang = lang
        self._read_numbers(languages.table(lang, "numbers"))
        self._read_qualifiers(languages.table(lang, "qualifiers"))
        self._read_nonfigures(languages.table(lang, "nonfigures"))
        self._read_units(lang, languages.table(lang, "units"))
        counted = languages.table(lang, "measures")
        self.people = frozenset((*counted.get("persons", ()), *counted.get("soldiers", ())))
        self.candidate = _candidate(self)
        self._starts = self.number_words | self.several | self.determiners | self.half | self.implied | self.articles
        self._starts |= {*self.collectives, *self.vague, *self.ordinals, *self.minus}
        self.starts: Callable[[str], bool] = self._starts.__contains__
        """Whether a number can begin with a word."""
        if self.compound is not None:
            compound = self.compound
            self.starts = lambda word: word in self._starts or compound.fullmatch(word) is not None

    def _read_numbers(self, data: Mapping[str, Any]) -> None:
        self.decimal: str = data.get("decimal", ".")
        self.spaced_thousands = " " in data.get("thousands", ())
        self.articles = frozenset(data.get("articles", ()))
        self.between_units = self.articles | frozenset((*data.get("of", ()), "'"))
        self.of = frozenset(data.get("of", ()))
        self.each = Phrases((text, "each") for text in data.get("each", ()))
        self.words = _decimals(data.get("words", {}))
        self.hundreds = _decimals(data.get("hundreds", {}))
        self.scales = _decimals(data.get("scales", {}))
        self.abbreviations = {text: Decimal(value) for text, value in data.get("abbreviations", {}).items()}
        self.money_abbreviations = _decimals(data.get("money_abbreviations", {}))
        self.not_abbreviated = frozenset(data.get("not_abbreviated", {}).get("before", ()))
        self.plural_verbs = frozenset(data.get("not_abbreviated", {}).get("unless", ()))
        self.collectives = _decimals(data.get("collectives", {}))
        self.collective_adjectives = frozenset(data.get("collective_adjectives", {}).get("words", ()))
        self.vague = _decimals(data.get("vague", {}))
        self.several = frozenset(data.get("several", {}).get("words", ()))
        self.determiners = frozenset(data.get("several", {}).get("determiners", ()))
        minus = data.get("minus", {})
        self.minus = frozenset(minus.get("words", ()))
        self.minus_not_after = frozenset(minus.get("not_after", ()))
        self.below_zero = Phrases((text, "below") for text in minus.get("below_zero", ()))
        point = data.get("point", {})
        self.point = frozenset(point.get("words", ()))
        self.spoken_point = self.point | frozenset(point.get("spoken", ()))
        self.point_zeros = frozenset(point.get("zeros", ()))
        self._read_composition(data)
        self.spoken_group = frozenset((*self.words, *self.hundreds, *self.connectors, "-"))
        self._read_parts(data)
        self.number_words = frozenset(self.words) | frozenset(self.hundreds) | frozenset(self.scales)

    def _read_composition(self, data: Mapping[str, Any]) -> None:
        """How number words are put together."""
        connector = data.get("connector", {})
        self.connectors = frozenset(connector.get("words", ()))
        self.connector_after = frozenset(connector.get("after", ()))
        self.connector_before = frozenset(connector.get("before", ()))
        composition = data.get("composition", {})
        self.scores_after: int | None = composition.get("scores_after")
        self.teens_from: int | None = composition.get("teens_from")
        self.tens_take_teens = frozenset(composition.get("tens_take_teens", ()))
        self.hundreds_below = Decimal(composition.get("hundreds_below", 100))
        self.bare_thousand: bool = composition.get("bare_thousand", False)
        self.ordinal_units: bool = composition.get("ordinal_units", False)
        self.compound: re.Pattern[str] | None = None
        if data.get("compound"):
            self.compound, self.compound_parts = _compound(self)

    def _read_parts(self, data: Mapping[str, Any]) -> None:
        """Ordinals, halves and other fractions, ratios."""
        self.ordinal_suffixes = frozenset(data.get("ordinals", {}).get("suffixes", ()))
        self.ordinals = _decimals(data.get("ordinals", {}).get("words", {}))
        self._part_endings = tuple(data.get("ordinals", {}).get("part_endings", ()))
        self._plural_ordinals = {f"{word}s": value for word, value in self.ordinals.items()}
        half = data.get("half", {})
        self.half = frozenset(half.get("words", ()))
        self.half_alone = frozenset(half.get("alone", ()))
        self.half_after = Phrases((text, "half") for text in half.get("after", ()))
        self.half_not_after = frozenset(half.get("not_after", ()))
        self.half_not_before = frozenset(half.get("not_before", ()))
        self.implied = frozenset(half.get("implied", ())) | self.half
        self.fractions = _decimals(data.get("fractions", {}))
        ratio = data.get("ratio", {})
        self.ratio = Phrases((text, "ratio") for text in ratio.get("words", ()))
        self.bare_ratio = Phrases((text, "ratio") for text in ratio.get("bare", ()))
        self.no_parts: tuple[str, ...] = tuple(ratio.get("no_parts", ("\0",)))
        """Endings of what has a value, and is no part of it: "eine Teilnehmerzahl von 2.000"."""
        self.over = Phrases((text, "over") for text in ratio.get("over", ()))
        self.counted_rate = Phrases((text, "rate") for text in ratio.get("counted_rate", ()))
        self.bare_rate = Phrases((text, "rate") for text in ratio.get("bare_rate", ()))
        self.every_nth = frozenset(ratio.get("every_nth", ()))
        self.rate = Phrases((text, "rate") for text in ratio.get("rate", ()))

    def _read_units(self, lang: str, data: Mapping[str, Any]) -> None:
        self.units = Units(lang, data, noun_last=self.adjectives_first or self.capital_nouns)
        self.degrees = self.units.degrees
        self.duration_words = frozenset(self.units.durations)
        self.duration_units = self.units.durations
        self.minor_money = self.units.minor
        self.points = frozenset(data.get("bare_points", {}).get("words", ()))
        self.shares = frozenset(data.get("bare_points", {}).get("shares", ()))
        self.per, self.per_ahead = (Phrases(data.get(name, {}).items()) for name in ("per", "per_ahead"))
        """Behind a figure, and before it: "every day 300", not "a day earlier 300"."""
        self.measured = Phrases((text, "measured") for text in languages.table(lang, "dates").get("measured", ()))
        """What makes it a time before: "300 a day earlier"."""
        age = data.get("age", {})
        self.age_after = Phrases((text, unit) for unit, texts in age.get("after", {}).items() for text in texts)
        self.age_before = Phrases((text, "age") for text in age.get("before", ()))
        self.age_told = Phrases((text, "age") for text in age.get("told", ()))
        self.age_years = frozenset(age.get("years", ()))
        self.age_people = frozenset(age.get("people", ()))
        self.scaled_money: dict[str, str] = data.get("scaled_money", {})
        self.paying = frozenset(data.get("paying", {}).get("words", ()))
        self.scale_words = Phrases(data.get("scale_word", {}).items())
        self.scale_of = frozenset(data.get("scaled", {}).get("things", ()))

    def _read_qualifiers(self, data: Mapping[str, Any]) -> None:
        before, after = data.get("before", {}), data.get("after", {})
        self.before = Phrases((text, meaning) for meaning, texts in before.items() for text in texts)
        self.after = Phrases((text, meaning) for meaning, texts in after.items() for text in texts)
        denied = data.get("denied", {})
        self.denying, self.undenied = frozenset(denied.get("words", ())), frozenset(denied.get("ends", ()))
        said = languages.table(self.lang, "attribution") if denied else {}
        self.deniable = frozenset((*said.get("verbs", ()), *said.get("saying", ()), *denied.get("verbs", ())))
        self.deniable -= frozenset(denied.get("but", ()))
        """Verbs of speaking and counting, which denied say that it is no more."""
        self.than = frozenset(data.get("than", {}).get("words", ()))
        self.determiners_before = frozenset(data.get("than", {}).get("determiners", ()))
        pairs = data.get("range", {}).get("pairs", [["", "-"], ["", "–"]])
        self.openers = Phrases((opener, opener) for opener, _ in pairs if opener)
        self.ranges = frozenset((opener, joiner) for opener, joiner in pairs)
        self.joiners = Phrases((joiner, joiner) for _, joiner in pairs)
        self.change = frozenset(data.get("range", {}).get("change", ()))
        self.change_joiners = Phrases((joiner, joiner) for joiner in data.get("range", {}).get("change_joiners", ()))
        restrictive = data.get("restrictive", {})
        self.restrictive = Phrases((text, "only") for text in restrictive.get("words", ()))
        self.restrictive_after = frozenset(restrictive.get("after", ()))
        self.reaching = Phrases((text, "reached") for text in data.get("range", {}).get("reaching", ()))
        self.bound_joiners = frozenset((*data.get("range", {}).get("bounds", ()), ","))

    def _read_nonfigures(self, data: Mapping[str, Any]) -> None:
        self.conjunctions = frozenset(data.get("conjunctions", ()))
        self.months = frozenset(data.get("months", ()))
        self.before_ordinal = frozenset(data.get("before_ordinal", ()))
        """What stands before an ordinal that a full stop makes: "am 4.", "der 2."."""
        self.day_before = frozenset(data.get("day_before", ()))
        self.before_month = frozenset(data.get("before_month", ()))
        self.day_joiners = frozenset(joiner for _, joiner in self.ranges) | self.conjunctions
        self.day_of = self.of | {".", "-"}
        """What stands between a day and its month."""
        self.day_articles = frozenset(data.get("day_articles", ()))
        self.before_named_day = tuple(data.get("before_named_day", ()))
        """Articles of days that have their number and their month's initial for a name: "el 8M"."""
        self.weekdays = frozenset(data.get("weekdays", ()))
        self.within = frozenset(data.get("within", ()))
        self.list_joiners = self.conjunctions | {",", "-"}
        self.identifier_before = frozenset(data.get("identifier_before", ()))
        self.identifier_unless_counted = frozenset(data.get("identifier_unless_counted", ()))
        self.before_label = frozenset(data.get("before_label", ()))
        self.before_place = frozenset(data.get("before_place", ()))
        self.decade_before = frozenset(data.get("decade_before", ()))
        self.singular_before = frozenset(data.get("singular_before", ()))
        self.year_before = frozenset(data.get("year_before", ()))
        self.year_after = frozenset(data.get("year_after", ()))
        self.clock_after = Phrases((text, "clock") for text in data.get("clock_after", ()))
        self.clock_before = Phrases((text, "clock") for text in data.get("clock_before", ()))
        self.clock_unit = frozenset(data.get("clock_unit", ()))
        self.street_after = frozenset(data.get("street_after", ()))
        self.names = Phrases((text, "name") for text in data.get("names", ()))
        self.laws = Phrases((text, "law") for text in data.get("laws", ()))
        self.hyphen_names: bool = data.get("hyphen_names", False)
        self.era_after = Phrases((text, "era") for text in data.get("era_after", ()))
        self._read_nouns(data)

    def _read_nouns(self, data: Mapping[str, Any]) -> None:
        """What tells where the noun behind a number begins and ends."""
        self.one_if_fate = frozenset(data.get("one_if_fate", ()))
        self.one_fates = frozenset(data.get("one_fates", ()))
        self.one_counts = frozenset(data.get("one_counts", ()))
        self.one_not_after = frozenset(data.get("one_not_after", ()))
        self.abbreviated = frozenset(data.get("abbreviations", ()))
        self.abbreviated_labels = self.identifier_before & self.abbreviated
        self.stop = frozenset(data.get("stop", ()))
        self.verb_endings = tuple(data.get("verb_endings", ()))
        self.skip = frozenset(data.get("skip", ()))
        self.of_known = frozenset(data.get("of_known", ()))
        """Articles of a number that is known, so that "more than" compares with it: "more than the 300 announced"."""
        self.possessive = frozenset(data.get("possessive", ()))
        self.capital_nouns: bool = data.get("capital_nouns", False)
        self.adjectives_first: bool = data.get("adjectives_first", True)
        self.share_of = Phrases((text, "of") for text in data.get("share_of", ()))
        self.plural = tuple(data.get("plural", ()))
        self.preposed = frozenset(data.get("preposed", ()))  # adjectives before the noun where others follow it
        self.held_yearly = frozenset(data.get("held_yearly", ()))
        self.glued = tuple(data.get("glued", ()))

    def ordinal_value(self, word: str) -> Decimal | None:
        """Of "fifth" and "fifths" alike; of "veintiunavos" by its ending."""
        known = self.ordinals.get(word) or self._plural_ordinals.get(word)
        if known is not None or not word.endswith(self._part_endings):
            return known
        stem = next(word.removesuffix(ending) for ending in self._part_endings if word.endswith(ending))
        return next((self.words[stem + last] for last in ("", "a", "e", "o") if stem + last in self.words), None)

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
    whole = re.compile(rf"\b(?>{part})(?:(?>{joiner})?+(?>{part}))++\b")
    return whole, re.compile(f"{part}|{joiner}")


def _candidate(lexicon: Lexicon) -> re.Pattern[str]:
    """What a figure can begin with, in lower case: a digit or a number word; "un" and "a" only before what counts."""
    known = {*lexicon.number_words, *lexicon.collectives, *lexicon.vague, *lexicon.fractions, *lexicon.half}
    known |= {*lexicon.ordinals, *lexicon.half_alone}
    ambiguous = {word for word, value in lexicon.words.items() if value == 1} | (lexicon.articles & known)
    plain = "|".join(map(re.escape, sorted(known - ambiguous)))
    counted = lexicon.one_counts | lexicon.one_if_fate | {word for word in lexicon.units.words() if len(word) > 1}
    ones = "|".join(map(re.escape, sorted(ambiguous)))
    nouns = "|".join(map(re.escape, sorted(counted)))
    pattern = rf"[0-9¼-¾⅐-⅞]++|\b(?:{_trie(plain)})\b"
    if ones:
        pattern += rf"|\b(?:{ones})(?:[ -](?:\w+[ -])?(?:{_trie(nouns)})\b|\s*$|(?=[ -](?:{_trie(plain)})\b))"
    if lexicon.compound:
        pattern += "|" + lexicon.compound.pattern
    return re.compile(pattern, re.M)


def _trie(alternatives: str) -> str:
    """The same alternatives, grouped by their first letter."""
    groups: dict[str, list[str]] = {}
    for word in alternatives.split("|"):
        groups.setdefault(word[:1] if word[:1] != "\\" else word[:2], []).append(word)
    return "|".join(
        first + "(?:" + "|".join(sorted((word[len(first) :] for word in words), reverse=True)) + ")"
        for first, words in groups.items()
    )


def _decimals(table: Mapping[str, Any]) -> dict[str, Decimal]:
    """Words and their values; without their accents too."""
    found = {fold(word): Decimal(str(value)) for word, value in table.items()}
    return {**{unaccented(word): value for word, value in found.items()}, **found}


@cache
def lexicon(lang: str) -> Lexicon:
    """The compiled words of a language."""
    return Lexicon(lang)
