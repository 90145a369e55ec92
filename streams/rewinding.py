"""Faust's consumer goes back to the committed offsets, also where nothing was committed yet.

While the flow is stopped (a rebalance, a recovery) Faust throws away what a fetch in flight brings, and seeks back to
the committed offsets. aiokafka's `seek_to_committed` passes over a partition without one, and leaves its position
behind what was thrown away: the first records of a topic would never be read, and the next commit jump over them.
"""

from collections.abc import Mapping
from typing import Any


def rewinding(consumer: type) -> type:
    """Faust's class of consumers; a source partition without a committed offset is sought to its beginning."""

    class Consumer(consumer):  # the class is Faust's, known at run time only
        async def seek_to_committed(self) -> Mapping[Any, int]:
            """Called by Faust whenever records may have been thrown away."""
            committed: Mapping[Any, int] = await super().seek_to_committed()
            fresh = [tp for tp, offset in committed.items() if not offset and not self._is_changelog_tp(tp)]
            if fresh:
                await self._thread.seek_to_beginning(*fresh)
            return committed

    return Consumer
