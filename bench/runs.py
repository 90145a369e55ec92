"""Runs of the pipeline, or of parts of it, on one Kafka: a fresh installation for each."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import bare
import msgspec
from kafka import KafkaProducer
from processor import Spent, peak_bytes, spent

from figurewatch.schemas.alert import Alert
from figurewatch.schemas.article import Article
from figurewatch.schemas.codec import decode, encode
from figurewatch.streams import topics
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.consuming import count as ever_sent
from figurewatch.streams.consuming import records
from figurewatch.streams.feed import feed
from figurewatch.streams.groups import behind
from figurewatch.streams.settings import Settings, from_environment
from figurewatch.streams.sources import RawItem
from figurewatch.streams.stages import OUTPUTS, STAGES, Stage
from figurewatch.streams.supervisor import Supervisor

PATIENCE_SECONDS = 900.0
LOOK_SECONDS = 0.2
QUIET_SECONDS = 2.0

Pairs = list[tuple[bytes, bytes]]
"""Keys and values."""


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What one worker of each stage did with articles, and what it took."""

    rate: float
    """Articles a second."""
    judged: int
    """Records of claims."""
    spent: Spent
    peaks: dict[Stage, int]
    """Bytes resident, at the most."""


class Runs:
    """Installations, one after the other."""

    def __init__(self, broker: EmbeddedBroker, folder: Path, *, warming: list[Article]) -> None:
        """`folder` is for data and logs; `warming` are articles for every worker, which loads its models for them."""
        self._warming = warming
        self._broker = broker
        self._folder = folder
        self._numbers = count(1)

    def rate(self, given: list[Article], *, workers: int, stages: tuple[Stage, ...]) -> float:
        """Articles a second, from when the workers are ready to the last record that they send."""
        settings = self._installation()
        with self._workers(settings, workers, stages):
            return _through(settings, given, stages)

    def load(self, given: list[Article]) -> Load:
        """The same of the whole pipeline with one worker, and what it took."""
        settings = self._installation()
        with self._workers(settings, 1, STAGES) as [worker]:
            before, claims = spent(worker.pids(), self._broker.pid), settings.topic("claims")
            warmed = ever_sent(settings, claims)
            rate = _through(settings, given, STAGES)
            use = spent(worker.pids(), self._broker.pid).since(before)
            peaks = {stage: peak_bytes(pid) for stage, pid in worker.pids().items()}
        return Load(rate=rate, judged=ever_sent(settings, claims) - warmed, spent=use, peaks=peaks)

    def ages(self, given: list[Article], *, rate: float) -> list[float]:
        """Seconds from article to alert, sorted."""
        settings = self._installation()
        with self._workers(settings, 1, STAGES):
            warmed = ever_sent(settings, settings.topic("alerts"))
            feed(settings, map(_item, given), rate=rate)
            _wait(settings, STAGES)
        sent = sorted(records(settings, settings.topic("alerts")), key=lambda record: record.timestamp)
        alerts = [(record.timestamp / 1000, decode(Alert, record.value)) for record in sent[warmed:]]
        return sorted(at - alert.fed_at.timestamp() for at, alert in alerts if alert.fed_at is not None)

    def compare(self, given: Pairs) -> float:
        """Records a second of the compare stage, by its changelog."""
        settings = self._installation()
        _send(settings, settings.topic("claims"), given)
        with self._workers(settings, 1, ("compare",)):
            return _pace(settings, topics.changelog(settings, "compare"), len(given))

    def bare(self, rows: Pairs) -> float:
        """Records a second of the bare agent over the same number of partitions, by its changelog."""
        settings = self._installation()
        source = settings.topic("alerts")
        _send(settings, source, rows)
        folder = self._folder / settings.prefix
        command = [sys.executable, bare.__file__, settings.brokers[0], source, str(settings.partitions), str(folder)]
        with subprocess.Popen(command) as process:
            try:
                return _pace(settings, bare.changelog(source), len(rows))
            finally:
                process.kill()

    def _installation(self) -> Settings:
        settings = from_environment(
            {},
            brokers=self._broker.bootstrap.split(","),
            prefix=f"bench{next(self._numbers)}",
            web_port=0,
            pool_size=1,
            partitions=4,
        )
        topics.create(settings)
        return settings

    @contextlib.contextmanager
    def _workers(self, settings: Settings, number: int, stages: tuple[Stage, ...]) -> Iterator[list[Supervisor]]:
        started: list[Supervisor] = []
        try:
            for place in range(number):
                folder = self._folder / f"{settings.prefix}-{place}"
                folder.mkdir()
                own = msgspec.structs.replace(settings, data_dir=folder / "data", member=f"worker-{place}")
                started.append(Supervisor(own, stages=stages, log_folder=folder))
                started[-1].start()
            if not all(one.wait_until_ready(PATIENCE_SECONDS) for one in started):
                raise SystemExit(started[0].log_tails())
            if "extract" in stages:
                feed(settings, map(_item, self._warming))
                _wait(settings, stages)
            yield started
        finally:
            for one in started:
                one.stop()


def _item(article: Article) -> RawItem:
    return RawItem(key=article.id.encode(), value=encode(article), where=article.id)


def _through(settings: Settings, given: list[Article], stages: tuple[Stage, ...]) -> float:
    """Articles a second to the last record out: that it is committed comes up to 3 s later."""
    began = time.time()
    feed(settings, map(_item, given))
    _wait(settings, stages)
    out = (record.timestamp for stage in stages for record in records(settings, settings.topic(OUTPUTS[stage])))
    last: int = max(out)
    return len(given) / (last / 1000 - began)


def _wait(settings: Settings, stages: tuple[Stage, ...]) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while any(behind(settings, stage) for stage in stages):
        if time.monotonic() > deadline:
            raise SystemExit("the articles did not come through")
        time.sleep(LOOK_SECONDS)


def _send(settings: Settings, topic: str, pairs: Pairs) -> None:
    producer = KafkaProducer(**settings.client(), acks="all", linger_ms=50, batch_size=1 << 20)
    for key, value in pairs:
        producer.send(topic, key=key, value=value)
    producer.flush()
    producer.close()


def _pace(settings: Settings, topic: str, number: int) -> float:
    """Records a second, from the first to the last that comes into a topic for them, once no more come."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    before, now = -1, 0
    while now < number or now != before:
        time.sleep(QUIET_SECONDS)
        before, now = now, _length(settings, topic)
        if time.monotonic() > deadline:
            raise SystemExit(f"of {number} records only {now} came into {topic}")
    sent: list[int] = [record.timestamp for record in records(settings, topic)]
    return 1000 * (number - 1) / (max(sent) - min(sent))


def _length(settings: Settings, topic: str) -> int:
    """Records in a topic; none while it is not there."""
    try:
        return ever_sent(settings, topic)
    except topics.TopicError:
        return 0
