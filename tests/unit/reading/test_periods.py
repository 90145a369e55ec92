"""The time a figure holds for, rule by rule: a sentence that the rule is for, and one beside it."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.claim import AsOf

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def periods(reader: Reader, lang: str, text: str, title: str | None = None) -> list[str]:
    """First day, day after the last, and accuracy of each claim's time."""
    return [written(claim.as_of) for claim in read(reader, text, MOMENT, lang=lang, title=title).claims]


def written(as_of: AsOf | None) -> str:
    assert as_of is not None
    return f"{as_of.start:%Y-%m-%d} {as_of.end:%Y-%m-%d} {as_of.accuracy}"


PUBLICATION = "2024-10-24 2024-10-25 publication"


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        # parts of a year, of the year named or the last that has begun
        ("en", "Sales rose to $3 billion in the third quarter of 2018.", "2018-07-01 2018-10-01 quarter"),
        ("en", "Second-quarter sales rose to $3 billion.", "2024-04-01 2024-07-01 quarter"),
        ("en", "Sales rose to $3 billion in the first half of 2018.", "2018-01-01 2018-07-01 half"),
        ("en", "Ada scored 3 goals in the first half.", PUBLICATION),
        ("en", "Fires burned 300 homes in summer 2017.", "2017-06-01 2017-09-01 quarter"),
        ("en", "Fires burned 300 homes in summer.", PUBLICATION),
        ("fr", "Les ventes ont atteint 3 milliards d'euros au 2e trimestre.", "2024-04-01 2024-07-01 quarter"),
        ("fr", "Au cours de l'été 2022, 3 000 maisons ont brûlé.", "2022-06-01 2022-09-01 quarter"),
        ("fr", "Les 3 000 maisons ont été brûlées.", PUBLICATION),
        ("es", "El PIB creció un 3 % en el segundo trimestre de 2019.", "2019-04-01 2019-07-01 quarter"),
        ("de", "Im ersten Halbjahr 2019 stieg der Umsatz auf 3 Milliarden Euro.", "2019-01-01 2019-07-01 half"),
        # what is foreseen for a part of a year is foreseen for the coming one
        ("en", "Sales will reach $3 billion in the first quarter.", "2025-01-01 2025-04-01 quarter"),
        ("en", "Sales will reach $3 billion in the fourth quarter.", "2024-10-01 2025-01-01 quarter"),
        ("en", "Sales will reach $3 billion in October.", PUBLICATION),
        # years
        ("en", "The group forecast sales of $12 billion for 2026.", "2026-01-01 2027-01-01 year"),
        ("en", "Sales of $12 billion in 2026 is all that it hopes for.", "2026-01-01 2027-01-01 year"),
        ("en", "It spent $4 million in fiscal 2023.", "2023-01-01 2024-01-01 year"),
        ("en", "It has spent $4 million in 2024.", "2024-01-01 2025-01-01 year"),
        ("en", "It has spent $4 million this year.", PUBLICATION),
        ("en", "The 2018 floods killed 40 people.", "2018-01-01 2019-01-01 year"),
        ("en", "The 2018 law protects 40 people.", PUBLICATION),
        ("fr", "Les inondations de 2018 ont tué 40 personnes.", "2018-01-01 2019-01-01 year"),
        ("fr", "La loi de 2018 protège 40 personnes.", PUBLICATION),
        # what is told has been, however soon the day comes round again
        ("en", "On November 5, a quake killed 40 people.", "2023-11-05 2023-11-06 day"),
        ("en", "In March, 40 people died.", "2024-03-01 2024-04-01 month"),
        # a count is no year
        ("en", "Tents were put up for 2000 people.", PUBLICATION),
        ("de", "Die Veranstalter sprachen von 2000 Menschen.", PUBLICATION),
        # a day soon to come is not last year's
        ("en", "Some 300 people will have to leave by November 2.", "2024-11-02 2024-11-03 day"),
        ("en", "Some 300 people had to leave by March 2.", "2024-03-02 2024-03-03 day"),
        ("en", "Some 300 people had to leave on Sept. 2.", "2024-09-02 2024-09-03 day"),
        ("es", "El 4 de agosto de 2018 murieron 300 personas.", "2018-08-04 2018-08-05 day"),
        ("es", "En agosto de 2018 murieron 300 personas.", "2018-08-01 2018-09-01 month"),
        ("en", "The fire in August last year burned 60 cars.", "2023-08-01 2023-09-01 month"),
        ("en", "Profits rose 5 percent from a year ago.", PUBLICATION),
        # nor is one that has just passed next year's
        ("en", "The gala on October 20 could bring 4 prizes.", "2024-10-20 2024-10-21 day"),
        # what has run since a day is not of that day
        ("en", "Since Monday, 300 people were arrested.", PUBLICATION),
        ("en", "On Monday, 300 people were arrested.", "2024-10-21 2024-10-22 day"),
        ("fr", "Depuis le 15 mars 2011, 300 personnes ont été tuées.", PUBLICATION),
        ("en", "After talks on Friday that changed nothing at all, 30 have died since 2 March.", PUBLICATION),
        ("en", "More than 400 people have died since fighting broke out in the capital on Saturday.", PUBLICATION),
        ("fr", "200 personnes ont péri depuis le début des combats le 15 août.", PUBLICATION),
        ("de", "Seit Beginn der Kämpfe am 15. August sind 200 Menschen getötet worden.", PUBLICATION),
        ("es", "Desde el inicio de los combates el 15 de agosto han muerto 200 personas.", PUBLICATION),
        # nor are the dead of an event of the day on which something has come of it
        ("en", "The alert was raised on Tuesday, after the shooting which killed four people.", PUBLICATION),
        ("fr", "Le niveau a été fixé mardi, après la fusillade de Lyon qui a fait quatre morts.", PUBLICATION),
        ("de", "Am Montag beginnt der Gipfel, nachdem bei dem Anschlag 40 Menschen getötet wurden.", PUBLICATION),
        ("es", "La cumbre empezó el lunes, tras el atentado que causó 40 muertos.", PUBLICATION),
        ("fr", "L'approbation baisse depuis la semaine dernière: 55 % des Français approuvent.", PUBLICATION),
        # the day of an event is that of what it did, and not of a toll that grows
        ("en", "The Aug. 8 fires killed 97 people.", "2024-08-08 2024-08-09 day"),
        ("en", "The toll of the Aug. 8 fires has risen to 97 people.", PUBLICATION),
        ("en", "As of Tuesday, the toll had risen to 97 dead.", "2024-10-22 2024-10-23 day"),
        ("fr", "Le bilan du 15 octobre est passé à 40 morts.", "2024-10-15 2024-10-16 day"),
        ("fr", "Le bilan de l'incendie du 15 octobre est passé à 40 morts.", PUBLICATION),
        # an ordinal's stop ends no clause
        ("de", "Am 4. Oktober starben 300 Menschen.", "2024-10-04 2024-10-05 day"),
        ("de", "300 Menschen sind am 4. Oktober gestorben.", "2024-10-04 2024-10-05 day"),
        # those counted have decided, nobody plans them
        ("en", "As of Tuesday, Ohio was one of six states that had decided to vote.", "2024-10-22 2024-10-23 day"),
    ],
)
def test_the_period(reader: Reader, lang: str, text: str, period: str) -> None:
    assert periods(reader, lang, text)[0] == period


