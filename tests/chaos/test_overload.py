"""Ten times what the pipeline can do: it stays small, answers, says how far behind it is, and works all of it off."""

import math
import threading
import time
from pathlib import Path

import msgspec
import pytest

from figurewatch.streams import topics
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.consuming import count, records
from figurewatch.streams.feed import feed
from figurewatch.streams.groups import behind
from figurewatch.streams.lag import EVERY_SECONDS
from figurewatch.streams.settings import Settings, from_environment
from figurewatch.streams.sources import RawItem
from figurewatch.streams.stages import STAGES, Stage
from figurewatch.streams.supervisor import Supervisor

from .articles import plenty
from .conftest import Tell

pytestmark = [pytest.mark.kafka, pytest.mark.chaos]

TIMES = 10
FIRST = 48
"""Articles that show the capacity."""
SCRAPE_SECONDS = 0.25
LOOK_SECONDS = 0.2
BYTES_MORE = 200e6
"""What a stage may grow by, its prefetched records and its reading process included."""
BYTES_A_ROW = 25e3
"""What compare keeps in memory for each record of claims, for good."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """What one look at a stage shows."""

    seconds: float
    """That its metrics took to come."""
    memory: float
    """Resident bytes, its children's too."""
    lag: float
    rebalances: float
    rows: float
    """Records of claims that it remembers."""


class Watching:
    """Looks at every stage again and again, in a thread."""

    def __init__(self, worker: Supervisor) -> None:
        self._worker = worker
        self._over = threading.Event()
        self.looks: dict[Stage, list[Look]] = {stage: [] for stage in STAGES}
        self._thread = threading.Thread(target=self._run, name="watching", daemon=True)

    def __enter__(self) -> "Watching":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            for stage in STAGES:
                self.looks[stage].append(_look(self._worker, stage))

    def slowest(self, stage: Stage) -> float:
        """The 99th percentile of the scrapes."""
        took = sorted(look.seconds for look in self.looks[stage])
        return took[int(len(took) * 0.99)]


def _look(worker: Supervisor, stage: Stage) -> Look:
    began = time.monotonic()
    text = worker.scrape(stage)
    return Look(
        seconds=time.monotonic() - began if text else math.inf,
        memory=_sum(text, "memory_bytes"),
        lag=_sum(text, "lag_records"),
        rebalances=_sum(text, "rebalances_total"),
        rows=_sum(text, "memory_rows"),
    )


def _sum(metrics: str, name: str) -> float:
    """A metric's values, added up."""
    lines = (line for line in metrics.splitlines() if line.startswith(f"figurewatch_{name}{{"))
    return sum(float(line.rpartition(" ")[2]) for line in lines)


def _overload(folder: Path, *, seconds: float, tell: Tell) -> None:
    with EmbeddedBroker(folder / "kafka") as broker:
        settings = from_environment(
            {}, brokers=[broker.bootstrap], data_dir=folder / "data", web_port=0, partitions=2, pool_size=1
        )
        topics.create(settings)
        worker = Supervisor(settings, log_folder=folder)
        worker.start()
        try:
            assert worker.wait_until_ready(), worker.log_tails()
            items = plenty(FIRST)
            capacity = _capacity(settings, items)
            items = plenty(FIRST + round(TIMES * capacity * seconds))[FIRST:]
            tell(f"capacity {capacity:.1f} articles/s; {len(items)} articles at {TIMES * capacity:.0f} a second")
            pids = worker.pids()
            with Watching(worker) as watching:
                assert feed(settings, items, rate=TIMES * capacity).refused == ()
                _work_off(worker, settings, seconds=120 + 2 * len(items) / capacity)
            assert worker.pids() == pids, "nothing fell"
            assert count(settings, settings.topic("readings")) == FIRST + len(items), "nothing was lost or done twice"
            _judge(watching, fed=len(items), tell=tell)
        finally:
            worker.stop()


def _capacity(settings: Settings, items: list[RawItem]) -> float:
    """Articles a second, with nothing else to do."""
    began = time.time()
    feed(settings, items)
    while any(behind(settings, stage) for stage in STAGES):
        time.sleep(LOOK_SECONDS)
    read: list[int] = [record.timestamp for record in records(settings, settings.topic("readings"))]
    return len(items) / (max(read) / 1000 - began)


def _work_off(worker: Supervisor, settings: Settings, *, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while any(behind(settings, stage) for stage in STAGES):
        assert worker.watch() == 0
        assert time.monotonic() < deadline, worker.log_tails()
        time.sleep(1)
    time.sleep(2 * EVERY_SECONDS)  # so that the lag was asked for since


def _judge(watching: Watching, *, fed: int, tell: Tell) -> None:
    for stage, looks in watching.looks.items():
        first, last = looks[0], looks[-1]
        most, highest = max(look.memory for look in looks), max(look.lag for look in looks)
        tell(
            f"{stage}: {first.memory / 1e6:.0f} MB, at most {most / 1e6:.0f} MB; lag at most {highest:.0f}, then "
            f"{last.lag:.0f}; /metrics within {watching.slowest(stage):.3f} s at the 99th of {len(looks)} looks"
        )
        assert most - first.memory < BYTES_MORE + BYTES_A_ROW * last.rows, stage
        assert watching.slowest(stage) < SCRAPE_SECONDS, stage
        assert last.rebalances == first.rebalances, f"{stage} was rebalanced"
        assert last.lag == 0, stage
    assert max(look.lag for look in watching.looks["extract"]) > fed / 2, "it is shown how far behind it is"


@pytest.mark.timeout(600)
def test_a_short_overload_is_shown_and_worked_off(tmp_path: Path, tell: Tell) -> None:
    _overload(tmp_path, seconds=3, tell=tell)


@pytest.mark.soak
@pytest.mark.timeout(3 * 3600)
def test_five_minutes_of_overload_are_shown_and_worked_off(tmp_path: Path, tell: Tell) -> None:
    """The backlog of them takes the better part of an hour."""
    _overload(tmp_path, seconds=300, tell=tell)
