"""What a day of so many articles asks for, simulated from articles that are read here and now.

`python bench/volume.py [--day N] [FILE...]`: reads the articles (the demo's by default) and works out processes, bytes
and memory; `bench/skew.py` lays them on partitions.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import msgspec
from speed import say

from figurewatch.agents.compare import row_key
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.registering import register
from figurewatch.schemas.claim import ClaimRecord, Reading
from figurewatch.schemas.codec import encode
from figurewatch.schemas.row import pack
from figurewatch.streams.demo import demo_files
from figurewatch.streams.replay import readings
from figurewatch.streams.settings import from_environment
from figurewatch.streams.sources import articles

DAY = 86_400
PEAK = 3.0
"""The busiest hour has so many times the mean."""
CLAIM_BYTES = 10_000
"""In compare's memory, as `bench/startup.py` shows it."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What one article brings, on the mean."""

    seconds_read: float
    seconds_judged: float
    records: float
    claims: float
    reading_bytes: float
    row_bytes: float
    families: Counter[str]
    """Claims by family, of all articles read."""


def main() -> None:
    """Print the load of an article and of a day."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--day", type=int, default=1_000_000, help="articles a day")
    parser.add_argument("files", nargs="*", default=demo_files())
    options = parser.parse_args()
    load = measured(options.files)
    for line in (*_of_an_article(load), *_of_a_day(load, options.day)):
        say(line)


def measured(files: list[str]) -> Load:
    """Read and judge the articles here, in one process, without Kafka."""
    given = list(articles(files, complain=say))
    reader = Reader(models=from_environment({}).models)
    began = time.process_time()
    now = datetime.now(UTC)
    read = list(readings(given, reader=reader, received_at=now, complain=say))
    between = time.process_time()
    sent = list(_records(read))
    _judged(sent)  # what is looked up once a process is no article's
    warm = time.process_time()
    sizes = _judged(sent)
    judged, count = time.process_time() - warm, len(read)
    return Load(
        seconds_read=(between - began) / count,
        seconds_judged=judged / len(sent),
        records=len(sent) / count,
        claims=sum(len(one.claims) for one in read) / count,
        reading_bytes=sum(len(encode(one)) for one in read) / count,
        row_bytes=sum(sizes) / len(sizes),
        families=Counter(claim.family for one in read for claim in one.claims),
    )


def _judged(sent: list[ClaimRecord]) -> list[int]:
    """The bytes of each record's row."""
    memory = Memory()
    judged = (judge(memory, record, offset=offset, key=row_key(record)) for offset, record in enumerate(sent))
    return [len(pack(one.row)) for one in judged]


def _records(read: list[Reading]) -> Iterator[ClaimRecord]:
    for reading in read:
        yield from register(None, reading).records


def _of_an_article(load: Load) -> Iterator[str]:
    yield (
        f"an article: {1000 * load.seconds_read:.0f} ms read, {load.claims:.1f} claims in {load.records:.1f} records "
        f"of {1000 * load.seconds_judged:.2f} ms judged, {load.reading_bytes / 1e3:.1f} kB of reading, "
        f"{load.row_bytes / 1e3:.1f} kB a row"
    )


def _of_a_day(load: Load, day: int) -> Iterator[str]:
    peak = PEAK * day / DAY
    yield f"a day of {day:,}: {day / DAY:.1f} articles/s, {peak:.1f} at the peak, {peak * load.records:.0f} records/s"
    yield f"  reading: {peak * load.seconds_read:.1f} processes at the peak"
    yield f"  judging: {peak * load.records * load.seconds_judged:.2f} processes at the peak, were it even"
    rows = day * load.records
    yield f"  rows a day: {rows:,.0f}, {rows * load.row_bytes / 1e9:.1f} GB of changelog a copy"
    yield f"  memory of compare: {day * load.claims * CLAIM_BYTES / 1e9:.0f} GB a day of claims, until it is full"
    yield from _when_full(load, day * load.claims)


def _when_full(load: Load, claims: float) -> Iterator[str]:
    """A family that has as many claims as may be remembered forgets the longest untouched for each new one."""
    most = from_environment({}).remembered_claims
    full = len(load.families) * most
    days = most / claims * load.families.total() / load.families.most_common(1)[0][1]
    yield (
        f"  full: {most:,} claims a family, {full * CLAIM_BYTES / 1e9:.0f} GB over all workers; "
        f"the hottest family then remembers {24 * days:.1f} hours"
    )


if __name__ == "__main__":
    main()
