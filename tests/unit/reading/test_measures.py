"""What a figure measures, rule by rule: a sentence that the rule is for, and one beside it that it leaves alone."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.claim import Claim

from .reading import read

MOMENT = datetime(2019, 12, 17, 18, tzinfo=UTC)


def claims(reader: Reader, lang: str, text: str) -> tuple[Claim, ...]:
    return read(reader, text, MOMENT, lang=lang).claims


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        # what those counted did is not what befell them
        ("en", "Three suicide bombers who killed 43 people fled.", ["person.offenders", "person.dead"]),
        ("en", "Three suicide bombers who were killed had fled.", ["person.dead"]),
        ("fr", "Deux hommes qui ont tué 12 policiers ont fui.", ["person.people", "person.dead"]),
        # a verb behind "and" governs what follows it, unless both are passive
        ("en", "He met 20 sailors and wounded three others.", ["person.crew", "person.injured"]),
        ("en", "At least 40 people were shot and killed the same night.", ["person.dead"]),
        # a month is no march
        ("en", "As of March 20, the agency said, 378 confirmed cases were reported.", ["person.cases"]),
        ("en", "The Women's March drew 30,000 people.", ["person.marchers"]),
        # a verb is no noun of what its subject counts
        ("es", "A 366 llegan los fallecidos y a 2.658 los heridos.", ["person.dead", "person.injured"]),
        ("es", "A 222 ha subido el número de muertos.", ["person.dead"]),
        ("es", "El fuego quemó 222 ha de bosque.", ["area.burned"]),
        ("es", "La lista de fallecidos, 207 hasta la medianoche, crece.", ["person.dead"]),
        # people take fates of people
        ("en", "A town of 13,000 people was destroyed.", ["person.residents"]),
        ("en", "In all 130 houses were destroyed.", ["thing.buildings_destroyed"]),
        # what they were doing says less than a noun of their own
        ("en", "140 migrants on board waited.", ["person.migrants"]),
        ("en", "140 people on board waited.", ["person.passengers"]),
        ("fr", "6 000 policiers ont encadré la manifestation.", ["person.police"]),
        ("fr", "6 000 étudiants ont manifesté.", ["person.marchers"]),
        # of others than those counted
        ("en", "100 people on the list of those who are missing are safe.", ["person.rescued"]),
        ("en", "30 of those killed were children.", ["person.dead"]),
        # how old somebody died
        ("en", "Pioneer William Gray dies at 86", []),
        ("en", "He died at 86 hospitals.", ["thing.hospitals"]),
        # where all nouns have capitals, a small word is counted by nobody
        ("de", "Die Zahl der Toten ist auf 8 gestiegen.", ["person.dead"]),
        ("de", "Rund 8 neue Stellen fallen weg.", ["person.laid_off"]),
        # what has a value is no part of it
        ("de", "Die Veranstalter nannten eine Teilnehmerzahl von 2.000.", ["person.participants"]),
        ("de", "Ein Schüler von 2.000 kam.", ["share.other"]),
        ("de", "In Berlin gab es 47 Masernfälle.", ["person.cases"]),
        ("de", "Dem Feuer fielen 140 Häuser zum Opfer.", ["thing.buildings_destroyed"]),
        ("en", "The union says 2,800 posts are being axed.", ["person.laid_off"]),
        ("en", "They count 46 homes lost to the fire.", ["thing.buildings_destroyed"]),
        # a number word is no fate; "former" and "initial" say nothing of a figure, "previously reported" does
        ("fr", "Une quarantaine de manifestants sont venus.", ["person.marchers"]),
        ("fr", "Un colon a été condamné.", []),
        ("en", "Former mayor Smith said 12 people died.", ["person.dead"]),
        ("en", "It will receive initial funding of 1.5 million reais.", ["money.budget"]),
        ("en", "Police had previously reported 12 deaths.", ["person.dead"]),
        ("fr", "Il y a 15% de fidèles en plus.", ["share.change"]),
        ("en", "He faces a fine of $250,000 on each charge.", ["money.fine"]),
        # what is said of those told by another fate; what befell first
        ("en", "Only 2 of 223 vaccinated patients were hospitalised.", ["person.hospitalised"]),
        ("en", "Doctors saw 20 vaccinated patients.", ["person.vaccinated"]),
        ("es", "Ayer murieron en Lima 30 personas.", ["person.dead"]),
        ("de", "Am Montag starben in Köln 30 Menschen.", ["person.dead"]),
        ("de", "Nach dem Tod des Chefs, sagte er, kamen 30 Menschen.", ["person.people"]),
        ("fr", "On compte 12 blessés, dont trois graves.", ["person.injured", "person.injured"]),
        # votes for and against are no voters' number, and nobody's value of before
        ("fr", "181 députés ont voté pour, 120 ont voté contre.", ["vote.for", "vote.against"]),
        ("fr", "Le texte a été rejeté par 178 voix contre 99 voix.", ["vote.against", "vote.for"]),
        ("en", "The bill passed by 312 votes to 214.", ["vote.for", "vote.against"]),
        # a march drew them
        ("fr", "La mobilisation a attiré 13 000 personnes.", ["person.marchers"]),
        ("fr", "Le salon a attiré 13 000 personnes.", ["person.participants"]),
        ("de", "Es kamen 40 russische Soldaten.", ["person.troops"]),
        ("de", "Es kostete 40 russische Rubel.", ["money.cost"]),
        # numbers of an enumeration are names; "two of them" are what went before
        ("fr", "Dix lignes restent fermées (2, 3, 3bis, 6 et 7).", ["thing.lines"]),
        ("fr", "On compte 12, 15 et 18 morts.", ["person.dead"] * 3),
        ("en", "The attacks left dead 12, 15 and 18.", ["person.dead"] * 3),
        # so many of those known, and a share
        ("en", "Three of the five hostages were freed.", ["person.hostages"]),
        ("fr", "Neuf TGV sur dix roulent.", ["share.service"]),
        # what is counted is told before what it changed by
        ("en", "The number of jobless fell by 0.6 % to 2.8 million.", ["share.change", "person.unemployed"]),
        ("en", "They tried four vaccines, and two of them had worked.", ["thing.vaccine_doses"] * 2),
        # what a thing is like has not burned
        ("en", "After the fire they painted a 10,000-square-foot flag.", ["area.size"]),
        ("en", "The fire burned 10,000 square feet.", ["area.burned"]),
        # compared with somebody else's
        ("fr", "Le gouvernement est jugé responsable par 46 %, contre 35 % pour les syndicats.", ["share.other"] * 2),
        ("fr", "Le taux est de 46 %, contre 35 %.", ["share.other"]),
        ("fr", "L'action était en baisse de 6,81 %.", ["share.stock_price"]),
        # where something stands after a change
        ("en", "Unemployment rose to 6 percent.", ["share.unemployment"]),
        ("en", "Unemployment rose 6 percent.", ["share.change"]),
        ("es", "El paro subió al 11,2 %.", ["share.unemployment"]),
        ("de", "Die Arbeitslosenquote stieg auf 6,1 Prozent.", ["share.unemployment"]),
        ("fr", "Le taux a chuté à 3 %.", ["share.other"]),
        # shares of, and changes
        ("en", "Hearings fell, and it covers 60 percent of the costs.", ["share.other"]),
        ("en", "Costs fell by 60 percent.", ["share.change"]),
        ("fr", "Le syndicat représente 25 % des contrôleurs de train.", ["share.other"]),
        ("fr", "On compte 25 % des trains.", ["share.service"]),
        ("fr", "Il y aura neuf TGV sur dix.", ["share.service"]),
        ("fr", "Les violences : +64 % en un an.", ["share.change"]),
        # chosen by a number, talked of, known, a part of a name, what a thing is like
        ("en", "The top 10 percent of earners pay more.", []),
        ("en", "Some 10 percent of earners pay more.", ["share.other"]),
        ("fr", "Les 10 % des habitants les plus pauvres ont perdu.", []),
        ("en", "A couple of questions remain.", []),
        ("en", "Some 40 questions remain.", ["thing.topics"]),
        ("en", "Francis's two companies closed.", []),
        ("en", "Two companies closed.", ["thing.companies"]),
        ("en", "The Voskhod 2 mission began.", []),
        ("en", "In Kabul 12 aircraft were lost.", ["thing.aircraft"]),
        ("en", "They went to a Six Flags park.", []),
        ("en", "They went to six parks.", ["thing.venues"]),
        ("en", "It is one of eighteen B-17s.", []),
        ("en", "A seven-letter logo was shown.", []),
        ("en", "A 12-member crew died.", ["person.dead"]),
        ("en", "The level was 0.11 when she was taken to a hospital.", []),
        ("en", "He was 101 and died at home.", []),
        ("en", "Adults over the age of 65 died.", []),
        # units
        ("fr", "Le moteur développe 600 Nm.", ["other.unit.newton_meter"]),
        ("en", "A delivery fee of 4.99 pounds is charged.", ["money.price"]),
        ("en", "The parcel weighs 4.99 pounds.", ["weight"]),
        ("en", "She drove a 2003 DB9.", []),
        # nouns
        ("en", "He sued eight oil and gas companies.", ["thing.companies"]),
        ("en", "Hundreds of ISIS (Islamic State) fighters fled.", ["person.fighters"]),
        ("en", "Over two hundred lion lodges closed.", ["other.en.lodge"]),
        ("fr", "Deux hauts gradés ont parlé.", ["other.fr.gradé"]),
        ("fr", "La canicule a causé une surmortalité de 15.000 personnes.", ["person.dead"]),
        ("en", "Number of people still missing falls to 12.", ["person.missing"]),
        ("en", "Six states and two countries agreed.", ["thing.regions", "thing.countries"]),
    ],
)
def test_the_measures(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims(reader, lang, text)] == measures


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        # clauses that a cue does not reach
        ("en", "The town is set to reopen after fires killed 97 people.", "reported"),
        ("en", "Experts estimate that since 2010 about 60,000 people have left.", "estimated"),
        ("en", "The firm is expected to cut, following a review, 4,500 jobs.", "expected"),
        ("fr", "Le syndicat dément que depuis mai 300 postes ont disparu.", "denied"),
        ("fr", "Le scrutin est prévu car 92 bureaux restent ouverts.", "reported"),
        # what those counted do themselves, and what others do with them
        ("en", "A million people requested ballots.", "reported"),
        ("en", "5,000 doses requested by Italy came.", "asked"),
        ("fr", "5 000 personnes ont demandé l'asile.", "reported"),
        ("fr", "5 000 logements ont été promis.", "promised"),
        # others, growth, capacity
        ("en", "Roughly 100 victims were identified and more expected.", "reported"),
        ("en", "The death toll of 101 is expected to grow.", "reported"),
        ("en", "The death toll is expected to rise to 150.", "expected"),
        ("fr", "Le stade peut accueillir 12 000 personnes.", "reported"),
        ("fr", "Le stade pourrait accueillir 12 000 personnes.", "hypothetical"),
        # numbers that are known, verbs by their endings, answers
        ("fr", "Les 45 000 étudiants passeront leurs examens.", "reported"),
        ("fr", "Quelque 45 000 étudiants passeront leurs examens.", "expected"),
        ("fr", "Des milliers de civils mourront.", "expected"),
        # questions, whoever asks them
        ("fr", "« Confirmez-vous 300 morts ? », a demandé une radio.", "asked"),
        ("fr", "« Il y a 300 morts. Et alors ? », a demandé une radio.", "reported"),
        ("fr", "Selon le sondage, 55 % des Français estiment cela juste.", "reported"),
    ],
)
def test_the_status(reader: Reader, lang: str, text: str, status: str) -> None:
    assert [claim.status for claim in claims(reader, lang, text)] == [status]


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("fr", "On a compté 31.000 manifestants, contre 65.000 le 5 décembre.", "2019-12-17"),
        ("fr", "Lors d'une rencontre 200 salariés ont parlé le 5 décembre.", "2019-12-05"),
        ("en", "Police arrested 40 people from 12 countries on 5 December.", "2019-12-05"),
        ("fr", "L'incendie qui a tué 12 personnes le 3 mars est jugé.", "2019-03-03"),
        ("fr", "Il a fait 40°C. Cela rappelle le 3 mars.", "2019-12-17"),
    ],
)
def test_the_day(reader: Reader, lang: str, text: str, day: str) -> None:
    first = claims(reader, lang, text)[0]
    assert first.as_of is not None
    assert first.as_of.start.date().isoformat() == day


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("There are 900 cases worldwide, and 83 in Samoa.", ["country:001", "country:WS"]),
        ("There are 900 cases, and 83 in Samoa.", ["country:WS", "country:WS"]),
    ],
)
def test_the_place(reader: Reader, text: str, places: list[str]) -> None:
    assert [claim.place for claim in claims(reader, "en", text)] == places


def test_letters_raised_behind_a_number_belong_to_it(reader: Reader) -> None:
    assert claims(reader, "en", "The 60<sup>th</sup> Anniversary of the Act was told to 300<sup>1</sup> guests.") != ()
    assert [claim.figure.low for claim in claims(reader, "en", "The 60<sup>th</sup> Anniversary of the Act.")] == []


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        # those of whom no verb follows share what befell the ones before
        ("en", "Over 100 rebels had been killed and only 10 soldiers.", ["person.troops_killed"] * 2),
        ("fr", "Trente civils ont été blessés et quatre policiers.", ["person.injured"] * 2),
        ("fr", "Il y a 36 blessés, a dit le ministre : 34 policiers et deux passants.", ["person.injured"] * 3),
        ("fr", "Les 15 passagers et les trois pilotes sont morts.", ["person.dead"] * 2),
        ("es", "Resultaron heridos 30 civiles y 4 policías.", ["person.injured"] * 2),
        ("de", "30 Menschen wurden verletzt und 4 Polizisten.", ["person.injured"] * 2),
        ("en", "20 people were killed and 300 firefighters were sent.", ["person.dead", "person.firefighters"]),
        # who does it to somebody
        ("en", "Two officers killed a man.", ["person.police"]),
        ("en", "Two officers were killed a week ago.", ["person.dead"]),
        # the number of those told by their noun and what befell it
        ("en", "The number of structures destroyed is 782.", ["thing.buildings_destroyed"]),
        ("en", "The number of guerrillas killed rose to 1,018.", ["person.troops_killed"]),
        ("en", "The number of people still missing falls to 12.", ["person.missing"]),
        ("es", "Las lluvias causaron la muerte a más de 300 personas.", ["person.dead"]),
        ("es", "Votaron 22.860 personas.", ["person.voters"]),
        ("fr", "Quatre autres demeurent portées disparues.", ["person.missing"]),
        ("en", "The death count stands at 60.", ["person.dead"]),
    ],
)
def test_what_befell_is_told_of_others_or_behind(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims(reader, lang, text)] == measures


@pytest.mark.parametrize(
    ("lang", "text", "measure", "group"),
    [
        ("fr", "Coup de grisou au Chili. 33 mineurs sont bloqués.", "person.trapped", None),
        ("fr", "33 mineurs sont bloqués. Ils travaillaient dans une mine de cuivre.", "person.trapped", None),
        ("fr", "L'explosion dans le puits de charbon a tué 14 mineurs.", "person.dead", None),
        ("fr", "Deux mineurs sont morts dans un puits.", "person.dead", "children"),
        ("fr", "Le charbon emploie ici 33 mineurs.", "person.employees", None),
        ("fr", "Le juge a placé 12 mineurs en garde à vue.", "person.detained", "children"),
        ("fr", "Une mine antipersonnel a tué 3 mineurs près de la mine de sel.", "person.dead", "children"),
        ("fr", "À la galerie marchande, 12 mineurs ont été arrêtés.", "person.arrested", "children"),
        ("es", "33 mineros quedaron atrapados en la mina.", "person.trapped", None),
        ("es", "33 menores quedaron atrapados en la mina.", "person.trapped", "children"),
        ("de", "12 Kumpel wurden in der Grube verschüttet.", "person.trapped", None),
        ("de", "In der Zeche arbeiten 12 Bergleute.", "person.employees", None),
        ("en", "12 miners were trapped in the pit.", "person.trapped", None),
    ],
)
def test_miners_are_no_minors(reader: Reader, lang: str, text: str, measure: str, group: str | None) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert (claim.measure, claim.group) == (measure, group)
