"""How uneven the load lies on compare's partitions: records, judging and memory by family of measures.

`python bench/skew.py [--day N] [--hot N] [FILE...]`: the articles of FIGUREWATCH_EVAL's streams, of the files, or the
demo's, are read and judged here as one stream, and laid on 4, 16 and 64 partitions as the producers do. Then so many
articles claim one figure, as when all the world writes of one thing.
"""

import argparse
import os
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from aiokafka.partitioner import DefaultPartitioner
from speed import say

from figurewatch.agents.compare import row_key
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.registering import register
from figurewatch.schemas.article import Article
from figurewatch.schemas.claim import Reading
from figurewatch.streams.demo import demo_files
from figurewatch.streams.replay import readings
from figurewatch.streams.sources import articles

DAY = 86_400
LAST = 100
"""Articles on one figure that are timed."""
PEAK = 3.0
"""The busiest hour has so many times the mean."""


class Load(msgspec.Struct, kw_only=True):
    """What came of the articles, by family."""

    articles: int = 0
    records: Counter[str] = msgspec.field(default_factory=Counter)
    seconds: dict[str, float] = msgspec.field(default_factory=lambda: defaultdict(float))
    claims: Counter[str] = msgspec.field(default_factory=Counter)
    measures: Counter[str] = msgspec.field(default_factory=Counter)


def main() -> None:
    """Print the hottest families and measures, and the fullest of so many partitions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--day", type=int, default=1_000_000, help="articles a day")
    parser.add_argument("--hot", type=int, default=2_000, help="articles on one figure")
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    for line in report(measured(options.files or _streams()), options.day):
        say(line)
    say(f"a figure that {options.hot:,} articles claim: {1000 * hot_seconds(options.hot):.1f} ms for one record more")


def _streams() -> list[str]:
    folder = os.environ.get("FIGUREWATCH_EVAL")
    return sorted(map(str, Path(folder, "streams").glob("*.jsonl"))) if folder else demo_files()


def measured(files: list[str]) -> Load:
    """Read and judge the articles in published order; names of persons, which take a model, change no key."""
    now = datetime.now(UTC)
    given = sorted(articles(files, complain=say), key=lambda article: article.published_at or now)
    read = readings(given, reader=Reader(models={}), received_at=now, complain=say)
    load, memory = Load(), Memory()
    for reading in read:
        load.articles += 1
        _judge(load, memory, reading)
    return load


def _judge(load: Load, memory: Memory, reading: Reading) -> None:
    for record in register(None, reading).records:
        began = time.process_time()
        judge(memory, record, offset=load.records.total() + 1, key=row_key(record))
        load.seconds[record.family] += time.process_time() - began
        load.records[record.family] += 1
        load.claims[record.family] += len(record.claims)
        load.measures.update(claim.measure for claim in record.claims)


def hot_seconds(articles_on_it: int) -> float:
    """What a record costs where everybody claims one figure: the nearest are looked at, however many there are."""
    now, memory = datetime.now(UTC), Memory()
    given = [
        Article(id=f"a{number}", lang="en", published_at=now, text=f"Police said {number} people were killed in Lyon.")
        for number in range(articles_on_it)
    ]
    records = [
        record
        for reading in readings(given, reader=Reader(models={}), received_at=now, complain=say)
        for record in register(None, reading).records
    ]
    for offset, record in enumerate(records):
        if offset == len(records) - LAST:
            began = time.process_time()
        judge(memory, record, offset=offset, key=row_key(record))
    return (time.process_time() - began) / LAST


def report(load: Load, day: int) -> Iterator[str]:
    """A few lines on the families, then one a number of partitions."""
    yield f"{load.articles:,} articles, {load.records.total():,} records, {load.claims.total():,} claims"
    yield f"families: {len(load.records)}; records {_hottest(load.records)}"
    yield f"  claims {_hottest(load.claims)}; judging {_hottest(load.seconds)}"
    yield f"measures: {len(load.measures)}; claims {_hottest(load.measures)}"
    busiest = PEAK * day / DAY / load.articles
    for partitions in (4, 16, 64):
        fullest = {name: _fullest(loads, partitions) for name, loads in _loads(load).items()}
        used = len(_laid(load.records, partitions))
        shares = ", ".join(f"{name} {share:.0%} ({share * partitions:.1f} x)" for name, share in fullest.items())
        work = fullest["judging"] * sum(load.seconds.values()) * busiest
        yield f"{partitions:3} partitions, {used} in use; the fullest has of {shares}; busy {work:.0%} at the peak"


def _loads(load: Load) -> dict[str, Mapping[str, float]]:
    return {"records": load.records, "claims": load.claims, "judging": load.seconds}


def _hottest(loads: Mapping[str, float]) -> str:
    total, most = sum(loads.values()), sorted(loads, key=lambda name: -loads[name])[:4]
    return ", ".join(f"{name} {loads[name] / total:.0%}" for name in most)


def _laid(loads: Mapping[str, float], partitions: int) -> dict[int, float]:
    numbers, laid = list(range(partitions)), defaultdict[int, float](float)
    for family, load in loads.items():
        laid[DefaultPartitioner()(family.encode(), numbers, numbers)] += load
    return laid


def _fullest(loads: Mapping[str, float], partitions: int) -> float:
    return max(_laid(loads, partitions).values()) / sum(loads.values())


if __name__ == "__main__":
    main()
