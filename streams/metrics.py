"""All metrics that a worker exposes, each named and explained here; base units, counters end in `_total`.

Label values are bounded: stages, relations, severities, exception names, languages with a folder.
"""

import platform
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.metadata import version

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, Info, disable_created_metrics
from prometheus_client.process_collector import ProcessCollector

from ..agents.jobs import Done
from ..agents.languages import codes
from ..schemas.alert import Alert, Verdict

disable_created_metrics()  # type: ignore[no-untyped-call] # a gauge beside each counter that nobody asks for

MILLISECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
"""Buckets for work: a claim takes a millisecond, a batch of long articles seconds."""

AGES = (0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10, 30, 60, 300, 900, 3600, 6 * 3600, 24 * 3600, 7 * 24 * 3600)
"""Buckets for ages: feeding to alert takes a second, publication to alert anything up to days."""

REASONS = frozenset({"SchemaError", "ReadingTooLarge", "TimeLimit", "ReaderDied"})
"""Dead-letter reasons with a label of their own; any other exception is `Bug`."""


class StageMetrics:
    """The metrics of one stage's process, in a registry of their own."""

    def __init__(self, stage: str, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """`now` is the clock that ages are measured by."""
        self.registry = registry = CollectorRegistry()
        self._now = now
        ProcessCollector(registry=registry)
        Info("figurewatch_build", "Version of the program and of Python.", registry=registry).info(
            {"version": version("figurewatch"), "python": platform.python_version(), "stage": stage}
        )
        self._records = _counter(registry, "records", "Records worked off, dead letters among them.")
        self._seconds = Histogram(
            "figurewatch_work_seconds",
            "Seconds that this stage worked on a record (extract: on a batch), sends included.",
            buckets=MILLISECONDS,
            registry=registry,
        )
        self._dead = _counter(registry, "dead_letters", "Records sent to the dead letters, by reason.", "reason")
        self._articles = _counter(registry, "articles_read", "Articles read, by language.", "lang")
        self._claims = _counter(registry, "claims_read", "Claims found in articles.")
        self._registered = _counter(
            registry,
            "readings_registered",
            "Readings by what they were: first, duplicate, new_version…",
            "outcome",
        )
        self._verdicts = _counter(registry, "verdicts", "Verdicts reached, by relation.", "relation")
        self._alerts = _counter(registry, "alerts", "Alerts published.", "relation", "severity", "type")
        self._published_age = _ages(registry, "publication", "Seconds from an article's publication to its alert.")
        self._fed_age = _ages(registry, "feed", "Seconds from an article's record in Kafka to its alert.")
        self._rows = _gauge(registry, "table_rows", "Rows in this worker's part of the table.")
        self._figures = _gauge(registry, "tracked_figures", "Tracked figures in this worker's memory.")
        self._forgotten_rows = _counter(registry, "forgotten_rows", "Rows that compare forgot, for age or size.")
        self._forgotten_claims = _counter(registry, "forgotten_claims", "Claims in them.")
        self._forgotten_figures = _counter(registry, "forgotten_figures", "Tracked figures of which a summary is left.")
        self.pool_restarts = _counter(registry, "pool_restarts", "Times the reading processes were replaced.")
        self.lag = _gauge(registry, "lag_records", "Records behind the end, by partition.", "topic", "partition")
        self.rebalances = _counter(registry, "rebalances", "Rebalances of this stage's consumer group.")
        self.commits = _counter(registry, "commits", "Commits of source offsets.")
        self.send_errors = _counter(registry, "send_errors", "Sends that failed; each ends the process.")
        self.stopped = _gauge(registry, "stopped", "1 while a flood of dead letters keeps this worker from consuming.")
        self.recovering = _gauge(registry, "recovering", "1 while tables are restored from their changelogs.")

        self._worked = 0

    def records_worked(self) -> int:
        """Records worked off so far."""
        return self._worked

    def took(self, seconds: float, records: int = 1) -> None:
        """Records worked off, and how long that took together."""
        self._worked += records
        self._records.inc(records)
        self._seconds.observe(seconds)

    def dead_letter(self, reason: str) -> None:
        """A record went to the dead letters."""
        self._dead.labels(reason if reason in REASONS else "Bug").inc()

    def read(self, done: Done) -> None:
        """An article was read."""
        self._articles.labels(done.lang if done.lang in codes() else "other").inc()
        self._claims.inc(done.claims)

    def registered(self, outcome: str) -> None:
        """A reading was registered."""
        self._registered.labels(outcome).inc()

    def judged(self, verdict: Verdict) -> None:
        """A verdict was reached."""
        self._verdicts.labels(verdict.relation).inc()

    def alerted(self, alert: Alert) -> None:
        """An alert was published."""
        self._alerts.labels(alert.relation, alert.severity, alert.type).inc()
        now = self._now()
        self._published_age.observe(max(0.0, (now - alert.claim.published_at).total_seconds()))
        if alert.fed_at is not None:
            self._fed_age.observe(max(0.0, (now - alert.fed_at).total_seconds()))

    def remembered(self, *, rows: int, figures: int) -> None:
        """How much compare holds in memory."""
        self._rows.set(rows)
        self._figures.set(figures)

    def forgot(self, *, rows: int, claims: int, figures: int) -> None:
        """What compare has forgotten just now."""
        self._forgotten_rows.inc(rows)
        self._forgotten_claims.inc(claims)
        self._forgotten_figures.inc(figures)


def _counter(registry: CollectorRegistry, name: str, text: str, *labels: str) -> Counter:
    return Counter(f"figurewatch_{name}", text, labels, registry=registry)


def _gauge(registry: CollectorRegistry, name: str, text: str, *labels: str) -> Gauge:
    return Gauge(f"figurewatch_{name}", text, labels, registry=registry)


def _ages(registry: CollectorRegistry, since: str, text: str) -> Histogram:
    return Histogram(f"figurewatch_alert_age_since_{since}_seconds", text, buckets=AGES, registry=registry)
