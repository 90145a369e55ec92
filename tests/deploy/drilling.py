"""What the drills share: real workers watched by a real Prometheus with the shipped rules, and ways to break them."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from figurewatch.streams.stages import Stage
from figurewatch.streams.supervisor import Supervisor

from ..integration.helpers import eventually
from .prometheus import Prometheus

TWO_MINUTES = 120.0


@pytest.fixture
def prometheus(workers: Supervisor, tmp_path: Path) -> Iterator[Prometheus]:
    """Watches the workers; its alerts fire at once."""
    with watching(tmp_path, targets(workers)) as made:
        assert eventually(lambda: len(made.now("figurewatch_ready == 1")) == 3)
        yield made


def watching(folder: Path, addresses: list[str]) -> Prometheus:
    """The rules are those that are shipped, but for their `for`."""
    return Prometheus(folder / "prometheus", addresses, patient=False)


def targets(workers: Supervisor) -> list[str]:
    return list(workers.web_addresses().values())


def fires(prometheus: Prometheus, *names: str, seconds: float = TWO_MINUTES) -> bool:
    """Whether these alerts come in time."""
    return eventually(lambda: set(names) <= prometheus.firing(), seconds=seconds)


def goes(prometheus: Prometheus, *names: str, seconds: float = TWO_MINUTES) -> bool:
    """Whether they end in time."""
    return eventually(lambda: not set(names) & prometheus.firing(), seconds=seconds)


def kill(workers: Supervisor, stage: Stage) -> None:
    """As the kernel does it when memory is short."""
    os.kill(workers.pids()[stage], signal.SIGKILL)


def revive(workers: Supervisor, *, seconds: float = TWO_MINUTES) -> bool:
    """Start again what has fallen; whether all stages are ready then."""
    return eventually(lambda: workers.watch() == 0 and workers.wait_until_ready(1), seconds=seconds)
