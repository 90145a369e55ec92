"""The day and the place that a figure shares with the one before it: one march, one attack, told of by two."""

from collections.abc import Iterable

from ...schemas.claim import AsOf, Claim, Originator
from .. import languages
from .measures import MeasureReading

CROWD = "person.crowd"
"""The family of those who gather on one day."""


def occasion_of(reading: MeasureReading, speaker: Originator | None, last: Iterable[Claim]) -> AsOf | None:
    """The day that the sentence before names: "Police said 12,000 marched on Sunday. Organisers said 50,000".

    `last` are that sentence's claims, its last one first. A toll shares its day only with another speaker's.
    """
    same = next((claim for claim in last if claim.measure == reading.measure), None)
    if same is None or reading.stock_or_flow != same.stock_or_flow:
        return None
    rival = reading.cumulative and None not in (speaker, same.originator) and speaker != same.originator
    return same.as_of if rival or reading.family == CROWD or reading.stock_or_flow == "flow" else None


def scene_of(reading: MeasureReading, speaker: Originator | None, last: Iterable[Claim]) -> str | None:
    """The place of the crowd that another has counted in the sentence before, where this one names none.

    "In Lyon marschierten laut Polizei 2.500. Der Veranstalter sprach von 9.000".
    """
    same = next((claim for claim in last if claim.measure == reading.measure), None)
    if same is None or reading.family != CROWD or None in (speaker, same.originator):
        return None
    return same.place if speaker != same.originator else None


def is_of_no_day(measure: str) -> bool:
    """Jobs to be cut, and costs, are not of the day on which one talks of them."""
    foreseen: list[str] = languages.taxonomy()["foreseen"]["measures"]
    return measure in foreseen
