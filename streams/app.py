"""The Faust app of each stage: one app id a stage, raw-bytes topics, and the agents around the pure code."""

from typing import Any

import faust
from faust.types import StreamT

from ..agents.compare import Compare
from ..agents.extract import Extract
from ..agents.judging.forgetting import Limits
from ..agents.register import Register
from . import fatal, topics
from .fatal import nothing_escapes
from .fetching import fetching
from .flood import Flood
from .flushing import flushing
from .lease import Lease
from .metrics import StageMetrics
from .outlets import DeadLetterOutlet, FaustTable, TopicOutlet
from .pool import PoolError, ReaderPool
from .recovery import TableManager, building
from .rewinding import rewinding
from .sensor import counting_commits
from .settings import Settings, watch_list
from .stages import Stage
from .tracing import tracing

BATCH_WAIT_SECONDS = 0.1
"""How long extract gathers a batch at most; part of every article's latency."""

NEVER_SECONDS = 1e9

ROCKSDB_OPTIONS = {"write_buffer_size": 16 << 20, "block_cache_size": 64 << 20}
"""For each partition; Faust's defaults would take 2 GiB of cache each."""


def create_app(
    stage: Stage, settings: Settings, metrics: StageMetrics, *, pool: ReaderPool | None, lease: Lease, flood: Flood
) -> Any:
    """The stage's Faust app, ready to be run by a worker; `pool` is needed by extract only."""
    app = _bare_app(stage, settings)
    assert app.tables is not None  # Faust makes it at first use, which must not be in the web port's thread
    app.transport.Consumer = counting_commits(rewinding(fetching(app.transport.Consumer)), metrics)
    app.transport.Producer = flushing(app.transport.Producer)
    build = _Build(app, stage, settings, metrics, lease, flood)
    if stage == "extract":
        if pool is None:
            raise ValueError("extract needs a pool")
        build.extract(pool)
    elif stage == "register":
        build.register()
    else:
        build.compare()
    return app


def _bare_app(stage: Stage, settings: Settings) -> Any:
    stateless = stage == "extract"
    return faust.App(
        topics.group(settings, stage),
        broker=[f"kafka://{address}" for address in settings.brokers],
        broker_credentials=_credentials(settings),
        store="memory://" if stateless else "rocksdb://?driver=rocksdict",
        datadir=str(settings.data_dir / stage),
        autodiscover=False,
        web_enabled=False,  # streams/web.py answers, apart from the event loop
        TableManager=TableManager,
        topic_disable_leader=True,
        topic_allow_declare=False,  # streams/topics.py creates and checks every topic, changelogs included
        topic_partitions=settings.partitions,
        table_standby_replicas=0,
        producer_linger=0.02,
        producer_acks=-1,
        producer_max_request_size=topics.MAX_READING_MESSAGE_BYTES,
        consumer_max_fetch_size=topics.MAX_READING_MESSAGE_BYTES,
        consumer_auto_offset_reset="earliest",
        # A static member comes back to its tables in seconds; extract has none and may come and go.
        consumer_group_instance_id=None if stateless else settings.member_id(stage),
        broker_session_timeout=min(15.0, settings.session_seconds) if stateless else settings.session_seconds,
        broker_heartbeat_interval=3.0,
        # Faust asks for no more before all of a fetch is in its streams, which a slow stage takes many minutes for.
        # aiokafka would then leave the group, and not join it again before it is asked: for ever.
        broker_max_poll_interval=NEVER_SECONDS,
        stream_buffer_maxsize=4 * settings.batch_size if stateless else 1024,
        stream_wait_empty=True,
    )


def _credentials(settings: Settings) -> Any:
    if settings.security_protocol == "PLAINTEXT":
        return None
    if settings.security_protocol == "SSL":
        return faust.SSLCredentials(settings.ssl_context())
    return faust.SASLCredentials(
        username=settings.sasl_user,
        password=settings.password(),
        mechanism=settings.sasl_mechanism,
        ssl_context=settings.ssl_context(),
    )


class _Build:
    """Puts the agents of one stage into its app."""

    def __init__(
        self, app: Any, stage: Stage, settings: Settings, metrics: StageMetrics, lease: Lease, flood: Flood
    ) -> None:
        self.app = app
        self._settings = settings
        self._metrics = metrics
        self._lease = lease
        self._flood = flood
        self._tracing = tracing(settings, stage)

    def extract(self, pool: ReaderPool) -> None:
        extract = Extract(
            pool=pool,
            readings=self._outlet("readings"),
            dead_letters=self._dead_letters(),
            meter=self._metrics,
        )

        work = self._tracing.around(extract.work)

        @self.app.agent(self._topic("articles"), name="extract", concurrency=1)
        async def agent(stream: StreamT[bytes]) -> None:
            try:
                await pool.warm()
            except PoolError as error:
                fatal.end("%s", error)
            async for events in stream.take_events(self._settings.batch_size, within=BATCH_WAIT_SECONDS):
                with nothing_escapes():
                    await work(events)
                    self._flood.worked(len(events))

    def register(self) -> None:
        register = Register(
            table=FaustTable(self._table("register"), lease=self._lease),
            claims=self._outlet("claims"),
            dead_letters=self._dead_letters(),
            meter=self._metrics,
        )
        self._one_at_a_time("register", "readings", register.work)

    def compare(self) -> None:
        table = self._table("compare")
        compare = Compare(
            table=FaustTable(table, lease=self._lease),
            alerts=self._outlet("alerts"),
            dead_letters=self._dead_letters(),
            meter=self._metrics,
            watched=watch_list(self._settings),
            limits=Limits(claims=self._settings.remembered_claims),
        )
        table.on_recover(building(compare.restore, self.app.tables.progress))
        self._one_at_a_time("compare", "claims", compare.work)

    def _one_at_a_time(self, name: str, source: str, work: Any) -> None:
        work = self._tracing.around(work)

        @self.app.agent(self._topic(source), name=name, concurrency=1)
        async def agent(stream: StreamT[bytes]) -> None:
            async for event in stream.events():
                with nothing_escapes():
                    await work(event)
                    self._flood.worked()

    def _topic(self, name: str) -> Any:
        raw = {"key_serializer": "raw", "value_serializer": "raw", "key_type": bytes, "value_type": bytes}
        return self.app.topic(self._settings.topic(name), **raw)

    def _outlet(self, name: str) -> TopicOutlet:
        return TopicOutlet(self._topic(name), lease=self._lease, tracing=self._tracing)

    def _dead_letters(self) -> DeadLetterOutlet:
        return DeadLetterOutlet(self._outlet("dead-letters"), metrics=self._metrics, flood=self._flood)

    def _table(self, stage: topics.TableStage) -> Any:
        return self.app.Table(
            topics.TABLES[stage],
            partitions=self._settings.partitions,
            key_type=bytes,
            value_type=bytes,
            options=ROCKSDB_OPTIONS,
        )
