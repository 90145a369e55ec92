"""What a figure counts whose noun is left out, says little, or stands apart from its verb."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 5, 7, 18, tzinfo=UTC)
DEAD, INJURED, MISSING, ARRESTED = "person.dead", "person.injured", "person.missing", "person.arrested"
EVACUATED, RESCUED, REFUGEES, DISPLACED = "person.evacuated", "person.rescued", "person.refugees", "person.displaced"
MARCHERS, STRIKERS, TAKING_PART = "person.marchers", "person.strikers", "person.participants"
PEOPLE, POLICE, LAID_OFF, LOST = "person.people", "person.police", "person.laid_off", "person.troops_killed"
CASES, SEATS, MEDALS = "person.cases", "vote.seats", "sport.medals"
DAMAGED, DESTROYED = "thing.buildings_damaged", "thing.buildings_destroyed"


def _measures(reader: Reader, lang: str, text: str, title: str | None = None) -> list[str]:
    claims = read(reader, text, MOMENT, lang=lang, title=title).claims
    return [claim.measure for claim in claims if claim.field == "text"]


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        # brought to safety is evacuated, pulled from ruins rescued; both may be told by two parts of a verb
        ("en", "The navy flew 311 people out on Friday.", [EVACUATED]),
        ("en", "Boats brought 860 villagers to safety.", [EVACUATED]),
        ("en", "Firefighters pulled 14 people alive from the rubble.", [RESCUED]),
        ("en", "He took 30 people to lunch and went out.", [PEOPLE]),
        ("fr", "Quelque 650 habitants ont été mis en sécurité dans un gymnase.", [EVACUATED]),
        ("fr", "Le maire a mis 80 personnes à l'abri.", [EVACUATED]),
        ("de", "Die Bundeswehr flog 310 Menschen aus.", [EVACUATED]),
        ("de", "Die Polizei nahm 47 Demonstranten fest.", [ARRESTED]),
        ("de", "Die Polizei nahm 47 Demonstranten die Plakate weg.", [MARCHERS]),
        ("es", "Unas 1.800 personas han sido puestas a salvo.", [EVACUATED]),
        # over a border they are refugees, within it displaced
        ("en", "Some 42,000 people crossed the border last week.", [REFUGEES]),
        ("en", "Some 42,000 people fled their homes last week.", [DISPLACED]),
        ("en", "Some 42,000 migrants crossed the border last week.", ["person.migrants"]),
        ("fr", "130 000 personnes ont passé la frontière.", [REFUGEES]),
        ("de", "Rund 200.000 Menschen flohen ins Nachbarland.", [REFUGEES]),
        ("es", "Unas 9.000 personas cruzaron la frontera.", [REFUGEES]),
        # an army loses men, a firm cuts jobs
        ("en", "Russia lost 1,150 men and 14 tanks.", [LOST, "thing.tanks"]),
        ("fr", "L'armée a perdu 38 hommes dans l'embuscade.", [LOST]),
        ("de", "Die Armee verlor 28 Soldaten.", [LOST]),
        ("es", "El ejército perdió a 31 soldados.", [LOST]),
        ("en", "The firm will cut 900 jobs.", [LAID_OFF]),
        ("en", "The firm will create 900 jobs.", ["person.jobs"]),
        ("fr", "Le groupe va supprimer 2 300 postes, dont 800 en France.", [LAID_OFF, LAID_OFF]),
        ("de", "Der Konzern streicht 3.800 Stellen.", [LAID_OFF]),
        ("es", "La empresa suprimirá 700 puestos.", [LAID_OFF]),
        # what is inserted between a noun and its verb, or only says where
        ("en", "About 15,000 people - most of the town - lost their lives.", [DEAD]),
        ("en", "Seven people, shepherds from a farm in the hills below the dam, are missing.", [MISSING]),
        ("en", "Seven people, shepherds from a farm in the hills, said the fire had gone.", [PEOPLE]),
        ("de", "Rund 40 Menschen – die meisten waren Urlauber – kamen ums Leben.", [DEAD]),
        ("es", "Veinte personas -casi todas jóvenes- perdieron la vida.", [DEAD]),
        ("en", "More than 22,000 homes in 17 settlements are flooded.", [DAMAGED, "thing.villages"]),
        ("fr", "Douze maisons dans deux villages ont été détruites.", [DESTROYED, "thing.villages"]),
        # how many live there
        ("en", "In Amizmiz, a town of 14,000, relatives waited at the hospital.", ["person.residents"]),
        ("fr", "Dans un village de 400 personnes, 12 sont mortes.", ["person.residents", DEAD]),
        # those sought, and those who seek
        ("en", "Divers are searching for 12 sailors.", [MISSING]),
        ("en", "Some 416 workers are searching for remains.", ["person.employees"]),
        # arrests are none of the injured told with them
        ("fr", "Il y a eu 457 interpellations la veille et 441 gendarmes blessés.", [ARRESTED, INJURED]),
        # those besides share it, killed or wounded are both
        ("de", "19 Beamte wurden verletzt, dazu 40 Demonstranten.", [INJURED, INJURED]),
        ("de", "19 Beamte wurden verletzt, es kamen 40 Demonstranten.", [INJURED, MARCHERS]),
        ("en", "They suffered more than 1,000 killed or wounded in a week.", ["person.casualties"]),
        ("fr", "L'armée compte 300 tués et blessés.", ["person.casualties"]),
        # the ballots on both sides of "to"
        ("en", "The bill passed by 312 to 214 votes.", ["vote.for", "vote.against"]),
        ("de", "Das Gesetz wurde mit 389 zu 266 Stimmen angenommen.", ["vote.for", "vote.against"]),
        # ages in brackets are none of the dead
        ("de", "Ein Feuerwehrmann (46) ertrank, zwei Frauen starben.", [DEAD]),
        # those without a noun, too, are counted by what they take part in, and rates by their name
        ("en", "The May Day march through Dhaka drew more than 50,000.", [MARCHERS]),
        ("en", "There are 42 counties in red. The incidence rate is 72 per 100,000.", ["thing.regions", CASES]),
        ("fr", "On compte 42 départements en rouge. L'incidence est de 72 pour 100.000.", ["thing.regions", CASES]),
        ("de", "Die Inzidenz liegt bei 72,5 pro 100.000 Einwohner.", [CASES]),
        ("es", "La incidencia es de 72 por cada 100.000 habitantes.", [CASES]),
        ("de", "Die Inzidenz liegt bei 72.", []),  # no 72 cases
        ("fr", "Ils abattent dix personnes.", [DEAD]),
        # of what somebody has the most, and the next
        ("en", "Bernie Rocks had the most delegates, with 60, followed by Jill Bell, with 54.", [SEATS, SEATS]),
        ("fr", "La Chine a remporté le plus de médailles, avec 38, devant le Kenya, avec 36.", [MEDALS, MEDALS]),
        ("de", "China gewann die meisten Medaillen, mit 38, vor Kenia mit 36.", [MEDALS, MEDALS]),
        ("es", "China ganó más medallas, con 38, por delante de Kenia, con 36.", [MEDALS, MEDALS]),
        ("en", "The town has the most hospitals, with 24 people in each bed.", [PEOPLE]),
    ],
)
def test_what_befell_them(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert _measures(reader, lang, text) == measures


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        # in a new sentence with the first count of the one before, or the one far nearer in size
        ("en", "The flood killed 550 and injured 4,926. The doctors count 436.", [DEAD, INJURED, DEAD]),
        ("en", "Three gunmen killed 43 people. The ministry spoke of 45.", ["person.fighters", DEAD, DEAD]),
        (
            "fr",
            "A Hatay, 1 200 immeubles sont écroulés, dit le maire, qui compte 872 morts. Un ingénieur parle de 2 000.",
            [DESTROYED, DEAD, DESTROYED],
        ),
        # a part is of what is as large
        (
            "fr",
            "On déplore 14 morts et 63 blessés. 27 d'entre eux ont été transportés à Marseille.",
            [DEAD, INJURED, INJURED],
        ),
        # a wide noun goes on where somebody counts, and nothing more is told of them
        ("en", "At least 330 people died, the ministry said. The doctors count 198 civilians.", [DEAD, DEAD]),
        ("en", "At least 330 people died, the ministry said. The valley has 198 people.", [DEAD, PEOPLE]),
        ("en", "At least 12 people died. Relatives put the number of victims at 20.", [DEAD, DEAD]),
        # "dont", "en": of those told of, whatever else the sentence tells
        (
            "fr",
            "Les 11 000 policiers, dont 4 000 à Paris, seraient mobilisés. Il y en avait 10 000 jeudi.",
            [POLICE] * 3,
        ),
        ("fr", "On compte 12 blessés, dont trois grièvement.", [INJURED, INJURED]),
        # the villages and the flights only say where
        (
            "en",
            "The office says 897 people were evacuated on eight flights. By noon it was 1,040.",
            [EVACUATED, "thing.flights", EVACUATED],
        ),
        # sums
        (
            "en",
            "The damage is put at 3 billion euros. Insurers reckon with 5 billion.",
            ["money.damage", "money.damage"],
        ),
        (
            "de",
            "Der Schaden beläuft sich auf 1,2 Milliarden Euro, die Versicherer nennen 900 Millionen.",
            ["money.damage"] * 2,
        ),
        ("en", "A ticket costs 3 euros. The office has 40 on its list, 12 died.", ["money.cost", DEAD, DEAD]),
        ("fr", "La grève a coûté 200 millions d'euros au métro et environ 850 millions au rail.", ["money.cost"]),
        # what a clause begins with
        ("en", "Internal displacement doubled within a week to 700,000.", [DISPLACED]),
        ("en", "Arrests rose to 312.", [ARRESTED]),
    ],
)
def test_what_goes_on(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert _measures(reader, lang, text) == measures


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        ("fr", "La manifestation a eu lieu à Brest. La police a compté 12 500 personnes.", [MARCHERS]),
        (
            "fr",
            "Manifestation à Marseille. Ils étaient 205 000 selon la CGT. « 40 000 », répond la préfecture.",
            [MARCHERS] * 2,
        ),
        ("fr", "La manifestation est partie. La préfecture annonce 34 000 participants.", [MARCHERS]),
        ("fr", "La manifestation est partie. Dans l'immeuble vivent 30 personnes.", [PEOPLE]),
        ("en", "The protest began at noon. Police counted 3,000 people.", [MARCHERS]),
        ("en", "The concert began at noon. Police counted 3,000 people.", [PEOPLE]),
        ("de", "Die Demonstration begann am Mittag. Die Polizei zählte 3.000 Menschen.", [MARCHERS]),
        ("es", "La manifestación empezó al mediodía. La policía contó 3.000 personas.", [MARCHERS]),
        ("en", "About 3,000 people came to the basilica; the crowd inside was no more than 850.", [TAKING_PART] * 2),
        ("en", "Some 5,000 nurses downed tools.", [STRIKERS]),
    ],
)
def test_crowds(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert _measures(reader, lang, text) == measures


@pytest.mark.parametrize(
    ("title", "text", "measures"),
    [
        ("47 dead in flood", "The number of victims rose to 47.", [DEAD]),
        ("47 hurt in flood", "The number of victims rose to 60.", ["person.victims"]),
        ("RAF flies out 301 Britons", "By the evening it was 410, a spokesman said.", [EVACUATED]),
    ],
)
def test_what_the_headline_counts_goes_on(reader: Reader, title: str, text: str, measures: list[str]) -> None:
    assert _measures(reader, "en", text, title) == measures


def test_those_a_noun_counts_are_a_group_where_a_fate_is_the_measure(reader: Reader) -> None:
    text = "441 membres des forces de l'ordre ont été blessés, 12 policiers patrouillent."
    claims = read(reader, text, MOMENT, lang="fr").claims
    assert [(claim.measure, claim.group) for claim in claims] == [(INJURED, "police"), (POLICE, None)]


def test_a_sum_after_a_sum_has_its_currency(reader: Reader) -> None:
    text = "The damage is put at 3 billion euros; insurers estimate 5 billion."
    claims = read(reader, text, MOMENT, lang="en").claims
    assert [(claim.figure.kind, claim.figure.unit) for claim in claims] == [("money", "EUR")] * 2


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        ("en", "The death toll from the 6.4-magnitude quake in the valley was 2,310.", ["quake.magnitude", DEAD]),
        ("en", "The 6.4-magnitude quake was followed by one of 5.1.", ["quake.magnitude", "quake.magnitude"]),
        ("fr", "Le bilan du séisme de magnitude 6,4 est passé à 2 310.", ["quake.magnitude", DEAD]),
        ("de", "Die Zahl der Toten nach dem Beben der Stärke 6,4 stieg auf 2310.", ["quake.magnitude", DEAD]),
    ],
)
def test_no_quake_has_a_magnitude_of_thousands(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert _measures(reader, lang, text) == measures