TUESDAY = "2024-10-22 2024-10-23 day"


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Two soldiers killed", "On Tuesday, two soldiers were killed.", [TUESDAY, TUESDAY]),
        ("Three soldiers killed", "On Tuesday, two soldiers were killed.", [PUBLICATION, TUESDAY]),
        (None, "On Tuesday, 40 people died. On Monday, 40 people died. Some say 40 people died.", None),
        (None, "The quake on Tuesday had a magnitude of 6.4. The survey said 6.6 magnitude.", [TUESDAY, TUESDAY]),
        (None, "The quake struck on Tuesday. The survey said 6.6 magnitude.", [TUESDAY]),
        (None, "The quake struck on Tuesday, a day after one on Monday. It had 6.6 magnitude.", [PUBLICATION]),
        (None, "A 6.6 magnitude quake struck. One struck on October 1.", [PUBLICATION]),
        (None, "The tax on Tuesday rose to 6.4 %. The survey said 6.6 %.", [TUESDAY, PUBLICATION]),
    ],
)
def test_a_figure_told_again_has_its_day(
    reader: Reader, title: str | None, text: str, expected: list[str] | None
) -> None:
    found = periods(reader, "en", text, title)
    assert found == expected if expected else found[2] == PUBLICATION


EARLIER = "2024-10-23 2024-10-24 before"
BEFORE, MARCH = "2024-10-23 2024-10-24 day", "2024-03-01 2024-04-01 month"


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        # a value of before is of its own day
        ("en", "The death toll rose to 45, up from 38 on Wednesday.", [PUBLICATION, BEFORE]),
        ("en", "The death toll rose from 38 on Wednesday to 45.", [BEFORE, PUBLICATION]),
        ("en", "Not 38 people died on Wednesday, but 45.", [BEFORE]),
        ("en", "Unemployment rose to 8 %, up from 7 % in March.", [PUBLICATION, MARCH]),
        ("fr", "Le bilan est de 45 morts, contre 38 mercredi.", [PUBLICATION, BEFORE]),
        ("fr", "Le bilan est de 45 morts, contre 38 la veille.", [PUBLICATION, BEFORE]),
        ("fr", "Le bilan est de 45 morts, contre 38 une heure plus tôt.", [PUBLICATION]),
        ("fr", "39.000 personnes ont manifesté (contre 52.000 en mars).", [PUBLICATION, MARCH]),
        ("es", "El balance es de 45 muertos, frente a los 38 del miércoles.", [PUBLICATION, BEFORE]),
        ("es", "El balance es de 45 muertos, frente a los 38 del día anterior.", [PUBLICATION, BEFORE]),
        ("de", "Die Zahl der Toten stieg auf 45, gegenüber 38 am Mittwoch.", [PUBLICATION, BEFORE]),
        ("de", "Die Zahl der Toten stieg auf 45, gegenüber 38 am Vortag.", [PUBLICATION, BEFORE]),
        # the day that a figure is only compared with
        ("en", "39,000 people marched, fewer than on Sunday.", [PUBLICATION]),
        ("en", "39,000 people marched on Wednesday, fewer than on Sunday.", [BEFORE]),
        ("fr", "39.000 personnes ont manifesté, moins de monde que dimanche.", [PUBLICATION]),
        ("fr", "La police a dit que mercredi 300 personnes sont mortes.", [BEFORE]),
        ("es", "39.000 personas se manifestaron, menos que el domingo.", [PUBLICATION]),
        ("de", "39.000 Menschen demonstrierten, weniger als am Sonntag.", [PUBLICATION]),
    ],
)
def test_a_value_of_before_and_a_day_compared_with(reader: Reader, lang: str, text: str, found: list[str]) -> None:
    assert periods(reader, lang, text) == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        # without a day, of some time before
        ("en", "The death toll rose to 45, up from 38.", [PUBLICATION, EARLIER]),
        ("en", "The death toll has risen from 38 to 45.", [EARLIER, PUBLICATION]),
        ("en", "The death toll rose to 45 from a previous 38.", [PUBLICATION, EARLIER]),
        ("en", "45 people died, up from 38 previously.", [PUBLICATION, EARLIER]),
        ("fr", "Le bilan des inondations est passé de 38 à 45 morts.", [EARLIER, PUBLICATION]),
        ("fr", "Le bilan a été porté de 38 à 45 morts.", [EARLIER, PUBLICATION]),
        ("fr", "Le bilan s'alourdit à 45 morts, contre un précédent bilan de 38.", [PUBLICATION, EARLIER]),
        ("es", "El número de muertos subió de 38 a 45.", [EARLIER, PUBLICATION]),
        ("es", "El balance es de 45 muertos, frente a los 38 anteriores.", [PUBLICATION, EARLIER]),
        ("es", "El saldo anterior era de 38 muertos, ahora son 45.", [EARLIER, PUBLICATION]),
        ("de", "Die Zahl der Toten stieg von 38 auf 45.", [EARLIER, PUBLICATION]),
        ("de", "Die Zahl der Toten stieg auf 45, nach zuvor 38.", [PUBLICATION, EARLIER]),
        # of the eve, whatever stands before it, of that of the day told
        ("en", "45 dead, against 38 a day earlier.", [PUBLICATION, BEFORE]),
        ("de", "45 Tote, nach 38 am Vortag.", [PUBLICATION, BEFORE]),
        ("fr", "Mercredi, le bilan était de 45 morts, contre 38 la veille.", [BEFORE, TUESDAY]),
        # also of that of the day told
        ("en", "On Tuesday the death toll rose from 38 to 45.", ["2024-10-21 2024-10-22 before", TUESDAY]),
        # but of no day where it is some hours old, only of long ago, or was never so
        ("fr", "Le bilan est de 45 morts, contre 38 deux heures plus tôt.", [PUBLICATION]),
        ("en", "Fares rose from 38 to 45 dollars.", [PUBLICATION]),
        ("fr", "Les dons allant de 38 euros à plus de 450 euros font 9 000 euros.", [PUBLICATION] * 3),
        ("de", "Die Zahl der Toten stieg im September von 38 auf 45.", ["2024-09-01 2024-10-01 month"]),
        ("de", "45 Tote, nicht 38.", [PUBLICATION]),
    ],
)
def test_a_value_of_before_without_a_day(reader: Reader, lang: str, text: str, found: list[str]) -> None:
    assert periods(reader, lang, text) == found


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The toll rose to 45 dead, up from 38."),
        ("fr", "Le bilan des inondations est passé de 38 à 45 morts."),
        ("es", "El número de muertos subió de 38 a 45."),
        ("de", "Die Zahl der Toten stieg von 38 auf 45."),
    ],
)
def test_a_value_of_before_is_of_the_same_toll(reader: Reader, lang: str, text: str) -> None:
    made = read(reader, text, MOMENT, lang=lang).claims
    assert [(claim.measure, claim.cumulative) for claim in made] == [("person.dead", True)] * 2


