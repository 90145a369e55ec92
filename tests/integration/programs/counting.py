"""A small Faust app that counts what it is sent, with or without the recovery of streams/recovery.py.

`python counting.py BROKER PREFIX FOLDER fixed|unfixed`: reads PREFIX-in, keeps a table, sends each key to PREFIX-out.
"""

import asyncio
import sys
from typing import Any

import faust

from figurewatch.streams.recovery import TableManager


def main(broker: str, prefix: str, folder: str, recovery: str) -> None:
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
