"""A worker's way to its records, from its start or a rebalance until they flow; one that stands still on it ends.

Left alone, Faust may wait for ever in any step of it, alive, silent and without work: for its group, for an answer of
Kafka's, for a record in hand.
"""

import logging
import threading
import time
from collections.abc import Callable

from . import fatal

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0


class Progress:
    """How far a worker has come; told from Faust's threads, read from those of the web port and the watchdog."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """It starts."""
        self._clock = clock
        self.moves = 0
        """Grows whenever anything moves."""
        self.begin("starting")

    def begin(self, step: str) -> None:
        """No records flow from here on."""
        self.running = True
        self.step(step)

    def step(self, step: str, *, records: int = 0) -> None:
        """The next step begins; so many records lie ahead, if that is known."""
        self._step, self._total, self._done = step, records, 0
        self._began = self._clock()
        self._move()

    def advance(self, records: int) -> None:
        """So many of them are done."""
        if records:
            self._done += records
            self._move()

    def end(self) -> None:
        """Records flow."""
        self.running = False
        self._move()

    def _move(self) -> None:
        self.moves += 1
        self._moved = self._clock()

    @property
    def remaining(self) -> int:
        """Records that still lie ahead."""
        return max(0, self._total - self._done) if self.running else 0

    @property
    def still_for(self) -> float:
        """Seconds in which nothing has moved."""
        return self._clock() - self._moved if self.running else 0.0

    def __str__(self) -> str:
        """For people: how much of how much, and how long it may yet take."""
        if not self._total:
            return f"{self._step}, {self._done:,} so far" if self._done else self._step
        if not self._done:
            return f"{self._step}, {self._total:,} ahead"
        left = (self._clock() - self._began) / self._done * (self._total - self._done)
        return f"{self._step}, {self._done:,} of {self._total:,} done, some {left:.0f} s to go"


def watch(progress: Progress, *, patience_seconds: float) -> None:
    """Tell of the way from now on, and end the process when nothing has moved on it for so long.

    In a thread of its own, for the event loop may be what hangs; without asking Kafka, for that may hang, too.
    """
    threading.Thread(target=_watch, args=(progress, patience_seconds), name="progress", daemon=True).start()


def _watch(progress: Progress, patience_seconds: float) -> None:
    while True:
        time.sleep(min(LOOK_SECONDS, patience_seconds))
        if progress.running:
            log.info("no records yet: %s", progress)
        if progress.still_for > patience_seconds:
            fatal.end("this worker has stood still for %g s on the way to its records: %s", patience_seconds, progress)
