"""When a worker says that it is ready, well, or stuck."""

from types import SimpleNamespace
from typing import Any

import pytest

from figurewatch.streams.health import SILENT_SECONDS, STUCK_SECONDS, Health
from figurewatch.streams.lag import Behind, Seen
from figurewatch.streams.metrics import StageMetrics
from figurewatch.streams.progress import Progress


class Worker:
    """A worker's state, as far as health looks at it, and its clock."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.lag = 0
        self.progress = Progress(clock=lambda: self.time)
        self.app: Any = SimpleNamespace(
            started=True,
            in_recovery=False,
            rebalancing=False,
            tables=SimpleNamespace(actives_ready=True, progress=self.progress),
        )
        self.metrics = StageMetrics("register")
        self.prepared = True
        self.answered_at = self.time
        self.health = Health(
            self.app,
            self.metrics,
            seen=lambda: Seen(self.answered_at, {("readings", 0): Behind(self.lag, 1.0)}),
            prepared=lambda: self.prepared,
            clock=lambda: self.time,
            now=lambda: self.time,
            stuck_seconds=STUCK_SECONDS,
        )
        self.health.notice()

    def passes(self, seconds: float, *, answers: bool = True) -> None:
        """Time goes by, looked at every five seconds."""
        for _ in range(int(seconds // 5)):
            self.time += 5
            if answers:
                self.answered_at = self.time
            self.health.notice()


@pytest.fixture
def worker() -> Worker:
    return Worker()


def test_an_idle_worker_is_well_for_ever(worker: Worker) -> None:
    worker.passes(100 * STUCK_SECONDS)
    assert worker.health.ready() == (True, "ready")
    assert worker.health.healthy()[0]
    worker.lag = 5
    worker.passes(5)
    assert worker.health.healthy()[0], "the records have only just come"


def test_a_worker_that_consumes_nothing_while_there_is_lag_is_stuck(worker: Worker) -> None:
    worker.lag = 5
    worker.passes(STUCK_SECONDS + 10)
    well, why = worker.health.healthy()
    assert not well
    assert "5 records behind and none worked off" in why
    worker.metrics.took(0.1)
    worker.passes(5)
    assert worker.health.healthy()[0]


def test_a_slow_worker_is_not_stuck(worker: Worker) -> None:
    worker.lag = 5
    for _ in range(10):
        worker.passes(STUCK_SECONDS * 0.8)
        worker.metrics.took(90.0)
    assert worker.health.healthy()[0]


def test_recovery_is_not_ready_and_well_as_long_as_it_goes_on(worker: Worker) -> None:
    worker.app.in_recovery = True
    for _ in range(10):
        worker.passes(STUCK_SECONDS * 0.8)
        worker.progress.advance(100)
    assert not worker.health.ready()[0]
    assert worker.health.healthy()[0]
    worker.passes(STUCK_SECONDS + 10)
    assert not worker.health.healthy()[0], "a recovery that stands still"


def test_a_start_that_never_ends_is_stuck(worker: Worker) -> None:
    worker.app.started = False
    worker.passes(STUCK_SECONDS + 10)
    assert worker.health.ready() == (False, "starting")
    assert not worker.health.healthy()[0]


def test_without_its_models_a_worker_is_not_ready(worker: Worker) -> None:
    worker.prepared = False
    assert worker.health.ready() == (False, "loading its models")
    assert worker.health.healthy()[0]


def test_kafkas_outage_makes_it_unready_and_not_ill(worker: Worker) -> None:
    worker.lag = 5
    worker.passes(STUCK_SECONDS * 3, answers=False)
    assert worker.health.ready() == (False, "Kafka does not answer")
    assert worker.health.healthy()[0]
    worker.passes(SILENT_SECONDS)
    assert worker.health.ready()[0]
    assert worker.health.healthy()[0], "the outage does not count"


def test_a_worker_that_was_frozen_gets_a_fresh_start(worker: Worker) -> None:
    worker.lag = 5
    worker.passes(60)
    worker.time += 10 * STUCK_SECONDS
    worker.answered_at = worker.time
    worker.health.notice()
    assert worker.health.healthy()[0]
