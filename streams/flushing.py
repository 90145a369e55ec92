"""Faust's producer waits, before each commit, for all that was handed to it by then: no less, and no more.

Left alone, it waits for a moment in which nothing is queued. A busy table leaves none, and nothing is committed for
minutes; and it gives up when nothing could be sent for 0.1 s, as when the event loop or Kafka is slow, and commits what
the changelog has not got.

A row that the client does not take, as one too large, is the end of the task that sends them. What is queued by then
will never be sent, so the process ends.
"""

import asyncio
from typing import Any

from . import fatal


def flushing(producer: type) -> type:
    """Faust's class of producers; what a table has queued is sent in the order that it was queued in."""

    class Producer(producer):  # the class is Faust's, known at run time only
        _last: Any = None

        def send_soon(self, fut: Any) -> None:
            """Called by Faust for each row of a changelog."""
            self._last = fut
            super().send_soon(fut)

        async def flush(self) -> None:
            """Called by Faust before it commits."""
            last = self._last
            if last is not None:
                await self.buffer.wait_first(asyncio.wait([last]))  # or until it sends no more
                if not last.done():
                    fatal.end("rows of the changelog cannot be sent: %s", self.buffer.crash_reason)
            if self._producer is not None:
                await self._producer.flush()

    return Producer
