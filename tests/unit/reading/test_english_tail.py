"""English as newspapers have it: who counts, what befell those counted, and what only looks so."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 3, 14, 18, tzinfo=UTC)


def told(reader: Reader, text: str) -> list[tuple[int, str, str | None]]:
    """Value, measure and speaker of every claim."""
    claims = read(reader, text, MOMENT, lang="en").claims
    bounds = ((each.figure.low if each.figure.low is not None else each.figure.high, each) for each in claims)
    return [
        (int(value or 0), each.measure, each.originator.name if each.originator else None) for value, each in bounds
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The dam burst killed 11 people, Norvale said; 65, prosecutors allege.", ["Norvale", "prosecutors"]),
        ("Flood kills 12, police say / 45, say villagers", ["police", "villagers"]),
        ("Police: 2 dead in stampede. Doctors: 19", ["Police", "Doctors"]),
        ("Police put the dead at 12, a toll rights groups put at 37.", ["Police", "rights groups"]),
        ("A police memo seen by Reuters lists 66 dead.", ["police"]),
        ("A report obtained by the BBC lists 66 dead.", [None]),
        ("According to a report published by Amnesty, 66 people died.", ["Amnesty"]),
        ("Police estimates of 80 dead contrast with the rebels' 450.", ["Police", "rebels"]),
        ("The ministry counts 12 dead, far from the opposition's 50.", ["ministry", "opposition"]),
        ("Estimates of the crowd ranged from 5,000 (police) to 40,000 (organisers).", ["police", "organisers"]),
        ("By the government's reckoning 12 people drowned.", ["government"]),
        ("The army late on Wednesday acknowledged 14 deaths.", ["army"]),
        ("The ministry a day later spoke of 14 dead.", ["ministry"]),
        ("The clerks' union disputed this. Its volunteers counted 61 dead.", ["clerks' union"]),
        ("The union representing the miners believes 24 of its members are dead.", ["union"]),
        ("Ministry puts Derna dead at 4,300, mayor fears 20,000", ["Ministry", "mayor"]),
        ("The landlord says 30 people died; tenants say 90.", ["landlord", "tenants"]),
        ("The rebels themselves say 40 soldiers were killed.", ["rebels"]),
        # who speaks on behind a colon, and a topic
        ("The army said: 12 soldiers died; 30 rebels were killed.", ["army", "army"]),
        ("Hospital: 50 beds to close.", [None]),
    ],
)
def test_who_counts(reader: Reader, text: str, speakers: list[str | None]) -> None:
    assert [speaker for _, _, speaker in told(reader, text)] == speakers


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("16 people died when a shell hit the market, police said.", ["person.dead"]),
        ("12 people died after a crowd crush.", ["person.dead"]),
        ("The organisers' estimate of 45,000 marchers was dismissed by police.", ["person.marchers"]),
        ("900 workers were dismissed by the company.", ["person.laid_off"]),
        ("60 soldiers were killed and 25 captured.", ["person.troops_killed", "person.troops_captured"]),
        ("70 soldiers were killed and 25 women abducted.", ["person.troops_killed", "person.kidnapped"]),
        ("33 hostages remained in Gaza and 59 are still being held.", ["person.hostages", "person.hostages"]),
        ("Nurses walked off the job, 7,000 of them according to the union.", ["person.strikers"]),
        ("1,200 people have contracted cholera.", ["person.cases"]),
        ("300 people contracted measles vaccines.", ["person.people"]),
        ("A 6.2 earthquake shook Crete.", ["quake.magnitude"]),
        ("The quake measured 5.8, and the network put it at 6.1.", ["quake.magnitude", "quake.magnitude"]),
        ("Crete has had 62 earthquakes.", ["quake.aftershocks"]),
        ("The 5.0 earthquake caused a landslide.", ["quake.aftershocks"]),
        (
            "Consumer prices rose 4.1% year on year, the bank said; the union calculates 7.5%.",
            ["share.inflation", "share.inflation"],
        ),
        ("Inflation is 5%; unemployment is 7%.", ["share.inflation", "share.unemployment"]),
        ("The hospitals have taken in 128 passengers.", ["person.hospitalised"]),
        ("The storm cut electricity to 55,000 homes.", ["person.without_power"]),
        ("The coast guard plucked 112 people from the water.", ["person.rescued"]),
        ("The army conceded 17 losses.", ["person.troops_killed"]),
        ("The carmaker announced 17 losses.", ["person.laid_off"]),
        # bare numbers that count nobody
        ("The bus, which seats 50, plunged into a ravine, killing 21.", ["person.dead"]),
        ("2,000 workers walked out. The plant employs 6,500.", ["person.strikers"]),
        ("The minister, 56, said 9 people were dead.", ["person.dead"]),
    ],
)
def test_what_befell(reader: Reader, text: str, measures: list[str]) -> None:
    assert [measure for _, measure, _ in told(reader, text)] == measures


def test_owning_up_to_so_many_is_no_bound(reader: Reader) -> None:
    (claim,) = read(reader, "The prison service owned up to 212 deaths.", MOMENT, lang="en").claims
    assert (claim.figure.low, claim.figure.high) == (Decimal(212), Decimal(212))
