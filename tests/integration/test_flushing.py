"""What a commit waits for: with our producer for all that was queued before it and nothing after; with Faust's for
neither.
"""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from kafka import KafkaAdminClient

from figurewatch.streams.fatal import EXIT_FATAL

pytestmark = pytest.mark.kafka

PROGRAM = Path(__file__).parent / "programs" / "flushing.py"
BUSY_SECONDS = 3.0
"""So long the program waits for a flush while more is queued."""


def _run(kafka: str, kind: str) -> subprocess.CompletedProcess[str]:
    """The program, with a topic of its own."""
    topic = f"{kind}{time.time_ns()}"
    admin = KafkaAdminClient(bootstrap_servers=kafka)
    admin.create_topics({topic: {"num_partitions": 1}}, wait_for_metadata=True)
    admin.close()
    command = [sys.executable, str(PROGRAM), kafka, topic, kind]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def _flushed(kafka: str, kind: str) -> tuple[float, bool]:
    """Seconds of a flush while the queue never gets empty; whether one waited for what was sent late."""
    ran = _run(kafka, kind)
    assert ran.returncode == 0, ran.stderr
    seconds, waited = ran.stdout.split()
    return float(seconds), waited == "True"


def test_our_flush_ends_and_leaves_nothing_out(kafka: str) -> None:
    seconds, waited = _flushed(kafka, "fixed")
    assert seconds < BUSY_SECONDS
    assert waited


def test_a_row_that_is_refused_ends_the_process(kafka: str) -> None:
    """Nobody would send it, or what was queued after it: a flush that waited would wait for ever."""
    ran = _run(kafka, "refused")
    assert ran.returncode == EXIT_FATAL, ran.stderr
    assert "MessageSizeTooLargeError" in ran.stderr


def test_fausts_own_does_neither(kafka: str) -> None:
    """So that we notice a Faust that no longer needs the work-around."""
    seconds, waited = _flushed(kafka, "unfixed")
    assert seconds >= BUSY_SECONDS
    assert not waited
