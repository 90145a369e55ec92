"""The extract agent: articles in, readings out; keeps no state."""

import asyncio
import logging
from collections.abc import Mapping
from time import perf_counter
from typing import Any

from ..schemas.article import Origin
from ..schemas.cloudevents import headers_for
from .jobs import Done, Job
from .ports import DeadLetters, Event, Meter, Outlet, Pool

log = logging.getLogger(__name__)

BACKFILL_HEADER = "figurewatch_backfill"
"""An article fed with this header enters the memory and raises no alerts."""
REREAD_HEADER = "figurewatch_reread"
"""An article with this header is read anew and counts only where no other version of it has come."""


class Extract:
    """Works off batches of article records."""

    def __init__(self, *, pool: Pool, readings: Outlet, dead_letters: DeadLetters, meter: Meter) -> None:
        """The pool reads; readings and dead letters are ways out."""
        self._pool = pool
        self._readings = readings
        self._dead_letters = dead_letters
        self._meter = meter

    async def work(self, events: list[Event]) -> None:
        """Read a batch and send every outcome on; returns when the broker has acknowledged all of them."""
        began = perf_counter()
        outcomes = await self._pool.read([job(event) for event in events])
        sent = []
        for event, outcome in zip(events, outcomes, strict=True):
            if isinstance(outcome, Done):
                self._meter.read(outcome)
                log.debug("read", extra={"article_id": outcome.article_id, "claims": outcome.claims})
                sent.append(await self._send(outcome))
            else:
                sent.append(await self._dead_letters.send(event, outcome))
        await asyncio.gather(*sent)
        self._meter.took(perf_counter() - began, len(events))

    async def _send(self, done: Done) -> Any:
        key = done.article_id.encode()
        headers = headers_for("reading", subject=done.article_id, body=done.reading)
        return await self._readings.send(key=key, value=done.reading, headers=headers)


def job(event: Event) -> Job:
    """An article record as a job for the pool."""
    message = event.message
    return Job(
        key=event.key,
        value=event.value,
        origin=Origin(topic=message.topic, partition=message.partition, offset=message.offset),
        timestamp=message.timestamp,
        backfill=header(message.headers, BACKFILL_HEADER) == b"1",
        reread=header(message.headers, REREAD_HEADER) == b"1",
    )


def header_pairs(headers: Any) -> list[tuple[str, bytes]]:
    """A message's headers; Faust gives them as pairs or as a mapping."""
    return list(headers.items() if isinstance(headers, Mapping) else headers or ())


def header(headers: Any, name: str) -> bytes | None:
    """A header's value."""
    return next((value for key, value in header_pairs(headers) if key == name), None)
