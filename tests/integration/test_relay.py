"""figurewatch relay on a real Kafka: at least once, in order, over kill -9, from where it ended."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from kafka import KafkaProducer

from figurewatch.schemas.cloudevents import headers_for
from figurewatch.schemas.codec import encode
from figurewatch.streams.settings import Settings, to_environment

from ..unit.schemas.examples import ALERT
from .helpers import eventually
from .receiver import Receiver, receiving

pytestmark = pytest.mark.kafka


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


def publish(settings: Settings, *ids: str) -> None:
    producer = KafkaProducer(**settings.client())
    for name in ids:
        alert = msgspec.structs.replace(ALERT, alert_id=name)
        value = encode(alert)
        headers = headers_for("alert", subject=name, body=value)
        producer.send(settings.topic("alerts"), key=b"one", value=value, headers=headers).get(10)
    producer.close()


def start(settings: Settings, receiver: Receiver, *options: str, stderr: int | None = None) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "figurewatch.streams", "relay", "--webhook", receiver.address, *options]
    return subprocess.Popen(command, env=to_environment(settings), stderr=stderr)


def test_every_alert_arrives_in_order_whatever_happens(settings: Settings, receiver: Receiver, tmp_path: Path) -> None:
    wanted = [f"alert-{number:02d}" for number in range(30)]
    publish(settings, *wanted[:10])
    receiver.answers = [503, 0, 200, 200, 500]
    secret = tmp_path / "secret"
    secret.write_text("0123456789abcdef")
    options = ("--from-beginning", "--secret-file", str(secret))
    relay = start(settings, receiver, *options)
    try:
        assert eventually(lambda: len(receiver.taken) > 4)
        relay.kill()
        relay.wait()
        publish(settings, *wanted[10:20])
        relay = start(settings, receiver, *options)
        assert eventually(lambda: set(receiver.ids()) == set(wanted[:20]))
        publish(settings, *wanted[20:])
        assert eventually(lambda: set(receiver.ids()) == set(wanted))
    finally:
        relay.terminate()
        assert relay.wait(15) == 0
    assert list(dict.fromkeys(receiver.ids())) == wanted, "in order, but for repeats"
    assert len(receiver.ids()) <= len(wanted) + 2, "few are given twice"
    headers, body = receiver.taken[0]
    assert headers["ce-subject"] == "alert-00"
    assert headers["webhook-signature"].startswith("v1,")
    assert b'"alert_id":"alert-00"' in body


def test_a_new_relay_begins_with_what_is_to_come_and_loses_nothing_of_it(
    settings: Settings, receiver: Receiver
) -> None:
    publish(settings, "old")
    relay = start(settings, receiver)
    try:
        numbers = iter(range(1000))

        def arrived() -> bool:
            publish(settings, f"new-{next(numbers)}")
            return bool(receiver.taken)

        assert eventually(arrived)
        relay.kill()
        relay.wait()
        publish(settings, "while-away")
        relay = start(settings, receiver)
        assert eventually(lambda: "while-away" in receiver.ids())
    finally:
        relay.terminate()
        relay.wait(15)
    assert "old" not in receiver.ids()


def test_only_what_is_asked_for(settings: Settings, receiver: Receiver) -> None:
    publish(settings, "contradiction")
    options = ("--from-beginning", "--relation")
    relay = start(settings, receiver, *options, "repeated", stderr=subprocess.PIPE)
    other = start(settings, receiver, *options, ALERT.relation, "--name", "other", stderr=subprocess.PIPE)
    try:
        assert eventually(lambda: receiver.ids() == ["contradiction"])
    finally:
        for each in (relay, other):
            each.terminate()
    complaints = [complaint for each in (relay, other) for complaint in _complaints(each.communicate(timeout=15)[1])]
    assert complaints == [], "but of a broker's passing moods"
    assert receiver.ids() == ["contradiction"]


def _complaints(stderr: bytes) -> list[str]:
    """What was logged, but for sockets that close and coordinators that move: the client tries again by itself."""
    passing = ("kafka.net.", "Marking the coordinator dead")
    logged = re.split(r"(?m)^(?=\d{4}-\d\d-\d\d )", stderr.decode())
    return [each for each in logged if each and not any(words in each for words in passing)]
