"""What is around the hook that builds a stage's view of its table."""

import asyncio
import gc
from collections.abc import Callable

import pytest

from figurewatch.streams.progress import Progress
from figurewatch.streams.recovery import building

from ..agents.test_compare import Table, compare_with


@pytest.fixture
def progress() -> Progress:
    return Progress(clock=lambda: 1000.0)


def test_nothing_is_collected_before_the_view_stands(progress: Progress) -> None:
    compare, collecting = compare_with(Table()), []

    async def build(advance: Callable[[int], None]) -> None:
        await compare.restore(advance)
        collecting.append(gc.isenabled())

    asyncio.run(building(build, progress)())
    assert collecting == [False]
    assert gc.isenabled()


def test_what_an_earlier_view_was_made_of_is_collected_again(progress: Progress) -> None:
    """It is thrown away whenever another takes its place."""
    gc.freeze()
    frozen = []

    async def build(advance: Callable[[int], None]) -> None:
        frozen.append(gc.get_freeze_count())

    try:
        asyncio.run(building(build, progress)())
        assert frozen == [0]
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()


def test_each_step_of_building_is_told_and_where_it_ends(progress: Progress) -> None:
    told = []

    async def build(advance: Callable[[int], None]) -> None:
        before = progress.moves
        advance(12)
        assert progress.moves > before
        told.append(str(progress))

    asyncio.run(building(build, progress)())
    assert told == ["building its view of the table, 12 so far"]
    assert str(progress) == "going back to its last commit"
