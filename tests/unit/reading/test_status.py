"""What a figure's sentence says of its status, and what the sentence before does not."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def statuses(reader: Reader, lang: str, text: str) -> list[str]:
    return [claim.status for claim in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        # a whole sentence that begins with digits has a status of its own
        ("en", "The agency asked for aid. 550 dead have been counted by the ministry.", "reported"),
        ("de", "Zu befürchten ist, dass noch weitere hinzukommen. 618 Menschen sind verletzt.", "reported"),
        ("es", "Se espera que haya más. 200 personas han sido rescatadas.", "reported"),
        ("fr", "Le préfet craint le pire. 40 maisons ont été détruites.", "reported"),
        # one that a stray full stop has broken off has that of the sentence before
        ("fr", "Le gouvernement a décidé d'envoyer là-bas. 12 000 soldats du pays voisinqui partent.", "planned"),
    ],
)
def test_a_status_ends_with_its_sentence(reader: Reader, lang: str, text: str, status: str) -> None:
    assert statuses(reader, lang, text)[-1] == status


def test_a_claim_keeps_its_status_from_the_sentence_behind_it(reader: Reader) -> None:
    assert statuses(reader, "en", "They asked for 445 tents. 550 tents have come.") == ["asked", "reported"]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "There weren't 200 or even 500 deaths, more likely between 10 and 50.",
            ["denied", "denied", "reported"],
        ),
        ("fr", "Il n'y a pas eu 500 morts, mais 12 blessés.", ["denied", "reported"]),
        ("es", "No hubo 500 muertos, dijo el alcalde.", ["denied"]),
        ("es", "No hay heridos y 20 personas fueron evacuadas.", ["reported"]),
        ("de", "Es waren nicht 500 Tote, sagte der Minister.", ["denied"]),
        # behind a colon stands what is so instead
        ("en", "The ministry denied it: ten dead in all.", ["reported"]),
        ("en", "The ministry denied that ten people had died.", ["denied"]),
        ("fr", "Le ministère dément : dix morts en tout.", ["reported"]),
        ("de", "Das Ministerium dementiert: zehn Tote insgesamt.", ["reported"]),
        ("es", "El ministerio lo desmiente: diez muertos en total.", ["reported"]),
        # what has been done already is estimated, and not foreseen
        ("en", "Insurers expect damage of 2 billion euros.", ["estimated"]),
        ("de", "Der Verband rechnet mit Schäden von zwei Milliarden Euro.", ["estimated"]),
        ("en", "Insurers expect profits of 2 billion euros.", ["expected"]),
    ],
)
def test_what_there_is_not(reader: Reader, lang: str, text: str, expected: list[str]) -> None:
    assert statuses(reader, lang, text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("de", "Bis zu 70 Menschen werden vermisst.", "reported"),
        # heard and not planned
        ("de", "An Bord sollen sich 50 Passagiere befunden haben.", "reported"),
        ("de", "Die Rebellen wollen 40 Soldaten gefangen haben.", "reported"),
        ("de", "An Bord sollen 50 Passagiere Platz haben.", "planned"),
        ("de", "In den Kellern werden 12 Leichen geborgen.", "reported"),
        ("de", "Im Tal werden 500 Helfer kommen.", "expected"),
        ("de", "Da werden 300 Menschen verloren gehen.", "expected"),
        ("en", "A further 281 bodies could not be identified.", "reported"),
        ("en", "A further 281 people could die.", "hypothetical"),
        ("fr", "Les renseignements attendent 80 000 manifestants.", "expected"),
        ("fr", "300 personnes attendent devant l'hôpital.", "reported"),
        ("es", "La policía espera 80.000 manifestantes.", "expected"),
    ],
)
def test_the_present_and_what_is_to_come(reader: Reader, lang: str, text: str, status: str) -> None:
    assert statuses(reader, lang, text) == [status]


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("en", "Police could not confirm that 40 people died.", "hypothetical"),
        ("en", "The ministry did not confirm the toll of 40 dead.", "hypothetical"),
        ("en", "The army neither confirmed nor denied that 40 people died.", "hypothetical"),
        ("en", "Police have not confirmed the cause of the blast that killed 40 people.", "reported"),
        ("fr", "La police n'a pas confirmé que 40 personnes sont mortes.", "hypothetical"),
        ("es", "La policía no confirmó que 40 personas murieron.", "hypothetical"),
        ("de", "Die Polizei bestätigte nicht, dass 40 Menschen starben.", "hypothetical"),
        ("de", "Die Polizei konnte nicht bestätigen, dass 40 Menschen starben.", "hypothetical"),
    ],
)
def test_who_does_not_confirm_says_nothing(reader: Reader, lang: str, text: str, status: str) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert (claim.status, claim.originator) == (status, None)


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        # what might be, or might have been
        ("de", "Die Epidemie könnte 300 Todesopfer fordern.", "hypothetical"),
        ("de", "Die Explosion hätte 300 Menschen töten können.", "hypothetical"),
        ("de", "Der Sturm hätte 12 Menschen getötet, sagte die Polizei.", "reported"),
        ("fr", "L'explosion aurait pu tuer 300 personnes.", "hypothetical"),
        ("fr", "L'épidémie pourrait faire 300 morts d'ici le 4 août.", "hypothetical"),
        ("es", "La explosión habría podido matar a 300 personas.", "hypothetical"),
        ("en", "The blast could have killed 300 people.", "hypothetical"),
        # what is conceded is so
        ("fr", "Si 363 mineurs ont été secourus, 20 sont portés disparus.", "reported"),
        ("fr", "Si 20 personnes sont portées disparues, aucune n'est morte.", "reported"),
        ("fr", "S'il y a eu 40 blessés, aucun n'est grave.", "reported"),
        ("es", "Si bien 363 personas fueron rescatadas, el resto sigue desaparecido.", "reported"),
        ("de", "Auch wenn 363 Menschen gerettet wurden, geht die Suche weiter.", "reported"),
        # but no condition is, nor what nobody knows
        ("fr", "Si 300 personnes étaient tuées, ce serait un désastre.", "hypothetical"),
        ("fr", "Si 300 personnes meurent, ce sera un désastre.", "hypothetical"),
        ("fr", "Si 300 députés ont voté oui, le traité sera ratifié.", "hypothetical"),
        ("fr", "On ignore si 12 personnes ont été tuées.", "hypothetical"),
        ("es", "Si mueren 300 personas, será un desastre.", "hypothetical"),
        ("de", "Wenn 300 Menschen sterben, ist es ein Unglück.", "hypothetical"),
    ],
)
def test_what_may_be_and_what_is_conceded(reader: Reader, lang: str, text: str, status: str) -> None:
    assert statuses(reader, lang, text)[0] == status


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "The heat may cause 32,000 deaths by August 4.", "2025-08-04"),
        ("en", "The epidemic could kill 32,000 people by November 15.", "2024-11-15"),
        ("fr", "L'épidémie pourrait faire 32 000 morts d'ici le 4 août.", "2025-08-04"),
        ("es", "La epidemia podría causar 32.000 muertos para el 4 de agosto.", "2025-08-04"),
        ("de", "Die Epidemie könnte bis zum 4. August 32.000 Todesopfer fordern.", "2025-08-04"),
        ("de", "Bis zum 15. November sollen 40.000 Menschen geimpft werden.", "2024-11-15"),
        # but what was so by then was
        ("en", "By August 4, 32,000 people had died.", "2024-08-04"),
        ("de", "Bis zum 4. August starben 32.000 Menschen.", "2024-10-24"),
    ],
)
def test_what_may_be_by_a_day_is_to_come(reader: Reader, lang: str, text: str, day: str) -> None:
    (claim,) = read(reader, text, MOMENT, lang=lang).claims
    assert claim.as_of
    assert f"{claim.as_of.start:%Y-%m-%d}" == day


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("de", "Die Rebellen wollen bei Goma 60 Soldaten getötet haben.", "reported"),
        ("de", "Am Protest sollen 40.000 Menschen beteiligt gewesen sein.", "reported"),
        ("de", "Aus der Stadt sollen 40.000 Menschen geflohen sein.", "reported"),
        ("de", "40.000 Menschen sollen geflohen sein.", "reported"),
        ("de", "Rund 60 Soldaten sollen getötet worden sein.", "reported"),
        ("de", "Aus der Stadt sollen 20 bis 30 Menschen geflohen sein.", "reported"),
        ("de", "Der Verband will bis 2030 rund 5.000 Stellen geschaffen haben.", "planned"),
        ("de", "Im Endausbau sollen dort 500 Soldaten stationiert sein.", "planned"),
        ("de", "2026 sollen 60.000 Wohnungen fertiggestellt sein.", "planned"),
        ("de", "Bis 2030 sollen 60.000 Wohnungen geschaffen worden sein.", "planned"),
        ("de", "Die Regierung will 2030 60.000 Wohnungen gezählt haben.", "planned"),
        ("en", "The firm said that 1,200 jobs would be cut.", "expected"),
        ("en", "The army rejected that, saying nine civilians had died.", "reported"),
        ("en", "The army rejected claims that nine civilians had died.", "denied"),
        ("en", "The union disputed the figure and maintained that 62 people had been hurt.", "reported"),
        ("en", "The union denied the figure of 62 hurt.", "denied"),
        ("fr", "Ce chiffre est contesté par les familles, qui assurent que 62 personnes ont été blessées.", "reported"),
        ("fr", "Le syndicat a démenti que 62 personnes aient été blessées.", "denied"),
        ("es", "El sindicato rechazó la cifra y sostuvo que 62 personas resultaron heridas.", "reported"),
        ("de", "Die Gewerkschaft bestritt, dass 62 Menschen verletzt wurden.", "denied"),
        ("fr", "Un chiffre contesté par la CGT, qui en compte 800 grévistes.", "reported"),
    ],
)
def test_what_somebody_claims_foresees_or_denies(reader: Reader, lang: str, text: str, status: str) -> None:
    assert statuses(reader, lang, text) == [status]
