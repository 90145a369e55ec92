"""What a figure measures: from its unit, its counted noun, and the words around it; language-free."""

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Any, Literal

import msgspec

from ...schemas.claim import Figure, Kind
from .. import languages
from . import bodies, fallen
from .around import Around, look_around
from .changes import changes_by, is_more
from .continuing import (
    NOTHING,
    Before,
    going_on,
    is_one_of_them,
    leaves,
    narrower,
    shares_fate,
    uprooted_in,
    without_noun,
)
from .document import FoundFigure, Sentence
from .fates import BEFALL_PERSONS, DEAD, HARMS, INJURED, fate_of
from .gazetteer import nation_of
from .groups import PART, compound, group_of
from .lexicon import Lexicon, lexicon
from .names import speaking
from .phrases import fold
from .shares import CHANGE, of_share
from .sums import of_sum
from .telling import (
    act_of,
    gathered,
    has_come_to,
    nearest_cue,
    number_before,
    refers_back,
)
from .territories import bare
from .uncounted import (
    counts_nothing,
    is_attribute,
    is_known,
    is_of_known,
    is_slice,
    is_told_again,
)
from .votes import side_of_vote
from .wording import Wording, wording

Behaviour = Literal["stock", "flow", "change", "share", "price"]
NO_CLAIM: frozenset[Kind] = frozenset(("duration", "age", "ordinal", "score"))
OF_PERSONS = frozenset(("person.dead", "person.arrested", "person.kidnapped"))
"""Fates that no thing has, so that a noun by its ending is a person's."""
MISSING, WANTED = "person.missing", ("person.suspects", "person.offenders", "person.fighters", "person.prisoners")
"""Those who are searched for, and not missing."""
PEOPLE, SOLDIERS, FIGHTERS = "person.people", "person.troops", "person.fighters"
QUAKES, MAGNITUDE = "quake.aftershocks", "quake.magnitude"
SIGNS = ("+", "-", "−", "–")
HYPHENED = re.compile(r"\d-[^\W\d_]")
PERIOD_WITHIN = 5
"""Tokens between a figure and the period of a rate."""
PER_TEN = 10
"""Up to so many, "nine of ten" is a share of all."""


class MeasureReading(msgspec.Struct, frozen=True, kw_only=True):
    """What is measured, and how such figures behave."""

    measure: str
    family: str
    stock_or_flow: Behaviour
    cumulative: bool
    per: str | None = None
    group: str | None = None
    predicate: str | None = None


def measure_of(found: FoundFigure, sentence: Sentence, *, lang: str, before: Before = NOTHING) -> MeasureReading | None:
    """The measure of a figure, after what stands before it; None when nobody could count or measure it."""
    words, lex = wording(lang), lexicon(lang)
    if found.figure.kind in NO_CLAIM or is_attribute(found, sentence, words):
        return None
    around = look_around(found, sentence, lex)
    if is_slice(found.figure, around, words):
        return None
    measure = _by_kind(found, sentence, around, lang, before)
    crowds = languages.taxonomy()["crowds"].values()
    crowd = before.previous if before.previous in crowds else before.crowd
    if crowd and measure in languages.taxonomy()["attending"]["measures"]:
        measure = crowd  # the participants of a demonstration
    measure = fallen.of_losses(narrower(measure, around, words, before), around, words)
    if before.told and is_told_again(found, measure, before.told):
        measure = before.told
    if measure is None or (is_known(found.figure, around, words, lex) and languages.is_generic(measure)):
        return None
    reading = _reading(measure, around, words, lex, found, before.meant)
    alike = reading.group is None and measure == before.previous and before.group is not None
    if alike and (_is_another_part(found, sentence, around, before, lex) or _is_of_kind(around, before, words)):
        return msgspec.structs.replace(reading, group=before.group)
    return reading


def _is_of_kind(around: Around, before: Before, words: Wording) -> bool:
    return before.group in words.groups.values() and is_one_of_them(around, words)


def _is_another_part(found: FoundFigure, sentence: Sentence, around: Around, before: Before, lex: Lexicon) -> bool:
    """ "89 of them died in the hall, 19 on the terrace and five outside": one more part of those told of."""
    listed = around.noun == around.last and found is not sentence.figures[0]
    return before.group == PART and listed and around.words[around.first - 1] in lex.conjunctions | {","}


