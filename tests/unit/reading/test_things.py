"""One thing under several words: the sick and cases, prisoners freed, those in a strike, what works are put at."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents import languages
from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def _measures(reader: Reader, lang: str, text: str) -> list[str]:
    return [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        # whoever has a disease is one of its cases
        ("en", "Some 900 villagers are sick with cholera.", "person.cases"),
        ("en", "At least 900 people have dengue fever.", "person.cases"),
        ("fr", "Quelque 900 personnes ont la rougeole.", "person.cases"),
        ("fr", "On compte 900 malades du choléra.", "person.cases"),
        ("es", "Hay 900 enfermos de dengue.", "person.cases"),
        ("es", "Unas 900 personas padecen malaria.", "person.cases"),
        ("de", "Rund 900 Menschen leiden an Typhus.", "person.cases"),
        ("en", "Some 900 people are sick with worry.", "person.people"),
        ("en", "The clinic has 900 patients.", "person.patients"),
        ("fr", "Quelque 900 personnes ont la nationalité suisse.", "person.people"),
        ("es", "Hay 900 enfermos en la sala.", "person.patients"),
        ("de", "Rund 900 Menschen haben Angst.", "person.people"),
        # and nothing more than the disease
        ("en", "Some 900 pupils had malaria last May.", "person.cases"),
        ("en", "Some 900 people caught mumps and cholera.", "person.people"),
        ("en", "Some 900 people caught cholera.", "person.cases"),
        ("en", "Some 900 people had malaria tests.", "person.people"),
        ("en", "Some 900 people have typhoid and polio jabs.", "person.people"),
        ("fr", "Quelque 900 personnes avaient la grippe en avril.", "person.cases"),
        ("fr", "Quelque 900 personnes ont la grippe comme seul souci.", "person.people"),
        ("es", "Unas 900 personas tenían dengue en abril.", "person.cases"),
        ("es", "Unas 900 personas tienen dengue como tema de tesis.", "person.people"),
        ("de", "Rund 900 Menschen hatten im Mai die Grippe.", "person.people"),
        ("de", "Rund 900 Menschen hatten Grippe im Mai.", "person.cases"),
        ("de", "Rund 900 Menschen haben die Grippe-Impfung bekommen.", "person.people"),
        # prisoners freed, whatever they are called
        ("en", "The junta freed 46 detainees.", "person.released"),
        ("en", "Some 46 inmates walked free.", "person.released"),
        ("fr", "Samedi, 46 détenus ont été libérés.", "person.released"),
        ("fr", "La junte annonce la remise en liberté de 46 détenus.", "person.released"),
        ("es", "El gobierno anunció 46 excarcelaciones.", "person.released"),
        ("es", "Fueron excarcelados 46 presos.", "person.released"),
        ("es", "Una ONG confirmó la liberación de 46 presos.", "person.released"),
        ("de", "Minsk ließ am Mittwoch 46 Häftlinge frei.", "person.released"),
        ("de", "Gezählt wurden 46 freigelassene Gefangene.", "person.released"),
        ("de", "Am Montag wurden 46 Gefangene aus der Haft entlassen.", "person.released"),
        ("en", "The junta holds 46 detainees.", "person.detained"),
        ("en", "Some 46 hikers walked the trail.", "person.tourists"),
        ("fr", "Samedi, 46 détenus ont été soignés.", "person.detained"),
        ("es", "Hay 46 presos en la celda.", "person.prisoners"),
        ("de", "In der Zelle sitzen 46 Häftlinge.", "person.detained"),
        ("de", "Am Montag wurden 46 Arbeiter entlassen.", "person.laid_off"),
        # the event that a clause begins with, and what those did who are counted behind it
        ("de", "Am Streik in Köln beteiligten sich am Montag laut Verdi 900 Beschäftigte.", "person.strikers"),
        ("de", "Dem Warnstreik schlossen sich laut Verdi 900 Beschäftigte an.", "person.strikers"),
        ("es", "En la huelga del martes participaron 900 trabajadores.", "person.strikers"),
        ("fr", "À la grève de jeudi ont participé 900 salariés.", "person.strikers"),
        ("de", "Am Kurs in Köln beteiligten sich am Montag laut Verdi 900 Beschäftigte.", "person.employees"),
        ("es", "En el curso del martes participaron 900 trabajadores.", "person.employees"),
        ("fr", "À la kermesse de jeudi ont participé 900 salariés.", "person.employees"),
        # what somebody puts a work at is its cost
        ("en", "The mayor put the tram project at $410 million.", "money.cost"),
        ("en", "The state estimates the new rail line at about 14 billion euros.", "money.cost"),
        ("fr", "Le ministre chiffre à 8 milliards d'euros le projet de canal.", "money.cost"),
        ("fr", "Le maire évalue la rénovation à 8 millions d'euros.", "money.cost"),
        ("es", "El alcalde cifra en 95 millones de euros la ampliación del puerto.", "money.cost"),
        ("de", "Das Land beziffert die Elbbrücke auf 230 Millionen Euro.", "money.cost"),
        ("de", "Das Land veranschlagt für die Oper 230 Millionen Euro.", "money.cost"),
        ("en", "The council put $410 million into the tram project.", "money.amount"),
        ("en", "The dealer put the painting at $410 million.", "money.amount"),
        ("fr", "La région versera 8 milliards d'euros au projet de canal.", "money.amount"),
        ("fr", "Le collectionneur évalue le tableau à 8 millions d'euros.", "money.amount"),
        ("es", "El alcalde entregó 95 millones de euros para la ampliación del puerto.", "money.amount"),
        ("de", "Der Händler beziffert das Gemälde auf 230 Millionen Euro.", "money.amount"),
        # and no work that something else is of, comes by or is called after
        ("en", "The mayor put the renovated bridge at $410 million.", "money.cost"),
        ("en", "The mayor put the benefits of the tram project at $410 million.", "money.amount"),
        ("en", "The mayor put the stadium loot at $410 million.", "money.amount"),
        ("en", "The tunnel was estimated at $410 million.", "money.cost"),
        ("fr", "Le maire chiffre à 8 millions d'euros les effets du musée.", "money.amount"),
        ("fr", "Le maire chiffre à 8 millions d'euros l'extension du musée.", "money.cost"),
        ("fr", "Les retombées du stade sont chiffrées à 8 millions d'euros.", "money.amount"),
        ("es", "El efecto del túnel se estima en 95 millones de euros.", "money.amount"),
        ("es", "El túnel se estima en 95 millones de euros.", "money.cost"),
        ("es", "El alcalde cifra en 95 millones de euros el efecto del túnel.", "money.amount"),
        ("de", "Die Wirkung durch das Projekt beziffert das Land auf 230 Millionen Euro.", "money.amount"),
        ("de", "Den Umbau der Klinik beziffert das Land auf 230 Millionen Euro.", "money.cost"),
        ("de", "Den Raub im Museum beziffert die Polizei auf 230 Millionen Euro.", "money.amount"),
        # the dead of a country's losses are its soldiers
        ("en", "NATO puts Russian losses at 7,000 dead.", "person.troops_killed"),
        ("fr", "L'Otan estime les pertes russes à 7 000 morts.", "person.troops_killed"),
        ("es", "La OTAN cifra las bajas rusas en 7.000 muertos.", "person.troops_killed"),
        ("de", "Die Nato beziffert die russischen Verluste auf 7.000 Tote.", "person.troops_killed"),
        ("en", "Russian losses in the avalanche are put at 12 dead.", "person.dead"),
        ("en", "Russian losses are put at 12 dead, among them tourists.", "person.dead"),
        ("fr", "Les pertes russes dans l'incendie sont de 12 morts.", "person.dead"),
        ("fr", "Les pertes russes sont de 12 morts, surtout des civils.", "person.dead"),
        ("es", "Las bajas rusas en el accidente suman 12 muertos.", "person.dead"),
        ("es", "Las bajas rusas suman 12 muertos, sobre todo civiles.", "person.dead"),
        ("de", "Die russischen Verluste beim Zugunglück betragen 12 Tote.", "person.dead"),
        ("de", "Die russischen Verluste betragen 12 Tote, meist Zivilisten.", "person.dead"),
        ("en", "NATO puts the losses of the quake at 7,000 dead.", "person.dead"),
        ("fr", "La préfecture évalue les pertes humaines à 12 morts.", "person.dead"),
        ("es", "La alcaldía cifra las bajas del sismo en 12 muertos.", "person.dead"),
        ("de", "Die Nato beziffert die menschlichen Verluste auf 7.000 Tote.", "person.dead"),
    ],
)
def test_one_thing_under_several_words(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert _measures(reader, lang, text) == [measure]


@pytest.mark.parametrize(
    ("lang", "text", "second"),
    [
        ("en", "The firm says 4,200 were on strike. The union counted 6,500 workers.", "person.strikers"),
        ("fr", "La direction compte 1 100 grévistes. FO parle de 2 900 salariés.", "person.strikers"),
        ("es", "La empresa cifra los huelguistas en 1.900. UGT habla de 4.800 trabajadores.", "person.strikers"),
        ("de", "Der Konzern sprach von 5.100 Streikenden. Verdi zählte 9.400 Beschäftigte.", "person.strikers"),
        ("en", "The firm says 4,200 were on strike. It employs 6,500 workers.", "person.employees"),
        ("fr", "La direction compte 1 100 grévistes. Le groupe emploie 2 900 salariés.", "person.employees"),
        ("es", "La empresa cifra los huelguistas en 1.900. El grupo emplea a 4.800 trabajadores.", "person.employees"),
        ("de", "Der Konzern sprach von 5.100 Streikenden. Er hat 9.400 Beschäftigte.", "person.employees"),
    ],
)
def test_workers_of_whom_a_second_speaker_tells_are_on_strike_too(
    reader: Reader, lang: str, text: str, second: str
) -> None:
    assert _measures(reader, lang, text) == ["person.strikers", second]


@pytest.mark.parametrize(
    ("lang", "text", "second"),
    [
        (
            "de",
            "Der Konzern will 2.100 Stellen streichen. Sie geht von 3.500 Jobs aus und nennt Quellen.",
            "person.laid_off",
        ),
        ("de", "Der Konzern will 2.100 Stellen streichen. Er bietet 3.500 Jobs im Ausland.", "person.jobs"),
    ],
)
def test_a_verb_in_two_parts_ends_a_count(reader: Reader, lang: str, text: str, second: str) -> None:
    assert _measures(reader, lang, text) == ["person.laid_off", second]


@pytest.mark.parametrize("lang", languages.codes())
def test_every_language_knows_the_same_diseases(lang: str) -> None:
    here, there = (set(languages.table(code, "scopes")["disease"]) for code in (lang, "en"))
    assert here <= there
    assert len(there - here) <= 1
