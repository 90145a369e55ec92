"""How much the pipeline does on one real Kafka, and how soon an alert is out.

`python bench/pipeline.py [--articles N]`: an embedded Kafka and the demo's articles, again and again under other ids
and dates. The whole pipeline with one and two workers; the extract stage beside the same reader without Kafka; and at
half the rate of one worker the time from an article's record in Kafka to its alert's.
"""

import argparse
import contextlib
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from itertools import count, islice
from pathlib import Path

import msgspec

from figurewatch.agents.jobs import Job, read_jobs
from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.alert import Alert
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.codec import decode, encode
from figurewatch.streams import topics
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.consuming import records
from figurewatch.streams.demo import demo_files
from figurewatch.streams.feed import feed
from figurewatch.streams.groups import behind
from figurewatch.streams.settings import Settings, from_environment
from figurewatch.streams.sources import RawItem, articles
from figurewatch.streams.stages import STAGES, Stage
from figurewatch.streams.supervisor import Supervisor

PATIENCE_SECONDS = 900.0
APART = timedelta(days=400)
"""Between two editions of the same articles, so that each is news again."""


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=400)
    number = parser.parse_args().articles
    given = list(islice(plenty(), number))
    with tempfile.TemporaryDirectory() as folder, EmbeddedBroker(Path(folder) / "kafka") as broker:
        bench = Bench(broker, Path(folder))
        alone = _reader_alone(given)
        print(f"reader without Kafka, one process: {alone:.1f} articles/s", flush=True)
        extract = bench.rate(given, workers=1, stages=("extract",))
        print(f"extract stage: {extract:.1f} articles/s, {extract / alone:.2f} of the reader's", flush=True)
        whole = bench.rate(given, workers=1, stages=STAGES)
        print(f"whole pipeline, one worker: {whole:.1f} articles/s", flush=True)
        print(f"whole pipeline, two workers: {bench.rate(given, workers=2, stages=STAGES):.1f} articles/s", flush=True)
        ages = bench.ages(given, rate=whole / 2)
        middle, most = ages[len(ages) // 2], ages[int(len(ages) * 0.99)]
        print(
            f"article to alert at {whole / 2:.1f} articles/s: p50 {middle:.2f} s, p99 {most:.2f} s, {len(ages)} alerts"
        )


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


class Bench:
    """One Kafka, a fresh installation for each measurement."""

    def __init__(self, broker: EmbeddedBroker, folder: Path) -> None:
        """`folder` is for data and logs."""
        self._broker = broker
        self._folder = folder
        self._numbers = count(1)

    def rate(self, given: list[Article], *, workers: int, stages: tuple[Stage, ...]) -> float:
        """Articles a second, from when the workers are ready and the articles lie there, to when all is committed."""
        with self._running(workers, stages) as (settings, _):
            began = time.monotonic()
            feed(settings, map(_item, given))
            _wait(settings, stages)
            return len(given) / (time.monotonic() - began)

    def ages(self, given: list[Article], *, rate: float) -> list[float]:
        """Seconds from article to alert, sorted."""
        with self._running(1, STAGES) as (settings, _):
            feed(settings, map(_item, given), rate=rate)
            _wait(settings, STAGES)
            alerts = [
                (record.timestamp / 1000, decode(Alert, record.value))
                for record in records(settings, settings.topic("alerts"))
            ]
        return sorted(sent - alert.fed_at.timestamp() for sent, alert in alerts if alert.fed_at is not None)

    @contextlib.contextmanager
    def _running(self, workers: int, stages: tuple[Stage, ...]) -> Iterator[tuple[Settings, list[Supervisor]]]:
        name = f"bench{next(self._numbers)}"
        settings = from_environment(
            {}, brokers=self._broker.bootstrap.split(","), prefix=name, web_port=0, pool_size=1, partitions=4
        )
        topics.create(settings)
        started = []
        try:
            for number in range(workers):
                folder = self._folder / f"{name}-{number}"
                folder.mkdir()
                own = msgspec.structs.replace(settings, data_dir=folder / "data", member=f"worker-{number}")
                started.append(Supervisor(own, stages=stages, log_folder=folder))
                started[-1].start()
            if not all(one.wait_until_ready(PATIENCE_SECONDS) for one in started):
                raise SystemExit(started[0].log_tails())
            yield settings, started
        finally:
            for one in started:
                one.stop()


def _item(article: Article) -> RawItem:
    return RawItem(key=article.id.encode(), value=encode(article), where=article.id)


def _wait(settings: Settings, stages: tuple[Stage, ...]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while any(behind(settings, stage) for stage in stages):
        if time.monotonic() > deadline:
            raise SystemExit("the articles did not come through")
        time.sleep(0.2)


if __name__ == "__main__":
    main()
