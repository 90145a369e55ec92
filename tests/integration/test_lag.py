"""The lag that a worker shows, against what lies in Kafka."""

from collections.abc import Callable

import pytest
from confluent_kafka import Producer
from kafka import KafkaConsumer, OffsetAndMetadata, TopicPartition

from figurewatch.streams.lag import Behind, LagWatch
from figurewatch.streams.settings import Settings

pytestmark = pytest.mark.kafka
GROUP = "somebody"


def test_markers_of_transactions_are_no_lag(settings: Settings) -> None:
    """A worker that has read all would seem to stand still before the last one."""
    place = TopicPartition(settings.topic("articles"), 0)
    producer = Producer({"bootstrap.servers": ",".join(settings.brokers), "transactional.id": settings.prefix})
    producer.init_transactions()
    watch = LagWatch(settings, group=GROUP, assigned=lambda: {(place.topic, place.partition)})
    try:
        for _ in range(2):
            _in_a_transaction(producer, lambda: producer.produce(place.topic, value=b"{}", partition=0))
        assert _behind(watch) == 4, "two records, two markers"
        _commit(settings, place, 2)
        assert _behind(watch) == 2
        assert watch.seen.behind[(place.topic, place.partition)].seconds > 0
        _commit(settings, place, 3)
        watch.ask()
        assert watch.seen.behind == {(place.topic, place.partition): Behind(0, 0.0)}
    finally:
        watch.stop()


def _in_a_transaction(producer: Producer, produce: Callable[[], None]) -> None:
    producer.begin_transaction()
    produce()
    producer.commit_transaction()


def _behind(watch: LagWatch) -> int:
    watch.ask()
    return watch.seen.records


def _commit(settings: Settings, place: TopicPartition, offset: int) -> None:
    consumer = KafkaConsumer(**settings.client(), group_id=GROUP, enable_auto_commit=False)
    consumer.assign([place])
    consumer.commit({place: OffsetAndMetadata(offset, "", -1)})
    consumer.close()
