"""Whether a worker is ready and well, as /readyz and /healthz say it."""

from collections.abc import Callable
from typing import Any

from .metrics import StageMetrics
from .recovery import progress_of
from .sensor import measure_lag

STUCK_SECONDS = 120.0
"""Lag and no record worked off for so long: the worker is stuck."""


class Health:
    """Reads the app's state; asked from the web port's thread, so it only looks."""

    def __init__(self, app: Any, metrics: StageMetrics, *, clock: Callable[[], float]) -> None:
        """`clock` gives monotonic seconds."""
        self._app = app
        self._metrics = metrics
        self._clock = clock
        self._worked = 0.0
        self._moved_at = clock()

    def ready(self) -> tuple[bool, str]:
        """Whether the tables are restored and records are being consumed."""
        app = self._app
        if not app.started:
            return False, "starting"
        if app.in_recovery or not app.tables.actives_ready:
            return False, f"recovering its tables: {progress_of(app)}"
        if app.rebalancing:
            return False, "rebalancing"
        return True, "ready"

    def healthy(self) -> tuple[bool, str]:
        """Unhealthy when stuck: there is lag, and nothing was worked off for a while."""
        self.observe()
        still = self._clock() - self._moved_at
        lag = self._lag()
        if lag and still > STUCK_SECONDS:
            return False, f"stuck: {lag} records behind and none worked off for {still:.0f} s"
        return True, f"well: {lag} records behind"

    def observe(self) -> None:
        """Notice progress and bring the gauges up to date (called before each scrape, too)."""
        worked = self._metrics.records_worked()
        if worked != self._worked or not self._lag():
            self._worked, self._moved_at = worked, self._clock()
        self._metrics.recovering.set(not self.ready()[0])

    def _lag(self) -> int:
        return measure_lag(self._app, self._metrics) if self._app.started else 0
