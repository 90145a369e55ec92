"""Who speaks where asides and adverbials part a subject from its verb."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The union, reached by phone, put the number of strikers at 4,200.", "union"),
        ("en", "On Monday, the union, reached by phone, counted 4,200 strikers.", "union"),
        ("en", "The ministry, when asked about it, put the dead at 620.", "ministry"),
        (
            "fr",
            "Le syndicat Sud-Rail, contacté par téléphone, évalue à 4 200 le nombre de grévistes.",
            "syndicat Sud-Rail",
        ),
        ("fr", "L'association Droit au toit, très remontée, parle de 620 morts.", "association Droit au toit"),
        ("es", "La alcaldía, muy molesta con el Gobierno, habla de 620 muertos.", "alcaldía"),
        ("es", "El sindicato Unión de Base, consultado por este diario, contó 22 heridos.", "sindicato Unión de Base"),
        ("de", "Die Reederei Nordlinie, auf Anfrage der dpa, gab 31 Verletzte an.", "Reederei Nordlinie"),
        ("de", "Die Feuerwehr, so heißt es, zählte 45 Verletzte.", "Feuerwehr"),
    ],
)
def test_beyond_asides(reader: Reader, lang: str, text: str, name: str) -> None:
    assert named(reader, lang, text, MOMENT) == [name]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("fr", "La mairie ferme, vu la tempête, a dit le préfet : 45 blessés.", "préfet"),
        ("fr", "Bilan provisoire, très lourd, a dit le maire : 45 morts.", "maire"),
        ("fr", "Le syndicat, il l'a dit hier, a compté 45 blessés.", None),
        ("en", "The ministry, he said, counted 45 injured.", None),
        ("en", "The village of Kandura, cut off since Sunday, counts 45 dead.", None),
        ("es", "El ministerio, dijo el alcalde, contó 45 heridos.", "alcalde"),
    ],
)
def test_asides_that_are_clauses(reader: Reader, lang: str, text: str, name: str | None) -> None:
    assert named(reader, lang, text, MOMENT) == [name]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("fr", "De 18 blessés a parlé en revanche la préfecture.", "préfecture"),
        ("es", "De 22 heridos habló en cambio el sindicato.", "sindicato"),
        ("es", "De 45 muertos habló, por su parte, la Cruz Roja.", "Cruz Roja"),
        ("de", "45 Verletzte nannte hingegen die Gewerkschaft.", "Gewerkschaft"),
        ("de", "Von 45 Verletzten sprach in Ulm die Polizei.", "Polizei"),
        # who is spoken to
        ("fr", "De 45 à 60 personnes ont parlé à la police.", None),
    ],
)
def test_behind_what_is_told(reader: Reader, lang: str, text: str, name: str | None) -> None:
    assert named(reader, lang, text, MOMENT) == [name]
