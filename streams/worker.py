"""One worker process: one stage, its web port, its end."""

import logging
import time
from collections.abc import Callable
from functools import partial
from threading import Timer
from typing import Any

import faust

from ..agents.jobs import reading_with
from . import catalogue, fatal, gauges, incarnations, progress, rights, topics
from .app import create_app
from .flood import Flood
from .health import Health, patience
from .lag import LagWatch
from .lease import Lease
from .metrics import StageMetrics
from .pool import ReaderPool
from .sensor import StageSensor
from .settings import Settings, SettingsError
from .stages import Stage
from .web import WebPort

log = logging.getLogger(__name__)

SHUTDOWN_SECONDS = 12.0
"""After SIGTERM the process ends within this time, whatever hangs; what was not acknowledged is replayed."""


class StageWorker(faust.Worker):
    """Faust's worker with a watchdog: left alone, it waits a minute and more for a broker that is gone."""

    def __init__(self, app: Any, **options: Any) -> None:
        """Without Faust's spinner, which writes over the terminal."""
        super().__init__(app, **options)
        self.spinner = None

    def _on_sigterm(self) -> None:
        _watch_shutdown()
        super()._on_sigterm()

    def _on_sigint(self) -> None:
        _watch_shutdown()
        super()._on_sigterm()  # Faust's own would print over the terminal


def _watch_shutdown() -> None:
    watchdog = Timer(SHUTDOWN_SECONDS, fatal.end, ("shutdown took more than %g s", SHUTDOWN_SECONDS))
    watchdog.daemon = True
    watchdog.start()


def run_stage(stage: Stage, settings: Settings) -> None:
    """Run one stage until it is told to stop; ends the process.

    Raises:
        topics.TopicError: a topic or a right is missing, or a topic disagrees; says what to type.
        SettingsError: the data folder cannot be written, or the web port is taken.
    """
    watch = _seen_to(stage, settings)
    metrics = StageMetrics(stage)
    flood = Flood(settings, stage)
    metrics.look(catalogue.STOPPED, lambda: [((), float(flood.stopped is not None))])
    _wait_while_stopped(flood, settings, metrics)
    pool = _pool(settings, metrics) if stage == "extract" else None
    lease = Lease(settings.session_seconds)
    lease.start()
    app = create_app(stage, settings, metrics, pool=pool, lease=lease, flood=flood)
    lag, health = _watched(stage, settings, app, metrics, prepared=lambda: pool is None or pool.prepared)
    if pool is not None:
        gauges.watch_pool(metrics, pool)
    port = _web_port(settings, metrics, health)
    lag.start(health.notice)
    watch.start()
    progress.watch(app.tables.progress, patience_seconds=patience(settings, stage))
    log.info("%s: metrics on port %d", stage, port.port)
    try:
        _execute(app, StageSensor(metrics))
    finally:
        watch.stop()
        lag.stop()
        port.close()
        if pool is not None:
            pool.close()


def _seen_to(stage: Stage, settings: Settings) -> incarnations.Watch:
    """All that must be right before anything is consumed; and who looks that the topics stay."""
    settings.use_data_dir()
    rights.check(settings, stage)
    topics.check(settings, stage)
    incarnations.check(settings, stage)
    return incarnations.Watch(settings, stage)


def _wait_while_stopped(flood: Flood, settings: Settings, metrics: StageMetrics) -> None:
    """Say why nothing is consumed, until told to resume; as no member of the group, so that nobody waits for it."""
    if flood.stopped is None:
        return
    metrics.look(catalogue.READY, lambda: [((), 0)])
    port = WebPort(
        host=settings.web_host,
        port=settings.web_port,
        registry=metrics.registry,
        health=lambda: (True, flood.stopped or "resuming"),  # to start it again would not help
        ready=lambda: (False, flood.stopped or "resuming"),
    )
    try:
        flood.wait()
    finally:
        port.close()


def _watched(
    stage: Stage, settings: Settings, app: Any, metrics: StageMetrics, *, prepared: Callable[[], bool]
) -> tuple[LagWatch, Health]:
    lag = LagWatch(settings, group=topics.group(settings, stage), assigned=lambda: gauges.assigned(app))
    health = Health(
        app,
        metrics,
        seen=lambda: lag.seen,
        prepared=prepared,
        clock=time.monotonic,
        now=time.time,
        stuck_seconds=patience(settings, stage),
    )
    gauges.watch(metrics, app, health=health, seen=lambda: lag.seen)
    if stage in topics.TABLES:
        gauges.watch_table(metrics, app)
    return lag, health


def _web_port(settings: Settings, metrics: StageMetrics, health: Health) -> WebPort:
    try:
        return WebPort(
            host=settings.web_host,
            port=settings.web_port,
            registry=metrics.registry,
            health=health.healthy,
            ready=health.ready,
        )
    except OSError as error:
        where = f"{settings.web_host}:{settings.web_port}"
        told = (
            f"the web port {where} cannot be had ({error.strerror}); give each worker a FIGUREWATCH_WEB_PORT of its own"
        )
        raise SettingsError(told) from error


def _pool(settings: Settings, metrics: StageMetrics) -> ReaderPool:
    return ReaderPool(
        size=settings.pool_size,
        prepare=partial(reading_with, dict(settings.models)),
        seconds_an_article=settings.article_seconds,
        on_restart=metrics.pool_replaced,
        on_work=metrics.pool_seconds.observe,
    )


def _execute(app: Any, sensor: StageSensor) -> None:
    StageWorker(
        app,
        sensors=[sensor],
        quiet=True,
        override_logging=False,
        redirect_stdouts=False,
    ).execute_from_commandline()
