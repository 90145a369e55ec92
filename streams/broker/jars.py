"""Jars of a list with checksums, Apache Kafka's for one: fetched once into a cache and checked each time.

jgo finds and downloads artifacts but does not verify them, so the list (jars.lock) is the project's own; lock.py
renews it.
"""

import fcntl
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec

KAFKA = ("org.apache.kafka", "kafka_2.13", "4.1.0")
LOGGING = ("org.slf4j", "slf4j-simple", "1.7.36")
"""Gives Kafka a log on standard error."""

KAFKAS = files(__package__) / "jars.lock"
"""The list of what Kafka needs."""

ATTEMPTS = 4
THREADS = 8
MIRROR = "FIGUREWATCH_MAVEN_REPOSITORY"
CACHE = "FIGUREWATCH_CACHE"


class Jar(msgspec.Struct, frozen=True):
    """One artifact of a Maven repository and the SHA-256 of its bytes."""

    group: str
    artifact: str
    version: str
    sha256: str

    @property
    def name(self) -> str:
        """Its file's name."""
        return f"{self.artifact}-{self.version}.jar"


class JarError(Exception):
    """A jar could not be had, or is not what the list says."""


def locked(lock: Traversable = KAFKAS) -> tuple[Jar, ...]:
    """What a list holds: a line a jar, `group:artifact:version sha256`."""
    lines = lock.read_text("utf-8").splitlines()
    pairs = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple(_jar(coordinate, sha256) for coordinate, sha256 in pairs)


def _jar(coordinate: str, sha256: str) -> Jar:
    group, artifact, version = coordinate.split(":")
    return Jar(group, artifact, version, sha256)


def cache_folder() -> Path:
    """FIGUREWATCH_CACHE, else the user's cache folder."""
    base = os.environ.get(CACHE) or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "figurewatch"
    )
    return Path(base)


def ensure(
    progress: Callable[[str], None] = lambda name: None,
    *,
    lock: Traversable = KAFKAS,
    name: str = f"kafka-{KAFKA[2]}",
) -> Path:
    """The folder `name` of the cache with all jars of the list, each checked; fetches what is missing.

    Raises:
        JarError: a jar cannot be fetched, or its checksum is wrong.
    """
    folder = cache_folder() / name
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)  # two set-ups at once: the second waits and finds all done
        missing = [jar for jar in locked(lock) if not _sound(folder / jar.name, jar)]
        with ThreadPoolExecutor(THREADS) as threads:
            for fetched in threads.map(lambda jar: _fetch(jar, folder), missing):
                progress(fetched)
    return folder


def _sound(path: Path, jar: Jar) -> bool:
    return path.is_file() and sha256_of(path) == jar.sha256


def _fetch(jar: Jar, folder: Path) -> str:
    """Download into a folder of its own, check, move into place in one step."""
    reason: object = ""
    for _ in range(ATTEMPTS):
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            try:
                path = download(jar, Path(scratch))
            except Exception as error:  # jgo raises whatever its HTTP library does
                reason = error
                continue
            if _sound(path, jar):
                shutil.move(path, folder / jar.name)
                return jar.name
            reason = f"its SHA-256 is {sha256_of(path)}, the list says {jar.sha256}"
    raise JarError(f"{jar.name}: {reason} (another repository can be named by {MIRROR})")


def maven(scratch: Path) -> Any:
    """A jgo context that downloads into `scratch`, from the mirror where one is named."""
    from jgo.maven import MavenContext, PythonResolver  # noqa: PLC0415 - part of the extra `kafka`

    mirror = os.environ.get(MIRROR)
    return MavenContext(
        resolver=PythonResolver(),
        repo_cache=scratch,
        local_repos=[],
        remote_repos={"mirror": mirror} if mirror else None,
        timeout=60,
    )


def download(jar: Jar, scratch: Path) -> Path:
    """The jar's file, not checked."""
    component = maven(scratch).project(jar.group, jar.artifact).at_version(jar.version)
    return Path(component.artifact().resolve())


def sha256_of(path: Path) -> str:
    """Of the file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
