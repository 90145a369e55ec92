"""The day and the place that a figure shares with the one before it: one march, one attack, told of by two."""

import re
from collections.abc import Iterable
from functools import cache

from ...schemas.claim import AsOf, Claim, Originator
from .. import languages
from .dates import either
from .measures import MeasureReading

CROWD = "person.crowd"
"""The family of those who gather on one day."""


def occasion_of(reading: MeasureReading, speaker: Originator | None, last: Iterable[Claim]) -> AsOf | None:
    """The day that the sentence before names: "Police said 12,000 marched on Sunday. Organisers said 50,000".

    `last` are that sentence's claims, its last one first. A toll shares its day only with another speaker's.
    """
    same = _same(reading, last)
    if same is None or reading.stock_or_flow != same.stock_or_flow:
        return None
    rival = reading.cumulative and _are_two(speaker, same.originator)
    return same.as_of if rival or reading.family == CROWD or reading.stock_or_flow == "flow" else None


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
