"""A headline tells again what its text tells with a day; and what one moment brings about has the day of that moment.

A figure of the headline takes the day that the text gives the same figure. The magnitude of a quake and the votes of a
ballot take the day that the article gives its like, or the only day of the last week that it names.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

import msgspec

from ...schemas.claim import AsOf, Claim
from .. import languages
from .assemble import Drafted
from .dates import Dated

Key = tuple[object, ...]
LATELY = timedelta(days=7)
"""News is of a day that has passed no longer ago; what is told of an earlier one is background."""


def dated_alike(drafted: Sequence[Drafted], named: Iterable[Dated], published_at: datetime) -> list[Drafted]:
    """The claims, those without a day dated as their like, where all that is alike has one day.

    `named` are the dates that the article names.
    """
    days: dict[Key, set[AsOf]] = defaultdict(set)
    for claim in (draft.claim for draft in drafted):
        if claim.as_of is not None and claim.as_of.accuracy == "day":
            for key in _keys(claim):
                days[key].add(claim.as_of)
    lately = (dated.as_of for dated in named if dated.as_of.accuracy == "day" and not dated.of_event)
    past = {as_of for as_of in lately if as_of.end <= published_at < as_of.end + LATELY}
    return [_on_its_day(draft, days, past) for draft in drafted]


def _on_its_day(draft: Drafted, days: dict[Key, set[AsOf]], past: set[AsOf]) -> Drafted:
    claim = draft.claim
    momentary = _is_momentary(claim)
    if claim.as_of is None or claim.as_of.accuracy != "publication" or not (momentary or claim.field == "title"):
        return draft
    for alike in (*(days.get(key, set()) for key in _keys(claim)), past if momentary else set()):
        if len(alike) == 1:
            return msgspec.structs.replace(draft, claim=msgspec.structs.replace(claim, as_of=next(iter(alike))))
    return draft


def _keys(claim: Claim) -> Iterable[Key]:
    """What makes two claims alike: one figure; of what has but one moment, one family."""
    figure = claim.figure
    if _is_momentary(claim):
        yield claim.family, claim.status
    else:
        yield claim.measure, claim.status, claim.group, figure.low, figure.high, figure.unit


def _is_momentary(claim: Claim) -> bool:
    return claim.status == "reported" and claim.measure in languages.taxonomy()["momentary"]["measures"]
