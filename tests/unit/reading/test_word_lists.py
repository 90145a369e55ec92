"""The word lists of each language: who counts, hedges, corrections, fates; beside each what only looks so."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.claim import Claim

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def first(reader: Reader, lang: str, text: str) -> Claim:
    return read(reader, text, MOMENT, lang=lang).claims[0]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        # who lists, documents, names, holds to a number
        ("en", "The charity lists 44 dead.", "charity"),
        ("en", "The rights group has the names of 44 dead.", "rights group"),
        ("en", "The company is sticking to 44 dead.", "company"),
        ("en", "The ministry could only confirm 44 dead.", "ministry"),
        ("en", "The union is talking of 44 dead.", "union"),
        ("en", "A farmer is aware of 44 dead.", "farmer"),
        ("en", "The ministry raised its toll to 44 dead.", "ministry"),
        ("fr", "La préfecture s'en tient pour sa part à 44 morts.", "préfecture"),
        ("fr", "La préfecture défend le chiffre de 44 morts.", "préfecture"),
        ("fr", "Le syndicat persiste à parler de 44 morts.", "syndicat"),
        ("fr", "Un collectif d'avocats en cite 44 morts.", "collectif d'avocats"),
        ("fr", "L'hôpital pleure 44 morts.", "hôpital"),
        ("es", "El ministerio deja la cifra en 44 muertos.", "ministerio"),
        ("es", "La ONG llega a hablar de 44 muertos.", "ONG"),
        ("es", "El sindicato se aferra a 44 muertos.", "sindicato"),
        ("es", "La fiscalía tiene identificados a 44 muertos.", "fiscalía"),
        ("es", "El ministerio pudo confirmar 44 muertos.", "ministerio"),
        ("de", "Das Ministerium gibt 44 Tote an.", "Ministerium"),
        ("de", "Das Ministerium führt 44 Tote auf.", "Ministerium"),
        ("de", "Das Ministerium geht allerdings von 44 Toten aus.", "Ministerium"),
        ("de", "Die Klinik hält an 44 Toten fest.", "Klinik"),
        ("de", "Die Ärzte kommen ihrerseits auf 44 Tote.", "Ärzte"),
        ("de", "Die Klinik hat 44 Tote erfasst.", "Klinik"),
        ("de", "Die Klinik musste 44 Tote einräumen.", "Klinik"),
        # the same verbs of what does not speak
        ("en", "You can count on 44 people.", None),
        ("en", "The lists of 44 names were published.", None),
        ("en", "He was cited for 44 offences.", None),
        ("en", "The storm has so far killed 44 people.", None),
        ("en", "The collapse brought the toll to 44 dead.", None),
        ("en", "The train stops at 44 stations.", None),
        ("fr", "La région compte ouvrir 44 lycées.", None),
        ("fr", "Le mouvement monte à 44 000 grévistes.", None),
        ("fr", "L'accident limite le nombre de voies à 44.", None),
        ("fr", "La tour mesure 44 mètres.", None),
        ("es", "El balance sube a 44 muertos.", None),
        ("es", "Se elevó la cifra a 44 muertos.", None),
        ("es", "La carretera llega a 44 pueblos.", None),
        ("de", "Der Bau führt zu 44 Toten.", None),
        ("de", "Der Zug hält an 44 Bahnhöfen.", None),
        ("de", "In der Klinik gibt es 44 Betten.", None),
        ("de", "Der Film kommt insgesamt auf 44 Preise.", None),
    ],
)
def test_who_counts_and_what_only_seems_to(reader: Reader, lang: str, text: str, name: str | None) -> None:
    originator = first(reader, lang, text).originator
    assert (originator.name if originator else None) == name


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "In the eyes of the union, 400 jobs were lost.", "union"),
        ("en", "By the account of the diocese, 400 people were killed.", "diocese"),
        ("en", "In the eyes of the law, 400 people are missing.", None),
        ("fr", "Aux yeux des syndicats, 400 personnes ont été tuées.", "syndicats"),
        ("fr", "Les 400 morts reconnus par l'armée sont des civils.", "armée"),
        ("fr", "Aux yeux de la loi, 400 personnes sont concernées.", None),
        ("es", "A ojos del sindicato, 400 personas murieron.", "sindicato"),
        ("es", "Fuentes del hospital hablan de 400 heridos.", "Fuentes del hospital"),
        ("es", "Hubo 400 detenidos por parte de la policía.", None),
        ("de", "Nach jüngster Zählung der Polizei starben 400 Menschen.", "Polizei"),
        ("de", "In den Augen der Gewerkschaft waren es 400 Teilnehmer.", "Gewerkschaft"),
        ("de", "Nach einer Zählung starben 400 Menschen.", None),
    ],
)
def test_in_whose_count_it_is(reader: Reader, lang: str, text: str, name: str | None) -> None:
    originator = first(reader, lang, text).originator
    assert (originator.name if originator else None) == name


@pytest.mark.parametrize(
    ("lang", "text", "qualifier"),
    [
        ("en", "Something like 400 people were killed.", "about"),
        ("en", "Little more than 400 people were killed.", "more_than"),
        ("en", "A good 400 people were killed.", "at_least"),
        ("en", "Not even 400 people were killed.", "less_than"),
        ("en", "At the outside, 400 people were killed.", "exact"),
        ("fr", "De l'ordre de 400 personnes ont été tuées.", "about"),
        ("fr", "Pas même 400 personnes ont été tuées.", "less_than"),
        ("fr", "Au grand maximum 400 personnes ont été tuées.", "at_most"),
        ("es", "Murieron en el entorno de 400 personas.", "about"),
        ("es", "Murieron a lo sumo 400 personas.", "at_most"),
        ("es", "Murieron cuando menos 400 personas.", "at_least"),
        ("es", "Murieron 400 y más de 30 personas resultaron heridas.", "exact"),
        ("de", "Zumindest 400 Menschen wurden getötet.", "at_least"),
        ("de", "Nicht einmal 400 Menschen wurden getötet.", "less_than"),
        ("de", "Allerhöchstens 400 Menschen wurden getötet.", "at_most"),
        ("de", "In der Größenordnung von 400 Menschen wurden getötet.", "about"),
        ("de", "Es gab 400 Tote und mehr als 30 Verletzte.", "exact"),
    ],
)
def test_hedges(reader: Reader, lang: str, text: str, qualifier: str) -> None:
    assert first(reader, lang, text).figure.qualifier == qualifier


@pytest.mark.parametrize(
    ("lang", "text", "corrects"),
    [
        ("en", "Police gave 400 dead; an earlier toll of 460 counted some twice.", True),
        ("fr", "La police donne 400 morts ; des corps avaient été comptés deux fois.", True),
        ("es", "La policía da 400 muertos; hubo cuerpos contados dos veces.", True),
        ("de", "Die Polizei nennt 400 Tote; einige waren doppelt gezählt worden.", True),
        ("es", "Los 400 muertos han duplicado los del año pasado.", False),
        ("en", "Survivors recount how 400 people died.", False),
    ],
)
def test_corrections(reader: Reader, lang: str, text: str, *, corrects: bool) -> None:
    assert bool(first(reader, lang, text).correction) is corrects


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("de", "400 Menschen haben kein Dach über dem Kopf.", "person.homeless"),
        ("de", "400 Haushalte haben noch keinen Strom.", "person.without_power"),
        ("de", "400 Hektar Wald brannten nieder.", "area.burned"),
        ("de", "400 Menschen wurden aus den Trümmern gezogen.", "person.rescued"),
        ("es", "400 personas fueron halladas vivas.", "person.rescued"),
        ("es", "400 personas fueron raptadas.", "person.kidnapped"),
        ("es", "400 trabajadores dejaron de trabajar el lunes.", "person.strikers"),
        ("es", "400 viviendas quedaron destrozadas.", "thing.buildings_destroyed"),
        ("fr", "400 personnes ont été repêchées.", "person.rescued"),
        ("fr", "400 personnes ont besoin d'aide.", "person.affected"),
        ("fr", "400 personnes ont pris la fuite.", "person.displaced"),
        ("en", "400 people were picked up at sea.", "person.rescued"),
        ("en", "400 workers took industrial action.", "person.strikers"),
        ("en", "400 people need help.", "person.affected"),
        ("en", "400 people need a new passport.", "person.people"),
    ],
)
def test_what_became_of_them(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert first(reader, lang, text).measure == measure
