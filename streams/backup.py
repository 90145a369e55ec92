"""The tables as lines of JSON, read from their changelogs: a backup, and the way to other numbers of partitions."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, get_args

import msgspec
from aiokafka.partitioner import DefaultPartitioner
from kafka import KafkaProducer
from msgspec import Meta

from ..agents.registering import ArticleRow
from ..schemas.article import Origin
from ..schemas.codec import decode, encode
from ..schemas.record import Record, SchemaError
from ..schemas.row import Past, Row, family_of, is_past, pack, plain
from .consuming import count, records
from .settings import Settings
from .topics import TableStage, TopicError, changelog

BEFORE_ANY = -1
"""Offset of an imported row: every record of the new topics is newer."""


class Exported(Record, frozen=True, kw_only=True):
    """A row of a table."""

    stage: Annotated[TableStage, Meta(description="Whose table it is of.")]
    key: str
    row: msgspec.Raw
    schema: Literal["figurewatch.export/1"] = "figurewatch.export/1"


def export(settings: Settings) -> Iterator[Exported]:
    """The newest row under each key of both tables.

    Each changelog is read twice, so that only its keys need fit in memory.

    Raises:
        TopicError: there is no changelog topic.
        KafkaError: Kafka does not answer.
    """
    for stage in get_args(TableStage):
        topic = changelog(settings, stage)
        newest = {record.key: (record.partition, record.offset) for record in records(settings, topic)}
        for record in records(settings, topic):
            if record.value is not None and newest.get(record.key) == (record.partition, record.offset):
                row = plain(record.value) if stage == "compare" else record.value
                yield Exported(stage=stage, key=record.key.decode(), row=msgspec.Raw(row))


def restore(settings: Settings, lines: Iterable[bytes]) -> int:
    """Write exported rows into the empty changelogs of a new installation; how many.

    Offsets mean nothing on other topics: each row then counts as older than any record to come.

    Raises:
        SchemaError: a line is no exported row, or one of another version.
        TopicError: there is no changelog topic, or it is not empty.
        KafkaError: Kafka does not answer, or did not take a row.
    """
    for stage in get_args(TableStage):
        if count(settings, changelog(settings, stage)):
            raise TopicError(f"topic {changelog(settings, stage)} is not empty; rows go into a new installation only")
    producer = KafkaProducer(**settings.client(), acks="all", linger_ms=20)
    try:
        sent = [_send(producer, settings, line, number) for number, line in enumerate(lines, 1)]
        producer.flush()
        for future in sent:
            future.get(timeout=0)
        return len(sent)
    finally:
        producer.close()


def _send(producer: Any, settings: Settings, line: bytes, number: int) -> Any:
    try:
        exported = decode(Exported, line)
        routing, row = (_article_row if exported.stage == "register" else _claims_row)(exported)
    except SchemaError as error:
        raise SchemaError(f"line {number}: {error}") from None
    topic = changelog(settings, exported.stage)
    partitions = sorted(producer.partitions_for(topic))
    place = DefaultPartitioner()(routing.encode(), partitions, partitions)  # as the workers' producers do
    return producer.send(topic, key=exported.key.encode(), value=row, partition=place)


def _article_row(exported: Exported) -> tuple[str, bytes]:
    """Register's row lies where its article's readings do."""
    row = decode(ArticleRow, bytes(exported.row))
    origin = Origin(topic=row.origin.topic, partition=row.origin.partition, offset=BEFORE_ANY)
    return exported.key, encode(msgspec.structs.replace(row, origin=origin))


def _claims_row(exported: Exported) -> tuple[str, bytes]:
    """Compare's row lies where the claims of its family do, and so does the summary of a forgotten figure."""
    if is_past(exported.key):
        return family_of(exported.key), pack(decode(Past, bytes(exported.row)))
    row = decode(Row, bytes(exported.row))
    return row.record.family, pack(msgspec.structs.replace(row, offset=BEFORE_ANY))
