"""Stored articles read again by this version's reader: what that would change, and the feeding that changes it.

An article is read again where the version of it that stands, by register's table, was read by another version of the
reader. What would change is found by the workers' own code, on their tables as they are.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import count, islice

import msgspec

from ..agents.compare import row_key
from ..agents.extract import BACKFILL_HEADER, REREAD_HEADER, header
from ..agents.jobs import Failed, Job, read_jobs
from ..agents.judging.judge import judge
from ..agents.judging.memory import Memory
from ..agents.judging.watch import NOBODY, WatchList
from ..agents.reading.reader import READER_VERSION, Reader
from ..agents.registering import ArticleRow, register
from ..schemas.alert import Alert
from ..schemas.article import Origin
from ..schemas.claim import Claim, Reading
from ..schemas.codec import decode, decode_article
from ..schemas.keys import article_digest
from ..schemas.record import SchemaError
from .consuming import records
from .replay import BATCH
from .settings import Settings
from .sources import RawItem, items
from .topics import changelog

BEYOND = 1 << 62
"""No record of the claims topic has such an offset: what is read again comes after all that lies there."""

Rows = dict[str, ArticleRow]
Complain = Callable[[str], object]


class Stored(msgspec.Struct, frozen=True, kw_only=True):
    """An article to be read again, and what register knows of it."""

    item: RawItem
    row: ArticleRow


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """What reading an article again would change."""

    article_id: str
    read_by: str
    """The version of the reader that read it."""
    added: tuple[Claim, ...]
    gone: tuple[Claim, ...]
    changed: tuple[tuple[Claim, Claim], ...]
    """Claims that stay but are read otherwise: as each was, as it would be."""
    alerts: tuple[Alert, ...]

    def __bool__(self) -> bool:
        """Whether it would change anything."""
        return bool(self.added or self.gone or self.changed or self.alerts)


def stale(settings: Settings, memory: Memory) -> Rows:
    """By article id, register's rows of the articles that stand as another version of the reader read them.

    Those of which compare has forgotten everything are left alone.

    Raises:
        TopicError: there is no changelog topic.
        KafkaError: Kafka does not answer.
    """
    newest = {record.key: record.value for record in records(settings, changelog(settings, "register"))}
    rows = {key.decode(): decode(ArticleRow, value) for key, value in newest.items() if value is not None}
    old = {name: row for name, row in rows.items() if not row.withdrawn and row.reader_version != READER_VERSION}
    return {name: row for name, row in old.items() if not _is_forgotten(row, memory)}


def _is_forgotten(row: ArticleRow, memory: Memory) -> bool:
    """Whether compare has forgotten all that an article claimed: told again, old news would be new."""
    claimed = [claim_id for part in row.parts for claim_id in part.standing]
    return bool(claimed) and all(memory.side(claim_id) is None for claim_id in claimed)


def stored(settings: Settings, rows: Rows, *, since: datetime | None = None) -> Iterator[Stored]:
    """From the articles topic, the very records that stand.

    Raises:
        KafkaError: Kafka does not answer.
    """
    topic = settings.topic("articles")
    standing = {(row.origin.partition, row.origin.offset): row for row in rows.values() if row.origin.topic == topic}
    for record in records(settings, topic, since=since):
        row = standing.get((record.partition, record.offset))
        if row is not None and record.value is not None:
            moment = datetime.fromtimestamp(record.timestamp / 1000, UTC)
            history = (BACKFILL_HEADER,) if header(record.headers, BACKFILL_HEADER) == b"1" else ()
            item = RawItem(
                key=record.key,
                value=_dated(record.value, moment),
                where=f"{topic}:{record.partition}:{record.offset}",
                marks=(REREAD_HEADER, *history),
            )
            yield Stored(item=item, row=row)


def _dated(value: bytes, moment: datetime) -> bytes:
    """The article with its record's time as its date where it has none: fed again it would get another."""
    if decode_article(value).published_at is not None:
        return value
    plain = msgspec.json.decode(value, type=dict[str, msgspec.Raw])
    return msgspec.json.encode({**plain, "published_at": moment})


def kept(rows: Rows, sources: Iterable[str], complain: Complain) -> Iterator[Stored]:
    """From files, the articles whose words are those that stand; `complain` is told which cannot be taken.

    Raises:
        SourceError: a file is missing.
    """
    for item in items(sources):
        try:
            article = decode_article(item.value)
        except SchemaError as error:
            complain(f"{item.where}: {error}")
            continue
        row = rows.get(article.id)
        if row is None or row.digest != article_digest(title=article.title, text=article.text):
            continue
        if article.published_at is None:
            complain(f"{item.where}: without a date of publication it would get another one")
            continue
        yield Stored(item=msgspec.structs.replace(item, marks=(REREAD_HEADER,)), row=row)


def compared(
    memory: Memory,
    chosen: Iterable[Stored],
    *,
    reader: Reader,
    complain: Complain,
    watched: WatchList = NOBODY,
) -> Iterator[Change]:
    """What reading each article again would change, one after the other; nothing is fed.

    `memory` is compare's, and takes the changes in.
    """
    offsets = count(BEYOND)
    for row, reading in _read(chosen, reader, complain):
        before = {claim.claim_id: claim for claim in memory.claims_of_article(reading.article_id)}
        alerts: list[Alert] = []
        for record in register(row, reading).records:
            alerts += judge(memory, record, offset=next(offsets), key=row_key(record), watched=watched).alerts
        yield _change(row, reading, before, tuple(alerts))


def _change(row: ArticleRow, reading: Reading, before: dict[str, Claim], alerts: tuple[Alert, ...]) -> Change:
    after = {claim.claim_id: claim for claim in reading.claims}
    known = {claim_id for part in row.parts for claim_id in part.standing}  # of which compare may have forgotten some
    both = ((before[name], after[name]) for name in after if name in before)
    return Change(
        article_id=reading.article_id,
        read_by=row.reader_version,
        added=tuple(claim for name, claim in after.items() if name not in before and name not in known),
        gone=tuple(claim for name, claim in before.items() if name not in after),
        changed=tuple((was, would_be) for was, would_be in both if was != would_be),
        alerts=alerts,
    )


def _read(chosen: Iterable[Stored], reader: Reader, complain: Complain) -> Iterator[tuple[ArticleRow, Reading]]:
    """As extract does it."""
    numbered = enumerate(chosen)
    while batch := list(islice(numbered, BATCH)):
        jobs = [_job(one.item, number) for number, one in batch]
        for (_, one), outcome in zip(batch, read_jobs(reader, jobs), strict=True):
            if isinstance(outcome, Failed):
                complain(f"{one.item.where}: {outcome.reason}: {outcome.message}")
            else:
                yield one.row, decode(Reading, outcome.reading)


def _job(item: RawItem, number: int) -> Job:
    return Job(
        key=item.key,
        value=item.value,
        origin=Origin(topic="reread", partition=0, offset=number),
        timestamp=datetime.now(UTC).timestamp(),
        backfill=BACKFILL_HEADER in item.marks,
        reread=True,
    )
