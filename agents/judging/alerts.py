"""Verdicts become alerts: once for a figure and a pair of originators, then updates; withdrawn claims cancel them."""

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import NamedTuple

import msgspec

from ...schemas.alert import Against, Alert, Gate, Miss, Verdict
from ...schemas.claim import Claim, ClaimRecord
from ...schemas.keys import alert_id
from ...schemas.row import Row
from .headline import headlines, label, what_would_change_it
from .intervals import compatible
from .lineage import name_of
from .memory import Memory
from .pair import Reached
from .period import dated, later
from .severity import ORDER, may_alert, score, severity
from .told import Standing, Told, standing, thread_of, told
from .watch import WatchList

MOST_SHOWN = 3
"""Claims that an alert shows itself held against."""
MOST_KNOWN = 128
"""Alerts of a figure that a new one is held against: what was told before them is hardly remembered."""


class Ended(NamedTuple):
    """An alert that stood until a record withdrew its claims, and the update or cancel that says so."""

    alert: Alert
    notice: Alert


def alerts_for(
    memory: Memory, reached: Sequence[Reached], row: Row, watched: WatchList, left: Sequence[Ended]
) -> tuple[Alert, ...]:
    """The alerts that a record's verdicts are worth; of one claim only its most telling verdict."""
    alerts: list[Alert] = []
    alerted: set[str] = set()
    missed = {one.claim.claim_id: one for one in reached if one.relation == "not_comparable"}
    for one in reached:
        claim_id, names = one.claim.claim_id, watched.matching(one.claim, row.record.story)
        if claim_id in alerted or not may_alert(one.relation, watched=bool(names)) or _is_late(one):
            continue
        alert = _alert(memory, one.told, row, names, alerts, left)
        if alert is not None:
            alerted.add(claim_id)
            alerts.append(msgspec.structs.replace(alert, nearest_misses=_misses(missed.get(claim_id))))
    return tuple(alerts)


def _misses(missed: Reached | None) -> tuple[Miss, ...]:
    """What the claim was not compared with, and the first gate that does not hold."""
    against = missed.told.against if missed else ()
    return tuple(
        Miss(
            claim_id=each.claim.claim_id,
            article_id=each.claim.article_id,
            source=each.claim.source,
            figure=each.claim.figure.text,
            because=next((gate.because for gate in each.gates if gate.answer != "holds"), "too far apart"),
        )
        for each in against
    )


def _alert(
    memory: Memory, verdict: Verdict, row: Row, watched: tuple[str, ...], fresh: list[Alert], left: Sequence[Ended]
) -> Alert | None:
    points = score(verdict)
    level = severity(verdict, points, watched=bool(watched))
    if level is None:
        return None
    saying = told(verdict.relation, verdict.claim, verdict.against[0].claim if verdict.against else None)
    known = _alerts_of_figure(memory, saying, fresh, left)
    louder = ORDER[ORDER.index(level) :]
    cancelled = {each.notice.references for each in left if each.notice.type == "cancel"}
    heard = (one for one in known if one.alert.severity in louder and one.alert.alert_id not in cancelled)
    if any(_is_old_news(one.told, saying) for one in heard):
        return None
    name, earlier = _name(verdict), _same_sources(memory, known, saying)
    again = earlier == name  # who comes back to the figures of the first alert: it is told again
    while memory.ended(name):
        name = alert_id(claim_id=verdict.claim.claim_id, relation=verdict.relation, against=name)
        again |= earlier == name
    earlier = None if again else earlier
    against = tuple(each.claim for each in verdict.against[:MOST_SHOWN])
    gates: tuple[Gate, ...] = verdict.against[0].gates if verdict.against else ()
    return Alert(
        alert_id=name,
        type="alert" if earlier is None else "update",
        references=earlier,
        relation=verdict.relation,
        severity=level,
        score=points,
        headline=headlines(verdict),
        claim=verdict.claim,
        against=against,
        tracked_figure=memory.figure(verdict.claim.claim_id).summed(label(verdict.claim, verdict.claim.lang)),
        reasons=gates,
        what_would_change_it=what_would_change_it(verdict),
        watched=watched,
        fed_at=row.record.fed_at,
    )


def _is_late(reached: Reached) -> bool:
    """An older count that came in late updates nothing."""
    return reached.relation == "updated" and not _is_newer(reached.claim, reached.nearest[0].other.claim)


def _is_newer(one: Claim, two: Claim) -> bool:
    """By the time that they hold for; of two of one time, a toll that grows within hours, by publication."""
    order = later(dated(one), dated(two))
    return order == "later" or (order == "same" and one.published_at > two.published_at)


def _name(verdict: Verdict) -> str:
    against = verdict.against[0].claim.claim_id if verdict.against else None
    return alert_id(claim_id=verdict.claim.claim_id, relation=verdict.relation, against=against)


