"""The compare agent: claims in, alerts out; its table holds the claims, its memory is a view of the table."""

import asyncio
import gc
import logging
from collections.abc import Callable, Iterator
from time import perf_counter

from ..schemas.alert import Alert
from ..schemas.claim import ClaimRecord, see_to_whose
from ..schemas.cloudevents import headers_for
from ..schemas.codec import decode, encode
from ..schemas.record import SchemaError
from ..schemas.row import is_past, pack, unpack, unpack_past
from .jobs import failure
from .judging.forgetting import Limits
from .judging.judge import Judged, judge
from .judging.memory import LIMITS, Memory
from .judging.watch import NOBODY, WatchList
from .ports import DeadLetters, Event, Meter, Outlet, RowError, Table

log = logging.getLogger(__name__)

STEPS_A_SLICE = 100
"""Rows restored, or claims put into the index, before the event loop gets a turn: some 10 ms."""
SET_ASIDE_EVERY = 1_000
"""Records judged before what they left in memory is set aside: some 20 ms."""
WALKED_EVERY = 64 * SET_ASIDE_EVERY
"""Records judged before all of it is walked over once more: some tenths of a second at 100,000 claims."""


def set_aside(*, whole: bool = False) -> None:
    """Free the garbage collector from what is remembered: it is in no cycle, and walking over it takes ever longer.

    What was in flight meanwhile is set aside with it; `whole` looks through that, too.
    """
    if whole:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def row_key(record: ClaimRecord) -> str:
    """The key of a record's row."""
    return f"{record.article_id}|{record.family}|{record.part}"


def restore(memory: Memory, key: str, value: bytes) -> None:
    """Take a row of the table, or the summary of what was forgotten, into the memory.

    Raises:
        RowError: it is of another version, or damaged.
    """
    try:
        if is_past(key):
            memory.restore_past(key, unpack_past(value))
        else:
            memory.restore(key, unpack(value))
    except SchemaError as error:
        raise RowError(key) from error


def _restoring(memory: Memory, table: Table) -> Iterator[None]:
    """All rows into the memory, in small steps."""
    for key, value in table.rows():
        restore(memory, key.decode(), value)
        yield
    yield from memory.settling()


class Compare:
    """Works off records of claims one at a time."""

    def __init__(
        self,
        *,
        table: Table,
        alerts: Outlet,
        dead_letters: DeadLetters,
        meter: Meter,
        watched: WatchList = NOBODY,
        limits: Limits = LIMITS,
    ) -> None:
        """The table holds one row a record of claims, and summaries of what `limits` made it forget."""
        self._table = table
        self._alerts = alerts
        self._dead_letters = dead_letters
        self._meter = meter
        self._watched = watched
        self._limits = limits
        self.memory = Memory(limits)
        self._judged = 0

    async def restore(self, advance: Callable[[int], None]) -> None:
        """Build the memory anew from the table, in slices that leave the event loop free; `advance` hears each step."""
        memory = Memory(self._limits)
        for number, _ in enumerate(_restoring(memory, self._table)):
            advance(1)
            if number % STEPS_A_SLICE == 0:
                await asyncio.sleep(0)
        self.memory = memory
        self._measure_memory()

    async def work(self, event: Event) -> None:
        """Judge one record: one table write, then the alerts that are due."""
        began = perf_counter()
        await self._work(event)
        self._meter.took(perf_counter() - began)

    async def _work(self, event: Event) -> None:
        try:
            record = decode(ClaimRecord, event.value)
            see_to_whose(record)
        except SchemaError as error:
            await self._dead_letters.send(event, failure(error))
            return
        key = row_key(record)
        try:
            judged = judge(self.memory, record, offset=event.message.offset, key=key, watched=self._watched)
        except Exception as error:
            self._undo(key)
            await self._dead_letters.send(event, failure(error))
            return
        self._remember(key, judged, offset=event.message.offset)
        for alert in judged.alerts:
            await self._send(alert)
        for one in judged.reached:
            self._meter.judged(one.relation)
        self._measure_memory()
        self._judged += 1
        if self._judged % SET_ASIDE_EVERY == 0:
            set_aside(whole=self._judged % WALKED_EVERY == 0)

    def _undo(self, key: str) -> None:
        """The memory goes back to what the table holds, for judging broke off somewhere in between."""
        self.memory.drop([key])
        row = self._table.get(key.encode())
        if row is not None:
            restore(self.memory, key, row)
            self.memory.settle()

    def _remember(self, key: str, judged: Judged, *, offset: int) -> None:
        """Outside the `try`: a table that cannot be written is an outage, not a bad record.

        A replay writes its row again: a crash may have come between RocksDB and the changelog.
        """
        if judged.changed or judged.row.offset == offset:
            self._table[key.encode()] = pack(judged.row)
        forgotten = judged.forgotten
        for name, past in forgotten.pasts.items():
            self._table[name.encode()] = pack(past)
        for gone in (*forgotten.rows, *forgotten.old_pasts):
            if self._table.get(gone.encode()) is not None:
                del self._table[gone.encode()]
        if forgotten.rows:
            self._meter.forgot(rows=len(forgotten.rows), claims=forgotten.claims, figures=len(forgotten.pasts))

    async def _send(self, alert: Alert) -> None:
        value = encode(alert)
        key = (alert.tracked_figure.id if alert.tracked_figure else alert.alert_id).encode()
        await self._alerts.send(key=key, value=value, headers=headers_for("alert", subject=alert.alert_id, body=value))
        self._meter.alerted(alert)
        log.info("alert: %s", alert.relation, extra=_ids(alert))

    def _measure_memory(self) -> None:
        self._meter.remembered(rows=self.memory.row_count, figures=self.memory.figure_count)


def _ids(alert: Alert) -> dict[str, object]:
    """The fields of an alert's event in the log."""
    return {
        "alert_id": alert.alert_id,
        "type": alert.type,
        "severity": alert.severity,
        "article_id": alert.claim.article_id,
        "claim_id": alert.claim.claim_id,
        "tracked_figure": alert.tracked_figure.id if alert.tracked_figure else None,
    }
