"""Things are broken on purpose, and the alert of docs/runbook.md comes: real workers, a real Prometheus.

The rules are those that are shipped, but for their `for`: what must last for minutes there need only be so here.
"""

import contextlib
import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from kafka import KafkaProducer

from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.demo import demo_files
from figurewatch.streams.feed import feed
from figurewatch.streams.settings import Settings
from figurewatch.streams.sources import items
from figurewatch.streams.stages import Stage
from figurewatch.streams.supervisor import Supervisor

from ..integration.conftest import installation, running
from ..integration.helpers import alerts, eventually, readings, send, send_raw
from ..integration.test_pipeline import POLICE
from .prometheus import Prometheus
from .scraping import reading_processes, value

pytestmark = [pytest.mark.kafka, pytest.mark.soak]

TWO_MINUTES = 120.0


@pytest.fixture
def prometheus(workers: Supervisor, tmp_path: Path) -> Iterator[Prometheus]:
    with Prometheus(tmp_path / "prometheus", _targets(workers), patient=False) as made:
        assert eventually(lambda: len(made.now("figurewatch_ready == 1")) == 3)
        yield made


def _targets(workers: Supervisor) -> list[str]:
    return list(workers.web_addresses().values())


def _fires(prometheus: Prometheus, *names: str, seconds: float = TWO_MINUTES) -> bool:
    return eventually(lambda: set(names) <= prometheus.firing(), seconds=seconds)


def _kill(workers: Supervisor, stage: Stage) -> None:
    os.kill(workers.pids()[stage], signal.SIGKILL)


def test_nothing_fed(prometheus: Prometheus) -> None:
    assert _fires(prometheus, "FigurewatchNoArticles")
    assert prometheus.firing() == {"FigurewatchNoArticles"}


def test_a_stage_killed(workers: Supervisor, prometheus: Prometheus) -> None:
    _kill(workers, "compare")
    assert _fires(prometheus, "FigurewatchWorkerDown", "FigurewatchStageDown")
    workers.watch()
    assert eventually(lambda: workers.watch() == 0 and workers.wait_until_ready(1), seconds=60)
    gone = {"FigurewatchWorkerDown", "FigurewatchStageDown"}
    assert eventually(lambda: not gone & prometheus.firing()), prometheus.firing()


def test_a_stage_killed_again_and_again(workers: Supervisor, prometheus: Prometheus) -> None:
    for _ in range(5):
        before = workers.pids()["register"]
        _kill(workers, "register")
        assert eventually(lambda before=before: workers.watch() == 0 and workers.pids()["register"] != before)  # type: ignore[misc]
        assert workers.wait_until_ready(60), workers.log_tails()
        time.sleep(2.0)  # to be scraped
    assert _fires(prometheus, "FigurewatchRestarting")


def test_reading_processes_killed(settings: Settings, workers: Supervisor, prometheus: Prometheus) -> None:
    for number in range(4):
        send(settings, {**POLICE, "id": f"{number}"})
        assert eventually(lambda number=number: len(readings(settings)) == number + 1), workers.log_tails()  # type: ignore[misc]
        for child in reading_processes(workers.pids()["extract"]):
            os.kill(child, signal.SIGKILL)
        time.sleep(2.0)
    send(settings, {**POLICE, "id": "last"})
    assert _fires(prometheus, "FigurewatchPoolRestarting")
    assert eventually(lambda: len(readings(settings)) == 5), "and nothing was lost"


def test_old_records_before_a_stage_that_stands_still(
    settings: Settings, workers: Supervisor, prometheus: Prometheus
) -> None:
    children = reading_processes(workers.pids()["extract"])
    for child in children:
        os.kill(child, signal.SIGSTOP)
    producer = KafkaProducer(**settings.client())
    ten_minutes_ago = int((time.time() - 600) * 1000)
    article = json.dumps(POLICE).encode()
    producer.send(settings.topic("articles"), key=b"police", value=article, timestamp_ms=ten_minutes_ago).get(10)
    producer.close()
    assert _fires(prometheus, "FigurewatchBehind")
    for child in children:
        os.kill(child, signal.SIGCONT)
    assert eventually(lambda: "FigurewatchBehind" not in prometheus.firing())


def test_as_many_broken_records_as_good_ones(settings: Settings, prometheus: Prometheus) -> None:
    for number in range(10):
        send(settings, {**POLICE, "id": f"{number}"})
        send_raw(settings, (b"bad", b"no article"))
        time.sleep(0.5)
    assert _fires(prometheus, "FigurewatchDeadLetterFlood")
    assert "FigurewatchFaultyArticles" not in prometheus.firing(), "the feed's fault, not the reader's"


def test_three_hundred_broken_records(settings: Settings, workers: Supervisor, prometheus: Prometheus) -> None:
    send_raw(settings, *((None, b"no article") for _ in range(300)))
    assert eventually(lambda: workers.watch() == 0 and workers.get("extract", "readyz")[1].startswith("stopped"))
    assert _fires(prometheus, "FigurewatchStopped")


def test_articles_without_a_figure(settings: Settings, prometheus: Prometheus) -> None:
    dull: dict[str, Any] = {"text": "The weather stays fair. Nobody was surprised.", "lang": "en", "source": "Post"}
    for number in range(70):
        send(settings, {**dull, "id": f"dull-{number}"})
    assert _fires(prometheus, "FigurewatchNothingFound")


def test_compare_stopped_while_articles_come(settings: Settings, workers: Supervisor, prometheus: Prometheus) -> None:
    _kill(workers, "compare")
    feed(settings, items(demo_files()))
    time.sleep(10.0)
    assert eventually(lambda: workers.watch() == 0 and len(alerts(settings)) > 6, seconds=90), workers.log_tails()
    assert _fires(prometheus, "FigurewatchAlertsLate")


def test_members_that_come_and_go(
    settings: Settings, workers: Supervisor, prometheus: Prometheus, tmp_path: Path
) -> None:
    other = msgspec.structs.replace(settings, data_dir=tmp_path / "other" / "data")
    (tmp_path / "other").mkdir()
    before = value(workers, "extract", "figurewatch_rebalances_total")
    for _ in range(4):
        second = Supervisor(other, stages=("extract",), log_folder=tmp_path / "other")
        second.start()
        try:
            assert second.wait_until_ready(60), second.log_tails()
        finally:
            second.stop()
    assert eventually(lambda: value(workers, "extract", "figurewatch_rebalances_total") >= before + 6)
    assert _fires(prometheus, "FigurewatchRebalancing")


def test_kafka_stopped(tmp_path: Path) -> None:
    with contextlib.ExitStack() as stack:
        broker = stack.enter_context(EmbeddedBroker(tmp_path / "kafka"))
        settings = installation(broker.bootstrap, tmp_path)
        workers = stack.enter_context(running(settings, tmp_path))
        prometheus = stack.enter_context(Prometheus(tmp_path / "prometheus", _targets(workers), patient=False))
        broker.kill_node(1)
        assert _fires(prometheus, "FigurewatchKafkaSilent", seconds=180)
        assert workers.get("extract", "readyz")[0] == 503
        broker.start_node(1)
        broker.wait_until_it_answers()
        assert eventually(lambda: workers.watch() == 0 and workers.wait_until_ready(1), seconds=120)
        assert eventually(lambda: "FigurewatchKafkaSilent" not in prometheus.firing())
