"""The first records of a topic, which come in while the flow is stopped: Faust alone loses them, we do not."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from kafka import KafkaAdminClient

pytestmark = pytest.mark.kafka

PARTITIONS = 4
PROGRAM = Path(__file__).parent / "programs" / "pausing.py"


@pytest.fixture(scope="module")
def seen(kafka: str) -> dict[str, int]:
    """How many of the partitions' first records came to the agent, with our consumer and with Faust's own."""
    started = {kind: _start(kafka, kind) for kind in ("fixed", "unfixed")}
    return {kind: int(process.communicate(timeout=120)[0]) for kind, process in started.items()}


def _start(kafka: str, kind: str) -> subprocess.Popen[str]:
    topic = f"{kind}{time.time_ns()}"
    admin = KafkaAdminClient(bootstrap_servers=kafka)
    admin.create_topics({topic: {"num_partitions": PARTITIONS}}, wait_for_metadata=True)
    admin.close()
    command = [sys.executable, str(PROGRAM), kafka, topic, str(PARTITIONS), kind]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_with_our_consumer_none_is_lost(seen: dict[str, int]) -> None:
    assert seen["fixed"] == PARTITIONS


def test_without_it_faust_still_loses_some(seen: dict[str, int]) -> None:
    """So that we notice a Faust that no longer needs the work-around."""
    assert seen["unfixed"] < PARTITIONS, seen
