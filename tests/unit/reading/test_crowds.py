"""Crowds as newsrooms tell them: who counts in brackets, behind bare figures, in two sentences; where, and when."""

from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2023, 3, 8, 18, tzinfo=UTC)
"""A Wednesday."""
LYON, NICE, MADRID, SEVILLE = "geonames:2996944", "geonames:2990440", "geonames:3117735", "geonames:2510911"
BORDEAUX, NANTES = "geonames:3031582", "geonames:2990969"


class Said(NamedTuple):
    figure: str
    who: str | None
    place: str | None = None


def said(reader: Reader, lang: str, text: str, **fields: str) -> list[Said]:
    claims = read(reader, text, MOMENT, lang=lang, **fields).claims
    return [Said(each.figure.text, each.originator.name if each.originator else None, each.place) for each in claims]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "fr",
            "Ils étaient 300 manifestants à Lyon selon la police (900 selon la CGT), 70 à Nice (400).",
            [("300", "police", LYON), ("900", "CGT", LYON), ("70", "police", NICE), ("400", "CGT", NICE)],
        ),
        (
            "en",
            "Police said 300 people marched in Lyon (900 according to unions) and 70 (400) in Nice.",
            [("300", "Police", LYON), ("900", "unions", LYON), ("70", "Police", NICE), ("400", "unions", NICE)],
        ),
        (
            "es",
            "Marcharon 300 personas según la policía (900 según los organizadores) en Madrid.",
            [("300", "policía", MADRID), ("900", "organizadores", MADRID)],
        ),
        (
            "de",
            "In Lyon demonstrierten 300 Menschen (Veranstalter: 900).",
            [("300", None, LYON), ("900", "Veranstalter", LYON)],
        ),
        # what a bracket tells of a part is of the same speaker
        ("fr", "Quelque 12 morts (dont 3 enfants, selon la police) à Lyon.", [("Quelque 12", "police", LYON)]),
    ],
)
def test_who_counts_in_brackets_counts_nothing_outside_them(
    reader: Reader, lang: str, text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert said(reader, lang, text)[: len(expected)] == expected


@pytest.mark.parametrize(
    ("lang", "text", "who"),
    [
        ("de", "Von 900 Demonstranten sprachen die Veranstalter, von 300 die Polizei.", ["Veranstalter", "Polizei"]),
        ("de", "Rund 900 Demonstranten zählten die Veranstalter.", ["Veranstalter"]),
        (
            "de",
            "900 Demonstranten meldeten die Veranstalter, die Polizei etwas mehr als 300.",
            ["Veranstalter", "Polizei"],
        ),
        ("de", "Dort standen 900 Demonstranten, wie die Polizei dem Sender bestätigte.", ["Polizei"]),
        ("fr", "La CGT annonce 900 manifestants, 300 la police.", ["CGT", "police"]),
        ("fr", "900 manifestants pour les organisateurs, 300 pour la police.", ["organisateurs", "police"]),
        ("fr", "900 manifestants ont été recensés par la préfecture.", ["préfecture"]),
        ("fr", "Le comptage définitif de la préfecture donne 900 manifestants.", ["préfecture"]),
        (
            "es",
            "Los organizadores hablan de 900 manifestantes, 300 la Guardia Urbana.",
            ["organizadores", "Guardia Urbana"],
        ),
        ("es", "900 manifestantes contabilizados por la policía.", ["policía"]),
        ("es", "En un primer momento UGT estimó en 900 los manifestantes.", ["UGT"]),
        ("en", "Police: 300 marchers; organisers: 900.", ["Police", "organisers"]),
        ("fr", "Police : 300 manifestants ; syndicats : 900.", ["Police", "syndicats"]),
        ("en", "Police counted 300 marchers in Lyon and 70 in Quezon City.", ["Police", "Police"]),
        ("en", "Police said 300 people marched in Lyon, AFP reported.", ["Police"]),
        ("fr", "Les chiffres de la police montraient 300 manifestants.", ["police"]),
        # a count of before is of who gave it, and of nobody beyond a semicolon
        (
            "de",
            "Die Polizei sprach zunächst von 300 Demonstranten; die Veranstalter zählten 900.",
            ["Polizei", "Veranstalter"],
        ),
    ],
)
def test_who_counts_a_crowd(reader: Reader, lang: str, text: str, who: list[str | None]) -> None:
    assert [each.who for each in said(reader, lang, text)] == who


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        ("fr", "Manifestation à Lyon", "Quelque 900 personnes, compte la préfecture."),
        (
            "de",
            "Demo in München",
            "Mindestens 900 Menschen haben sich am Abend an einem Protest gegen Mieten beteiligt.",
        ),
        ("es", "Manifestación en Madrid", "Fueron 900 personas, si se cree a los organizadores."),
        ("en", "Protest in Lyon", "Three marches set out. There were 900, according to organisers."),
    ],
)
def test_people_at_a_protest_are_marchers(reader: Reader, lang: str, title: str, text: str) -> None:
    claims = read(reader, text, MOMENT, lang=lang, title=title).claims
    assert [claim.measure for claim in claims if claim.figure.low == 900] == ["person.marchers"]


