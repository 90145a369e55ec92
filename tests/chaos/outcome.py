"""What a run has left: readings, claims, alerts, and the state as `figurewatch state export` prints it."""

from collections import Counter
from itertools import combinations
from typing import TypeVar

import msgspec
from click.testing import CliRunner

from figurewatch.agents.judging.comparable import comparable
from figurewatch.agents.judging.gates import ask
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.judging.relate import relate
from figurewatch.agents.judging.story import likeness
from figurewatch.agents.judging.told import CLASHES
from figurewatch.schemas.alert import Alert, Relation
from figurewatch.schemas.claim import Claim, Reading
from figurewatch.schemas.codec import decode
from figurewatch.schemas.record import Record
from figurewatch.schemas.row import Row, is_past
from figurewatch.streams.backup import Exported
from figurewatch.streams.cli import main
from figurewatch.streams.consuming import records
from figurewatch.streams.dead_letters import lying
from figurewatch.streams.settings import Settings, to_environment

R = TypeVar("R", bound=Record)
Pair = tuple[str, str]
WIDEST = 60
"""Claims of one tracked figure that are held against each other."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that two runs over the same articles are compared by."""

    readings: Counter[str]
    """Article ids, by how often they were read."""
    read: dict[str, Claim]
    """Claims as they were read."""
    registered: frozenset[str]
    """Article ids in register's table."""
    standing: dict[str, Claim]
    """Claims in compare's table."""
    figures: frozenset[frozenset[str]]
    """Tracked figures, as the claims they are of."""
    relations: dict[Pair, Relation]
    """What each two claims of one tracked figure are to each other."""
    alerts: dict[str, Alert]
    alert_counts: Counter[str]
    dead: int

    def alerted(self) -> dict[frozenset[str], set[str]]:
        """Clashing tracked figures that people were told of, by the claims that the alerts show."""
        figure_of = {claim_id: figure for figure in self.figures for claim_id in figure}
        shown: dict[frozenset[str], set[str]] = {}
        for alert in self.alerts.values():
            if alert.relation in CLASHES and alert.claim.claim_id in figure_of:
                claims = {claim.claim_id for claim in (alert.claim, *alert.against)}
                shown.setdefault(figure_of[alert.claim.claim_id], set()).update(claims)
        return shown

    @property
    def clashes(self) -> set[Pair]:
        return {pair for pair, relation in self.relations.items() if relation in CLASHES}


def outcome_of(settings: Settings) -> Outcome:
    """Read everything back from Kafka."""
    readings = _all(Reading, settings, "readings")
    alerts = _all(Alert, settings, "alerts")
    exported = _exported(settings)
    memory = Memory()
    for one in exported:
        if one.stage == "compare" and not is_past(one.key):
            memory.restore(one.key, decode(Row, bytes(one.row)))
    memory.settle()
    figures = [claims for _, claims in memory.tracked_figures()]
    return Outcome(
        readings=Counter(reading.article_id for reading in readings),
        read={claim.claim_id: claim for reading in readings for claim in reading.claims},
        registered=frozenset(one.key for one in exported if one.stage == "register"),
        standing={claim.claim_id: claim for claims in figures for claim in claims},
        figures=frozenset(frozenset(claim.claim_id for claim in claims) for claims in figures),
        relations={pair: relation for claims in figures for pair, relation in _relations(memory, claims).items()},
        alerts={alert.alert_id: alert for alert in alerts},
        alert_counts=Counter(alert.alert_id for alert in alerts),
        dead=len(list(lying(settings))),
    )


def _all(kind: type[R], settings: Settings, name: str) -> list[R]:
    return [decode(kind, record.value) for record in records(settings, settings.topic(name))]


def _exported(settings: Settings) -> list[Exported]:
    done = CliRunner().invoke(main, ["state", "export"], env=to_environment(settings))
    assert done.exit_code == 0, done.output
    return [decode(Exported, line) for line in done.stdout_bytes.splitlines()]


def _relations(memory: Memory, claims: list[Claim]) -> dict[Pair, Relation]:
    chosen = sorted(claims, key=lambda claim: claim.claim_id)[:WIDEST]
    return {(one.claim_id, two.claim_id): _relation(memory, one, two) for one, two in combinations(chosen, 2)}


def _relation(memory: Memory, one: Claim, two: Claim) -> Relation:
    left, right = memory.side(one.claim_id), memory.side(two.claim_id)
    assert left is not None
    assert right is not None
    alike = likeness(left.traits, right.traits)
    return relate(ask(left, right, comparable(left, right, alike)))
