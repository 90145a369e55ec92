"""Bare numbers that answer what was told or asked before them; and those that count nobody."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 3, 14, 18, tzinfo=UTC)


def counted(reader: Reader, lang: str, text: str) -> list[tuple[str, str]]:
    return [(each.figure.text, each.measure) for each in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "last"),
    [
        ("en", "The dam killed 23 people. The mayor was silent. The true toll is 58, nurses say.", "58"),
        ("en", "The army denied that three hundred died. The real number was 71, it said, and arrests went on.", "71"),
        ("en", "The dam hurt 23 people as rescue went on and the death toll stood at 58, nurses say.", "58"),
        ("en", "The dam killed 23 people. The oldest of them was 58.", "23"),
        ("en", "The dam killed 23 people. The score of the cup was 58 to 3.", "23"),
        ("en", "The dam killed 23 people. It rained. Lund votes on Sunday. The true figure is 58.", "23"),
        ("fr", "La digue a tué 23 personnes. Le maire se tait. Le vrai bilan est de 58, dit un curé.", "58"),
        ("fr", "La digue a tué 23 personnes. Le maire se tait. Ils étaient en fait 58, dit un curé.", "58"),
        ("fr", "La digue a tué 23 personnes. Leur doyen était 58e au tournoi.", "23"),
        ("es", "La presa mató a 23 personas. El alcalde calla. La cifra real era 58, dice un cura.", "58"),
        ("es", "La presa mató a 23 personas. Eran las 9.", "23"),
        (
            "de",
            "Der Damm tötete 23 Menschen. Der Bürgermeister schweigt. Richtig sei die Zahl 58, sagt ein Pfarrer.",
            "58",
        ),
        ("de", "Der Damm tötete 23 Menschen. Der älteste war 58.", "23"),
    ],
)
def test_a_number_answers_the_figure_before(reader: Reader, lang: str, text: str, last: str) -> None:
    assert counted(reader, lang, text)[-1] == (last, "person.dead")


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "How many people drowned? Forty, says the mayor.", [("Forty", "person.dead")]),
        ("en", "How many people drowned? The mayor leaves at 9.", []),
        ("fr", "Combien de personnes se sont noyées ? 40, répond la mairie.", [("40", "person.dead")]),
        ("es", "¿Cuántas personas se ahogaron? 40, responde la alcaldía.", [("40", "person.dead")]),
        ("de", "Wie viele Menschen ertranken? 40, antwortet die Stadt.", [("40", "person.dead")]),
        ("en", "How many people drowned is in dispute. The police speak of 40.", [("40", "person.dead")]),
        ("fr", "On ignore combien de personnes se sont noyées. La police parle de 40.", [("40", "person.dead")]),
        ("de", "Unklar ist, wie viele Menschen ertranken. Zuerst war von 40 die Rede.", [("40", "person.dead")]),
        ("es", "Se discute cuántas personas se ahogaron. La policía habla de 40.", [("40", "person.dead")]),
        ("en", "Nobody knows how many people drowned. The mayor leaves at 9.", []),
    ],
)
def test_a_number_answers_the_question_before(
    reader: Reader, lang: str, text: str, found: list[tuple[str, str]]
) -> None:
    assert counted(reader, lang, text) == found


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "A column of miners filled the square. They were 2,800, police say.", [("2,800", "person.marchers")]),
        ("en", "A column of tanks filled the square. They were 28, police say.", []),
        ("en", "A column of miners filled the square. It left at 9.", []),
        ("fr", "Une marée de mineurs a rempli la place. Ils étaient 2 800.", [("2 800", "person.marchers")]),
        ("es", "Una columna de mineros llenó la plaza. Eran 2.800.", [("2.800", "person.marchers")]),
        ("de", "Ein Zug von Rentnern füllte den Platz. Es waren 2.800.", [("2.800", "person.marchers")]),
    ],
)
def test_a_number_counts_the_crowd_told_of(reader: Reader, lang: str, text: str, found: list[tuple[str, str]]) -> None:
    assert counted(reader, lang, text) == found


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Ein Verein spricht von 4.500 Toten.", ("4.500", "person.dead")),
        ("Ein Zug von zwei kam zu spät.", ("Ein Zug von zwei", "share.service")),
    ],
)
def test_one_who_speaks_of_some_is_no_share_of_them(reader: Reader, text: str, last: tuple[str, str]) -> None:
    assert counted(reader, "de", text)[-1] == last


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("La policía contó menos de los 1.500 muertos que cita el sindicato.", "exact"),
        ("La policía contó menos de 1.500 muertos.", "less_than"),
    ],
)
def test_an_article_makes_a_bound_a_comparison(reader: Reader, text: str, qualifier: str) -> None:
    assert read(reader, text, MOMENT, lang="es").claims[-1].figure.qualifier == qualifier


@pytest.mark.parametrize(
    ("lang", "text", "last"),
    [
        (
            "en",
            "45 died. The damage is 300 million euros, the ministry said. The union put the figure at 400 million.",
            ("400 million", "money.damage"),
        ),
        (
            "en",
            "45 people died. Only 300 officers were there, it was said; the police chief speaks of 4,000.",
            ("4,000", "person.police"),
        ),
        (
            "en",
            "45 people died. Some 300 officers were sent, the ministry said. The union put the figure at 62.",
            ("62", "person.dead"),
        ),
        (
            "fr",
            "45 personnes sont mortes. Les dégâts se montent à 300 millions d'euros, selon le ministère. "
            "Le syndicat avance le chiffre de 400 millions.",
            ("400 millions", "money.damage"),
        ),
    ],
)
def test_a_bare_figure_answers_the_last_of_its_kind(
    reader: Reader, lang: str, text: str, last: tuple[str, str]
) -> None:
    assert counted(reader, lang, text)[-1] == last
