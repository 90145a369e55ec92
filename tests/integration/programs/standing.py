"""A real worker of compare that comes to stand still in a given step of its way to its records, with a short patience.

`python standing.py STEP KAFKA`, settings from the environment: the process KAFKA falls silent as soon as the step is
reached. Two steps need no silence: `building` waits for what never comes, and `idle` is Faust with
aiokafka's own limit for consumers that do not ask, and a judge that is slow and tells of each record.
"""

import asyncio
import functools
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import Any

from aiokafka.consumer.group_coordinator import GroupCoordinator
from faust.transport.consumer import Consumer

from figurewatch.agents import compare
from figurewatch.streams import app, health, logs, recovery, worker
from figurewatch.streams.settings import from_environment

HALTS: dict[str, tuple[Any, str]] = {
    "starting": (worker, "_execute"),
    "joining": (GroupCoordinator, "_do_rejoin_group"),
    "looking": (recovery.Recovery, "_build_highwaters"),
    "restoring": (recovery, "load"),
    "seeking": (Consumer, "perform_seek"),
}
SLOW_SECONDS, IDLE_SECONDS, PATIENCE_SECONDS = 0.5, 6.0, 2.0


def main(step: str, kafka: str) -> None:
    """Run until the worker ends."""
    health.STUCK_SECONDS = PATIENCE_SECONDS
    if step == "idle":
        app.NEVER_SECONDS = IDLE_SECONDS
        _before(compare, "judge", _be_slow)
    elif step == "building":
        compare.Compare.restore = _for_ever  # type: ignore[method-assign]
    else:
        _before(*HALTS[step], lambda: os.kill(int(kafka), signal.SIGSTOP))
    logs.start("console", "info", stage="compare")
    worker.run_stage("compare", from_environment(os.environ))


def _before(owner: Any, name: str, act: Callable[[], object]) -> None:
    """Have something done before each call of a function or method."""
    real = getattr(owner, name)

    @functools.wraps(real)
    def calling(*arguments: Any, **options: Any) -> Any:
        act()
        return real(*arguments, **options)

    setattr(owner, name, calling)


def _be_slow() -> None:
    worker.log.info("judging")
    time.sleep(SLOW_SECONDS)


async def _for_ever(self: compare.Compare, advance: Callable[[int], None]) -> None:
    await asyncio.sleep(3600)


if __name__ == "__main__":
    main(*sys.argv[1:])
