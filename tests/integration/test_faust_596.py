"""faust-streaming's issue 596: restarts under a backlog lose messages; with our recovery they do not.

The unfixed class is run on purpose, so that the test would notice a Faust that no longer needs the work-around. Both
classes run with the race's window held open (see programs/counting.py), so that one restart is enough.
"""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from kafka import KafkaAdminClient, KafkaProducer

from figurewatch.streams.consuming import records
from figurewatch.streams.settings import Settings, from_environment

from .helpers import eventually

pytestmark = pytest.mark.kafka

MESSAGES = 2000
SEEK_SECONDS = 2.0
"""So long the race is open: the drainer asks for records every second."""
PROGRAM = Path(__file__).parent / "programs" / "counting.py"


def _lost(kafka: str, folder: Path, recovery: str) -> int:
    """Messages that never came out, after a restart in the middle of the work."""
    prefix = f"{recovery}{time.time_ns()}"
    _create(kafka, prefix)
    _fill(kafka, f"{prefix}-in")
    settings = from_environment({}, brokers=kafka.split(","))
    for life, wait in enumerate((_wait_for_some, _wait_until_quiet)):
        # A folder for each life: only a table that must be restored makes Faust lose.
        command = [sys.executable, str(PROGRAM), kafka, prefix, str(folder / str(life)), recovery, str(SEEK_SECONDS)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as worker:
            wait(settings, prefix)
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


def _seen(settings: Settings, prefix: str) -> set[bytes]:
    return {record.key for record in records(settings, f"{prefix}-out")}


def _wait_for_some(settings: Settings, prefix: str) -> None:
    """The worker has come up and is in the middle of its backlog."""
    assert eventually(lambda: len(_seen(settings, prefix)) > 200)


def _wait_until_quiet(settings: Settings, prefix: str) -> None:
    """Nothing more comes out; what was lost at the start would have come first, so the start is waited for longest."""
    first = before = len(_seen(settings, prefix))
    since = time.monotonic()
    while before < MESSAGES and time.monotonic() - since < (4 if before > first else 30):
        time.sleep(0.5)
        now = len(_seen(settings, prefix))
        if now != before:
            before, since = now, time.monotonic()


def test_with_our_recovery_no_message_is_lost(kafka: str, tmp_path: Path) -> None:
    assert _lost(kafka, tmp_path, "fixed") == 0


def test_without_it_faust_still_loses_messages(kafka: str, tmp_path: Path) -> None:
    assert _lost(kafka, tmp_path, "unfixed") > 0, "Faust no longer loses messages here: take the work-around out"
