"""Every metric that a worker exposes: its name, what it means, its labels and their values.

Base units; counters end in `_total`. Each sample carries `stage` beside the labels named here. Labels are bounded:
stages, topics of this installation, partitions, relations, severities, languages with a folder, families of measures, a
list of reasons.
docs/metrics.md is written from this module, and a test holds it against live workers.
"""

from typing import Literal, get_args

import msgspec

from ..agents.languages import codes, taxonomy
from ..agents.registering import Registered
from ..schemas.alert import Alert, Relation, Severity
from .stages import STAGES, Stage

PREFIX = "figurewatch_"

WORK = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
"""Buckets for work: a claim takes a millisecond, a batch of long articles seconds, a restored table a minute."""

AGES = (0.1, 0.25, 0.5, 1.0, 1.5, 2.5, 5.0, 10.0, 30.0, 60.0, 300.0, 900.0, 3600.0, 21600.0, 86400.0, 604800.0)
"""Buckets for ages: feeding to alert takes a second, publication to alert anything up to days."""

REASONS = ("SchemaError", "ReadingTooLarge", "TimeLimit", "ReaderDied", "Bug")
"""Why a record went to the dead letters; any exception without a label of its own is a `Bug`."""

OUTCOMES = get_args(Registered.__annotations__["outcome"])
LANGUAGES = codes()
FAMILIES = tuple(sorted({entry[0] for entry in taxonomy()["measures"].values()}))
OTHER = "other"

Kind = Literal["counter", "gauge", "histogram", "info"]


