"""What goes into a reading process and comes out of it: plain picklable values, errors included."""

import traceback
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial

import msgspec

from ..schemas.article import Article, Origin
from ..schemas.claim import Reading
from ..schemas.codec import decode_article, encode
from ..schemas.keys import article_digest
from ..schemas.record import SchemaError
from .reading.reader import READER_VERSION, Reader

MAX_READING_BYTES = 16 * 1024 * 1024
"""A reading larger than this is not sent; no article of 4 MiB that people wrote comes near it."""


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """One record of the articles topic, as it came."""

    key: bytes | None
    value: bytes | None
    origin: Origin
    timestamp: float
    """Of the record, seconds since the epoch."""
    backfill: bool = False
    reread: bool = False


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """A reading, encoded and ready to send."""

    article_id: str
    reading: bytes
    claims: int
    lang: str | None
    withdrawn: bool
    seconds: float = 0.0


class Failed(msgspec.Struct, frozen=True, kw_only=True):
    """An article that cannot be read, and why: it goes to the dead letters."""

    reason: str
    """The name of the exception, a metric's label."""
    message: str
    stacktrace: str = ""


def failure(error: Exception) -> Failed:
    """An exception as a value; bad input needs no stack trace, a bug does."""
    trace = "" if isinstance(error, SchemaError) else "".join(traceback.format_exception(error))
    return Failed(reason=type(error).__name__, message=str(error), stacktrace=trace)


def reading_with(models: Mapping[str, str]) -> Callable[[list[Job]], list[Done | Failed]]:
    """What reads jobs, with models of its own; loading them takes seconds."""
    return partial(read_jobs, Reader(models=models))


def read_jobs(reader: Reader, jobs: list[Job]) -> list[Done | Failed]:
    """Each job's reading or failure, in order; one bad article never costs another."""
    outcomes: dict[int, Done | Failed] = {}
    articles: dict[int, Article] = {}
    for index, job in enumerate(jobs):
        try:
            if job.value is None:
                outcomes[index] = _withdrawal(job)
            else:
                articles[index] = decode_article(job.value)
        except SchemaError as error:
            outcomes[index] = failure(error)
    outcomes |= _readings(reader, jobs, articles)
    return [outcomes[index] for index in range(len(jobs))]


def _readings(reader: Reader, jobs: list[Job], articles: dict[int, Article]) -> dict[int, Done | Failed]:
    """Read together, for the models run faster on batches; singly once something breaks."""
    if not articles:
        return {}
    try:
        readings = reader.read_many(
            [(article, jobs[index].origin, _moment(jobs[index])) for index, article in articles.items()]
        )
        return {index: _done(jobs[index], reading) for index, reading in zip(articles, readings, strict=True)}
    except Exception:
        return {index: _single(reader, jobs[index], article) for index, article in articles.items()}


def _single(reader: Reader, job: Job, article: Article) -> Done | Failed:
    try:
        return _done(job, reader.read(article, origin=job.origin, received_at=_moment(job)))
    except Exception as error:
        return failure(error)


def _done(job: Job, reading: Reading) -> Done | Failed:
    stamped = msgspec.structs.replace(reading, backfill=job.backfill, reread=job.reread, fed_at=_moment(job))
    value = encode(stamped)
    if len(value) > MAX_READING_BYTES:
        return Failed(reason="ReadingTooLarge", message=f"its reading has {len(value):,} bytes")
    return Done(
        article_id=reading.article_id,
        reading=value,
        claims=len(reading.claims),
        lang=reading.lang,
        withdrawn=reading.withdrawn,
    )


def _withdrawal(job: Job) -> Done | Failed:
    """A null record withdraws the article that its key names."""
    if not job.key:
        raise SchemaError("a null record withdraws an article, but this one has no key to name it")
    try:
        article_id = job.key.decode()
    except UnicodeDecodeError:
        raise SchemaError("the key of a null record is not UTF-8") from None
    reading = Reading(
        article_id=article_id,
        origin=job.origin,
        digest=article_digest(title=None, text=""),
        reader_version=READER_VERSION,
        withdrawn=True,
    )
    return _done(job, reading)


def _moment(job: Job) -> datetime:
    return datetime.fromtimestamp(job.timestamp, UTC)
