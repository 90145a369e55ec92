"""What Faust tells of itself: sends, commits, rebalances; the end when a send fails; commits that are refused."""

from collections.abc import Mapping
from time import perf_counter
from typing import Any

from faust import Sensor

from . import fatal
from .metrics import StageMetrics


class StageSensor(Sensor):
    """Turns Faust's events into metrics; a failed send, changelogs included, ends the process.

    Faust itself only logs a failed send, and goes on to commit.
    """

    def __init__(self, metrics: StageMetrics, **options: Any) -> None:
        """`options` are Faust's service options."""
        super().__init__(**options)
        self._metrics = metrics

    def on_send_initiated(self, producer: Any, topic: str, message: Any, keysize: int, valsize: int) -> Any:
        """A record was handed to the producer."""
        return topic, perf_counter()

    def on_send_completed(self, producer: Any, state: Any, metadata: Any) -> None:
        """Kafka has acknowledged a record."""
        topic, began = state
        self._metrics.sent.labels(topic).inc()
        self._metrics.send_seconds.labels(topic).observe(perf_counter() - began)

    def on_send_error(self, producer: Any, exc: BaseException, state: Any) -> None:
        """Called by Faust's producer; nothing may be acknowledged from here on."""
        self._metrics.send_errors.labels(state[0]).inc()
        fatal.end("a record could not be sent to %s: %s", state[0], exc)

    def on_rebalance_start(self, app: Any) -> dict[str, Any]:
        """A rebalance began."""
        self._metrics.rebalances.inc()
        return {"began": perf_counter()}

    def on_rebalance_end(self, app: Any, state: dict[str, Any]) -> None:
        """Records flow again, tables are restored."""
        self._metrics.rebalance_seconds.observe(perf_counter() - state["began"])


def counting_commits(consumer: type, metrics: StageMetrics) -> type:
    """Faust's class of consumers, with its commits counted; its sensors are not told whether one succeeded.

    Faust takes offsets for committed whether Kafka took them or not (its issue 316). When a rebalance has put the books
    right meanwhile, these would be wrong again, and what is worked off anew would not be committed: lag that stays.
    """

    class Consumer(consumer):  # the class is Faust's, known at run time only
        async def _commit(self, offsets: Mapping[Any, int]) -> bool:
            began = perf_counter()
            taken: bool = await super()._commit(offsets)
            metrics.commit_seconds.observe(perf_counter() - began)
            (metrics.commits if taken else metrics.commit_failures).inc()
            self._true_books = {tp: self._committed_offset[tp] for tp in offsets}
            return taken

        async def _commit_offsets(self, offsets: Mapping[Any, int], start_new_transaction: bool = True) -> bool:
            self._true_books = {}
            taken: bool = await super()._commit_offsets(offsets, start_new_transaction)
            if not taken:
                self._committed_offset.update(self._true_books)
            return taken

    return Consumer
