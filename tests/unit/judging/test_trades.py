"""Strikers of two trades in one town on one day: no clash, unless nothing tells that they are others."""

from typing import Any

import pytest

from figurewatch.schemas.claim import Claim

from .making import claim, exactly, judge_all, record, relations


def _strikers(value: int, counted: str, who: str, lang: str = "en") -> Claim:
    said = exactly(value, counted=counted)
    told: dict[str, Any] = {"measure": "person.strikers", "family": "person.crowd", "cumulative": False, "lang": lang}
    return claim(said, article=who, who=who, **told)


@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [
        (_strikers(2400, "workers", "Union"), _strikers(310, "dustmen", "Council"), False),
        (_strikers(2400, "workers", "Union"), _strikers(310, "workers", "Council"), True),
        (_strikers(2400, "dustmen", "Union"), _strikers(310, "dustmen", "Council"), True),
        (_strikers(2400, "bakers", "Union"), _strikers(310, "dustmen", "Council"), False),
        (_strikers(2400, "salariés", "CGT", "fr"), _strikers(310, "éboueurs", "Mairie", "fr"), False),
        (_strikers(2400, "salariés", "CGT", "fr"), _strikers(310, "grévistes", "Mairie", "fr"), True),
        (_strikers(2400, "éboueurs", "CGT", "fr"), _strikers(310, "dustmen", "Council"), True),
        (_strikers(2400, "Beschäftigte", "Verdi", "de"), _strikers(310, "dustmen", "Council"), False),
        (_strikers(2400, "trabajadores", "UGT", "es"), _strikers(310, "conductores", "Alcalde", "es"), False),
    ],
)
def test_strikers_of_two_trades_are_no_clash(one: Claim, two: Claim, clash: bool) -> None:
    told = relations(judge_all(record(one), record(two))[-1])
    assert bool({"contradicted", "tension"} & told) is clash
