"""A worker that stands still on the way to its records ends, whatever step it is in, and another may begin anew.

Each step is brought to a halt for real (see programs/standing.py). In `idle` aiokafka's limit is left as Faust has it,
only shorter: the worker is out of its group and never asks to come back. Should that no longer stop it, our setting may
go. Of the records in its streams it finishes the one in hand, and Faust throws the others away: were they all finished,
as slowly, the watchdog would have to wait for them.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from kafka import KafkaProducer

from figurewatch.schemas.codec import encode
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.fatal import EXIT_FATAL
from figurewatch.streams.settings import Settings, to_environment
from figurewatch.streams.topics import changelog

from ..unit.schemas.examples import RECORD
from .conftest import installation
from .helpers import eventually
from .test_recovery import put, row

pytestmark = pytest.mark.kafka

PROGRAM = Path(__file__).parent / "programs" / "standing.py"
KEYS = 20
RECORDS = 3000
"""More than the streams hold."""


@pytest.fixture(scope="module")
def own_kafka(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedBroker]:
    """A broker that may be silenced."""
    with EmbeddedBroker(tmp_path_factory.mktemp("kafka")) as broker:
        yield broker


@pytest.fixture
def settings(own_kafka: EmbeddedBroker, tmp_path: Path) -> Settings:
    """With a table to restore, and records to work off."""
    made = msgspec.structs.replace(installation(own_kafka.bootstrap, tmp_path), session_seconds=6.0)
    producer = KafkaProducer(**made.client(), acks="all", linger_ms=20)
    for number in range(KEYS):
        put(producer, changelog(made, "compare"), number, row(number, 0))
    for number in range(RECORDS):
        record = msgspec.structs.replace(RECORD, article_id=f"b{number}", claims=(), withdrawn=())
        producer.send(made.topic("claims"), key=b"other", value=encode(record))
    producer.close()
    return made


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("idle", "finishing what is in hand, and joining its group"),
        ("looking", "looking where it left off"),
        pytest.param("starting", "starting", marks=pytest.mark.soak),
        pytest.param("joining", "finishing what is in hand, and joining its group", marks=pytest.mark.soak),
        pytest.param("restoring", "restoring records of its changelog, 20 ahead", marks=pytest.mark.soak),
        pytest.param("building", "building its view of the table", marks=pytest.mark.soak),
        pytest.param("seeking", "going back to its last commit", marks=pytest.mark.soak),
    ],
)
def test_who_stands_still_on_the_way_ends(
    own_kafka: EmbeddedBroker, settings: Settings, tmp_path: Path, step: str, told: str
) -> None:
    java = Path(f"/proc/{own_kafka.pid}/task/{own_kafka.pid}/children").read_text().strip()
    command = [sys.executable, str(PROGRAM), step, java]
    path = tmp_path / "worker.log"
    with (
        path.open("wb") as errors,
        subprocess.Popen(command, env={**os.environ, **to_environment(settings)}, stderr=errors) as worker,
    ):
        try:
            ended = eventually(lambda: worker.poll() is not None)
        finally:
            worker.kill()
            os.kill(int(java), signal.SIGCONT)
    log = path.read_text()
    assert ended, log[-3000:]
    assert worker.returncode == EXIT_FATAL, log[-3000:]
    before, _, after = log.partition("no records yet: finishing")
    assert ("judging" in before) == (step == "idle"), log[-3000:]
    assert after.count("judging") <= 1, log[-3000:]
    assert "this worker has stood still for 8 s on the way to its records: " + told in log
