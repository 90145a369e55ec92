"""A small Faust app that counts what it is sent, with or without the recovery of streams/recovery.py.

`python counting.py BROKER PREFIX FOLDER fixed|unfixed SECONDS`: reads PREFIX-in, keeps a table, sends each key to
PREFIX-out. So many seconds pass between the seek to the committed offsets and what Faust does next, as they may when
the event loop is busy: issue 596 is a race, and this opens its window.
"""

import asyncio
import sys
from typing import Any

import faust

from figurewatch.streams.recovery import TableManager


def seeking_slowly(consumer: type, seconds: float) -> type:
    """Faust's class of consumers, with a seek that comes back late."""

    class Consumer(consumer):  # the class is Faust's, known at run time only
        async def perform_seek(self) -> None:
            await super().perform_seek()
            await asyncio.sleep(seconds)

    return Consumer


def main(broker: str, prefix: str, folder: str, recovery: str, seconds: str) -> None:
    """Run until SIGTERM."""
    fix: dict[str, Any] = {"TableManager": TableManager} if recovery == "fixed" else {}
    app = faust.App(
        f"{prefix}-app",
        broker=f"kafka://{broker}",
        store="rocksdb://?driver=rocksdict",
        datadir=folder,
        web_enabled=False,
        topic_disable_leader=True,
        topic_partitions=2,
        table_standby_replicas=0,
        producer_linger=0.005,
        consumer_auto_offset_reset="earliest",
        stream_buffer_maxsize=4096,
        consumer_group_instance_id=f"{prefix}-member",
        **fix,
    )
    app.transport.Consumer = seeking_slowly(app.transport.Consumer, float(seconds))
    raw: dict[str, Any] = {"key_type": bytes, "value_type": bytes, "key_serializer": "raw", "value_serializer": "raw"}
    source = app.topic(f"{prefix}-in", **raw)
    out = app.topic(f"{prefix}-out", **raw)
    table = app.Table("counts", key_type=bytes, value_type=bytes, partitions=2)

    @app.agent(source)
    async def count(stream: Any) -> None:
        async for event in stream.events():
            await asyncio.sleep(0.001)  # so that restarts find a backlog
            table[event.key] = event.value
            await out.send(key=event.key, value=event.value)

    faust.Worker(app, loglevel="WARN", quiet=True, redirect_stdouts=False).execute_from_commandline()


if __name__ == "__main__":
    main(*sys.argv[1:])
