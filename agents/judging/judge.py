"""Judging one record of claims: held against memory, related, remembered, alerted."""

from collections import defaultdict

import msgspec

from ...schemas.alert import Alert, Relation, Verdict
from ...schemas.claim import Claim, ClaimRecord
from ...schemas.row import Row
from .alerts import Ended, alerts_for, ended
from .apart import CERTAIN, told_apart
from .comparable import comparable
from .finding import Finding
from .gates import ask
from .memory import NOTHING, Forgotten, Memory
from .pair import Pair, Reached
from .relate import JOINS, TELLING, relate
from .side import Side
from .told import CLASHES, thread_of
from .watch import NOBODY, WatchList
from .within import part_of

MOST_PAIRS = 64
"""Comparable claims that one is held against: beyond, the nearest in time."""
MOST_RAISED, MOST_WITHDRAWN = 16, 32
"""What a row keeps of an article's earlier versions."""


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a record: the row to keep, the verdicts reached, the alerts due."""

    row: Row
    reached: tuple[Reached, ...] = ()
    alerts: tuple[Alert, ...] = ()
    changed: bool = True
    """Whether the row must be written."""
    forgotten: Forgotten = NOTHING
    """Rows of the family that are due to leave the table."""

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What was reached, told in full."""
        return tuple(one.told for one in self.reached)


def judge(memory: Memory, record: ClaimRecord, *, offset: int, key: str, watched: WatchList = NOBODY) -> Judged:
    """Judge a record; the memory then holds it.

    The same offset again is a replay: its alerts come out as they were. A lower one was done and superseded: whatever
    it raised comes out again, for a crash may have lost it.
    """
    known = memory.row(key)
    if known is not None and offset <= known.offset:
        alerts = known.alerts if offset == known.offset else (*known.raised, *known.alerts)
        return Judged(row=known, alerts=alerts, changed=False)
    left = ended(memory, _gone(known, record), record)
    row = _row(known, record, offset)
    memory.restore(key, row)
    memory.settle()
    reached, links = _reached(memory, row, known)
    alerts = () if record.backfill else _due(left, alerts_for(memory, reached, row, watched, left))
    row = msgspec.structs.replace(row, alerts=alerts, figures=tuple(links))
    memory.remember(key, row)
    return Judged(row=row, reached=tuple(reached), alerts=alerts, forgotten=memory.forget(record.family))


def _due(left: tuple[Ended, ...], raised: tuple[Alert, ...]) -> tuple[Alert, ...]:
    """What is told under another figure, or again, is not cancelled as well: the article still clashes."""
    taken_over = {thread_of(alert) for alert in raised}
    return (*(each.notice for each in left if thread_of(each.alert) not in taken_over), *raised)


def _gone(known: Row | None, record: ClaimRecord) -> list[str]:
    """Claims that stood and stand no longer."""
    standing = {claim.claim_id for claim in record.claims}
    return [claim.claim_id for claim in known.record.claims if claim.claim_id not in standing] if known else []


def _withdrawn(known: Row, record: ClaimRecord) -> tuple[Claim, ...]:
    """Claims that the article once made and makes no longer; what goes while its words stay was only misread."""
    misread = bool(record.digest) and record.digest == known.record.digest
    made = known.withdrawn if misread else (*known.withdrawn, *known.record.claims)
    standing = {claim.claim_id for claim in record.claims}
    once = {claim.claim_id: claim for claim in made}
    return tuple(claim for claim_id, claim in once.items() if claim_id not in standing)


def _row(known: Row | None, record: ClaimRecord, offset: int) -> Row:
    """Bounded, for RocksDB keeps what the changelog's producer refuses: of a long history the newest part."""
    if known is None:
        return Row(record=record, offset=offset)
    withdrawn, raised = _withdrawn(known, record), (*known.raised, *known.alerts)
    return Row(record=record, offset=offset, withdrawn=withdrawn[-MOST_WITHDRAWN:], raised=raised[-MOST_RAISED:])


def _reached(memory: Memory, row: Row, known: Row | None) -> tuple[list[Reached], list[tuple[str, str]]]:
    """The verdicts on the claims that this record makes for the first time, and which claims they were joined to."""
    before = {claim.claim_id for claim in known.record.claims} if known else set()
    fresh = [claim.claim_id for claim in row.record.claims if claim.claim_id not in before]
    reached: list[Reached] = []
    links: list[tuple[str, str]] = list(known.figures) if known else []
    while fresh:
        side = memory.side(fresh.pop(0))
        if side is None:
            continue
        pairs = [*_pairs(memory, side, skip=set(fresh)), *_successor(side, row)]
        for other in sorted(pair.other.id for pair in pairs if pair.joins):
            memory.join(side.id, other)
            links.append((side.id, other))
        reached += _grouped(memory, side.claim, pairs)
    return reached, links


def _pairs(memory: Memory, side: Side, *, skip: set[str]) -> list[Pair]:
    """The claim against every candidate; of one article's own claims, each pair once."""
    near: list[tuple[float, Side, Finding]] = []
    apart: list[Pair] = []
    candidates = memory.candidates(side)
    if len(candidates) > MOST_PAIRS:
        candidates.sort(key=lambda each: (abs(each[1].start - side.start), -each[0], each[1].id))
    for alike, other in candidates:
        if other.id in skip:
            continue
        if len(near) == MOST_PAIRS:
            break
        first = comparable(side, other, alike)
        if first.answer == "fails" and not part_of(side.claim, other.claim):
            apart.append(Pair("not_comparable", side, other, alike, first))
        else:
            near.append((alike, other, first))
    return [*(_pair(memory, side, *each) for each in near), *apart]


def _pair(memory: Memory, side: Side, alike: float, other: Side, first: Finding) -> Pair:
    answers = ask(side, other, first)
    relation = relate(answers)
    if relation in CLASHES and told_apart(memory, side, other):
        relation = "not_comparable"
    return Pair(relation, side, other, alike, first, answers, relation in JOINS and first.answer == "holds")


def _successor(side: Side, row: Row) -> list[Pair]:
    """A claim that takes the place of one that the article has withdrawn revises it."""
    claim = side.claim
    gone = [
        old
        for old in row.withdrawn
        if (old.measure, old.field, old.group) == (claim.measure, claim.field, claim.group)
        and abs(old.start - claim.start) < len(old.quote) + len(claim.quote)
    ]
    if not gone:
        return []
    old = min(gone, key=lambda old: abs(old.start - claim.start))
    other = Side(old, row.record.story)
    return [Pair("revised", side, other, CERTAIN, comparable(side, other, CERTAIN))]


def _grouped(memory: Memory, claim: Claim, pairs: list[Pair]) -> list[Reached]:
    """One verdict a relation, the most telling relation first; `new` where nothing was comparable."""
    groups: dict[Relation, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.relation].append(pair)
    figure = memory.figure(claim.claim_id).id
    reached = [Reached(claim, relation, figure, tuple(groups[relation])) for relation in TELLING if relation in groups]
    if not any(relation in JOINS for relation in groups):
        reached.append(Reached(claim, "new", figure))
    return reached
