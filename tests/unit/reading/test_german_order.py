"""Who speaks and what is counted where verbs stand second or at the end of a clause, and nouns are written together."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named, read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a clause whose verb ends it, its number before the verb
        ("Während die Polizei von 4.000 Rednern sprach, nannte das Bündnis 9.000.", ["Polizei", "Bündnis"]),
        ("Obwohl die Feuerwehr vierzig Verletzte meldete, sprach die Klinik von 60.", ["Feuerwehr", "Klinik"]),
        ("Kern sagte, dass die Armee 12 Tote gezählt habe, die Klinik spricht von 50.", ["Armee", "Klinik"]),
        ("Während Landrätin Vogt 30 zerstörte Häuser nannte, zählte das THW 60.", ["Landrätin Vogt", "THW"]),
        # a verb and what closes its clause
        ("Fraport strich 620 Flüge, die Lufthansa gibt 410 an.", [None, "Lufthansa"]),
        ("Es seien 90 Tonnen ausgelaufen, ließ die Reederei wissen.", ["Reederei"]),
        ("40 Menschen seien gestorben, liess die Kantonspolizei ausrichten.", ["Kantonspolizei"]),
        ("Die Stadt hatte 1.700 Teilnehmer gezählt.", ["Stadt"]),
        ("Am Abend wollte das Bündnis «Herz statt Hetze» 9.000 Teilnehmer gezählt haben.", ["Bündnis"]),
        # who does it, before a participle
        ("Die Zahl der Opfer wurde von der Gendarmerie mit acht angegeben.", ["Gendarmerie"]),
        ("Die Zahl der Verletzten war von der Klinik auf 40 geschätzt worden.", ["Klinik"]),
        ("Die Schäden werden durch den Landkreis auf zwölf Millionen Euro geschätzt.", ["Landkreis"]),
        # whose the figures are
        ("Nach Kiewer Angaben starben zwölf Menschen.", ["Kiewer Angaben"]),
        ("Laut britischer Zählung wurden 40 Raketen abgefeuert.", ["britischer Zählung"]),
        ("Nach RKI-Zahlen gab es 400 Grippefälle.", ["RKI-Zahlen"]),
        ("Nach Angaben aus Damaskus starben 12 Menschen.", ["Damaskus"]),
        ("Kiew zufolge starben 12 Menschen.", ["Kiew"]),
        ("900 Busfahrer legten der Gewerkschaft zufolge die Arbeit nieder.", ["Gewerkschaft"]),
        ("Die Polizei verhaftete nach eigenem Bekunden 12 Personen.", ["Polizei"]),
        ("400 Häuser sind beschädigt. Das geht aus der Liste des Landratsamts hervor.", ["Landratsamts"]),
        ("1.200 Stellen fallen weg. Das steht in einem Papier des Vorstands.", ["Vorstands"]),
        # side by side
        ("Regierung: 87 Tote – Opposition: 210", ["Regierung", "Opposition"]),
        ("Israel nannte 17.000 getötete Kämpfer, die Hamas 6.000.", ["Israel", "Hamas"]),
        ("Nach Angaben der Bahn fielen 40 Züge aus, Verdi erklärte, es seien 90.", ["Bahn", "Verdi"]),
        ("Offiziell kamen 13 Menschen ums Leben.", ["Offiziell"]),
        ("Bürgermeister Kern war dort. Am Abend sprach er von 40 Toten.", ["Bürgermeister Kern"]),
    ],
)
def test_who_speaks(reader: Reader, text: str, names: list[str | None]) -> None:
    assert named(reader, "de", text, MOMENT) == names


@pytest.mark.parametrize(
    "text",
    [
        "Während die Polizei 40 Redner einkesselte, zogen 500 weiter.",
        "Obwohl die Feuerwehr 40 Menschen rettete, starben zwölf.",
        "Nach deutschem Recht drohen 40 Fahrern Strafen.",
        "Nach Berliner Vorbild werden 40 Straßen gesperrt.",
        "Laut PDF-Bericht fehlen 12 Seiten.",
        "In Berlin heißt es, 40 Menschen seien gestorben.",
        "Die Armee ließ 40 Gefangene frei.",
        "Wer den Plan liest, der kommt auf 2.700 Stellen.",
    ],
)
def test_nobody_speaks(reader: Reader, text: str) -> None:
    assert set(named(reader, "de", text, MOMENT)) == {None}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("In Dakar wurden 320 Dengue-Fälle nachgewiesen.", "person.cases"),
        ("17.000 Hamas-Kämpfer sind getötet worden.", "person.troops_killed"),
        ("Im März gab es 40 Masern-Fälle.", "person.cases"),
        ("Gestrichen wurden laut Fraport 620 Flüge.", "thing.flights_cancelled"),
        ("Am Flughafen fielen gestern 85 Flüge aus.", "thing.flights_cancelled"),
        ("Die Rebellen halten 24 Geiseln fest.", "person.hostages"),
        ("Bei den Gefechten sind 18 Soldaten gefallen.", "person.troops_killed"),
        ("Bei dem Brand kamen in der Nacht 17 Menschen um.", "person.dead"),
        ("Ihren Job verlieren beim Konzern 800 Mitarbeiter.", "person.laid_off"),
        ("900 Busfahrer legten gestern die Arbeit nieder.", "person.strikers"),
        ("Den Ärmelkanal überquerten 820 Menschen.", "person.migrants"),
        ("Zur Lichterkette kamen 800 Menschen.", "person.marchers"),
        ("Im Etat klafft ein Loch von 75 Millionen Euro.", "money.deficit"),
        ("Der Schaden wird auf 30.000 Euro geschätzt.", "money.damage"),
        ("Das Institut gab die Stärke mit 6,1 an.", "quake.magnitude"),
        ("Im Spital liegen 85 Patienten.", "person.hospitalised"),
    ],
)
def test_what_is_counted(reader: Reader, text: str, measure: str) -> None:
    assert [claim.measure for claim in read(reader, text, MOMENT, lang="de").claims] == [measure]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Die Klinik sprach von 35 Verletzten, das Klinikum Süd von 52.", "person.injured"),
        ("Vier Soldaten fielen durch die Prüfung.", "person.troops"),
        ("Für 800 Mieter sind die Mieten gefallen.", "person.residents"),
        ("Gegen Abend kamen 40 Gäste um den Platz.", "person.participants"),
        ("Das Vermögen wird auf 30.000 Euro geschätzt.", "money.valuation"),
        ("Die Polizei nahm 24 Helfer fest.", "person.arrested"),
    ],
)
def test_what_only_looks_like_it(reader: Reader, text: str, measure: str) -> None:
    assert {claim.measure for claim in read(reader, text, MOMENT, lang="de").claims} == {measure}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Vermisst werden damit noch 26 Menschen.", "reported"),
        ("24 Geiseln werden noch festgehalten.", "reported"),
        ("Kommen werden morgen 26 Menschen.", "expected"),
    ],
)
def test_passives_are_no_future(reader: Reader, text: str, status: str) -> None:
    assert [claim.status for claim in read(reader, text, MOMENT, lang="de").claims] == [status]


@pytest.mark.parametrize(
    ("text", "ref"),
    [
        ("Nach Kiewer Angaben starben zwölf Menschen.", "name:kiew"),
        ("Nach israelischen Angaben starben zwölf Menschen.", "country:IL"),
        ("Nach RKI-Angaben starben zwölf Menschen.", "name:rki"),
    ],
)
def test_whose_figures_are(reader: Reader, text: str, ref: str) -> None:
    assert [claim.originator and claim.originator.ref for claim in read(reader, text, MOMENT, lang="de").claims] == [
        ref
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In Kenia starben 88 Menschen. In der Hauptstadt Nairobi zählte die Polizei 37 Tote.",
        "In Kenia starben 88 Menschen. In der Millionenstadt Nairobi waren es 37.",
    ],
)
def test_a_town_behind_its_kind(reader: Reader, text: str) -> None:
    assert [claim.place for claim in read(reader, text, MOMENT, lang="de").claims] == ["country:KE", "geonames:184745"]
