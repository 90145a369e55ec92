"""Values of before: "up from 38 on Tuesday", "contre 20 % vendredi", "police had previously reported 12 deaths"."""

import re
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import NamedTuple

from ...schemas.claim import AsOf
from .. import languages
from .around import Around, look_around
from .dates import Dated, either
from .days import DAY, midnight
from .document import FoundFigure, Sentence
from .kinds import kind_of
from .lexicon import lexicon
from .measures import MeasureReading
from .names import speaking
from .phrases import Phrases
from .territories import bare
from .wording import Wording, wording

EARLIER_WITHIN = 6
"""Tokens before a figure in which "previous" or "previously" says that it is the one of before."""
SPANNING_WITHIN = 3
"""Tokens before a figure in which a verb says that it begins an interval."""
ANOTHERS_WITHIN = 4
"""Tokens behind such a value in which a clause tells who gives it: "que dijeron"."""
LATER_WITHIN = 5
"""Tokens behind such a value in which is told how many hours ago that was."""
DATED_WITHIN = re.compile(r"(?:[\s'’]+[^\W\d_]+){0,3}[\s'’]+")
"""What may stand between such a value and its date: "38 deaths reported on Tuesday"."""


def is_former(found: FoundFigure, sentence: Sentence, *, lang: str) -> bool:
    """Whether the sentence gives the value as the one before ("down from 20 %", "contre 20 % vendredi")."""
    around = look_around(found, sentence, lexicon(lang))
    words = wording(lang)
    if _is_comparable(found, sentence, words) and _is_rejected(around, words):
        return True
    if (_leads_on(around, words) or _is_of_eve(found, sentence, lang)) and _is_comparable(found, sentence, words):
        return True
    if words.former.before(around.words, around.first) is not None and not _is_opposed(around, words):
        return words.beside.isdisjoint(around.words[around.last : around.last + 1]) and not _is_anothers(around, lang)
    told = range(max(around.left, around.first - EARLIER_WITHIN), around.first)
    earlier = any(around.words[place] in words.earlier and _says(around, place, lang) for place in told)
    earlier = (earlier or _adjoins(around, words)) and _is_comparable(found, sentence, words)
    return earlier and around.words[around.first - 1] not in words.towards


def _is_anothers(around: Around, lang: str) -> bool:
    """ "33 000, contre 48 000 selon le ministère", "frente a los 500 que dijeron": whether another gives it."""
    speech = speaking(lang)
    behind = [bare(word) for word in around.words[around.last : around.right]]
    if speech.after.at(behind, 0) or speech.behind.before(behind, len(behind)):
        return True
    if behind[:1] and (behind[0] == "(" or behind[0] in speech.giver - speech.of):  # "from 10,000 by police to …"
        return kind_of(" ".join(behind[1 : 1 + ANOTHERS_WITHIN])) is not None
    relative = behind[:1] and behind[0] in speech.relative
    return bool(relative) and any(speech.verbs.at(behind, at) for at in range(1, min(ANOTHERS_WITHIN, len(behind))))


def _leads_on(around: Around, words: Wording) -> bool:
    """ "From 93 to 167", "de 93 à 167", "von 93 auf 167": two figures and a change, where an interval is one."""
    opened = around.first > 0 and around.words[around.first - 1] in words.out_of
    opened = opened and words.spanning.isdisjoint(around.words[max(0, around.first - SPANNING_WITHIN) : around.first])
    led = around.words[around.last : around.last + 1]
    return opened and bool(led) and led[0] in words.level and around.last + 1 == around.right < len(around.words)


def _adjoins(around: Around, words: Wording) -> bool:
    """ "A previous 93", "los 93 anteriores"."""
    beside = (*around.words[max(around.left, around.first - 1) : around.first], *around.words[around.last :][:1])
    return around.left > 0 and not words.earlier.isdisjoint(beside)


def _is_of_eve(found: FoundFigure, sentence: Sentence, lang: str) -> bool:
    return _eve(lang).match(sentence.text, found.end - sentence.start) is not None


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


@cache
def _since(lang: str) -> frozenset[str]:
    return frozenset(languages.table(lang, "dates").get("since", ()))


class Former(NamedTuple):
    """When a value of before was so; none where it was never, or nobody can tell."""

    day: Dated | None
    open: bool = False
    """Whether it is only known to have been so before: a toll, until the newer one was told."""