LAST_SATURDAY = "2024-10-19 2024-10-20 day"


@pytest.mark.parametrize(
    ("lang", "title", "text", "found"),
    [
        # a march is of the past day that its headline names
        ("fr", "La marche du 19 octobre", "30 000 personnes ont défilé.", [LAST_SATURDAY]),
        ("en", "What Saturday's march was", "30,000 people marched through Leeds.", [LAST_SATURDAY]),
        ("en", "What Saturday's quake was", "30 people were hurt in Leeds.", [PUBLICATION]),
        # or that its text has named before, and no other
        ("fr", None, "Samedi, ils ont marché. On rit. La CGT avance 90 000 manifestants.", [LAST_SATURDAY]),
        ("fr", None, "La CGT avance 90 000 manifestants. Samedi, on avait ri.", [PUBLICATION]),
        ("fr", None, "Samedi et ce jeudi, ils ont marché. La CGT avance 90 000 manifestants.", [PUBLICATION]),
        ("fr", None, "Le 5 octobre, ils ont marché. On rit. La CGT avance 90 000 manifestants.", [PUBLICATION]),
        ("es", None, "El sábado hubo una marcha. La policía contó 90.000 manifestantes.", [LAST_SATURDAY]),
        ("de", None, "Am Samstag zogen sie los. Die Polizei zählte 90.000 Demonstranten.", [LAST_SATURDAY]),
    ],
)
def test_the_day_of_a_march(reader: Reader, lang: str, title: str | None, text: str, found: list[str]) -> None:
    assert periods(reader, lang, text, title) == found


