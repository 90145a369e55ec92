"""Disks, clocks and topics that misbehave under a worker: a clear stop or a clean continuation, nothing lost."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec
import pytest
from kafka import KafkaAdminClient, KafkaProducer

from figurewatch.agents.compare import row_key
from figurewatch.agents.registering import register
from figurewatch.schemas.codec import encode
from figurewatch.streams import topics
from figurewatch.streams.consuming import records
from figurewatch.streams.dead_letters import lying
from figurewatch.streams.fatal import EXIT_FATAL
from figurewatch.streams.settings import Settings, to_environment
from figurewatch.streams.stages import OUTPUTS, STAGES, Stage
from figurewatch.streams.topics import changelog

from ..unit.schemas.examples import CLAIM, READING, ROW
from .helpers import alerts, claims, eventually, send
from .test_outages import ARTICLES
from .test_pipeline import POLICE, RED_CROSS

pytestmark = pytest.mark.kafka

EXIT_CONFIGURATION = 78
LIBRARIES = (Path("/usr/lib"), Path("/usr/local/lib"))


@contextlib.contextmanager
def worker(
    settings: Settings,
    stage: Stage,
    log: Path,
    *,
    before: tuple[str, ...] = (),
    environment: Mapping[str, str] | None = None,
) -> Iterator["subprocess.Popen[bytes]"]:
    """One stage in a process of its own, its standard error in a file."""
    command = [*before, sys.executable, "-m", "figurewatch.streams", "worker", "--stage", stage]
    variables = {**os.environ, **to_environment(settings), **(environment or {})}
    with log.open("ab") as stream, subprocess.Popen(command, env=variables, stderr=stream) as process:
        try:
            yield process
        finally:
            process.terminate()
            process.wait(20)


def ended(process: "subprocess.Popen[bytes]", seconds: float = 60) -> int:
    return process.wait(seconds)


# Disks


def room(size: str, folder: Path) -> tuple[str, ...]:
    """What to put before a command so that it finds a disk of that size there; nobody else sees it."""
    return _mounted(f'mount -t tmpfs -o size={size} tmpfs "{folder}"')


def read_only(folder: Path) -> tuple[str, ...]:
    """What to put before a command so that it can write nothing there, root or not."""
    return _mounted(f'mount -t tmpfs -o ro tmpfs "{folder}"')


def _mounted(mount: str) -> tuple[str, ...]:
    before = ("unshare", "--mount", "--map-root-user", "sh", "-c", f'{mount} && exec "$@"', "sh")
    if shutil.which("unshare") is None or subprocess.run([*before, "true"], check=False).returncode:
        pytest.skip("a small disk cannot be mounted here")
    return before


def test_a_full_disk_stops_the_worker_and_loses_nothing(settings: Settings, tmp_path: Path) -> None:
    """Rows with very long keys fill it in no time."""
    settings = msgspec.structs.replace(settings, member="one")  # back at once, with another disk
    settings.data_dir.mkdir(parents=True)
    log, names = tmp_path / "register.log", [f"{number:03}" + os.urandom(50_000).hex() for number in range(120)]
    producer = KafkaProducer(**settings.client(), acks="all")
    for number, name in enumerate(names):
        claim = msgspec.structs.replace(CLAIM, claim_id=f"c{number}", article_id=name)
        reading = msgspec.structs.replace(READING, article_id=name, claims=(claim,))
        producer.send(settings.topic("readings"), key=str(number).encode(), value=encode(reading))
    producer.flush()
    producer.close()
    with worker(settings, "register", log, before=room("8m", settings.data_dir)) as process:
        assert ended(process) == EXIT_FATAL, log.read_text()[-3000:]
        assert 0 < len(claims(settings)) < len(names)
        assert "No space left on device" in log.read_text(), log.read_text()[-3000:]
    with worker(settings, "register", log):
        wanted = {f"c{number}" for number in range(len(names))}
        assert eventually(lambda: {one.claim_id for one in claims(settings)} == wanted), log.read_text()[-3000:]
    assert list(lying(settings)) == []


def test_a_folder_that_cannot_be_written_is_told_at_once(settings: Settings, tmp_path: Path) -> None:
    settings.data_dir.mkdir(parents=True)
    log = tmp_path / "register.log"
    for before, reason in (
        (room("500k", settings.data_dir), "No space left on device"),
        (read_only(settings.data_dir), "Read-only file system"),
    ):
        with worker(settings, "register", log, before=before) as process:
            assert ended(process) == EXIT_CONFIGURATION, log.read_text()
        assert f"FIGUREWATCH_DATA_DIR: {settings.data_dir} cannot be written: {reason}" in log.read_text()
    assert "Traceback" not in log.read_text()


# Clocks

FAKETIME = next((path for path in Path("/usr/lib").glob("*/faketime/libfaketime.so.1")), None)


def test_a_clock_that_jumps_disturbs_nobody(settings: Settings, tmp_path: Path) -> None:
    """Hours ahead, where Kafka takes nobody's word for the time, then years back, where it would delete at once."""
    assert FAKETIME is not None, "Debian's package faketime is not installed"
    clock = tmp_path / "clock"
    _set(clock, "+0")
    jumping = {
        "LD_PRELOAD": str(FAKETIME),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "DONT_FAKE_MONOTONIC": "1",
    }
    plain = msgspec.structs.replace(settings, models={})
    with contextlib.ExitStack() as stack:
        processes = [
            stack.enter_context(worker(plain, stage, tmp_path / f"{stage}.log", environment=jumping))
            for stage in STAGES
        ]
        done: set[str] = set()
        for step in ("+0", "+5h", "-9000d", "+1h"):
            _set(clock, step)
            articles = [{**article, "id": f"{article['id']}{step}"} for article in ARTICLES]
            send(plain, *articles)
            done |= {str(article["id"]) for article in articles}
            assert eventually(lambda: {one.article_id for one in claims(plain)} == done), _tails(tmp_path)  # noqa: B023
        send(plain, POLICE, RED_CROSS)
        assert eventually(lambda: any(one.relation == "contradicted" for one in alerts(plain))), _tails(tmp_path)
        assert [process.poll() for process in processes] == [None] * len(STAGES), "none has ended"
    for name in ("readings", "claims", "alerts"):
        behind_times = [record.timestamp for record in records(plain, plain.topic(name))]
        assert max(behind_times) - min(behind_times) < 600_000, "Kafka's own clock has stamped them"
    assert list(lying(plain)) == []


