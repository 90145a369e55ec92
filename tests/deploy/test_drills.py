"""Workers and Kafka are broken on purpose, and the alert of docs/runbook.md comes, and goes when they are mended."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from kafka import KafkaProducer

from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.ports import HOST, free_ports
from figurewatch.streams.settings import Settings, to_environment
from figurewatch.streams.stages import Stage
from figurewatch.streams.supervisor import Supervisor
from figurewatch.streams.topics import changelog

from ..integration.conftest import installation, running
from ..integration.helpers import claim_records, eventually, readings, send, send_raw
from ..integration.test_pipeline import POLICE
from .drilling import TWO_MINUTES, fires, goes, kill, prometheus, revive, targets, watching
from .prometheus import Prometheus
from .scraping import lag, reading_processes, value

__all__ = ["prometheus"]
pytestmark = [pytest.mark.kafka, pytest.mark.soak, pytest.mark.timeout(600)]

ROWS = 200_000
HANGING = Path(__file__).parents[1] / "integration" / "programs" / "hanging.py"


def test_a_stage_killed(workers: Supervisor, prometheus: Prometheus) -> None:
    kill(workers, "compare")
    assert fires(prometheus, "FigurewatchWorkerDown", "FigurewatchStageDown")
    assert revive(workers)
    assert goes(prometheus, "FigurewatchWorkerDown", "FigurewatchStageDown"), prometheus.firing()


def test_a_stage_that_hangs(settings: Settings, tmp_path: Path) -> None:
    """Its heart beats and its web port answers; only its work stands still."""
    settings = msgspec.structs.replace(settings, session_seconds=10.0)
    (port,) = free_ports(1)
    variables = {**os.environ, **to_environment(settings), "FIGUREWATCH_WEB_PORT": str(port)}
    others = Supervisor(settings, stages=("extract", "compare"), log_folder=tmp_path)
    others.start()
    try:
        with (
            subprocess.Popen([sys.executable, str(HANGING)], env=variables) as stuck,
            watching(tmp_path, [*targets(others), f"{HOST}:{port}"]) as made,
        ):
            send(settings, POLICE)
            assert fires(made, "FigurewatchStuck", seconds=200)
            assert made.now('figurewatch_lag_records{stage="register"} > 0')
            stuck.terminate()
            time.sleep(15.0)
            assert stuck.poll() is None, "an event loop that hangs hears no SIGTERM"
            stuck.kill()
            stuck.wait(10)
        with_register = Supervisor(settings, stages=("register",), log_folder=tmp_path)
        with_register.start()
        assert eventually(lambda: len(claim_records(settings)) == 1), with_register.log_tails()
        with_register.stop()
    finally:
        others.stop()


def test_a_stage_killed_again_and_again(workers: Supervisor, prometheus: Prometheus) -> None:
    for _ in range(5):
        before = workers.pids()["register"]
        kill(workers, "register")
        assert eventually(lambda before=before: workers.watch() == 0 and workers.pids()["register"] != before)  # type: ignore[misc]
        assert workers.wait_until_ready(60), workers.log_tails()
        time.sleep(2.0)  # to be scraped
    assert fires(prometheus, "FigurewatchRestarting")


def test_a_data_folder_lost(settings: Settings, workers: Supervisor, prometheus: Prometheus) -> None:
    kill(workers, "register")
    shutil.rmtree(settings.data_dir / "register")
    _fill(changelog(settings, "register"), settings)
    seen = set[str]()

    def recovering() -> bool:
        seen.add(workers.get("register", "readyz")[1].partition(":")[0])
        return workers.watch() == 0 and "FigurewatchRecoveryLong" in prometheus.firing()

    assert eventually(recovering), workers.log_tails()
    assert revive(workers), workers.log_tails()
    assert goes(prometheus, "FigurewatchRecoveryLong")
    assert "recovering its tables" in seen
    assert value(workers, "register", "figurewatch_table_keys") > ROWS / 2
    assert not prometheus.over("figurewatch_ready == 1 and figurewatch_recovering == 1", seconds=TWO_MINUTES)


def _fill(topic: str, settings: Settings) -> None:
    """As many rows as a register of some days has."""
    producer = KafkaProducer(**settings.client(), linger_ms=50, batch_size=1 << 18)
    for number in range(ROWS):
        producer.send(topic, key=b"%d" % number, value=b"x" * 400)
    producer.flush()
    producer.close()


def test_reading_processes_killed(settings: Settings, workers: Supervisor, prometheus: Prometheus) -> None:
    for number in range(4):
        send(settings, {**POLICE, "id": f"{number}"})
        assert eventually(lambda number=number: len(readings(settings)) == number + 1), workers.log_tails()  # type: ignore[misc]
        for child in reading_processes(workers.pids()["extract"]):
            os.kill(child, signal.SIGKILL)
        time.sleep(2.0)
    send(settings, {**POLICE, "id": "last"})
    assert fires(prometheus, "FigurewatchPoolRestarting")
    assert eventually(lambda: len(readings(settings)) == 5), "and nothing was lost"


def test_three_hundred_broken_records(settings: Settings, workers: Supervisor, prometheus: Prometheus) -> None:
    send_raw(settings, *((None, b"no article") for _ in range(300)))
    assert eventually(lambda: workers.watch() == 0 and workers.get("extract", "readyz")[1].startswith("stopped"))
    assert fires(prometheus, "FigurewatchStopped")
    resume = [sys.executable, "-m", "figurewatch.streams", "worker", "resume"]
    assert b"extract may go on" in subprocess.check_output(resume, env={**os.environ, **to_environment(settings)})
    send(settings, *({**POLICE, "id": f"{number}"} for number in range(5)))
    assert revive(workers), workers.log_tails()
    assert goes(prometheus, "FigurewatchStopped")


def test_members_that_come_and_go(
    settings: Settings, workers: Supervisor, prometheus: Prometheus, tmp_path: Path
) -> None:
    before = value(workers, "extract", "figurewatch_rebalances_total")
    for _ in range(4):
        second = _another(settings, tmp_path, "extract")
        try:
            assert second.wait_until_ready(60), second.log_tails()
        finally:
            second.stop()
    assert eventually(lambda: value(workers, "extract", "figurewatch_rebalances_total") >= before + 6)
    assert fires(prometheus, "FigurewatchRebalancing")


def _another(settings: Settings, folder: Path, stage: Stage) -> Supervisor:
    """A second worker of a stage, started."""
    folder = folder / "other"
    folder.mkdir(exist_ok=True)
    made = Supervisor(msgspec.structs.replace(settings, data_dir=folder / "data"), stages=(stage,), log_folder=folder)
    made.start()
    return made


def test_two_workers_of_one_name(settings: Settings, tmp_path: Path) -> None:
    """Each throws the other out of the group."""
    twin = msgspec.structs.replace(settings, member="twin")
    with running(twin, tmp_path) as workers, watching(tmp_path, targets(workers)) as made:
        second = _another(twin, tmp_path, "register")
        try:
            for number in range(90):
                send(settings, {**POLICE, "id": f"{number}"})
                if "FigurewatchCommitsFail" in made.firing():
                    break
                time.sleep(1.0)
            assert "FigurewatchCommitsFail" in made.firing(), workers.log_tails()
        finally:
            second.stop()
        assert revive(workers), workers.log_tails()
        assert eventually(lambda: lag(workers) == 0), "and nothing was lost"
        assert {one.article_id for one in claim_records(settings)} == {one.article_id for one in readings(settings)}


def test_kafka_stopped(tmp_path: Path) -> None:
    with (
        EmbeddedBroker(tmp_path / "kafka") as broker,
        running(installation(broker.bootstrap, tmp_path), tmp_path) as workers,
        watching(tmp_path, targets(workers)) as made,
    ):
        broker.kill_node(1)
        assert fires(made, "FigurewatchKafkaSilent", seconds=180)
        assert workers.get("extract", "readyz")[0] == 503
        broker.start_node(1)
        broker.wait_until_it_answers()
        assert revive(workers)
        assert goes(made, "FigurewatchKafkaSilent")
