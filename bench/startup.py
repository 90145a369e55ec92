"""How soon compare is ready again: after kill -9 with its folder kept, and from an empty folder.

`python bench/startup.py [--claims N] [--partitions N]`: an embedded Kafka, one worker, so many remembered claims (of
the demo's articles, under other ids). `ready` counts from the start of the process; `cpu` and `rss`: used by then.
"""

import argparse
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import msgspec
from aiokafka.partitioner import DefaultPartitioner
from kafka import KafkaProducer
from processor import seconds

from figurewatch.agents.compare import row_key
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.registering import register
from figurewatch.schemas.claim import ClaimRecord
from figurewatch.schemas.row import Row, pack
from figurewatch.streams import topics
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.demo import demo_files
from figurewatch.streams.replay import readings
from figurewatch.streams.settings import Settings, from_environment
from figurewatch.streams.sources import articles
from figurewatch.streams.supervisor import Supervisor

PATIENCE_SECONDS = 900.0


def main() -> None:
    """Print one line a start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--partitions", type=int, default=4)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, EmbeddedBroker(Path(folder) / "kafka") as broker:
        settings = from_environment(
            {},
            brokers=broker.bootstrap.split(","),
            data_dir=Path(folder) / "data",
            partitions=options.partitions,
            web_port=0,
        )
        topics.create(settings)
        rows, size = fill(settings, claims=options.claims)
        print(f"{options.claims:,} claims in {rows:,} rows, {size / 1e6:,.0f} MB of changelog")
        for name, before in (("empty folder", _nothing), ("folder kept, kill -9", _nothing), ("empty folder", _forget)):
            before(settings)
            ready, cpu, rss = start(settings)
            print(f"{name:>22}: ready after {ready:.1f} s, cpu {cpu:.1f} s, rss {rss / 1e6:,.0f} MB", flush=True)


def fill(settings: Settings, *, claims: int) -> tuple[int, int]:
    """Put so many claims into compare's changelog; rows and bytes."""
    producer = KafkaProducer(**settings.client(), acks="all", linger_ms=50, batch_size=1 << 20)
    topic = topics.changelog(settings, "compare")
    partitions = list(range(settings.partitions))
    made = rows = size = 0
    for row in plenty():
        value = pack(row)
        place = DefaultPartitioner()(row.record.family.encode(), partitions, partitions)
        producer.send(topic, key=row_key(row.record).encode(), value=value, partition=place)
        made, rows, size = made + len(row.record.claims), rows + 1, size + len(value)
        if made >= claims:
            break
    producer.flush()
    producer.close()
    return rows, size


def plenty() -> Iterator[Row]:
    """The rows that the demo's articles leave, again and again under other ids."""
    originals = list(_rows())
    for edition in count():
        for row in originals:
            claims = tuple(
                msgspec.structs.replace(one, claim_id=f"{one.claim_id}{edition}") for one in row.record.claims
            )
            record = msgspec.structs.replace(
                row.record, article_id=f"{row.record.article_id}-{edition}", claims=claims, withdrawn=()
            )
            links = tuple((f"{one}{edition}", f"{two}{edition}") for one, two in row.figures)
            yield msgspec.structs.replace(row, record=record, figures=links)


def _rows() -> Iterator[Row]:
    memory, offset = Memory(), count()
    now = datetime(2024, 1, 1, tzinfo=UTC)
    given = articles(demo_files(), complain=print)
    for reading in readings(given, reader=Reader(models={}), received_at=now, complain=print):
        for record in register(None, reading).records:
            yield _judged(memory, record, next(offset))


def _judged(memory: Memory, record: ClaimRecord, offset: int) -> Row:
    return judge(memory, record, offset=offset, key=row_key(record)).row


def start(settings: Settings) -> tuple[float, float, int]:
    """Start compare, wait until it is ready, kill it; seconds by the clock, of the processor, and bytes."""
    with tempfile.TemporaryDirectory() as logs:
        worker = Supervisor(settings, stages=("compare",), log_folder=Path(logs))
        began = time.monotonic()
        worker.start()
        try:
            if not worker.wait_until_ready(PATIENCE_SECONDS):
                raise SystemExit(worker.log_tails())
            took = time.monotonic() - began
            pid = worker.pids()["compare"]
            cpu, rss = seconds(pid), _resident(pid)
            os.kill(pid, signal.SIGKILL)
            return took, cpu, rss
        finally:
            worker.stop()


def _resident(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def _nothing(settings: Settings) -> None:
    """As it is."""


def _forget(settings: Settings) -> None:
    for path in settings.data_dir.iterdir():
        if path.is_dir():
            shutil.rmtree(path)


if __name__ == "__main__":
    main()
