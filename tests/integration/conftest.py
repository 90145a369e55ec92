"""A real Kafka for every test that needs one: the embedded one, or any other by --broker."""

import contextlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from figurewatch.streams import topics
from figurewatch.streams.broker import EmbeddedBroker
from figurewatch.streams.settings import Settings, from_environment
from figurewatch.streams.supervisor import Supervisor

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def kafka(request: pytest.FixtureRequest) -> Iterator[str]:
    """Address of a running Kafka."""
    given = request.config.getoption("--broker")
    if given:
        yield given
        return
    with EmbeddedBroker() as broker:
        yield broker.bootstrap


def installation(kafka: str, folder: Path) -> Settings:
    """An installation of its own on a Kafka: prefix, topics, data folder."""
    made = from_environment(
        {},
        brokers=kafka.split(","),
        prefix=f"test{os.getpid()}-{next(_numbers)}",
        data_dir=folder / "data",
        web_port=0,
        partitions=2,
        pool_size=1,
    )
    topics.create(made)
    return made


@contextlib.contextmanager
def running(settings: Settings, folder: Path) -> Iterator[Supervisor]:
    """All three stages, running and ready."""
    supervisor = Supervisor(settings, log_folder=folder)
    supervisor.start()
    try:
        assert supervisor.wait_until_ready(), supervisor.log_tails()
        yield supervisor
    finally:
        supervisor.stop()


@pytest.fixture
def settings(kafka: str, tmp_path: Path) -> Settings:
    """An installation of the test's own."""
    return installation(kafka, tmp_path)


@pytest.fixture
def workers(settings: Settings, tmp_path: Path) -> Iterator[Supervisor]:
    """Its stages, running and ready."""
    with running(settings, tmp_path) as supervisor:
        yield supervisor