def former_in(sentence: Sentence, dates: list[Dated], moment: datetime, *, lang: str) -> dict[int, Former]:
    """The values of before in a sentence, by where they start: the days when they were so, where that is told."""
    former = (found for found in sentence.figures if is_former(found, sentence, lang=lang))
    return {found.start: _former(found, sentence, dates, moment, lang) for found in former}


def _former(found: FoundFigure, sentence: Sentence, dates: list[Dated], moment: datetime, lang: str) -> Former:
    """The day, month or year before `moment` that stands right behind such a value, else the eve of the day told.

    Nothing where the value is rejected, of some hours ago, or of a sentence that tells another month or year.
    """
    around, words = look_around(found, sentence, lexicon(lang)), wording(lang)
    rejected = _rejecting(lang).before(around.words, around.first) or _is_rejected(around, words)
    if rejected or not _is_comparable(found, sentence, words) or not _since(lang).isdisjoint(around.words):
        return Former(None)
    days = [dated for dated in dates if dated.as_of.accuracy == "day" and dated.as_of.end <= midnight(moment) + DAY]
    end = found.end - sentence.start
    if eve := _eve(lang).match(sentence.text, end):
        other = max((dated.as_of.start for dated in days), default=midnight(moment))
        return Former(Dated(*eve.span(1), AsOf(start=other - DAY, end=other, accuracy="day")))
    behind = next((dated for dated in dates if dated.start >= end), None)
    if behind is not None and DATED_WITHIN.fullmatch(sentence.text, end, behind.start):
        return Former(behind if behind.as_of.end <= midnight(moment) else None)
    near = around.words[around.last : around.last + LATER_WITHIN]
    if not _clock(lang).isdisjoint(near) or any(dated.as_of.accuracy != "day" for dated in dates):
        return Former(None)
    last = min((dated.as_of.start for dated in days), default=midnight(moment))
    return Former(Dated(end, end, AsOf(start=last - DAY, end=last, accuracy="before")), open=True)


def reading_before(
    found: FoundFigure,
    sentence: Sentence,
    readings: Mapping[int, MeasureReading],
    former: Mapping[int, Former],
    *,
    lang: str,
) -> MeasureReading | None:
    """What a value of before measures: a bare one what the newer value does, for which alone "rose to" is told.

    One of which no day is told must be a toll, which holds until the next is told.
    """
    newer = (
        readings[other.start]
        for other in sentence.figures
        if other.start in readings and other.start not in former and other.figure.kind == found.figure.kind
    )
    own = readings.get(found.start)
    reading = own if own and not (_is_bare(found, wording(lang)) or _is_change(own)) else next(newer, own)
    if reading is None or _is_change(reading) or (former[found.start].open and not reading.cumulative):
        return None
    return reading


def _is_change(reading: MeasureReading) -> bool:
    """Whether it is told by how much something has changed."""
    return reading.stock_or_flow == "change" or reading.measure.endswith(".change")


def _is_comparable(found: FoundFigure, sentence: Sentence, words: Wording) -> bool:
    """Whether another figure of the sentence may count the same; no "40 people from 12 countries"."""
    others = (other for other in sentence.figures if other is not found and other.figure.kind == found.figure.kind)
    return _is_bare(found, words) or any(other.head in (None, found.head) for other in others)


def _is_bare(found: FoundFigure, words: Wording) -> bool:
    """Whether nothing is told that a figure counts: "up from 93 previously", "los 93 anteriores"."""
    return found.head is None or found.head in words.earlier


@cache
def _rejecting(lang: str) -> Phrases:
    """What says that a value is wrong, and no value of before."""
    words = languages.table(lang, "status").get("correction", {}).get("not", ())
    return Phrases((text, "not") for text in words)


@cache
def _clock(lang: str) -> frozenset[str]:
    """Hours and times of a day."""
    return frozenset(languages.table(lang, "dates").get("clock", ()))


@cache
def _eve(lang: str) -> re.Pattern[str]:
    """What says that a value was that of the day before."""
    words = either(languages.table(lang, "dates").get("eve", ()))
    return re.compile(rf"{DATED_WITHIN.pattern}({words})\b", re.I)
