"""Processor seconds and memory of running processes, from /proc."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from figurewatch.streams.stages import Stage

TICKS = os.sysconf("SC_CLK_TCK")


class Spent(msgspec.Struct, frozen=True, kw_only=True):
    """Processor seconds of a pipeline, by what they went to."""

    reading: float = 0.0
    extract: float = 0.0
    register: float = 0.0
    compare: float = 0.0
    kafka: float = 0.0

    def since(self, before: "Spent") -> "Spent":
        """What was spent in between."""
        return Spent(**{name: getattr(self, name) - getattr(before, name) for name in self.__struct_fields__})


def spent(pids: Mapping[Stage, int], broker: int) -> Spent:
    """Of a worker's stages and of the broker's process; the reading is done in extract's children."""
    return Spent(
        reading=sum(map(seconds, children(pids["extract"]))),
        **{stage: seconds(pid) for stage, pid in pids.items()},
        kafka=sum(map(seconds, children(broker))),
    )


def seconds(pid: int) -> float:
    """Processor seconds that a process has used."""
    times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, times)) / TICKS


def peak_bytes(pid: int) -> int:
    """The most that a process ever had resident, and its children, each at its own time."""
    return sum(map(_peak, (pid, *children(pid))))


def _peak(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))


def children(pid: int) -> list[int]:
    """The processes that it, or a thread of it, has started."""
    listings = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for listing in listings for child in listing.read_text().split()]
