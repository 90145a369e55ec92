"""What compare writes to its table and takes out of it, and that a restart finds the same."""

import asyncio
from collections.abc import Awaitable, Iterator
from types import SimpleNamespace
from typing import Any

from figurewatch.agents.compare import Compare, row_key
from figurewatch.agents.judging.forgetting import Limits
from figurewatch.agents.ports import Event, Headers
from figurewatch.schemas.claim import ClaimRecord
from figurewatch.schemas.codec import encode
from figurewatch.schemas.row import is_past, unpack, unpack_past
from figurewatch.streams.metrics import StageMetrics

from ..judging.making import claim, exactly, record


class Table(dict[bytes, bytes]):
    def rows(self) -> Iterator[tuple[bytes, bytes]]:
        yield from self.items()


class Outlet:
    async def send(self, *, key: bytes | None, value: bytes | None, headers: Headers) -> Awaitable[object]:
        return asyncio.sleep(0)


class Letters:
    async def send(self, event: Event, failure: object) -> Awaitable[object]:
        raise AssertionError(failure)


def _compare(table: Table, metrics: Any) -> Compare:
    return Compare(table=table, alerts=Outlet(), dead_letters=Letters(), meter=metrics, limits=Limits(claims=100))


def _toll(article: str, days: float) -> ClaimRecord:
    return record(claim(exactly(150), article=article, who="Police", hours=24 * days, as_of=None))


def _work(compare: Compare, *records: ClaimRecord) -> None:
    async def all_of_them() -> None:
        for offset, one in enumerate(records):
            event: Any = SimpleNamespace(
                key=b"k", value=encode(one), message=SimpleNamespace(offset=offset, headers=[])
            )
            await compare.work(event)

    asyncio.run(all_of_them())


def test_what_is_forgotten_leaves_the_table_and_a_summary_stays() -> None:
    table, metrics = Table(), StageMetrics("compare")
    _work(_compare(table, metrics), _toll("a", 0), _toll("b", 1), _toll("c", 400))
    pasts = [key for key in table if is_past(key.decode())]
    assert set(table) - set(pasts) == {row_key(_toll("c", 400)).encode()}
    assert unpack_past(table[pasts[0]]).figure.claims == 2


def test_a_restart_finds_rows_and_summaries() -> None:
    table, metrics = Table(), StageMetrics("compare")
    first = _compare(table, metrics)
    _work(first, _toll("a", 0), _toll("b", 400))
    second = _compare(table, metrics)
    asyncio.run(second.restore(lambda steps: None))
    assert second.memory.row_count == first.memory.row_count == 1
    assert list(second.memory.past_figures()) == list(first.memory.past_figures()) != []


def test_a_row_is_small() -> None:
    table = Table()
    _work(_compare(table, StageMetrics("compare")), _toll("a", 0))
    (packed,) = table.values()
    assert unpack(packed).record == _toll("a", 0)
    assert len(packed) < len(encode(unpack(packed))) / 1.5
