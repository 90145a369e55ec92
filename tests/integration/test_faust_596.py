"""faust-streaming's issue 596: restarts under a backlog lose messages; with our recovery they do not.

The unfixed class is run on purpose, so that the test would notice a Faust that no longer needs the work-around.
"""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kafka import KafkaAdminClient, KafkaProducer

from figurewatch.streams.consuming import records
from figurewatch.streams.settings import from_environment

pytestmark = pytest.mark.kafka

MESSAGES = 8000
RESTARTS = 4
PROGRAM = Path(__file__).parent / "programs" / "counting.py"


def _lost(kafka: str, folder: Path, recovery: str) -> int:
    """Messages that never came out, after restarts in the middle of the work."""
    prefix = f"{recovery}{time.time_ns()}"
    _create(kafka, prefix)
    _fill(kafka, f"{prefix}-in")
    settings = from_environment({}, brokers=kafka.split(","))

    def command(life: int) -> list[str]:
        """A folder for each life: only a table that must be restored makes Faust lose."""
        return [sys.executable, str(PROGRAM), kafka, prefix, str(folder / str(life)), recovery]

    for life in range(RESTARTS):
        before = _seen(settings, prefix)
        with subprocess.Popen(command(life), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as worker:
            _wait_for_more(settings, prefix, len(before))
            worker.send_signal(signal.SIGTERM)
            worker.wait(timeout=60)
    with subprocess.Popen(command(RESTARTS), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as worker:
        _wait_until_quiet(settings, prefix)
        worker.send_signal(signal.SIGTERM)
        worker.wait(timeout=60)
    return MESSAGES - len(_seen(settings, prefix))


def _create(kafka: str, prefix: str) -> None:
    admin = KafkaAdminClient(bootstrap_servers=kafka)
    admin.create_topics({f"{prefix}-{name}": {"num_partitions": 2} for name in ("in", "out")}, wait_for_metadata=True)
    admin.close()


def _fill(kafka: str, topic: str) -> None:
    producer = KafkaProducer(bootstrap_servers=kafka, acks="all", linger_ms=20)
    for number in range(MESSAGES):
        producer.send(topic, key=str(number).encode(), value=b"x" * 200)
    producer.flush()
    producer.close()


def _seen(settings: object, prefix: str) -> set[bytes]:
    return {record.key for record in records(settings, f"{prefix}-out")}  # type: ignore[arg-type]


def _wait_for_more(settings: object, prefix: str, count: int) -> None:
    """The worker has come up and is in the middle of its backlog."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and len(_seen(settings, prefix)) < min(MESSAGES, count + 300):
        time.sleep(0.05)


def _wait_until_quiet(settings: object, prefix: str) -> None:
    before, since = -1, time.monotonic()
    while time.monotonic() - since < 8:
        now = len(_seen(settings, prefix))
        if now == MESSAGES:
            return
        if now != before:
            before, since = now, time.monotonic()
        time.sleep(0.5)


def test_with_our_recovery_no_message_is_lost(kafka: str, tmp_path: Path) -> None:
    assert _lost(kafka, tmp_path, "fixed") == 0


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_without_it_faust_still_loses_messages(kafka: str, tmp_path: Path) -> None:
    """A loss needs an unlucky moment, so several rounds may be needed to see one."""
    losses = (_lost(kafka, tmp_path, "unfixed") for _ in range(10))
    assert any(loss > 0 for loss in losses), "Faust no longer loses messages here: take the work-around out"
