"""Ctrl-C and SIGTERM between two calls of Kafka's client, never within one."""

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType
from typing import Any


@contextlib.contextmanager
def signals_wait() -> Iterator[None]:
    """A Ctrl-C or SIGTERM is heard when the block is through, a second one at once.

    kafka-python takes and frees its locks by hand: an exception in between leaves one held, and whoever then closes
    the client waits for ever. In another thread, which hears of no signal, nothing changes.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed meanwhile; or what else the signal's own handler raises.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    own: dict[int, Any] = {number: handler for number, handler in handlers.items() if callable(handler)}

    def hear(number: int, frame: FrameType | None) -> None:
        if number in heard:
            own[number](number, frame)
        heard.append(number)

    for one in own:
        signal.signal(one, hear)
    try:
        yield
    finally:
        for one, handler in own.items():
            signal.signal(one, handler)
        for number in heard:
            own[number](number, None)
