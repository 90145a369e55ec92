"""What is around the hook that builds a stage's view of its table."""

import asyncio
import gc

from figurewatch.streams.recovery import or_end

from ..agents.test_compare import Table, compare_with


def test_nothing_is_collected_before_the_view_stands() -> None:
    compare, collecting = compare_with(Table()), []

    async def build() -> None:
        await compare.restore()
        collecting.append(gc.isenabled())

    asyncio.run(or_end(build)())
    assert collecting == [False]
    assert gc.isenabled()


def test_what_an_earlier_view_was_made_of_is_collected_again() -> None:
    """It is thrown away whenever another takes its place."""
    gc.freeze()
    frozen = []

    async def build() -> None:
        frozen.append(gc.get_freeze_count())

    try:
        asyncio.run(or_end(build)())
        assert frozen == [0]
        assert gc.get_freeze_count()
    finally:
        gc.unfreeze()
