"""The demo as people run it: it ends by itself, twice at once, and leaves nothing behind however it is ended."""

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from figurewatch.schemas.alert import Alert
from figurewatch.schemas.codec import decode
from figurewatch.streams.demo import demo_files
from figurewatch.streams.sources import items

from .helpers import eventually

pytestmark = pytest.mark.kafka

MARK = "FIGUREWATCH_TEST_MARK"
FIRST_WORDS = "starting an embedded Kafka"
STAYS = "still running"


class Demo:
    """A demo in a process of its own, its temporary files in a folder of their own, its descendants marked."""

    def __init__(self, folder: Path, *options: str) -> None:
        folder.mkdir()
        self.folder = folder
        self.mark = uuid.uuid4().hex
        self._out = (folder.parent / f"{folder.name}.out").open("w+b")
        self._log = (folder.parent / f"{folder.name}.log").open("w+b")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "figurewatch.streams", "demo", *options],
            env={**os.environ, "TMPDIR": str(folder), MARK: self.mark},
            stdin=subprocess.DEVNULL,
            stdout=self._out,
            stderr=self._log,
        )

    def told(self) -> str:
        """What it has told so far on standard error."""
        self._log.seek(0)
        return self._log.read().decode()

    def printed(self) -> list[bytes]:
        """The lines of its standard output."""
        self._out.seek(0)
        return self._out.read().splitlines()

    def wait_for(self, words: str) -> None:
        assert eventually(lambda: words in self.told()), self.told()

    def left_behind(self) -> list[str]:
        """Processes that it started and that still run."""
        found = []
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if self.mark.encode() in (entry / "environ").read_bytes():
                    found.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()[:200])
            except OSError:
                continue  # it has just ended
        return found

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._out.close()
        self._log.close()


@pytest.fixture
def demos(tmp_path: Path) -> Iterator[Any]:
    """Starts demos; ends those that a failed test leaves."""
    started: list[Demo] = []

    def start(*options: str) -> Demo:
        started.append(Demo(tmp_path / f"demo-{len(started)}", *options))
        return started[-1]

    yield start
    for demo in started:
        demo.close()


def test_two_at_once_both_show_what_they_found(demos: Any) -> None:
    both = [demos(), demos()]
    for demo in both:
        assert demo.process.wait(timeout=200) == 0, demo.told()
        *alerts, summary = demo.printed()
        found = [decode(Alert, line) for line in alerts]
        plain = json.loads(summary)
        assert plain["articles"] == len(list(items(demo_files())))
        assert plain["dead_letters"] == 0
        assert sum(plain["alerts"].values()) == len(found) == len({alert.alert_id for alert in found})
        assert {"contradicted", "tension", "updated"} <= set(plain["alerts"])
        assert {"composes", "corroborated", "part_of", "repeated", "not_comparable"} <= set(plain["verdicts"])
        assert demo.left_behind() == []
        assert list(demo.folder.iterdir()) == []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "SIGTERM"])
def test_ended_half_way_it_leaves_nothing(demos: Any, number: signal.Signals, code: int) -> None:
    demo = demos()
    demo.wait_for("fed ")
    demo.process.send_signal(number)
    assert demo.process.wait(timeout=60) == code, demo.told()
    assert "Traceback" not in demo.told()
    assert demo.left_behind() == []
    assert list(demo.folder.iterdir()) == []


def test_it_stays_until_ctrl_c(demos: Any) -> None:
    demo = demos("--stay")
    demo.wait_for(STAYS)
    time.sleep(1)
    assert demo.process.poll() is None
    demo.process.send_signal(signal.SIGINT)
    assert demo.process.wait(timeout=60) == 0, demo.told()
    assert demo.left_behind() == []
    assert list(demo.folder.iterdir()) == []


def test_killed_outright_its_processes_end_by_themselves(demos: Any) -> None:
    demo = demos()
    demo.wait_for("fed ")
    demo.process.kill()
    assert eventually(lambda: demo.left_behind() == [], seconds=40), demo.left_behind()
