"""The process pool that reads articles: keeps the event loop free, survives the death of its children."""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from ..agents.jobs import Done, Failed, Job, read_jobs
from ..agents.reading.reader import Reader

log = logging.getLogger(__name__)

ATTEMPTS_TOGETHER = 2
"""A batch that broke the pool so often is read one by one, to find the article that breaks it."""

_reader: Reader


class ReaderPool:
    """Reads batches of articles in child processes; what kills a child comes back as a failure of its article."""

    def __init__(
        self,
        *,
        size: int,
        models: Mapping[str, str],
        seconds_an_article: float,
        on_restart: Callable[[], None] = lambda: None,
    ) -> None:
        """`size` children, each with its own models; a batch may take `seconds_an_article` per article."""
        self._size = size
        self._models = dict(models)
        self._limit = seconds_an_article
        self._executor = self._start()
        self._on_restart = on_restart

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._size,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(self._models,),
        )

    async def warm(self) -> None:
        """Start the children and load their models, before the first article needs them."""
        await asyncio.gather(*(self._submit([]) for _ in range(self._size)))

    async def read(self, jobs: list[Job]) -> list[Done | Failed]:
        """The outcome of each job, in order."""
        for _ in range(ATTEMPTS_TOGETHER):
            try:
                return await self._together(jobs)
            except (BrokenProcessPool, TimeoutError) as error:
                await self._replace(error)
        return [await self._alone(job) for job in jobs]

    async def _together(self, jobs: list[Job]) -> list[Done | Failed]:
        share = -(-len(jobs) // self._size)
        slices = [jobs[start : start + share] for start in range(0, len(jobs), share)]
        parts = await asyncio.gather(*map(self._submit, slices))
        return [outcome for part in parts for outcome in part]

    async def _alone(self, job: Job) -> Done | Failed:
        try:
            return (await self._submit([job]))[0]
        except (BrokenProcessPool, TimeoutError) as error:
            await self._replace(error)
            if isinstance(error, TimeoutError):
                return Failed(reason="TimeLimit", message=f"reading it took more than {self._limit:g} s")
            return Failed(reason="ReaderDied", message="a reading process died of it, three times")

    async def _submit(self, jobs: list[Job]) -> list[Done | Failed]:
        future = asyncio.get_running_loop().run_in_executor(self._executor, _work, jobs)
        return await asyncio.wait_for(future, self._limit * max(1, len(jobs)) + START_SECONDS)

    async def _replace(self, error: Exception) -> None:
        self._on_restart()
        log.warning("the reading processes are replaced: %s", str(error) or type(error).__name__)
        self._kill()
        self._executor = self._start()

    def _kill(self) -> None:
        """A child that hangs never ends by itself."""
        children = list((self._executor._processes or {}).values())
        self._executor.shutdown(wait=False, cancel_futures=True)
        for child in children:
            child.kill()

    def close(self) -> None:
        """End the children."""
        self._kill()


START_SECONDS = 60.0
"""What a fresh child may take to start and load its models, on a busy machine."""


def _begin(models: dict[str, str]) -> None:
    """In each child: no Ctrl-C (the parent decides), die with the parent, load the models once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    global _reader  # noqa: PLW0603 - a pool's child has no other place to keep its reader
    _reader = Reader(models=models)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(3)


def _work(jobs: list[Job]) -> list[Done | Failed]:
    return read_jobs(_reader, jobs)
