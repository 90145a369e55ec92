"""The kept seeds on both targets, and Atheris for as long as CI can afford."""

import subprocess
import sys
from pathlib import Path

import pytest

from .targets import SEEDS, TARGETS

ROOT = Path(__file__).parents[2]
KEPT = [path for name in TARGETS for path in sorted((SEEDS / name).iterdir())]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_is_read_or_refused(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("seconds", [20, pytest.param(600, marks=[pytest.mark.soak, pytest.mark.timeout(900)])])
@pytest.mark.parametrize("name", sorted(TARGETS))
def test_nothing_new_is_found(name: str, seconds: int, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="it has no wheel for this system")
    limits = [f"-max_total_time={seconds}", "-timeout=20", "-max_len=2000", "-rss_limit_mb=2048"]
    found = tmp_path / "found"
    found.mkdir()
    command = [sys.executable, "-m", "tests.fuzz.run", name, *limits, f"-artifact_prefix={tmp_path}/", str(found)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    assert "DONE" in done.stderr, "it ran to its end"
