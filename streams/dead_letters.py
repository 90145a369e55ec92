"""The dead-letter topic, for people: list, look at, send again."""

from collections.abc import Iterator
from typing import Any

import msgspec
from kafka import KafkaProducer

from ..schemas.dead_letter import DeadLetter, from_headers
from .consuming import records
from .settings import Settings

MAX_REQUEST_BYTES = 1 << 25
"""More than any topic takes."""

RETRIED = "figurewatch_retried"
"""Header of a record that was sent again from the dead letters."""


class Lying(msgspec.Struct, frozen=True, kw_only=True):
    """A dead letter and where it lies."""

    place: str
    """partition:offset in the dead-letter topic, its name on the command line."""
    letter: DeadLetter


def lying(settings: Settings) -> Iterator[Lying]:
    """All dead letters, oldest first in each partition."""
    for record in records(settings, settings.topic("dead-letters")):
        letter = from_headers(key=record.key, value=record.value, headers=record.headers)
        yield Lying(place=f"{record.partition}:{record.offset}", letter=letter)


def retry(settings: Settings, letters: list[DeadLetter]) -> int:
    """Send the original bytes, key and headers back to their topics; how many Kafka has acknowledged."""
    producer = KafkaProducer(**settings.client(), acks="all", max_request_size=MAX_REQUEST_BYTES)
    try:
        sent = [_send(producer, letter) for letter in letters]
        producer.flush()
        return sum(future.succeeded() for future in sent)
    finally:
        producer.close()


def _send(producer: Any, letter: DeadLetter) -> Any:
    headers = [*letter.original_headers, (RETRIED, b"1")]
    return producer.send(letter.topic, key=letter.key, value=letter.value, headers=headers)
