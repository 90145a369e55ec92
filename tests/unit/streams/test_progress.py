"""What a worker tells of its way to its records, and for how long it has stood still on it."""

from collections.abc import Callable

import pytest

from figurewatch.streams.progress import Progress


class Clock:
    """Seconds, as the test says."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def progress(clock: Clock) -> Progress:
    return Progress(clock=clock)


def test_it_is_under_way_from_the_start(progress: Progress, clock: Clock) -> None:
    clock.time += 70
    assert progress.running
    assert progress.still_for == 70
    assert str(progress) == "starting"


@pytest.mark.parametrize("move", [lambda it: it.begin("x"), lambda it: it.step("x"), lambda it: it.advance(1)])
def test_whatever_moves_counts(progress: Progress, clock: Clock, move: Callable[[Progress], None]) -> None:
    clock.time += 70
    before = progress.moves
    move(progress)
    assert progress.still_for == 0
    assert progress.moves > before
    clock.time += 30
    progress.advance(0)
    assert progress.still_for == 30, "nothing came"


def test_where_records_flow_nothing_stands_still(progress: Progress, clock: Clock) -> None:
    progress.step("restoring", records=100)
    progress.end()
    clock.time += 1000
    assert progress.still_for == 0
    assert progress.remaining == 0
    progress.begin("joining")
    clock.time += 5
    assert progress.still_for == 5


def test_it_tells_how_long_it_may_yet_take(progress: Progress, clock: Clock) -> None:
    progress.step("restoring", records=1000)
    assert str(progress) == "restoring, 1,000 ahead"
    clock.time += 30
    progress.advance(750)
    assert progress.remaining == 250
    assert str(progress) == "restoring, 750 of 1,000 done, some 10 s to go"


def test_it_tells_of_what_it_does_not_know_the_end(progress: Progress) -> None:
    progress.step("building")
    progress.advance(12_000)
    assert str(progress) == "building, 12,000 so far"
    assert progress.remaining == 0
