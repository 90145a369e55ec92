"""A frozen worker ends before it writes."""

import pytest

from figurewatch.streams.lease import Lease


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(("session", "gap", "ends"), [(60, 53, False), (60, 55, True), (10, 4, False), (10, 6, True)])
def test_a_gap_as_long_as_a_session_ends_it(session: float, gap: float, ends: bool) -> None:
    clock, ended = Clock(), []
    lease = Lease(session, clock=clock, end=lambda *why: ended.append(why))
    clock.now += gap
    lease.check()
    assert bool(ended) == ends


def test_a_worker_that_runs_keeps_it() -> None:
    clock, ended = Clock(), []
    lease = Lease(60, clock=clock, end=lambda *why: ended.append(why))
    for _ in range(100):
        clock.now += 20
        lease.check()
    assert ended == []
