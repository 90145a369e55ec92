"""What is a day, a year or an age and no figure; and of when a toll is that an event's day stands beside."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("de", "Ein Feuerwehrmann (46) ertrank, ein zweiter (52) wurde verletzt.", []),
        ("de", "Die meisten Toten gab es in Köln (45) und Bonn (30).", ["45", "30"]),
        ("es", "Un bombero (54) murió en Lima.", []),
        ("fr", "Un pompier (54) est mort.", []),
        ("en", "A firefighter, 54, was killed.", []),
        ("en", "Singer dead at 27, the hospital said.", []),
        ("en", "The hospital put the dead at 27.", ["27"]),
        ("en", "The hospital put the number of dead at 27.", ["27"]),
        ("de", "1804 starben bei der Ahrflut 63 Menschen, 1910 waren es 52.", ["63", "52"]),
        ("de", "2013 neue Stellen gibt es.", ["2013"]),
        ("de", "Am 24. wurden 12 Menschen verletzt.", ["12"]),
        ("de", "Am Ende zählte man 24 Tote.", ["24"]),
    ],
)
def test_years_days_and_ages_are_no_figures(reader: Reader, lang: str, text: str, figures: list[str]) -> None:
    found = [claim.figure.text for claim in read(reader, text, MOMENT, lang=lang).claims]
    assert [figure for figure in found if figure[0].isdigit()] == figures


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "Friday's earthquake has killed 2,901 people.", "2026-11-26"),
        ("en", "The earthquake of Friday has caused 5,530 wounded.", "2026-11-26"),
        ("fr", "Le séisme du 20 novembre a fait 41 156 morts.", "2026-11-26"),
        ("fr", "Le séisme du 17 août 1999 avait fait 17 000 morts.", "1999-08-17"),
        ("fr", "La marche du 20 novembre a réuni 3 000 personnes.", "2026-11-20"),
        ("de", "Das Beben vom Freitag hat 12 Tote gefordert.", "2026-11-26"),
        ("es", "El terremoto del viernes ha causado 12 muertos.", "2026-11-26"),
        ("en", "On Friday 38,000 people marched.", "2026-11-20"),
    ],
)
def test_a_toll_is_of_when_it_is_told_and_a_march_of_its_day(reader: Reader, lang: str, text: str, day: str) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert claim.as_of
    assert f"{claim.as_of.start:%Y-%m-%d}" == day


def test_a_toll_that_an_event_claims_is_not_asked_for(reader: Reader) -> None:
    (claim,) = read(reader, "Das Beben hat 12 Tote gefordert.", MOMENT, lang="de").claims
    assert claim.status == "reported"
