"""Reading topics from the command line: from the beginning or a time to now, or on and on."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from kafka import KafkaConsumer, TopicPartition

from .interrupts import signals_wait
from .settings import Settings
from .topics import TopicError

POLL_MS = 500


def count(settings: Settings, topic: str) -> int:
    """How many records were ever sent to a topic.

    Raises:
        TopicError: there is no such topic.
        KafkaError: Kafka does not answer.
    """
    consumer = KafkaConsumer(**settings.client(), enable_auto_commit=False)
    try:
        return sum(consumer.end_offsets(_places(consumer, topic)).values())
    finally:
        consumer.close()


def records(settings: Settings, topic: str, *, since: datetime | None = None, follow: bool = False) -> Iterator[Any]:
    """kafka-python's records of a topic, in no group; ends at the ends that stood at the beginning, unless `follow`.

    Raises:
        TopicError: there is no such topic.
        KafkaError: Kafka does not answer.
    """
    consumer = KafkaConsumer(
        **settings.client(),
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=1 << 25,
    )
    try:
        places = _places(consumer, topic)
        consumer.assign(places)
        _seek(consumer, places, since)
        ends = consumer.end_offsets(places)
        while follow or any(consumer.position(place) < ends[place] for place in places):
            with signals_wait():
                batches = consumer.poll(timeout_ms=POLL_MS)
            for batch in batches.values():
                yield from batch
    finally:
        consumer.close()


def _places(consumer: Any, topic: str) -> list[Any]:
    partitions = consumer.partitions_for_topic(topic)
    if not partitions:
        raise TopicError(f"topic {topic} is missing; type: figurewatch topics create")
    return [TopicPartition(topic, number) for number in sorted(partitions)]


def _seek(consumer: Any, places: list[Any], since: datetime | None) -> None:
    if since is None:
        consumer.seek_to_beginning(*places)
        return
    moment = int(since.timestamp() * 1000)
    found = consumer.offsets_for_times(dict.fromkeys(places, moment))
    ends = consumer.end_offsets(places)
    for place in places:
        hit = found.get(place)
        consumer.seek(place, hit.offset if hit is not None else ends[place])