def test_people_of_another_article_are_no_marchers(reader: Reader) -> None:
    claims = read(reader, "The union says the plan helps 900 people.", MOMENT, lang="en", title="A plan").claims
    assert [claim.measure for claim in claims] == ["person.people"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Police said 300 people marched in Lyon on Sunday. Organisers spoke of 900 marchers."),
        ("fr", "La police a compté 300 manifestants dimanche à Lyon. Les organisateurs en revendiquent 900."),
        ("es", "La policía contó el domingo 300 manifestantes en Lyon. Los organizadores hablan de 900 manifestantes."),
        ("de", "Am Sonntag zählte die Polizei in Lyon 300 Demonstranten. Die Veranstalter nannten 900 Demonstranten."),
    ],
)
def test_the_rival_count_of_the_next_sentence_is_of_the_same_day(reader: Reader, lang: str, text: str) -> None:
    first, second = read(reader, text, MOMENT, lang=lang).claims
    assert first.as_of is not None
    assert first.as_of.start.day == 5
    assert second.as_of == first.as_of


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        ("fr", "En France, 900 personnes avaient défilé dont 300 à Lyon.", ["country:FR", LYON]),
        (
            "en",
            "In France 900 people marched, including 300 in Lyon, 200 in Nice and one each in Gap and Sète.",
            ["country:FR", LYON, NICE],
        ),
        (
            "es",
            "Murieron en España 95 personas: 92 en la provincia de Sevilla y una en Madrid.",
            ["country:ES", SEVILLE],
        ),
        (
            "fr",
            "A Lyon, 900 personnes selon la CGT, 300 selon la police, ont défilé jusqu'à la mairie de Nice.",
            [LYON, LYON],
        ),
        # the country without its name, or its rest
        (
            "fr",
            "La CGT compte 300 manifestants à Lyon, en France. En région, 900 manifestants ont défilé.",
            [LYON, "country:FR"],
        ),
        (
            "de",
            "In Bonn gingen 300 Menschen auf die Straße. Bundesweit gingen in Deutschland 900 Menschen auf die Straße.",
            ["geonames:2946447", "country:DE"],
        ),
        # streets are no places, small towns are where "in" says so
        ("fr", "Quelque 900 manifestants ont quitté la place d'Italie, à Nantes.", [NANTES]),
        ("es", "Unos 900 manifestantes salieron de la calle de Toledo, en Sevilla.", [SEVILLE]),
        ("de", "Rund 900 Demonstranten zogen in Bregenz durch die Stadt.", ["name:bregenz"]),
        ("de", "Hand in Hand standen 900 Demonstranten in Bonn.", ["geonames:2946447"]),
    ],
)
def test_where_a_crowd_is(reader: Reader, lang: str, text: str, places: list[str]) -> None:
    assert [each.place for each in said(reader, lang, text)] == places


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "The final count, published on Tuesday, gives 900 marchers on Sunday.", 5),
        ("fr", "Le comptage définitif, publié mardi 7 mars, donne 900 manifestants dimanche.", 5),
        ("es", "El recuento publicado este martes da 900 manifestantes el domingo.", 5),
        ("de", "Nach der am Dienstag veröffentlichten Zählung kamen am Sonntag 900 Demonstranten.", 5),
    ],
)
def test_the_day_when_a_count_is_told_is_not_its_own(reader: Reader, lang: str, text: str, day: int) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert claim.as_of is not None
    assert claim.as_of.start.day == day


def test_nothing_goes_on_from_a_value_of_before(reader: Reader) -> None:
    text = "La police a compté 300 manifestants à Lyon, contre 800 mardi 28 février. La CGT annonce 900 manifestants."
    days = [claim.as_of.start.day if claim.as_of else None for claim in read(reader, text, MOMENT, lang="fr").claims]
    assert days == [8, 28, 8]


def test_a_date_in_brackets_is_of_the_figure_there(reader: Reader) -> None:
    text = "On compte 5,5 % de grévistes (18,9 % jeudi), selon le ministre."
    days = [claim.as_of.start.day if claim.as_of else None for claim in read(reader, text, MOMENT, lang="fr").claims]
    assert days == [8, 2]


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("de", "Rund 900 Teilnehmer erwarten die Veranstalter.", "expected"),
        ("de", "Angemeldet waren 900 Teilnehmer.", "planned"),
        ("es", "La policía estimaba que habría 900 manifestantes.", "estimated"),
        ("fr", "Le collectif conteste et compte 900 manifestants.", "reported"),
        ("fr", "Le collectif dément 900 manifestants.", "denied"),
    ],
)
def test_the_status_of_a_crowd(reader: Reader, lang: str, text: str, status: str) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert claim.status == status
