"""The metrics of one stage's process: counted where things happen, or looked up when somebody asks.

What each is called and means stands in `catalogue`.
"""

import platform
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import product

from prometheus_client import CollectorRegistry, Counter, Histogram, Info, disable_created_metrics
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from ..agents.jobs import Done
from ..schemas.alert import Alert, Relation
from . import catalogue
from .catalogue import Spec
from .stages import Stage

disable_created_metrics()  # type: ignore[no-untyped-call] # a gauge beside each counter that nobody asks for

Look = Callable[[], Iterable[tuple[tuple[str, ...], float]]]
"""Gives the values of a gauge by its labels; asked at each scrape, from the web port's thread."""


class StageMetrics:
    """Everything that one stage's process counts and measures, in a registry of its own."""

    def __init__(self, stage: Stage, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        """`now` is the clock that ages are measured by."""
        self.stage = stage
        self.registry = CollectorRegistry()
        self._inner = CollectorRegistry()
        self.registry.register(_Staged(self._inner, stage))
        self._looks: dict[Spec, Look] = {}
        self._inner.register(_Gauges(self._looks))
        self._now = now
        self._worked = self._replacements = 0
        self._latest: dict[tuple[str, ...], float] = {}
        ProcessCollector(registry=self._inner)
        build = {"version": version("figurewatch"), "python": platform.python_version()}
        Info(catalogue.PREFIX + catalogue.BUILD.name, catalogue.BUILD.text, registry=self._inner).info(build)

        self._records = self._counter(catalogue.RECORDS)
        self._work = self._histogram(catalogue.WORK_SECONDS)
        self._dead = self._counter(catalogue.DEAD_LETTERS)
        self.rebalances = self._counter(catalogue.REBALANCES)
        self.rebalance_seconds = self._histogram(catalogue.REBALANCE_SECONDS)
        self.commits = self._counter(catalogue.COMMITS)
        self.commit_failures = self._counter(catalogue.COMMIT_FAILURES)
        self.commit_seconds = self._histogram(catalogue.COMMIT_SECONDS)
        self.sent = self._counter(catalogue.SENT)
        self.send_seconds = self._histogram(catalogue.SEND_SECONDS)
        self.send_errors = self._counter(catalogue.SEND_ERRORS)
        self._articles = self._counter(catalogue.ARTICLES)
        self._claims = self._counter(catalogue.CLAIMS)
        self.pool_seconds = self._histogram(catalogue.POOL_SECONDS)
        self._pool_restarts = self._counter(catalogue.POOL_RESTARTS)
        self._registered = self._counter(catalogue.REGISTERED)
        self._verdicts = self._counter(catalogue.VERDICTS)
        self._alerts = self._counter(catalogue.ALERTS)
        self._forgotten_rows = self._counter(catalogue.FORGOTTEN_ROWS)
        self._forgotten_claims = self._counter(catalogue.FORGOTTEN_CLAIMS)
        self._forgotten_figures = self._counter(catalogue.FORGOTTEN_FIGURES)
        self._published_age = self._histogram(catalogue.AGE_PUBLISHED)
        self._fed_age = self._histogram(catalogue.AGE_FED)

    def look(self, spec: Spec, look: Look) -> None:
        """Ask `look` for a gauge's values whenever the metrics are read."""
        self._looks[spec] = look

    def records_worked(self) -> int:
        """Records worked off so far."""
        return self._worked

    def pool_replaced(self) -> None:
        """The reading processes were replaced."""
        self._replacements += 1
        self._pool_restarts.inc()

    def pool_replacements(self) -> int:
        """How often that was so far."""
        return self._replacements

    def took(self, seconds: float, records: int = 1) -> None:
        """Records worked off, and how long that took together."""
        self._worked += records
        self._records.inc(records)
        self._work.observe(seconds)

    def dead_letter(self, reason: str) -> None:
        """A record went to the dead letters."""
        self._dead.labels(reason if reason in catalogue.REASONS else "Bug").inc()

    def read(self, done: Done) -> None:
        """An article was read."""
        self._articles.labels(done.lang if done.lang in catalogue.LANGUAGES else catalogue.OTHER).inc()
        self._claims.inc(done.claims)

    def registered(self, outcome: str) -> None:
        """A reading was registered."""
        self._registered.labels(outcome).inc()

    def judged(self, relation: Relation) -> None:
        """A verdict was reached."""
        self._verdicts.labels(relation).inc()

    def alerted(self, alert: Alert) -> None:
        """An alert was published."""
        self._alerts.labels(alert.relation, alert.severity, alert.type).inc()
        now = self._now()
        self._note_latest(alert, now)
        self._published_age.observe(max(0.0, (now - alert.claim.published_at).total_seconds()))
        if alert.fed_at is not None:
            self._fed_age.observe(max(0.0, (now - alert.fed_at).total_seconds()))

    def _note_latest(self, alert: Alert, now: datetime) -> None:
        if alert.type == "cancel":
            return
        family = alert.claim.family if alert.claim.family in catalogue.FAMILIES else catalogue.OTHER
        self._latest[(alert.relation, alert.severity, family)] = now.timestamp()
        self.look(catalogue.ALERT_LATEST, lambda: tuple(self._latest.items()))

    def remembered(self, *, rows: int, figures: int) -> None:
        """How much compare holds in memory."""
        self.look(catalogue.MEMORY_ROWS, lambda: [((), rows)])
        self.look(catalogue.TRACKED, lambda: [((), figures)])

    def forgot(self, *, rows: int, claims: int, figures: int) -> None:
        """What compare has forgotten just now."""
        self._forgotten_rows.inc(rows)
        self._forgotten_claims.inc(claims)
        self._forgotten_figures.inc(figures)

    def _counter(self, spec: Spec) -> Counter:
        made = Counter(catalogue.PREFIX + spec.name, spec.text, spec.label_names, registry=self._place(spec))
        _begin_at_zero(made, spec)
        return made

    def _histogram(self, spec: Spec) -> Histogram:
        name, place = catalogue.PREFIX + spec.name, self._place(spec)
        return Histogram(name, spec.text, spec.label_names, buckets=spec.buckets, registry=place)

    def _place(self, spec: Spec) -> CollectorRegistry | None:
        """None for what this stage does not have: it can be counted all the same, and is not exposed."""
        return self._inner if self.stage in spec.stages else None


def _begin_at_zero(counter: Counter, spec: Spec) -> None:
    """A series that appears with its first event hides that event from `rate` and `increase`."""
    values = [values for _, values in spec.labels]
    if values and all(values):
        for combination in product(*values):
            counter.labels(*combination)


class _Gauges(Collector):
    """Values looked up at the moment they are asked for: none is left over from before a rebalance."""

    def __init__(self, looks: dict[Spec, Look]) -> None:
        self._looks = looks

    def collect(self) -> Iterator[Metric]:
        for spec, look in tuple(self._looks.items()):
            family = GaugeMetricFamily(spec.exposed, spec.text, labels=spec.label_names)
            for labels, value in look():
                family.add_metric(labels, value)
            yield family


class _Staged(Collector):
    """Adds the stage to every sample, those about the process among them."""

    def __init__(self, inner: CollectorRegistry, stage: Stage) -> None:
        self._inner = inner
        self._stage = stage

    def collect(self) -> Iterator[Metric]:
        for family in self._inner.collect():
            family.samples = [
                sample._replace(labels={**sample.labels, "stage": self._stage}) for sample in family.samples
            ]
            yield family
