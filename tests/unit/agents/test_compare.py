"""The compare agent, with a table and topics of plain Python."""

import asyncio
import gc
from collections.abc import Awaitable, Iterator
from types import SimpleNamespace
from typing import Any

import msgspec

from figurewatch.agents.compare import SET_ASIDE_EVERY, STEPS_A_SLICE, Compare, row_key
from figurewatch.agents.ports import Event, Headers
from figurewatch.schemas.claim import ClaimRecord
from figurewatch.schemas.codec import encode
from figurewatch.streams.metrics import StageMetrics

from ..schemas.examples import RECORD


class Table(dict[bytes, bytes]):
    def rows(self) -> Iterator[tuple[bytes, bytes]]:
        yield from self.items()


class Outlet:
    def __init__(self) -> None:
        self.sent: list[Any] = []

    async def send(self, *, key: bytes | None, value: bytes | None, headers: Headers) -> Awaitable[object]:
        self.sent.append(value)
        return asyncio.sleep(0)


class Letters:
    async def send(self, event: Event, failure: object) -> Awaitable[object]:
        raise AssertionError(failure)


class Kept(Letters):
    def __init__(self) -> None:
        self.failures: list[Any] = []

    async def send(self, event: Event, failure: object) -> Awaitable[object]:
        self.failures.append(failure)
        acknowledged = asyncio.get_running_loop().create_future()
        acknowledged.set_result(None)
        return acknowledged


def compare_with(table: Table, letters: Letters | None = None) -> Compare:
    return Compare(table=table, alerts=Outlet(), dead_letters=letters or Letters(), meter=StageMetrics("compare"))


def event(offset: int, record: ClaimRecord = RECORD) -> Any:
    return SimpleNamespace(key=b"k", value=encode(record), message=SimpleNamespace(offset=offset, headers=[]))


def test_a_replay_writes_its_row_again() -> None:
    """RocksDB may have it and the changelog not, when a kill came between."""
    key = row_key(RECORD).encode()
    before = Table()
    asyncio.run(compare_with(before).work(event(5)))
    kept = Table(before)

    async def replay() -> None:
        compare = compare_with(kept)
        await compare.restore(lambda steps: None)
        changelog = kept.pop(key)
        await compare.work(event(5))
        assert kept[key] == changelog

    asyncio.run(replay())


def test_what_is_judged_is_set_aside_from_the_collector_now_and_then() -> None:
    """A worker that was never restarted would stand still for seconds while it walks over a million claims."""

    async def judge(compare: Compare, offsets: range) -> int:
        for offset in offsets:
            await compare.work(event(offset))
        return gc.get_freeze_count()

    gc.unfreeze()
    compare = compare_with(Table())
    try:
        assert asyncio.run(judge(compare, range(1, SET_ASIDE_EVERY))) == 0
        assert asyncio.run(judge(compare, range(SET_ASIDE_EVERY, SET_ASIDE_EVERY + 1))) > 0
    finally:
        gc.unfreeze()


def test_what_was_superseded_writes_nothing() -> None:
    key = row_key(RECORD).encode()
    table = Table()

    async def out_of_order() -> None:
        compare = compare_with(table)
        await compare.work(event(5))
        del table[key]
        await compare.work(event(3))

    asyncio.run(out_of_order())
    assert key not in table


def test_a_record_with_the_claims_of_another_article_is_refused() -> None:
    """Under their ids they would take the place of that article's own."""
    letters, table = Kept(), Table()
    compare = compare_with(table, letters)
    other = msgspec.structs.replace(RECORD, article_id="a stranger's")
    asyncio.run(compare.work(event(1, other)))
    assert [failure.reason for failure in letters.failures] == ["SchemaError"]
    assert not table
    asyncio.run(compare.work(event(2)))
    assert len(letters.failures) == 1
    assert row_key(RECORD).encode() in table


def test_a_table_is_restored_in_slices_to_the_end() -> None:
    """Reading the rows is one half of it; putting their claims into the index is the other."""
    table, told = Table(), list[int]()

    async def fill() -> None:
        compare = compare_with(table)
        for number in range(3 * STEPS_A_SLICE):
            claims = tuple(
                msgspec.structs.replace(claim, article_id=f"a{number}", claim_id=f"{claim.claim_id}-{number}")
                for claim in RECORD.claims
            )
            await compare.work(event(number, msgspec.structs.replace(RECORD, article_id=f"a{number}", claims=claims)))

    async def turns() -> int:
        compare, count = compare_with(table), 0
        restoring = asyncio.create_task(compare.restore(told.append))
        while not restoring.done():
            await asyncio.sleep(0)
            count += 1
        assert compare.memory.row_count == len(table)
        return count

    asyncio.run(fill())
    steps = len(table) * (1 + len(RECORD.claims))
    assert asyncio.run(turns()) >= steps // STEPS_A_SLICE
    assert sum(told) >= steps, "a step that nobody hears of looks like none"
