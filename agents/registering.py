"""Pure core of register: what each article has claimed, and what to send on when it is read again."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from itertools import count
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from ..schemas.article import Origin
from ..schemas.claim import Claim, ClaimRecord, Reading
from ..schemas.record import Record

CLAIMS_PER_RECORD = 16
"""A row of compare holds a record's claims and their alerts; at some 7 KB a claim this stays below 256 KB."""

Place = tuple[str, int]
"""A family and a part: with the article's id, the key of one row of compare."""


class Part(Record, frozen=True, kw_only=True):
    """The claims ever sent for an article in one record of one family."""

    family: str
    part: int
    standing: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()


class ArticleRow(Record, frozen=True, kw_only=True):
    """What register remembers of an article: its newest version and every claim ever sent, and where to."""

    digest: str
    origin: Origin
    schema: Literal["figurewatch.article-row/1"] = "figurewatch.article-row/1"
    updated_at: datetime | None = None
    withdrawn: bool = False
    reader_version: str = ""
    parts: Annotated[tuple[Part, ...], Meta(description="Sorted by family and part.")] = ()


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a reading: the row to keep, the records to send, and what it was, for the metrics."""

    row: ArticleRow
    records: tuple[ClaimRecord, ...]
    outcome: Literal["first", "replayed", "duplicate", "new_version", "older_version", "reread", "withdrawn"]


def register(row: ArticleRow | None, reading: Reading) -> Registered:
    """The article's new row, and the records that are due.

    A replay (same origin) sends everything again, for a crash may have lost it; the same words from
    another origin send nothing; a newer version sends its claims and withdraws those it no longer makes. The same
    words read by another version of the reader are such a newer version; fed by `reread`, words that no longer stand
    are not, whenever they come.
    """
    if row is None:
        return _replace(row, reading, "withdrawn" if reading.withdrawn else "first")
    if row.origin == reading.origin:
        return _replace(row, reading, "replayed")
    same = (row.digest, row.withdrawn) == (reading.digest, reading.withdrawn)
    if not _is_newer(row, reading) or (reading.reread and not same):
        return Registered(row=row, records=(), outcome="older_version")
    if same and row.reader_version == reading.reader_version:
        return Registered(row=row, records=(), outcome="duplicate")
    if same:
        return _replace(row, reading, "reread")
    return _replace(row, reading, "withdrawn" if reading.withdrawn else "new_version")


def _is_newer(row: ArticleRow, reading: Reading) -> bool:
    """`updated_at` decides where both have one, else the place in the topic (partitions have no common order)."""
    if row.updated_at and reading.updated_at and row.updated_at != reading.updated_at:
        return reading.updated_at > row.updated_at
    same_partition = (row.origin.topic, row.origin.partition) == (
        reading.origin.topic,
        reading.origin.partition,
    )
    return not same_partition or reading.origin.offset > row.origin.offset


def _replace(
    row: ArticleRow | None,
    reading: Reading,
    outcome: Literal["first", "replayed", "new_version", "reread", "withdrawn"],
) -> Registered:
    known = {(part.family, part.part): part for part in (row.parts if row else ())}
    made = _placed(reading.claims, known)
    parts = tuple(_merge(known.get(place), place, made.get(place, [])) for place in sorted(known.keys() | made.keys()))
    records = tuple(_record(reading, part, made.get((part.family, part.part), [])) for part in parts)
    new_row = ArticleRow(
        digest=reading.digest,
        origin=reading.origin,
        updated_at=reading.updated_at,
        withdrawn=reading.withdrawn,
        reader_version=reading.reader_version,
        parts=parts,
    )
    return Registered(row=new_row, records=records, outcome=outcome)


def _placed(claims: tuple[Claim, ...], known: Mapping[Place, Part]) -> dict[Place, list[Claim]]:
    """Claims by family and part: each where it was sent before, a new one in the first part that has room."""
    homes = {(each, place[0]): place for place, part in known.items() for each in (*part.standing, *part.withdrawn)}
    placed: dict[Place, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: _name(claim) not in homes):  # stable: the article's order stays
        home = homes.get(_name(claim))
        placed[home or _room(claim.family, placed)].append(claim)
    return placed


def _name(claim: Claim) -> tuple[str, str]:
    """An id may come with another family, as when a later reader has moved its measure: it goes there, then."""
    return claim.claim_id, claim.family


def _room(family: str, placed: Mapping[Place, list[Claim]]) -> Place:
    return next((family, part) for part in count() if len(placed.get((family, part), ())) < CLAIMS_PER_RECORD)


def _merge(known: Part | None, place: Place, claims: list[Claim]) -> Part:
    standing = tuple(claim.claim_id for claim in claims)
    ever = (*known.withdrawn, *known.standing) if known else ()
    gone = tuple(dict.fromkeys(claim_id for claim_id in ever if claim_id not in standing))
    return Part(family=place[0], part=place[1], standing=standing, withdrawn=gone)


def _record(reading: Reading, part: Part, claims: list[Claim]) -> ClaimRecord:
    return ClaimRecord(
        article_id=reading.article_id,
        family=part.family,
        part=part.part,
        origin=reading.origin,
        backfill=reading.backfill,
        fed_at=reading.fed_at,
        digest=reading.digest,
        story=reading.story,
        claims=tuple(claims),
        withdrawn=part.withdrawn,
    )
