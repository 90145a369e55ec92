"""The Faust app of each stage: one app id a stage, raw-bytes topics, and the agents around the pure code."""

from typing import Any

import faust
from faust.types import StreamT

from ..agents.compare import Compare
from ..agents.extract import Extract
from ..agents.register import Register
from . import topics
from .fatal import nothing_escapes
from .metrics import StageMetrics
from .outlets import DeadLetterOutlet, FaustTable, TopicOutlet
from .pool import ReaderPool
from .recovery import TableManager, or_end
from .settings import Settings
from .stages import Stage

BATCH_WAIT_SECONDS = 0.1
"""How long extract gathers a batch at most; part of every article's latency."""

ROCKSDB_OPTIONS = {"write_buffer_size": 16 << 20, "block_cache_size": 64 << 20}
"""For each partition; Faust's defaults would take 2 GiB of cache each."""


def create_app(stage: Stage, settings: Settings, metrics: StageMetrics, *, pool: ReaderPool | None) -> Any:
    """The stage's Faust app, ready to be run by a worker; `pool` is needed by extract only."""
    app = _bare_app(stage, settings)
    if stage == "extract":
        if pool is None:
            raise ValueError("extract needs a pool")
        _add_extract(app, settings, metrics, pool)
    elif stage == "register":
        _add_register(app, settings, metrics)
    else:
        _add_compare(app, settings, metrics)
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
        broker_session_timeout=15.0 if stateless else 60.0,
        broker_heartbeat_interval=3.0,
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


def _topic(app: Any, name: str) -> Any:
    return app.topic(name, key_serializer="raw", value_serializer="raw", key_type=bytes, value_type=bytes)


def _table(app: Any, name: str, settings: Settings, **hooks: Any) -> Any:
    return app.Table(
        name,
        partitions=settings.partitions,
        key_type=bytes,
        value_type=bytes,
        options=ROCKSDB_OPTIONS,
        **hooks,
    )


def _dead_letters(app: Any, settings: Settings, metrics: StageMetrics) -> DeadLetterOutlet:
    return DeadLetterOutlet(_topic(app, settings.topic("dead-letters")), metrics=metrics)


def _add_extract(app: Any, settings: Settings, metrics: StageMetrics, pool: ReaderPool) -> None:
    extract = Extract(
        pool=pool,
        readings=TopicOutlet(_topic(app, settings.topic("readings"))),
        dead_letters=_dead_letters(app, settings, metrics),
        meter=metrics,
    )

    @app.agent(_topic(app, settings.topic("articles")), name="extract", concurrency=1)
    async def agent(stream: StreamT[bytes]) -> None:
        await pool.warm()
        async for events in stream.take_events(settings.batch_size, within=BATCH_WAIT_SECONDS):
            with nothing_escapes():
                await extract.work(events)


def _add_register(app: Any, settings: Settings, metrics: StageMetrics) -> None:
    register = Register(
        table=FaustTable(_table(app, "articles", settings)),
        claims=TopicOutlet(_topic(app, settings.topic("claims"))),
        dead_letters=_dead_letters(app, settings, metrics),
        meter=metrics,
    )
    _one_at_a_time(app, "register", settings.topic("readings"), register.work)


def _add_compare(app: Any, settings: Settings, metrics: StageMetrics) -> None:
    table = _table(app, "claims", settings)
    compare = Compare(
        table=FaustTable(table),
        alerts=TopicOutlet(_topic(app, settings.topic("alerts"))),
        dead_letters=_dead_letters(app, settings, metrics),
        meter=metrics,
    )
    table.on_recover(or_end(compare.restore))
    _one_at_a_time(app, "compare", settings.topic("claims"), compare.work)


def _one_at_a_time(app: Any, name: str, topic: str, work: Any) -> None:
    @app.agent(_topic(app, topic), name=name, concurrency=1)
    async def agent(stream: StreamT[bytes]) -> None:
        async for event in stream.events():
            with nothing_escapes():
                await work(event)
