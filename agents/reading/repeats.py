"""A headline tells again what its text tells with a day; and what one moment brings about has the day of that moment.

A figure of the headline takes the day that the text gives the same figure. The magnitude of a quake and the votes of a
ballot take the day that the article gives its like, or the only day of the last week that it names. A march is of the
past day that the headline names, or that the text has named before and no other: who tells of it later tells it once.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain

import msgspec

from ...schemas.claim import AsOf, Claim, FieldName
from .. import languages
from .assemble import Drafted
from .dates import Dated

Key = tuple[object, ...]
LATELY = timedelta(days=7)
"""News is of a day that has passed no longer ago; what is told of an earlier one is background."""


def dated_alike(
    drafted: Sequence[Drafted], named: Mapping[FieldName, Sequence[Dated]], published_at: datetime
) -> list[Drafted]:
    """The claims, those without a day dated as their like, where all that is alike has one day.

    `named` are the dates that each field names.
    """
    days: dict[Key, set[AsOf]] = defaultdict(set)
    for claim in (draft.claim for draft in drafted):
        if claim.as_of is not None and claim.as_of.accuracy == "day":
            for key in _keys(claim):
                days[key].add(claim.as_of)
    lately = {field: [each for each in dates if _is_of_late(each, published_at)] for field, dates in named.items()}
    return [_on_its_day(draft, days, lately) for draft in drafted]


def _is_of_late(dated: Dated, published_at: datetime) -> bool:
    day = dated.as_of
    return day.accuracy == "day" and day.start <= published_at < day.end + LATELY


def _on_its_day(draft: Drafted, days: Mapping[Key, set[AsOf]], lately: Mapping[FieldName, Sequence[Dated]]) -> Drafted:
    claim = draft.claim
    if claim.as_of is None or claim.as_of.accuracy != "publication":
        return draft
    for alike in _alike(claim, days, lately):
        if len(alike) == 1:
            return msgspec.structs.replace(draft, claim=msgspec.structs.replace(claim, as_of=next(iter(alike))))
    return draft


def _alike(
    claim: Claim, days: Mapping[Key, set[AsOf]], lately: Mapping[FieldName, Sequence[Dated]]
) -> Iterator[set[AsOf]]:
    """The days that a claim may be of, the likeliest first."""
    momentary = _is_momentary(claim)
    if momentary or claim.field == "title":
        yield from (days.get(key, set()) for key in _keys(claim))
    if momentary:
        named = (dated for dated in chain(*lately.values()) if not dated.of_event)
        yield {dated.as_of for dated in named if dated.as_of.end <= claim.published_at}
    if claim.measure in languages.taxonomy()["occasions"]["measures"]:
        yield _past(lately.get("title", ()), claim)
        told = lately.get("text", ()) if claim.field == "text" else ()
        if any(dated.end <= claim.start for dated in told):
            yield _past(told, claim)


def _past(named: Sequence[Dated], claim: Claim) -> set[AsOf]:
    """The days that are named, if all but those to come are over: no march was on the Friday ahead."""
    days = {dated.as_of for dated in named if dated.as_of.start <= claim.published_at}
    return days if all(day.end <= claim.published_at for day in days) else set()


def _keys(claim: Claim) -> Iterable[Key]:
    """What makes two claims alike: one figure; of what has but one moment, one family."""
    figure = claim.figure
    if _is_momentary(claim):
        yield claim.family, claim.status
    else:
        yield claim.measure, claim.status, claim.group, figure.low, figure.high, figure.unit


def _is_momentary(claim: Claim) -> bool:
    return claim.status == "reported" and claim.measure in languages.taxonomy()["momentary"]["measures"]
