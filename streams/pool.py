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
from time import perf_counter

from ..agents.jobs import Done, Failed, Job, read_jobs
from ..agents.reading.reader import Reader

log = logging.getLogger(__name__)

ATTEMPTS_TOGETHER = 2
"""What broke the pool so often, or hung once, is read one by one, to find the article that does it."""

START_SECONDS = 60.0
"""What a fresh child may take to start and load its models, on a busy machine."""

Work = Callable[[list[Job]], list[Done | Failed]]

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
        on_work: Callable[[float], None] = lambda _seconds: None,
        work: Work | None = None,
    ) -> None:
        """`size` children, each with its own models.

        A child's share of a batch, and then each of its articles alone, may take `seconds_an_article`. `work` does the
        reading, in the children; `on_work` is told how long it took.
        """
        self._size = size
        self._models = dict(models)
        self._limit = seconds_an_article
        self._executor = self._start()
        self._on_restart = on_restart
        self._work = work or _work
        self._on_work = on_work
        self.in_hand = 0
        """Articles that the children have not given back."""

    @property
    def processes(self) -> int:
        """Children that live."""
        return sum(child.is_alive() for child in tuple((self._executor._processes or {}).values()))

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._size,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(self._models,),
        )

    async def warm(self) -> None:
        """Start the children and load their models, before the first article needs them."""
        await asyncio.gather(*(self._submit([], START_SECONDS) for _ in range(self._size)))

    async def read(self, jobs: list[Job]) -> list[Done | Failed]:
        """The outcome of each job, in order."""
        share = -(-len(jobs) // self._size)
        slices = [jobs[start : start + share] for start in range(0, len(jobs), share)]
        outcomes = await self._together(slices)
        for place, outcome in enumerate(outcomes):
            if outcome is None:
                outcomes[place] = [await self._alone(job) for job in slices[place]]
        return [each for outcome in outcomes for each in outcome or ()]

    async def _together(self, slices: list[list[Job]]) -> list[list[Done | Failed] | None]:
        """The outcomes of each slice; None for one that hangs, or that died twice."""
        outcomes: list[list[Done | Failed] | None] = [None] * len(slices)
        for _ in range(ATTEMPTS_TOGETHER):
            open_ones = [place for place, outcome in enumerate(outcomes) if outcome is None]
            found = await asyncio.gather(*(self._tried(slices[place]) for place in open_ones))
            troubles = [one for one in found if isinstance(one, Exception)]
            for place, one in zip(open_ones, found, strict=True):
                outcomes[place] = None if isinstance(one, Exception) else one
            if troubles:
                await self._replace(troubles[0])
            if not troubles or any(isinstance(one, TimeoutError) for one in troubles):
                break
        return outcomes

    async def _alone(self, job: Job) -> Done | Failed:
        outcome = await self._tried([job])
        if not isinstance(outcome, Exception):
            return outcome[0]
        await self._replace(outcome)
        if isinstance(outcome, TimeoutError):
            return Failed(reason="TimeLimit", message=f"reading it took more than {self._limit:g} s")
        return Failed(reason="ReaderDied", message="a reading process died of it, three times")

    async def _tried(self, jobs: list[Job]) -> list[Done | Failed] | BrokenProcessPool | TimeoutError:
        try:
            return await self._submit(jobs, self._limit)
        except (BrokenProcessPool, TimeoutError) as error:
            return error

    async def _submit(self, jobs: list[Job], seconds: float) -> list[Done | Failed]:
        self.in_hand += len(jobs)
        try:
            future = asyncio.get_running_loop().run_in_executor(self._executor, _timed, self._work, jobs)
            outcomes, took = await asyncio.wait_for(future, seconds)
        finally:
            self.in_hand -= len(jobs)
        if jobs:
            self._on_work(took)
        return outcomes

    async def _replace(self, error: Exception) -> None:
        self._on_restart()
        log.warning("the reading processes are replaced: %s", str(error) or type(error).__name__)
        self._kill()
        self._executor = self._start()
        await self.warm()

    def _kill(self, *, wait: bool = False) -> None:
        """A child that hangs never ends by itself."""
        for child in list((self._executor._processes or {}).values()):
            child.kill()
        self._executor.shutdown(wait=wait, cancel_futures=True)

    def close(self) -> None:
        """End the children, and the thread that minds them: Python's own end would trip over it."""
        self._kill(wait=True)


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


def _timed(work: Work, jobs: list[Job]) -> tuple[list[Done | Failed], float]:
    """The outcomes, and the seconds that they took: a child's own metrics would end with it."""
    began = perf_counter()
    return work(jobs), perf_counter() - began
