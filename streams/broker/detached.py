"""A broker that outlives the program that started it, for `figurewatch broker`."""

import json
import os
import signal
import time
from pathlib import Path

import msgspec

from .embedded import STOP_SECONDS, EmbeddedBroker
from .errors import BrokerError

STATE_FILE = "broker.json"


class BrokerStatus(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a detached broker."""

    running: bool
    bootstrap: str = ""
    pid: int = 0
    folder: str = ""


def start_detached(folder: Path, *, port: int = 9092) -> BrokerStatus:
    """Start a broker that outlives this program.

    Raises:
        BrokerError: it runs already, or did not come up.
    """
    if (now := status(folder)).running:
        raise BrokerError(f"a broker runs already in {folder} at {now.bootstrap}")
    broker = EmbeddedBroker(folder, port=port, detached=True).start()
    state = {"bootstrap": broker.bootstrap, "pid": broker.pid}
    (folder / STATE_FILE).write_text(json.dumps(state))
    return status(folder)


def status(folder: Path) -> BrokerStatus:
    """Whether a detached broker runs in this folder."""
    try:
        state = json.loads((folder / STATE_FILE).read_text())
        os.kill(state["pid"], 0)
    except (OSError, ValueError):
        return BrokerStatus(running=False, folder=str(folder))
    return BrokerStatus(running=True, folder=str(folder), **state)


def stop_detached(folder: Path) -> bool:
    """Stop the detached broker of this folder; false when none ran."""
    now = status(folder)
    if not now.running:
        return False
    os.kill(now.pid, signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while status(folder).running and time.monotonic() < deadline:
        time.sleep(0.1)
    if status(folder).running:
        raise BrokerError(f"the broker with process id {now.pid} does not stop")
    (folder / STATE_FILE).unlink(missing_ok=True)
    return True
