"""Looks at what a worker needs: broker, topics, models, disk, versions; says what to do."""

import importlib.util
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import msgspec

from ..agents.languages import codes
from . import topics
from .settings import Settings

LEAST_FREE_BYTES = 2 << 30
PACKAGES = ("faust-streaming", "mode-streaming", "aiokafka", "kafka-python", "spacy", "rocksdict")

NAME_A_FOLDER = "name another folder by FIGUREWATCH_DATA_DIR"
START_ONE = "name one by FIGUREWATCH_BROKERS, or type: figurewatch broker start"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing looked at."""

    what: str
    well: bool
    detail: str


def examine(settings: Settings) -> Iterator[Finding]:
    """Everything, the broker last, for it may take a while to not answer."""
    yield Finding(
        what="python",
        well=sys.version_info >= (3, 11),
        detail=f"{platform.python_version()}; 3.11 or newer is needed",
    )
    yield from map(_package, PACKAGES)
    yield from (_model(settings, lang) for lang in codes())
    yield _disk(settings)
    yield from _kafka(settings)


def in_words(finding: Finding) -> str:
    """A finding for people."""
    return f"{'well ' if finding.well else 'WRONG'}  {finding.what}: {finding.detail}"


def _package(name: str) -> Finding:
    try:
        return Finding(what=name, well=True, detail=version(name))
    except PackageNotFoundError:
        return Finding(what=name, well=False, detail=f"not installed; type: pip install {name}")


def _model(settings: Settings, lang: str) -> Finding:
    name = settings.models.get(lang)
    if name is None:
        return Finding(what=f"model for {lang}", well=True, detail="none wanted; names of persons are not found")
    if importlib.util.find_spec(name):
        return Finding(what=f"model for {lang}", well=True, detail=name)
    package = name.replace("_", "-")
    return Finding(what=f"model for {lang}", well=False, detail=f"{name} is missing; type: pip install {package}")


def _disk(settings: Settings) -> Finding:
    folder = settings.data_dir
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    detail = f"{free / (1 << 30):.1f} GiB free in {settings.data_dir}"
    if not os.access(folder, os.W_OK):
        return Finding(what="disk", well=False, detail=f"{folder} cannot be written; {NAME_A_FOLDER}")
    if free < LEAST_FREE_BYTES:
        return Finding(what="disk", well=False, detail=f"{detail}, the tables want 2; make room or {NAME_A_FOLDER}")
    return Finding(what="disk", well=True, detail=detail)


def _kafka(settings: Settings) -> Iterator[Finding]:
    try:
        topics.reach(settings)
    except topics.NoKafkaError as error:
        yield Finding(what="broker", well=False, detail=f"{error}; {START_ONE}")
        return
    yield Finding(what="broker", well=True, detail=", ".join(settings.brokers))
    try:
        topics.check(settings)
    except topics.TopicError as error:
        yield Finding(what="topics", well=False, detail=str(error))
        return
    yield Finding(what="topics", well=True, detail=", ".join(spec.name for spec in topics.specs(settings)))
