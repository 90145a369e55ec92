"""What befell those counted, by the ways newspapers tell it; and lookalikes that tell something else."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 5, 7, 18, tzinfo=UTC)
DEAD, EVACUATED, DISPLACED, RETURNED = "person.dead", "person.evacuated", "person.displaced", "person.returned"
MARCHERS, PASSENGERS, LAID_OFF, NAMES = "person.marchers", "person.passengers", "person.laid_off", "person.names"
RELEASED, STRIKERS, INVALID = "person.released", "share.strikers", "vote.invalid"
DESTROYED, DAMAGED, BLOCKS = "thing.buildings_destroyed", "thing.buildings_damaged", "thing.roadblocks"


def _measures(reader: Reader, lang: str, text: str) -> list[str]:
    return [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        # moved from danger, driven off, returned
        ("en", "Soldiers moved 640 villagers away from the crater.", [EVACUATED]),
        ("en", "The firm moved 640 workers to a new plant.", ["person.employees"]),
        ("de", "Bisher wurden 640 Kinder in andere Landesteile gebracht.", [EVACUATED]),
        ("de", "Zur Evakuierung hieß es, 640 Kinder hätten die Gegend verlassen.", [EVACUATED]),
        ("de", "Die Schule haben 640 Kinder verlassen.", ["person.children"]),
        ("fr", "Les tirs ont poussé 8 000 personnes vers la frontière.", [DISPLACED]),
        ("fr", "La direction a poussé 300 personnes vers la sortie.", [LAID_OFF]),
        ("fr", "La crise a poussé 8 000 personnes vers la pauvreté.", ["person.poor"]),
        ("en", "The army sent 300 troops toward the border.", ["person.troops"]),
        ("es", "Unos 900 pobladores dejaron sus comunidades.", [DISPLACED]),
        ("es", "El comité denunció el desplazamiento forzado de 900 habitantes.", [DISPLACED]),
        ("de", "Erfasst wurde die Rückkehr von 21.000 Syrern.", [RETURNED]),
        ("en", "The families demand the return of 33 hostages.", ["person.hostages"]),
        # aboard, unless more is told of them
        ("de", "Das Boot sank. Es waren 70 Menschen darauf.", [PASSENGERS]),
        ("de", "Es waren 70 Menschen darauf angewiesen.", ["person.people"]),
        ("en", "Some 70 people on the ferry drowned.", [DEAD]),
        ("fr", "Il y avait 70 personnes à bord.", [PASSENGERS]),
        # homes, jobs, inmates, roads, ballots
        ("en", "The council says 31 homes were lost in the bushfire.", [DESTROYED]),
        ("de", "Gemeldet sind 310 Wohnhäuser mit Flutschäden.", [DAMAGED]),
        ("fr", "Le plan social ne touchera que 410 salariés.", [LAID_OFF]),
        ("en", "The group has established no more than 84 releases.", [RELEASED]),
        ("en", "The firm shipped 12 software releases.", ["thing.software"]),
        ("es", "La policía contó once puntos de bloqueo.", [BLOCKS]),
        ("es", "El equipo sumó once puntos.", ["sport.points"]),
        ("en", "Some 4,100 ballot papers were declared void.", [INVALID]),
        ("es", "Hubo 4.100 votos nulos.", [INVALID]),
        ("es", "El 91 % de la plantilla no ha ido a trabajar.", [STRIKERS]),
        # names and heads of those told of
        ("en", "The toll is 38 dead. The priests have written down 112 names of people drowned.", [DEAD, DEAD]),
        ("en", "The memorial bears 600 names.", [NAMES]),
        ("es", "La firma despedirá a 1.400 obreros. La lista contiene 3.650 nombres, dice el gremio.", [LAID_OFF] * 2),
        ("en", "Miners marched through Orvel. Police counted 2,400 heads.", [MARCHERS]),
    ],
)
def test_what_befell(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert _measures(reader, lang, text) == measures


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        ("de", "In Ulm sind Menschen auf die Straße gegangen. Die Polizei zählte 4.000.", [MARCHERS]),
        ("de", "Bauern protestierten in Ulm. Es kamen 700 (Polizei) oder 1.800 Menschen (Verband).", [MARCHERS] * 2),
        ("fr", "Le cortège a réuni 700 (police) ou 1 800 personnes (syndicats).", [MARCHERS] * 2),
        ("es", "Marcharon 700 (policía) o 1.800 personas (sindicatos).", [MARCHERS] * 2),
        ("en", "Flights carried 12 tonnes (air) or 400 boxes (sea).", ["weight", "thing.packages"]),
    ],
)
def test_a_crowd_and_who_counts_it(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert _measures(reader, lang, text) == measures


@pytest.mark.parametrize(
    ("lang", "text", "group"),
    [
        ("de", "Die Zahl der am Montag in Ulm getöteten Zivilisten liege bei neun.", "civilians"),
        ("en", "The number of children hurt has risen to 12.", "children"),
        ("en", "The number of people hurt by police has risen to 12.", None),
        ("de", "Man habe fünfzehn Masernfälle bei Kindern.", "children"),
    ],
)
def test_of_whom_the_number_is(reader: Reader, lang: str, text: str, group: str | None) -> None:
    assert [claim.group for claim in read(reader, text, MOMENT, lang=lang).claims] == [group]


@pytest.mark.parametrize(
    ("lang", "second"),
    [
        ("en", "The auditors arrive at another figure, namely 31 million euros."),
        ("de", "Die Prüfer kommen zu einem anderen Ergebnis, nämlich 31 Millionen Euro."),
    ],
)
def test_a_sum_goes_on(reader: Reader, lang: str, second: str) -> None:
    first = {"en": "The county spent 14 million euros.", "de": "Der Kreis hat 14 Millionen Euro ausgegeben."}[lang]
    assert _measures(reader, lang, f"{first} {second}") == ["money.budget", "money.budget"]
