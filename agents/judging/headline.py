"""One plain sentence an alert, in the article's language and in English, from templates in the language's folder."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval
from babel.numbers import format_compact_decimal, format_decimal
from babel.units import UnknownUnitError, format_unit

from ...schemas.alert import Relation, Verdict
from ...schemas.claim import WORLD, Claim
from .. import languages
from .intervals import value_of
from .lineage import name_of
from .period import dated, later
from .side import CLASSES

ENGLISH = "en"
IN_TIME: tuple[Relation, ...] = ("updated", "revised", "refined")
"""Relations of a later figure to an earlier one."""
FORESEEN: tuple[Relation, ...] = ("fulfils", "falls_short")
"""Relations of a count to what was foreseen."""
INSTEAD = "instead"
ONE_SOURCE = "one_source"
LARGE = 1_000_000
INSIDE = timedelta(days=1)
"""So long before its end, a period is not over."""
TELLING_DIGITS = 4
"""A large sum of so few digits is written with its magnitude's word."""


def headlines(verdict: Verdict) -> dict[str, str]:
    """By language: the article's, where it has templates, and English."""
    wanted = dict.fromkeys((verdict.claim.lang, ENGLISH))
    return {lang: headline(verdict, lang) for lang in wanted if languages.table(lang, "headlines")}


def headline(verdict: Verdict, lang: str) -> str:
    """The sentence in one language."""
    templates = languages.table(lang, "headlines")["relations"]
    words = _words(verdict, lang)
    one_source = verdict.relation in ("contradicted", "tension") and words["who"] == words.get("other_who")
    name = ONE_SOURCE if one_source else INSTEAD if _is_said_instead(verdict) else verdict.relation
    sentence = _contracted(templates.get(name, templates["new"]).format(**words), lang)
    return sentence[:1].upper() + sentence[1:]


def what_would_change_it(verdict: Verdict) -> str | None:
    """What a reader could find out to settle it, in the article's language or else in English."""
    for lang in (verdict.claim.lang, ENGLISH):
        text: str | None = languages.table(lang, "headlines").get("changes", {}).get(verdict.relation)
        if text is not None:
            return _contracted(text.format(**_words(verdict, lang)), lang)
    return None


def _words(verdict: Verdict, lang: str) -> dict[str, str]:
    """What the templates name, for the claim that a sentence is about and for the other."""
    claim, other = _in_order(verdict)
    words = dict(_of_claim(claim, lang))
    if other is not None:
        words |= {f"other_{name}": text for name, text in _of_claim(other, lang).items()}
        if words["other_when"] == words["when"]:
            words["other_when"] = ""
        if other.measure != claim.measure:
            words["other_figure"] = words["other_thing"]  # "30,000 people displaced, but …, 12,000 people evacuated"
    return words


@lru_cache(maxsize=1024)
def _of_claim(claim: Claim, lang: str) -> Mapping[str, str]:
    """Worked out once for all sentences of an alert, and for the alerts that follow."""
    words = languages.table(lang, "headlines")["words"]
    said, counted = figure(claim, lang), _grouped(claim, lang)
    template: str = words["count" if claim.figure.kind == "count" else "other"]
    return {
        "label": counted,
        "figure": said,
        "thing": template.format(figure=said, label=counted),
        "who": who(claim, lang),
        "where": where(claim, lang),
        "when": when(claim, lang),
    }


def _in_order(verdict: Verdict) -> tuple[Claim, Claim | None]:
    """The claim that a sentence is about, and the other: "now" is the later one, the denial denies."""
    claim = verdict.claim
    if not verdict.against:
        return claim, None
    other = verdict.against[0].claim
    overtaken = verdict.relation in IN_TIME and later(dated(claim), dated(other)) == "earlier"
    foreseen = verdict.relation in FORESEEN and CLASSES[claim.status] != "count"
    denial = CLASSES[claim.status] == "denial"
    denied = verdict.relation == "denied" and denial == _is_said_instead(verdict)
    return (other, claim) if overtaken or foreseen or denied else (claim, other)


def _is_said_instead(verdict: Verdict) -> bool:
    """Whether who denies a figure gives another: "not 200 soldiers, but 31"."""
    told = [verdict.claim, *(each.claim for each in verdict.against[:1])]
    denial = any(CLASSES[each.status] == "denial" for each in told)
    return verdict.relation == "denied" and denial and len(set(map(value_of, told))) > 1


def label(claim: Claim, lang: str) -> str:
    """What is counted, in words: the measure's label, else the noun as written."""
    for code in (lang, ENGLISH):
        entry = languages.table(code, "measures").get("measure", {}).get(claim.measure)
        if entry is not None:
            return str(entry["label"])
    return claim.figure.counted or claim.measure.rpartition(".")[2]


def _grouped(claim: Claim, lang: str) -> str:
    """With the country whose people are counted, where it is not all of them."""
    nation = _territory(claim.group or "", lang)
    words = languages.table(lang, "headlines")["words"]
    named: str = words["group"].format(label=label(claim, lang), group=nation) if nation else label(claim, lang)
    return named


def who(claim: Claim, lang: str) -> str:
    """The originator as written, with its article in its own language, else the outlet."""
    name = name_of(claim)
    if claim.originator is not None and name == claim.originator.name:
        name = _within(name, claim)
        return _article(name, claim.quote, lang) + name if lang == claim.lang else name
    template: str = languages.table(lang, "headlines")["words"]["outlet"]
    return template.format(source=name)


