"""What Faust tells of itself: lag, rebalances, commits; and the end when a send fails."""

from typing import Any

from faust import Sensor

from . import fatal
from .metrics import StageMetrics


class StageSensor(Sensor):
    """Turns Faust's events into metrics; a failed send, changelogs included, ends the process.

    Faust itself only logs a failed send, and goes on to commit.
    """

    def __init__(self, metrics: StageMetrics, **options: Any) -> None:
        """`options` are Faust's service options."""
        super().__init__(**options)
        self._metrics = metrics

    def on_send_error(self, producer: Any, exc: BaseException, state: Any) -> None:
        """Called by Faust's producer; nothing may be acknowledged from here on."""
        self._metrics.send_errors.inc()
        fatal.end("a record could not be sent: %s", exc)

    def on_rebalance_start(self, app: Any) -> dict[str, Any]:
        """A rebalance began."""
        self._metrics.rebalances.inc()
        return {}

    def on_commit_completed(self, consumer: Any, state: Any) -> None:
        """Offsets were committed."""
        self._metrics.commits.inc()


def measure_lag(app: Any, metrics: StageMetrics) -> int:
    """Records between what this worker has committed and the ends of its partitions; the sum is returned."""
    monitor = app.monitor
    total = 0
    metrics.lag.clear()
    for tp, end in monitor.tp_end_offsets.items():
        if tp not in app.consumer.assignment() or app.tables.changelog_topics & {tp.topic}:
            continue
        lag = max(0, end - monitor.tp_committed_offsets.get(tp, 0))
        metrics.lag.labels(tp.topic, str(tp.partition)).set(lag)
        total += lag
    return total
