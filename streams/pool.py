"""The process pool that reads articles: keeps the event loop free, survives the death of its children."""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.synchronize import Barrier
from time import perf_counter
from typing import TypeVar

from ..agents.jobs import Done, Failed, Job

log = logging.getLogger(__name__)

ATTEMPTS_TOGETHER = 2
"""What broke the pool so often, or hung once, is read one by one, to find the article that does it."""

START_SECONDS = 60.0
"""What fresh children may take to start and load their models, on a busy machine."""

ATTEMPTS_TO_START = 3

LARGE = 2**20
"""Bytes from which a record may take longer, as much longer as it is larger."""

Read = Callable[[list[Job]], list[Done | Failed]]
T = TypeVar("T")

_read: Read
_all_here: Barrier


class PoolError(Exception):
    """The reading processes do not start."""


class ReaderPool:
    """Reads batches of articles in child processes; what kills a child comes back as a failure of its article."""

    def __init__(
        self,
        *,
        size: int,
        prepare: Callable[[], Read],
        seconds_an_article: float,
        on_restart: Callable[[], None] = lambda: None,
        on_work: Callable[[float], None] = lambda _seconds: None,
    ) -> None:
        """`size` children, in each of which `prepare` loads what reads.

        A child's share of a batch, and then each of its articles alone, may take `seconds_an_article`; what is larger
        than a mebibyte, as much longer as it is larger. `on_work` is told how long it took.
        """
        self._size = size
        self._prepare = prepare
        self._limit = seconds_an_article
        self._executor = self._start()
        self._on_restart = on_restart
        self._on_work = on_work
        self.in_hand = 0
        """Articles that the children have not given back."""
        self.prepared = False
        """Whether each child has loaded what reads."""

    @property
    def processes(self) -> int:
        """Children that live."""
        return sum(child.is_alive() for child in tuple((self._executor._processes or {}).values()))

    def _start(self) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(
            self._size,
            mp_context=context,
            initializer=_begin,
            initargs=(self._prepare, context.Barrier(self._size)),
        )

    async def warm(self) -> None:
        """Start the children; returns when all are prepared, so that no article waits for that, or is timed with it.

        Raises:
            PoolError: they died, or did not get ready in time, again and again.
        """
        for _ in range(ATTEMPTS_TO_START):
            meeting = (self._run(START_SECONDS, _meet) for _ in range(self._size))
            found = await asyncio.gather(*meeting, return_exceptions=True)
            trouble = next((one for one in found if one is not None), None)
            if trouble is None:
                self.prepared = True
                return
            if not isinstance(trouble, BrokenProcessPool | TimeoutError):
                raise trouble
            self._renew(trouble)
        raise PoolError("the reading processes do not start; the models, or the memory, may be at fault")

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
            return Failed(reason="TimeLimit", message=f"reading it took more than {self._seconds([job]):g} s")
        return Failed(reason="ReaderDied", message="a reading process died of it, three times")

    async def _tried(self, jobs: list[Job]) -> list[Done | Failed] | BrokenProcessPool | TimeoutError:
        try:
            return await self._submit(jobs)
        except (BrokenProcessPool, TimeoutError) as error:
            return error

    async def _submit(self, jobs: list[Job]) -> list[Done | Failed]:
        self.in_hand += len(jobs)
        try:
            outcomes, took = await self._run(self._seconds(jobs), _timed, jobs)
        finally:
            self.in_hand -= len(jobs)
        self._on_work(took)
        return outcomes

    def _seconds(self, jobs: list[Job]) -> float:
        """What the jobs may take together: as long as the largest of them."""
        return self._limit * max(1.0, max(len(job.value or b"") for job in jobs) / LARGE)

    async def _run(self, seconds: float, work: Callable[..., T], *arguments: object) -> T:
        """In a child, within the time."""
        future = asyncio.get_running_loop().run_in_executor(self._executor, work, *arguments)
        return await asyncio.wait_for(future, seconds)

    async def _replace(self, error: Exception) -> None:
        self._renew(error)
        await self.warm()

    def _renew(self, error: Exception) -> None:
        self._on_restart()
        log.warning("the reading processes are replaced: %s", str(error) or type(error).__name__)
        self.prepared = False
        self._kill()
        self._executor = self._start()

    def _kill(self, *, wait: bool = False) -> None:
        """A child that hangs never ends by itself."""
        for child in list((self._executor._processes or {}).values()):
            child.kill()
        self._executor.shutdown(wait=wait, cancel_futures=True)

    def close(self) -> None:
        """End the children, and the thread that minds them: Python's own end would trip over it."""
        self._kill(wait=True)


def _begin(prepare: Callable[[], Read], all_here: Barrier) -> None:
    """In each child: no Ctrl-C (the parent decides), die with the parent, load once what reads."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    global _read, _all_here  # a pool's child has no other place to keep them
    _read, _all_here = prepare(), all_here


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(3)


def _meet() -> None:
    """Wait for the other children: one that is ready early would take their turns, and they would not be waited for."""
    _all_here.wait()


def _timed(jobs: list[Job]) -> tuple[list[Done | Failed], float]:
    """The outcomes, and the seconds that they took: a child's own metrics would end with it."""
    began = perf_counter()
    return _read(jobs), perf_counter() - began
