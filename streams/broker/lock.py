"""Renews jars.lock: what Kafka needs, with checksums (`python -m figurewatch.streams.broker.lock`)."""

import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .jars import KAFKA, LOGGING, THREADS, Jar, download, maven, sha256_of

Coordinate = tuple[str, str, str]


def lines(*roots: Coordinate, wanted: Callable[[Coordinate], bool] = lambda coordinate: True) -> str:
    """The lines of a list: the roots and whatever they need, of that only what is `wanted`."""
    with tempfile.TemporaryDirectory() as scratch:
        context = maven(Path(scratch))
        _, nodes = context.resolver.get_dependency_list([context.create_dependency(":".join(root)) for root in roots])
        needed = {(dep.groupId, dep.artifactId, dep.version) for dep in (node.dep for node in nodes)}
        with ThreadPoolExecutor(THREADS) as threads:
            return "".join(threads.map(_line, sorted({*filter(wanted, needed), *roots})))


def _line(coordinate: Coordinate) -> str:
    """Each in a folder of its own: jgo's downloads collide."""
    with tempfile.TemporaryDirectory() as scratch:
        return f"{':'.join(coordinate)} {sha256_of(download(Jar(*coordinate, ''), Path(scratch)))}\n"


def main() -> None:
    """Resolve Kafka's dependencies anew and write the list."""
    head = f"# Apache Kafka {KAFKA[2]} and what it needs; written by python -m {__package__}.lock\n"
    Path(__file__).with_name("jars.lock").write_text(head + lines(KAFKA, LOGGING), "utf-8")


if __name__ == "__main__":
    main()