def _by_kind(found: FoundFigure, sentence: Sentence, around: Around, lang: str, before: Before) -> str | None:
    figure, words, previous = found.figure, wording(lang), before.previous
    if figure.kind == "money":
        return of_sum(around, words, previous)
    if figure.kind in ("percent", "points", "ratio"):
        signed = sentence.text[found.start - sentence.start - 1 : found.start - sentence.start + 1].strip()[:1]
        return of_share(found, around, words, previous) or (CHANGE if signed in SIGNS else "share.other")
    if figure.kind == "measure":
        return _of_unit(figure, around, words, previous)
    if figure.of is not None and figure.of <= PER_TEN and not is_of_known(figure, words):
        return of_share(found, around, words, previous) or "share.other"  # "neuf TGV sur dix"
    measure = _of_count(found, around, words, lang, before)
    return side_of_vote(measure, around, words, previous) if measure and measure.startswith("vote.") else measure


def _of_unit(figure: Figure, around: Around, words: Wording, previous: str | None) -> str:
    unit = figure.unit or ""
    measure: str = languages.taxonomy()["units"].get(unit) or f"other.unit.{unit.replace(' ', '_')}"
    if HYPHENED.search(figure.text):
        return measure  # "a 10,000-square-foot flag" has not burned
    for refined in languages.taxonomy()["refined"].get(measure, ()):
        if nearest_cue(around, words, refined):
            return str(refined)
    goes_on = previous in languages.taxonomy()["spreading"]["measures"]
    return str(previous) if goes_on and previous in languages.taxonomy()["refined"].get(measure, ()) else measure


def _of_count(found: FoundFigure, around: Around, words: Wording, lang: str, before: Before) -> str | None:
    head = _head(found, words, lexicon(lang))
    if head is None:
        return without_noun(found.figure, around, lang, before)
    if counts_nothing(found, head, around, words, lexicon(lang)):
        return None
    known = words.definite.issuperset(around.words[around.first - 1 : around.first])  # "the 5.0 earthquake"
    decimal = found.figure.step is not None and found.figure.step < 1
    if words.nouns.get(head) == QUAKES and decimal and around.first and not known:
        return MAGNITUDE  # "a 6.2 earthquake"
    if bodies.are_counted(head, around, words):
        return bodies.measure(around, words, lexicon(lang))
    return _of_noun(found, head, around, lang, before)


def _of_noun(found: FoundFigure, head: str, around: Around, lang: str, before: Before) -> str:
    words = wording(lang)
    persons = head in words.persons or head in words.soldiers
    fate = fate_of(around, words, persons=persons)
    if persons and fate and not fate.startswith(BEFALL_PERSONS):
        fate = None  # "a town of 13,000 people that was destroyed"
    if fate == MISSING and words.nouns.get(head, "").startswith(WANTED):
        fate = None  # "police are searching for three suspects"
    measure = compound(found, around, words) or before.meant.get(head) or words.measure_of(head, around.clause())
    if head in words.soldiers or measure in (SOLDIERS, FIGHTERS):
        shared = before.previous if fate is None and shares_fate(around, words, lexicon(lang)) else None
        return words.befallen(measure or SOLDIERS, fate or shared)
    if head in words.persons or _is_nation(head, words):
        return _of_people(measure or PEOPLE, fate, around, lang, before)
    if measure is None and (hit := _own_fate(around, head, words)):
        return (
            words.beside_them(before.previous, fate or hit) or hit
        )  # "12 tués et 30 arrêtés", "four stabbed to death", "30 gardés à vue"
    if measure is None and fate in OF_PERSONS and head.endswith(words.agents):
        return str(fate)  # "four bomb defusers were killed"
    if measure is None and before.previous in HARMS and refers_back(around, words):
        return str(before.previous)  # "12 injured, three of them seriously"
    if measure is None:
        return f"other.{lang}.{words.inflection.singular(head)}"
    befallen = words.befallen(measure, fate)
    harmed = measure not in HARMS and fate in HARMS
    if befallen == measure and measure.startswith("person.") and (harmed or (measure, fate) == (INJURED, DEAD)):
        return str(fate)  # "un rescapé a été tué", "40 blessés sont morts"; "457 arrests and 12 injured" are arrests
    return befallen


def _is_nation(head: str, words: Wording) -> bool:
    """ "Des milliers de Yéménites", "von 290.000 Syrern"."""
    return any(nation_of(each, lang=words.lang, cased=False) for each in (head, words.inflection.singular(head)))


