"""Live blogs: lines that begin with a clock, and what holds at that moment."""

from datetime import datetime, timedelta

import pytest

from figurewatch.agents.reading.entries import entries, moment_at
from figurewatch.agents.reading.reader import Reader

from .test_measures import claims

PUBLISHED = datetime.fromisoformat("2019-12-17T20:00:00+01:00")


@pytest.mark.parametrize(
    ("text", "clocks"),
    [
        ("18:22 : un\n17h12 - deux\n16h : trois\n", ["17:22", "16:12", "15:00"]),
        ("14:32 GMT one\n2:30 p.m. two\n11am: three", ["14:32", "13:30", "10:00"]),
        ("[14:32] one\n(15:32) two\n2.30pm: three", ["13:32", "14:32", "13:30"]),
        ("18:22 : un\n17h12 - deux\n", []),
        ("18.22 - one\n17.12 - two\n16.05 – three\n", ["17:22", "16:12", "15:05"]),
        ("18.22 million\n17.12 is less\n16.05, too\n", []),
        ("3 morts\n4 blessés\n5 heures plus tard\n2.5 million", []),
    ],
)
def test_the_clocks(text: str, clocks: list[str]) -> None:
    assert [moment.start.strftime("%H:%M") for _, moment in entries(text, PUBLISHED)] == clocks


def test_a_clock_far_behind_the_publication_is_of_the_day_before() -> None:
    early = PUBLISHED.replace(hour=1)
    (_, night), *_ = entries("23h50 - un\n23h40 - deux\n23h30 - trois", early)
    assert early - night.start == timedelta(hours=1, minutes=10)


def test_what_stands_before_the_first_clock_has_no_moment() -> None:
    found = entries("Le direct\n18:22 : un\n17:12 : deux\n16:00 : trois", PUBLISHED)
    assert moment_at(found, 3) is None
    assert moment_at(found, 15) == found[0][1]


def test_an_entry_dates_its_figures(reader: Reader) -> None:
    text = "18h22 - On compte 12 morts.\n17h12 - On compte 9 morts.\n16h - On compte 5 morts le 3 mars.\n"
    days = [claim.as_of for claim in claims(reader, "fr", text)]
    assert [(day.accuracy, day.start.strftime("%d %H:%M")) for day in days if day] == [
        ("instant", "17 18:22"),
        ("instant", "17 17:12"),
        ("day", "03 00:00"),
    ]


@pytest.mark.parametrize(
    ("lang", "text", "speaker", "figures"),
    [
        ("en", "18.41 - Ukraine's emergency service: 1,366 people saved.", "Ukraine's emergency service", ["1,366"]),
        ("de", "<b>18:05 Uhr</b> NRW-Innenministerium: 30 Tote im Land.", "NRW-Innenministerium", ["30"]),
        ("fr", "<b>8h40</b> Les Casques blancs : au moins 120 morts.", "Casques blancs", ["au moins 120"]),
    ],
)
def test_who_speaks_behind_a_clock(reader: Reader, lang: str, text: str, speaker: str, figures: list[str]) -> None:
    found = claims(reader, lang, text)
    assert [claim.figure.text for claim in found] == figures
    assert [claim.originator.name if claim.originator else None for claim in found] == [speaker]
