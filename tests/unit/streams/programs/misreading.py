"""Work for the children of a pool, in which some articles hang and some kill, and some children start badly."""

import os
import time
from pathlib import Path

from figurewatch.agents.jobs import Done, Failed, Job
from figurewatch.streams.pool import Read

SLOW_SECONDS = 2.0


def prepare(folder: Path, *, die: int = 0, lag: float = 0.0) -> Read:
    """The first `die` children to come die, the next one takes `lag` seconds to get ready."""
    place = _place(folder)
    if place < die:
        os._exit(1)
    if place == die:
        time.sleep(lag)
    return work


def _place(folder: Path) -> int:
    """How many came before, as files that only one can make."""
    place = 0
    while True:
        try:
            (folder / f"child-{place}").touch(exist_ok=False)
        except FileExistsError:
            place += 1
        else:
            return place


def work(jobs: list[Job]) -> list[Done | Failed]:
    """Read each job's value as its article's id."""
    return [_read(job) for job in jobs]


def _read(job: Job) -> Done | Failed:
    if job.value == b"hang":
        time.sleep(3600)
    if job.value and job.value.startswith(b"slow"):
        time.sleep(SLOW_SECONDS)
    if job.value == b"die":
        os._exit(1)
    return Done(article_id=(job.value or b"").decode(), reading=b"", claims=0, lang=None, withdrawn=False)
