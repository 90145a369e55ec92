"""Every command of the README runs as it stands there (`make test` itself is prose)."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from figurewatch.streams.broker.jars import cache_folder
from figurewatch.streams.ports import free_ports

pytestmark = pytest.mark.kafka

ROOT = Path(__file__).parents[2]
PATIENCE = 90.0


def _commands() -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A home of its own, another port than 9092, the installed commands on the path."""
    port = str(free_ports(1)[0])
    variables = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "FIGUREWATCH_CACHE": str(cache_folder()),
        "FIGUREWATCH_BROKERS": f"127.0.0.1:{port}",
        "FIGUREWATCH_WEB_PORT": "0",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PORT": port,
    }
    yield variables
    subprocess.run(["figurewatch", "broker", "stop"], env=variables, check=False, capture_output=True)


@pytest.mark.timeout(280)
def test_every_command_of_the_readme_runs(environment: dict[str, str], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "streams" / "demo_data", tmp_path / "streams" / "demo_data")
    workers: list[subprocess.Popen[bytes]] = []
    try:
        for command in _commands():
            line = command.replace("9092", environment["PORT"])
            if line.endswith("&"):
                workers.append(subprocess.Popen(line.removesuffix("&").split(), cwd=tmp_path, env=environment))
                continue
            if line.startswith("figurewatch alerts"):
                _wait_for_alerts(environment)
            folder = ROOT if line.startswith("make") else tmp_path
            done = subprocess.run(
                ["bash", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{line}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
            if line.startswith("figurewatch feed --withdraw"):
                _end(workers)  # the next command takes their broker away
    finally:
        _end(workers)


def _wait_for_alerts(environment: dict[str, str]) -> None:
    deadline = time.monotonic() + PATIENCE
    command = ["figurewatch", "alerts", "--json", "--min-severity", "medium"]
    while time.monotonic() < deadline:
        if subprocess.run(command, env=environment, capture_output=True, check=False).stdout:
            return
        time.sleep(1)
    pytest.fail("no alert came")


def _end(workers: list[subprocess.Popen[bytes]]) -> None:
    for worker in workers:
        worker.terminate()
        worker.wait(timeout=40)
    workers.clear()
