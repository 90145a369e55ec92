"""What people count who are told of by a wide noun: carried by a ship, treated, of unknown fate, or a number's own."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 3, 14, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        # what carries them
        ("en", "A boat carrying 600 people capsized off Libya.", "person.passengers"),
        ("en", "The plane was carrying 180 people when it crashed.", "person.passengers"),
        ("en", "A bus carrying 40 injured people reached Porto.", "person.injured"),
        ("en", "A ship carrying 600 migrants reached Porto.", "person.migrants"),
        ("fr", "Un bateau transportant 300 personnes a chaviré.", "person.passengers"),
        ("fr", "Un camion transportant 300 blessés est arrivé.", "person.injured"),
        ("es", "Volcó un autobús transportando a 45 personas.", "person.passengers"),
        # treated by whom treats the hurt
        ("en", "Three people from the van were treated at the scene.", "person.injured"),
        ("en", "Three people were treated to a free lunch.", "person.people"),
        ("fr", "45 personnes ont été prises en charge par les secours.", "person.injured"),
        ("fr", "45 personnes ont été prises en charge par la commune.", "person.people"),
        ("de", "45 Menschen mussten ärztlich behandelt werden.", "person.injured"),
        ("de", "45 Menschen wurden ungerecht behandelt.", "person.people"),
        ("es", "45 personas recibieron atención médica.", "person.injured"),
        ("es", "45 personas recibieron un premio.", "person.people"),
        # of whom nobody knows where they are
        ("de", "In Ulm sind 34 Menschen gemeldet, deren Aufenthaltsort ungewiss ist.", "person.missing"),
        ("de", "In Ulm sind 34 Menschen gemeldet, deren Urteil ungewiss ist.", "person.people"),
        ("es", "Hay 34 personas cuyo paradero se desconoce.", "person.missing"),
        ("es", "Hay 34 personas cuyo nombre se desconoce.", "person.people"),
    ],
)
def test_a_wide_noun_counts_what_is_told_of_it(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims] == [measure]


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("en", "In Porto 400 people are missing. The number stood on Monday at 167 people.", "person.missing"),
        ("en", "In Porto 400 people are missing. The number of visitors stood at 167 people.", "person.participants"),
        ("en", "In Porto 400 people are missing. The town has a school with 450 people.", "person.people"),
        ("de", "In Ulm werden 400 Menschen vermisst. Die Zahl stieg am Montag auf 450 Menschen.", "person.missing"),
        ("de", "In Ulm werden 400 Menschen vermisst. Die Zahl der Bewohner liegt bei 4500.", "person.residents"),
        ("fr", "À Porto, 400 sont portés disparus. Le chiffre est passé lundi à 450 personnes.", "person.missing"),
        ("fr", "À Porto, 400 sont portés disparus. Le nombre d'habitants est de 4 500.", "person.residents"),
        ("es", "En Lisboa hay 400 desaparecidos. La cifra se elevó el lunes a 450 personas.", "person.missing"),
        ("es", "En Lisboa hay 400 desaparecidos. La cifra de visitantes se elevó a 4.500.", "person.participants"),
    ],
)
def test_the_number_is_that_of_those_told_before(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims][-1] == measure
