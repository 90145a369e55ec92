"""Whose a count, a figure or a bare number is."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named, read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def last_named(reader: Reader, lang: str, text: str) -> str | None:
    claim = read(reader, text, MOMENT, lang=lang).claims[-1]
    return claim.originator.name if claim.originator else None


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("es", "Hubo 30.000 manifestantes, según los sindicatos; 9.500, para la policía.", "policía"),
        ("fr", "Il y a eu 30 morts, selon l'opposition ; 12, pour le ministère.", "ministère"),
        ("en", "There were 30,000 marchers, the unions said; 9,000, per the police.", "police"),
        ("en", "There were 30,000 marchers, the unions said; 9,000, by police reckoning.", "police"),
        # for whom it is, or of whom
        ("es", "Se necesitan 30.000 camas, según la alcaldía; 9.500, para los heridos.", "alcaldía"),
        ("fr", "La préfecture a compté 30 blessés ; 12, pour la plupart des enfants.", "préfecture"),
        ("en", "There were 30 marchers per police officer.", None),
    ],
)
def test_bare_figures(reader: Reader, lang: str, text: str, name: str | None) -> None:
    assert last_named(reader, lang, text) == name


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Greenroot's figure is 1,100 strikers.", "Greenroot"),
        ("en", "The landlords' tally is 1,100 strikers.", "landlords"),
        ("en", "A count made by the teachers' federation stands at 1,100 strikers.", "teachers' federation"),
        ("fr", "Le chiffre de Sud-Rail est de 1 100 grévistes.", "Sud-Rail"),
        ("es", "El recuento del sindicato es de 1.100 huelguistas.", "sindicato"),
        ("de", "Die Zahl der GKLB liegt bei 1.100 Streikenden.", "GKLB"),
        ("de", "Nach Auswertung von Luftbildern waren es 45 Menschen.", None),
        ("de", "Der Feuerwehr nach kamen 45 Menschen ums Leben.", "Feuerwehr"),
        # a place, a date, a thing
        ("en", "Lyon's figure is 1,100 strikers.", None),
        ("en", "The month's count is 1,100 strikers.", None),
        ("en", "The flood's toll is 1,100 dead.", None),
        ("fr", "Le chiffre de Lyon est de 1 100 grévistes.", None),
        ("es", "La cifra de Lugo es de 1.100 huelguistas.", None),
        # how many there are
        ("en", "The number of police officers stands at 1,100.", None),
        ("es", "El número de policías es de 1.100.", None),
        ("fr", "Le nombre de policiers est de 1 100.", None),
        # where to
        ("de", "Der Zug der Polizei nach Ulm brachte 45 Verletzte.", None),
    ],
)
def test_counts(reader: Reader, lang: str, text: str, name: str | None) -> None:
    assert last_named(reader, lang, text) == name


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The morgue keeps its own list: 45 dead.", "morgue"),
        ("en", "The union has a different count: 1,100 strikers.", "union"),
        ("fr", "La morgue tient sa propre liste : 45 morts.", "morgue"),
        ("es", "La morgue lleva su propia lista: 45 muertos.", "morgue"),
        ("de", "Die Gewerkschaft hat eine andere Zahl: 1.100 Streikende.", "Gewerkschaft"),
        ("en", "Another report from the Malian government said eight miners died.", "Malian government"),
        ("en", "Smoke from the hospital killed eight people.", None),
        # no institution, or one that stands on a list
        ("en", "The hospital was on another list with 45 patients.", None),
        ("fr", "Le train suit son propre décompte : 45 voyageurs.", None),
        # a name ends before the verb's object
        ("de", "Auf 45 Millionen Euro bezifferte der Handelsverband den Schaden.", "Handelsverband"),
        ("de", "Auf 45 bezifferte die Feuerwehr die Zahl der Verletzten.", "Feuerwehr"),
        ("de", "45 Verletzte meldete der Bund der Vertriebenen.", "Bund der Vertriebenen"),
        ("de", "Die Polizei und die Feuerwehr zählten 45 Verletzte.", "Polizei und die Feuerwehr"),
    ],
)
def test_who_keeps_a_count(reader: Reader, lang: str, text: str, name: str | None) -> None:
    assert set(named(reader, lang, text, MOMENT)) == {name}


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Harbour Ministry figures showed 45 people were injured.", "Harbour Ministry"),
        ("en", "A new police count put the injured at 45.", "police"),
        ("en", "According to a Reuters tally, 45 were injured.", "Reuters"),
        ("en", "According to a Toruna tally, 45 were injured.", None),
        ("en", "Government unemployment figures showed 450,000 people were out of work.", None),
        ("en", "Unemployment figures showed 450,000 people were out of work.", None),
        ("en", "Official figures put the injured at 45.", "Official figures"),
        ("en", "45 people were injured, more than government estimates.", None),
        ("fr", "Un précédent bilan de la préfecture faisait état de 45 blessés.", "préfecture"),
        ("fr", "Un précédent bilan de la tempête faisait état de 45 blessés.", None),
        ("es", "El último recuento de la policía habla de 45 heridos.", "policía"),
        ("de", "Eine frühere Bilanz der Feuerwehr sprach von 45 Verletzten.", "Feuerwehr"),
        ("de", "Eine frühere Bilanz der Überschwemmung sprach von 45 Verletzten.", None),
    ],
)
def test_whose_count_speaks(reader: Reader, lang: str, text: str, name: str | None) -> None:
    assert set(named(reader, lang, text, MOMENT)) == {name}
