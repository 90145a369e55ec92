"""How much a verdict is worth a person's attention: relation, distance, stakes, sureness."""

import math
from datetime import timedelta

from ...schemas.alert import Relation, Severity, Verdict
from ...schemas.claim import Claim, Status
from .. import languages
from .intervals import distance, is_floor, value_of

CEILING: dict[Relation, Severity] = {
    "contradicted": "high",
    "suspect": "medium",
    "tension": "medium",
    "revised": "medium",
    "denied": "medium",
    "updated": "low",
    "fulfils": "low",
    "falls_short": "low",
    "new": "low",
}
"""The relations that are alerted, and the most that each can be."""
WATCHED: tuple[Relation, ...] = ("refined", "corroborated", "stale")
"""The relations that are alerted, and low, when somebody watches; a figure that its source repeats never is."""
BASE: dict[Relation, float] = {
    "contradicted": 1.0, "suspect": 0.6, "tension": 0.65, "revised": 0.6, "denied": 0.6,
    "updated": 0.4, "fulfils": 0.4, "falls_short": 0.4, "new": 0.6, "refined": 0.2,
    "corroborated": 0.2, "stale": 0.2,
}  # fmt: skip
ORDER: tuple[Severity, ...] = ("low", "medium", "high")
CUTS = (0.35, 0.6)
"""From these scores on an alert is of medium and of high severity."""
NEW_FROM = 0.45
"""`new` is alerted from this score on."""
NOT_SO: tuple[Status, ...] = ("denied", "asked", "hypothetical")
"""Nobody says that it is so: no news by itself."""
UNSURE = 0.85
"""What each gate that is not answered leaves of the score."""
MILD = 0.6
"""What is left of it where a count may just have grown, or one source gives both figures."""
LONG_AGO = timedelta(days=365)
PAST = 0.5
"""What is left of it where the news is old: who marched in 1995 is known to be disputed."""
FAR = 0.4
"""Figures that lie so much of the larger apart are far apart."""


def score(verdict: Verdict) -> float:
    """0 to 1."""
    if verdict.relation not in BASE:
        return 0.0
    if verdict.relation == "new":
        return round(BASE["new"] * stakes(verdict.claim), 3)
    other = verdict.against[0]
    far = 0.25 + 0.75 * min(1.0, distance(verdict.claim, other.claim) / FAR)
    unknown = sum(gate.answer == "unknown" for gate in other.gates)
    if verdict.relation == "tension" and _above_a_floor(verdict.claim, other.claim):
        unknown += 2
    high = max(stakes(verdict.claim), stakes(other.claim))
    sure = UNSURE**unknown * (MILD if _is_mild(verdict) else 1.0) * (PAST if _is_past(verdict.claim) else 1.0)
    return round(BASE[verdict.relation] * far * sure * (0.25 + 0.75 * high), 3)


def _is_mild(verdict: Verdict) -> bool:
    """A toll or a crowd that may have grown; two figures that may be of other things, or that one source gives."""
    answers = {gate.gate: gate.answer for gate in verdict.against[0].gates}
    counts = verdict.claim.cumulative or verdict.claim.stock_or_flow == "flow"
    grown = counts and answers.get("period") == "unknown"
    unsure = answers.get("comparable") == "unknown" or answers.get("lineage") == "fails"
    return verdict.relation == "tension" and (grown or unsure)


def _is_past(claim: Claim) -> bool:
    return claim.as_of is not None and claim.published_at - claim.as_of.end > LONG_AGO


def _above_a_floor(one: Claim, two: Claim) -> bool:
    """ "More than 100" and 388: the lower figure leaves room for the higher, unless both count one occasion."""
    return one.stock_or_flow != "flow" and is_floor(min(one, two, key=value_of))


def stakes(claim: Claim) -> float:
    """How much hangs on a figure: what is counted, and how many."""
    entry = languages.taxonomy()["measures"].get(claim.measure)
    salience = float(entry[2]) if entry else 0.1
    if claim.figure.kind not in ("count", "money"):
        return salience
    size = math.log10(max(1.0, float(abs(value_of(claim)))))
    ceiling = 9.0 if claim.figure.kind == "money" else 4.0
    return salience * min(1.0, 0.4 + 0.6 * size / ceiling)


def may_alert(relation: Relation, *, watched: bool) -> bool:
    """Whether a verdict of the relation can be an alert at all."""
    return relation in CEILING or (watched and relation in WATCHED)


def severity(verdict: Verdict, points: float, *, watched: bool) -> Severity | None:
    """The severity of a verdict; None when it is no alert: what is watched is alerted at least low."""
    if watched and verdict.relation in WATCHED:
        return "low"
    if verdict.relation not in CEILING or (verdict.relation == "new" and points < NEW_FROM and not watched):
        return None
    if verdict.relation == "new" and verdict.claim.status in NOT_SO:
        return None
    earned = ORDER[sum(points >= cut for cut in CUTS)]
    return min(earned, CEILING[verdict.relation], key=ORDER.index)
