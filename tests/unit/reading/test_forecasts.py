"""Forecasts and shares of output: who expects how much of a year, and what "of GDP" is of."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named, read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        ("en", "The deficit will reach 4.5% of GDP, the bank said.", ["share.deficit"]),
        ("fr", "Le déficit du pays atteindra 4,5% du PIB, selon la banque.", ["share.deficit"]),
        ("es", "La deuda del país llegará al 80% del PIB, según el banco.", ["share.debt"]),
        ("de", "Das Defizit liegt laut der Bank bei 4,5 Prozent des BIP.", ["share.deficit"]),
        ("fr", "La banque voit une progression du PIB de 1,4%.", ["share.growth"]),
        ("de", "Das Institut sieht einen Rückgang der Wirtschaftsleistung um 0,4 Prozent.", ["share.growth"]),
        ("en", "Spending on schools is 6% of GDP.", ["share.gdp"]),  # of nothing that is told of
        ("en", "Turnout was 60%, the commission said. The unions think that it was 18%.", ["share.turnout"] * 2),
        ("en", "Turnout was 60%. Only 18% think that it was fair.", ["share.turnout", "share.poll"]),
        # and not what the deficit is told beside
        ("en", "The deficit grew and reached 3% of GDP.", ["share.deficit"]),
        ("en", "The deficit grew and spending on roads reached 3% of GDP.", ["share.gdp"]),
        ("fr", "La dette, à 90% du PIB, inquiète.", ["share.debt"]),
        ("fr", "La pêche, qui pèse 9% du PIB, ne réduira pas la dette.", ["share.gdp"]),
        ("es", "El déficit creció y el gasto en caminos alcanzó el 3% del PIB.", ["share.gdp"]),
        ("de", "Das Defizit wuchs und die Ausgaben für Straßen erreichten 3 Prozent des BIP.", ["share.gdp"]),
    ],
)
def test_what_a_share_of_output_is_of(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    """A deficit, a debt, growth; who believes how many they were counts, and is no answer of a poll."""
    assert [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims] == measures


@pytest.mark.parametrize(
    ("lang", "text", "years"),
    [
        ("fr", "La banque attend une croissance de 1,8% en 2031 puis 1,9% en 2032.", [2031, 2032]),
        ("fr", "La banque attend une croissance de 1,8% en 2031 mais 1,9% en 2032.", [2031, 2032]),
        ("es", "El banco espera un crecimiento del 1,8% en 2031 tras el 1,9% en 2030.", [2031, 2030]),
    ],
)
def test_each_has_the_year_behind_it(reader: Reader, lang: str, text: str, years: list[int]) -> None:
    """A small word behind a year is nothing that it counts."""
    assert [claim.as_of and claim.as_of.start.year for claim in read(reader, text, MOMENT, lang=lang).claims] == years


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fr", "Pour la Banque d'Islande, la croissance sera de 1,1%.", ["Banque d'Islande"]),
        ("en", "The central bank cut its forecast on Monday, betting on growth of 1.2%.", ["central bank"]),
        ("en", "The bridge shook on Monday, betting on growth of 1.2%.", [None]),
        ("en", "The ministry was stormed by rebels, saying 12 people died.", [None]),
        ("es", "La alcaldía fue atacada por los rebeldes, diciendo que 12 personas murieron.", [None]),
        ("fr", "La mairie a été évacuée par les pompiers, affirmant que 12 personnes sont mortes.", [None]),
        ("fr", "La mairie a fermé l'école, selon la police, tablant sur 300 élèves.", ["police"]),
        ("fr", "12 personnes sont mortes, selon un bilan recueilli auprès du parquet.", ["parquet"]),
        ("fr", "12 personnes sont mortes, un centre a ouvert auprès du parquet.", [None]),
        ("de", "Im Juli hatte die Regierung ein Wachstum von 0,3 Prozent erwartet.", ["Regierung"]),
        ("fr", "Le déficit sera loin des 2,9% sur lesquels table le gouvernement.", ["gouvernement"]),
        ("en", "Output will grow by 2%, more than government estimates.", [None]),
        ("es", "La inflación fue del 9%, dato que elevan al 22% los sindicatos.", [None, "sindicatos"]),
        (
            "fr",
            "Selon la mairie, 300 personnes ont défilé, chiffre que les syndicats portent à 900.",
            ["mairie", "syndicats"],
        ),
        ("en", "The city counted 300 strikers, a figure that rose to 900 later.", ["city", "city"]),
        ("es", "Registró un incremento de 2,7 por ciento.", [None]),  # what rises is nobody
        (
            "es",
            "Ardieron 900 hectáreas, según los datos hasta el 21 de agosto del Ministerio de Montes.",
            ["Ministerio de Montes"],
        ),
        ("en", "The line will cost $6 billion, according to an official report.", [None]),
    ],
)
def test_who_expects_it(reader: Reader, lang: str, text: str, names: list[str | None]) -> None:
    """Institutions by their names, verbs that go on or stand last, and what another figure is compared with."""
    assert named(reader, lang, text, MOMENT) == names


@pytest.mark.parametrize(
    ("lang", "text", "qualifier"),
    [
        ("en", "Just over 300 hectares have burned.", "about"),
        ("fr", "Un peu plus de 300 hectares ont brûlé.", "about"),
        ("es", "Ardieron algo más de 300 hectáreas.", "about"),
        ("de", "Etwas mehr als 300 Hektar sind verbrannt.", "about"),
        ("en", "Well over 300 hectares have burned.", "more_than"),
        ("es", "Ardieron más de 300 hectáreas.", "more_than"),
    ],
)
def test_a_little_over_is_near(reader: Reader, lang: str, text: str, qualifier: str) -> None:
    """It bounds a figure on both sides, and lets no other speaker's be far higher."""
    assert [claim.figure.qualifier for claim in read(reader, text, MOMENT, lang=lang).claims] == [qualifier]