def _within(name: str, claim: Claim) -> str:
    """A common noun that has its capital from the sentence that it opens, as it stands within another: "organisers"."""
    plain = name[:1].lower() + name[1:]
    opens = claim.quote.startswith(name) and plain.islower()
    return plain if opens and plain.split()[0] in _common(claim.lang) else name


@cache
def _common(lang: str) -> frozenset[str]:
    """The first words of institutions and persons, where the language writes them small."""
    if languages.table(lang, "nonfigures").get("capital_nouns", False):
        return frozenset()
    kinds = languages.table(lang, "attribution").get("kinds", {})
    words = (*chain.from_iterable(kinds.values()), *languages.table(lang, "measures").get("persons", ()))
    return frozenset(word.split()[0] for word in words if word.islower())


def _article(name: str, quote: str, lang: str) -> str:
    """What the sentence puts before a name: "the " police, "la " CGT; nothing where the name stands alone."""
    articles = languages.table(lang, "headlines")["words"].get("articles", {})
    before, found, _ = quote.partition(name)
    words = before.replace("\u2019", "'").casefold().rstrip().replace("'", "' ").split()
    return str(articles.get(words[-1], "")) if found and words else ""


def _contracted(sentence: str, lang: str) -> str:
    """ "de le ministère" is "du ministère"."""
    for apart, joined in languages.table(lang, "headlines").get("contractions", {}).items():
        sentence = sentence.replace(f" {apart} ", f" {joined} ")
    return sentence


def figure(claim: Claim, lang: str) -> str:
    """The figure in the reader's language: value or bounds, unit, product, whole."""
    words = languages.table(lang, "headlines")["words"]
    text = _bounds(claim, lang, words)
    if claim.figure.times:
        text = f"{_decimal(claim.figure.times, lang)} × {text}"
    if claim.figure.of:
        text = words["of"].format(part=text, whole=_decimal(claim.figure.of, lang))
    return _with_unit(text, claim, lang, words)


def _bounds(claim: Claim, lang: str, words: Mapping[str, Any]) -> str:
    bounds = claim.figure
    low, high = (_number(value, claim, lang) for value in (bounds.low, bounds.high))
    if bounds.low is not None and bounds.high is not None and bounds.low != bounds.high:
        return str(words["between"].format(low=low, high=high))
    if bounds.high is None:
        return str(words["at_least"].format(value=low))
    if bounds.low is None:
        return str(words["at_most"].format(value=high))
    template: str = words["about"] if bounds.qualifier == "about" else "{value}"
    return template.format(value=low)


def _with_unit(text: str, claim: Claim, lang: str, words: Mapping[str, Any]) -> str:
    """The unit's name as the reader's language has it; a currency by its code."""
    unit = "percent" if _is_fraction(claim) else claim.figure.unit
    if unit is None or unit == "magnitude":
        return text
    if unit in words["units"] or claim.figure.kind == "money":
        return f"{text} {words['units'].get(unit, unit)}"
    value = value_of(claim)
    try:
        named = str(format_unit(value, unit.replace(" ", "-"), length="long", locale=lang))
    except (UnknownUnitError, UnknownLocaleError, ValueError):
        return f"{text} {unit}"
    return named.replace(_decimal(value, lang), text, 1)


def _is_fraction(claim: Claim) -> bool:
    """ "One in four" is 25 %."""
    return claim.figure.kind == "ratio" and claim.figure.unit is None and claim.figure.of is None


def _number(value: Decimal | None, claim: Claim, lang: str) -> str:
    """Sums are read more easily with their magnitude's word."""
    number = (value or Decimal(0)) * (100 if _is_fraction(claim) else 1)
    short = len(number.normalize().as_tuple().digits) <= TELLING_DIGITS
    if claim.figure.kind == "money" and abs(number) >= LARGE and short:
        return str(format_compact_decimal(number, format_type="long", locale=lang, fraction_digits=TELLING_DIGITS - 1))
    return _decimal(number, lang)


@lru_cache(maxsize=1024)
def _decimal(value: Decimal, lang: str) -> str:
    return str(format_decimal(value, locale=_locale(lang)))


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(lang)


def where(claim: Claim, lang: str) -> str:
    """The place in words, where its ref or the text names it."""
    named = {entity.ref: entity.text for entity in claim.entities}
    place = claim.place or ""
    if place == WORLD:
        return str(languages.table(lang, "headlines")["words"]["worldwide"])
    name = _territory(place, lang) or named.get(place, "") if place != claim.group else ""
    template: str = languages.table(lang, "headlines")["words"]["where"]
    return template.format(place=name) if name else ""


def _territory(ref: str, lang: str) -> str | None:
    if not ref.startswith("country:"):
        return None
    try:
        name: str | None = _locale(lang).territories.get(ref[8:])
        return name
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=1024)
def _day(day: date, lang: str) -> str:
    return str(format_date(day, "long", locale=lang))


def when(claim: Claim, lang: str) -> str:
    """The day the figure holds for, the days of its week, its month or year; of a count of before, "earlier"."""
    if claim.as_of is None:
        return ""
    if claim.as_of.accuracy == "before":
        earlier: str = languages.table(lang, "headlines")["words"]["before"]
        return earlier
    start, end = claim.as_of.start, claim.as_of.end - INSIDE
    months = dict.fromkeys(("month", "quarter", "half"), ("month", "yMMMM"))
    patterns = {"year": ("year", "y"), "week": ("day", "yMMMd"), **months}
    name, skeleton = patterns.get(claim.as_of.accuracy, ("day", ""))
    told = format_interval(start, end, skeleton, locale=lang) if skeleton else _day(start.date(), lang)
    template: str = languages.table(lang, "headlines")["words"][name]
    return template.format(date=told)
