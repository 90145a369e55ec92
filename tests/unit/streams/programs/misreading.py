"""Work for the children of a pool, in which some articles hang and some kill."""

import os
import time

from figurewatch.agents.jobs import Done, Failed, Job


def work(jobs: list[Job]) -> list[Done | Failed]:
    """Read each job's value as its article's id."""
    return [_read(job) for job in jobs]


def _read(job: Job) -> Done | Failed:
    if job.value == b"hang":
        time.sleep(3600)
    if job.value == b"die":
        os._exit(1)
    return Done(article_id=(job.value or b"").decode(), reading=b"", claims=0, lang=None, withdrawn=False)
