"""Ways out of a stage: Faust topics of raw bytes, the dead-letter topic, the table; none is open to a frozen worker."""

import logging
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import Any

from ..agents.extract import header_pairs
from ..agents.jobs import Failed
from ..agents.ports import Event, Headers
from ..schemas.dead_letter import DeadLetter
from .flood import Flood
from .lease import Lease
from .metrics import StageMetrics
from .tracing import Tracing

log = logging.getLogger(__name__)


class TopicOutlet:
    """One outgoing topic; a send that fails ends the process (see sensor)."""

    def __init__(self, topic: Any, *, lease: Lease, tracing: Tracing) -> None:
        """`topic` is a Faust topic of raw bytes."""
        self._topic = topic
        self._lease = lease
        self._stamp = tracing.stamp

    async def send(self, *, key: bytes | None, value: bytes | None, headers: Headers) -> Awaitable[object]:
        """Queue a record; awaiting the result waits for the broker's acknowledgement."""
        self._lease.check()
        sent: Awaitable[object] = await self._topic.send(key=key, value=value, headers=self._stamp(headers))
        return sent


class DeadLetterOutlet:
    """The dead-letter topic: original bytes as they came, the reason in the headers."""

    def __init__(self, outlet: TopicOutlet, *, metrics: StageMetrics, flood: Flood) -> None:
        """`outlet` leads to the dead-letter topic."""
        self._outlet = outlet
        self._flood = flood
        self._metrics = metrics

    async def send(self, event: Event, failure: Failed) -> Awaitable[object]:
        """Queue the event's record with the reason."""
        message = event.message
        letter = DeadLetter(
            key=event.key,
            value=event.value,
            exception=failure.reason,
            message=failure.message,
            topic=message.topic,
            partition=message.partition,
            offset=message.offset,
            stacktrace=failure.stacktrace,
            original_headers=tuple(header_pairs(message.headers)),
        )
        self._metrics.dead_letter(failure.reason)
        self._flood.dead()
        place = {"topic": message.topic, "partition": message.partition, "offset": message.offset}
        log.warning("to the dead letters: %s", failure.reason, extra={**place, "key": _plain(event.key)})
        # the client sends no record of nothing
        key = b"" if letter.key is None and letter.value is None else letter.key
        return await self._outlet.send(key=key, value=letter.value, headers=letter.to_headers())


def _plain(key: bytes | None) -> str | None:
    return None if key is None else key[:200].decode("utf-8", "replace")


@contextmanager
def _told_by_rocksdb() -> Iterator[None]:
    try:
        yield
    except Exception as error:
        raise OSError(f"the data folder cannot be written: {error}") from error


class FaustTable:
    """A Faust table of raw bytes as the agents see it."""

    def __init__(self, table: Any, *, lease: Lease) -> None:
        """`table` is a Faust table in RocksDB."""
        self._table = table
        self._lease = lease

    def get(self, key: bytes) -> bytes | None:
        """The row under a key."""
        row: bytes | None = self._table.get(key)
        return row

    def __setitem__(self, key: bytes, value: bytes) -> None:
        """Write a row to RocksDB and its changelog.

        Raises:
            OSError: RocksDB does not take it; its own exceptions have no type.
        """
        self._lease.check()
        with _told_by_rocksdb():
            self._table[key] = value

    def __delitem__(self, key: bytes) -> None:
        """Take a row out of RocksDB and its changelog.

        Raises:
            OSError: RocksDB does not let it go.
        """
        self._lease.check()
        with _told_by_rocksdb():
            del self._table[key]

    def rows(self) -> Iterator[tuple[bytes, bytes]]:
        """All rows of the partitions that this worker has, for a view that is built of them."""
        yield from self._table.items()