def _of_people(noun: str, fate: str | None, around: Around, lang: str, before: Before) -> str:
    words, said = wording(lang), languages.taxonomy()
    if fate is None and before.previous in HARMS and shares_fate(around, words, lexicon(lang)):
        return str(before.previous)  # "19 policemen were hurt, as well as 40 marchers"
    if fate is None and (before.previous or "").startswith("person.") and refers_back(around, words):
        return str(before.previous)
    if noun == PEOPLE and fate in said["mild"]["measures"]:
        fate = gathered(around, words) or fate  # "the march drew 13,000 people"
    plain = noun in said["plain"]["measures"]
    if plain and fate is None:
        fate = number_before(around, words, lexicon(lang))  # "the number of deaths from the fires is 97 people"
    if plain and fate is None and (has_come_to(around, words) or changes_by(around, words, lexicon(lang))):
        fate = nearest_cue(around, words, "person.", own=True)  # "unemployment fell by 12,000 people"
    if befallen := said["fates"].get(noun, {}).get(fate):
        return str(befallen)
    if noun != PEOPLE and fate in said["mild"]["measures"]:
        return noun  # "140 migrants on board" are migrants
    if noun in said["on_duty"]["measures"] and fate in said["on_duty"]["of"]:
        return noun  # police at a march are no marchers
    fate = fate or (gathered(around, words) if noun == PEOPLE else None)
    if fate is None and plain and leaves(around, words) and (uprooted := uprooted_in(around, words, before)):
        return uprooted
    if fate is None and noun in said["wide"]["measures"]:
        fate = going_on(noun, around, words, lexicon(lang), before)
    return fate or noun


def _own_fate(around: Around, head: str, words: Wording) -> str | None:
    """What befell those whom a figure's noun names by it: "12 killed", "30 gardés à vue"."""
    place = next((at for at in range(around.noun, around.last) if fold(around.words[at]) == head), None)
    hit = words.fates.at(around.words, place) if place is not None else words.fates.at([head], 0)
    return hit[1] if hit else None


def _head(found: FoundFigure, words: Wording, lex: Lexicon) -> str | None:
    """The counted noun: a word of the phrase that names a measure or persons, else the phrase's head."""
    if found.head is None:
        return None
    phrase = [fold(word) for word in (found.figure.counted or "").replace("-", " ").split()]
    known = [word for word in phrase if word in words.nouns or word in words.persons or word in words.soldiers]
    head = fold(found.head)
    if len(head) == 1:
        return None  # "iPhone 5c"
    if "-" in head and head not in words.nouns and head not in words.persons:
        head = head.partition("-")[0]  # "navires-citernes" are ships
    if head not in words.nouns and (head in words.no_nouns or head.endswith(words.no_noun_endings)):
        return None
    if not known and _speaks(head, found, words.lang, lex):
        return None  # "de 52 habla la clínica"
    if head in known or not known or not lex.adjectives_first:
        return head  # "bases militaires" are no soldiers
    one = words.inflection.singular
    return head if one(head) != head and one(known[0]) == known[0] else known[0]  # "lion lodges" are no lions


def _speaks(head: str, found: FoundFigure, lang: str, lex: Lexicon) -> bool:
    """Whether a verb of speech stands where the noun would: in no plural, where there are more than one."""
    several = found.figure.low is None or found.figure.low > 1
    return several and not head.endswith(lex.plural) and speaking(lang).verbs.at([bare(head)], 0) is not None


def _reading(
    measure: str, around: Around, words: Wording, lex: Lexicon, found: FoundFigure, meant: Mapping[str, str]
) -> MeasureReading:
    family, behaviour = family_of(measure)
    per = _period(around, lex)
    moving = measure in languages.taxonomy()["moving"]["measures"]  # "output up by 2 %" is a change by itself
    change = not moving and (is_more(around, words, lex) or changes_by(around, words, lex))
    flow: Behaviour = "change" if change else "flow" if per else "stock" if behaviour == "toll" else behaviour
    return MeasureReading(
        measure=measure,
        family=family,
        stock_or_flow=flow,
        cumulative=behaviour == "toll" and not change and not per and found.figure.kind != "rate",
        per=per,
        group=group_of(measure, found, around, words, meant),
        predicate=act_of(around, words),
    )


def _period(around: Around, lex: Lexicon) -> str | None:
    """For each of what a figure is: "5,000 barrels a day", "täglich 5.000 Barrel"."""
    behind = range(around.last, min(around.last + PERIOD_WITHIN, around.right))
    told = ((place, lex.per.at(around.words, place)) for place in behind)
    rates = (hit for place, hit in told if hit and not lex.measured.at(around.words, place + hit[0]))
    ahead = range(max(around.left, around.first - PERIOD_WITHIN), around.first)
    daily = (lex.per_ahead.at(around.words, place) for place in ahead)
    return next((hit[1] for hit in chain(rates, daily) if hit), None)


@cache
def family_of(measure: str) -> tuple[str, Any]:
    """The family of a measure, and its behaviour; one outside the taxonomy is its own family by its first letter."""
    entry = _measures().get(measure)
    if entry:
        return entry[0], entry[1]
    return ".".join(measure.split(".")[:2]) + "." + measure.rsplit(".", maxsplit=1)[-1][:1], "stock"


@cache
def _measures() -> Mapping[str, Any]:
    measures: Mapping[str, Any] = languages.taxonomy()["measures"]
    return measures
