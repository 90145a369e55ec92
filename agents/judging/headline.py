"""One plain sentence an alert, in the article's language and in English, from templates in the language's folder."""

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal

from ...schemas.alert import Relation, Verdict
from ...schemas.claim import Claim
from .. import languages
from .side import CLASSES
from .lineage import name_of
from .period import later

ENGLISH = "en"
IN_TIME: tuple[Relation, ...] = ("updated", "revised")
"""Relations of a later figure to an earlier one."""
FORESEEN: tuple[Relation, ...] = ("fulfils", "falls_short")
"""Relations of a count to what was foreseen."""


def headlines(verdict: Verdict) -> dict[str, str]:
    """By language: the article's, where it has templates, and English."""
    wanted = dict.fromkeys((verdict.claim.lang, ENGLISH))
    return {lang: headline(verdict, lang) for lang in wanted if languages.table(lang, "headlines")}


def headline(verdict: Verdict, lang: str) -> str:
    """The sentence in one language."""
    templates = languages.table(lang, "headlines")
    claim, other = _in_order(verdict)
    words = {
        "label": label(claim, lang),
        "who": who(claim, lang),
        "figure": figure(claim, lang),
        "where": where(claim, lang),
        "when": when(claim, lang),
    }
    if other is not None:
        words |= {
            "other_who": who(other, lang),
            "other_figure": figure(other, lang),
            "other_when": when(other, lang),
        }
    template: str = templates["relations"].get(verdict.relation, templates["relations"]["new"])
    sentence = template.format(**words)
    return sentence[:1].upper() + sentence[1:]


def _in_order(verdict: Verdict) -> tuple[Claim, Claim | None]:
    """The claim that a sentence is about, and the other: "now" is the later one, whichever came first."""
    claim = verdict.claim
    if not verdict.against:
        return claim, None
    other = verdict.against[0].claim
    overtaken = verdict.relation in IN_TIME and later(claim, other) == "earlier"
    foreseen = verdict.relation in FORESEEN and CLASSES[claim.status] != "count"
    return (other, claim) if overtaken or foreseen else (claim, other)


def label(claim: Claim, lang: str) -> str:
    """What is counted, in words: the measure's label, else the noun as written."""
    entry = languages.table(lang, "measures").get("measure", {}).get(claim.measure)
    if entry is None:
        entry = languages.table(ENGLISH, "measures").get("measure", {}).get(claim.measure)
    if entry is not None:
        return str(entry["label"])
    return claim.figure.counted or claim.measure.rpartition(".")[2]


def who(claim: Claim, lang: str) -> str:
    """The originator as written, else the outlet, else that nobody is named."""
    if claim.originator is not None:
        return claim.originator.name
    template: str = languages.table(lang, "headlines")["words"]["outlet"]
    return template.format(source=name_of(claim))


def figure(claim: Claim, lang: str) -> str:
    """The figure in the reader's language: value or bounds, unit, product, whole."""
    words = languages.table(lang, "headlines")["words"]
    bounds = claim.figure
    if bounds.low is not None and bounds.high is not None and bounds.low != bounds.high:
        text = words["between"].format(low=_number(bounds.low, lang), high=_number(bounds.high, lang))
    elif bounds.high is None:
        text = words["at_least"].format(value=_number(bounds.low, lang))
    elif bounds.low is None:
        text = words["at_most"].format(value=_number(bounds.high, lang))
    else:
        template = words["about"] if bounds.qualifier == "about" else "{value}"
        text = template.format(value=_number(bounds.low, lang))
    if bounds.times:
        text = f"{_number(bounds.times, lang)} × {text}"
    if bounds.of:
        text = words["of"].format(part=text, whole=_number(bounds.of, lang))
    unit = words["units"].get(bounds.unit, bounds.unit) if bounds.unit not in (None, "magnitude") else ""
    return f"{text} {unit}".strip()


def _number(value: object, lang: str) -> str:
    return str(format_decimal(value, locale=lang))


def where(claim: Claim, lang: str) -> str:
    """The place in words, where its ref or the text names it."""
    named = {entity.ref: entity.text for entity in claim.entities}
    place = claim.place or ""
    name = _territory(place, lang) or named.get(place, "")
    words = languages.table(lang, "headlines")["words"]
    return words["where"].format(place=name) if name else ""


def _territory(ref: str, lang: str) -> str | None:
    if not ref.startswith("country:"):
        return None
    try:
        name: str | None = Locale.parse(lang).territories.get(ref[8:])
        return name
    except (UnknownLocaleError, ValueError):
        return None


def when(claim: Claim, lang: str) -> str:
    """The day the figure holds for, or its month or year."""
    if claim.as_of is None:
        return ""
    patterns = {"year": "yyyy", "month": "MMMM yyyy"}
    pattern = patterns.get(claim.as_of.accuracy, "long")
    return str(format_date(claim.as_of.start, format=pattern, locale=lang))


def what_would_change_it(verdict: Verdict) -> str | None:
    """What a reader could find out to settle it."""
    changes = languages.table(ENGLISH, "headlines")["changes"]
    relation: Relation = verdict.relation
    text: str | None = changes.get(relation)
    return text
