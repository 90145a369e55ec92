"""Who says so without a verb of speech, by whose count it is, at the end of a quotation, in the text of a headline."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.claim import Claim

from .reading import read

MOMENT = datetime(2023, 9, 12, 18, tzinfo=UTC)


def names(claims: tuple[Claim, ...]) -> list[str | None]:
    return [claim.originator.name if claim.originator else None for claim in claims]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        # a label before a colon, or at the end
        ("en", "Health ministry: 40 people killed", ["Health ministry"]),
        ("en", "Chief Secretary Ada Bloom: 40 ambulances at work", ["Chief Secretary Ada Bloom"]),
        ("en", "40 dead in ferry fire - coastguard", ["coastguard"]),
        ("fr", "Incendie : 40 blessés - préfecture", ["préfecture"]),
        ("de", "40 Tote bei Unfall – Polizei", ["Polizei"]),
        ("es", "Policía: 40 detenidos", ["Policía"]),
        # what a headline is about
        ("en", "City hospital: 40 dead in fire", [None]),
        ("fr", "Inondations : 40 morts", [None]),
        ("en", "Chile: 40 dead in fire", [None]),
        # in brackets behind the figure
        (
            "fr",
            "On compte 40 morts au nord (ministère de la Santé) et 30 au sud (secouristes).",
            ["ministère de la Santé", "secouristes"],
        ),
        ("en", "The Interior Ministry (police) building burned; 40 died.", [None]),
        # whose count it is
        ("en", "The railways' own figure was 40 dead.", ["railways"]),
        ("en", "By the army's count 40 rebels were killed.", ["army"]),
        ("fr", "Bilan du ministère : 40 morts.", ["ministère"]),
        (
            "fr",
            "On dénombre 40 morts : 30 pour le ministère, 35 par les secouristes.",
            [None, "ministère", "secouristes"],
        ),
        ("en", "The number of deaths in India rose to 40.", [None]),
        # verbs that speak where they have a number
        ("fr", "La police donne 40 morts.", ["police"]),
        ("fr", "L'armée s'en tient à 40 morts.", ["armée"]),
        ("es", "El ministerio da este martes 40 muertos.", ["ministerio"]),
        ("de", "Das Ministerium nennt 40 Tote.", ["Ministerium"]),
        ("fr", "La ville donne le départ, et 40 coureurs sont blessés.", [None]),
        ("fr", "Pour le ministre Luc Brun, 40 maisons ont brûlé.", ["ministre Luc Brun"]),
        ("es", "La ministra ha informado este sábado de 40 muertos.", ["ministra"]),
        (
            "fr",
            "L'opposant Luc Brun le tient pour responsable : « Plus de 400 morts chez nous ».",
            ["opposant Luc Brun"],
        ),
        ("en", 'The storm was bad: "At least 40 dead".', [None]),
        # no part of a figure, and nobody where the figure stands
        ("en", "A family of 6 lives in the city 40 firefighters came to.", [None, None]),
        ("es", "Según la Cruz Roja marcharon 40 personas.", ["Cruz Roja"]),
    ],
)
def test_who_says_so_without_a_verb(reader: Reader, lang: str, text: str, expected: list[str | None]) -> None:
    assert names(read(reader, text, MOMENT, lang=lang).claims) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "La police compte 40 morts. Il y a 50 blessés, selon la même source.", ["police", "police"]),
        ("es", "El alcalde confirmó 40 muertos. Hay 50 heridos, indicó.", ["alcalde", "alcalde"]),
        (
            "es",
            "El alcalde confirmó 40 muertos. Hay 50 heridos, fuentes policiales.",
            ["alcalde", "fuentes policiales"],
        ),
        # "he" is not "she"
        (
            "en",
            'Ada Bloom said 40 died. "I heard 50 died," she said. "It is 60 dead," he replied.',
            ["Ada Bloom", "Ada Bloom", None],
        ),
        ("en", "Chief minister Ada Bloom walked the tracks. She said 40 died.", ["Chief minister Ada Bloom"]),
        # a quotation is of whom its end names
        ("en", '"We saw 40 dead. There will be 60 dead," Ada Bloom told reporters.', ["Ada Bloom", "Ada Bloom"]),
        ("en", 'Rescuers saw 40 dead. "There will be 60 dead," Ada Bloom told reporters.', [None, "Ada Bloom"]),
    ],
)
def test_who_was_meant(reader: Reader, lang: str, text: str, expected: list[str | None]) -> None:
    assert names(read(reader, text, MOMENT, lang=lang).claims) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Bloom: 40 dead", "Ada Bloom"),
        ("Toll climbs to 40: SER", "South Eastern Railway"),
        ("Rome: 40 dead", None),
        ("Storm: 40 dead", None),
    ],
)
def test_a_headlines_label_is_one_of_those_who_speak_in_the_text(
    reader: Reader, title: str, expected: str | None
) -> None:
    text = "Ada Bloom said 41 people died. South Eastern Railway said 42 people died."
    claims = read(reader, text, MOMENT, lang="en", title=title).claims
    assert names(claims)[0] == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Police: 25,000 demonstrators; organisers: 80,000.", ["Police", "organisers"]),
        ("es", "Manifestantes, la policía: 25.000; los organizadores: 80.000.", ["policía", "organizadores"]),
        ("fr", "Manifestants, selon la police: 25.000; les organisateurs: 80.000.", ["police", "organisateurs"]),
        ("de", "Demonstranten laut Polizei: 25.000; Veranstalter: 80.000.", ["Polizei", "Veranstalter"]),
    ],
)
def test_a_list_of_speakers_each_before_a_number(reader: Reader, lang: str, text: str, expected: list[str]) -> None:
    found = read(reader, text, MOMENT, lang=lang).claims
    assert names(found) == expected
    assert {claim.measure for claim in found} == {"person.marchers"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Dead: 25 / Injured: 40"),
        ("en", "Deaths: 25; injured: 40"),
        ("fr", "Morts : 25 ; blessés : 40"),
        ("es", "Muertos: 25, heridos: 40"),
        ("de", "Tote: 25, Verletzte: 40"),
        ("de", "Tote: 25\nVerletzte: 40"),
    ],
)
def test_a_table_of_figures(reader: Reader, lang: str, text: str) -> None:
    found = read(reader, text, MOMENT, lang=lang).claims
    assert [claim.measure for claim in found] == ["person.dead", "person.injured"]


@pytest.mark.parametrize(
    ("lang", "text", "second"),
    [
        ("en", "Police spoke of 25,000 marchers, the organisers, a student group, of 80,000.", "organisers"),
        ("fr", "La police parle de 25.000 manifestants, les organisateurs, un groupe, de 80.000.", "organisateurs"),
        ("es", "La policía habló de 25.000 manifestantes y los organizadores, un grupo, de 80.000.", "organizadores"),
        ("de", "Die Polizei zählte 25.000 Demonstranten, die Veranstalter, eine Gruppe, 80.000.", "Veranstalter"),
        (
            "de",
            "Die Polizei zählte 25.000 Demonstranten, während die Veranstalter von 80.000 sprachen.",
            "Veranstalter",
        ),
        (
            "de",
            "Die Polizei sprach von 25.000 Demonstranten, die Veranstalter, eine Gruppe, sprachen von 80.000.",
            "Veranstalter",
        ),
    ],
)
def test_a_second_speaker_with_an_apposition(reader: Reader, lang: str, text: str, second: str) -> None:
    found = read(reader, text, MOMENT, lang=lang).claims
    assert [claim.figure.low for claim in found] == [25_000, 80_000]
    assert names(found)[1] == second


def test_a_long_table_of_acronyms_in_brackets_is_read(reader: Reader) -> None:
    table = ", ".join(f"{900 - number} (ABC)" for number in range(60))
    assert len(read(reader, f"Marchers: 50,000 (police), {table}.", MOMENT, lang="en").claims) > 50
