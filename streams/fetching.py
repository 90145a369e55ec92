"""Faust's consumer asks for offsets without waiting behind its own fetches.

Kafka answers the requests of a connection in turn. A fetch that finds nothing is held for the 1.5 s that Faust has set
for good, and behind it wait the questions of a recovery: two or three times in each start and rebalance.
"""

import asyncio
from typing import Any

from faust.transport.drivers.aiokafka import AIOKafkaConsumerThread

HELD_MS = 250
"""An idle worker asks four times a second; records that come in are answered at once."""


class _Thread(AIOKafkaConsumerThread):
    def _create_consumer(self, loop: asyncio.AbstractEventLoop) -> Any:
        consumer = super()._create_consumer(loop)
        consumer._fetch_max_wait_ms = HELD_MS
        return consumer


def fetching(consumer: type) -> type:
    """Faust's class of consumers, whose fetches are held for a quarter of a second."""

    class Consumer(consumer):  # the class is Faust's, known at run time only
        def _new_consumer_thread(self) -> Any:
            return _Thread(self, loop=self.loop, beacon=self.beacon)

    return Consumer
