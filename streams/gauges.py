"""What is looked up in a worker whenever its metrics are read: lag, recovery, tables, pool, memory."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from rocksdict import DbClosedError

from . import catalogue
from .health import Health
from .lag import Seen
from .metrics import StageMetrics
from .pool import ReaderPool

Value = tuple[tuple[str, ...], float]

ON_DISK = ("rocksdb.total-sst-files-size",)
IN_MEMORY = ("rocksdb.cur-size-all-mem-tables", "rocksdb.block-cache-usage")
KEYS = ("rocksdb.estimate-num-keys",)


def assigned(app: Any) -> set[tuple[str, int]]:
    """Topic and partition of each source partition that this worker has."""
    if not app.started:
        return set()
    return {(tp.topic, tp.partition) for tp in app.consumer.assignment() if tp.topic not in app.tables.changelog_topics}


def watch(metrics: StageMetrics, app: Any, *, health: Health, seen: Callable[[], Seen]) -> None:
    """Of every stage: its state, its memory, its lag."""
    metrics.look(catalogue.READY, lambda: _one(health.ready()[0]))
    metrics.look(catalogue.HEALTHY, lambda: _one(health.healthy()[0]))
    metrics.look(catalogue.MEMORY, lambda: _one(resident_bytes()))
    metrics.look(catalogue.ASSIGNED, lambda: _one(len(assigned(app))))
    metrics.look(catalogue.LAG_SEEN, lambda: _one(seen().at))
    metrics.look(catalogue.LAG, lambda: _lag(seen(), "records"))
    metrics.look(catalogue.LAG_SECONDS, lambda: _lag(seen(), "seconds"))


def watch_table(metrics: StageMetrics, app: Any) -> None:
    """Of a stage with a table."""
    metrics.look(catalogue.RECOVERING, lambda: _one(not app.started or app.in_recovery))
    metrics.look(catalogue.RECOVERY_REMAINING, lambda: _one(app.tables.progress.remaining))
    metrics.look(catalogue.TABLE_KEYS, lambda: _rocksdb(app, KEYS))
    metrics.look(catalogue.TABLE_BYTES, lambda: _rocksdb(app, ON_DISK))
    metrics.look(catalogue.TABLE_MEMORY, lambda: _rocksdb(app, IN_MEMORY))


def watch_pool(metrics: StageMetrics, pool: ReaderPool) -> None:
    """Of extract."""
    metrics.look(catalogue.POOL_QUEUE, lambda: _one(pool.in_hand))
    metrics.look(catalogue.POOL_PROCESSES, lambda: _one(pool.processes))


def _one(value: float) -> list[Value]:
    return [((), float(value))]


def _lag(seen: Seen, what: str) -> Iterator[Value]:
    for (topic, partition), behind in seen.behind.items():
        yield (topic, str(partition)), getattr(behind, what)


def _rocksdb(app: Any, properties: Iterable[str]) -> list[Value]:
    """Summed over the partitions that are open; one that is being closed is left out."""
    total = 0
    for table in app.tables.values():
        # not `table.data`: Faust would make the store in this thread, were it the first to ask
        for partition in tuple(getattr(table._data, "_dbs", {}).values()):
            try:
                total += sum(partition.property_int_value(name) or 0 for name in properties)
            except DbClosedError:
                continue
    return _one(total)


def resident_bytes() -> int:
    """Of this process and its children; 0 where there is no /proc."""
    return sum(_resident(pid) for pid in ("self", *_children()))


def _children() -> list[str]:
    try:
        return [
            child for task in Path("/proc/self/task").iterdir() for child in (task / "children").read_text().split()
        ]
    except OSError:
        return []


def _resident(pid: str) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
