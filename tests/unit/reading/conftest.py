"""One reader for all tests of claims: its models take seconds to load."""

import pytest

from figurewatch.agents.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
