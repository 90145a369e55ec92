"""The register stage with a bug that hangs its event loop at the first record: settings from the environment."""

import time
from typing import Any

from figurewatch.agents.register import Register
from figurewatch.streams.settings import from_environment
from figurewatch.streams.worker import run_stage


async def hang(self: Register, event: Any) -> None:
    """Blocks the loop itself, and with it all that Faust does."""
    time.sleep(3600)


if __name__ == "__main__":
    Register.work = hang  # type: ignore[method-assign]
    run_stage("register", from_environment())
