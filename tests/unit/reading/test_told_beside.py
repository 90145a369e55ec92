"""What stands beside a figure and is not its own: a seat, who attacked, the march before, the first of two nouns."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.acronyms import acronyms
from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.claim import Claim

from .reading import read

THURSDAY = datetime(2024, 3, 14, 18, tzinfo=UTC)
DEAD, MISSING, SOLDIERS = "person.dead", "person.missing", "person.troops_killed"


def _claims(reader: Reader, lang: str, text: str) -> list[Claim]:
    return list(read(reader, text, THURSDAY, lang=lang).claims)


def _speakers(reader: Reader, lang: str, text: str) -> list[str | None]:
    return [claim.originator.name if claim.originator else None for claim in _claims(reader, lang, text)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Harbour Watch, headquartered in the US, counted 40 dead in floods."),
        ("en", "The Belgium-based Harbour Watch counted 40 dead in floods."),
        (
            "fr",
            "L'Observatoire des droits de l'homme, basé au Royaume-Uni, fait état de 40 morts dans des inondations.",
        ),
        ("fr", "La Vigie, dont le siège est à Londres, compte 40 morts dans les inondations."),
        ("es", "La ONG, con sede en Londres, informó de 40 muertos."),
        ("de", "Das Netzwerk mit Sitz in den USA meldet 40 Todesopfer."),
        ("de", "Das in Genf ansässige Netzwerk meldet 40 Todesopfer."),
    ],
)
def test_a_seat_is_no_place_of_what_is_told(reader: Reader, lang: str, text: str) -> None:
    assert [claim.place for claim in _claims(reader, lang, text)] == [None]


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "Rebels shelled troops based in Derna, killing 40 soldiers.", "geonames:87205"),
        ("en", "A fire at a factory based in Derna killed 40 workers.", "geonames:87205"),
        ("en", "At a hospital based in Derna 40 people died.", "geonames:87205"),
        ("es", "Una bomba en la sede en Derna dejó 12 muertos.", "geonames:87205"),
    ],
)
def test_what_is_struck_where_it_has_its_base(reader: Reader, lang: str, text: str, place: str) -> None:
    assert [claim.place for claim in _claims(reader, lang, text)] == [place]


def test_who_speaks_from_their_own_country_speaks_of_it(reader: Reader) -> None:
    (claim,) = _claims(reader, "en", "The Dutch police said 40 people died in the Netherlands.")
    assert claim.place == "country:NL"


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        # an office for several things
        ("en", "The Ministry of Labour, Health and Welfare counted 84 dead.", "Ministry of Labour, Health and Welfare"),
        ("en", "According to the Ministry of Land, Roads and Tourism, 84 died.", "Ministry of Land, Roads and Tourism"),
        (
            "fr",
            "Le ministère de la Pêche, du Climat et de la Forêt a recensé 84 morts.",
            "ministère de la Pêche, du Climat et de la Forêt",
        ),
        ("es", "El Ministerio de Salud, Agua y Bosques informó de 84 muertos.", "Ministerio de Salud, Agua y Bosques"),
        (
            "de",
            "Das Ministerium für Umwelt, Klima und Energie meldete 84 Tote.",
            "Ministerium für Umwelt, Klima und Energie",
        ),
        # several speakers, and a clause
        ("en", "The Ministry of Health, UNICEF and the WHO said 84 had died.", "UNICEF and the WHO"),
        ("es", "El Ministerio de Defensa, Juan Soto y Ana Ruiz dijeron que 84 murieron.", "Juan Soto y Ana Ruiz"),
        ("en", "After the raid on the Ministry of Health, police and witnesses said 84 died.", "police and witnesses"),
        ("en", "According to the Ministry of Health, Israel and Egypt lost 84 soldiers.", "Ministry of Health"),
        # who did it counts nobody
        ("en", "The attack claimed by the Red Brigade killed 84 people, according to the mayor.", "mayor"),
        ("fr", "Selon la police, 84 personnes sont mortes dans l'attaque revendiquée par la Brigade.", "police"),
        ("fr", "Le bilan de l'attentat perpétré par la Brigade rouge fait état de 84 morts.", None),
        ("fr", "Un rapport publié par l'ONU parle de 84 morts.", "ONU"),
        ("en", "The rebels claimed that 84 soldiers had died.", "rebels"),
        # no name
        ("fr", "Quarante blessés sont encore hospitalisés, a indiqué la préfecture.", "préfecture"),
    ],
)
def test_who_counts(reader: Reader, lang: str, text: str, names: str | None) -> None:
    assert set(_speakers(reader, lang, text)) == {names}


def test_a_headline_s_event_is_nobody(reader: Reader) -> None:
    read_so = read(
        reader, "It was felt far away.", THURSDAY, lang="en", title="Toll From Quake in Ishikawa Prefecture Hits 84"
    )
    assert [claim.originator for claim in read_so.claims] == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "in the worst flood in years, a United Nations Children's Fund (UNICEF) official",
            "United Nations Children's Fund",
        ),
        ("the disaster and emergency management agency (AFAD) said", None),
        ("the National Intelligence Service (NIS) said", "National Intelligence Service"),
        ("Pablo Ortega (PORT) criticised the mayor", None),
    ],
)
def test_what_an_acronym_is_short_for(text: str, name: str | None) -> None:
    assert next(iter(acronyms(text).values()), None) == name


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        ("en", "The number of people missing rose to 323 while the death toll climbed to 168.", [MISSING, DEAD]),
        ("en", "The number of missing people rose to 323, and the death toll to 168.", [MISSING, DEAD]),
        ("en", "The number of people missing fell to 12.", [MISSING]),
        ("en", "The number of government soldiers killed rose to 168.", [SOLDIERS]),
        ("en", "The number of homes without power fell to 168.", ["person.without_power"]),
    ],
)
def test_a_level_is_of_what_its_own_words_say(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in _claims(reader, lang, text)] == measures


@pytest.mark.parametrize(
    ("lang", "text", "groups"),
    [
        ("en", "Eighty of them died in the hall, 19 on the terrace and five outside.", ["part"] * 3),
        ("fr", "Quatre-vingts d'entre elles sont mortes dans la salle, 19 en terrasse et 5 au bar.", ["part"] * 3),
        ("en", "Eighty of them died in the hall. Rescuers counted 130 dead.", ["part", None]),
    ],
)
def test_one_more_part(reader: Reader, lang: str, text: str, groups: list[str | None]) -> None:
    told = "The toll is 130 dead." if lang == "en" else "Le bilan est de 130 morts."
    assert [claim.group for claim in _claims(reader, lang, f"{told} {text}")][1:] == groups


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "Police arrested 40 people at a rally earlier this year.", "01-01 year"),
        ("en", "A rally drew 4,000 people earlier this month.", "03-01 month"),
        ("fr", "La marche a réuni 4 000 personnes en début de semaine.", "03-11 week"),
        ("es", "La marcha reunió a 4.000 personas a principios de esta semana.", "03-11 week"),
        ("de", "Zu der Kundgebung kamen Anfang der Woche 4.000 Menschen.", "03-11 week"),
        # the event's time, and no toll's
        ("en", "The fires earlier this month have killed 115 people.", "03-14 publication"),
        # since a day, whatever stands between
        ("en", "40 people have died since the full-scale invasion on 18 January.", "03-14 publication"),
        ("fr", "40 personnes ont été tuées depuis le début des manifestations, le 18 janvier.", "03-14 publication"),
        ("es", "Desde que empezó la guerra, el 18 de enero, han muerto 40 personas.", "03-14 publication"),
        ("en", "Since the attack, police said on Monday, 40 people have died.", "03-11 day"),
        ("en", "Since the truce, on Monday alone 40 people were killed.", "03-11 day"),
        ("es", "Desde la tregua, el lunes murieron 40 personas.", "03-11 day"),
        # a march before lends no day
        (
            "fr",
            "La dernière journée avait réuni 9 000 manifestants le 28 février. La CGT en a compté 30 000.",
            "03-14 publication",
        ),
        ("fr", "La journée avait réuni 9 000 manifestants le 28 février. La CGT en a compté 30 000.", "02-28 day"),
    ],
)
def test_the_day_of_the_last_figure(reader: Reader, lang: str, text: str, day: str) -> None:
    as_of = _claims(reader, lang, text)[-1].as_of
    assert as_of is not None
    assert f"{as_of.start:%m-%d} {as_of.accuracy}" == day


@pytest.mark.parametrize(
    ("lang", "text", "country"),
    [
        ("en", "40 people died in the Democratic Republic of Congo.", "country:CD"),
        ("en", "40 people died in the Republic of Congo.", "country:CG"),
        ("de", "In der Demokratischen Republik Kongo starben 40 Menschen.", "country:CD"),
    ],
)
def test_which_congo(reader: Reader, lang: str, text: str, country: str) -> None:
    assert [claim.place for claim in _claims(reader, lang, text)] == [country]


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("de", "Die Zahl der Menschen, die bei den Unruhen ums Leben kamen, beträgt laut Amt 800.", DEAD),
        ("en", "The number of people who in the course of the winter lost their lives is 800.", DEAD),
        ("en", "The number of people in the town that the army has left to die is 800.", "person.people"),
        ("fr", "L'armée dit avoir tué « 203 combattants » dans le nord.", SOLDIERS),
        ("en", 'The army said it had killed "203 fighters" in the north.', SOLDIERS),
    ],
)
def test_what_a_clause_tells_of_those_counted(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert [claim.measure for claim in _claims(reader, lang, text)] == [measure]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "There were 473 cases, a twofold rise in reported cases.", {None}),
        ("en", "They treated 435 cases, and 567 cases reported in October.", {None}),
        ("de", "Nach offizieller Darstellung gab es 300 Tote.", {"offizieller Darstellung"}),
    ],
)
def test_nobody_speaks_by_an_attribute(reader: Reader, lang: str, text: str, names: set[str | None]) -> None:
    assert set(_speakers(reader, lang, text)) == names


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("de", "Die Polizei z&auml;hlte 12.000 Demonstranten, die Veranstalter sch&auml;tzten sie auf 30.000.", 2),
        ("fr", "La police a compt&eacute; 12 000 manifestants&nbsp;; le syndicat en a compt&#233; 30 000.", 2),
        ("es", "Seg&uacute;n la polic&iacute;a hubo 12.000 manifestantes.", 1),
    ],
)
def test_entities_within_words(reader: Reader, lang: str, text: str, names: int) -> None:
    assert len(set(_speakers(reader, lang, text)) - {None}) == names
