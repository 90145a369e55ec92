"""Bodies, and other figures whose measure hangs on what else is told: who is counted, what was told before."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2023, 9, 12, 18, tzinfo=UTC)
DEAD, INJURED, BODIES = "person.dead", "person.injured", "thing.bodies"
IDENTIFIED, MISSING = "person.identified", "person.missing"


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        # found so far, they are the toll
        ("en", "At least 120 bodies were found.", [DEAD]),
        ("en", "The army ended its search after recovering 120 bodies.", [DEAD]),
        ("fr", "Six corps avaient été retrouvés sur l'île.", [DEAD]),
        ("en", "So far 120 bodies have been recovered, police said on Friday.", [DEAD]),
        ("en", "The bodies of 120 people have been recovered and identified.", [DEAD]),
        ("fr", "Au total, 88 corps ont été repêchés.", [DEAD]),
        ("es", "Se han recuperado 45 cuerpos hasta ahora.", [DEAD]),
        ("de", "Bislang wurden 40 Leichen geborgen.", [DEAD]),
        ("en", "The control room put the number of bodies recovered at 96.", [DEAD]),
        ("es", "El capitán rebajó el dato: 45 cuerpos levantados.", [DEAD]),
        # and so are all that were found by a day, or that somebody speaks of
        ("en", "The army said 304 bodies were recovered until 9pm Friday.", [DEAD]),
        ("fr", "Au moins 304 corps ont été retrouvés jusqu'à vendredi soir.", [DEAD]),
        ("de", "Bis Freitag wurden 304 Leichen geborgen.", [DEAD]),
        ("es", "Hasta el viernes se recuperaron 304 cuerpos.", [DEAD]),
        ("fr", "Une source policière a fait état de 27 corps dans l'hôtel.", [DEAD]),
        ("en", "A police source spoke of 27 bodies in the hotel.", [DEAD]),
        ("de", "Ein Arzt sprach von 27 Leichen im Hotel.", [DEAD]),
        # of one day, in one place, or more of them, they are a part
        ("en", "Fifteen bodies were found on Saturday.", [BODIES]),
        ("en", "Another 15 bodies have been recovered.", [BODIES]),
        ("en", "Police counted another 15 bodies.", [BODIES]),
        ("en", "In a hall 163 bodies are kept.", [BODIES]),
        ("fr", "Douze corps ont été retrouvés hier.", [BODIES]),
        # and so are those identified or buried
        ("en", "88 bodies have been identified.", [IDENTIFIED]),
        ("en", "101 bodies are yet to be identified.", ["person.unidentified"]),
        ("es", "133 cuerpos han sido identificados.", [IDENTIFIED]),
        ("en", "They confirmed 99 dead, 57 of them identified, and 259 missing.", [DEAD, IDENTIFIED, MISSING]),
        ("de", "Bestätigt sind 99 Tote, 57 davon identifiziert, und 259 Vermisste.", [DEAD, IDENTIFIED, MISSING]),
        ("es", "Hay 99 muertos, 57 de ellos identificados, y 259 desaparecidos.", [DEAD, IDENTIFIED, MISSING]),
        ("en", "3,840 deaths were registered, including 3,190 already buried.", [DEAD, "person.buried"]),
        ("en", "Some 40 people are buried under the rubble.", ["person.trapped"]),
        ("en", "Police identified 40 people.", ["person.people"]),
    ],
)
def test_bodies(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims] == measures


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        # who is counted stands before
        ("en", "The dead are 288 and the injured now more than 1,000.", [DEAD, INJURED]),
        ("en", "The number of dead has reached 471 and the number of injured 314.", [DEAD, INJURED]),
        ("fr", "Les blessés sont 106, dont cinq en urgence absolue.", [INJURED, INJURED]),
        ("fr", "Le nombre des morts est passé à 60, et on compte 294 blessés.", [DEAD, INJURED]),
        ("es", "La Generalitat eleva los vehículos dañados a unos 120.000.", ["thing.vehicles"]),
        ("de", "Die Toten sind nun 40.", [DEAD]),
        ("en", "The death toll from fires that ravaged the island had risen to 111.", [DEAD]),
        # what the figure before counts is not this one's fate
        # a toll may stand with "people" behind its number
        ("en", "The death toll from the fires on the island of Maui reached 96 people.", [DEAD]),
        ("en", "The number of confirmed fatalities from the fires is at least 97 people.", [DEAD]),
        ("fr", "Le bilan du séisme dans la province a atteint 96 personnes.", [DEAD]),
        ("fr", "Le nombre de blessés de l'accident est de 45 personnes.", [INJURED]),
        ("de", "Die Opferzahl des Erdbebens erreichte 96 Menschen.", [DEAD]),
        ("es", "La cifra de muertos por las inundaciones superó las 96 personas.", [DEAD]),
        ("en", "The hall reached 96 people at its fullest.", ["person.people"]),
        # who says so stands between commas, and tells nothing of the next figure's fate
        ("en", "The toll stands at 115, officials said Friday, with 248 missing.", [DEAD, MISSING]),
        ("fr", "Le bilan s'établit à 115, ont dit les pompiers, avec 248 disparus.", [DEAD, MISSING]),
        ("es", "El balance llega a 115, dijeron los bomberos, con 248 desaparecidos.", [DEAD, MISSING]),
        ("de", "Die Zahl der Toten liegt bei 115, so der Sprecher, mit 248 Verletzten.", [DEAD, INJURED]),
        ("es", "Informó de 211 fallecidos y del envío de 5.000 militares.", [DEAD, "person.troops"]),
        ("es", "Descarriló un tren con 291 pasajeros, sin heridos.", ["person.passengers"]),
        ("es", "Son 70 las víctimas mortales.", [DEAD]),
        # after a semicolon a figure goes on as the row began
        (
            "fr",
            "On compte 213 morts et 852 blessés en Turquie ; 353 en Syrie. En tout : 566.",
            [DEAD, INJURED, DEAD, DEAD],
        ),
        ("fr", "Le bilan dépasse 7.200 morts dans les deux pays, 5.434 en Turquie et 1.832 en Syrie.", [DEAD] * 3),
        # coaches of a train
        ("en", "Seventeen coaches of the train derailed.", ["thing.trains"]),
        ("en", "Seventeen coaches of the team met.", ["person.players"]),
    ],
)
def test_who_is_counted(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims] == measures


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Ils étaient 244 000 dans le pays.", "person.marchers"),
        ("La ville a vu 244 000 personnes.", "person.marchers"),
        ("La ville a reçu 244 000 touristes.", "person.tourists"),
    ],
)
def test_a_figure_told_again_measures_what_it_did(reader: Reader, text: str, measure: str) -> None:
    claims = read(reader, text, MOMENT, lang="fr", title="Grève : 244 000 manifestants").claims
    assert [claim.measure for claim in claims] == ["person.marchers", measure]


@pytest.mark.parametrize(
    ("lang", "text", "groups"),
    [
        ("en", "Five people were seriously injured, 40 had minor injuries.", ["severely", "slightly"]),
        ("en", "40 people were injured, five of them seriously.", [None, "severely"]),
        ("en", "40 people were injured when a light aircraft crashed.", [None]),
        ("fr", "On compte 15 blessés graves et 80 blessés légers.", ["severely", "slightly"]),
        ("fr", "Le bilan est de 40 blessés dans un grave accident.", [None]),
        ("fr", "La police donne 180 blessés, dont 99 dans un état très grave.", [None, "severely"]),
        ("de", "15 Menschen wurden schwer verletzt, 80 leicht verletzt.", ["severely", "slightly"]),
        ("de", "Es gab 15 Schwerverletzte.", ["severely"]),
        ("de", "Bei dem schweren Unfall wurden 15 Menschen verletzt.", [None]),
        ("es", "Hay 15 heridos graves y 80 leves.", ["severely", "slightly"]),
        ("es", "Un accidente grave dejó 15 heridos.", [None]),
        ("en", "12 people are fighting for their lives.", ["severely"]),
        ("fr", "Il y a 40 blessés. 12 d'entre eux sont toujours entre la vie et la mort.", [None, "severely"]),
        ("es", "Hubo 40 heridos. 12 personas luchan por su vida.", [None, "severely"]),
        ("de", "Es gab 40 Verletzte. 12 schweben in Lebensgefahr.", [None, "severely"]),
    ],
)
def test_how_badly_the_injured_are_hurt_is_a_part_of_all(
    reader: Reader, lang: str, text: str, groups: list[str | None]
) -> None:
    told = read(reader, text, MOMENT, lang=lang).claims
    assert [claim.group for claim in told] == groups
    assert {claim.measure for claim in told} == {INJURED}


def test_the_identified_are_a_part_by_themselves(reader: Reader) -> None:
    told = read(reader, "They confirmed 99 dead, 57 of them identified.", MOMENT, lang="en").claims
    assert [claim.group for claim in told] == [None, None]


SAME = {  # what is told of bodies, in the four languages in turn
    "person.dead": [
        ("30 bodies were recovered.", "30 corps ont été récupérés.", "30 cuerpos fueron recuperados.",
         "30 Leichen wurden geborgen."),
        ("30 bodies were found.", "30 corps ont été trouvés.", "30 cuerpos fueron hallados.",
         "30 Leichen wurden aufgefunden."),
        ("30 bodies were pulled from the sea.", "30 corps ont été repêchés.", "30 cuerpos fueron sacados del mar.",
         "30 Leichen wurden aus dem Meer gezogen."),
        ("30 corpses were washed ashore.", "30 cadavres se sont échoués.", "30 cadáveres aparecieron en la playa.",
         "30 Leichname wurden angespült."),
        ("30 corpses were exhumed.", "30 dépouilles ont été exhumées.", "30 cuerpos fueron desenterrados.",
         "30 Leichen wurden exhumiert."),
        ("The bodies of the 30 migrants were found.", "Les corps des 30 migrants ont été retrouvés.",
         "Los cuerpos de los 30 migrantes fueron hallados.", "Die Leichen der 30 Migranten wurden gefunden."),
    ],
    "thing.bodies": [
        ("30 corpses lay in the street.", "30 cadavres gisaient dans la rue.", "30 cadáveres yacían en la calle.",
         "30 Leichen lagen auf der Straße."),
        ("Another 30 bodies were found.", "30 autres corps ont été trouvés.", "Otros 30 cuerpos fueron hallados.",
         "30 weitere Leichen wurden gefunden."),
        ("30 bodies were found on Tuesday.", "30 corps ont été trouvés mardi.", "30 cuerpos se hallaron el martes.",
         "30 Leichen wurden am Dienstag gefunden."),
        ("30 bodies were found last night.", "30 corps ont été trouvés la nuit dernière.",
         "30 cuerpos fueron hallados durante la noche.", "30 Leichen wurden in der Nacht gefunden."),
    ],
}  # fmt: skip


@pytest.mark.parametrize("place", range(4))
@pytest.mark.parametrize("measure", SAME)
def test_bodies_are_read_alike_in_all_languages(reader: Reader, measure: str, place: int) -> None:
    for texts in SAME[measure]:
        (claim,) = read(reader, texts[place], MOMENT, lang=("en", "fr", "es", "de")[place]).claims
        assert claim.measure == measure, texts[place]


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("en", "74 people were killed, 12 are fighting for their lives.", INJURED),
        ("de", "74 Menschen wurden getötet, 42 schweben in Lebensgefahr.", INJURED),
        (
            "en",
            "The hospital has 90 people with the virus, 12 patients are in critical condition.",
            "person.hospitalised",
        ),
    ],
)
def test_whose_life_is_in_danger_is_no_dead(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert read(reader, text, MOMENT, lang=lang).claims[-1].measure == measure


@pytest.mark.parametrize(
    ("lang", "text", "groups"),
    [
        ("fr", "201 blessés côté manifestants et 284 côté forces de l'ordre.", ["part", "police"]),
        ("fr", "On compte 12 blessés du côté de la gare.", [None]),
        ("en", "There were 118 injured among the demonstrators and 17 among the police.", ["part", "police"]),
        ("de", "118 Verletzte gab es unter den Demonstranten, 17 Verletzte bei der Explosion.", [None, None]),
        ("es", "Hubo 118 heridos entre los manifestantes y 17 entre los policías.", ["part", "police"]),
        ("es", "Hubo 12 heridos entre el lunes y el martes.", [None]),
    ],
)
def test_on_whose_side_the_injured_are(reader: Reader, lang: str, text: str, groups: list[str | None]) -> None:
    assert [claim.group for claim in read(reader, text, MOMENT, lang=lang).claims] == groups
