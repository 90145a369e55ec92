"""Three records in ten are bad: every good one is read, every bad one dead-lettered byte for byte, nobody falls."""

import asyncio
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from aiokafka import AIOKafkaProducer
from click.testing import CliRunner
from confluent_kafka import Producer
from kafka import KafkaProducer

from figurewatch.schemas.claim import Reading
from figurewatch.schemas.codec import decode, decode_article
from figurewatch.schemas.dead_letter import DeadLetter
from figurewatch.streams.cli import main
from figurewatch.streams.consuming import records as everything
from figurewatch.streams.dead_letters import lying
from figurewatch.streams.groups import behind
from figurewatch.streams.settings import Settings, to_environment
from figurewatch.streams.stages import STAGES
from figurewatch.streams.supervisor import Supervisor

from .helpers import eventually, readings
from .poison import Sent, is_readable, records

pytestmark = pytest.mark.kafka


@pytest.mark.parametrize(
    "number",
    [2_000, pytest.param(100_000, marks=[pytest.mark.soak, pytest.mark.timeout(3600)])],
)
def test_poison_harms_nobody(settings: Settings, tmp_path: Path, request: pytest.FixtureRequest, number: int) -> None:
    tolerant = msgspec.structs.replace(settings, flood_percent=100, models={})
    sent = list(records(request.config.getoption("--seed"), number))
    workers = Supervisor(tolerant, log_folder=tmp_path)
    workers.start()
    try:
        assert workers.wait_until_ready(), workers.log_tails()
        before = workers.pids()
        _send(settings, sent)
        assert eventually(lambda: _worked_off(settings, sent), seconds=120 + number / 20), workers.log_tails()
        assert workers.watch() == 0
        assert workers.pids() == before, "no process fell"
        logs = "".join(path.read_text() for path in tmp_path.glob("*.log"))
        assert "Traceback" not in logs, logs[-3000:]
        assert "\x1b" not in logs
    finally:
        workers.stop()
    assert Counter(_read(settings)) == _readable(sent)
    letters = [one.letter for one in lying(settings)]
    assert Counter(map(_as_lying, letters)) == Counter(
        (settings.topic(one.topic), one.key, one.value) for one in sent if not one.good
    )
    assert {letter.exception for letter in letters} == {"SchemaError"}
    assert all(letter.message for letter in letters)


def _as_lying(letter: DeadLetter) -> tuple[str, bytes | None, bytes | None]:
    return letter.topic, letter.key, letter.value


def _send(settings: Settings, sent: list[Sent]) -> None:
    """By a client that sends whatever Kafka takes, headers without a value among it."""
    producer = Producer({"bootstrap.servers": ",".join(settings.brokers), "linger.ms": 10})
    for one in sent:
        producer.produce(settings.topic(one.topic), key=one.key, value=one.value, headers=one.headers)
        producer.poll(0)
        if len(producer) > 50_000:
            producer.flush()
    assert producer.flush(60) == 0


def _worked_off(settings: Settings, sent: list[Sent]) -> bool:
    if any(behind(settings, stage) for stage in STAGES):
        return False
    return len(_read(settings)) >= _readable(sent).total()


def _readable(sent: list[Sent]) -> Counter[str]:
    """How often each article's reading must lie in the readings topic: read from it, or put there by a stranger."""
    articles = (decode_article(one.value).id for one in sent if one.good and one.topic == "articles")
    foreign = (decode(Reading, one.value).article_id for one in sent if one.good and one.topic == "readings")
    return Counter((*articles, *foreign))


def _read(settings: Settings) -> list[str]:
    """The articles among what lies in the readings topic, poison included."""
    values = [record.value for record in everything(settings, settings.topic("readings"))]
    return [decode(Reading, value).article_id for value in values if is_readable("readings", value)]


def test_a_record_of_nothing_at_all_stops_nobody(settings: Settings, workers: Supervisor) -> None:
    """Neither key nor value: Kafka takes it, most clients do not send it."""
    before = workers.pids()
    asyncio.run(_send_nothing(settings))
    assert eventually(lambda: len(list(lying(settings))) == 1), workers.log_tails()
    letter = next(lying(settings)).letter
    assert (letter.key, letter.value, letter.exception) == (b"", None, "SchemaError")
    assert workers.watch() == 0
    assert workers.pids() == before


async def _send_nothing(settings: Settings) -> None:
    producer = AIOKafkaProducer(bootstrap_servers=list(settings.brokers))
    await producer.start()
    batch = producer.create_batch()
    batch.append(key=None, value=None, timestamp=None)
    batch.close()
    await (await producer.send_batch(batch, settings.topic("articles"), partition=0))
    await producer.stop()


def test_what_can_be_read_now_comes_back(settings: Settings, workers: Supervisor) -> None:
    """As when the reader was mended meanwhile: one letter can be read, one cannot."""
    values = (b'{"id":"mended","text":"Police said 12 people were arrested in Lyon.","lang":"en"}', b"still nonsense")
    producer = KafkaProducer(**settings.client(), acks="all")
    for offset, value in enumerate(values):
        letter = DeadLetter(
            key=None,
            value=value,
            exception="Bug",
            message="x",
            topic=settings.topic("articles"),
            partition=0,
            offset=offset,
        )
        producer.send(settings.topic("dead-letters"), value=value, headers=letter.to_headers()).get(timeout=30)
    producer.close()
    told = CliRunner().invoke(main, ["dlq", "retry", "--all"], env=to_environment(settings))
    assert told.stdout == "2 of 2 sent again\n"
    assert eventually(lambda: [one.article_id for one in readings(settings)] == ["mended"]), workers.log_tails()
    assert eventually(lambda: len(list(lying(settings))) == 3), "the other one lies there again"
    assert [one.letter.value for one in lying(settings)] == [*values, values[1]]
