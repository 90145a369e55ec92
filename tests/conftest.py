"""Options of the test suite."""

import signal
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--broker", help="host:port of a Kafka to test on, instead of the embedded one")
    parser.addoption("--refresh-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--seed", type=int, default=1, help="what the faults of tests/chaos come from")
    parser.addoption("--articles", type=int, help="how many articles tests/chaos feeds")
    parser.addoption("--articles-folder", type=Path, help="JSON lines that tests/chaos feeds instead of the demo's")


def pytest_configure() -> None:
    """Ctrl-C is heard, by the commands under test, too: what a shell starts in the background is told to ignore it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
