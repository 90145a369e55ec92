"""`worker --stage all`: one process a stage, watched; a stage that falls is started again."""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from .ports import free_ports
from .settings import Settings, to_environment
from .stages import STAGES, Stage

log = logging.getLogger(__name__)

EXIT_CONFIGURATION = 78
"""EX_CONFIG: starting again would not help."""

FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0
STOP_SECONDS = 14.0
"""A little more than a worker allows itself."""
PARENT_PIPE = "FIGUREWATCH_PARENT_PIPE"


class Supervisor:
    """Starts the stages' processes, restarts those that fall, stops them all together."""

    def __init__(
        self, settings: Settings, *, stages: tuple[Stage, ...] = STAGES, log_folder: Path | None = None
    ) -> None:
        """Each stage listens on the settings' web port plus its number, or on a free one when that is 0.

        With a log folder, each stage's standard error goes to a file there.
        """
        self._settings = settings
        self._stages = stages
        self._stopping = threading.Event()
        self._children: dict[Stage, subprocess.Popen[bytes]] = {}
        self._pauses = dict.fromkeys(stages, FIRST_PAUSE_SECONDS)
        self._due: dict[Stage, float] = {}
        self._started: dict[Stage, float] = {}
        self._pipe: tuple[int, int] | None = None
        count = len(STAGES)
        ports = range(settings.web_port, settings.web_port + count) if settings.web_port else free_ports(count)
        self._ports = dict(zip(STAGES, ports, strict=True))
        self._log_folder = log_folder

    def start(self) -> None:
        """Start every stage."""
        self._pipe = os.pipe()
        for stage in self._stages:
            self._children[stage] = self._spawn(stage)

    def run(self) -> int:
        """Watch until stopped by a signal; the exit code to leave with."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        code = 0
        while not self._stopping.wait(0.2):
            code = self.watch()
            if code:
                break
        self.stop()
        return code

    def watch(self) -> int:
        """Look after the children once; not 0 when one of them cannot run as it is configured."""
        for stage, child in list(self._children.items()):
            code = child.poll()
            if code == EXIT_CONFIGURATION:
                return code
            if code is not None:
                self._restart(stage, code)
        return 0

    def _restart(self, stage: Stage, code: int) -> None:
        now = time.monotonic()
        if stage not in self._due:
            if now - self._started[stage] > LONGEST_PAUSE_SECONDS:
                self._pauses[stage] = FIRST_PAUSE_SECONDS  # it had run well meanwhile
            log.error("%s ended with %d; starting it again in %.1f s", stage, code, self._pauses[stage])
            self._due[stage] = now + self._pauses[stage]
            self._pauses[stage] = min(LONGEST_PAUSE_SECONDS, 2 * self._pauses[stage])
        elif now >= self._due[stage]:
            del self._due[stage]
            self._children[stage] = self._spawn(stage)

    def stop(self) -> None:
        """SIGTERM to all, SIGKILL to those that stay; returns when none is left."""
        self._stopping.set()
        for child in self._children.values():
            child.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for child in self._children.values():
            try:
                child.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        if self._pipe is not None:
            for end in self._pipe:
                os.close(end)
            self._pipe = None

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self._stopping.set()

    def _spawn(self, stage: Stage) -> subprocess.Popen[bytes]:
        assert self._pipe is not None, "start() makes the pipe"
        self._started[stage] = time.monotonic()
        reading_end = self._pipe[0]
        command = [sys.executable, "-m", "figurewatch.streams", "worker", "--stage", stage]
        environment = {**os.environ, **self._environment(stage), PARENT_PIPE: str(reading_end)}
        with contextlib.ExitStack() as stack:
            log_file = stack.enter_context(self._log_path(stage).open("ab")) if self._log_folder else None
            return subprocess.Popen(
                command, env=environment, pass_fds=(reading_end,), start_new_session=True, stderr=log_file
            )

    def _environment(self, stage: Stage) -> Mapping[str, str]:
        return {**to_environment(self._settings), "FIGUREWATCH_WEB_PORT": str(self._ports[stage])}

    def _log_path(self, stage: Stage) -> Path:
        assert self._log_folder is not None, "only asked for with a log folder"
        return self._log_folder / f"{stage}.log"

    def log_tails(self, lines: int = 15) -> str:
        """The end of each stage's log."""
        paths = [self._log_path(stage) for stage in self._stages] if self._log_folder else []
        ends = {path.stem: path.read_text("utf-8", "replace").splitlines()[-lines:] for path in paths if path.exists()}
        return "\n".join(f"[{stage}] {line}" for stage, end in ends.items() for line in end)

    def get(self, stage: Stage, page: str) -> tuple[int, str]:
        """Status and text of a page of a stage's web port; 0 when it does not answer."""
        try:
            with urllib.request.urlopen(f"http://{self.web_addresses()[stage]}/{page}", timeout=5) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def web_addresses(self) -> dict[Stage, str]:
        """Where each stage's web port listens, host:port."""
        return {stage: f"{self._settings.web_host}:{port}" for stage, port in self._ports.items()}

    def pids(self) -> dict[Stage, int]:
        """The stages' process ids."""
        return {stage: child.pid for stage, child in self._children.items()}

    def scrape(self, stage: Stage) -> str:
        """A stage's metrics; empty while it does not answer."""
        return self.get(stage, "metrics")[1]

    def wait_until_ready(self, seconds: float = 120.0) -> bool:
        """Whether all stages are ready within the time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if all(self.get(stage, "readyz")[0] == 200 for stage in self._stages):
                return True
            time.sleep(0.2)
        return False


def follow_parent() -> None:
    """In a child of the supervisor: end when the supervisor is gone, kill -9 included."""
    number = os.environ.pop(PARENT_PIPE, None)
    if number is None:
        return

    def wait_for_the_end() -> None:
        os.read(int(number), 1)  # nothing is ever written: it returns when the writing end is closed
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=wait_for_the_end, name="parent", daemon=True).start()
