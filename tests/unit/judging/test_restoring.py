"""A memory built from its table finds what the one finds that wrote it, in whatever order the rows lie there."""

from random import Random

from figurewatch.agents.judging.memory import Memory
from figurewatch.schemas.row import Row

from .making import claim, exactly, judge_all, record


def _rows() -> list[Row]:
    """Over some weeks."""
    claims = [claim(exactly(100 + number), article=f"a{number}", hours=number * 3) for number in range(300)]
    return [judged.row for judged in judge_all(*(record(one) for one in claims))]


def _restored(rows: list[Row]) -> Memory:
    memory = Memory()
    for row in rows:
        memory.restore(row.record.article_id, row)
    memory.settle()
    return memory


def _found(memory: Memory, rows: list[Row]) -> dict[str, set[str]]:
    sides = [memory.side(claim.claim_id) for row in rows for claim in row.record.claims]
    return {side.id: {other.id for _, other in memory.candidates(side)} for side in sides if side is not None}


def test_a_table_in_no_order_is_found_as_row_by_row() -> None:
    rows = _rows()
    one_by_one = Memory()
    for row in rows:
        one_by_one.restore(row.record.article_id, row)
        one_by_one.settle()
    shuffled = Random(1).sample(rows, len(rows))
    found = _found(_restored(shuffled), rows)
    assert found == _found(one_by_one, rows)
    assert all(found.values())


def test_what_leaves_before_it_was_looked_for_is_not_found() -> None:
    rows = _rows()
    memory = Memory()
    for row in rows:
        memory.restore(row.record.article_id, row)
    memory.drop(row.record.article_id for row in rows[10:])
    left = {claim.claim_id for row in rows[:10] for claim in row.record.claims}
    found = _found(memory, rows[:10])
    assert set(found) == left
    assert set().union(*found.values()) == left


def test_a_claim_that_comes_in_another_part_stands_there() -> None:
    (row,) = [judged.row for judged in judge_all(record(claim(exactly(7), article="a")))]
    (one,) = row.record.claims
    memory = Memory()
    memory.restore("a|person.harm|1", row)
    memory.restore("a|person.harm|0", row)
    memory.settle()
    memory.drop(["a|person.harm|1"])
    side = memory.side(one.claim_id)
    assert side is not None
    assert memory.candidates(side) == []
    memory.drop(["a|person.harm|0"])
    assert memory.side(one.claim_id) is None
