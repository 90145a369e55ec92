"""Who says so, where, and of when, rule by rule: a sentence that the rule is for, and one beside it."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.claim import Claim

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def claims(reader: Reader, lang: str, text: str) -> tuple[Claim, ...]:
    return read(reader, text, MOMENT, lang=lang).claims


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        # an acronym is no pronoun
        ("en", "The WHO said 300 people had died.", ["WHO"]),
        ("en", "Police, who said 300 people had died, left.", ["Police"]),
        ("en", "The US says 11,000 troops are there.", ["US"]),
        ("en", "The minister told us 300 people had died.", ["minister"]),
        # adverbs part a verb of two words
        ("fr", "Le comité de quartier fait désormais état de 60 morts.", ["comité de quartier"]),
        ("fr", "Le maire fait désormais un pas : 60 personnes sont mortes.", [None]),
        # an article that has lost its vowel is no part of a name
        (
            "fr",
            "36 000 personnes ont fui, selon l’Organisation internationale pour les migrations (OIM).",
            ["Organisation internationale pour les migrations"],
        ),
        # who holds an office goes on after "and"
        ("en", "The police chief denies that and speaks of 4,000 dead.", ["police chief"]),
        ("es", "Primero se habló de 14 muertos.", [None]),
        # when it was said is no part of who said it
        ("fr", "Mercredi matin la préfecture faisait état de 12 blessés.", ["préfecture"]),
        ("en", "Wednesday morning police said 12 people were hurt.", ["police"]),
        ("de", "Mittwochmorgen sprach die Polizei von 40 Verletzten.", ["Polizei"]),
        # the verb comes second, participles last
        ("de", "Am Abend meldete das Gesundheitsministerium 1.200 neue Fälle.", ["Gesundheitsministerium"]),
        ("de", "Das Gesundheitsministerium meldete am Abend 1.200 neue Fälle.", ["Gesundheitsministerium"]),
        ("de", "Zuvor hatte die Polizei 40 Verletzte gemeldet.", ["Polizei"]),
        ("de", "Die Feuerwehr hat 40 Verletzte gemeldet.", ["Feuerwehr"]),
        ("de", "Wie die Polizei mitteilte, wurden 12 Menschen verletzt.", ["Polizei"]),
        # and its object may come first, told by its article or as a thing
        ("de", "Den Schaden beziffert die Feuerwehr auf 300.000 Euro.", ["Feuerwehr"]),
        ("de", "Den Trauermarsch vom Sonntag schätzte die Polizei auf 2.000 Teilnehmer.", ["Polizei"]),
        ("de", "Die Zahl der Verletzten bezifferte Innenminister Jäger auf 511.", ["Innenminister Jäger"]),
        ("de", "Die Zahl der Teilnehmer gab die Polizei mit 2.000 an.", ["Polizei"]),
        ("de", "Die Schäden schätzt der Bauernverband auf 40 Millionen Euro.", ["Bauernverband"]),
        ("de", "2.000 Teilnehmer zählte die Polizei.", ["Polizei"]),
        ("de", "Die Polizei zählte 2.000 Teilnehmer.", ["Polizei"]),
        ("de", "Rund 5.000 Menschen gingen nach Angaben der Feuerwehr durch den Tunnel.", ["Feuerwehr"]),
        ("de", "Die Behörden gehen inzwischen von 40 Toten aus.", ["Behörden"]),
        ("es", "Hay 30 heridos, informó el domingo por la tarde la policía.", ["policía"]),
        ("es", "Hay 30 heridos, informó la policía el domingo.", ["policía"]),
        # where it was said is none either
        ("fr", "« Il y a 30 blessés », annonce le préfet du Gard devant la halle.", ["préfet du Gard"]),
        ("fr", "« Il y a 30 blessés », annonce le préfet du Gard.", ["préfet du Gard"]),
        # between commas before the verb
        ("fr", "Le taux est de 18 % selon Ada; Colline, lui, avance 17 %.", ["Ada", "Colline"]),
        ("en", "Ada Hill, for her part, put the number at 40 dead.", ["Ada Hill"]),
        ("en", "Researchers at IDC, which counts no tablets, found a drop of 12 %.", ["Researchers at IDC"]),
        ("en", "According to a survey published in 2017 by the Royal Society, 84 % smoke.", ["Royal Society"]),
        ("es", "El sindicato, con datos de la caja, habla de 40 heridos.", ["sindicato"]),
        ("es", "La Guardia Civil, antes de cerrar la lista, iba por 40 muertos.", ["Guardia Civil"]),
        ("en", "The union, in a note to its members, said 40 people had died.", ["union"]),
        ("en", "In Bala, in the east of the country, said the mayor, 40 people died.", ["mayor"]),
        ("en", "The blast killed 40 people in Bala, near the coast, said the mayor.", ["mayor"]),
        # who holds to a number gives it
        ("en", "The company stuck to 40 dead.", ["company"]),
        ("en", "Officials in Bala have given a toll of 40 dead.", ["Officials in Bala"]),
        ("fr", "La préfecture en est restée à 40 morts.", ["préfecture"]),
        ("de", "Das Krisenzentrum bleibt bei 40 Toten.", ["Krisenzentrum"]),
        ("es", "La Guardia Civil se queda en 40 muertos.", ["Guardia Civil"]),
        # and one who is nobody counts for the institution where they do
        ("fr", "À la préfecture, on compte 40 morts.", ["préfecture"]),
        ("fr", "À Lyon, on compte 40 morts.", [None]),
        ("de", "Beim Feuerwehrverband kommt man auf 40 Tote.", ["Feuerwehrverband"]),
        ("de", "Man zählt 40 Tote.", [None]),
        ("es", "En el Ayuntamiento se habla de 40 muertos.", ["Ayuntamiento"]),
        ("es", "Solo en Madrid se han registrado 40 muertos.", [None]),
        # of whom something is reported does not report it
        ("en", "The toll was closer to 250, believed Ada Hill, the head of the clinic.", ["Ada Hill"]),
        ("en", "Two Afghans reported to have died were 30 years old.", [None]),
        ("en", "In Texas, 12 Mexicans believed dead were found.", [None]),
        # events and counts say nothing, whoever counts them does
        ("fr", "Le premier bilan fait état de 12 morts.", [None]),
        ("fr", "Le premier ministre fait état de 12 morts.", ["premier ministre"]),
        ("en", "Storm Ada has reported winds, and 12 people are dead.", [None]),
        ("en", "The Storm Centre has reported that 12 people are dead.", ["Storm Centre"]),
        ("en", "Hurricane Ada has claimed 31 lives, the governor told reporters.", ["governor"]),
        ("en", "The rebels claimed responsibility for the raid that killed 31 people.", [None]),
        ("en", "The rebels claimed that the raid killed 31 people.", ["rebels"]),
        # small words inside a name
        ("en", "Doctors Without Borders said 12 people were hurt.", ["Doctors Without Borders"]),
        ("fr", "Selon Médecins sans frontières, il y a 12 blessés.", ["Médecins sans frontières"]),
        ("es", "Médicos Sin Fronteras informó de 12 heridos.", ["Médicos Sin Fronteras"]),
        ("de", "Ärzte ohne Grenzen meldete 12 Verletzte.", ["Ärzte ohne Grenzen"]),
        ("fr", "Selon la police sans doute, il y a 12 blessés.", ["police"]),
        # where nouns have capitals, a small word behind one ends the name
        ("de", "Laut Polizei beteiligten sich 20.000 Menschen.", ["Polizei"]),
        ("de", "Nach Angaben der örtlichen Polizei kamen 20.000 Menschen.", ["örtlichen Polizei"]),
        ("de", "Dem Ministerium zufolge wurden 300 Häuser zerstört.", ["Ministerium"]),
        ("de", "Inzwischen spricht die Feuerwehr von zwölf Toten.", ["Feuerwehr"]),
        # where nouns have capitals, not all are names, and those counted never are
        ("de", "Am Montag gehen 30.000 Menschen auf die Straße.", [None]),
        ("de", "Gestern zählten 30 Helfer die Opfer.", [None]),
        ("de", "Der Sturm meldete sich mit 30 Toten.", [None]),
        ("de", "Das Verkehrsministerium teilte mit, 30 Züge seien ausgefallen.", ["Verkehrsministerium"]),
        ("de", "Scholz nannte die Zahl von 30 Toten.", ["Scholz"]),
        ("de", "Es gab 30 Tote.", [None]),
        # sources that are named by what they are
        ("fr", "Le bilan est de 12 morts, a appris l'agence de source policière.", ["source policière"]),
        ("de", "In Köln demonstrierten nach Polizeiangaben 20.000 Menschen.", ["Polizeiangaben"]),
        # whom it is said to
        ("es", "Hay 30 muertos, dijo a la prensa el alcalde.", ["alcalde"]),
        ("fr", "Il y a 30 morts, a dit à la presse le maire.", ["maire"]),
        # a participle without "have" says nothing
        ("fr", "Les organisateurs encourent 3 500 euros pour l'organisation d'un événement non déclaré.", [None]),
        ("fr", "Le préfet a déclaré avoir compté 3 500 personnes.", ["préfet"]),
        # what is counted before "and" is no speaker
        ("fr", "Il y a eu 71 interpellations et le parquet recensait 41 gardes à vue.", [None, "parquet"]),
        ("fr", "Pompiers et police recensaient 41 blessés.", ["Pompiers et police"]),
        # only the speaker and the figure
        ("es", "Los sindicatos cifran en 50.000 los manifestantes, y la policía en 12.000.", ["sindicatos", "policía"]),
        ("de", "Die Veranstalter zählten 20.000 Demonstranten, die Polizei 12.000.", ["Veranstalter", "Polizei"]),
        # the point of an abbreviation ends no name
        ("en", "Gov. Josh Green said 12 people died.", ["Gov. Josh Green"]),
        ("en", "U.S. Geological Survey said 12 people died.", ["U.S. Geological Survey"]),
        ("en", "He left Iran.Police said 12 people died.", ["Police"]),
        # an article opens another phrase, where no "of" stands before it
        ("fr", "Cela entraîne, selon le journal L'Equipe la suppression de 20 postes.", ["journal L'Equipe"]),
        ("fr", "Selon le ministère de la Justice, 20 postes manquent.", ["ministère de la Justice"]),
        ("fr", "Selon Guillaume Pepy au micro de la radio, 200 trains roulent.", ["Guillaume Pepy"]),
        ("fr", "Selon le ministre délégué aux Transports, 200 trains roulent.", ["ministre délégué aux Transports"]),
        # a speaker behind a figure may give the next one
        ("en", "Organisers counted 40,000 marchers; police said 12,000.", ["Organisers", "police"]),
        ("en", "Twelve people were hurt, police said, and 30 were arrested.", ["police", "police"]),
        ("fr", "La préfecture n'a compté que 3 000 manifestants.", ["préfecture"]),
    ],
)
def test_who_says_so(reader: Reader, lang: str, text: str, names: list[str | None]) -> None:
    found = [claim.originator.name if claim.originator else None for claim in claims(reader, lang, text)]
    assert found == names


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("es", "La riada deja 217 muertos en Valencia.", "geonames:2509954"),
        ("es", "En Venezuela, la riada deja 217 muertos en Valencia.", "geonames:3625549"),
        ("en", "It was the heartbreak of those the Maui wildfires, which killed 97, left.", "region:US-HI"),
        ("en", "Those whom Maui Humane Society saved were 97 people.", None),
        ("fr", "Mercredi, 12 personnes ont été blessées.", None),
        ("en", "In Chile a quake hurt 12 people, the US Geological Survey said.", "country:CL"),
    ],
)
def test_where(reader: Reader, lang: str, text: str, place: str | None) -> None:
    assert [claim.place for claim in claims(reader, lang, text)] == [place]


def test_a_span_of_time_compared_with_is_not_the_figures_own(reader: Reader) -> None:
    (own,) = claims(reader, "en", "Turnout was 71% in 2019.")
    (compared,) = claims(reader, "en", "Turnout was 71%, higher than in 2019.")
    assert own.as_of is not None
    assert compared.as_of is not None
    assert (own.as_of.start.year, compared.as_of.start.year) == (2019, 2024)


@pytest.mark.parametrize(
    ("lang", "text", "name", "ref"),
    [
        # a sentence of its own says whose the figures before are
        ("en", "12 people were killed. That is according to the fire service.", "fire service", "/fire-department"),
        ("fr", "Il y a 30 blessés. C'est ce qu'a indiqué la préfecture.", "préfecture", "/police"),
        ("es", "Hay 30 heridos. Así lo informó Protección Civil.", "Protección Civil", "/rescuers"),
        ("de", "300 Menschen sind vermisst. Das teilte die Kreisverwaltung mit.", "Kreisverwaltung", "/authorities"),
        ("de", "12 Menschen wurden verletzt. So ein Sprecher der Polizei.", "Sprecher der Polizei", "/police"),
        ("de", "40 Häuser brannten, hieß es aus dem Innenministerium.", "Innenministerium", "/interior-ministry"),
        ("de", "40 Häuser brannten. Das Krisenzentrum ist geschlossen.", None, None),
        # compounds are of the kind of their end, or else of their beginning
        ("de", "Ein Polizeisprecher meldete 18 Tote.", "Polizeisprecher", "/police"),
        ("de", "Der Landesfeuerwehrverband zählte 2600 Helfer.", "Landesfeuerwehrverband", "/association"),
        ("de", "Die Polizei Koblenz zählte 26 Tote.", "Polizei Koblenz", "/police"),
        ("de", "Landrat Ida Rock (CDU) sagte, 15 Menschen seien vermisst.", "Landrat Ida Rock (CDU)", "name:rock"),
        ("de", "Aus dem Tal sind 45 Tote gemeldet.", None, None),  # no "Tote" report
        # people and bodies without a name
        ("en", "A coach says a dozen children were there.", "coach", "name:coach"),
        ("en", "The diocese said 1,000 people came.", "diocese", "/clergy"),
        ("en", "The storm said nothing; 12 people died.", None, None),
        ("en", "A security source who asked not to be named told us 250 had died.", "security source", "/sources"),
        ("es", "Una vecina cree que había 20 niños.", "vecina", "/witnesses"),
        # where it is said is no part of the name
        ("fr", "A Nantes la préfecture donne 7 500 personnes.", "préfecture", "/police"),
        (
            "fr",
            "Sept sont morts dans l'effondrement d'un immeuble de la rue Curiol, à Lyon, ont indiqué les pompiers.",
            "pompiers",
            "/fire-department",
        ),
        ("en", "In Amizmiz itself the head of the hospital says 68 people died.", "head of the hospital", "/hospital"),
        # an institution sees and expects
        ("fr", "La CGT a vu 450 000 manifestants.", "CGT", "name:cgt"),
        ("fr", "Lyon a vu 30 000 manifestants.", None, None),
        # a firm is told by its name
        ("fr", "Le cabinet Occurrence a compté 12 000 manifestants.", "cabinet Occurrence", "name:occurrence"),
        ("en", "The association disputes that: it counts 68,000 houses.", "association", "/association"),
        # a pronoun is whoever says so right before
        (
            "en",
            "The army spoke, but a rights group said it had counted 58 bodies.",
            "rights group",
            "/human-rights-groups",
        ),
        ("de", "Die Armee erklärte, sie habe 9 Rebellen getötet.", "Armee", "/army"),
        # who wants to have done so says that it is done; who only wants to do it does not
        ("de", "Die Rebellen wollen bei Sake 45 Soldaten getötet haben.", "Rebellen", "/opposition"),
        ("de", "Die Polizei will 45 Verdächtige festnehmen.", None, None),
        # an institution's figures in one word
        ("de", "Nach UN-Angaben sind 32.000 Menschen geflohen.", "UN-Angaben", "name:un"),
        ("de", "Nach Betreiberangaben wurden 13 Arbeiter verletzt.", "Betreiberangaben", "/company"),
        ("de", "Nach ersten Angaben wurden 13 Arbeiter verletzt.", None, None),
        # right before the figure, or in brackets with it
        ("de", "Es kamen (laut Polizei 5.000, laut Veranstaltern 18.000) Demonstranten.", "Polizei", "/police"),
        ("en", "The crowd was hurt (medics: 37 people).", "medics", "/hospital"),
        # an adverb is who says so only where a statement follows it
        ("en", "Officially, 300 people died.", "Officially", None),
        ("en", "Officially opened in 1990, the plant had 300 workers.", None, None),
        ("de", "Offiziell starben 300 Menschen.", "Offiziell", None),
        ("de", "Offiziell geöffnet seit 1990, hat das Werk 300 Arbeiter.", None, None),
        # who is only compared with, and whose figures are only spoken of
        ("en", "Lawyers have the names of 78 arrested, more than the ministry admits.", "Lawyers", "/lawyers"),
        ("de", "Die Behörde wies die Angaben des Bürgermeisters zurück; es seien 32 Tote.", "Behörde", None),
        ("de", "Am Montag sind 26 Menschen getötet worden, sagte Gouverneur Rust.", "Gouverneur Rust", None),
        ("fr", "Les syndicats protestent : ils en comptent 900.", "syndicats", None),
    ],
)
def test_unnamed_speakers_and_those_of_another_sentence(
    reader: Reader, lang: str, text: str, name: str | None, ref: str | None
) -> None:
    speaker = claims(reader, lang, text)[0].originator
    assert (speaker.name if speaker else None) == name
    assert ref is None or (speaker is not None and (speaker.ref or "").endswith(ref))


def test_a_name_is_without_what_tags_and_entities_leave(reader: Reader) -> None:
    text = "<b>10.15 EDT</b> <i>Al-Bayda&rsquo;s medical centre</i> says 46 people were killed."
    speaker = claims(reader, "en", text)[0].originator
    assert speaker is not None
    assert speaker.name == "Al-Bayda’s medical centre"
