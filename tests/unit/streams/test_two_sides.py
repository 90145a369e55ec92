"""What is no clash, or must stay one, between two who tell of crowds, tolls and strikes."""

import pytest

from figurewatch.agents.reading.reader import Reader

from .test_two_voices import relations


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.mark.parametrize(
    ("lang", "text", "clash"),
    [
        # a national total, and the town's; organisers of the same march
        ("en", "Police said 3,000 people marched in Lyon. The ministry counted 90,000 marchers in all.", False),
        ("en", "Police said 3,000 people marched in Lyon. The union counted 9,000 marchers.", True),
        ("fr", "La police a compté 3 000 manifestants à Lyon. Le ministère en a recensé 90 000 au total.", False),
        ("es", "La policía contó 3.000 manifestantes en Lyon. El ministerio contó 90.000 en total.", False),
        ("de", "Die Polizei zählte 3.000 Demonstranten in Lyon. Das Ministerium zählte insgesamt 90.000.", False),
        # one town of three, and all of them
        (
            "en",
            "After rallies in Paris and Nice, police said 3,000 marched in Lyon. Unions counted 9,000 in all cities.",
            False,
        ),
        (
            "en",
            "After rallies in Paris and Nice, police said 3,000 marched in Lyon. Unions counted 9,000 marchers.",
            True,
        ),
        # a coalition is no opposition
        ("en", "The coalition said 40 people died in Toruna. The opposition said 90 people died in Toruna.", True),
        ("fr", "La coalition au pouvoir compte 40 morts. L'opposition compte 90 morts.", True),
        ("es", "La coalición habla de 40 muertos. La oposición habla de 90 muertos.", True),
        ("de", "Die Koalition zählt 40 Tote. Die Opposition zählt 90 Tote.", True),
        ("en", "The opposition said 40 people died in Toruna. The opposition said 90 people died there.", False),
        # who only works, and who has a trade
        ("de", "Laut Gewerkschaft streiken 2400 Beschäftigte. Laut Konzern streiken 310 Mitarbeiter.", True),
        ("es", "Según la empresa, 310 empleadas están en huelga. Según CGT, 2.400 trabajadores están en huelga.", True),
        ("en", "The company said 310 staff were on strike. The union said 2,400 workers were on strike.", True),
        ("en", "The company said 310 drivers were on strike. The union said 2,400 workers were on strike.", False),
        ("fr", "La direction compte 310 employés en grève. Le syndicat compte 2 400 salariés en grève.", True),
    ],
)
def test_two_who_count_in_one_article(reader: Reader, lang: str, text: str, clash: bool) -> None:
    assert ("contradicted" in relations(reader, lang, [text])) is clash


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "The attack that hit Lyon on {} killed {} people, {} said."),
        ("fr", "L'attaque qui a visé Lyon {} a tué {} personnes, selon {}."),
        ("es", "El ataque que golpeó Lima el {} mató a {} personas, según {}."),
        ("de", "Bei dem Angriff, der Lyon am {} traf, starben {} Menschen, so {}."),
    ],
)
def test_attacks_of_two_days_are_two(reader: Reader, lang: str, told: str) -> None:
    days = {"en": ("Sunday", "Wednesday"), "fr": ("dimanche", "mercredi"), "es": ("domingo", "miércoles")}
    first, second = days.get(lang, ("Sonntag", "Mittwoch"))
    who = {"en": ("police", "the army"), "fr": ("la police", "l'armée"), "es": ("la policía", "el ejército")}
    one, two = who.get(lang, ("die Polizei", "die Armee"))
    texts = [told.format(first, 12, one), told.format(second, 40, two)]
    assert not {"contradicted", "tension"} & relations(reader, lang, texts, hours=1)
    assert {"contradicted", "tension"} & relations(reader, lang, [texts[0], told.format(first, 40, two)], hours=1)
