"""A flood of dead letters stops a worker: better a topic that waits than one emptied into the dead letters.

It stays stopped over restarts, by a file in the data folder, until `figurewatch worker resume` takes the file away.
"""

import logging
import time
from collections import deque
from pathlib import Path

from . import fatal
from .settings import Settings
from .stages import STAGES, Stage

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.5


class Flood:
    """Watches the share of dead letters among the last records; over the limit it ends the process, to be stopped."""

    def __init__(self, settings: Settings, stage: Stage) -> None:
        """Nothing is counted yet; a flood before the last restart is remembered."""
        self._flag = _flag(settings, stage)
        self._share = settings.flood_percent / 100
        self._last: deque[bool] = deque(maxlen=settings.flood_records)
        self._dead = 0

    @property
    def stopped(self) -> str | None:
        """Why the worker must not consume; None when it may."""
        try:
            return self._flag.read_text("utf-8")
        except FileNotFoundError:
            return None

    def wait(self) -> None:
        """Return when it may consume."""
        while reason := self.stopped:
            log.error("%s", reason)
            while self.stopped:
                time.sleep(LOOK_SECONDS)

    def dead(self) -> None:
        """A record goes to the dead letters."""
        self._dead += 1

    def worked(self, records: int = 1) -> None:
        """So many records were worked off, those that went to the dead letters among them.

        Over the limit it does not return; what Kafka was not told of yet is done again, once the worker may go on.
        """
        self._last.extend([True] * self._dead + [False] * (records - self._dead))
        self._dead = 0
        count, size = sum(self._last), len(self._last)
        if size == self._last.maxlen and count > self._share * size:
            reason = f"stopped: {count} of the last {size} records went to the dead letters; see `figurewatch dlq list`"
            self._flag.write_text(f"{reason}, then type: figurewatch worker resume", "utf-8")
            fatal.end("%s", reason)


def resume(settings: Settings) -> list[Stage]:
    """Let stopped workers of this data folder go on; which were stopped."""
    stopped = [stage for stage in STAGES if _flag(settings, stage).exists()]
    for stage in stopped:
        _flag(settings, stage).unlink()
    return stopped


def _flag(settings: Settings, stage: Stage) -> Path:
    return settings.data_dir / f"{stage}-stopped"
