"""Who says so where a verb is left out, denied, or told of more; what a bare figure counts then."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import named, read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)
DEAD, INJURED, MISSING, BURNED = "person.dead", "person.injured", "person.missing", "area.burned"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # of a verb told before, a comma is left, and what it takes
        ("La policía dice que hay 12 heridos y la clínica, que hay 30 heridos.", ["policía", "clínica"]),
        ("El alcalde sostiene que ardieron 20 casas; los vecinos, que fueron 70.", ["alcalde", "vecinos"]),
        ("La ONU cifra los desplazados en 150.000; Jartum, en menos de 40.000.", ["ONU", "Jartum"]),
        ("La junta habla de 80 muertos y los monjes, de más de 200.", ["junta", "monjes"]),
        ("El gobierno habla de 80 heridos; los campesinos, de 200.", ["gobierno", "campesinos"]),
        ("La policía contó 600 asistentes; la Peña, que lo organizaba, 4.000.", ["policía", "Peña"]),
        ("La policía contó 40 detenidos en Lyon; en Niza, 12.", ["policía", "policía"]),
        ("La policía contó 40 muertos el lunes; el martes, 12.", ["policía", "policía"]),
        ("La policía dice que hay 12 heridos y la clínica, que está a 20 kilómetros, calla.", ["policía", "policía"]),
        # a negation that denies only what is beyond
        ("La alcaldía no vio más que 3.500 manifestantes.", ["alcaldía"]),
        ("El ministerio no los cifra en más de 40 muertos.", ["ministerio"]),
        ("El ministerio no confirmó 40 muertos.", [None]),
        # a clause that tells more of who speaks, without a comma
        ("El colectivo de abogados que asiste a los reos lleva contados 140 arrestos.", ["colectivo de abogados"]),
        ("El ministro dijo que en la clínica cuentan 40 heridos.", ["clínica"]),
        # a verb within a name ends it not
        ("Murieron, de creer a la Fuerza Pública, 6 personas.", ["Fuerza Pública"]),
        # who is named comes before a verb without a subject
        ("Suben a 44 los muertos por el alud de Arequipa, según Protección Civil.", ["Protección Civil"]),
        ("Los manifestantes aseguran que hay 40 heridos.", ["manifestantes"]),
        ("El delegado, por su parte, limitó los heridos a 60.", ["delegado"]),
    ],
)
def test_who_says_so(reader: Reader, text: str, names: list[str | None]) -> None:
    assert named(reader, "es", text, MOMENT) == names


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("La clínica contó 64 heridos; Protección Civil, que actualizó su balance, da 102.", [INJURED, INJURED]),
        ("La policía contó 12 muertos. «Cayeron 31», respondió el gremio.", [DEAD, DEAD]),
        ("Los bomberos buscan a 12 balseros.", [MISSING]),
        ("La policía busca a tres sospechosos.", ["person.suspects"]),
        ("Ardieron 320 hectáreas, según la Junta. Para la alcaldía, el fuego devoró 1.150.", [BURNED, BURNED]),
        ("El fuego devoró 115 casas.", ["thing.buildings_destroyed"]),
        ("Un temblor de 5,3 grados sacudió la sierra.", ["quake.magnitude"]),
        ("Hubo 5,3 grados tras el temblor.", ["temperature"]),
    ],
)
def test_what_is_counted(reader: Reader, text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in read(reader, text, MOMENT, lang="es").claims] == measures


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("El ministerio no admite más de 12 muertos.", None, 12),
        ("El ministerio nunca habló de más de 12 muertos.", None, 12),
        ("No hubo avisos y más de 12 personas murieron.", 12, None),
        ("No solo murieron más de 12 personas.", 12, None),
        ("La alcaldía no registra más de 12 muertos.", None, 12),
        ("En el valle no hubo más de 12 muertos.", None, 12),
        # other verbs, denied, leave more
        ("El ejército no descarta más de 12 muertos.", 12, None),
        ("La alarma no evitó más de 12 muertos.", 12, None),
        ("El ministro no niega más de 12 muertos.", 12, None),
        ("La muralla no impidió más de 12 muertos.", 12, None),
        ("Los rebeldes nunca ocultaron más de 12 muertos.", 12, None),
    ],
)
def test_a_bound_that_is_denied(reader: Reader, text: str, low: int | None, high: int | None) -> None:
    (claim,) = read(reader, text, MOMENT, lang="es").claims
    assert (claim.figure.low, claim.figure.high) == (low, high)


def test_who_demands_something_counts(reader: Reader) -> None:
    text = "El gremio asegura que ardieron 20 y pide una investigación."
    (claim,) = read(reader, text, MOMENT, lang="es").claims
    assert claim.status == "reported"
