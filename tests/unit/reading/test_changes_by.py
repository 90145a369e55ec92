"""By how much a count has grown is a change, wherever the verb stands."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("de", "Die Zahl der Toten stieg um 9 auf 64.", ["change", "stock"]),
        ("de", "Die Zahl der Toten ist um 9 auf 64 gestiegen.", ["change", "stock"]),
        ("de", "Die Zahl der Toten stieg von Montag auf Dienstag um 9 auf 64.", ["change", "stock"]),
        ("de", "Die Zahl der Toten ist auf 64 gestiegen.", ["stock"]),
        ("fr", "Le nombre de morts est passé à 64 et a augmenté.", ["stock"]),
    ],
)
def test_by_how_much_a_count_has_grown_is_a_change(reader: Reader, lang: str, text: str, told: list[str]) -> None:
    assert [claim.stock_or_flow for claim in read(reader, text, MOMENT, lang=lang).claims] == told


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("de", "Vor drei Tagen demonstrierten in Bremen 4.000 Menschen.", "2024-10-21"),
        ("es", "Hace tres días marcharon 4.000 personas en Sevilla.", "2024-10-21"),
        ("es", "Tres días marcharon 4.000 personas en Sevilla.", "2024-10-24"),
    ],
)
def test_some_days_ago(reader: Reader, lang: str, text: str, day: str) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert claim.as_of is not None
    assert f"{claim.as_of.start:%Y-%m-%d}" == day
