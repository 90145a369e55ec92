"""The consumer groups of the stages, as Kafka knows them: how far behind, and members that leave for good."""

from typing import get_args

from kafka import KafkaAdminClient, TopicPartition
from kafka.admin import MemberToRemove, OffsetSpec
from kafka.errors import NoError, UnknownMemberIdError

from .settings import Settings
from .stages import SOURCES, Stage
from .topics import TableStage, group


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


def leave(settings: Settings) -> list[TableStage]:
    """Take a worker that has stopped for good out of its groups, so that the others have its partitions at once.

    Returns the stages whose groups it was in.

    Raises:
        KafkaError: Kafka does not answer, or refuses.
    """
    admin = KafkaAdminClient(**settings.client())
    try:
        return [stage for stage in get_args(TableStage) if _left(admin, settings, stage)]
    finally:
        admin.close()


def _left(admin: KafkaAdminClient, settings: Settings, stage: TableStage) -> bool:
    member = MemberToRemove(group_instance_id=settings.member_id(stage), reason="worker leave")
    [error] = admin.remove_group_members(group(settings, stage), [member]).values()
    if error not in (NoError, UnknownMemberIdError):
        raise error()
    return bool(error is NoError)
