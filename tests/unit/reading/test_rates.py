"""For each of what a figure is: so many a day."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "measure", "per"),
    [
        ("en", "The well is leaking 5,000 barrels of oil a day.", "thing.barrels", "day"),
        ("en", "The well is leaking 5,000 barrels a day.", "thing.barrels", "day"),
        ("en", "Every day 5,000 barrels of oil flow into the sea.", "thing.barrels", "day"),
        ("en", "The Daily Mail counted 5,000 barrels.", "thing.barrels", None),
        ("en", "The wind blew at 80 kilometres an hour.", "wind.speed", None),
        ("fr", "Chaque jour, 5 000 barils de pétrole s'échappent du puits.", "thing.barrels", "day"),
        ("fr", "Le quotidien parle de 5 000 barils.", "thing.barrels", None),
        ("es", "Cada día se vierten 5.000 barriles al mar.", "thing.barrels", "day"),
        ("es", "El diario habla de 5.000 barriles.", "thing.barrels", None),
        ("de", "Täglich laufen 5.000 Barrel ins Meer.", "thing.barrels", "day"),
    ],
)
def test_for_each_of_what_a_figure_is(reader: Reader, lang: str, text: str, measure: str, per: str | None) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert (claim.measure, claim.per) == (measure, per)


@pytest.mark.parametrize(
    ("lang", "text", "per"),
    [
        ("en", "The well leaks 5,000 barrels a day, the coast guard said. Experts estimate 70,000 barrels.", "day"),
        ("en", "The well leaks 5,000 barrels a day, the coast guard said. It has leaked 70,000 barrels.", None),
        ("en", "Every day 300 people flee, the army said. The union said 700 people had fled.", None),
    ],
)
def test_a_rivals_rate_of_things_is_for_the_same_period(reader: Reader, lang: str, text: str, per: str | None) -> None:
    assert read(reader, text, MOMENT, lang=lang).claims[-1].per == per
