"""Ctrl-C between two calls of Kafka's client, never within one."""

import contextlib
import signal
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def ctrl_c_waits() -> Iterator[None]:
    """A Ctrl-C is heard when the block is through, a second one at once.

    kafka-python takes and frees its locks by hand: an exception in between leaves one held, and whoever then closes
    the client waits for ever. In another thread, and where Ctrl-C has a handler of the command's own, nothing changes.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed meanwhile.
    """
    ours = threading.current_thread() is threading.main_thread()
    if not ours or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield
        return
    pressed: list[int] = []

    def hear(number: int, frame: object) -> None:
        if pressed:
            raise KeyboardInterrupt
        pressed.append(number)

    signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if pressed:
        raise KeyboardInterrupt
