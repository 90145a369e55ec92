"""What the period's gate says of months, years and days that lie within each other."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from figurewatch.schemas.claim import AsOf

from .making import claim, exactly, last


@pytest.mark.parametrize(
    ("days", "accuracy", "told"),
    [(31, "month", {"not_comparable", "new"}), (365, "year", {"not_comparable", "new"}), (1, "day", {"updated"})],
)
def test_what_a_month_brought_is_not_what_the_next_one_did(days: int, accuracy: Any, told: set[str]) -> None:
    """Neighbouring days may be one occasion's, neighbouring months and years are two."""

    def period(number: int) -> AsOf:
        start = datetime(2022, 1, 1, tzinfo=UTC) + timedelta(days=number * days)
        return AsOf(start=start, end=start + timedelta(days=days), accuracy=accuracy)

    first = claim(exactly(350), article="a", who="police", as_of=period(0))
    second = claim(exactly(610), article="b", who="coast guard", as_of=period(1), hours=24)
    assert last(first, second) == told
