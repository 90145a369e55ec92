"""A bare Faust agent, to hold `compare` against: it writes each record that comes to a RocksDB table, and that is all.

`python bench/bare.py BROKER SOURCE PARTITIONS FOLDER`: the table, its changelog and the producer are set as compare's.
"""

import sys
from typing import Any

import faust

from figurewatch.streams.app import ROCKSDB_OPTIONS


def changelog(source: str) -> str:
    """The topic behind the table."""
    return f"{source}-bare-rows-changelog"


def main(broker: str, source: str, partitions: str, folder: str) -> None:
    """Run until SIGTERM."""
    app = faust.App(
        f"{source}-bare",
        broker=f"kafka://{broker}",
        store="rocksdb://?driver=rocksdict",
        datadir=folder,
        web_enabled=False,
        topic_disable_leader=True,
        topic_partitions=int(partitions),
        table_standby_replicas=0,
        producer_linger=0.02,
        producer_acks=-1,
        consumer_auto_offset_reset="earliest",
        stream_buffer_maxsize=1024,
    )
    raw: dict[str, Any] = {"key_type": bytes, "value_type": bytes}
    rows = app.Table("rows", partitions=int(partitions), options=ROCKSDB_OPTIONS, **raw)

    @app.agent(app.topic(source, key_serializer="raw", value_serializer="raw", **raw))
    async def keep(stream: Any) -> None:
        async for event in stream.events():
            rows[event.key] = event.value

    worker = faust.Worker(app, loglevel="WARN", quiet=True, redirect_stdouts=False)
    worker.spinner = None
    worker.execute_from_commandline()


if __name__ == "__main__":
    main(*sys.argv[1:])
