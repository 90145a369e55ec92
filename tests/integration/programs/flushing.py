"""Faust's producer, or ours, is flushed: while its queue never gets empty, and while what is queued is sent late.

`python flushing.py BROKER TOPIC fixed|unfixed`: prints the seconds that the first took, and whether the second waited.
`python flushing.py BROKER TOPIC refused`: ours is flushed with a row too large for the client before another.
"""

import asyncio
import sys
import time
from typing import Any

import faust

from figurewatch.streams.flushing import flushing

BUSY_SECONDS = 3.0
LATE_SECONDS = 0.5
"""Longer than Faust waits for the next record to be sent."""


async def _while_busy(topic: Any, producer: Any) -> float:
    """As many records come as are sent."""

    async def keep_busy() -> None:
        while True:
            topic.send_soon(key=b"k", value=b"v")
            await asyncio.sleep(0)

    task = asyncio.create_task(keep_busy())
    await asyncio.sleep(0.1)
    began = time.monotonic()
    await asyncio.wait([asyncio.create_task(producer.flush())], timeout=BUSY_SECONDS)
    took = time.monotonic() - began
    task.cancel()
    while producer.buffer.size:
        await asyncio.sleep(0.1)
    return took


async def _while_late(topic: Any, producer: Any) -> bool:
    """A record that is on its way to the producer, as when Kafka takes no more for the moment."""
    publish = topic.publish_message

    async def late(*arguments: Any, **options: Any) -> Any:
        await asyncio.sleep(LATE_SECONDS)
        return await publish(*arguments, **options)

    topic.publish_message = late
    sent = [topic.send_soon(key=b"k", value=b"v") for _ in range(2)]
    await producer.flush()
    return all(each.done() for each in sent)


async def _with_one_too_large(topic: Any, producer: Any) -> None:
    """The client does not take the first row."""
    topic.send_soon(key=b"k", value=bytes(2 * producer.max_request_size))
    topic.send_soon(key=b"k", value=b"v")
    await producer.flush()


async def main(broker: str, name: str, kind: str) -> None:
    """Those of the kind, one after the other."""
    app = faust.App(f"{name}-app", broker=f"kafka://{broker}", store="memory://", topic_allow_declare=False)
    if kind != "unfixed":
        app.transport.Producer = flushing(app.transport.Producer)
    topic = app.topic(name, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")
    producer = app.producer
    await producer.start()
    if kind == "refused":
        await _with_one_too_large(topic, producer)
        return
    print(await _while_busy(topic, producer), await _while_late(topic, producer))  # noqa: T201
    await producer.stop()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
