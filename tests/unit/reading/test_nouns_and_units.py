"""What a figure counts, and the unit it is in, by case."""

import pytest

from figurewatch.agents.reading.figures import find_figures


@pytest.mark.parametrize(
    ("lang", "text", "counted", "head"),
    [
        ("fr", "3 000 marins danois ont quitté le port", "marins danois", "marins"),
        ("fr", "12 000marins", "marins", "marins"),
        ("fr", "20 trains circuleront lundi", "trains", "trains"),
        ("en", "3,000 Danish sailors left the harbour", "Danish sailors", "sailors"),
        ("en", "18 of the 40 sailors", "sailors", "sailors"),
        ("en", "a six-storey warehouse burned", "storey", "storey"),
        ("fr", "un bateau sur deux", "bateau", "bateau"),
        ("en", "one in five sailors", "sailors", "sailors"),
        ("fr", "55 % des marins", "marins", "marins"),
        ("en", "a third of all the sailors", "sailors", "sailors"),
        ("en", "5 sailors in 10 boats", "sailors", "sailors"),
        ("en", "14 Shahed-136 drones", "drones", "drones"),
        ("fr", "quatre petits-enfants", "petits-enfants", "petits-enfants"),
        ("en", "12 wins out of 15 games", "wins", "wins"),
        ("en", "40-odd sailors", "sailors", "sailors"),
        ("en", "200 U.S. sailors", "U.S. sailors", "sailors"),
        ("en", "The total reached 200 A. Then it fell", None, None),
        ("de", "20.000 Boote sanken", "Boote", "boote"),
        ("en", "12 U.S. and Danish sailors", "U.S. and Danish sailors", "sailors"),
        ("en", "400 of the island nation's sailors", "island nation's sailors", "sailors"),
        ("en", "two of Olsen’s boats sank", "Olsen’s boats", "boats"),
        ("en", "70 % of the U.K. fleet", "U.K. fleet", "fleet"),
        ("en", "a 40-strong crew", "crew", "crew"),
        ("fr", "885.000 selon la centrale", None, None),
        ("fr", "3 000 d'entre eux", None, None),
    ],
)
def test_the_counted_noun(lang: str, text: str, counted: str | None, head: str | None) -> None:
    found = find_figures(text, lang)[0]
    assert (found.figure.counted, found.head) == (counted, head)


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("fr", "3,5 térawattheures", "terawatt hour"),
        ("fr", "200 kilowatts-heure", "kilowatt hour"),
        ("fr", "0,5 µSv/h", "microsievert per hour"),
        ("fr", "20 millisieverts", "millisievert"),
        ("fr", "5 $ CA", "CAD"),
        ("en", "14 mW", "milliwatt"),
        ("en", "14 MW", "megawatt"),
        ("en", "12 exabytes", "exabyte"),
        ("en", "188 miles an hour", "mile per hour"),
        ("en", "c $ 16.4 million", "CAD"),
        ("en", "a $300 million deal", "USD"),
        ("en", "₡100", "CRC"),
        ("es", "3 megavatios hora", "megawatt hour"),
        ("es", "37 ºC", "celsius"),
        ("de", "20 Mikrosievert", "microsievert"),
        ("en", "seven days a week", "day"),
        ("en", "three days per week", "day"),
        ("fr", "recule de 4 points, à 23 %", "points"),
        ("en", "half a percentage point", "points"),
        ("fr", "25 points de base", "basis points"),
        ("en", "2 million pounds", "GBP"),
        ("en", "a 450-pound anchor", "pound"),
        ("fr", "1,2 G$", "USD"),
        ("fr", "7,2 sur l'échelle de Richter", "magnitude"),
    ],
)
def test_the_unit(lang: str, text: str, unit: str) -> None:
    assert find_figures(text, lang)[0].figure.unit == unit
