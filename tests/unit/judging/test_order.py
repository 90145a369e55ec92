"""Whatever the order of arrival: the real articles of the demo, shuffled, end in the same figures and relations."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from figurewatch.agents.compare import row_key
from figurewatch.agents.judging.forgetting import Limits
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.registering import register
from figurewatch.schemas.alert import TrackedFigure, Verdict
from figurewatch.schemas.claim import ClaimRecord
from figurewatch.streams.replay import readings
from figurewatch.streams.sources import articles

Standing = tuple[set[frozenset[str]], dict[str, tuple[TrackedFigure, tuple[str, ...]]], dict[frozenset[str], str]]


@cache
def _sent() -> list[tuple[ClaimRecord, ...]]:
    """What register sends for each article of the demo."""
    folder = files("figurewatch.streams.demo_data")
    sources = [str(folder / f"{name}.jsonl") for name in ("wikinews-en", "wikinews-fr", "sample-fr")]
    read = readings(
        articles(sources, complain=print),
        reader=Reader(models={}),
        received_at=datetime(2024, 1, 1, tzinfo=UTC),
        complain=print,
    )
    return [register(None, reading).records for reading in read]


def _after(order: Sequence[tuple[ClaimRecord, ...]]) -> Standing:
    """What stands when all is in: pairs of one figure, the figures, and the relations that verdicts name."""
    memory = Memory(Limits(untouched=False))
    joined: set[frozenset[str]] = set()
    verdicts: list[Verdict] = []
    for offset, record in enumerate(record for records in order for record in records):
        judged = judge(memory, record, offset=offset, key=row_key(record))
        joined |= {frozenset(pair) for pair in judged.row.figures}
        verdicts += judged.verdicts
    figures = {
        figure.id: (figure, tuple(claim.claim_id for claim in claims)) for figure, claims in memory.tracked_figures()
    }
    relations = {
        frozenset((verdict.claim.claim_id, other.claim.claim_id)): str(verdict.relation)
        for verdict in verdicts
        for other in verdict.against
    }
    return joined, figures, relations


@cache
def _in_published_order() -> Standing:
    return _after(_sent())


@settings(max_examples=12, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing_that_stands(random: Random) -> None:
    shuffled = list(_sent())
    random.shuffle(shuffled)
    joined, figures, relations = _after(shuffled)
    first = _in_published_order()
    assert joined == first[0]
    assert figures == first[1]
    named_in_both = relations.keys() & first[2].keys()
    assert {pair: relations[pair] for pair in named_in_both} == {pair: first[2][pair] for pair in named_in_both}


def test_the_articles_that_are_shuffled_have_something_to_tell() -> None:
    joined, figures, relations = _in_published_order()
    assert len(joined) >= 20
    assert any(figure.claims > 3 for figure, _ in figures.values())
    assert len(set(relations.values())) >= 5
