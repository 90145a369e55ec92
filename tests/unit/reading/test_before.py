"""Counts of before, told in a sentence of their own, and what only looks like one."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 3, 14, 18, tzinfo=UTC)
"""A Thursday."""
NOW, EVE = "03-14 publication", "03-13 before"
QUAKE = {
    "en": "The quake killed 340 people.",
    "fr": "Le séisme a fait 340 morts.",
    "es": "El sismo dejó 340 muertos.",
    "de": "Das Beben forderte 340 Tote.",
}


def last_as_of(reader: Reader, lang: str, text: str) -> str:
    """First day and accuracy of the time of the last claim."""
    as_of = read(reader, text, MOMENT, lang=lang).claims[-1].as_of
    assert as_of is not None
    return f"{as_of.start:%m-%d} {as_of.accuracy}"


@pytest.mark.parametrize(
    ("lang", "before"),
    [
        # somebody says so beside the word of before, by whatever verb
        ("en", "Officials had at first assumed 290 dead."),
        ("fr", "Les autorités avaient d'abord tablé sur 290 morts."),
        ("es", "Las autoridades partieron inicialmente de 290 muertos."),
        ("de", "Die Behörden waren zunächst von 290 Toten ausgegangen."),
        ("de", "Die Behörden gingen zunächst von 290 Toten aus."),
        ("de", "Zunächst war von 290 Toten die Rede."),
        ("de", "Zuvor hatte es geheißen, 290 Menschen seien gestorben."),
        # right beside the verb
        ("en", "Rescuers earlier counted 290 dead."),
        ("es", "Las autoridades habían hablado antes de 290 muertos."),
        # until another is told
        ("en", "Until now officials put the toll at 290."),
        ("fr", "Jusqu'ici, les autorités parlaient de 290 morts."),
        ("es", "Hasta ahora, las autoridades hablaban de 290 muertos."),
        ("de", "Bisher sprachen die Behörden von 290 Toten."),
        # the first of two
        ("en", "A first toll put the dead at 290."),
        ("fr", "Un premier bilan fait état de 290 morts."),
        ("es", "Una primera cifra hablaba de 290 muertos."),
        ("de", "Eine erste Bilanz sprach von 290 Toten."),
        ("fr", "Selon un premier bilan, 290 personnes étaient mortes."),
        ("es", "Según un primer balance, 290 personas habían muerto."),
        ("de", "Nach ersten Angaben waren es 290 Tote."),
        # some hours before
        ("en", "Three hours earlier, officials had put the toll at 290."),
        ("fr", "Trois heures plus tôt, les autorités avaient fait état de 290 morts."),
        ("es", "Horas antes, las autoridades habían hablado de 290 muertos."),
        ("de", "Drei Stunden zuvor hatten die Behörden von 290 Toten gesprochen."),
    ],
)
def test_a_count_of_before(reader: Reader, lang: str, before: str) -> None:
    assert last_as_of(reader, lang, f"{QUAKE[lang]} {before}") == EVE


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        # what a sentence opens with says so of something else
        ("en", "The blaze hurt 50 people. Initially reported as small, the blaze has injured 40 people."),
        ("fr", "Le feu a fait 50 blessés. D'abord signalé comme mineur, l'incendie a fait 40 blessés."),
        ("es", "El fuego dejó 50 heridos. Inicialmente descrito como leve, el incendio dejó 40 heridos."),
        ("de", "Das Feuer verletzte 50 Menschen. Zunächst als klein gemeldet, hat der Brand 40 Menschen verletzt."),
        # what somebody has is nobody's count
        ("en", "The unit has 500 soldiers. The unit initially counted 300 soldiers."),
        ("fr", "Le camp compte 900 tentes. Le camp comptait initialement 500 tentes."),
        ("es", "La unidad tiene 500 soldados. La unidad contaba inicialmente con 300 soldados."),
        ("de", "Die Einheit zählt 500 Soldaten. Die Einheit zählte zunächst 300 Soldaten."),
        # the first of one, and what is so till now
        ("en", "A first toll put the dead at 290."),
        ("fr", "Un premier bilan fait état de 290 morts."),
        ("es", "Un primer balance habla de 290 muertos."),
        ("de", "Eine erste Bilanz spricht von 290 Toten."),
        ("de", "Das Beben forderte 340 Tote. Bisher sprechen die Behörden von 290 Toten."),
    ],
)
def test_no_count_of_before(reader: Reader, lang: str, text: str) -> None:
    assert last_as_of(reader, lang, text) == NOW


def test_earlier_this_year_is_no_count_of_before(reader: Reader) -> None:
    text = "The quake killed 340 people. Earlier this year, officials said 290 people died in a flood."
    assert last_as_of(reader, "en", text) == "01-01 year"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Police said 12,000 people marched on {}. A week earlier, organisers had put the crowd at 9,000."),
        (
            "fr",
            "La police a compté 12 000 manifestants {}. Une semaine plus tôt, la CGT avait compté 9 000 manifestants.",
        ),
        ("es", "La policía contó 12.000 manifestantes el {}. Una semana antes, la CGT contó 9.000 manifestantes."),
        ("de", "Die Polizei zählte am {} 12.000 Demonstranten. Eine Woche zuvor zählte sie 9.000 Demonstranten."),
    ],
)
def test_a_measured_time_before_is_the_day_of_a_crowd(reader: Reader, lang: str, text: str) -> None:
    sunday = {"en": "Sunday", "fr": "dimanche", "es": "domingo", "de": "Sonntag"}
    assert last_as_of(reader, lang, text.format(sunday[lang])) == "03-03 day"


@pytest.mark.parametrize(
    ("lang", "before", "found"),
    [
        ("en", "Two days earlier, officials had put the toll at 290.", "03-12 before"),
        ("fr", "Deux jours plus tôt, les autorités avaient fait état de 290 morts.", "03-12 before"),
        ("es", "Dos días antes, las autoridades habían hablado de 290 muertos.", "03-12 before"),
        ("de", "Zwei Tage zuvor hatten die Behörden von 290 Toten gesprochen.", "03-12 before"),
        ("fr", "La veille, les autorités avaient fait état de 290 morts.", EVE),
        ("en", "Officials had put it at 290 dead two days earlier.", "03-12 before"),
        ("en", "Officials had put the toll at 290 a week earlier.", "03-07 before"),
        # not of what those counted did, nor of another event
        ("fr", "La veille du scrutin, la police a compté 290 morts.", NOW),
        ("es", "Dos días antes del voto, la policía contó 290 muertos.", NOW),
        ("en", "The toll is 290 in a fire that had begun two days earlier.", NOW),
        # a named day keeps its date, though it is that of the newer count
        ("en", "On Tuesday, police had put the toll at 290.", "03-12 before"),
        ("en", "On Thursday morning, police had put the toll at 290.", "03-14 before"),
        ("fr", "Jeudi matin, la police avait fait état de 290 morts.", "03-14 before"),
        ("es", "El jueves por la mañana, la policía había informado de 290 muertos.", "03-14 before"),
        ("de", "Am Donnerstag hatte die Polizei 290 Tote gemeldet.", "03-14 before"),
    ],
)
def test_the_day_of_a_toll_of_before(reader: Reader, lang: str, before: str, found: str) -> None:
    assert last_as_of(reader, lang, f"{QUAKE[lang]} {before}") == found


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("en", "The authorities at first put the toll at 12.", "authorities"),
        ("fr", "Les autorités avaient auparavant annoncé 12 morts.", "autorités"),
        ("fr", "Les autorités avaient dans un premier temps annoncé 12 morts.", "autorités"),
        ("fr", "Auparavant, les autorités avaient annoncé 12 morts.", "autorités"),
        ("es", "Las autoridades habían anteriormente informado de 12 muertos.", "autoridades"),
        ("de", "Die Behörden waren zunächst von 12 Toten ausgegangen.", "Behörden"),
        ("de", "Zwei Tage zuvor hatten die Behörden von 12 Toten gesprochen.", "Behörden"),
    ],
)
def test_who_told_it_before(reader: Reader, lang: str, text: str, speaker: str) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert claim.originator is not None
    assert claim.originator.name == speaker
