"""Runs a program and ends it when told to, or when whoever holds the other end of a pipe is gone, even by kill -9.

A script of the standard library only: `python watch.py PIPE PROGRAM [ARGUMENT...]`; PIPE is the number of an inherited
pipe's reading end, or - for none.
"""

import os
import signal
import subprocess
import sys
import threading
from types import FrameType

GRACE_SECONDS = 10.0


def main(pipe: str, *command: str) -> int:
    """Run the command; its exit code is ours."""
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True) as child:
        ending = threading.Event()

        def end(number: int = 0, frame: FrameType | None = None) -> None:
            if not ending.is_set():
                ending.set()
                child.terminate()
                threading.Timer(GRACE_SECONDS, child.kill).start()

        def end_with_pipe() -> None:
            os.read(int(pipe), 1)  # nothing is ever written: it returns when the other end is closed
            end()

        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, end)
        if pipe != "-":
            threading.Thread(target=end_with_pipe, daemon=True).start()
        code = child.wait()
    os._exit(0 if ending.is_set() else code or 1)  # no waiting for the timer


if __name__ == "__main__":
    main(*sys.argv[1:])