class Spec(msgspec.Struct, frozen=True):
    """One metric."""

    kind: Kind
    name: str
    """Without the prefix, and without `_total` and `_info`, as prometheus-client wants it."""
    text: str
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Each label and its values; those of an empty tuple are known at run time only."""
    buckets: tuple[float, ...] = ()
    stages: tuple[Stage, ...] = STAGES
    """The stages that have it."""

    @property
    def label_names(self) -> tuple[str, ...]:
        """Without `stage`."""
        return tuple(name for name, _ in self.labels)

    @property
    def exposed(self) -> str:
        """The name that Prometheus shows and queries use (of a histogram, the one that its parts begin with)."""
        return PREFIX + self.name + {"counter": "_total", "info": "_info"}.get(self.kind, "")


_TABLES: tuple[Stage, ...] = ("register", "compare")
_EXTRACT: tuple[Stage, ...] = ("extract",)
_REGISTER: tuple[Stage, ...] = ("register",)
_COMPARE: tuple[Stage, ...] = ("compare",)
_TOPIC = (("topic", ()),)
_PLACE = (("topic", ()), ("partition", ()))
_RELATION = (("relation", get_args(Relation)),)

# What this process is
BUILD = Spec("info", "build", "Version of the program and of Python.", (("version", ()), ("python", ())))
READY = Spec("gauge", "ready", "1 when /readyz says ready.")
HEALTHY = Spec("gauge", "healthy", "1 when /healthz says well.")
STOPPED = Spec("gauge", "stopped", "1 while a flood of dead letters keeps this worker from consuming.")

# Rate, errors and duration of the stage
RECORDS = Spec("counter", "records", "Records worked off, those that became dead letters among them.")
WORK_SECONDS = Spec(
    "histogram", "work_seconds", "Seconds of work on a record (extract: on a batch), sends included.", buckets=WORK
)
DEAD_LETTERS = Spec("counter", "dead_letters", "Records sent to the dead letters.", (("reason", REASONS),))
MEMORY = Spec("gauge", "memory_bytes", "Resident memory of this process and of its children.")

# Kafka in and out
ASSIGNED = Spec("gauge", "assigned_partitions", "Partitions of the source topic that this worker has.")
LAG = Spec("gauge", "lag_records", "Records between what the group has committed and the end.", _PLACE)
LAG_SECONDS = Spec("gauge", "lag_seconds", "Age of the oldest record that is not committed; 0 without one.", _PLACE)
LAG_SEEN = Spec(
    "gauge", "lag_observed_timestamp_seconds", "When Kafka last told the lag: old when Kafka does not answer."
)
REBALANCES = Spec("counter", "rebalances", "Rebalances of this stage's consumer group that this worker saw.")
REBALANCE_SECONDS = Spec(
    "histogram",
    "rebalance_seconds",
    "From a rebalance's start until records flow again, recovery included.",
    buckets=WORK,
)
COMMITS = Spec("counter", "commits", "Commits of source offsets that Kafka took.")
COMMIT_FAILURES = Spec("counter", "commit_failures", "Commits of source offsets that Kafka refused.")
COMMIT_SECONDS = Spec("histogram", "commit_seconds", "Seconds that a commit took, refused ones included.", buckets=WORK)
SENT = Spec("counter", "sent_records", "Records that Kafka acknowledged, changelogs among them.", _TOPIC)
SEND_SECONDS = Spec(
    "histogram", "send_seconds", "From handing a record over until Kafka acknowledged it.", _TOPIC, WORK
)
SEND_ERRORS = Spec("counter", "send_errors", "Sends that failed; each ends the process.", _TOPIC)

# Tables
RECOVERING = Spec("gauge", "recovering", "1 while tables are restored from their changelogs.", stages=_TABLES)
RECOVERY_REMAINING = Spec(
    "gauge", "recovery_remaining_records", "Changelog records still to be restored.", stages=_TABLES
)
TABLE_KEYS = Spec(
    "gauge",
    "table_keys",
    "Keys in this worker's part of the table by RocksDB's estimate: a row written again counts twice for a while.",
    stages=_TABLES,
)
TABLE_BYTES = Spec("gauge", "table_bytes", "Bytes of this worker's part of the table, on disk.", stages=_TABLES)
TABLE_MEMORY = Spec(
    "gauge", "table_memory_bytes", "Bytes that RocksDB holds in memory: write buffers and block cache.", stages=_TABLES
)

# Extract
ARTICLES = Spec("counter", "articles_read", "Articles read.", (("lang", (*LANGUAGES, OTHER)),), stages=_EXTRACT)
CLAIMS = Spec("counter", "claims_read", "Claims found in articles.", stages=_EXTRACT)
POOL_QUEUE = Spec("gauge", "pool_articles", "Articles that the reading processes have not given back.", stages=_EXTRACT)
POOL_PROCESSES = Spec("gauge", "pool_processes", "Reading processes that live.", stages=_EXTRACT)
POOL_SECONDS = Spec(
    "histogram",
    "pool_work_seconds",
    "Seconds that a reading process worked on its share of a batch.",
    (),
    WORK,
    _EXTRACT,
)
POOL_RESTARTS = Spec("counter", "pool_restarts", "Times that the reading processes were replaced.", stages=_EXTRACT)

# Register
REGISTERED = Spec(
    "counter", "readings_registered", "Readings by what they were.", (("outcome", OUTCOMES),), stages=_REGISTER
)

# Compare
VERDICTS = Spec("counter", "verdicts", "Verdicts reached.", _RELATION, stages=_COMPARE)
ALERTS = Spec(
    "counter",
    "alerts",
    "Alerts published; a replay publishes again what a crash may have lost.",
    (*_RELATION, ("severity", get_args(Severity)), ("type", get_args(Alert.__annotations__["type"]))),
    stages=_COMPARE,
)
ALERT_LATEST = Spec(
    "gauge",
    "alert_latest_timestamp_seconds",
    "When this worker last published an alert or an update of this kind; nothing before its first.",
    (*_RELATION, ("severity", get_args(Severity)), ("family", (*FAMILIES, OTHER))),
    stages=_COMPARE,
)
FORGOTTEN_ROWS = Spec("counter", "forgotten_rows", "Rows that compare forgot, for age or size.", stages=_COMPARE)
FORGOTTEN_CLAIMS = Spec("counter", "forgotten_claims", "Claims in the forgotten rows.", stages=_COMPARE)
FORGOTTEN_FIGURES = Spec("counter", "forgotten_figures", "Tracked figures of which a summary is left.", stages=_COMPARE)
AGE_PUBLISHED = Spec(
    "histogram",
    "alert_age_since_publication_seconds",
    "Seconds from an article's publication to its alert.",
    buckets=AGES,
    stages=_COMPARE,
)
AGE_FED = Spec(
    "histogram",
    "alert_age_since_feed_seconds",
    "Seconds from an article's record in Kafka to its alert: the objective is 99 % within 5.",
    buckets=AGES,
    stages=_COMPARE,
)
MEMORY_ROWS = Spec("gauge", "memory_rows", "Records of claims in this worker's memory.", stages=_COMPARE)
TRACKED = Spec("gauge", "tracked_figures", "Tracked figures open in this worker's memory.", stages=_COMPARE)

SPECS: tuple[Spec, ...] = tuple(value for value in list(vars().values()) if isinstance(value, Spec))
