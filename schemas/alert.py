"""Verdict and Alert: what judging says of a claim, and what a person should see."""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from .claim import Claim
from .record import Moment, Record

Relation = Literal[
    "new", "repeated", "corroborated", "refined", "updated", "revised", "stale", "contradicted", "tension",
    "part_of", "composes", "fulfils", "falls_short", "not_comparable", "suspect", "denied",
]  # fmt: skip
Severity = Literal["low", "medium", "high"]


class Gate(Record, frozen=True, kw_only=True):
    """One question asked of a pair of claims, and its answer."""

    gate: Literal["comparable", "period", "status", "intervals", "lineage"]
    answer: Literal["holds", "fails", "unknown"]
    because: str


class Against(Record, frozen=True, kw_only=True):
    """A claim that a verdict holds the new one against."""

    claim: Claim
    gates: tuple[Gate, ...] = ()


class Verdict(Record, frozen=True, kw_only=True):
    """A claim, its relation to earlier claims of one tracked figure, and the reasons."""

    claim: Claim
    relation: Relation
    schema: Literal["figurewatch.verdict/1"] = "figurewatch.verdict/1"
    tracked_figure: str | None = None
    against: Annotated[tuple[Against, ...], Meta(description="The most telling first.")] = ()


class Miss(Record, frozen=True, kw_only=True):
    """A claim that looked comparable and is not, and the gate that says so."""

    claim_id: str
    article_id: str
    source: str | None
    figure: Annotated[str, Meta(description="The figure's words.")]
    because: str


class TrackedFigure(Record, frozen=True, kw_only=True):
    """One real-world quantity over time, summed up."""

    id: str
    label: str
    low: Decimal | None
    best: Decimal | None
    high: Decimal | None
    claims: int
    originators: int


class Alert(Record, frozen=True, kw_only=True):
    """A verdict worth a person's attention."""

    alert_id: Annotated[str, Meta(description="Deterministic: a replay publishes the same id.")]
    type: Literal["alert", "update", "cancel"]
    relation: Relation
    severity: Severity
    score: Annotated[float, Meta(description="0 to 1, what the severity is cut from.")]
    headline: Annotated[dict[str, str], Meta(description="One plain sentence by language: the article's and English.")]
    claim: Claim
    schema: Literal["figurewatch.alert/1"] = "figurewatch.alert/1"
    references: Annotated[str | None, Meta(description="alert_id that an update or cancel speaks of.")] = None
    against: tuple[Claim, ...] = ()
    tracked_figure: TrackedFigure | None = None
    reasons: tuple[Gate, ...] = ()
    nearest_misses: Annotated[
        tuple[Miss, ...], Meta(description="Claims that it was not compared with, the likeliest first.")
    ] = ()
    what_would_change_it: str | None = None
    watched: Annotated[tuple[str, ...], Meta(description="Names of the watches that the claim meets.")] = ()
    fed_at: Moment | None = None
