"""Options of the test suite."""

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--broker", help="host:port of a Kafka to test on, instead of the embedded one")
    parser.addoption("--refresh-golden", action="store_true", help="write the golden files anew")
    parser.addoption("--seed", type=int, default=1, help="what the faults of tests/chaos come from")
    parser.addoption("--articles", type=int, help="how many articles tests/chaos feeds")
    parser.addoption("--articles-folder", type=Path, help="JSON lines that tests/chaos feeds instead of the demo's")
