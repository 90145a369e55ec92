"""A real PostgreSQL on loopback: Debian's, in a folder that goes with it."""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from figurewatch.streams.ports import HOST, free_ports

from ..integration.helpers import eventually

NOBODY = 65534


class Postgres:
    """A database `newsroom` of a user `desk`."""

    def __init__(self, port: int) -> None:
        self.address = f"{HOST}:{port}"
        self._command = ["psql", f"postgresql://desk@{self.address}/newsroom", "-At", "-c"]

    def ask(self, query: str) -> list[str]:
        """The rows of its answer, none where it has none to give: no such table yet, or not up yet."""
        return subprocess.run([*self._command, query], capture_output=True, text=True, check=False).stdout.splitlines()


@contextlib.contextmanager
def postgres() -> Iterator[Postgres]:
    """One, running; not as root, for it refuses that."""
    (port,) = free_ports(1)
    with tempfile.TemporaryDirectory(prefix="figurewatch-postgres-") as folder:
        other = _as_nobody(folder) if os.geteuid() == 0 else []
        data = f"{folder}/data"
        make = [*other, _program("initdb"), "--no-sync", "--auth=trust", "--username=desk", f"--pgdata={data}"]
        subprocess.run(make, cwd=folder, capture_output=True, check=True)
        serve = [*other, _program("postgres"), "-D", data, "-p", str(port), "-h", HOST, "-k", folder, "-F"]
        with subprocess.Popen(serve, cwd=folder, stderr=subprocess.DEVNULL) as process:
            try:
                create = ["psql", f"postgresql://desk@{HOST}:{port}/postgres", "-c", "create database newsroom"]
                assert eventually(lambda: subprocess.run(create, capture_output=True, check=False).returncode == 0)
                yield Postgres(port)
            finally:
                process.terminate()


def _as_nobody(folder: str) -> list[str]:
    os.chown(folder, NOBODY, NOBODY)
    return ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]


def _program(name: str) -> str:
    """Debian keeps the server's programs off the path."""
    return shutil.which(name) or str(max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")))
