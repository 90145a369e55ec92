"""What befell those counted where other words of the sentence tell of others, and shares of strikers and of voters."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 3, 14, 18, tzinfo=UTC)


def measures(reader: Reader, lang: str, text: str) -> list[str]:
    return [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        # the participle that a clause begins with
        ("de", "Vermisst würden 14 Fahrgäste, die anderen hätten sich ans Ufer gerettet.", "person.missing"),
        ("de", "Gerettet wurden 14 Fahrgäste, die anderen werden vermisst.", "person.rescued"),
        ("de", "Vermisst hat sie niemand, als 14 Fahrgäste gerettet wurden.", "person.rescued"),
        ("en", "Missing are 14 passengers, all the others were rescued.", "person.missing"),
        ("fr", "Ont été arrêtés 14 supporters, les autres ont été blessés.", "person.arrested"),
        ("es", "Resultaron heridas 14 personas, las demás fueron evacuadas.", "person.injured"),
        # what befell a thing
        ("en", "Nine people from the grounded ferry are still unaccounted for.", "person.missing"),
        ("en", "Nine flights were grounded.", "thing.flights_cancelled"),
        # onto the streets, and out of a house
        ("es", "La plataforma sacó a 9.000 personas a la calle.", "person.marchers"),
        ("es", "La plataforma sacó a 90 personas del edificio.", "person.evacuated"),
        # not reached
        ("en", "After the wreck 63 people could not be reached.", "person.missing"),
        ("en", "For the survey 63 people could not be reached by phone.", "person.people"),
        ("es", "Tras el naufragio 63 personas siguen sin ser localizadas.", "person.missing"),
        # in somebody's hands
        ("es", "Continúan 21 guardias en poder de los presos.", "person.detained"),
        ("es", "Llegaron 21 guardias.", "person.guards"),
        ("fr", "Encore 21 gardiens sont aux mains des mutins.", "person.detained"),
        ("en", "In all 21 guards are in the hands of the inmates.", "person.detained"),
        ("de", "Noch 21 Wärter sind in der Gewalt der Häftlinge.", "person.detained"),
        ("es", "El cerco suma 180 capturas.", "person.arrested"),
        ("es", "Publicó 12 capturas de pantalla.", "thing.pictures"),
    ],
)
def test_what_befell_them(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert measures(reader, lang, text) == [measure]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("es", "El gremio contó 64 heridos durante el desalojo; el Ministerio, apenas 19.", ["injured", "injured"]),
        ("fr", "Le syndicat compte 64 blessés lors de l'évacuation ; la mairie, 19 à peine.", ["injured", "injured"]),
        ("es", "El Cuerpo evacuó a 64 personas; detuvo a 19.", ["evacuated", "arrested"]),
        ("fr", "On comptait 97 disparus. La police n'en recherche plus que 61.", ["missing", "missing"]),
        ("fr", "On comptait 97 blessés. La police en a arrêté 61.", ["injured", "arrested"]),
    ],
)
def test_an_ellipsis_takes_the_figure_s_measure(reader: Reader, lang: str, text: str, told: list[str]) -> None:
    assert measures(reader, lang, text) == [f"person.{each}" for each in told]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("fr", "Il y a eu jeudi 12 % de grévistes. Le syndicat annonce une participation de 58 %.", ["strikers"] * 2),
        ("fr", "Au vote, le syndicat annonce une participation de 58 %.", ["turnout"]),
        ("de", "Am Warnstreik beteiligten sich 64 Prozent der Fahrer.", ["strikers"]),
        ("de", "Nach ihrer Zählung gingen 27 Prozent der Berechtigten zur Wahl.", ["turnout"]),
        ("de", "Die Partei gewann 27 Prozent der Stimmen.", ["vote"]),
        ("en", "Turnout in the vote came to 61%.", ["turnout"]),
        ("en", "Turnout was low and the party won 61% of the vote.", ["vote"]),
        ("en", "With 42 percent of the polling districts counted, she leads with 61 percent.", ["counted", "vote"]),
        (
            "de",
            "Nach Auszählung von 23 Prozent der Stimmen: Nun sind 91 Prozent der Stimmen ausgezählt.",
            ["counted"] * 2,
        ),
    ],
)
def test_shares_of_those_who_strike_or_vote(reader: Reader, lang: str, text: str, told: list[str]) -> None:
    assert measures(reader, lang, text) == [f"share.{each}" for each in told]


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        (
            "en",
            "The storm destroyed 32 houses, he said. The mayor counts 67 houses.",
            ["thing.buildings_destroyed"] * 2,
        ),
        (
            "en",
            "The storm destroyed 32 houses. The village has 67 houses.",
            ["thing.buildings_destroyed", "thing.homes"],
        ),
        ("en", "The firm will cut 64 jobs, it said. The union speaks of 110 jobs.", ["person.laid_off"] * 2),
        ("en", "The firm will cut 64 jobs. The union speaks of 110 jobs in Leeds.", ["person.laid_off", "person.jobs"]),
        ("fr", "La panne a touché 270 foyers. Un élu compte 500 foyers.", ["person.without_power"] * 2),
        (
            "fr",
            "La panne a touché 270 foyers. La ville abrite 500 foyers.",
            ["person.without_power", "person.households"],
        ),
        ("es", "La riada se llevó 32 casas. El alcalde cuenta 67 casas.", ["thing.buildings_destroyed"] * 2),
        ("de", "Die Firma will 64 Stellen streichen. Verdi geht von 110 Jobs aus.", ["person.laid_off"] * 2),
        ("en", "The army lost 60 soldiers. The base houses 400 soldiers.", ["person.troops_killed", "person.troops"]),
    ],
)
def test_a_noun_alone_goes_on_from_what_befell_the_like(reader: Reader, lang: str, text: str, told: list[str]) -> None:
    assert measures(reader, lang, text) == told


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("fr", "Ils étaient 350 jeudi à Brest contre la fermeture.", ["person.marchers"]),
        ("fr", "Ils étaient 11 contre 9.", []),
        ("en", "They were 350 in Leeds on Thursday to demand a school.", ["person.marchers"]),
        ("es", "Fueron 350 en Vigo contra los recortes.", ["person.marchers"]),
        ("de", "Es waren 350 in Ulm gegen die Kürzungen.", ["person.marchers"]),
    ],
)
def test_so_many_against_something_have_marched(reader: Reader, lang: str, text: str, told: list[str]) -> None:
    assert measures(reader, lang, text) == told


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        # who counts, and the verb is left out
        ("en", "The navy puts the missing at 41, the families at 52.", ["person.missing"] * 2),
        ("de", "Die Marine schätzt die Vermissten auf 41, die Familien auf 52.", ["person.missing"] * 2),
        ("de", "Die Marine schätzt die Vermissten auf 41, die Toten auf 52.", ["person.missing", "person.dead"]),
        # of whom a clause tells
        ("de", "Die Zahl derer, die aus dem Tal geflohen sind, liegt bei 370.", ["person.displaced"]),
        ("fr", "Le total des personnes arrêtées s'élève à 74.", ["person.arrested"]),
        # a verb of speech, and a noun
        ("es", "Hay 41 muertos, según la policía. De 52 habla la clínica.", ["person.dead"] * 2),
        ("es", "Hay 41 muertos, según la policía. De 52 cuentas habla la clínica.", ["person.dead", "person.users"]),
    ],
)
def test_of_whom_a_bare_number_is(reader: Reader, lang: str, text: str, told: list[str]) -> None:
    assert measures(reader, lang, text) == told
