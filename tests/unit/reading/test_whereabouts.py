"""Where each figure of a list plays."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2020, 6, 1, 12, tzinfo=UTC)
THREE = ["country:BR", "country:MX", "country:IT"]


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        ("en", "The most deaths were in Brazil (120,262 deaths), Mexico (63,164) and Italy: 41,486.", THREE),
        ("en", "Brazil has 58,314 deaths, Mexico 43,575, Italy at least 34,744.", THREE),
        ("fr", "Suivent le Brésil avec 58.314 morts, le Mexique (43.575) et l'Italie (34.744).", THREE),
        ("es", "Brasil tiene 58.314 muertos, México 43.575 e Italia (34.744).", THREE),
        ("de", "Brasilien zählt 58.314 Tote, Mexiko 43.575 und Italien (34.744).", THREE),
        ("en", "In Brazil the Italian ministry counted 34,744 deaths.", ["country:BR"]),  # a people is no place
        ("en", "Brazil: 120 dead in a flood in Rio de Janeiro.", ["geonames:3451190"]),
    ],
)
def test_a_figure_of_a_list_is_of_the_place_that_it_follows(
    reader: Reader, lang: str, text: str, places: list[str]
) -> None:
    assert [claim.place for claim in read(reader, text, MOMENT, lang=lang).claims] == places


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("en", "Jean Lwanzo (51) told local radio that 52 people died.", ["52"]),
        ("de", "Hermann Maier (69) sagte, die Zahl der Toten sei auf sechs gestiegen.", ["sechs"]),
        ("en", "The most deaths were in New Jersey (45) and South Korea (30).", ["45", "30"]),
    ],
)
def test_a_number_in_brackets_is_the_age_of_a_person_and_the_toll_of_a_place(
    reader: Reader, lang: str, text: str, figures: list[str]
) -> None:
    assert [claim.figure.text for claim in read(reader, text, MOMENT, lang=lang).claims] == figures
