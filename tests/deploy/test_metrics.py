"""What live workers expose: what docs/metrics.md says, and right across pool deaths, restarts and rebalances."""

import itertools
import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from figurewatch.streams.catalogue import SPECS, Spec
from figurewatch.streams.settings import Settings
from figurewatch.streams.stages import STAGES, Stage
from figurewatch.streams.supervisor import Supervisor

from ..integration.helpers import alerts, eventually, send, send_raw
from ..integration.test_pipeline import POLICE, RED_CROSS
from .scraping import lag, reading_processes, samples, value

pytestmark = pytest.mark.kafka
ROOT = Path(__file__).parents[2]


def test_the_page_of_metrics_is_written_from_the_code() -> None:
    assert subprocess.call([sys.executable, str(ROOT / "deploy" / "metrics_page.py"), "--check"]) == 0


def test_live_workers_expose_what_the_page_says_and_nothing_else(settings: Settings, workers: Supervisor) -> None:
    send(settings, POLICE, RED_CROSS)
    send_raw(settings, (b"bad", b"no article"))
    assert eventually(lambda: len(alerts(settings)) >= 1), workers.log_tails()
    assert eventually(lambda: value(workers, "compare", "figurewatch_sent_records_total") >= 3)
    page = (ROOT / "docs" / "metrics.md").read_text("utf-8")
    for stage in STAGES:
        found = samples(workers, stage)
        named = {_exposed(name) for name, _, _ in found if not name.startswith("process_")}
        assert named == {spec.exposed for spec in SPECS if stage in spec.stages and _has_happened(spec)}
        assert all(f"## `{name}`" in page for name in named)
        assert {labels["stage"] for _, labels, _ in found} == {stage}
        for spec in SPECS:
            _check_labels(spec, [set(labels) for name, labels, _ in found if _exposed(name) == spec.exposed])


def _has_happened(spec: Spec) -> bool:
    """A failed send ends the process; its series are never seen."""
    return spec.name != "send_errors"


def _exposed(sample: str) -> str:
    known = {spec.exposed for spec in SPECS}
    return sample if sample in known else sample.rpartition("_")[0]


def _check_labels(spec: Spec, found: list[set[str]]) -> None:
    for labels in found:
        assert labels - {"stage", "le"} == set(spec.label_names), spec.exposed


def test_counts_agree_with_what_was_fed(settings: Settings, workers: Supervisor) -> None:
    send(settings, POLICE, RED_CROSS)
    send_raw(settings, (b"bad", b"no article"))
    assert eventually(lambda: value(workers, "compare", "figurewatch_records_total") == 2), workers.log_tails()
    # the lag is asked for every few seconds, and may be that of before the articles
    assert eventually(lambda: all(value(workers, stage, "figurewatch_commits_total") >= 1 for stage in STAGES))
    assert eventually(lambda: lag(workers) == 0)
    assert value(workers, "extract", "figurewatch_records_total") == 3
    assert value(workers, "extract", "figurewatch_dead_letters_total", reason="SchemaError") == 1
    assert value(workers, "extract", "figurewatch_articles_read_total", lang="en") == 2
    assert value(workers, "extract", "figurewatch_pool_work_seconds_count") >= 1
    assert value(workers, "extract", "figurewatch_pool_processes") == settings.pool_size
    assert value(workers, "register", "figurewatch_readings_registered_total", outcome="first") == 2
    assert value(workers, "register", "figurewatch_table_keys") >= 2
    assert value(workers, "compare", "figurewatch_memory_rows") == 2
    assert value(workers, "compare", "figurewatch_alerts_total", relation="contradicted", severity="high") == 1
    assert value(workers, "compare", "figurewatch_verdicts_total", relation="contradicted") == 1
    published = value(workers, "compare", "figurewatch_alerts_total")
    assert value(workers, "compare", "figurewatch_alert_age_since_feed_seconds_count") == published
    assert value(workers, "compare", "figurewatch_sent_records_total", topic=settings.topic("alerts")) == published
    for stage in STAGES:
        assert value(workers, stage, "figurewatch_assigned_partitions") == settings.partitions
        assert value(workers, stage, "figurewatch_ready") == 1
        assert value(workers, stage, "figurewatch_healthy") == 1
        assert value(workers, stage, "figurewatch_memory_bytes") > 50e6


def test_lag_is_seen_in_records_and_seconds_while_a_stage_is_stopped(settings: Settings, workers: Supervisor) -> None:
    """The stage's event loop stands still; its web port and its lag do not."""
    send(settings, *({**POLICE, "id": f"first-{number}"} for number in range(4)))
    assert eventually(lambda: value(workers, "extract", "figurewatch_records_total") == 4), workers.log_tails()
    assert eventually(lambda: lag(workers) == 0)
    children = reading_processes(workers.pids()["extract"])
    for child in children:
        os.kill(child, signal.SIGSTOP)
    try:
        send(settings, *({**POLICE, "id": f"more-{number}"} for number in range(6)))
        assert eventually(lambda: value(workers, "extract", "figurewatch_lag_records") == 6), workers.log_tails()
        assert eventually(lambda: value(workers, "extract", "figurewatch_lag_seconds") > 4)
        assert value(workers, "extract", "figurewatch_pool_articles") > 0
        assert value(workers, "extract", "figurewatch_healthy") == 1
    finally:
        for child in children:
            os.kill(child, signal.SIGCONT)
    assert eventually(lambda: lag(workers) == 0), workers.log_tails()
    assert value(workers, "extract", "figurewatch_lag_seconds") == 0


def test_partitions_are_shared_and_their_lag_is_told_once(
    settings: Settings, workers: Supervisor, tmp_path: Path
) -> None:
    """A second worker joins and leaves: each partition's lag has one teller, tables and memory follow."""
    articles = ({**POLICE, "id": f"{number}"} for number in range(12))
    send(settings, *articles)
    assert eventually(lambda: value(workers, "compare", "figurewatch_memory_rows") == 12), workers.log_tails()
    (tmp_path / "second").mkdir()
    second = Supervisor(
        msgspec.structs.replace(settings, data_dir=tmp_path / "second" / "data"), log_folder=tmp_path / "second"
    )
    second.start()
    try:
        assert second.wait_until_ready(90), second.log_tails()
        for stage in STAGES:
            assert eventually(lambda stage=stage: _told(workers, second, stage) == [1, 1]), stage  # type: ignore[misc]
        assert value(workers, "register", "figurewatch_rebalances_total") >= 2
        assert sum(value(each, "compare", "figurewatch_memory_rows") for each in (workers, second)) == 12
        assert value(second, "register", "figurewatch_rebalance_seconds_count") >= 1
    finally:
        second.stop()


def _told(first: Supervisor, second: Supervisor, stage: Stage) -> list[int]:
    """How many workers tell the lag of each partition."""
    told = [
        labels["partition"]
        for name, labels, _ in itertools.chain(samples(first, stage), samples(second, stage))
        if name == "figurewatch_lag_records"
    ]
    return [told.count(partition) for partition in sorted(set(told))]
