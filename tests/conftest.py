"""Options of the test suite."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--broker", help="host:port of a Kafka to test on, instead of the embedded one")
    parser.addoption("--refresh-golden", action="store_true", help="write the golden files anew")
