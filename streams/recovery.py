"""Table recovery as Faust should do it: nothing lost, quick, and never silent.

1. faust-streaming's issue 596: messages are lost when a restart finds a backlog. Faust resumes the source partitions
   before it seeks them to the committed offsets, and clears the queues after. What the drainer put there in between is
   thrown away, yet counts as read, so its acknowledgements leave holes that later commits jump over. Here the drainer
   is parked and its books are wiped before the partitions become active.
2. The changelogs are loaded in bulk (see loading).
3. Faust takes a step of recovery that is longer than a request may be for the end of the service, and is then neither
   ready nor gone. Here steps take as long as they take, and a recovery that does not move ends the process.
"""

import gc
import logging
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from faust.tables.manager import TableManager as FaustTableManager
from faust.tables.recovery import RebalanceAgain
from faust.tables.recovery import Recovery as FaustRecovery

from . import fatal
from .loading import Progress, load

log = logging.getLogger(__name__)

STILL_SECONDS = 120.0
"""A recovery in which nothing moves for so long is given up."""
TELL_SECONDS = 5.0


class Recovery(FaustRecovery):
    """Parks the drainer before the source partitions become active; loads in bulk; ends what stands still."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """As Faust's."""
        super().__init__(*arguments, **options)
        self.progress = Progress()

    async def on_start(self) -> None:
        """Called by Faust once; the watchdog is a thread, for the event loop may be what hangs."""
        await super().on_start()
        threading.Thread(target=self._watch, name="recovery", daemon=True).start()

    async def crash(self, reason: BaseException) -> None:
        """Left alone, Faust would neither recover nor end; a folder that is ahead of its changelog comes here, too."""
        fatal.end("recovery failed: %s", reason)

    def _watch(self) -> None:
        while True:
            time.sleep(TELL_SECONDS)
            if self.progress.running:
                log.info("recovering: %s", self.progress)
            if self.progress.still_for > STILL_SECONDS:
                fatal.end("recovery has stood still for %g s (%s)", STILL_SECONDS, self.progress)

    def _set_recovery_started(self) -> None:
        super()._set_recovery_started()
        if not self.progress.running:
            self.progress.begin()

    def _set_recovery_ended(self) -> None:
        super()._set_recovery_ended()
        self.progress.end()

    async def _wait(self, coro: Any, timeout: Any = None) -> None:
        await super()._wait(coro)

    async def _build_offsets(self, consumer: Any, tps: Any, destination: Any, title: str) -> None:
        """Called by Faust when it knows the ends of the changelogs and what lies in RocksDB."""
        await super()._build_offsets(consumer, tps, destination, title)
        if title != "active":
            return
        actives = set(tps)
        loaded = await load(
            self.app,
            {tp: self.tp_to_table[tp].data for tp in actives},
            starts={tp: destination[tp] + 1 for tp in actives},
            ends={tp: self.active_highwaters[tp] + 1 for tp in actives},
            progress=self.progress,
        )
        if not loaded:
            raise RebalanceAgain
        for tp in actives:
            destination[tp] = max(destination[tp], self.active_highwaters[tp])

    async def on_recovery_completed(self, generation_id: int = 0) -> None:
        """Called by Faust when the tables are restored, before the streams resume."""
        consumer = self.app.consumer
        self.app.flow_control.suspend()
        consumer.stop_flow()
        await consumer.wait_for_stopped_flow()
        self.app.flow_control.clear()
        for tp in consumer.assignment():
            if not self._is_changelog_tp(tp):
                for book in (consumer._gap, consumer._acked, consumer._acked_index):
                    book.pop(tp, None)
        await super().on_recovery_completed(generation_id)


class TableManager(FaustTableManager):
    """Faust's table manager with the recovery above (the public setting `TableManager=`)."""

    _safe_recovery: Recovery | None = None

    @property
    def recovery(self) -> Recovery:
        """The recovery service, made at first use."""
        if self._safe_recovery is None:
            self._safe_recovery = self._recovery = Recovery(self.app, self, beacon=self.beacon, loop=self.loop)
        return self._safe_recovery


def progress_of(app: Any) -> str:
    """How far a recovery has come, from any thread: it must not be the first to ask for the service.

    Faust makes its services at first use, and binds them to the event loop of the thread that asks.
    """
    recovery = app.tables._safe_recovery
    return str(recovery.progress) if recovery is not None else "not begun"


def remaining_of(app: Any) -> int:
    """Changelog records that are still to be restored; from any thread, too."""
    recovery = app.tables._safe_recovery
    return recovery.progress.remaining if recovery is not None else 0


def or_end(hook: Any) -> Any:
    """Faust swallows what a recovery hook raises; a view that could not be built must end the process instead."""

    async def guarded(*args: Any, **options: Any) -> None:
        with fatal.nothing_escapes(), _no_collecting():
            await hook(*args, **options)

    return guarded


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Millions of live objects are made: looking for garbage among them would take most of the time, then and later."""
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.freeze()
