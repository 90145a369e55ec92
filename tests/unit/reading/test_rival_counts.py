"""Two who count one crowd, as newspapers tell them: held against each other, in fragments, where, and as of when."""

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named, read
from .test_crowds import LYON, MOMENT, NICE, said


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # whoever gives the figure that another is held against, gives one of today
        ("fr", "La mairie compte 300 manifestants, contre 900 selon les forains.", ["mairie", "forains"]),
        ("fr", "La mairie compte 300 manifestants, contre 900 jeudi dernier.", ["mairie", "mairie"]),
        ("en", "Police counted 300 marchers, compared with 900 that the unions claimed.", ["Police", "unions"]),
        ("en", "Police counted 300 marchers, compared with 900 previously.", ["Police"]),
        ("es", "Frente a los 900 asistentes que dijo el gremio, la policía contó 300.", ["gremio", "policía"]),
        ("de", "Die Polizei zählte 300 Teilnehmer, gegenüber 900 laut Veranstalter.", ["Polizei", "Veranstalter"]),
        ("en", "Estimates of the march went from 300 by police to 900 by the unions.", ["police", "unions"]),
        # a verb and its preposition
        ("en", "Police saw the crowd at 300, while organisers say 900 marched.", ["Police", "organisers"]),
        ("en", "People saw the crowd at 300 places.", [None]),
        # a sentence of a speaker and a figure
        ("fr", "La police a compté 300 manifestants. Les syndicats, 900.", ["police", "syndicats"]),
        ("es", "La policía contó 300 manifestantes. El sindicato, una entidad local, 900.", ["policía", "sindicato"]),
        ("en", "Police counted 300 marchers. Hospitals, 900 of them, closed.", ["Police", None]),
        # days called by number, in a name
        ("es", "La Comisión Vecinal 8M cifró en 300 los asistentes.", ["Comisión Vecinal 8M"]),
    ],
)  # fmt: skip
def test_who_gives_the_other_count(reader: Reader, lang: str, text: str, expected: list[str | None]) -> None:
    assert named(reader, lang, text, MOMENT) == expected


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        ("fr", "À Lyon, 300 ont marché, selon la police. La CGT a compté 900 manifestants.", [LYON, LYON]),
        ("en", "Police said 300 people marched in Lyon. Organisers put the turnout at 900.", [LYON, LYON]),
        # not where the second tells its own place, nor a paragraph farther down
        ("en", "Police said 300 people marched in Lyon. In Nice organisers counted 900 marchers.", [LYON, NICE]),
        ("en", "Police said 300 people marched in Lyon.\nUnions counted 900 marchers.", [LYON, "country:FR"]),
        # right behind a figure's noun is nearer than far before it
        (
            "fr",
            "La CGT compte 300 manifestants à Nice et les syndicats disent 900 manifestants à Lyon.",
            [NICE, LYON],
        ),
    ],
)  # fmt: skip
def test_where_the_second_who_counts_a_crowd_does(reader: Reader, lang: str, text: str, places: list[str]) -> None:
    title = "Marches in France" if lang == "en" else "Marches en France"
    assert [each.place for each in said(reader, lang, text, title=title)] == places


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("en", "Police counted 300 marchers, fewer than at a rally on 5 February, and unions 900.", [8, 8]),
        ("fr", "La police a compté 300 manifestants, moins que lors de la marche du 5 février, et la CGT 900.", [8, 8]),
        ("es", "La policía contó 300 manifestantes, menos que en la marcha del 5 de febrero, y el gremio 900.", [8, 8]),
        (
            "de",
            "Die Polizei zählte 300 Demonstranten, weniger als bei der Demo vom 5. Februar, der Verband 900.",
            [8, 8],
        ),
        ("en", "Fewer than 300 people marched in the rain on 5 March.", [5]),
    ],
)
def test_the_day_of_what_a_crowd_is_compared_with(reader: Reader, lang: str, text: str, days: list[int]) -> None:
    claims = read(reader, text, MOMENT, lang=lang).claims
    assert [each.as_of.start.day if each.as_of else None for each in claims] == days


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("es", "La policía redujo la cifra a entre 300 y 400 manifestantes.", ["entre 300 y 400"]),
        ("es", "La policía redujo la cifra de 400 a 300 manifestantes.", ["300"]),
        ("es", "Sobre las nueve de la noche había 300 manifestantes.", ["300"]),
        ("en", "Police put the crowd at 300 people earlier in the day.", ["300"]),
    ],
)
def test_what_is_one_figure(reader: Reader, lang: str, text: str, figures: list[str]) -> None:
    told = [each.figure.text for each in read(reader, text, MOMENT, lang=lang).claims]
    assert told == figures


def test_a_preposition_behind_its_verb_makes_no_subject(reader: Reader) -> None:
    """ "In Lyon kamen die Beamten auf 300": who counts are not those who are counted."""
    text = "Die Veranstalter zählten in Lyon 900 Demonstranten. In Lyon kamen die Beamten auf 300."
    assert {claim.measure for claim in read(reader, text, MOMENT, lang="de").claims} == {"person.marchers"}
