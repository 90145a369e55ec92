"""Numbers in the names of models, ships and series, which count nothing; and counts beside them."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 3, 14, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("de", "Die Armee hat 90 Panzer vom Typ Marder 3. Von den Marder 3 seien 40 bereit.", ["90", "40"]),
        ("de", "Die Armee hat 90 Panzer. Bereit nannte der Minister 3.", ["90", "3"]),
        ("de", "Das Boot „Mare 7“ rettete 90 Menschen.", ["90"]),
        ("de", "Das Boot „rettete 90 Menschen“.", ["90"]),
        ("de", "In der Formel 2 starteten 20 Fahrer.", ["20"]),
        ("de", "Auf dem Platz 90 Menschen zu sehen war schön.", ["90"]),
        ("en", "The army has 90 tanks of the type Marder 3. Of the Marder 3, only 40 are ready.", ["90", "40"]),
        ("en", 'The tanker "Gull 7" carried 90 people.', ["90"]),
        ("en", "Police counted 90 tanks, the Army 7.", ["90", "7"]),
        ("fr", "L'armée a 90 chars Marder 3. Des Marder 3, seuls 40 sont prêts.", ["90", "40"]),
        ("fr", "Le pétrolier « Volga 7 » a perdu 90 tonnes de fioul.", ["90 tonnes"]),
        ("fr", "La police compte 90 chars, la Marine 7.", ["90", "7"]),
        ("es", "El Ejército tiene 90 tanques Marder 3. De los Marder 3, solo 40 circulan.", ["90", "40"]),
        ("es", "El ministro habló de «90 muertos».", ["90"]),
    ],
)
def test_a_number_in_a_name_counts_nothing(reader: Reader, lang: str, text: str, figures: list[str]) -> None:
    assert [each.figure.text for each in read(reader, text, MOMENT, lang=lang).claims] == figures
