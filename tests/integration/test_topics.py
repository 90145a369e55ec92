"""Topics on a real Kafka: created once, checked always, and what to type where one disagrees."""

import subprocess
import sys
from collections.abc import Iterator

import msgspec
import pytest
from kafka import KafkaAdminClient
from kafka.admin import ConfigResource, ConfigResourceType

from figurewatch.streams import topics
from figurewatch.streams.consuming import count, records
from figurewatch.streams.settings import Settings, to_environment

from .helpers import eventually

pytestmark = pytest.mark.kafka


@pytest.fixture
def admin(settings: Settings) -> Iterator[KafkaAdminClient]:
    client = KafkaAdminClient(**settings.client())
    yield client
    client.close()


def change(admin: KafkaAdminClient, topic: str, **configs: str) -> None:
    dotted = {name.replace("_", "."): value for name, value in configs.items()}
    admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, dotted)])


def trouble(settings: Settings) -> str:
    """What is wrong; a change takes the broker a moment to be seen everywhere."""
    assert eventually(lambda: _trouble(settings) != "", seconds=20)
    return _trouble(settings)


def _trouble(settings: Settings) -> str:
    try:
        topics.check(settings)
    except topics.TopicError as error:
        return str(error)
    return ""


def test_created_topics_are_as_they_should_be(settings: Settings) -> None:
    topics.check(settings)
    assert topics.create(settings) == []


def test_a_missing_topic_is_named_and_made(settings: Settings, admin: KafkaAdminClient) -> None:
    name = settings.topic("claims")
    admin.delete_topics([name])
    assert trouble(settings) == f"topic {name} is missing; type: figurewatch topics create"
    assert topics.create(settings) == [name]


@pytest.mark.parametrize(
    ("name", "configs", "words"),
    [
        ("alerts", {"cleanup_policy": "compact"}, "cleanup.policy=compact, needs delete"),
        ("articles", {"max_message_bytes": "1000"}, "max.message.bytes=1000"),
        ("articles", {"retention_ms": "60000"}, "retention.ms=60000"),
    ],
)
def test_a_topic_that_would_lose_records_is_told(
    settings: Settings, admin: KafkaAdminClient, name: str, configs: dict[str, str], words: str
) -> None:
    change(admin, settings.topic(name), **configs)
    assert words in trouble(settings)
    assert "kafka-configs.sh" in trouble(settings)


@pytest.mark.parametrize("configs", [{"retention_ms": "-1"}, {"max_message_bytes": "30000000"}])
def test_longer_and_larger_do_no_harm(settings: Settings, admin: KafkaAdminClient, configs: dict[str, str]) -> None:
    change(admin, settings.topic("articles"), **configs)
    change(admin, settings.topic("alerts"), cleanup_policy="compact")
    assert settings.topic("articles") not in trouble(settings), "both changes are seen by now"


def test_a_changelog_must_be_compacted(settings: Settings, admin: KafkaAdminClient) -> None:
    name = topics.changelog(settings, "compare")
    change(admin, name, cleanup_policy="delete")
    assert f"topic {name} has cleanup.policy=delete" in trouble(settings)


def test_another_number_of_partitions_says_what_to_set(settings: Settings) -> None:
    assert "export FIGUREWATCH_PARTITIONS=2" in trouble(msgspec.structs.replace(settings, partitions=3))


@pytest.mark.parametrize("stage", ["all", "extract", "register", "compare"])
def test_a_worker_does_not_start_on_topics_that_disagree(
    settings: Settings, admin: KafkaAdminClient, stage: str
) -> None:
    name = settings.topic("dead-letters")  # which every stage needs
    admin.delete_topics([name])
    assert name in trouble(settings)
    command = [sys.executable, "-m", "figurewatch.streams", "worker", "--stage", stage]
    done = subprocess.run(
        command, env=to_environment(settings), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 78
    assert f"topic {name} is missing; type: figurewatch topics create" in done.stderr


def test_nobody_there_is_known_at_once(settings: Settings) -> None:
    with pytest.raises(topics.NoKafkaError, match=r"no Kafka answers at 127\.0\.0\.1:1"):
        topics.check(msgspec.structs.replace(settings, brokers=("127.0.0.1:1",)))


def test_one_address_that_answers_is_enough(settings: Settings) -> None:
    topics.reach(msgspec.structs.replace(settings, brokers=("127.0.0.1:1", *settings.brokers)))


def test_reading_a_topic_that_is_not_there_says_so(settings: Settings) -> None:
    for read in (lambda: list(records(settings, "no-such-topic")), lambda: count(settings, "no-such-topic")):
        with pytest.raises(topics.TopicError, match="no-such-topic is missing"):
            read()
