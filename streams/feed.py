"""Feeding articles into Kafka: every record acknowledged by all replicas, or said not to be."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from kafka import KafkaProducer
from kafka.errors import KafkaError

from ..agents.extract import BACKFILL_HEADER
from ..schemas.cloudevents import headers_for
from .interrupts import signals_wait
from .settings import Settings
from .sources import RawItem

MAX_REQUEST_BYTES = 8 * 1024 * 1024
MOST_UNANSWERED = 1000
"""Records on their way at a time; a source of any length takes no more memory than these."""
ANSWER_SECONDS = 150
"""A little longer than kafka-python tries to deliver a record."""


class Fed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a feed."""

    taken: int
    refused: tuple[str, ...] = ()
    """A sentence for each record that Kafka does not have."""


class Feeder:
    """Sends records and counts the acknowledgements."""

    def __init__(self, settings: Settings, *, backfill: bool) -> None:
        """Connects.

        Raises:
            KafkaError: Kafka does not answer.
        """
        self._producer = KafkaProducer(**settings.client(), acks="all", max_request_size=MAX_REQUEST_BYTES, linger_ms=5)
        self._topic = settings.topic("articles")
        self._backfill = backfill
        self._unanswered: deque[tuple[str, Any]] = deque()
        self._refused: list[str] = []
        self._taken = 0

    def send(self, item: RawItem) -> None:
        """Send one, or refuse it; waits when too many are unanswered."""
        if reason := item.refused:
            self._refused.append(reason)
            return
        subject = (item.key or b"").decode("utf-8", "replace")
        headers = headers_for("article", subject=subject, body=item.value)
        marks = {*item.marks, BACKFILL_HEADER} if self._backfill else {*item.marks}
        headers += [(mark, b"1") for mark in sorted(marks)]
        with signals_wait():
            sent = self._producer.send(self._topic, key=item.key, value=item.value, headers=headers)
        self._unanswered.append((item.where, sent))
        if len(self._unanswered) >= MOST_UNANSWERED:
            self._settle(len(self._unanswered) // 2)

    def finish(self) -> Fed:
        """Wait for all that is unanswered; what became of everything."""
        self._settle(len(self._unanswered))
        return Fed(taken=self._taken, refused=tuple(self._refused))

    def close(self) -> None:
        """Disconnect."""
        self._producer.close()

    def _settle(self, count: int) -> None:
        """Wait for the answers to the oldest."""
        for _ in range(count):
            where, sent = self._unanswered.popleft()
            try:
                sent.get(timeout=ANSWER_SECONDS)
                self._taken += 1
            except KafkaError as error:
                self._refused.append(f"{where}: {error}")


def feed(
    settings: Settings,
    items: Iterable[RawItem],
    *,
    rate: float | None = None,
    backfill: bool = False,
    progress: Callable[[int], None] = lambda count: None,
) -> Fed:
    """Send the items and wait for every acknowledgement; `rate` is articles a second at most.

    Raises:
        KafkaError: Kafka does not answer.
    """
    feeder = Feeder(settings, backfill=backfill)
    began = time.monotonic()
    try:
        for count, item in enumerate(items, 1):
            if rate:
                time.sleep(max(0.0, began + count / rate - time.monotonic()))
            feeder.send(item)
            progress(count)
        return feeder.finish()
    finally:
        feeder.close()


def withdraw(settings: Settings, article_id: str) -> None:
    """A null record: the article and all its claims are withdrawn.

    Raises:
        KafkaError: Kafka does not answer, or did not take it.
    """
    producer = KafkaProducer(**settings.client(), acks="all")
    try:
        producer.send(settings.topic("articles"), key=article_id.encode(), value=None).get(timeout=ANSWER_SECONDS)
    finally:
        producer.close()
