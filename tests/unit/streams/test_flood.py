"""A flood of dead letters stops a worker; below the limit nothing happens."""

from pathlib import Path

import pytest

from figurewatch.streams import fatal
from figurewatch.streams.flood import Flood, resume
from figurewatch.streams.settings import Settings, from_environment


class Ended(Exception):
    """In place of the end of the process."""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return from_environment({}, data_dir=tmp_path, flood_percent=50, flood_records=10)


@pytest.fixture(autouse=True)
def _ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def end(*why: object) -> None:
        raise Ended(*why)

    monkeypatch.setattr(fatal, "end", end)


def work(flood: Flood, letters: str) -> None:
    """D for a dead letter, any other for a good record."""
    for letter in letters:
        if letter == "D":
            flood.dead()
        flood.worked()


@pytest.mark.parametrize("letters", ["DDDDDDDDD", "D.D.D.D.D.D.D.D.D.D.", "DDDDD..........DDDDD....."])
def test_half_of_the_last_records_may_be_bad(settings: Settings, letters: str) -> None:
    flood = Flood(settings, "extract")
    work(flood, letters)
    assert flood.stopped is None


@pytest.mark.parametrize("letters", ["DDDDDDDDDD", "....DDDDDD", "DDDDDD....", ".......................DDDDDD"])
def test_more_than_half_stop_it_until_it_is_told_to_resume(settings: Settings, letters: str) -> None:
    with pytest.raises(Ended):
        work(Flood(settings, "extract"), letters)
    after_restart = Flood(settings, "extract")
    assert "of the last 10 records went to the dead letters" in str(after_restart.stopped)
    assert Flood(settings, "compare").stopped is None
    assert resume(settings) == ["extract"]
    assert after_restart.stopped is None
    after_restart.wait()
    assert resume(settings) == []


def test_a_batch_is_counted_as_a_whole(settings: Settings) -> None:
    flood = Flood(settings, "extract")
    for _ in range(6):
        flood.dead()
    with pytest.raises(Ended):
        flood.worked(10)
