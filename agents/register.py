"""The register agent: readings in, claims out; its table knows what each article has claimed."""

import logging
from time import perf_counter

from ..schemas.claim import ClaimRecord, Reading, see_to_whose
from ..schemas.cloudevents import headers_for
from ..schemas.codec import decode, encode
from ..schemas.record import SchemaError
from .jobs import failure
from .ports import DeadLetters, Event, Meter, Outlet, RowError, Table
from .registering import ArticleRow, Registered, register

log = logging.getLogger(__name__)


class Register:
    """Works off readings one at a time."""

    def __init__(self, *, table: Table, claims: Outlet, dead_letters: DeadLetters, meter: Meter) -> None:
        """The table holds one row an article."""
        self._table = table
        self._claims = claims
        self._dead_letters = dead_letters
        self._meter = meter

    async def work(self, event: Event) -> None:
        """Register one reading: one table write, then the records that are due."""
        began = perf_counter()
        await self._work(event)
        self._meter.took(perf_counter() - began)

    async def _work(self, event: Event) -> None:
        try:
            reading = decode(Reading, event.value)
            see_to_whose(reading)
        except SchemaError as error:
            await self._dead_letters.send(event, failure(error))
            return
        key = reading.article_id.encode()
        row = self._row(key)
        try:
            registered = register(row, reading)
        except Exception as error:
            await self._dead_letters.send(event, failure(error))
            return
        self._remember(key, registered)
        for record in registered.records:
            await self._send(record)
        self._meter.registered(registered.outcome)
        log.debug("registered", extra={"article_id": reading.article_id, "outcome": registered.outcome})

    def _row(self, key: bytes) -> ArticleRow | None:
        """Outside the `try`: a row that cannot be read, of a later version perhaps, is no fault of the record."""
        known = self._table.get(key)
        try:
            return decode(ArticleRow, known) if known else None
        except SchemaError as error:
            raise RowError(key) from error

    def _remember(self, key: bytes, registered: Registered) -> None:
        """Outside the `try`: a table that cannot be written is an outage, not a bad record."""
        if registered.outcome not in ("duplicate", "older_version"):
            self._table[key] = encode(registered.row)

    async def _send(self, record: ClaimRecord) -> None:
        value = encode(record)
        headers = headers_for("claims", subject=f"{record.article_id}|{record.family}|{record.part}", body=value)
        await self._claims.send(key=record.family.encode(), value=value, headers=headers)
