"""The ids of an article's claims."""

from collections import Counter

from ...schemas.claim import FieldName
from ...schemas.keys import claim_id


class ClaimIds:
    """The ids of an article's claims: of what is said; equal claims of one field are numbered."""

    def __init__(self, article_id: str) -> None:
        """Numbers each sort of claims from nought."""
        self._article_id = article_id
        self._ordinals: Counter[tuple[str, ...]] = Counter()

    def of(self, field: FieldName, values: str, measure: str) -> str:
        """The id of the next claim that says so."""
        ordinal = self._ordinals[field, values, measure]
        self._ordinals[field, values, measure] += 1
        return claim_id(article_id=self._article_id, field=field, figure=values, measure=measure, ordinal=ordinal)
