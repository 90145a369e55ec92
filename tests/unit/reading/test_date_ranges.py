"""Times told by their first and last day: one time, and what only looks like it."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 3, 14, 18, tzinfo=UTC)
WINTER, MARCH, NOW = "2024-01-02 2024-03-10", "2024-03-02 2024-03-10", "2024-03-14 2024-03-15"


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("en", "From 2 January to 9 March, 40 people drowned.", WINTER),
        ("en", "Between Jan. 2 and March 9, 40 people drowned.", WINTER),
        ("en", "Lifeguards counted 40 drowned people between March 2 and 9.", MARCH),
        ("en", "Lifeguards counted 40 drowned people on 2-9 March.", MARCH),
        ("en", "From March 2, 9 people a day were saved and 40 people drowned.", "2024-03-02 2024-03-03"),
        ("en", "On January 2 and March 9, 40 people drowned.", "2024-03-09 2024-03-10"),
        ("en", "Between November 2 and March 9, 40 people drowned.", "2023-11-02 2024-03-10"),
        ("en", "Between January 2 and March 9, 2021, 40 people drowned.", "2021-01-02 2021-03-10"),
        ("en", "From 2 to 20 March, 40 people drowned.", "2024-03-02 2024-03-21"),
        ("en", "From Monday to Wednesday, 40 people drowned.", "2024-03-11 2024-03-14"),
        ("en", "Between January and March 2021, 40 people drowned.", "2021-01-01 2021-04-01"),
        ("en", "Between 2015 and 2019, 40 people drowned.", "2015-01-01 2020-01-01"),
        ("en", "The fair drew between 2000 and 2019 people.", NOW),
        ("fr", "Du 2 au 9 mars, 40 personnes se sont noyées.", MARCH),
        ("fr", "Entre le 2 janvier et le 9 mars, 40 personnes se sont noyées.", WINTER),
        ("fr", "D'avril à juin 2021, 40 personnes se sont noyées.", "2021-04-01 2021-07-01"),
        ("fr", "Le 2 janvier et le 9 mars, 40 personnes se sont noyées.", "2024-03-09 2024-03-10"),
        ("es", "Del 2 al 9 de marzo se ahogaron 40 personas.", MARCH),
        ("es", "Entre el 2 de enero y el 9 de marzo se ahogaron 40 personas.", WINTER),
        ("es", "El 2 de enero y el 9 de marzo se ahogaron 40 personas.", "2024-03-09 2024-03-10"),
        ("de", "Vom 2. bis 9. März ertranken 40 Menschen.", MARCH),
        ("de", "Zwischen dem 2. Januar und dem 9. März ertranken 40 Menschen.", WINTER),
        ("en", "In the night from Monday to Tuesday, 40 people drowned.", "2024-03-12 2024-03-13"),
        ("fr", "Dans la nuit de lundi à mardi, 40 personnes se sont noyées.", "2024-03-12 2024-03-13"),
        ("fr", "De lundi à mardi, 40 personnes se sont noyées.", "2024-03-11 2024-03-13"),
        ("es", "En la noche del lunes al martes se ahogaron 40 personas.", "2024-03-12 2024-03-13"),
        ("de", "In der Nacht vom 8. auf den 9. März ertranken 40 Menschen.", "2024-03-09 2024-03-10"),
        ("de", "Am 2. Januar und am 9. März ertranken 40 Menschen.", "2024-03-09 2024-03-10"),
    ],
)
def test_days_told_by_first_and_last_are_one_time(reader: Reader, lang: str, text: str, period: str) -> None:
    last = read(reader, text, MOMENT, lang=lang).claims[-1]
    assert last.as_of is not None
    assert f"{last.as_of.start:%Y-%m-%d} {last.as_of.end:%Y-%m-%d}" == period


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Del 2 al 9 de marzo se ahogaron 40 personas."),
        ("es", "Entre el 2 y el 9 de marzo se ahogaron 40 personas."),
        ("de", "Zwischen dem 2. und dem 9. März ertranken 40 Menschen."),
    ],
)
def test_their_days_count_nothing(reader: Reader, lang: str, text: str) -> None:
    assert [claim.figure.text for claim in read(reader, text, MOMENT, lang=lang).claims] == ["40"]
