"""When a Ctrl-C is heard."""

import os
import signal
import threading

import pytest

from figurewatch.streams.interrupts import ctrl_c_waits


def press() -> None:
    os.kill(os.getpid(), signal.SIGINT)


def pressed_in_a_block(times: int, done: list[str], *, then: Exception | None = None) -> None:
    with ctrl_c_waits():
        for _ in range(times):
            press()
        done.append("the rest of the block")
        if then:
            raise then
    done.append("what follows")


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


def test_a_failure_stays_the_failure() -> None:
    with pytest.raises(OSError, match="no answer"):
        pressed_in_a_block(1, [], then=OSError("no answer"))


def test_a_handler_of_the_commands_own_is_left_alone() -> None:
    heard: list[int] = []
    done: list[str] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: heard.append(number))
    try:
        pressed_in_a_block(1, done)
    finally:
        signal.signal(signal.SIGINT, before)
    assert heard == [signal.SIGINT]
    assert done[-1] == "what follows"


def test_another_thread_hears_of_none() -> None:
    done: list[str] = []
    thread = threading.Thread(target=pressed_in_a_block, args=(0, done))
    thread.start()
    thread.join()
    assert done[-1] == "what follows"
