"""A Kafka that can be torn down, and workers that can be killed, frozen, robbed of their folders."""

import contextlib
import itertools
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.settings import Settings
from figurewatch.streams.stages import STAGES
from figurewatch.streams.supervisor import Supervisor

LOOK_SECONDS = 0.3
PROMPT_SECONDS = 15.0
"""SIGTERM takes no longer, whatever happens."""


class Worker:
    """All three stages under one member id, with a data folder of their own."""

    def __init__(self, settings: Settings, folder: Path, name: str) -> None:
        self.name = name
        self._folder = folder
        folder.mkdir(parents=True)
        self._settings = msgspec.structs.replace(settings, data_dir=folder / "data", member=name)
        self._supervisor: Supervisor | None = None

    @property
    def running(self) -> bool:
        return self._supervisor is not None

    def start(self) -> None:
        self._supervisor = Supervisor(self._settings, log_folder=self._folder)
        self._supervisor.start()

    def watch(self) -> None:
        """Start fallen stages again, as `figurewatch worker` does."""
        if self._supervisor is not None:
            assert self._supervisor.watch() == 0, f"{self.name} gave up:\n{self._supervisor.log_tails()}"

    def ready(self) -> bool:
        return self._supervisor is None or all(self._supervisor.get(stage, "readyz")[0] == 200 for stage in STAGES)

    def kill(self, *stages: str) -> None:
        """kill -9: these stages, or all; those of a part are started again by `watch`."""
        assert self._supervisor is not None
        for stage, pid in self._supervisor.pids().items():
            if not stages or stage in stages:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
        if not stages:
            self._drop()

    def terminate(self) -> float:
        """SIGTERM; the seconds that it took."""
        assert self._supervisor is not None
        began = time.monotonic()
        self._drop()
        return time.monotonic() - began

    def _drop(self) -> None:
        assert self._supervisor is not None
        self._supervisor.stop()
        self._supervisor = None

    def signal(self, number: signal.Signals) -> None:
        """To every stage."""
        assert self._supervisor is not None
        for pid in self._supervisor.pids().values():
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)

    def forget(self) -> None:
        """Its data folder is gone."""
        shutil.rmtree(self._folder / "data", ignore_errors=True)

    def log_tails(self) -> str:
        return self._supervisor.log_tails() if self._supervisor else ""


class Cluster:
    """One Kafka, of one broker or three, and its workers."""

    def __init__(self, broker: EmbeddedBroker, settings: Settings, folder: Path, workers: int) -> None:
        self._broker = broker
        self._turns = itertools.cycle(node.number for node in broker.nodes)
        self.settings = settings
        self._folder = folder
        self.workers = [self._worker(number) for number in range(workers)]

    def _worker(self, number: int) -> Worker:
        return Worker(self.settings, self._folder / f"worker-{number}", f"worker-{number}")

    def join(self) -> Worker:
        """One more worker."""
        joined = self._worker(len(self.workers))
        self.workers.append(joined)
        joined.start()
        return joined

    def lose_a_broker(self, seconds: float) -> None:
        """kill -9 one broker after the other, in turn, each back after so long."""
        number = next(self._turns)
        self._broker.kill_node(number)
        self.let_pass(seconds)
        self._broker.start_node(number)

    def let_pass(self, seconds: float) -> None:
        """Time goes by; the workers are looked after."""
        end = time.monotonic() + seconds
        self.wait_for(lambda: time.monotonic() > end, seconds=seconds + 60)

    def watch(self) -> None:
        for worker in self.workers:
            worker.watch()

    def ready(self) -> bool:
        return all(worker.ready() for worker in self.workers)

    def wait_for(self, what: Callable[[], bool], *, seconds: float) -> None:
        """Look after the workers until it comes true."""
        deadline = time.monotonic() + seconds
        while not what():
            logs = "\n".join(worker.log_tails() for worker in self.workers)
            assert time.monotonic() < deadline, f"waited {seconds} s in vain; the ends of the logs:\n{logs}"
            self.watch()
            time.sleep(LOOK_SECONDS)

    @contextlib.contextmanager
    def running(self) -> Iterator[None]:
        """All workers, up and ready; none is left behind."""
        try:
            for worker in self.workers:
                worker.start()
            self.wait_for(self.ready, seconds=180)
            yield
        finally:
            for worker in self.workers:
                if worker.running:
                    worker.signal(signal.SIGCONT)
                    worker.terminate()
