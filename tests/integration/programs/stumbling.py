"""The extract stage with a `work` that raises once: `python stumbling.py MARKER`, settings from the environment.

It raises in the loop's body, before anything of the batch was sent; the marker file says that it has done so.
"""

import sys
from pathlib import Path
from typing import Any

from figurewatch.agents.extract import Extract
from figurewatch.streams.settings import from_environment
from figurewatch.streams.worker import run_stage


def main(marker: Path) -> None:
    """Run the stage."""
    work = Extract.work

    async def stumble(self: Extract, events: Any) -> None:
        if not marker.exists():
            marker.touch()
            raise RuntimeError("on purpose")
        await work(self, events)

    Extract.work = stumble  # type: ignore[method-assign]
    run_stage("extract", from_environment())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
