"""The topics: what each should be, created and checked before anything consumes."""

import socket
from collections.abc import Iterator
from typing import Any, Literal, get_args

import msgspec
from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType
from kafka.errors import KafkaError

from ..schemas.article import MAX_RECORD_BYTES
from .settings import Settings
from .stages import OUTPUTS, SOURCES, Stage

HOUR = 3_600_000
MAX_READING_MESSAGE_BYTES = 17 * 1024 * 1024
"""Of the readings topic; agents.jobs keeps a reading below it."""
ROOM_FOR_HEADERS = 256 * 1024
REACH_SECONDS = 5.0

TableStage = Literal["register", "compare"]
TABLES: dict[Stage, str] = {"register": "articles", "compare": "claims"}
"""The table of each stage that has one."""


class TopicError(Exception):
    """A topic is missing or is not what it should be; the message says what to type."""


class NoKafkaError(TopicError):
    """No Kafka answers: trying again later may help."""


class TopicSpec(msgspec.Struct, frozen=True, kw_only=True):
    """What a topic should be. Settings that lose records when they differ are checked, others are only created."""

    name: str
    partitions: int
    replication: int
    cleanup: str
    retention_ms: int | None = None
    max_bytes: int | None = None
    broker_s_time: bool = True
    """A worker whose clock is wrong would else write records that Kafka deletes as too old, or refuses as too new."""

    @property
    def configs(self) -> dict[str, str]:
        """Kafka's settings for it."""
        values: dict[str, str] = {"cleanup.policy": self.cleanup}
        if self.retention_ms is not None:
            values["retention.ms"] = str(self.retention_ms)
        if self.max_bytes is not None:
            values["max.message.bytes"] = str(self.max_bytes)
        if self.broker_s_time:
            values["message.timestamp.type"] = "LogAppendTime"
        return values


def reach(settings: Settings) -> None:
    """See at once whether Kafka is there at all; its client would try for half a minute, and leave sockets open.

    Raises:
        NoKafkaError: nothing listens at any of the addresses.
    """
    reasons = []
    for address in settings.brokers:
        host, _, port = address.rpartition(":")
        try:
            socket.create_connection((host.strip("[]"), int(port)), timeout=REACH_SECONDS).close()
            return
        except (OSError, OverflowError) as error:
            reasons.append(f"{address} ({error.strerror or error})" if isinstance(error, OSError) else address)
    raise NoKafkaError(f"no Kafka answers at {', '.join(reasons)}")


def group(settings: Settings, stage: str) -> str:
    """The consumer group, and Faust app id, of a stage."""
    return f"figurewatch-{settings.prefix}-{stage}"


def changelog(settings: Settings, stage: Stage) -> str:
    """The changelog topic of a stage's table, as Faust names it."""
    return f"{group(settings, stage)}-{TABLES[stage]}-changelog"


def used(settings: Settings, stage: Stage) -> dict[str, list[str]]:
    """The topics that a stage touches, and what it does there, in the words of Kafka's rights."""
    source, output, letters = (settings.topic(name) for name in (SOURCES[stage], OUTPUTS[stage], "dead-letters"))
    topics = {source: ["READ"], output: ["WRITE"], letters: ["WRITE"]}
    if stage in get_args(TableStage):
        topics[changelog(settings, stage)] = ["READ", "WRITE"]
    return topics


def specs(settings: Settings) -> tuple[TopicSpec, ...]:
    """All topics. Articles are kept a month to be read again; alerts and dead letters until people have seen them.

    An article's time is its producer's: it stands in for the date of publication where none is given.
    """
    article_bytes = MAX_RECORD_BYTES + ROOM_FOR_HEADERS
    return (
        _spec(settings, "articles", days=30, max_bytes=article_bytes, broker_s_time=False),
        _spec(settings, "readings", days=7, max_bytes=MAX_READING_MESSAGE_BYTES),
        _spec(settings, "claims", days=7),
        _spec(settings, "alerts", days=90),
        _spec(settings, "dead-letters", days=90, max_bytes=MAX_READING_MESSAGE_BYTES, partitions=1),
        *(_changelog_spec(settings, stage) for stage in get_args(TableStage)),
    )


def _spec(
    settings: Settings,
    name: str,
    *,
    days: int,
    max_bytes: int = MAX_RECORD_BYTES,
    partitions: int | None = None,
    broker_s_time: bool = True,
) -> TopicSpec:
    return TopicSpec(
        name=settings.topic(name),
        partitions=partitions or settings.partitions,
        replication=settings.replication,
        cleanup="delete",
        retention_ms=days * 24 * HOUR,
        max_bytes=max_bytes,
        broker_s_time=broker_s_time,
    )


