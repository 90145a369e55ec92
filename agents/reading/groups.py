"""The kind of those whom a figure counts: children, civilians, the severely injured, a part of those told of."""

from collections.abc import Mapping

from ...schemas.claim import Figure
from .. import languages
from .around import Around
from .context import Context
from .document import FoundFigure, Sentence
from .fates import HARMS, hurt_so
from .lexicon import lexicon
from .phrases import fold
from .telling import numbered_noun
from .territories import words_of_place
from .wording import Wording

PART, MEN = "part", "men"
IDENTIFIED = "identified"
SOLDIERS = "person.troops"
THINGS = ("thing.", "event.")
SIDE_WITHIN = 3
"""Tokens behind "among" in which is told among whom."""


def group_of(measure: str, found: FoundFigure, around: Around, words: Wording, meant: Mapping[str, str]) -> str | None:
    """The kind that the noun or the words around it name, where the measure does not; `meant` nouns name none."""
    group = _named(found.figure, words, meant) or _by_words(measure, found, around, words)
    if group is None or measure.endswith(group) or measure.startswith(THINGS):
        return None  # "civilian aircraft"
    if group == MEN and measure.startswith(SOLDIERS):
        return None  # "lost 650 of its men"
    return None if group == PART and measure.endswith(IDENTIFIED) else group  # "57 of them identified"


def _by_words(measure: str, found: FoundFigure, around: Around, words: Wording) -> str | None:
    """By what is told around it; a mere part, where nothing else is: "two of them seriously" are the severely hurt."""
    told = _told(around, words)
    if told is not None and told != PART:
        return told
    kind = _of_noun(found, around, measure, words) or _numbered(around, words) or hurt_so(measure, around, words)
    part = told == PART or (measure in HARMS and words.partitive.at(around.words, around.noun) is not None)
    return kind or (PART if part else None)


def nation_of(found: FoundFigure, sentence: Sentence, context: Context) -> str | None:
    """The country of those counted: "soldats nord-coréens"."""
    if found.counted_start is None or found.counted_end is None:
        return None
    start, end = found.counted_start - sentence.start, found.counted_end - sentence.start
    for mention in context.places:
        token = context.tokens[mention.first]
        if mention.kind == "country" and start <= token.start < end:
            return mention.ref
    return None


def _named(figure: Figure, words: Wording, meant: Mapping[str, str]) -> str | None:
    counted = (fold(word) for word in (figure.counted or "").split())
    return next((words.groups[word] for word in counted if word in words.groups and word not in meant), None)


def _told(around: Around, words: Wording) -> str | None:
    """ "Six deaths were of children", "48 étaient des enfants"; "three of these" is a part of all."""
    if hit := words.subset.at(around.words, around.last):
        return None if _is_where(around, around.last + hit[0], words) else PART
    if hit := words.among.at(around.words, around.last):
        return _side(around, around.last + hit[0], words)
    place = around.last
    while place < min(around.right, around.last + 3) and around.words[place] in words.being:
        place += 1
    told = place > around.last and place < len(around.words)
    return words.groups.get(around.words[place]) if told else None


def _side(around: Around, place: int, words: Wording) -> str | None:
    """ "17 injured among the police", "118 blessés côté manifestants": on whose side, or a part of all."""
    said = languages.taxonomy()
    for at in range(place, min(around.right, place + SIDE_WITHIN)):
        named = words.compounds.at(around.words, at)
        measure: str = named[1] if named else words.nouns.get(around.words[at], "")
        if measure in said["grouped"]["measures"]:
            return measure.partition(".")[2]
        if around.words[at] in words.groups:
            return str(words.groups[around.words[at]])
        if measure in said["crowds"].values():
            return PART
    return None


def _is_where(around: Around, place: int, words: Wording) -> bool:
    """ "499 of those in Texas": those of a place, and no other part of them."""
    named = around.tokens[place + 1 : place + 2]
    locative = place < len(around.words) and around.words[place] in words_of_place(words.lang, "locatives")
    return locative and bool(named) and named[0].text[0].isupper()


def _of_noun(found: FoundFigure, around: Around, measure: str, words: Wording) -> str | None:
    """ "441 membres des forces de l'ordre blessés": those whom the noun counts, where a fate is the measure."""
    noun = compound(found, around, words) or words.nouns.get(fold(found.head or ""))
    grouped = noun != measure and noun in languages.taxonomy()["grouped"]["measures"]
    return str(noun).partition(".")[2] if grouped else None


def _numbered(around: Around, words: Wording) -> str | None:
    """ "The number of children hurt has risen to 12": the kind of those whose number it is."""
    noun = numbered_noun(around, words, lexicon(words.lang)) if around.noun == around.last else None
    return words.groups.get(noun) if noun else None


def compound(found: FoundFigure, around: Around, words: Wording) -> str | None:
    """The measure of a noun of several words, where it takes in the head: "police officers", "gardés à vue"."""
    if found.head is None or words.compounds.empty:
        return None
    counted, head = range(around.noun, around.last), fold(found.head).partition("-")[0]
    heads = [place for place in counted if around.words[place] == head]
    for place in counted:
        hit = words.compounds.at(around.words, place)
        if hit and any(place <= at < place + hit[0] for at in heads):
            return hit[1]
    return None
