"""Figures that a sentence rejects make no claim; the one told instead does, and "not even so many" is a bound."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("en", "It was not 200 people who died but 300.", ["300"]),
        ("en", "The quake did not kill 200 people but 300.", ["300"]),
        ("en", "Police said 300 people had died, and not 200.", ["300"]),
        ("en", "Not only 200 people died, but 300 were hurt.", ["200", "300"]),
        ("fr", "Le séisme n'a pas tué 200 personnes, mais 300.", ["300"]),
        ("fr", "Ils étaient 300 manifestants et non 500, selon la police.", ["300"]),
        ("es", "No murieron 500 personas, sino 300.", ["300"]),
        ("es", "No eran 500 sino 300 manifestantes, dijo la policía.", ["300"]),
        ("es", "Murieron 300 personas, no 200.", ["300"]),
        ("es", "No solo murieron 200 personas, sino que 300 resultaron heridas.", ["200", "300"]),
        ("de", "Es starben nicht 200, sondern 300 Menschen.", ["300"]),
        ("de", "Nicht 500 Menschen, sondern 300 kamen, sagte die Polizei.", ["300"]),
        ("de", "Es gibt nicht nur 200 Tote, sondern 300 Verletzte.", ["200", "300"]),
    ],
)
def test_what_is_rejected_is_no_claim(reader: Reader, lang: str, text: str, figures: list[str]) -> None:
    assert [claim.figure.text for claim in read(reader, text, MOMENT, lang=lang).claims] == figures


def test_not_even_so_many_is_a_bound(reader: Reader) -> None:
    (claim,) = read(reader, "Es kamen keine 500 Teilnehmer.", MOMENT, lang="de").claims
    assert (claim.figure.low, claim.figure.high, claim.figure.qualifier) == (None, Decimal(500), "less_than")
