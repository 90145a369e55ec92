"""When a signal is heard."""

import os
import signal
import threading

import pytest

from figurewatch.streams.interrupts import signals_wait


def press(number: signal.Signals = signal.SIGINT) -> None:
    os.kill(os.getpid(), number)


def pressed_in_a_block(
    times: int, done: list[str], *, number: signal.Signals = signal.SIGINT, then: Exception | None = None
) -> None:
    with signals_wait():
        for _ in range(times):
            press(number)
        done.append("the rest of the block")
        if then:
            raise then
    done.append("what follows")


def within_another(done: list[str]) -> None:
    with signals_wait():
        pressed_in_a_block(1, done)


def test_it_waits_for_the_end_of_the_block() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        pressed_in_a_block(1, done)
    assert done == ["the rest of the block"]


def test_a_second_one_does_not_wait() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        pressed_in_a_block(2, done)
    assert not done


def test_after_the_block_it_is_heard_at_once() -> None:
    pressed_in_a_block(0, [])
    with pytest.raises(KeyboardInterrupt):
        press()


def test_it_is_heard_of_a_block_that_fails_too() -> None:
    with pytest.raises(KeyboardInterrupt):
        pressed_in_a_block(1, [], then=OSError("no answer"))


def test_a_failure_without_one_stays_the_failure() -> None:
    with pytest.raises(OSError, match="no answer"):
        pressed_in_a_block(0, [], then=OSError("no answer"))


def test_sigterm_waits_for_its_own_handler() -> None:
    done: list[str] = []
    before = signal.signal(signal.SIGTERM, lambda number, frame: done.append("heard"))
    try:
        pressed_in_a_block(1, done, number=signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)
    assert done == ["the rest of the block", "heard", "what follows"]


def test_of_two_blocks_the_outer_one_counts() -> None:
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        within_another(done)
    assert done == ["the rest of the block", "what follows"]


def test_another_thread_hears_of_none() -> None:
    done: list[str] = []
    thread = threading.Thread(target=pressed_in_a_block, args=(0, done))
    thread.start()
    thread.join()
    assert done[-1] == "what follows"
