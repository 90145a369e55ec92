"""How far behind a worker is, as Kafka tells it: asked in a thread of its own, so that a stuck worker is seen, too.

Faust's own books only know the end of a partition while it reads from it, and count a commit that failed as done.
"""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

import msgspec
from kafka import KafkaConsumer, TopicPartition
from kafka.errors import KafkaError

from .settings import Settings
from .topics import NoKafkaError, reach

log = logging.getLogger(__name__)

EVERY_SECONDS = 5.0
POLL_MS = 1000


class Behind(msgspec.Struct, frozen=True):
    """One partition's lag."""

    records: int
    seconds: float
    """Age of the oldest record that is not committed, by its own timestamp; 0 when there is none."""


class Seen(msgspec.Struct, frozen=True):
    """What Kafka said when it last answered."""

    at: float
    """Seconds since the epoch."""
    behind: dict[tuple[str, int], Behind]

    @property
    def records(self) -> int:
        """Over all partitions."""
        return sum(each.records for each in self.behind.values())


Assigned = Callable[[], set[tuple[str, int]]]


class LagWatch:
    """Asks Kafka for the lag of the partitions that this worker has, again and again."""

    def __init__(
        self, settings: Settings, *, group: str, assigned: Assigned, clock: Callable[[], float] = time.time
    ) -> None:
        """`assigned` gives topic and partition of what this worker has at the moment."""
        self._settings = settings
        self._group = group
        self._assigned = assigned
        self._clock = clock
        self._consumer: Any = None
        self._stopped = threading.Event()
        self.seen = Seen(clock(), {})

    def start(self, then: Callable[[], None]) -> None:
        """Begin to ask; `then` is called after each time."""
        threading.Thread(target=self._run, args=(then,), name="lag", daemon=True).start()

    def stop(self) -> None:
        """Ask no more."""
        self._stopped.set()

    def ask(self) -> None:
        """Ask once; when Kafka does not answer, what was seen last stays, and grows old."""
        places = [TopicPartition(*place) for place in sorted(self._assigned())]
        try:
            self.seen = Seen(self._clock(), self._behind(places))
        except (KafkaError, NoKafkaError, OSError, ValueError) as error:
            log.warning("Kafka does not tell the lag: %s", error)
            self._drop()

    def _run(self, then: Callable[[], None]) -> None:
        while not self._stopped.wait(EVERY_SECONDS):
            try:
                self.ask()
                then()
            except Exception:  # a bug in the client must not end the thread: the worker would seem to have no Kafka
                log.exception("looking at the lag failed")
                self._drop()
        self._drop()

    def _drop(self) -> None:
        if self._consumer is not None:
            self._consumer.close()
            self._consumer = None

    def _behind(self, places: list[Any]) -> dict[tuple[str, int], Behind]:
        if self._consumer is None:
            self._consumer = self._connect()
        if not places:
            return {}
        ends = self._consumer.end_offsets(places)
        begins = self._consumer.beginning_offsets(places)
        found = {}
        for place in places:
            committed = self._consumer.committed(place)
            begin = max(begins[place], committed if committed is not None else 0)
            found[(place.topic, place.partition)] = self._waiting(place, begin, ends[place])
        return found

    def _connect(self) -> Any:
        reach(self._settings)
        return KafkaConsumer(
            **self._settings.client(),
            group_id=self._group,  # to see its offsets; this consumer never joins the group
            enable_auto_commit=False,
            auto_offset_reset="earliest",
            max_partition_fetch_bytes=1,  # the first batch comes all the same
            max_poll_records=1,
            check_crcs=False,  # in Python, a byte at a time: a twelfth of a busy worker's processor time
        )

    def _waiting(self, place: Any, begin: int, end: int) -> Behind:
        """What lies between: a producer with transactions leaves markers there, which are offsets and no records."""
        if begin >= end:
            return Behind(0, 0.0)
        self._consumer.assign([place])
        self._consumer.seek(place, begin)
        polled = self._consumer.poll(timeout_ms=POLL_MS).get(place, [])
        if polled:
            return Behind(end - begin, max(0.0, self._clock() - polled[0].timestamp / 1000))
        return Behind(0 if self._consumer.position(place) >= end else end - begin, 0.0)
