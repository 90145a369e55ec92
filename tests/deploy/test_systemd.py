"""The unit for workers without containers: what it starts, with the environment and folder that systemd gives."""

import os
import shlex
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from figurewatch.streams import topics
from figurewatch.streams.ports import HOST, free_ports
from figurewatch.streams.settings import Settings, to_environment

from ..integration.helpers import eventually

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(180)]

UNIT = Path(__file__).parents[2] / "deploy" / "systemd" / "figurewatch@.service"
STAGE, HOST_NAME = "register", "news-1"


def _unit(state: Path) -> dict[str, list[str]]:
    """The unit's lines by name, systemd's specifiers filled in."""
    text = UNIT.read_text("utf-8")
    for said, meant in {"%i": STAGE, "%H": HOST_NAME, "%S": str(state)}.items():
        text = text.replace(said, meant)
    found: dict[str, list[str]] = {}
    for name, sign, value in (line.partition("=") for line in text.splitlines() if not line.startswith("#")):
        if sign:
            found.setdefault(name, []).append(value)
    return found


def _is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/readyz", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def test_the_unit_starts_a_stage_that_gets_ready_and_ends_when_told(settings: Settings, tmp_path: Path) -> None:
    topics.create(settings)
    (port,) = free_ports(1)
    unit = _unit(tmp_path)
    own = dict(line.split("=", 1) for line in unit["Environment"])
    data = tmp_path / unit["StateDirectory"][0]
    assert own["FIGUREWATCH_DATA_DIR"] == str(data)
    program, *arguments = shlex.split(unit["ExecStart"][0])
    assert program == "/opt/figurewatch/bin/figurewatch"
    shared = {**to_environment(settings), "FIGUREWATCH_WEB_PORT": str(port), **own}
    command = [str(Path(sys.executable).with_name("figurewatch")), *arguments]
    with subprocess.Popen(command, env={**os.environ, **shared}) as process:
        try:
            assert eventually(lambda: _is_ready(port))
            process.send_signal(signal.SIGTERM)
            assert process.wait(int(unit["TimeoutStopSec"][0])) == 0
        finally:
            process.kill()
    assert data.is_dir()
