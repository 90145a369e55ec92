"""Two who expect something else of one year clash, by whatever verbs; what has come true clashes with no forecast."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.judging.told import CLASHES
from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.article import Article
from figurewatch.streams.replay import Replay

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.fixture(scope="module")
def reader() -> Reader:
    """One for all texts."""
    return Reader()


@pytest.mark.parametrize(
    ("lang", "text", "clash"),
    [
        ("en", "The central bank expects growth of 1.8% in 2026. The ministry says growth is 2.4% in 2026.", True),
        ("fr", "La banque centrale prévoit une croissance de 1,8% en 2026. Le ministère avance 2,4% en 2026.", True),
        ("es", "El banco central espera un crecimiento del 1,8% en 2026. El Ministerio da un 2,4% en 2026.", True),
        ("en", "The central bank expects growth of 1.8% in 2026. The ministry says growth is 2.4% in 2027.", False),
        ("en", "The central bank expected growth of 1.8% in 2022. The ministry says growth was 2.4% in 2022.", False),
    ],
)
def test_forecasts_of_one_year(reader: Reader, lang: str, text: str, *, clash: bool) -> None:
    """Of a year to come both speak of what they expect."""
    article = Article(id="a", text=text, lang=lang, published_at=MOMENT)
    steps = Replay(reader, received_at=MOMENT).run([article], complain=print)
    relations = {verdict.relation for step in steps for verdict in step.verdicts}
    assert bool(relations & CLASHES) is clash
