"""The pure path over a file of articles, without a broker: read, register, judge, in published order."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

import msgspec

from ..agents.compare import row_key
from ..agents.jobs import Failed, Job, read_jobs
from ..agents.judging.judge import judge
from ..agents.judging.memory import Memory
from ..agents.judging.watch import NOBODY, WatchList
from ..agents.reading.reader import Reader
from ..agents.registering import ArticleRow, register
from ..schemas.alert import Alert, Verdict
from ..schemas.article import Article, Origin
from ..schemas.claim import Reading
from ..schemas.codec import decode, encode

BATCH = 16
"""Articles read together, as in extract."""


class Step(msgspec.Struct, frozen=True):
    """What one article brought."""

    reading: Reading
    verdicts: tuple[Verdict, ...]
    alerts: tuple[Alert, ...]


def readings(
    articles: Iterable[Article],
    *,
    reader: Reader,
    received_at: datetime,
    complain: Callable[[str], object],
) -> Iterator[Reading]:
    """Each article's reading, by the same code and bytes as in extract; `complain` is told what cannot be read.

    `received_at` stands in for the records' timestamps.
    """
    jobs = (_job(article, offset=offset, at=received_at) for offset, article in enumerate(articles))
    while batch := list(islice(jobs, BATCH)):
        for job, outcome in zip(batch, read_jobs(reader, batch), strict=True):
            if isinstance(outcome, Failed):
                complain(f"{(job.key or b'').decode()}: {outcome.reason}: {outcome.message}")
            else:
                yield decode(Reading, outcome.reading)


def _job(article: Article, *, offset: int, at: datetime) -> Job:
    origin = Origin(topic="replay", partition=0, offset=offset)
    return Job(key=article.id.encode(), value=encode(article), origin=origin, timestamp=at.timestamp())


class Replay:
    """Articles through the same code as in the workers; `memory` then holds what compare would hold."""

    def __init__(self, reader: Reader, *, received_at: datetime, watched: WatchList = NOBODY) -> None:
        """`received_at` stands in for the records' timestamps."""
        self._watched = watched
        self._reader = reader
        self._received_at = received_at
        self._rows: dict[str, ArticleRow] = {}
        self._offset = 0
        self.memory = Memory()

    def run(self, articles: Iterable[Article], *, complain: Callable[[str], object]) -> Iterator[Step]:
        """Every article in published order, those without a date last."""
        ordered = sorted(articles, key=lambda article: article.published_at or self._received_at)
        read = readings(ordered, reader=self._reader, received_at=self._received_at, complain=complain)
        yield from map(self._judge, read)

    def _judge(self, reading: Reading) -> Step:
        registered = register(self._rows.get(reading.article_id), reading)
        self._rows[reading.article_id] = registered.row
        verdicts: list[Verdict] = []
        alerts: list[Alert] = []
        for record in registered.records:
            judged = judge(self.memory, record, offset=self._offset, key=row_key(record), watched=self._watched)
            self._offset += 1
            verdicts += judged.verdicts
            alerts += judged.alerts
        return Step(reading, tuple(verdicts), tuple(alerts))


def plain_verdict(verdict: Verdict) -> dict[str, Any]:
    """A verdict as one flat object: `against` holds whole claims, each with its `gates`."""
    against = [{**msgspec.structs.asdict(each.claim), "gates": each.gates} for each in verdict.against]
    return {**msgspec.structs.asdict(verdict), "against": against}
