"""Speakers side by side, each with a figure of its own, whichever of them tells what is counted."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)
MARCHERS, PARTICIPANTS = "person.marchers", "person.participants"


@pytest.mark.parametrize(
    ("lang", "text", "measure", "told"),
    [
        # behind colons, the noun with the last
        ("de", "Polizei: 25.000, Veranstalter: 80.000 Teilnehmer.", PARTICIPANTS, "25000 Polizei 80000 Veranstalter"),
        ("en", "Police: 12,000, organisers: 50,000 protesters.", MARCHERS, "12000 Police 50000 organisers"),
        ("fr", "Police : 12 000, syndicats : 50 000 manifestants.", MARCHERS, "12000 Police 50000 syndicats"),
        ("es", "Policía: 12.000, bomberos: 50.000 participantes.", PARTICIPANTS, "12000 Policía 50000 bomberos"),
        ("de", "Demonstration: Polizei 25.000, Veranstalter 80.000.", MARCHERS, "25000 Polizei 80000 Veranstalter"),
        # with a verb, told once
        ("de", "Die Polizei zählte 25, die Feuerwehr 80 Teilnehmer.", PARTICIPANTS, "25 Polizei 80 Feuerwehr"),
        ("fr", "La police compte 12 000, la CGT 50 000 participants.", PARTICIPANTS, "12000 police 50000 CGT"),
        ("es", "La policía contó 12.000, CCOO 50.000 participantes.", PARTICIPANTS, "12000 policía 50000 CCOO"),
        # the second's clause is not the first's
        ("en", "According to police 12,000, according to organisers about 50,000 people marched.", MARCHERS,
         "12000 police 50000 organisers"),
        ("de", "Laut Polizei 12.000, laut Veranstalter 50.000 Menschen demonstrierten.", MARCHERS,
         "12000 Polizei 50000 Veranstalter"),
        ("es", "Según la policía 12.000, según CCOO 50.000 personas marcharon.", MARCHERS, "12000 policía 50000 CCOO"),
        ("fr", "Selon la CGT 50 000, selon la police 12 000 personnes ont défilé.", MARCHERS,
         "50000 CGT 12000 police"),
        # in brackets
        ("fr", "La manifestation a réuni 12 000 personnes (police), 50 000 (CGT).", MARCHERS, "12000 police 50000 CGT"),
        ("es", "Asistieron 12.000 personas (Policía), 50.000 (CCOO).", PARTICIPANTS, "12000 Policía 50000 CCOO"),
        ("de", "5.000 Demonstranten (Polizei), 9.000 (DGB).", MARCHERS, "5000 Polizei 9000 DGB"),
        # those who expect
        ("de", "10.000 Teilnehmer erwarten die Veranstalter.", PARTICIPANTS, "10000 Veranstalter"),
        ("de", "Mit 10.000 Demonstranten rechnet die Polizei.", MARCHERS, "10000 Polizei"),
        ("en", "Organisers expect 10,000 protesters; police expect 6,000.", MARCHERS, "10000 Organisers 6000 police"),
        # but an acronym in a bracket is nobody, where nobody else counts so, and "the city of" ends no speaker
        ("en", "The protest drew 50,000 (GMB).", MARCHERS, "50000 None"),
        ("en", "300 protesters came, according to organisers in the town of 5,000 people.", MARCHERS,
         "300 organisers"),
    ],
)  # fmt: skip
def test_each_has_its_own(reader: Reader, lang: str, text: str, measure: str, told: str) -> None:
    made = [claim for claim in read(reader, text, MOMENT, lang=lang).claims if claim.measure == measure]
    assert " ".join(f"{each.figure.low} {each.originator and each.originator.name}" for each in made) == told


def test_a_plan_is_whose_who_expects(reader: Reader) -> None:
    for text in ("10.000 Teilnehmer erwarten die Veranstalter.", "Mit 10.000 Gästen rechnet die Polizei."):
        (claim,) = read(reader, text, MOMENT, lang="de").claims
        assert claim.status == "expected"


def test_a_bare_figure_goes_on_from_the_headline(reader: Reader) -> None:
    made = read(reader, "Police say 12,000, organisers 50,000.", MOMENT, title="Thousands march for bread", lang="en")
    assert [claim.measure for claim in made.claims if claim.field == "text"] == [MARCHERS, MARCHERS]
