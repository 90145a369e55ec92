"""Judging one record of claims: held against memory, related, remembered, alerted."""

from collections import defaultdict

import msgspec

from ...schemas.alert import Against, Alert, Gate, Relation, Verdict
from ...schemas.claim import Claim, ClaimRecord
from ...schemas.row import Row
from . import gates as asking
from .alerts import CLASHES, alerts_for, cancellations
from .gates import Gates, Side
from .intervals import value_of
from .memory import Memory, Remembered
from .relate import JOINS, TELLING, relate
from .story import features, likeness

MOST_AGAINST = 8
MOST_RAISED, MOST_WITHDRAWN = 16, 32
"""What a row keeps of an article's earlier versions."""
MOST_MISSES = 3
"""Nearest misses that a verdict names."""


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """What came of a record: the row to keep, the verdicts reached, the alerts due."""

    row: Row
    verdicts: tuple[Verdict, ...] = ()
    alerts: tuple[Alert, ...] = ()
    changed: bool = True
    """Whether the row must be written."""


class Pair(msgspec.Struct, frozen=True):
    """A new claim's relation to a remembered one."""

    relation: Relation
    other: Remembered
    gates: tuple[Gate, ...]
    closeness: float


def judge(memory: Memory, record: ClaimRecord, *, offset: int, key: str) -> Judged:
    """Judge a record; the memory then holds it.

    The same offset again is a replay: its alerts come out as they were. A lower one was done and superseded: whatever
    it raised comes out again, for a crash may have lost it.
    """
    known = memory.row(key)
    if known is not None and offset <= known.offset:
        alerts = known.alerts if offset == known.offset else (*known.raised, *known.alerts)
        return Judged(row=known, alerts=alerts, changed=False)
    withdrawn = _withdrawn(known, record)
    cancelled = cancellations(memory, [claim.claim_id for claim in withdrawn if claim not in record.claims])
    row = _row(known, record, offset, withdrawn)
    memory.restore(key, row)
    memory.settle()
    verdicts, links = _verdicts(memory, row, known)
    alerts = () if record.backfill else (*cancelled, *alerts_for(memory, verdicts, row))
    row = msgspec.structs.replace(row, alerts=alerts, figures=tuple(links))
    memory.restore(key, row)
    memory.settle()
    return Judged(row=row, verdicts=tuple(verdicts), alerts=alerts)


def _withdrawn(known: Row | None, record: ClaimRecord) -> tuple[Claim, ...]:
    """Claims that the article once made and makes no longer."""
    standing = {claim.claim_id for claim in record.claims}
    once = {claim.claim_id: claim for claim in (*known.withdrawn, *known.record.claims)} if known else {}
    return tuple(claim for claim_id, claim in once.items() if claim_id not in standing)


def _row(known: Row | None, record: ClaimRecord, offset: int, withdrawn: tuple[Claim, ...]) -> Row:
    """Bounded, for RocksDB keeps what the changelog's producer refuses: of a long history the newest part."""
    raised = (*known.raised, *known.alerts) if known else ()
    return Row(record=record, offset=offset, withdrawn=withdrawn[-MOST_WITHDRAWN:], raised=raised[-MOST_RAISED:])


def _verdicts(memory: Memory, row: Row, known: Row | None) -> tuple[list[Verdict], list[tuple[str, str]]]:
    """The verdicts on the claims that this record makes for the first time, and which claims they were joined to."""
    before = {claim.claim_id for claim in known.record.claims} if known else set()
    verdicts: list[Verdict] = []
    links: list[tuple[str, str]] = list(known.figures) if known else []
    for place, claim in enumerate(row.record.claims):
        if claim.claim_id in before:
            continue
        later_ones = {other.claim_id for other in row.record.claims[place + 1 :]}
        pairs = _pairs(memory, Side(claim, row.record.story), skip=later_ones)
        pairs += _successor(claim, row)
        for pair in pairs:
            if _is_joined(pair) and memory.claim(pair.other.claim.claim_id):
                memory.join(claim.claim_id, pair.other.claim.claim_id)
                links.append((claim.claim_id, pair.other.claim.claim_id))
        verdicts += _grouped(memory, claim, pairs)
    return verdicts, links


def _is_joined(pair: Pair) -> bool:
    return pair.relation in JOINS and pair.gates[0].answer == "holds"


def _pairs(memory: Memory, side: Side, *, skip: set[str]) -> list[Pair]:
    """The claim against every candidate; of one article's own claims, each pair once."""
    known = frozenset(features(side.claim, side.story))
    pairs = []
    for other in memory.candidates(side.claim, known):
        if other.claim.claim_id in skip:
            continue
        alike = likeness(known, other.features)
        answers = asking.ask(side, other.side, alike)
        relation = relate(answers)
        if relation in CLASHES and _title_is_borne_out(memory, side.claim, other.claim):
            relation = "not_comparable"
        pairs.append(Pair(relation, other, answers.all(), alike.score))
    return pairs


def _title_is_borne_out(memory: Memory, one: Claim, two: Claim) -> bool:
    """A title's figure that stands in its text does not clash with the text's other figures."""
    if one.article_id != two.article_id or one.field == two.field:
        return False
    title = one if one.field == "title" else two
    return any(
        other.measure == title.measure and other.field == "text" and value_of(other) == value_of(title)
        for other in memory.claims_of_article(title.article_id)
    )


def _successor(claim: Claim, row: Row) -> list[Pair]:
    """A claim that takes the place of one that the article has withdrawn revises it."""
    gone = [
        old
        for old in row.withdrawn
        if (old.measure, old.field, old.group) == (claim.measure, claim.field, claim.group)
        and abs(old.start - claim.start) < len(old.quote) + len(claim.quote)
    ]
    if not gone:
        return []
    old = min(gone, key=lambda old: abs(old.start - claim.start))
    side = Side(old, row.record.story)
    answers: Gates = asking.ask(Side(claim, row.record.story), side, likeness(frozenset(), frozenset()))
    return [Pair("revised", Remembered(side, "", frozenset()), answers.all(), 9.0)]


def _grouped(memory: Memory, claim: Claim, pairs: list[Pair]) -> list[Verdict]:
    """One verdict a relation, the most telling relation first; `new` where nothing was comparable."""
    groups: dict[Relation, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: (-pair.closeness, pair.other.claim.claim_id)):
        groups[pair.relation].append(pair)
    figure = memory.tracked(claim.claim_id, claim.measure).id
    verdicts = [
        Verdict(
            claim=claim,
            relation=relation,
            tracked_figure=figure,
            against=tuple(
                Against(claim=pair.other.claim, gates=pair.gates)
                for pair in groups[relation][: MOST_MISSES if relation == "not_comparable" else MOST_AGAINST]
            ),
        )
        for relation in TELLING
        if relation in groups
    ]
    if not any(relation in JOINS for relation in groups):
        verdicts.append(Verdict(claim=claim, relation="new", tracked_figure=figure))
    return verdicts