SATURDAY, SUNDAY = "2024-10-19 2024-10-20 day", "2024-10-20 2024-10-21 day"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Police arrested 120 people on Saturday and 45 on Sunday at the protest."),
        ("en", "Police made 120 arrests on Saturday and 45 more on Sunday."),
        ("en", "On Saturday 120 people were arrested and on Sunday 45."),
        ("fr", "La police a arrêté 120 personnes samedi et 45 dimanche lors de la manifestation."),
        ("es", "La policía detuvo a 120 personas el sábado y a 45 el domingo en la manifestación."),
        ("de", "120 Menschen wurden am Samstag festgenommen und 45 am Sonntag bei der Demonstration."),
        ("de", "Am Samstag wurden 120 Menschen festgenommen, am Sonntag 45."),
    ],
)
def test_arrests_of_two_days(reader: Reader, lang: str, text: str) -> None:
    assert periods(reader, lang, text) == [SATURDAY, SUNDAY]
    assert {claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims} == {"person.arrested"}


def test_those_who_marched_are_no_arrests(reader: Reader) -> None:
    made = read(reader, "12 people were arrested on Saturday and 5,000 marched.", MOMENT, lang="en").claims
    assert [claim.measure for claim in made] == ["person.arrested", "person.marchers"]


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("en", "The toll of the deadly October 20 quake stands at 40 dead.", PUBLICATION),
        ("en", "Sunday's 6.4 magnitude earthquake has killed 40 people.", PUBLICATION),
        ("en", "The landslide that buried the village on Sunday killed 40 people.", PUBLICATION),
        ("fr", "Le séisme qui a secoué la vallée dimanche a fait 40 morts.", PUBLICATION),
        ("es", "El terremoto que sacudió el valle el domingo dejó 40 muertos.", PUBLICATION),
        ("de", "Bei dem Erdbeben, das das Tal am Sonntag erschütterte, starben 40 Menschen.", PUBLICATION),
        # whose clause or day it is otherwise
        ("en", "Rescuers who searched the village on Sunday counted 40 dead.", "2024-10-20 2024-10-21 day"),
        ("en", "The march that crossed the town on Sunday drew 4,000 people.", "2024-10-20 2024-10-21 day"),
    ],
)
def test_a_toll_is_not_of_the_day_of_its_event(reader: Reader, lang: str, text: str, period: str) -> None:
    assert periods(reader, lang, text)[-1] == period
