"""Table recovery without faust-streaming's issue 596: messages lost when a restart finds a backlog.

Faust resumes the source partitions before it seeks them to the committed offsets, and clears the queues after.
What the drainer put there in between is thrown away, yet counts as read, so its acknowledgements leave holes that
later commits jump over. Here the drainer is parked and its books are wiped before the partitions become active.
"""

from typing import Any

from faust.tables.manager import TableManager as FaustTableManager
from faust.tables.recovery import Recovery as FaustRecovery

from . import fatal


class Recovery(FaustRecovery):
    """Parks the drainer before the source partitions become active; tested by taking it out."""

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


def or_end(hook: Any) -> Any:
    """Faust swallows what a recovery hook raises; a view that could not be built must end the process instead."""

    async def guarded(*args: Any, **options: Any) -> None:
        with fatal.nothing_escapes():
            await hook(*args, **options)

    return guarded
