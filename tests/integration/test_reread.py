"""A new version of the reader over stored articles: what would change is shown, then the workers take it over."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner
from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.structs import OffsetAndMetadata

from figurewatch.agents.jobs import Done, Job, read_jobs
from figurewatch.agents.reading.reader import READER_VERSION, Reader
from figurewatch.schemas.article import Origin
from figurewatch.schemas.claim import Claim, Reading
from figurewatch.schemas.codec import decode, encode
from figurewatch.streams import topics
from figurewatch.streams.cli import main
from figurewatch.streams.consuming import records
from figurewatch.streams.groups import behind
from figurewatch.streams.settings import Settings, to_environment
from figurewatch.streams.stages import STAGES
from figurewatch.streams.state import remembered
from figurewatch.streams.supervisor import Supervisor

from .conftest import running
from .helpers import alerts, eventually, send
from .test_pipeline import POLICE, RED_CROSS

pytestmark = pytest.mark.kafka

UNDATED = {name: value for name, value in POLICE.items() if name != "published_at"} | {"id": "undated"}
MISREAD = "150"


@pytest.fixture
def told() -> dict[str, str]:
    """Of this very day: compare forgets what is old, and what has no date is taken for today's."""
    return {**POLICE, "published_at": datetime.now(UTC).isoformat()}


@pytest.fixture
def old(settings: Settings, told: dict[str, str], tmp_path: Path) -> Settings:
    """An installation whose articles an older reader has read: it took 150 for 80, and missed nothing else."""
    plain = msgspec.structs.replace(settings, models={})
    send(plain, told, {**RED_CROSS, "published_at": told["published_at"]}, UNDATED)
    _read_as_before(plain)
    workers = Supervisor(plain, stages=("register", "compare"), log_folder=tmp_path)
    workers.start()
    try:
        assert workers.wait_until_ready(), workers.log_tails()
        assert eventually(lambda: _worked_off(plain, "register", "compare")), workers.log_tails()
    finally:
        workers.stop()
    return plain


def _read_as_before(settings: Settings) -> None:
    """What an extract of the older reader would have done: its readings, its committed offsets."""
    reader, topic = Reader(models={}), settings.topic("articles")
    producer = KafkaProducer(**settings.client(), acks="all")
    ends: dict[Any, Any] = {}
    for record in records(settings, topic):
        origin = Origin(topic=topic, partition=record.partition, offset=record.offset)
        job = Job(key=record.key, value=record.value, origin=origin, timestamp=record.timestamp / 1000)
        (done,) = read_jobs(reader, [job])
        assert isinstance(done, Done)
        reading = decode(Reading, done.reading)
        older = msgspec.structs.replace(reading, reader_version="1", claims=tuple(map(_misread, reading.claims)))
        producer.send(settings.topic("readings"), key=record.key, value=encode(older))
        ends[TopicPartition(topic, record.partition)] = OffsetAndMetadata(record.offset + 1, "", -1)
    producer.flush()
    producer.close()
    consumer = KafkaConsumer(**settings.client(), group_id=topics.group(settings, "extract"), enable_auto_commit=False)
    consumer.commit(ends)
    consumer.close()


def _misread(claim: Claim) -> Claim:
    if claim.figure.text != MISREAD:
        return claim
    figure = msgspec.structs.replace(claim.figure, low=Decimal(80), high=Decimal(80))
    return msgspec.structs.replace(claim, claim_id=f"misread-{claim.claim_id}", figure=figure)


def _worked_off(settings: Settings, *stages: Any) -> bool:
    return not any(behind(settings, stage) for stage in stages)


@pytest.fixture
def workers(old: Settings, tmp_path: Path) -> Iterator[Supervisor]:
    """Of this version, on what the older one left."""
    with running(old, tmp_path) as supervisor:
        yield supervisor


def test_what_would_change_is_shown_and_then_happens(old: Settings, workers: Supervisor) -> None:
    assert [alert.relation for alert in alerts(old)] == [], "150 was read as 80, as the Red Cross says"
    shown = _run(old)
    changes = {one["article_id"]: one for one in map(json.loads, shown.stdout.splitlines())}
    assert changes.keys() == {"police", "undated"}, shown.stdout
    assert "3 articles read again, 2 would change: claims 2 added, 2 gone, 0 read otherwise; 1 alerts" in shown.stderr
    foreseen = [alert for change in changes.values() for alert in change["alerts"]]
    assert [alert["relation"] for alert in foreseen] == ["contradicted"]
    assert alerts(old) == [], "nothing was fed"

    before = {claim.claim_id: claim for claim in _standing(old)}
    assert "3 fed again" in _run(old, "--apply").stderr
    assert eventually(lambda: len(alerts(old)) > 0 and _worked_off(old, *STAGES)), workers.log_tails()
    assert {alert.relation for alert in alerts(old)} == {"contradicted"}, "nobody has revised anything"
    assert sorted(claim.figure.low for claim in _standing(old) if claim.figure.low) == [80, 150, 150]
    dates = {claim.article_id: claim.published_at for claim in before.values()}
    assert {claim.article_id: claim.published_at for claim in _standing(old)} == dates, "the undated one keeps its own"

    again = _run(old)
    assert (again.stdout, again.stderr) == (
        "",
        "0 articles read again, 0 would change: claims 0 added, 0 gone, 0 read otherwise; 0 alerts\n",
    )


def test_files_stand_in_for_what_kafka_keeps_no_longer(old: Settings, told: dict[str, str], tmp_path: Path) -> None:
    other = {**told, "text": POLICE["text"].replace("150", "151")}
    path = tmp_path / "originals.jsonl"
    path.write_text("".join(json.dumps(one) + "\n" for one in (told, other, UNDATED, {"id": "unknown", "text": "x"})))
    shown = _run(old, str(path))
    assert [json.loads(line)["article_id"] for line in shown.stdout.splitlines()] == ["police"]
    assert "without a date of publication" in shown.stderr
    assert shown.exit_code == 1


def _standing(settings: Settings) -> list[Claim]:
    return [claim for _, claims in remembered(settings).tracked_figures() for claim in claims]


def _run(settings: Settings, *arguments: str) -> Any:
    result = CliRunner().invoke(main, ["reread", *arguments], env=to_environment(settings))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


assert READER_VERSION != "1", "the older reader of these tests"
