"""Row: what compare remembers of one record of claims, in RocksDB and its changelog."""

import zlib
from typing import Annotated, Literal

from msgspec import Meta

from .alert import Alert, TrackedFigure
from .claim import Claim, ClaimRecord
from .codec import decode, encode
from .record import Moment, Record, SchemaError

PAST = "|past|"
LEVEL = 1
"""Of compression: a third of the size at a tenth of a millisecond a row."""


class Row(Record, frozen=True, kw_only=True):
    """The claims of one article in one family, those it withdrew, and the alerts they raised."""

    record: Annotated[ClaimRecord, Meta(description="The newest record: the claims that stand.")]
    offset: Annotated[
        int, Meta(description="Offset of `record` in the claims topic; the same offset again is a replay.")
    ]
    schema: Literal["figurewatch.row/1"] = "figurewatch.row/1"
    withdrawn: Annotated[tuple[Claim, ...], Meta(description="Claims the article once made.")] = ()
    alerts: Annotated[
        tuple[Alert, ...], Meta(description="Raised by `record`; a replay publishes them again as they were.")
    ] = ()
    raised: Annotated[tuple[Alert, ...], Meta(description="Raised by earlier versions; what a cancel refers to.")] = ()
    figures: Annotated[
        tuple[tuple[str, str], ...],
        Meta(description="Pairs of a claim of this row and a claim that it shares a tracked figure with."),
    ] = ()


class Past(Record, frozen=True, kw_only=True):
    """What is kept of a tracked figure that was forgotten."""

    figure: TrackedFigure
    measure: str
    first: Annotated[Moment, Meta(description="Publication of its earliest article.")]
    last: Annotated[Moment, Meta(description="Publication of its latest.")]
    schema: Literal["figurewatch.past/1"] = "figurewatch.past/1"
    place: str | None = None


def past_key(family: str, figure_id: str) -> str:
    """The key of a forgotten figure's summary; no article id makes a row's key that begins so."""
    return f"{PAST}{family}|{figure_id}"


def family_of(past_key: str) -> str:
    """The family of measures that a summary's key names."""
    return past_key.removeprefix(PAST).rpartition("|")[0]


def is_past(key: str) -> bool:
    """Whether a summary stands under the key."""
    return key.startswith(PAST)


def pack(row: Row | Past) -> bytes:
    """A row as it stands in the table: JSON, compressed by zlib, for its names and quotes repeat a lot."""
    return zlib.compress(encode(row), LEVEL)


def unpack(value: bytes) -> Row:
    """The row in `value`.

    Raises:
        SchemaError: the bytes are no row.
    """
    return decode(Row, plain(value))


def unpack_past(value: bytes) -> Past:
    """The summary in `value`.

    Raises:
        SchemaError: the bytes are no summary.
    """
    return decode(Past, plain(value))


def plain(value: bytes) -> bytes:
    """The JSON of a row or a summary; rows of earlier versions stand uncompressed.

    Raises:
        SchemaError: it is neither JSON nor compressed.
    """
    if value.startswith(b"{"):
        return value
    try:
        return zlib.decompress(value)
    except zlib.error as error:
        raise SchemaError(f"not a compressed row: {error}") from None
