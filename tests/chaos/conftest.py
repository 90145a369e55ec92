"""What the storms share: they tell how they go."""

from collections.abc import Callable

import pytest

Tell = Callable[[str], object]


@pytest.fixture
def tell(capsys: pytest.CaptureFixture[str]) -> Tell:
    """Says it at once, whatever pytest captures."""

    def say(text: str) -> None:
        with capsys.disabled():
            print(text, flush=True)  # noqa: T201

    return say
