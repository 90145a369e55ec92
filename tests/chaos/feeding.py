"""A steady feed beside the faults: it stops before each fault's place until the fault has struck."""

import threading
from collections.abc import Iterator

from figurewatch.streams.feed import Fed, feed
from figurewatch.streams.settings import Settings
from figurewatch.streams.sources import RawItem


class Feeding:
    """Feeds in a thread of its own; `go_on_to` moves the place where it waits."""

    def __init__(self, settings: Settings, items: list[RawItem], *, rate: float) -> None:
        self._settings = settings
        self._items = items
        self._rate = rate
        self._allowed = 0
        self._sent = 0
        self._turn = threading.Condition()
        self._fed: Fed | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._feed, name="feeding", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def go_on_to(self, place: int) -> None:
        with self._turn:
            self._allowed = place
            self._turn.notify()

    def has_come_to(self, place: int) -> bool:
        """Whether so many articles were sent; a feed that fell raises."""
        if self._error is not None:
            raise AssertionError("the feed fell") from self._error
        return self._sent >= place

    @property
    def over(self) -> bool:
        return not self._thread.is_alive()

    def outcome(self) -> Fed:
        self._thread.join()
        if self._fed is None:
            raise AssertionError("the feed fell") from self._error
        return self._fed

    def _feed(self) -> None:
        try:
            self._fed = feed(self._settings, self._gated(), rate=self._rate)
        except BaseException as error:
            self._error = error

    def _gated(self) -> Iterator[RawItem]:
        for number, item in enumerate(self._items):
            with self._turn:
                self._turn.wait_for(lambda number=number: number < self._allowed)  # type: ignore[misc]
            yield item
            self._sent = number + 1
