"""A figure told twice in an article, in the headline and in the text say, holds for the day that it was told with once.

So do the figures of what is done in one moment: the magnitude of a quake, the votes of a ballot.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from ...schemas.claim import AsOf, Claim
from .. import languages
from .assemble import Drafted

Key = tuple[object, ...]


def dated_alike(drafted: Sequence[Drafted]) -> list[Drafted]:
    """The claims, those without a day dated as their like, where all that is alike has one day."""
    days: dict[Key, set[AsOf]] = defaultdict(set)
    for claim in (draft.claim for draft in drafted):
        if claim.as_of is not None and claim.as_of.accuracy == "day":
            for key in _keys(claim):
                days[key].add(claim.as_of)
    return [_on_its_day(draft, days) for draft in drafted] if days else list(drafted)


def _on_its_day(draft: Drafted, days: dict[Key, set[AsOf]]) -> Drafted:
    claim = draft.claim
    if claim.as_of is None or claim.as_of.accuracy != "publication":
        return draft
    for key in _keys(claim):
        if len(alike := days.get(key, set())) == 1:
            return msgspec.structs.replace(draft, claim=msgspec.structs.replace(claim, as_of=next(iter(alike))))
    return draft


def _keys(claim: Claim) -> Iterable[Key]:
    """What makes two claims alike: the figure first, then what has but one moment."""
    figure = claim.figure
    yield claim.measure, claim.status, claim.group, figure.low, figure.high, figure.unit
    if claim.measure in languages.taxonomy()["momentary"]["measures"]:
        yield claim.family, claim.status
