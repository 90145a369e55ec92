"""What is counted of an alert."""

from datetime import UTC, datetime, timedelta

import msgspec
import pytest

from figurewatch.schemas.alert import Alert
from figurewatch.streams.metrics import StageMetrics

from ..schemas.examples import ALERT

NAME = "figurewatch_alert_latest_timestamp_seconds"
MOMENT = datetime(2023, 9, 12, 8, tzinfo=UTC)


class Compare:
    """The metrics of compare, and its clock."""

    def __init__(self) -> None:
        self.now = MOMENT
        self.metrics = StageMetrics("compare", now=lambda: self.now)

    def publishes(self, **changed: object) -> None:
        self.now += timedelta(seconds=1)
        self.metrics.alerted(msgspec.structs.replace(ALERT, **changed))

    def latest(self) -> list[tuple[str, str, str, float]]:
        families = [family for family in self.metrics.registry.collect() if family.name == NAME]
        return [
            (each.labels["relation"], each.labels["severity"], each.labels["family"], each.value - MOMENT.timestamp())
            for family in families
            for each in family.samples
        ]


@pytest.fixture
def compare() -> Compare:
    return Compare()


def test_nothing_is_said_of_the_latest_alert_before_the_first(compare: Compare) -> None:
    assert compare.latest() == []


def test_the_latest_alert_of_each_kind_is_kept(compare: Compare) -> None:
    compare.publishes(relation="contradicted", severity="high")
    compare.publishes(relation="tension", severity="medium")
    compare.publishes(relation="contradicted", severity="high", type="update")
    family = ALERT.claim.family
    assert compare.latest() == [("contradicted", "high", family, 3.0), ("tension", "medium", family, 2.0)]


def test_a_cancel_is_no_news(compare: Compare) -> None:
    compare.publishes(type="cancel")
    assert compare.latest() == []


def test_families_outside_the_taxonomy_share_a_label(compare: Compare) -> None:
    for letter in "abc":
        compare.publishes(claim=_of_family(ALERT, f"thing.other.{letter}"))
    assert [kind[2:] for kind in compare.latest()] == [("other", 3.0)]


def _of_family(alert: Alert, family: str) -> object:
    return msgspec.structs.replace(alert.claim, family=family)