def _alerts_of_figure(memory: Memory, saying: Told, fresh: list[Alert], left: Sequence[Ended]) -> list[Standing]:
    """The newest alerts of the same kind that stand on the tracked figure, or stood on it until this record."""
    if saying.against is None:
        return []
    figure = memory.figure(saying.claim.claim_id)
    new = (one for one in fresh if one.claim.claim_id in figure.members)
    old = (each.alert for each in left if _subject(each.alert.claim) == _subject(saying.claim))
    ours = (one for one in map(standing, chain(new, old)) if one.told.kind == saying.kind)
    return list(islice(chain(ours, figure.alerts(saying.kind)), MOST_KNOWN))


def _subject(claim: Claim) -> tuple[str, str | None, str | None]:
    return claim.measure, claim.place, claim.group


def _same_sources(memory: Memory, known: list[Standing], saying: Told) -> str | None:
    """The first alert on the same two sources, which this one is an update of."""
    same = (one.alert for one in known if one.told.sources == saying.sources)
    first = (thread_of(alert) for alert in same if alert.type == "alert" or memory.knows(thread_of(alert)))
    return min(first, default=None)


def _is_old_news(earlier: Told, saying: Told) -> bool:
    """The same two figures, or of an update the same new one, or a toll that was overtaken already."""
    return earlier.overtakes(saying) if saying.kind == "updated" else earlier.same(saying)


def ended(memory: Memory, withdrawn: Iterable[str], record: ClaimRecord) -> tuple[Ended, ...]:
    """What becomes of the alerts on the claims that a record withdraws: an update where others bear them out, too."""
    gone, made = set(withdrawn), {claim.claim_id for claim in record.claims}
    on = (alert for claim_id in gone for alert in memory.alerts_on(claim_id) if claim_id in _rests_on(alert))
    left: list[Ended] = []
    for name in sorted({thread_of(alert) for alert in on}):
        left += _ended(memory, memory.thread(name), gone, made)
    return tuple(left)


def _ended(memory: Memory, thread: list[Alert], gone: set[str], made: set[str]) -> list[Ended]:
    """Of an alert and its updates; those that an update took over get their cancel when nothing is left that stands."""

    def stood(claim_id: str) -> bool:
        return memory.side(claim_id) is not None

    def stands(claim_id: str) -> bool:
        return claim_id in made or (claim_id not in gone and stood(claim_id))

    touched = [alert for alert in thread if gone & {*_rests_on(alert)} and all(map(stood, _rests_on(alert)))]
    left = [Ended(alert, _without(memory, alert, gone)) for alert in touched]
    if any(each.notice.type == "update" for each in left) or any(all(map(stands, _rests_on(each))) for each in thread):
        return left
    return [*left, *(Ended(alert, _cancel(alert)) for alert in thread if alert not in touched)]


def _rests_on(alert: Alert) -> tuple[str, ...]:
    return tuple(claim.claim_id for claim in (alert.claim, *alert.against[:1]))


def _cancel(alert: Alert) -> Alert:
    name = alert_id(claim_id=alert.claim.claim_id, relation=alert.relation, against=alert.alert_id, kind="cancel")
    return msgspec.structs.replace(alert, alert_id=name, type="cancel", references=alert.alert_id)


def _without(memory: Memory, alert: Alert, gone: set[str]) -> Alert:
    """The alert told by claims that still stand, or its cancellation."""
    told = [_borne_out(memory, claim, gone) for claim in (alert.claim, *alert.against[:1])]
    left = [claim for claim in told if claim is not None]
    if not alert.against or len(left) < len(told):
        return _cancel(alert)
    name = alert_id(claim_id=left[0].claim_id, relation=alert.relation, against=alert.alert_id, kind="update")
    verdict = Verdict(claim=left[0], relation=alert.relation, against=tuple(Against(claim=claim) for claim in left[1:]))
    return msgspec.structs.replace(
        alert,
        alert_id=name,
        type="update",
        references=thread_of(alert) if memory.knows(thread_of(alert)) else alert.alert_id,
        claim=left[0],
        against=tuple(left[1:]),
        headline=headlines(verdict),
        what_would_change_it=what_would_change_it(verdict),
    )


def _borne_out(memory: Memory, claim: Claim, gone: set[str]) -> Claim | None:
    """The claim itself where it stands, else another of its figure that says the same by the same source."""
    if claim.claim_id not in gone:
        return claim
    same = (
        side.claim
        for side in memory.figure(claim.claim_id).members.values()
        if side.id not in gone
        and name_of(side.claim) == name_of(claim)
        and side.claim.status == claim.status
        and compatible(side.claim, claim, lineage=True)
    )
    return min(same, key=lambda other: other.claim_id, default=None)
