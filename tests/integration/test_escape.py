"""What escapes the body of an agent's loop ends the process, and the records in hand come again."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from figurewatch.streams.fatal import EXIT_FATAL
from figurewatch.streams.settings import Settings, to_environment

from .helpers import eventually, readings, send

pytestmark = pytest.mark.kafka

PROGRAM = Path(__file__).parent / "programs" / "stumbling.py"


def test_a_loop_body_that_raises_ends_the_process_and_loses_nothing(settings: Settings, tmp_path: Path) -> None:
    wanted = {f"a-{number}" for number in range(40)}
    articles = [{"id": name, "text": "Police said 12 people were arrested.", "lang": "en"} for name in sorted(wanted)]
    send(settings, *articles)
    command = [sys.executable, str(PROGRAM), str(tmp_path / "stumbled")]
    environment = {**os.environ, **to_environment(settings)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as first:
        assert first.wait(timeout=60) == EXIT_FATAL
    assert (tmp_path / "stumbled").exists()
    assert readings(settings) == []
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as second:
        try:
            assert eventually(lambda: {one.article_id for one in readings(settings)} == wanted)
        finally:
            second.terminate()
        assert second.wait(timeout=30) is not None
