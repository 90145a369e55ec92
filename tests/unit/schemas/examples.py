"""Records to test with: one of each kind, every optional field of a claim filled."""

from datetime import UTC, datetime
from decimal import Decimal

from figurewatch.schemas.alert import Against, Alert, Gate, TrackedFigure, Verdict
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.claim import (
    AsOf,
    Claim,
    ClaimRecord,
    Entity,
    Figure,
    Originator,
    Reading,
    Story,
)
from figurewatch.schemas.record import Record
from figurewatch.schemas.row import Row

NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)
TEXT = "The mayor said that 1.5 million litres were lost."
ORIGIN = Origin(topic="news.articles", partition=1, offset=42)
ARTICLE = Article(id="a1", text=TEXT, title="A leak", source="The Valley Post", published_at=NOON)
CLAIM = Claim(
    claim_id="c1",
    article_id="a1",
    field="text",
    start=20,
    end=31,
    quote=TEXT,
    quote_start=0,
    quote_end=len(TEXT),
    figure=Figure(
        text="1.5 million",
        kind="measure",
        low=Decimal("1500000"),
        high=Decimal("1500000"),
        step=Decimal("100000"),
        magnitude=True,
        unit="litre",
        of=Decimal("0.1"),
        alternatives=(Decimal("15"),),
    ),
    measure="other.en.litres",
    family="other",
    lang="en",
    published_at=NOON,
    title="A leak",
    source="The Valley Post",
    entities=(Entity(text="the mayor", kind="person", ref="name:mayor"),),
    originator=Originator(name="the mayor", chain=("the mayor", "an engineer")),
    as_of=AsOf(start=NOON, end=NOON, accuracy="instant"),
)
STORY = Story(refs=("name:mayor",), dates=("2024-05-02",), events=("flood",), signature="00ff")
READING = Reading(
    article_id="a1", origin=ORIGIN, digest="d", reader_version="1", story=STORY, claims=(CLAIM,), fed_at=NOON
)
RECORD = ClaimRecord(article_id="a1", family="other", origin=ORIGIN, claims=(CLAIM,), withdrawn=("c0",))
GATE = Gate(gate="period", answer="unknown", because="no date is given")
VERDICT = Verdict(claim=CLAIM, relation="tension", tracked_figure="t1", against=(Against(claim=CLAIM, gates=(GATE,)),))
ALERT = Alert(
    alert_id="x1",
    type="alert",
    relation="tension",
    severity="medium",
    score=0.5,
    headline={"en": "Litres lost: 1.5 million"},
    claim=CLAIM,
    against=(CLAIM,),
    tracked_figure=TrackedFigure(
        id="t1",
        label="litres",
        low=None,
        best=Decimal("1500000"),
        high=Decimal("0.5"),
        claims=2,
        originators=1,
    ),
    reasons=(GATE,),
)
ROW = Row(record=RECORD, offset=7, withdrawn=(CLAIM,), alerts=(ALERT,), figures=(("c1", "c2"),))

RECORDS: dict[str, Record] = {
    "article": ARTICLE,
    "reading": READING,
    "claims": RECORD,
    "claim": CLAIM,
    "verdict": VERDICT,
    "alert": ALERT,
    "row": ROW,
}
"""By the name of their schema."""
