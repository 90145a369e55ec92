"""Feeding articles into Kafka: every record acknowledged by all replicas, or said not to be."""

import time
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from kafka import KafkaProducer

from ..agents.extract import BACKFILL_HEADER
from ..schemas.cloudevents import headers_for
from .settings import Settings
from .sources import RawItem

MAX_REQUEST_BYTES = 8 * 1024 * 1024


class Fed(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a feed."""

    taken: int
    refused: tuple[str, ...] = ()
    """A sentence for each record that Kafka does not have."""


def feed(
    settings: Settings,
    items: Iterable[RawItem],
    *,
    rate: float | None = None,
    backfill: bool = False,
    progress: Callable[[int], None] = lambda count: None,
) -> Fed:
    """Send the items and wait for every acknowledgement; `rate` is articles a second at most."""
    producer = KafkaProducer(**settings.client(), acks="all", max_request_size=MAX_REQUEST_BYTES, linger_ms=5)
    refused: list[str] = []
    sent: list[tuple[RawItem, Any]] = []
    began = time.monotonic()
    try:
        for count, item in enumerate(items, 1):
            if reason := item.refused:
                refused.append(reason)
                continue
            if rate:
                time.sleep(max(0.0, began + count / rate - time.monotonic()))
            sent.append((item, _send(producer, settings, item, backfill=backfill)))
            progress(count)
        producer.flush()
    finally:
        producer.close()
    refused += [f"{item.where}: {future.exception}" for item, future in sent if not future.succeeded()]
    return Fed(taken=sum(future.succeeded() for _, future in sent), refused=tuple(refused))


def _send(producer: Any, settings: Settings, item: RawItem, *, backfill: bool) -> Any:
    subject = (item.key or b"").decode("utf-8", "replace")
    headers = headers_for("article", subject=subject, body=item.value)
    if backfill:
        headers.append((BACKFILL_HEADER, b"1"))
    return producer.send(settings.topic("articles"), key=item.key, value=item.value, headers=headers)


def withdraw(settings: Settings, article_id: str) -> None:
    """A null record: the article and all its claims are withdrawn.

    Raises:
        KafkaError: it was not acknowledged.
    """
    producer = KafkaProducer(**settings.client(), acks="all")
    try:
        producer.send(settings.topic("articles"), key=article_id.encode(), value=None).get(timeout=30)
    finally:
        producer.close()
