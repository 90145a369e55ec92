"""The pool of reading processes: what hangs or dies costs only its own article."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from figurewatch.agents.jobs import Done, Failed, Job
from figurewatch.schemas.article import Origin
from figurewatch.streams.pool import ReaderPool, Work

LIMIT_SECONDS = 1.0


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    monkeypatch.syspath_prepend(Path(__file__).parent / "programs")
    import misreading  # type: ignore[import-not-found]  # noqa: PLC0415 - by the name that the children find

    found: Work = misreading.work
    return found


@pytest.fixture
def restarts() -> list[float]:
    return []


@pytest.fixture(params=[1, 2])
def pool(work: Work, restarts: list[float], request: pytest.FixtureRequest) -> Iterator[ReaderPool]:
    made = ReaderPool(
        size=request.param,
        models={},
        seconds_an_article=LIMIT_SECONDS,
        on_restart=lambda: restarts.append(time.monotonic()),
        work=work,
    )
    yield made
    made.close()


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


def test_one_that_kills_its_process_costs_no_other(pool: ReaderPool, restarts: list[float]) -> None:
    assert read(pool, b"a", b"b", b"die", b"c") == ["a", "b", "ReaderDied", "c"]
    assert len(restarts) == 3


def test_two_that_hang_and_one_that_kills(pool: ReaderPool) -> None:
    assert read(pool, b"hang", b"die", b"a", b"hang") == ["TimeLimit", "ReaderDied", "a", "TimeLimit"]
