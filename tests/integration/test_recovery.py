"""Tables come back from their changelogs: compacted ones, ones that end in nothing, and by way of an export."""

import json
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rocksdict
from click.testing import CliRunner
from kafka import KafkaAdminClient, KafkaProducer
from kafka.admin import ConfigResource, ConfigResourceType

from figurewatch.schemas.codec import encode
from figurewatch.streams import topics
from figurewatch.streams.cli import main
from figurewatch.streams.consuming import count, records
from figurewatch.streams.settings import Settings, from_environment, to_environment
from figurewatch.streams.supervisor import Supervisor
from figurewatch.streams.topics import changelog

from ..unit.schemas.examples import CLAIM, RECORD, ROW
from .helpers import alerts, claims, eventually, send, settled
from .test_pipeline import POLICE, RED_CROSS

pytestmark = pytest.mark.kafka

KEYS, VERSIONS, DELETED = 60, 5, 7
PARTITIONS = 2


def row(number: int, version: int) -> bytes:
    claim = msgspec.structs.replace(CLAIM, claim_id=f"c{number}", quote_start=version)
    record = msgspec.structs.replace(RECORD, article_id=f"a{number}", claims=(claim,), withdrawn=())
    return encode(msgspec.structs.replace(ROW, record=record, offset=version, withdrawn=(), alerts=(), figures=()))


def put(producer: Any, topic: str, number: int, value: bytes | None) -> None:
    producer.send(topic, key=f"a{number}|other|0".encode(), value=value, partition=number % PARTITIONS)


@pytest.fixture(params=["rows", pytest.param("deletes", marks=pytest.mark.soak)])
def compacted(settings: Settings, request: pytest.FixtureRequest) -> dict[bytes, bytes]:
    """A changelog that Kafka has compacted and whose last offsets carry no record; what it amounts to.

    The last thing written is a row, or a delete that has been compacted away with its own tombstone.
    """
    topic = changelog(settings, "compare")
    _hasten(settings, topic)
    producer = KafkaProducer(**settings.client(), acks="all")
    for version in range(VERSIONS):
        for number in range(KEYS):
            put(producer, topic, number, row(number, version))
        producer.flush()
        time.sleep(0.2)  # so that a segment gets old
    if request.param == "deletes":
        return _ends_in_deletes(settings, producer, topic)
    for number in range(DELETED):
        put(producer, topic, number, None)
    producer.close()
    _end_in_markers(settings, topic, {number: row(number, VERSIONS) for number in range(DELETED, KEYS)})
    assert eventually(lambda: len(list(records(settings, topic))) < KEYS * VERSIONS / 2, seconds=100)
    return {f"a{number}|other|0".encode(): row(number, VERSIONS) for number in range(DELETED, KEYS)}


def _ends_in_deletes(settings: Settings, producer: Any, topic: str) -> dict[bytes, bytes]:
    """All of one partition is deleted, and some of the other."""
    producer.close()
    gone = {number: None for number in range(KEYS) if number % PARTITIONS or number < DELETED}
    _end_in_markers(settings, topic, gone)
    left = [number for number in range(KEYS) if number not in gone]
    for _ in range(
        8
    ):  # a tombstone goes when its segment is cleaned the second time, for which something must be dirty
        _abort(settings, topic)
        if eventually(lambda: len(list(records(settings, topic))) == len(left), seconds=20):
            break
    else:
        pytest.fail("some tombstones stayed")
    return {f"a{number}|other|0".encode(): row(number, VERSIONS - 1) for number in left}


def _hasten(settings: Settings, topic: str) -> None:
    """Small segments, dirty at once."""
    admin = KafkaAdminClient(**settings.client())
    configs = {"segment.ms": "100", "min.cleanable.dirty.ratio": "0.01", "max.compaction.lag.ms": "100"}
    configs["delete.retention.ms"] = "100"
    admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, configs)])
    admin.close()


def _end_in_markers(settings: Settings, topic: str, rows: Mapping[int, bytes | None]) -> None:
    """A transaction's marker takes an offset and is never delivered; in a segment of its own, it lets all others go."""
    producer = KafkaProducer(**settings.client(), acks="all", transactional_id=topic)
    producer.init_transactions()
    producer.begin_transaction()
    for number, value in rows.items():
        put(producer, topic, number, value)
    producer.flush()
    time.sleep(0.5)
    producer.commit_transaction()
    producer.close()