def _set(clock: Path, step: str) -> None:
    """At once, so that nobody reads half of it."""
    new = clock.with_suffix(".new")
    new.write_text(step)
    new.replace(clock)


def _tails(folder: Path) -> str:
    return "\n".join(path.read_text()[-1500:] for path in folder.glob("*.log"))


# Topics


def test_a_topic_that_is_deleted_and_made_anew_stops_the_workers(settings: Settings, tmp_path: Path) -> None:
    """Even so quickly that nobody sees it missing: its new offsets would be taken for old ones."""
    plain = msgspec.structs.replace(settings, models={})
    logs = {stage: tmp_path / f"{stage}.log" for stage in STAGES}
    with contextlib.ExitStack() as stack:
        workers = {stage: stack.enter_context(worker(plain, stage, logs[stage])) for stage in STAGES}
        send(plain, POLICE)
        assert eventually(lambda: len(claims(plain)) == 1), _tails(tmp_path)
        _make_anew(plain, plain.topic("claims"))
        assert ended(workers["compare"]) == EXIT_FATAL
        told = f"topic {plain.topic('claims')} was deleted and made anew"
        assert told in logs["compare"].read_text()
        assert workers["extract"].poll() is None, "it has nothing to do with that topic"
    with worker(plain, "compare", logs["compare"]) as again:
        assert ended(again) == EXIT_CONFIGURATION
    assert f"{told}, and the table of compare has offsets of the old one" in logs["compare"].read_text()


def test_articles_deleted_and_made_anew_stop_register_too(settings: Settings, tmp_path: Path) -> None:
    """Its rows say where each article lay: a new version at a lower offset would count as an old one."""
    with worker(settings, "register", tmp_path / "register.log") as process:
        assert eventually((settings.data_dir / "register-topics").exists)
        _make_anew(settings, settings.topic("articles"))
        assert ended(process) == EXIT_FATAL
    with worker(settings, "register", tmp_path / "register.log") as again:
        assert ended(again) == EXIT_CONFIGURATION


@pytest.mark.parametrize("stage", STAGES)
def test_a_topic_that_is_deleted_or_repartitioned_stops_its_workers(
    settings: Settings, tmp_path: Path, stage: Stage
) -> None:
    log, output = tmp_path / "worker.log", settings.topic(OUTPUTS[stage])
    admin = KafkaAdminClient(**settings.client())
    with worker(settings, stage, log) as process:
        assert eventually(lambda: "metrics on port" in log.read_text()), log.read_text()
        if stage == "compare":
            admin.delete_topics([output])
        else:
            admin.create_partitions({output: 3})
        assert ended(process) == EXIT_FATAL
    admin.close()
    with worker(settings, stage, log) as again:
        assert ended(again) == EXIT_CONFIGURATION
    wrong = "is missing" if stage == "compare" else "has 3 partitions, the settings say 2"
    assert f"topic {output} {wrong}" in log.read_text()


def _make_anew(settings: Settings, name: str) -> None:
    admin = KafkaAdminClient(**settings.client())
    admin.delete_topics([name])
    assert eventually(lambda: name not in admin.list_topics())
    admin.close()
    assert topics.create(settings) == [name]


# Versions


def test_a_row_of_a_later_version_stops_register_and_costs_no_reading(settings: Settings, tmp_path: Path) -> None:
    row = encode(register(None, READING).row).replace(b"article-row/1", b"article-row/2")
    _put(settings, changelog(settings, "register"), READING.article_id, row)
    _put(settings, settings.topic("readings"), READING.article_id, encode(READING))
    _stops_at_the_row(settings, "register", tmp_path / "register.log")


def test_a_row_of_a_later_version_stops_compare(settings: Settings, tmp_path: Path) -> None:
    row = encode(ROW).replace(b"figurewatch.row/1", b"figurewatch.row/2")
    _put(settings, changelog(settings, "compare"), row_key(ROW.record), row)
    _stops_at_the_row(settings, "compare", tmp_path / "compare.log")


def _stops_at_the_row(settings: Settings, stage: Stage, log: Path) -> None:
    for _ in range(2):
        with worker(settings, stage, log) as process:
            assert ended(process) == EXIT_FATAL
    assert "is of another version" in log.read_text(), log.read_text()[-3000:]
    assert list(lying(settings)) == []


def _put(settings: Settings, topic: str, key: str, value: bytes) -> None:
    producer = KafkaProducer(**settings.client(), acks="all")
    for partition in range(settings.partitions):
        producer.send(topic, key=key.encode(), value=value, partition=partition).get(timeout=30)
    producer.close()
