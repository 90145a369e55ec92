"""Whether a worker is ready and well, as /readyz and /healthz say it."""

from collections.abc import Callable
from typing import Any

from .lag import Seen
from .metrics import StageMetrics
from .settings import Settings
from .stages import Stage

SILENT_SECONDS = 30.0
"""Kafka has not told the lag for so long: it does not answer."""

STUCK_SECONDS = 120.0
"""Nothing moved for so long though there is work: the worker is stuck."""

State = tuple[bool, str]
"""Whether all is well, and a sentence that says why (not)."""


def patience(settings: Settings, stage: Stage) -> float:
    """How long a stage may rightly stand still: a batch of the slowest articles, a dead member's session."""
    if stage == "extract":
        return STUCK_SECONDS + settings.article_seconds * settings.batch_size
    return STUCK_SECONDS + settings.session_seconds


class Health:
    """Reads the app's state; asked from the web port's threads, so it only looks."""

    def __init__(
        self,
        app: Any,
        metrics: StageMetrics,
        *,
        seen: Callable[[], Seen],
        prepared: Callable[[], bool],
        clock: Callable[[], float],
        now: Callable[[], float],
        stuck_seconds: float,
    ) -> None:
        """`seen` tells the lag, `prepared` whether the reading processes, where there are any, have their models.

        `clock` gives monotonic seconds, `now` seconds since the epoch.
        """
        self._app = app
        self._metrics = metrics
        self._seen = seen
        self._prepared = prepared
        self._clock = clock
        self._now = now
        self._stuck_seconds = stuck_seconds
        self._moves: tuple[int, ...] = ()
        self._moved_at = self._noticed_at = clock()

    def ready(self) -> State:
        """Whether models are loaded, tables restored, records being consumed, and Kafka answers."""
        app = self._app
        if not app.started:
            return False, "starting"
        if app.in_recovery or not app.tables.actives_ready:
            return False, f"recovering its tables: {app.tables.progress}"
        if app.rebalancing:
            return False, "rebalancing"
        if self._silent():
            return False, "Kafka does not answer"
        if not self._prepared():
            return False, "loading its models"
        return True, "ready"

    def healthy(self) -> State:
        """Unhealthy when stuck: there is work, and nothing moves. An outage of Kafka is no fault of the worker's."""
        if self._silent():
            return True, "Kafka does not answer"
        still = self._clock() - self._moved_at
        if still > self._stuck_seconds:
            ready, why = self.ready()
            behind = f"{self._seen().records} records behind and none worked off" if ready else why
            return False, f"stuck for {still:.0f} s: {behind}"
        return True, f"well: {self._seen().records} records behind"

    def notice(self) -> None:
        """Note whether anything moved; called every few seconds, also when nobody asks how the worker is."""
        moves = (self._metrics.records_worked(), self._app.tables.progress.moves, self._metrics.pool_replacements())
        idle = self.ready()[0] and not self._seen().records
        now = self._clock()
        if moves != self._moves or idle or self._silent() or now - self._noticed_at > SILENT_SECONDS:
            self._moves, self._moved_at = moves, now
        self._noticed_at = now

    def _silent(self) -> bool:
        return self._now() - self._seen().at > SILENT_SECONDS
