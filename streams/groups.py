"""The consumer groups of the stages, as Kafka knows them: how far behind, and members that leave for good."""

from kafka import KafkaAdminClient, TopicPartition
from kafka.admin import OffsetSpec

from .settings import Settings
from .stages import Stage
from .topics import group

SOURCES: dict[Stage, str] = {"extract": "articles", "register": "readings", "compare": "claims"}
"""What each stage consumes."""


def behind(settings: Settings, stage: Stage) -> int:
    """Records between what a stage has committed and the end of its topic.

    Raises:
        KafkaError: Kafka does not answer.
    """
    topic, name = settings.topic(SOURCES[stage]), group(settings, stage)
    places = [TopicPartition(topic, number) for number in range(settings.partitions)]
    admin = KafkaAdminClient(**settings.client())
    try:
        committed = admin.list_group_offsets(name)[name]
        ends = admin.list_partition_offsets(dict.fromkeys(places, OffsetSpec.LATEST))
    finally:
        admin.close()
    done = {place: max(0, known.offset) for place, known in committed.items()}
    return sum(ends[place].offset - done.get(place, 0) for place in places)
