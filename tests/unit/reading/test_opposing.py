"""Whose side counts so; who begins an opposing clause; who does something counts nothing for others."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "By contrast, the provincial disaster office lists 19 dead.", "provincial disaster office"),
        ("en", "A group of defence lawyers has the names of 78 protesters detained.", "group of defence lawyers"),
        ("de", "Die Anwaltskammer von Ankara führt in ihren Listen 160 Festnahmen.", "Anwaltskammer von Ankara"),
        ("de", "Aus Sicht der Gewerkschaft streikten 14.000 Beschäftigte.", "Gewerkschaft"),
        ("fr", "Côté syndicats, on parle de 11 000 manifestants.", "syndicats"),
        ("es", "La oposición tiene los nombres de 212 detenidos.", "oposición"),
    ],
)
def test_whose_side_counts_so(reader: Reader, lang: str, text: str, name: str) -> None:
    assert named(reader, lang, text, MOMENT) == [name]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Police arrested 31 people during the march in Lyon on Wednesday."),
        ("en", "In Leeds police arrested 31 people on Wednesday."),
        ("en", "The coast guard rescued 212 migrants off Lampedusa."),
        ("de", "Am Mittwoch nahm die Polizei in Leipzig 31 Menschen fest."),
        ("de", "Die Polizei hat 31 Demonstranten festgenommen."),
        ("fr", "La police a interpellé 31 personnes mercredi à Lyon."),
        ("fr", "Les pompiers ont secouru 40 habitants."),
        ("es", "La policía detuvo a 31 personas en la marcha del miércoles."),
        ("es", "Los bomberos rescataron a 40 vecinos del edificio."),
        # who harms those counted
        ("en", "The army killed 14 rebels in an ambush in Mali."),
        ("de", "Die Armee hat bei dem Angriff 14 Rebellen getötet."),
        ("fr", "L'armée a tué 14 rebelles dans une embuscade."),
        ("es", "El Ejército mató a 14 rebeldes en una emboscada."),
        # losses, hopes and orders are nobody's count
        ("en", "The army lost 40 soldiers in the raid."),
        ("en", "Unions had hoped for 50,000 demonstrators in Dublin."),
        ("fr", "L'armée a perdu 40 soldats dans le raid."),
        # its own, and itself
        ("en", "The ministry's 400 staff were sent home."),
        ("en", "The local police chief and two others were hurt."),
        ("de", "Drei Polizisten starben bei der Explosion in Kabul."),
        # what befalls it, or where it stands
        ("en", "Police were attacked by 300 people in Leipzig."),
        ("de", "Am Mittwoch tötete die Armee 14 Rebellen."),
        ("de", "Am Mittwoch wurde die Polizei von 300 Vermummten angegriffen."),
        ("de", "Vor dem Gebäude der Polizei versammelten sich 300 Studenten."),
        ("fr", "L'attaque de l'hôpital a fait 14 morts."),
        ("es", "Frente al ministerio se concentraron 300 estudiantes."),
        ("en", "Police took positions at 12 schools."),
        # "côté" tells only what is spoken of, or where
        ("fr", "Côté SNCF, 40 trains circulent jeudi."),
        ("fr", "L'armée est passée du côté de Bamako, où 40 civils sont morts."),
    ],
)
def test_who_harms_or_is_only_there_counts_nothing(reader: Reader, lang: str, text: str) -> None:
    assert set(named(reader, lang, text, MOMENT)) == {None}


def test_a_voice_that_is_heard_wins(reader: Reader) -> None:
    assert named(reader, "en", "Police detained 31 people, the interior ministry said.", MOMENT) == [
        "interior ministry"
    ]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        (
            "de",
            "Die UN gehen von 80.000 Vertriebenen aus, während die Regierung in Kairo lediglich 22.000 einräumt.",
            ["UN", "Regierung in Kairo"],
        ),
        ("en", "Police said 300 marched in Leeds, while the union swears by 900.", ["Police", "union"]),
        (
            "es",
            "La policía habló de 300 manifestantes, mientras que el sindicato jura que 900.",
            ["policía", "sindicato"],
        ),
        # not behind the figure of another clause, nor who only befalls
        ("en", "The ministry said 12 died, while the hospital was hit by 40 shells.", ["ministry", "ministry"]),
    ],
)
def test_a_bare_figure_is_of_who_begins_its_opposing_clause(
    reader: Reader, lang: str, text: str, names: list[str]
) -> None:
    assert named(reader, lang, text, MOMENT) == names
