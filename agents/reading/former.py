"""Values of before: "up from 38 on Tuesday", "contre 20 % vendredi", "police had previously reported 12 deaths"."""

import re
from datetime import datetime
from functools import cache

from ...schemas.claim import AsOf
from .. import languages
from .around import Around, look_around
from .dates import Dated, either
from .days import DAY, midnight
from .document import FoundFigure, Sentence
from .lexicon import lexicon
from .names import speaking
from .phrases import Phrases
from .territories import bare
from .wording import Wording, wording

EARLIER_WITHIN = 6
"""Tokens before a figure in which "previous" or "previously" says that it is the one of before."""
DATED_WITHIN = re.compile(r"(?:[\s'’]+[^\W\d_]+){0,3}[\s'’]+")
"""What may stand between such a value and its date: "38 deaths reported on Tuesday"."""


def is_former(found: FoundFigure, sentence: Sentence, *, lang: str) -> bool:
    """Whether the sentence gives the value as the one before ("down from 20 %", "contre 20 % vendredi")."""
    around = look_around(found, sentence, lexicon(lang))
    words = wording(lang)
    if _is_comparable(found, sentence) and _is_rejected(around, words):
        return True
    if words.former.before(around.words, around.first) is not None and not _is_opposed(around, words):
        return words.beside.isdisjoint(around.words[around.last : around.last + 1])
    told = range(max(around.left, around.first - EARLIER_WITHIN), around.first)
    earlier = any(around.words[place] in words.earlier and _says(around, place, lang) for place in told)
    return earlier and around.words[around.first - 1] not in words.towards


def _is_rejected(around: Around, words: Wording) -> bool:
    """ "No murieron 500 personas, sino 300", "300 Tote, nicht 200": denied, and another told; not "nicht nur 200"."""
    start = max(around.left, around.clause_ends()[0])
    before, behind = around.words[start : around.first], around.words[around.last : around.right]
    if words.negations.isdisjoint(before) or not words.merely.isdisjoint(before):
        return False
    instead = next((len(behind) - place for place, word in enumerate(behind) if word in words.instead), 0)
    return (around.right < len(around.words) and instead in (1, 2)) or (around.left > 0 and len(before) <= 2)


def _is_opposed(around: Around, words: Wording) -> bool:
    """ "Des violences contre trois policiers": no figure before it in the sentence that is held against it."""
    return around.left == 0 and around.words[around.first - 1] in words.versus


def _says(around: Around, place: int, lang: str) -> bool:
    """Whether "previous" or "earlier" is said of a count or of speech: not "former", not "initial funding"."""
    speech = speaking(lang)
    beside = [bare(word) for word in around.words[max(0, place - 1) : place + 3]]
    return any(word in speech.data or speech.verbs.at(beside, at) for at, word in enumerate(beside))


def former_in(sentence: Sentence, dates: list[Dated], moment: datetime, *, lang: str) -> dict[int, Dated | None]:
    """The values of before in a sentence, by where they start: their dates, where they have some."""
    former = (found for found in sentence.figures if is_former(found, sentence, lang=lang))
    return {found.start: _date(found, sentence, dates, moment, lang) for found in former}


def _date(found: FoundFigure, sentence: Sentence, dates: list[Dated], moment: datetime, lang: str) -> Dated | None:
    """The day, month or year before `moment` that stands right behind a value of before; none where it is rejected."""
    around = look_around(found, sentence, lexicon(lang))
    if _rejecting(lang).before(around.words, around.first) or not _is_comparable(found, sentence):
        return None
    end = found.end - sentence.start
    eve = _eve(lang).match(sentence.text, end)
    if eve:
        day = midnight(moment) - DAY
        return Dated(*eve.span(1), AsOf(start=day, end=day + DAY, accuracy="day"))
    behind = next((dated for dated in dates if dated.start >= end), None)
    if behind is None or not DATED_WITHIN.fullmatch(sentence.text, end, behind.start):
        return None
    return behind if behind.as_of.end <= midnight(moment) else None


def _is_comparable(found: FoundFigure, sentence: Sentence) -> bool:
    """Whether another figure of the sentence may count the same; no "40 people from 12 countries"."""
    others = (other for other in sentence.figures if other is not found and other.figure.kind == found.figure.kind)
    return found.head is None or any(other.head in (None, found.head) for other in others)


@cache
def _rejecting(lang: str) -> Phrases:
    """What says that a value is wrong, and no value of before."""
    words = languages.table(lang, "status").get("correction", {}).get("not", ())
    return Phrases((text, "not") for text in words)


@cache
def _eve(lang: str) -> re.Pattern[str]:
    """What says that a value was that of the day before."""
    words = either(languages.table(lang, "dates").get("eve", ()))
    return re.compile(rf"{DATED_WITHIN.pattern}({words})\b", re.I)
