"""Who begins a clause speaks in it; areas; names in quotation marks; whose a figure is by "for", or by a possessive."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Residents gathered on the roof at noon said 14 people had drowned.", "Residents"),
        ("en", "Officials interviewed after the crash said 14 people had died.", "Officials"),
        ("en", "Nurses treating victims before dawn at the clinic said 14 people died.", "Nurses"),
        ("en", "Doctors treating the wounded in a tent counted 14 dead.", "Doctors"),
        ("fr", "Des riverains évacués vers un gymnase ont parlé de 14 morts.", "riverains"),
        ("de", "Sanitäter aus dem Lager am Fluss sprachen von 14 Toten.", "Sanitäter"),
        ("es", "Vecinos evacuados por el ejército hablaron de 14 muertos.", "Vecinos"),
        ("fr", "Des témoins, lundi sur le port de Bizerte, parlent de 14 morts.", "témoins"),
        ("en", "Turnout was 44%, the ministry announced in Riga after a three-hour recount.", "ministry"),
        ("de", "Das Ministerium hat die Schäden vom 2. Mai mit 14 Toten angegeben.", "Ministerium"),
    ],
)
def test_who_begins_a_clause_speaks(reader: Reader, lang: str, text: str, name: str) -> None:
    assert named(reader, lang, text, MOMENT) == [name]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The army moved into a village and residents said 14 people died.", "residents"),
        ("fr", "La police est entrée dans le lycée et le préfet a annoncé 14 blessés.", "préfet"),
        ("es", "El ejército entró en la aldea y la alcaldesa habló de 14 muertos.", "alcaldesa"),
        ("de", "Die Polizei kam in die Schule, und der Bürgermeister sprach von 14 Verletzten.", "Bürgermeister"),
        # a clause of its own behind "after", "before", "since"
        ("en", "The cabinet fell after nurses in the port said 14 people had died.", "nurses in the port"),
        ("en", "The army left before villagers beyond the river counted 14 dead.", "villagers"),
        ("en", "The ministry resigned after witnesses near the gate said 14 had died.", "witnesses near the gate"),
        ("fr", "Le ministère a cédé après que des médecins du port ont parlé de 14 morts.", "médecins du port"),
        ("es", "El ministerio cedió cuando médicos del puerto hablaron de 14 muertos.", "médicos del puerto"),
        ("de", "Seit Juni sprechen Helfer im Hafen von 14 Toten.", "Helfer"),
        ("en", "The hospital was near the front, the governor said, and 14 people died.", "governor"),
    ],
)
def test_who_begins_another_clause_does_not(reader: Reader, lang: str, text: str, name: str) -> None:
    assert named(reader, lang, text, MOMENT) == [name]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "The head of the fund for widows and the Red Cross said 14 people died.",
         "head of the fund for widows and the Red Cross"),
        ("en", "Survivors of the raid on the temple and the police said 14 people died.",
         "Survivors of the raid on the temple and the police"),
        ("fr", "La ligue pour le respect des droits et la liberté de la presse compte 14 blessés.",
         "ligue pour le respect des droits et la liberté de la presse"),
        ("es", "La asociación para la defensa de la tierra y la libertad de prensa contó 14 heridos.",
         "asociación para la defensa de la tierra y la libertad de prensa"),
        ("de", "Der Verband für die Rechte der Kranken und die Freiheit der Presse zählte 14 Verletzte.",
         "Verband für die Rechte der Kranken und die Freiheit der Presse"),
        # but for a verb between
        ("en", "The army went into the temple and the mayor said 14 people died.", "mayor"),
        ("es", "La policía acudió a la escuela y el alcalde contó 14 heridos.", "alcalde"),
    ],
)  # fmt: skip
def test_a_joint_subject_stays_whole(reader: Reader, lang: str, text: str, name: str) -> None:
    assert named(reader, lang, text, MOMENT) == [name]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "The rebels say 50 soldiers died; the army owns up to no more than 11.", ["rebels", "army"]),
        ("de", "Die Rebellen sprechen von 50 Toten; der Klinikchef bleibt bei 11.", ["Rebellen", "Klinikchef"]),
        ("es", "El sindicato habla de 50 heridos; la fábrica, no.", ["sindicato"]),
        ("es", "El sindicato habla de 50 heridos; la policía no pasa de 11.", ["sindicato", "policía"]),
        ("fr", "Le syndicat parle de 50 blessés ; la mairie n'en admet que 11.", ["syndicat", "mairie"]),
        # who does something counts nothing, nor has a figure a noun of its own
        ("en", "14 people died, the governor said; the firm has 9 warehouses.", ["governor", "governor"]),
        ("fr", "14 personnes sont mortes, a dit le préfet ; l'hôpital a mobilisé 90 hommes.", ["préfet", "préfet"]),
        ("es", "La policía habla de 50 heridos; el del hospital, en cambio, atendió a 11.", ["policía", "policía"]),
        ("en", "The rebels say 50 soldiers died; the army lost 11 men in May.", ["rebels", "rebels"]),
        ("fr", "Le syndicat parle de 50 blessés ; l'armée a perdu 11 hommes.", ["syndicat", "syndicat"]),
    ],
)
def test_another_speaker_behind_a_semicolon(reader: Reader, lang: str, text: str, names: list[str]) -> None:
    assert named(reader, lang, text, MOMENT) == names


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", 'The charity "Open Hands" counted 14 dead.', 'charity "Open Hands"'),
        ("fr", "Le collectif « Rivière libre » avance 14 blessés.", "collectif « Rivière libre »"),
        ("de", "Das Bündnis »Freie Ufer« sprach von 14 Verletzten.", "Bündnis »Freie Ufer«"),
        ("es", "La plataforma «Ríos Vivos» cifra en 14 los heridos.", "plataforma «Ríos Vivos»"),
        ("fr", "Le maire, qui parle d'un « massacre », dénombre 14 blessés.", "maire"),
    ],
)
def test_a_name_in_quotation_marks(reader: Reader, lang: str, text: str, name: str) -> None:
    assert named(reader, lang, text, MOMENT) == [name]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "The police count is 5,000 marchers; the organisers' is 20,000.", ["organisers"]),
        ("fr", "Le bilan de l'armée est de 14 morts, celui des rebelles de 90.", ["rebelles"]),
        ("de", "Die Zahl der Polizei lautet 5.000 Teilnehmer, die der Veranstalter 20.000.", ["Veranstalter"]),
        ("es", "La cifra del ejército es de 14 muertos; la de los rebeldes es de 90.", ["rebeldes"]),
        ("en", "The police count is 5,000 marchers; that of the organisers is 20,000.", ["organisers"]),
        ("de", "Die Zahl der Polizei liegt bei 14 Verletzten, die der Klinik liegt bei 90.", ["Klinik"]),
        # no figure's, but people's or things
        ("en", "The rebels say 14 people were hurt; those of the police were 9.", ["rebels"]),
        ("en", "The union counted 14 hurt; the army's were 9.", ["union"]),
        ("es", "El sindicato habla de 14 heridos; los del hospital fueron 9.", ["sindicato"]),
        ("fr", "Le syndicat parle de 14 blessés ; ceux de l'hôpital étaient 9.", ["syndicat"]),
        ("de", "Die Polizei sprach von 14 Verletzten, die der Klinik waren 9.", ["Polizei"]),
        ("fr", "La mairie parle de 5 000 marcheurs ; pour les syndicats, ils étaient 9 000.", ["mairie", "syndicats"]),
        ("fr", "Pour la CLT, 5 000 ouvriers ont fait grève ; pour la direction, 900.", ["CLT", "direction"]),
        ("es", "Para la policía marcharon 5.000 personas; para los convocantes, 20.000.", ["policía", "convocantes"]),
    ],
)
def test_whose_a_figure_is_without_a_verb(reader: Reader, lang: str, text: str, names: list[str]) -> None:
    assert named(reader, lang, text, MOMENT)[-len(names) :] == names


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Pour la Suède, 5 000 soldats sont prévus."),
        ("fr", "Pour la COP, 5 000 soldats sont attendus."),
        ("en", "Turnout was low at the school; the union's members numbered 900."),
        ("fr", "L'État a acheté 14 bateaux ; pour la police, 9 véhicules ont été livrés."),
        ("fr", "L'État a acheté 14 bateaux ; pour la police, 9 agents ont été recrutés."),
        ("es", "La ley da 40 millones de euros para la policía."),
        ("fr", "La loi prévoit un budget de 40 millions d'euros pour la police."),
    ],
)
def test_whose_a_figure_is_not(reader: Reader, lang: str, text: str) -> None:
    assert set(named(reader, lang, text, MOMENT)) == {None}


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("de", "Das Land teilte mit, 14 Menschen seien gestorben.", "Land"),
        ("en", "The province said 14 people had died.", "province"),
        ("fr", "Le département chiffre les dégâts à 14 millions d'euros.", "département"),
        ("es", "La región estima las pérdidas en 14 millones de euros.", "región"),
        ("de", "Hört man auf die Bauern, ertranken 14 Menschen.", "Bauern"),
        # where it is so
        ("fr", "La région compte 44 lycées.", None),
        ("es", "La provincia registra 14 muertos.", None),
        ("en", "The province has 14 hospitals.", None),
        ("de", "Das Land verzeichnete 14 Tote.", None),
        ("de", "Am Abend hört man 14 Schüsse.", None),
    ],
)
def test_an_area_speaks_by_a_verb_of_people(reader: Reader, lang: str, text: str, name: str | None) -> None:
    assert named(reader, lang, text, MOMENT) == [name]
