"""What the agents are handed: ways out, meters and tables, as protocols; the shell (streams/) provides them."""

from collections.abc import Awaitable, Iterator
from typing import Any, Protocol

from ..schemas.alert import Alert, Relation
from .jobs import Done, Failed, Job

Headers = list[tuple[str, bytes]]


class RowError(Exception):
    """A row of a table cannot be read: no record is at fault, so the worker must end."""

    def __init__(self, key: str | bytes) -> None:
        """The row's key; what decoding says of it is the cause."""
        super().__init__(f"the row of {key!r} is of another version, or damaged")


class Event(Protocol):
    """A Faust event of a raw-bytes topic."""

    key: bytes | None
    value: bytes | None
    message: Any


class Outlet(Protocol):
    """One outgoing topic."""

    async def send(self, *, key: bytes | None, value: bytes | None, headers: Headers) -> Awaitable[object]:
        """Queue a record; awaiting the result waits for the broker's acknowledgement."""


class DeadLetters(Protocol):
    """The dead-letter topic of one stage."""

    async def send(self, event: Event, failure: Failed) -> Awaitable[object]:
        """Queue the event's original bytes with the reason in the headers."""


class Pool(Protocol):
    """Reads articles outside the event loop."""

    async def read(self, jobs: list[Job]) -> list[Done | Failed]:
        """The outcome of each job, in order."""


class Table(Protocol):
    """A stage's table of rows, bytes to bytes; writable while an event is in hand."""

    def get(self, key: bytes) -> bytes | None:
        """The row under a key."""

    def __setitem__(self, key: bytes, value: bytes) -> None:
        """Write a row."""

    def __delitem__(self, key: bytes) -> None:
        """Take a row out."""

    def rows(self) -> Iterator[tuple[bytes, bytes]]:
        """All rows of the partitions that this worker has."""


class Meter(Protocol):
    """Counts and clocks of one stage."""

    def took(self, seconds: float, records: int = 1) -> None:
        """Records worked off, and how long that took together."""

    def read(self, done: Done) -> None:
        """An article was read."""

    def registered(self, outcome: str) -> None:
        """A reading was registered."""

    def judged(self, relation: Relation) -> None:
        """A verdict was reached."""

    def alerted(self, alert: Alert) -> None:
        """An alert was published."""

    def remembered(self, *, rows: int, figures: int) -> None:
        """How much compare holds in memory."""

    def forgot(self, *, rows: int, claims: int, figures: int) -> None:
        """What compare has forgotten just now; of the figures a summary is kept."""
