"""Claims made by hand, for judging."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from figurewatch.agents.judging.judge import Judged, judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.schemas.article import Origin
from figurewatch.schemas.claim import AsOf, Claim, ClaimRecord, Figure, Originator, Story

NOON = datetime(2023, 9, 12, 12, tzinfo=UTC)
FLOOD = Story(
    refs=("geonames:88319", "country:LY", "name:daniel"),
    places=("geonames:88319", "country:LY"),
    dates=("2023-09-11",),
    events=("flood", "storm"),
    words=("derna", "flood", "storm"),
)


def figure(low: float | None, high: float | None = None, **fields: Any) -> Figure:
    """A figure; one value when `high` is not given, a floor when it is given as None."""
    bounds = {
        "low": None if low is None else Decimal(str(low)),
        "high": None if high is None else Decimal(str(high)),
    }
    return Figure(text=str(low), **{"kind": "count", "step": Decimal(1), **bounds, **fields})


def exactly(value: float, **fields: Any) -> Figure:
    return figure(value, value, **fields)


def at_least(value: float) -> Figure:
    return figure(value, None, qualifier="at_least")


def claim(said: Figure, *, article: str, who: str | None = None, hours: float = 0, **fields: Any) -> Claim:
    """A claim of deaths in the flood, `hours` after noon."""
    moment = NOON + timedelta(hours=hours)
    defaults: dict[str, Any] = {
        "claim_id": f"c-{article}-{said.low}-{said.high}-{fields.get('field', 'text')}",
        "field": "text",
        "start": 0,
        "end": 3,
        "quote": "so many people died in the flood",
        "quote_start": 0,
        "quote_end": 32,
        "measure": "person.dead",
        "family": "person.harm",
        "lang": "en",
        "published_at": moment,
        "source": article,
        "place": "geonames:88319",
        "originator": Originator(name=who, ref=f"name:{who.lower()}") if who else None,
        "as_of": AsOf(start=moment.replace(hour=0), end=moment.replace(hour=0) + timedelta(days=1)),
        "stock_or_flow": "stock",
        "cumulative": True,
    }
    return Claim(article_id=article, figure=said, **(defaults | fields))


def record(*claims: Claim, story: Story = FLOOD, **fields: Any) -> ClaimRecord:
    """The record that carries claims of one article."""
    return ClaimRecord(
        article_id=claims[0].article_id if claims else fields.pop("article_id"),
        family="person.harm",
        origin=Origin(topic="t", partition=0, offset=0),
        story=story,
        claims=claims,
        **fields,
    )


def judge_all(*records: ClaimRecord, memory: Memory | None = None) -> list[Judged]:
    """Judge the records in order, each at its own offset."""
    held = memory or Memory()
    return [
        judge(held, one, offset=offset, key=f"{one.article_id}|{one.family}|{one.part}")
        for offset, one in enumerate(records)
    ]


def relations(judged: Judged) -> set[str]:
    return {verdict.relation for verdict in judged.verdicts}


def last(*claims: Claim, **options: Any) -> set[str]:
    """The relations of the last claim to the ones before it, each in a record of its own."""
    return relations(judge_all(*(record(one, **options) for one in claims))[-1])


CLASHES = {"contradicted", "tension", "suspect", "revised"}


def told_in(sentences: Sequence[str], number: int, value: float, who: str, **fields: Any) -> Claim:
    """The claim that the sentence of that number makes; its figure stands there in digits."""
    sentence = sentences[number]
    start = sum(len(before) + 1 for before in sentences[:number])
    place = sentence.index(f"{value:g}")
    return claim(
        exactly(value, counted=fields.pop("counted", None)),
        article="a",
        who=who,
        claim_id=f"{number} {value:g}",
        quote=sentence,
        quote_start=start,
        quote_end=start + len(sentence),
        start=start + place,
        end=start + place + len(f"{value:g}"),
        **fields,
    )


def clashes(*claims: Claim) -> bool:
    """Whether the last claim of a record clashes with another of it."""
    return bool(CLASHES & relations(judge_all(record(*claims))[0]))