def _abort(settings: Settings, topic: str) -> None:
    """Records that go as soon as they are looked at, and markers that stay; what they say again is true."""
    producer = KafkaProducer(**settings.client(), acks="all", transactional_id=topic)
    producer.init_transactions()
    producer.begin_transaction()
    for number in range(PARTITIONS):
        put(producer, topic, number, None)
    producer.flush()
    time.sleep(0.5)
    producer.abort_transaction()
    producer.close()


def test_a_compacted_changelog_gives_equal_tables(
    settings: Settings, compacted: dict[bytes, bytes], tmp_path: Path
) -> None:
    worker = Supervisor(settings, stages=("compare",), log_folder=tmp_path)
    for _ in ("from an empty folder", "with the folder kept"):
        worker.start()
        try:
            assert worker.wait_until_ready(), worker.log_tails()
            assert f'figurewatch_memory_rows{{stage="compare"}} {len(compacted)}.0' in worker.scrape("compare")
        finally:
            worker.stop()
        assert dict(_rows(settings.data_dir)) == compacted


def _rows(folder: Path) -> Iterator[tuple[bytes, bytes]]:
    for path in folder.rglob("claims-*.db"):
        table = rocksdict.Rdict(str(path), options=rocksdict.Options(raw_mode=True))
        yield from ((key, value) for key, value in table.items() if not key.startswith(b"__faust"))
        table.close()


def test_a_folder_ahead_of_its_changelog_ends_the_worker(settings: Settings, tmp_path: Path) -> None:
    """As when a topic was deleted and made anew: going on would lose what only the folder has."""
    topic = changelog(settings, "compare")
    producer = KafkaProducer(**settings.client(), acks="all")
    for number in range(KEYS):
        put(producer, topic, number, row(number, 0))
    producer.close()
    worker = Supervisor(settings, stages=("compare",), log_folder=tmp_path)
    worker.start()
    try:
        assert worker.wait_until_ready(), worker.log_tails()
    finally:
        worker.stop()
    admin = KafkaAdminClient(**settings.client())
    admin.delete_topics([topic])
    assert eventually(lambda: topic not in admin.list_topics())
    admin.close()
    assert topics.create(settings) == [topic]
    for told in (f"topic {topic} was deleted and made anew", "recovery failed: The persisted offset"):
        worker.start()
        try:
            assert eventually(lambda: told in worker.log_tails()), worker.log_tails()  # noqa: B023
        finally:
            worker.stop()
        (settings.data_dir / "compare-topics").unlink()  # as a folder of an earlier version: the offsets tell, then


def test_an_export_goes_into_another_number_of_partitions(
    settings: Settings, workers: Supervisor, tmp_path: Path
) -> None:
    send(settings, POLICE)
    assert eventually(lambda: len(claims(settings)) == 1)
    settled(settings)
    workers.stop()
    exported = CliRunner().invoke(main, ["state", "export"], env=to_environment(settings))
    assert [json.loads(line)["stage"] for line in exported.stdout_bytes.splitlines()] == ["register", "compare"]

    wider = msgspec.structs.replace(
        from_environment(to_environment(settings)),
        prefix=f"{settings.prefix}-wider",
        partitions=5,
        data_dir=tmp_path / "wider",
    )
    topics.create(wider)
    new = to_environment(wider)
    told = CliRunner().invoke(main, ["state", "import", "-"], input=exported.stdout_bytes, env=new)
    assert (told.exit_code, told.stdout) == (0, "2 rows imported\n"), told.output
    again = CliRunner().invoke(main, ["state", "import", "-"], input=exported.stdout_bytes, env=new)
    assert again.exit_code == 78
    assert "is not empty" in again.stderr
    assert count(wider, changelog(wider, "compare")) == 1

    heirs = Supervisor(wider, log_folder=tmp_path)
    heirs.start()
    try:
        assert heirs.wait_until_ready(), heirs.log_tails()
        send(wider, POLICE)  # fed again: known
        send(wider, RED_CROSS)
        assert eventually(lambda: any(alert.relation == "contradicted" for alert in alerts(wider))), heirs.log_tails()
        settled(wider)
        assert {claim.article_id for claim in claims(wider)} == {"red-cross"}
    finally:
        heirs.stop()
