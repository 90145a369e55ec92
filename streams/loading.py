"""Changelogs into RocksDB in bulk: a table from an empty folder in seconds where Faust, event by event, takes minutes.

It also ends where the last records of a changelog were compacted away: Faust waits for the last offset for ever.
"""

from collections.abc import Mapping
from typing import Any

import rocksdict
from aiokafka import AIOKafkaConsumer, TopicPartition
from faust.transport.drivers.aiokafka import credentials_to_aiokafka_auth
from faust.types import TP

from .progress import Progress

FETCH_BYTES = 8 << 20
"""From one partition at a time; written in one batch, in which time the event loop stands still."""
POLL_MS = 500


async def load(
    app: Any,
    stores: Mapping[TP, Any],
    *,
    starts: Mapping[TP, int],
    ends: Mapping[TP, int],
    progress: Progress,
) -> bool:
    """Write the changelog partitions from `starts` to before `ends` into the stores; false when a rebalance came."""
    spans = {TopicPartition(tp.topic, tp.partition): tp for tp in stores if starts[tp] < ends[tp]}
    if not spans:
        return True
    progress.step("restoring records of its changelog", records=sum(ends[tp] - starts[tp] for tp in spans.values()))
    round_of, consumer = app.rebalancing_count, _consumer(app)
    await consumer.start()
    try:
        consumer.assign(list(spans))
        at = {place: starts[tp] for place, tp in spans.items()}
        for place, offset in at.items():
            consumer.seek(place, offset)
        while open_places := [place for place in spans if at[place] < ends[spans[place]]]:
            found = await consumer.getmany(*open_places, timeout_ms=POLL_MS)
            if app.rebalancing_count != round_of:
                return False
            for place in open_places:
                tp, reached = spans[place], await consumer.position(place)
                _write(stores[tp], tp, found.get(place, []), reached=reached)
                progress.advance(min(reached, ends[tp]) - at[place])
                at[place] = min(reached, ends[tp])
        return True
    finally:
        await consumer.stop()


def _consumer(app: Any) -> AIOKafkaConsumer:
    """In no group, with the app's rights."""
    return AIOKafkaConsumer(
        bootstrap_servers=[f"{url.host}:{url.port}" for url in app.conf.broker],
        enable_auto_commit=False,
        auto_offset_reset="earliest",
        max_partition_fetch_bytes=FETCH_BYTES,
        fetch_max_bytes=4 * FETCH_BYTES,
        **credentials_to_aiokafka_auth(app.conf.broker_credentials, app.conf.ssl_context),
    )


def _write(store: Any, tp: TP, records: list[Any], *, reached: int) -> None:
    """Rows and the offset they reach to in one batch, so that a kill leaves both or neither."""
    batch = rocksdict.WriteBatch(raw_mode=True)
    for record in records:
        if record.value is None:
            batch.delete(record.key)
        else:
            batch.put(record.key, record.value)
    batch.put(store.offset_key, str(reached - 1).encode())
    store._db_for_partition(tp.partition).write(batch)
