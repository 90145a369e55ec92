"""How much the pipeline does on one real Kafka, and how soon an alert is out: ratios beside rates, in one run.

`python bench/pipeline.py [--articles N] [--records N]`: an embedded Kafka, the demo's articles again and again under
other ids and dates. The extract stage beside the same reader without Kafka; the compare stage beside a bare Faust agent
that writes rows of the same bytes to the same kind of table; the whole pipeline with one and two workers; where its
processor time goes, and what each stage needs of processor and memory; and at half the rate of one worker the time from
an article's record in Kafka to its alert's.
"""

import argparse
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path

import msgspec
from processor import Spent
from runs import Load, Runs

from figurewatch.agents.compare import row_key
from figurewatch.agents.jobs import Job, read_jobs
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.registering import register
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.claim import ClaimRecord
from figurewatch.schemas.codec import encode
from figurewatch.schemas.row import pack
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.demo import demo_files
from figurewatch.streams.replay import readings
from figurewatch.streams.settings import from_environment
from figurewatch.streams.sources import articles
from figurewatch.streams.stages import STAGES

APART = timedelta(days=400)
"""Between two editions of the same articles, so that each is news again; compare forgets the one before."""
WARMING = 23
"""Articles that come before those that are timed."""
MOMENT = datetime(2024, 1, 1, tzinfo=UTC)


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=240)
    parser.add_argument("--records", type=int, default=5000, help="records of claims for the compare stage alone")
    options = parser.parse_args()
    enough = plenty()
    warming = list(islice(enough, WARMING))
    given = list(islice(enough, options.articles))
    with tempfile.TemporaryDirectory() as folder, EmbeddedBroker(Path(folder) / "kafka") as broker:
        runs = Runs(broker, Path(folder), warming=warming)
        alone = _reader_alone(given)
        say(f"reader without Kafka, one process: {alone:.1f} articles/s")
        extract = runs.rate(given, workers=1, stages=("extract",))
        say(f"extract stage: {extract:.1f} articles/s, {extract / alone:.2f} x the reader without Kafka")
        judging = _compare_beside_bare(runs, options.records)
        whole = runs.load(given)
        say(f"whole pipeline, one worker: {whole.rate:.1f} articles/s")
        _tell_use(whole.spent, judging=judging * whole.judged, articles=len(given))
        _tell_needs(whole)
        two = runs.rate(given, workers=2, stages=STAGES)
        say(f"whole pipeline, two workers: {two:.1f} articles/s, {two / whole.rate:.2f} x one")
        _tell_ages(runs.ages(given, rate=whole.rate / 2), whole.rate / 2)


def say(text: str) -> None:
    """At once."""
    print(text, flush=True)


def _compare_beside_bare(runs: Runs, number: int) -> float:
    """Both stages over the same records; the processor seconds of judging one."""
    given = list(islice(_records(), number))
    rows, took = _judged(given)
    say(f"judging without Kafka, one process: {number / took:.0f} records/s")
    bare_rate = runs.bare(rows)
    say(f"bare Faust agent with a RocksDB table: {bare_rate:.0f} records/s")
    rate = runs.compare([(one.family.encode(), encode(one)) for one in given])
    say(f"compare stage: {rate:.0f} records/s, {rate / bare_rate:.2f} x the bare agent")
    return took / number


def _records() -> Iterator[ClaimRecord]:
    """Records of claims, of figures read without models: how they are judged is the same."""
    for reading in readings(plenty(), reader=Reader(models={}), received_at=MOMENT, complain=say):
        yield from register(None, reading).records


def _judged(given: list[ClaimRecord]) -> tuple[list[tuple[bytes, bytes]], float]:
    """The rows that compare writes, and the seconds of judging."""
    memory, rows = Memory(), []
    began = time.process_time()
    for offset, record in enumerate(given):
        rows.append(judge(memory, record, offset=offset, key=row_key(record)).row)
    took = time.process_time() - began
    return [(row_key(one.record).encode(), pack(one)) for one in rows], took


def _tell_use(use: Spent, *, judging: float, articles: int) -> None:
    ours = use.reading + use.extract + use.register + use.compare
    say(
        f"processor time an article: reading {_ms(use.reading, articles)}, judging {_ms(judging, articles)}, "
        f"the rest of extract {_ms(use.extract, articles)}, of register {_ms(use.register, articles)}, "
        f"of compare {_ms(use.compare - judging, articles)}; Kafka itself {_ms(use.kafka, articles)}"
    )
    say(f"Kafka plumbing: {(ours - use.reading - judging) / ours:.0%} of the workers' processor time")


def _tell_needs(load: Load) -> None:
    use = load.spent
    took = {"extract": use.extract + use.reading, "register": use.register, "compare": use.compare}
    for stage, peak in load.peaks.items():
        cores = took[stage] / took["extract"]
        say(f"{stage}: {cores:.2f} cores for each that extract keeps busy, at most {peak / 1e6:.0f} MB")


def _ms(seconds: float, articles: int) -> str:
    return f"{1000 * seconds / articles:.1f} ms"


def _tell_ages(ages: list[float], rate: float) -> None:
    middle, most = ages[len(ages) // 2], ages[int(len(ages) * 0.99)]
    say(f"article to alert at {rate:.1f} articles/s: p50 {middle:.2f} s, p99 {most:.2f} s, {len(ages)} alerts")


def plenty() -> Iterator[Article]:
    """The demo's articles, edition after edition."""
    originals = [one for one in articles(demo_files(), complain=print) if one.published_at]
    for edition in count():
        for one in originals:
            assert one.published_at is not None
            moment = one.published_at + edition * APART
            yield msgspec.structs.replace(one, id=f"{one.id}-{edition}", published_at=moment)


def _reader_alone(given: list[Article]) -> float:
    settings = from_environment({})
    reader = Reader(models=settings.models)
    jobs = [
        Job(key=None, value=encode(one), origin=Origin(topic="t", partition=0, offset=place), timestamp=0.0)
        for place, one in enumerate(given)
    ]
    size = settings.batch_size
    read_jobs(reader, jobs[:size])  # warm
    began = time.monotonic()
    for start in range(0, len(jobs), size):
        read_jobs(reader, jobs[start : start + size])
    return len(jobs) / (time.monotonic() - began)


if __name__ == "__main__":
    main()
