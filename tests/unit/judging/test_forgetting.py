"""What is forgotten, when, and what is left of it; always by the stream's own time."""

from datetime import timedelta
from typing import Any

from figurewatch.agents.judging.forgetting import Limits
from figurewatch.agents.judging.judge import Judged, judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.schemas.claim import ClaimRecord
from figurewatch.schemas.row import is_past

from .making import NOON, claim, exactly, record

DAY = 24.0
MARCH: dict[str, Any] = {"measure": "person.marchers", "stock_or_flow": "flow", "cumulative": False}


def _judged(memory: Memory, *records: ClaimRecord, start: int = 0) -> list[Judged]:
    return [
        judge(memory, one, offset=start + number, key=f"{one.article_id}|{one.family}|{one.part}")
        for number, one in enumerate(records)
    ]


def _toll(article: str, days: float, value: float = 150, **fields: Any) -> ClaimRecord:
    return record(claim(exactly(value), article=article, who="Police", hours=DAY * days, as_of=None, **fields))


def test_an_old_row_goes_and_leaves_a_summary() -> None:
    memory = Memory()
    late = _judged(memory, _toll("a", 0), _toll("b", 1, 190), _toll("c", 400, 5))[-1]
    assert set(late.forgotten.rows) == {"a|person.harm|0", "b|person.harm|0"}
    assert late.forgotten.claims == 2
    ((key, past),) = late.forgotten.pasts.items()
    assert is_past(key)
    assert past.figure.low == past.figure.best == 190
    assert past.figure.claims == 2
    assert (past.measure, past.place) == ("person.dead", "geonames:88319")
    assert past.last - past.first == timedelta(days=1)
    assert memory.row_count == 1
    assert list(memory.past_figures()) == [past]


def test_a_row_stays_as_long_as_its_figure_is_spoken_of() -> None:
    memory = Memory()
    tolls = [_toll(f"a{number}", 100 * number, 100 + number) for number in range(6)]
    assert not any(one.forgotten.rows for one in _judged(memory, *tolls))
    assert memory.figure_count == 1


def test_a_march_is_forgotten_before_a_toll() -> None:
    memory = Memory()
    march = record(claim(exactly(9000), article="m", who="Police", as_of=None, **MARCH))
    late = _judged(memory, march, _toll("a", 0), _toll("b", 100, 5, place="country:FR"))[-1]
    assert late.forgotten.rows == ("m|person.harm|0",)


def test_too_many_claims_make_the_longest_untouched_go_first() -> None:
    memory = Memory(Limits(claims=3))
    rows = [_toll(name, day, 10 + day, place=f"country:{name}") for name, day in (("AA", 3), ("BB", 1), ("CC", 2))]
    full = _judged(memory, *rows, _toll("DD", 4, 20, place="country:DD"))[-1]
    assert full.forgotten.rows == ("BB|person.harm|0",)
    assert memory.row_count == 3


def test_another_family_is_left_alone() -> None:
    memory = Memory()
    _judged(memory, _toll("a", 0))
    other = record(claim(exactly(5), article="b", who="Police", hours=DAY * 400, family="size"))
    elsewhere = ClaimRecord(article_id="b", family="size", origin=other.origin, story=other.story, claims=other.claims)
    assert _judged(memory, elsewhere, start=1)[0].forgotten.rows == ()


def test_an_article_dated_ahead_makes_nothing_old() -> None:
    memory = Memory()
    ahead = record(claim(exactly(5), article="z", hours=DAY * 4000, as_of=None), fed_at=NOON + timedelta(days=1))
    assert [one.forgotten.rows for one in _judged(memory, _toll("a", 0), ahead)] == [(), ()]


def test_summaries_are_bounded_too() -> None:
    memory = Memory(Limits(pasts=1))
    tolls = [_toll(f"a{number}", 300 * number, place=f"country:{number}") for number in range(4)]
    judged = _judged(memory, *tolls)
    assert [len(one.forgotten.pasts) for one in judged] == [0, 1, 1, 1]
    assert [len(one.forgotten.old_pasts) for one in judged] == [0, 0, 1, 1]
    assert set(judged[2].forgotten.old_pasts) == set(judged[1].forgotten.pasts)


def test_a_memory_built_anew_forgets_what_the_first_one_does() -> None:
    tolls = [_toll(f"a{number}", 90 * number, 100 + number % 3) for number in range(4)]
    first, second = Memory(), Memory()
    for one in _judged(first, *tolls):
        second.restore(f"{one.row.record.article_id}|person.harm|0", one.row)
    second.settle()
    later = _toll("z", 700, 7, place="country:FR")
    assert _judged(first, later, start=9)[0].forgotten == _judged(second, later, start=9)[0].forgotten
    assert first.row_count == second.row_count == 1


def test_the_alerts_of_what_is_forgotten_are_forgotten() -> None:
    memory = Memory()
    _judged(memory, _toll("a", 0), record(claim(exactly(60), article="b", who="Army", as_of=None)), _toll("c", 400, 5))
    assert list(memory.alerts_on("c-a-150-150-text")) == []


def test_an_article_that_withdrew_all_its_claims_is_remembered_as_long_as_before() -> None:
    memory = Memory()
    gone = record(article_id="a", withdrawn=("c-a-150-150-text",), digest="other")
    judged = _judged(memory, _toll("a", 0), gone, _toll("b", 100, 5), _toll("c", 400, 6))
    assert [one.forgotten.rows for one in judged] == [(), (), (), ("a|person.harm|0", "b|person.harm|0")]
