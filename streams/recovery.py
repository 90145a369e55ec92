"""Table recovery as Faust should do it: nothing lost, quick, and never silent.

1. faust-streaming's issue 596: messages are lost when a restart finds a backlog. Faust resumes the source partitions
   before it seeks them to the committed offsets, and clears the queues after. What the drainer put there in between is
   thrown away, yet counts as read, so its acknowledgements leave holes that later commits jump over. Here the drainer
   is parked and its books are wiped before the partitions become active.
2. The changelogs are loaded in bulk (see loading).
3. Faust takes a step of recovery that is longer than a request may be for the end of the service, and is then neither
   ready nor gone. Here steps take as long as they take, and one that does not move ends the process (see progress).
"""

import gc
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

from faust.tables.manager import TableManager as FaustTableManager
from faust.tables.recovery import RebalanceAgain
from faust.tables.recovery import Recovery as FaustRecovery

from . import fatal
from .loading import load
from .progress import Progress

SEEKING = "going back to its last commit"


class Recovery(FaustRecovery):
    """Parks the drainer before the source partitions become active; loads in bulk; tells each step."""

    tables: "TableManager"

    async def crash(self, reason: BaseException) -> None:
        """Left alone, Faust would neither recover nor end; a folder that is ahead of its changelog comes here, too."""
        fatal.end("recovery failed: %s", reason)

    async def on_rebalance(self, *arguments: Any, **options: Any) -> None:
        """Called by Faust when the group has given this worker its partitions."""
        self.tables.progress.step("looking where it left off")
        await super().on_rebalance(*arguments, **options)

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
            progress=self.tables.progress,
        )
        if not loaded:
            raise RebalanceAgain
        for tp in actives:
            destination[tp] = max(destination[tp], self.active_highwaters[tp])

    async def on_recovery_completed(self, generation_id: int = 0) -> None:
        """Called by Faust when the tables are restored, before the streams resume."""
        self.tables.progress.step(SEEKING)
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

    _recovery: Recovery | None = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """As Faust's."""
        super().__init__(*arguments, **options)
        self.progress = Progress()

    async def on_start(self) -> None:
        """Called by Faust, which would wait a second for tables that come late; ours are all there."""
        await self._update_channels()
        await self.recovery.start()

    @property
    def recovery(self) -> Recovery:
        """The recovery service, made at first use."""
        if self._recovery is None:
            self._recovery = Recovery(self.app, self, beacon=self.beacon, loop=self.loop)
        return self._recovery

    def on_rebalance_start(self) -> None:
        """Called by Faust, from its consumer's thread."""
        self.progress.begin("finishing what is in hand, and joining its group")
        super().on_rebalance_start()

    def on_actives_ready(self) -> None:
        """Called by Faust when the streams have resumed."""
        super().on_actives_ready()
        self.progress.end()


def building(build: Callable[[Callable[[int], None]], Awaitable[None]], progress: Progress) -> Any:
    """A recovery hook that builds a view of a table, and is given what to tell of each of its steps.

    Faust swallows what a hook raises; a view that could not be built must end the process instead.
    """

    async def hook() -> None:
        with fatal.nothing_escapes(), _no_collecting():
            progress.step("building its view of the table")
            await build(progress.advance)
            progress.step(SEEKING)

    return hook


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Millions of live objects are made: looking for garbage among them would take most of the time, then and later."""
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
