"""Workers are killed, frozen, robbed of their folders, their Kafka falls: afterwards all is as in a calm run."""

from pathlib import Path

import msgspec
import pytest

from figurewatch.streams import topics
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.groups import behind
from figurewatch.streams.settings import Settings, from_environment
from figurewatch.streams.sources import RawItem
from figurewatch.streams.stages import STAGES

from .articles import plenty
from .cluster import Cluster
from .comparing import differences, in_words
from .conftest import Tell
from .faults import BROKERS, LONG, SHORT, Counts, Fault, plan, strike
from .feeding import Feeding
from .outcome import Outcome, outcome_of

pytestmark = [pytest.mark.kafka, pytest.mark.chaos]

WORKERS = 2
RATE = 8.0
SESSION_SECONDS = 12.0
RECOVERY_SECONDS = 240.0


def _settings(broker: EmbeddedBroker, name: str, *, partitions: int) -> Settings:
    made = from_environment(
        {},
        brokers=broker.bootstrap.split(","),
        prefix=name,
        partitions=partitions,
        replication=len(broker.nodes),
        pool_size=1,
        web_port=0,
        session_seconds=SESSION_SECONDS,
    )
    topics.create(made)
    return made


def _run(cluster: Cluster, items: list[RawItem], faults: list[Fault], *, rate: float, tell: Tell) -> Outcome:
    """Feed all articles through the faults; what is there once everything is worked off."""
    feeding = Feeding(cluster.settings, items, rate=rate)
    with cluster.running():
        feeding.start()
        for fault in faults:
            feeding.go_on_to(fault.at)
            cluster.wait_for(lambda at=fault.at: feeding.has_come_to(at), seconds=600)  # type: ignore[misc]
            tell(str(fault))
            feeding.go_on_to(len(items))
            strike(fault, cluster, session=SESSION_SECONDS)
            cluster.wait_for(cluster.ready, seconds=RECOVERY_SECONDS)
        feeding.go_on_to(len(items))
        cluster.wait_for(lambda: feeding.over, seconds=60 + 2 * len(items) / rate)
        assert feeding.outcome().refused == ()
        cluster.wait_for(lambda: _all_done(cluster.settings), seconds=120 + len(items))
    return outcome_of(cluster.settings)


def _all_done(settings: Settings) -> bool:
    return not any(behind(settings, stage) for stage in STAGES)


def _storm(
    folder: Path,
    counts: Counts,
    *,
    articles: list[RawItem],
    seed: int,
    tell: Tell,
    partitions: int = 4,
    brokers: int = 1,
) -> None:
    faults = plan(counts, articles=len(articles), workers=WORKERS, seed=seed)
    tell(f"seed {seed}: {len(articles)} articles, {len(faults)} faults, {partitions} partitions, {brokers} brokers")
    with EmbeddedBroker(folder / "kafka", brokers=brokers) as broker:
        calm_settings = _settings(broker, "calm", partitions=partitions)
        calm = _run(Cluster(broker, calm_settings, folder / "calm", 1), articles, [], rate=10 * RATE, tell=tell)
        tell(f"calm:  {in_words(calm)}")
        settings = _settings(broker, "storm", partitions=partitions)
        storm = _run(Cluster(broker, settings, folder / "storm", WORKERS), articles, faults, rate=RATE, tell=tell)
        tell(f"storm: {in_words(storm)}")
    assert len(calm.readings) == len(articles)
    assert calm.clashes, "without a clash the comparison shows little"
    assert differences(calm, storm, in_order=partitions == 1) == []
    assert set(storm.alert_counts) == set(storm.alerts), "what came again has an id already published"


@pytest.mark.timeout(1500)
def test_a_short_storm_loses_and_changes_nothing(tmp_path: Path, storm_options: "StormOptions", tell: Tell) -> None:
    articles = plenty(storm_options.articles or 300, storm_options.folder)
    _storm(tmp_path, SHORT, articles=articles, seed=storm_options.seed, tell=tell)


@pytest.mark.soak
@pytest.mark.timeout(3 * 3600)
@pytest.mark.parametrize("partitions", [4, 1])
def test_a_long_storm_loses_and_changes_nothing(
    tmp_path: Path, storm_options: "StormOptions", tell: Tell, partitions: int
) -> None:
    articles = plenty(storm_options.articles or 5000, storm_options.folder)
    _storm(tmp_path, LONG, articles=articles, partitions=partitions, seed=storm_options.seed, tell=tell)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_three_brokers_fall_in_turn(tmp_path: Path, storm_options: "StormOptions", tell: Tell) -> None:
    """Three copies, two of which must have a record before it is acknowledged."""
    articles = plenty(storm_options.articles or 600, storm_options.folder)
    _storm(tmp_path, BROKERS, articles=articles, seed=storm_options.seed, tell=tell, brokers=3)


class StormOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What the command line says."""

    seed: int
    articles: int | None
    folder: Path | None


@pytest.fixture
def storm_options(request: pytest.FixtureRequest) -> StormOptions:
    given = request.config.getoption
    return StormOptions(seed=given("--seed"), articles=given("--articles"), folder=given("--articles-folder"))
