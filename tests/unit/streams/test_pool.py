"""The pool of reading processes: what hangs or dies costs only its own article."""

import asyncio
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from figurewatch.agents.jobs import Done, Failed, Job
from figurewatch.schemas.article import Origin
from figurewatch.streams.pool import ATTEMPTS_TO_START, LARGE, PoolError, Read, ReaderPool

LIMIT_SECONDS = 1.0


@pytest.fixture
def prepare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Read]:
    """How children get ready, well or badly."""
    monkeypatch.syspath_prepend(Path(__file__).parent / "programs")
    import misreading  # type: ignore[import-not-found]  # noqa: PLC0415 - by the name that the children find

    return partial(misreading.prepare, tmp_path)


@pytest.fixture
def restarts() -> list[float]:
    return []


@pytest.fixture(params=[1, 2])
def pool(prepare: Callable[..., Read], restarts: list[float], request: pytest.FixtureRequest) -> Iterator[ReaderPool]:
    made = pool_of(request.param, prepare, restarts)
    yield made
    made.close()


def pool_of(size: int, prepare: Callable[..., Read], restarts: list[float]) -> ReaderPool:
    return ReaderPool(
        size=size,
        prepare=prepare,
        seconds_an_article=LIMIT_SECONDS,
        on_restart=lambda: restarts.append(time.monotonic()),
    )


def read(pool: ReaderPool, *values: bytes) -> list[str]:
    """What came of each: its id, or why not."""
    origin = Origin(topic="t", partition=0, offset=0)
    jobs = [Job(key=None, value=value, origin=origin, timestamp=0.0) for value in values]

    async def run() -> list[Done | Failed]:
        await pool.warm()
        return await pool.read(jobs)

    return [one.article_id if isinstance(one, Done) else one.reason for one in asyncio.run(run())]


def test_outcomes_come_in_order(pool: ReaderPool, restarts: list[float]) -> None:
    assert read(pool, *(str(number).encode() for number in range(7))) == [str(number) for number in range(7)]
    assert restarts == []


def test_one_that_hangs_is_read_again_alone_then_given_up(pool: ReaderPool, restarts: list[float]) -> None:
    assert read(pool, b"a", b"hang", b"b", b"c") == ["a", "TimeLimit", "b", "c"]
    assert len(restarts) == 2, "once for the batch, once for the article"
    assert restarts[1] - restarts[0] < 20, "not minutes"


def test_a_larger_one_may_take_longer(prepare: Callable[..., Read], restarts: list[float]) -> None:
    pool = pool_of(1, prepare, restarts)
    large = b"slow".ljust(6 * LARGE)
    assert read(pool, b"slow") == ["TimeLimit"]
    assert read(pool, large) == [large.decode()]
    pool.close()


def test_one_that_kills_its_process_costs_no_other(pool: ReaderPool, restarts: list[float]) -> None:
    assert read(pool, b"a", b"b", b"die", b"c") == ["a", "b", "ReaderDied", "c"]
    assert len(restarts) == 3


def test_two_that_hang_and_one_that_kills(pool: ReaderPool) -> None:
    assert read(pool, b"hang", b"die", b"a", b"hang") == ["TimeLimit", "ReaderDied", "a", "TimeLimit"]


def test_no_article_is_timed_with_the_loading_of_models(prepare: Callable[..., Read], restarts: list[float]) -> None:
    """One child is late by far more than an article may take; the other one is not to stand in for it."""
    late = pool_of(2, partial(prepare, lag=4 * LIMIT_SECONDS), restarts)
    assert not late.prepared
    assert read(late, b"a", b"b") == ["a", "b"]
    assert late.prepared
    assert restarts == []
    late.close()


@pytest.mark.parametrize("size", [1, 2])
def test_a_child_that_dies_while_it_starts_is_replaced(
    prepare: Callable[..., Read], restarts: list[float], size: int
) -> None:
    frail = pool_of(size, partial(prepare, die=1), restarts)
    assert read(frail, b"a", b"b") == ["a", "b"]
    assert len(restarts) == 1
    frail.close()


def test_children_that_never_start_are_told(prepare: Callable[..., Read], restarts: list[float]) -> None:
    dead = pool_of(1, partial(prepare, die=100), restarts)
    with pytest.raises(PoolError, match="do not start"):
        read(dead, b"a")
    assert len(restarts) == ATTEMPTS_TO_START
    assert not dead.prepared
    dead.close()