def _changelog_spec(settings: Settings, stage: TableStage) -> TopicSpec:
    return TopicSpec(
        name=changelog(settings, stage),
        partitions=settings.partitions,
        replication=settings.replication,
        cleanup="compact",
        max_bytes=MAX_RECORD_BYTES,
    )


def create(settings: Settings) -> list[str]:
    """Create the topics that are missing, then check all; the names of those created.

    Raises:
        TopicError: Kafka cannot be reached or refuses, or a topic that was there disagrees.
    """
    with _admin(settings) as admin:
        there = set(admin.list_topics())
        missing = [spec for spec in specs(settings) if spec.name not in there]
        wanted = {
            spec.name: {
                "num_partitions": spec.partitions,
                "replication_factor": spec.replication,
                "configs": spec.configs,
            }
            for spec in missing
        }
        if wanted:
            _asked(admin.create_topics, wanted, wait_for_metadata=True)
    check(settings)
    return [spec.name for spec in missing]


def check(settings: Settings, stage: Stage | None = None) -> None:
    """See that every topic, or every one that a stage touches, is there and is as it should be.

    Raises:
        TopicError: says which topic disagrees, in what, and what to type.
    """
    with _admin(settings) as admin:
        wanted = [spec for spec in specs(settings) if stage is None or spec.name in used(settings, stage)]
        troubles = list(_troubles(admin, settings, wanted))
    if troubles:
        raise TopicError("\n".join(troubles))


def ids(settings: Settings, names: list[str]) -> dict[str, str]:
    """Kafka's own ids of those topics that are there: one that was deleted and made anew has another.

    Raises:
        TopicError: Kafka cannot be reached.
        KafkaError: Kafka does not answer.
    """
    with _admin(settings) as admin:
        described = admin.describe_topics(names)
    return {topic["name"]: str(topic["topic_id"]) for topic in described if topic["partitions"]}


def _troubles(admin: Any, settings: Settings, wanted: list[TopicSpec]) -> Iterator[str]:
    described = admin.describe_topics([spec.name for spec in wanted])
    partitions = {topic["name"]: len(topic["partitions"]) for topic in described if topic["partitions"]}
    there = [spec for spec in wanted if spec.name in partitions]
    configs = _configs(admin, [spec.name for spec in there])
    for spec in wanted:
        if spec.name not in partitions:
            yield f"topic {spec.name} is missing; type: figurewatch topics create"
    for spec in there:
        yield from _partition_trouble(spec, partitions[spec.name], settings)
        for name, value in spec.configs.items():
            if not _agrees(name, value, configs[spec.name].get(name)):
                yield (
                    f"topic {spec.name} has {name}={configs[spec.name].get(name)}, needs {value}; type: "
                    f"kafka-configs.sh --bootstrap-server {settings.brokers[0]} --alter "
                    f"--entity-type topics --entity-name {spec.name} --add-config {name}={value}"
                )


def _partition_trouble(spec: TopicSpec, partitions: int, settings: Settings) -> Iterator[str]:
    if partitions != spec.partitions and spec.name != settings.topic("dead-letters"):
        yield (
            f"topic {spec.name} has {partitions} partitions, the settings say {spec.partitions}; type: "
            f"export FIGUREWATCH_PARTITIONS={partitions} (all topics need one number, or the tables do not match)"
        )


def _agrees(name: str, wanted: str, found: str | None) -> bool:
    """Longer retention and larger messages do no harm."""
    if found is None:
        return False
    if name == "retention.ms":
        return int(found) == -1 or int(found) >= int(wanted)
    if name == "max.message.bytes":
        return int(found) >= int(wanted)
    return set(found.split(",")) == set(wanted.split(","))


def _configs(admin: Any, names: list[str]) -> dict[str, dict[str, str]]:
    if not names:
        return {}
    keys = ["cleanup.policy", "retention.ms", "max.message.bytes", "message.timestamp.type"]
    resources = [ConfigResource(ConfigResourceType.TOPIC, name, keys) for name in names]
    described = _asked(admin.describe_configs, resources, config_filter="all")
    topics = next(iter(described.values()))
    return {name: {key: entry["value"] for key, entry in entries.items()} for name, entries in topics.items()}


def _asked(question: Any, *arguments: Any, **options: Any) -> Any:
    try:
        return question(*arguments, **options)
    except KafkaError as error:
        raise TopicError(f"Kafka refused: {error}") from None


class _admin:
    """An admin client that is closed again."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __enter__(self) -> Any:
        reach(self._settings)
        try:
            self._client = KafkaAdminClient(**self._settings.client())
        except (KafkaError, OSError) as error:
            addresses = ", ".join(self._settings.brokers)
            raise NoKafkaError(f"no Kafka answers at {addresses}: {error}") from None
        return self._client

    def __exit__(self, *trace: object) -> None:
        self._client.close()
