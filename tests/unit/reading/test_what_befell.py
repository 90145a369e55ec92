"""Nouns that say little of those counted ("residents", "fans"): what befell them decides, wherever it stands."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def _measures(reader: Reader, lang: str, text: str) -> list[str]:
    return [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "measure", "text"),
    [
        ("en", "person.evacuated", "The evacuation along the river had by noon reached 2,700 residents, they said."),
        ("en", "person.displaced", "The shelling drove 1,900 residents out of the town, the mayor said."),
        ("en", "person.detained", "Police held 38 supporters after the derby in Derby."),
        ("en", "person.without_power", "The blackout hit 17,000 households, the grid operator said."),
        ("en", "person.laid_off", "The airline said 340 posts will go at its hub."),
        ("en", "person.laid_off", "The union warned that 340 positions were at risk at the plant."),
        ("en", "person.laid_off", "The bank confirmed that 340 roles would disappear in its branches."),
        ("fr", "person.displaced", "Les tirs ont chassé plus de 1 900 villageois de la vallée, selon le maire."),
        ("fr", "person.evacuated", "Une centaine de locataires ont dû quitter leur appartement, selon les pompiers."),
        ("fr", "person.laid_off", "Le chantier naval va perdre 340 emplois, selon la direction."),
        ("fr", "person.laid_off", "Le groupe se séparera de 340 salariés, selon le syndicat."),
        ("de", "person.arrested", "Die Beamten nahmen am späten Abend 38 Fans nach dem Abpfiff vor dem Stadion fest."),
        ("de", "person.evacuated", "In Pirna haben bis zum Abend 270 Anwohner ihre Wohnungen verlassen müssen."),
        ("de", "person.laid_off", "Der Region gehen 340 Arbeitsplätze verloren, so die Gewerkschaft."),
        ("de", "person.strikers", "Dem Ausstand bei der Bahn schlossen sich 3.400 Beschäftigte an."),
        ("es", "person.displaced", "Los tiroteos han echado de sus casas a 1.900 vecinos, según la alcaldesa."),
        ("es", "person.displaced", "1.900 aldeanos huyeron de la zona, según la ONU."),
        ("es", "person.laid_off", "El sindicato advirtió de que 340 puestos corren peligro en la planta."),
    ],
)  # fmt: skip
def test_what_befell_those_counted_decides(reader: Reader, lang: str, measure: str, text: str) -> None:
    assert _measures(reader, lang, text) == [measure]


@pytest.mark.parametrize(
    ("lang", "measure", "text"),
    [
        ("en", "person.residents", "The survey reached 2,700 residents, the council said."),
        ("en", "person.spectators", "Some 38 supporters and 9,000 fans left the stadium early."),
        ("en", "person.jobs", "The plant will create 340 jobs in Genk."),
        ("fr", "person.residents", "300 habitants ont quitté la salle avant le vote."),
        ("de", "person.residents", "Die Umfrage erreichte 270 Anwohner am Rande der Baustelle."),
        ("es", "person.residents", "300 vecinos han dejado su firma en el ayuntamiento."),
    ],
)
def test_what_says_nothing_of_them_leaves_the_noun(reader: Reader, lang: str, measure: str, text: str) -> None:
    assert measure in _measures(reader, lang, text)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Fighting displaced 9,000 people, the UN said. Only 2,000 people have left the valley, the army said."),
        ("fr", "Les combats ont chassé 9 000 personnes, selon l'ONU. Seules 2 000 personnes ont quitté la vallée."),
        ("de", "9.000 Menschen sind geflohen, so die UN. Nur 2.000 Menschen haben das Tal verlassen, so die Armee."),
        (
            "es",
            "Han huido 9.000 personas, según la ONU. Solo 2.000 personas han abandonado el valle, dijo el ejército.",
        ),
    ],
)
def test_who_leaves_is_one_of_those_uprooted(reader: Reader, lang: str, text: str) -> None:
    assert _measures(reader, lang, text) == ["person.displaced"] * 2


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Last year 2,000 people have left the civil service, the minister said."),
        ("fr", "En un an, 2 000 personnes ont quitté la fonction publique."),
        ("de", "Im vorigen Jahr haben 2.000 Menschen die Kirche verlassen."),
        ("es", "En un año 2.000 personas han abandonado el partido."),
    ],
)
def test_who_leaves_is_not_uprooted_by_that_alone(reader: Reader, lang: str, text: str) -> None:
    assert "person.displaced" not in _measures(reader, lang, text)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Polizei: 900 Demonstranten. Das Bündnis nannte dagegen die Zahl von 2.500.", ["person.marchers"] * 2),
        ("Die UN zählen 900 Tote. Die Armee sprach dagegen von 250.", ["person.dead"] * 2),
        ("312 Abgeordnete stimmten dafür, 214 stimmten dagegen.", ["vote.for", "vote.against"]),
    ],
)  # fmt: skip
def test_by_contrast_is_no_vote_against(reader: Reader, text: str, measures: list[str]) -> None:
    assert _measures(reader, "de", text) == measures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Die Zahl der seit Januar in Ulm gemeldeten Masernfälle hat sich auf 54 erhöht.", "person.cases"),
        ("Die Zahl der am Rande des Spiels festgenommenen Fans stieg auf 65.", "person.arrested"),
        ("Die Zahl der bei dem Brand in Ulm zerstörten Häuser stieg auf 65.", "thing.buildings_destroyed"),
        ("Die Zahl der Verletzten stieg auf 65.", "person.injured"),
    ],
)
def test_a_noun_behind_what_is_said_of_it(reader: Reader, text: str, measure: str) -> None:
    assert _measures(reader, "de", text) == [measure]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The hailstorm has cost the valley's wine growers 30 million euros, the association said."),
        ("en", "The storm cost insurers $30 million."),
        ("fr", "La grêle a coûté 30 millions d'euros aux viticulteurs, selon la chambre."),
        ("de", "Der Sturm kostete die Landwirte 30 Millionen Euro, so der Verband."),
        ("es", "La tormenta costó 30 millones de euros a los agricultores, según la asociación."),
    ],
)
def test_what_a_hazard_costs_people_is_their_loss(reader: Reader, lang: str, text: str) -> None:
    assert _measures(reader, lang, text) == ["money.loss"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The flood barrier will cost taxpayers 30 million euros."),
        ("en", "The new bridge has cost residents 30 million euros."),
        ("en", "Repairs to the road cost 30 million euros."),
        ("fr", "La digue a coûté 30 millions d'euros aux contribuables."),
        ("de", "Die Brücke kostete die Steuerzahler 30 Millionen Euro."),
        ("es", "El dique costó 30 millones de euros a los contribuyentes."),
    ],
)
def test_what_is_built_is_no_loss(reader: Reader, lang: str, text: str) -> None:
    assert _measures(reader, lang, text) == ["money.cost"]
