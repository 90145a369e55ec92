"""The day and the place that a figure shares with the one before it: one march, one attack, told of by two."""

import re
from collections.abc import Iterable
from functools import cache

from ...schemas.claim import AsOf, Claim, Originator
from .. import languages
from .dates import either
from .document import FoundFigure, Sentence
from .measures import MeasureReading, measure_of

CROWD = "person.crowd"
"""The family of those who gather on one day."""


def occasion_of(
    reading: MeasureReading, speaker: Originator | None, last: Iterable[Claim], found: FoundFigure, sentence: Sentence
) -> AsOf | None:
    """The day that the sentence before names: "Police said 12,000 marched on Sunday. Organisers said 50,000".

    `last` are that sentence's claims, its last one first. A toll shares its day only with another speaker's, a rate
    or a sum only where its own sentence does not say what it is: "Private economists put it at 25.6 percent".
    """
    same = _same(reading, last)
    if same is None or reading.stock_or_flow != same.stock_or_flow or _is_of_the_one_before(same):
        return None
    if reading.family == CROWD or reading.stock_or_flow == "flow":
        return same.as_of
    rival = _are_two(speaker, same.originator)
    return same.as_of if rival and (reading.cumulative or _goes_on(reading, found, sentence, same.lang)) else None


def _goes_on(reading: MeasureReading, found: FoundFigure, sentence: Sentence, lang: str) -> bool:
    """Whether a figure's own sentence does not tell what it measures: no "the minister said inflation is 5 percent".

    A bare count may be the whole of those beside it: "12 of a total of 38".
    """
    if found.figure.kind == "count":
        return False
    own = measure_of(found, sentence, lang=lang)
    return own is None or own.measure != reading.measure


def _is_of_the_one_before(claim: Claim) -> bool:
    """ "More than at the last march, which drew 9,000 on 28 June": whether a count's day is that of an event before."""
    return _one_before(claim.lang).search(claim.quote, 0, claim.start - claim.quote_start) is not None


@cache
def _one_before(lang: str) -> re.Pattern[str]:
    last, event = (either(languages.table(lang, "measures").get(name, ())) for name in ("last_one", "called"))
    return re.compile(rf"\b(?:{last}) (?:{event})\b|\b(?:{event}) (?:{last})\b", re.I)


def scene_of(
    reading: MeasureReading, speaker: Originator | None, last: Iterable[Claim], *, sentence: str
) -> str | None:
    """The place of the crowd that another has counted in the sentence before, where this one names none.

    "In Lyon marschierten laut Polizei 2.500. Der Veranstalter sprach von 9.000"; not "insgesamt 90.000".
    """
    same = _same(reading, last)
    if same is None or reading.family != CROWD or not _are_two(speaker, same.originator):
        return None
    return None if _in_all(same.lang).search(sentence) else same.place


def rate_of(reading: MeasureReading, speaker: Originator | None, last: Iterable[Claim]) -> str | None:
    """The period of a rate; another's of things goes on: "5,000 barrels a day, BP said. Experts say 70,000 barrels"."""
    same = _same(reading, last)
    if reading.per or same is None or reading.family.startswith("person.") or not _are_two(speaker, same.originator):
        return reading.per
    return same.per


def _same(reading: MeasureReading, last: Iterable[Claim]) -> Claim | None:
    """The claim of the sentence before that counts the same."""
    return next((claim for claim in last if claim.measure == reading.measure), None)


def _are_two(one: Originator | None, two: Originator | None) -> bool:
    return None not in (one, two) and one != two


@cache
def _in_all(lang: str) -> re.Pattern[str]:
    """What counts a crowd in more than one place: "in all", "in the cities"."""
    return re.compile(rf"\b(?:{either(languages.table(lang, 'measures').get('in_all', ()))})\b", re.I)


def is_of_no_day(measure: str) -> bool:
    """Jobs to be cut, and costs, are not of the day on which one talks of them."""
    foreseen: list[str] = languages.taxonomy()["foreseen"]["measures"]
    return measure in foreseen
