"""A reader without models: it loads nothing and reads figures, measures and originators by rules."""

import pytest

from figurewatch.agents.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(models={})
