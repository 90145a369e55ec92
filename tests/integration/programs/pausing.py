"""A small Faust app whose flow stops while a fetch is in flight, as in a rebalance; each time a first record comes in.

`python pausing.py BROKER TOPIC PARTITIONS fixed|unfixed`: prints how many of the records, one a partition, it has seen.
"""

import asyncio
import os
import sys
from typing import Any

import faust

from figurewatch.streams.rewinding import rewinding

FETCH_SECONDS = 1.0
"""Faust waits so long for records."""


def main(broker: str, topic: str, partitions: str, consumer: str) -> None:
    """Run until every record has had its time."""
    app = faust.App(
        f"{topic}-app",
        broker=f"kafka://{broker}",
        store="memory://",
        web_enabled=False,
        topic_disable_leader=True,
        consumer_auto_offset_reset="earliest",
    )
    if consumer == "fixed":
        app.transport.Consumer = rewinding(app.transport.Consumer)
    source = app.topic(topic, key_type=bytes, value_type=bytes, key_serializer="raw", value_serializer="raw")
    seen = set()

    @app.agent(source)
    async def see(stream: Any) -> None:
        async for event in stream.events():
            seen.add(event.message.partition)

    @app.task
    async def stop_and_go() -> None:
        await app.tables.recovery.completed.wait()
        for partition in range(int(partitions)):
            await asyncio.sleep(FETCH_SECONDS / 4)  # the next fetch is on its way
            app.consumer.stop_flow()
            await source.send(key=b"k", value=b"v", partition=partition, force=True)
            await asyncio.sleep(1.5 * FETCH_SECONDS)
            app.consumer.resume_flow()
        await asyncio.sleep(3 * FETCH_SECONDS)
        print(len(seen), flush=True)  # noqa: T201
        os._exit(0)  # how it ends is no part of this

    worker = faust.Worker(app, loglevel="WARN", quiet=True, redirect_stdouts=False)
    worker.spinner = None
    worker.execute_from_commandline()


if __name__ == "__main__":
    main(*sys.argv[1:])
