"""A worker that was frozen ends before it writes again: its partitions may be another's by then.

Frozen by SIGSTOP, a suspended machine or a hypervisor, a process wakes with records in hand. Another worker has done
them meanwhile and gone on; what the first one writes then would stand in the changelog as the newest, and be old.
"""

import threading
import time
from collections.abc import Callable

from . import fatal

TICK_SECONDS = 0.5
LATE_SECONDS = 6.0
"""Two heartbeats: Kafka may have heard of the worker so long before it froze."""


def _since_boot() -> float:
    """Goes on while the machine is suspended, where the system has such a clock."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Lease:
    """Holds as long as this process has run without a gap as long as the group's session."""

    def __init__(
        self,
        session_seconds: float,
        *,
        clock: Callable[[], float] = _since_boot,
        end: Callable[..., object] = fatal.end,
    ) -> None:
        """`end` is called, with a message and its arguments, when a gap is found."""
        self._longest = max(session_seconds / 2, session_seconds - LATE_SECONDS)
        self._clock = clock
        self._end = end
        self._seen = clock()

    def start(self) -> None:
        """Look at the clock from now on, in a thread that no work keeps busy."""
        self._seen = self._clock()
        threading.Thread(target=self._tick, name="lease", daemon=True).start()

    def check(self) -> None:
        """To be called right before each write; whoever looks first after a gap ends the process."""
        now = self._clock()
        gap = now - self._seen
        if gap > self._longest:
            self._end("this worker stood still for %.0f s: its partitions may be another's", gap)
        self._seen = now

    def _tick(self) -> None:
        while True:
            self.check()
            time.sleep(TICK_SECONDS)
