"""Where each figure of a list plays."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2020, 6, 1, 12, tzinfo=UTC)
THREE = ["country:BR", "country:MX", "country:IT"]


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        ("en", "The most deaths were in Brazil (120,262 deaths), Mexico (63,164) and Italy: 41,486.", THREE),
        ("en", "Brazil has 58,314 deaths, Mexico 43,575, Italy at least 34,744.", THREE),
        ("fr", "Suivent le Brésil avec 58.314 morts, le Mexique (43.575) et l'Italie (34.744).", THREE),
        ("es", "Brasil tiene 58.314 muertos, México 43.575 e Italia (34.744).", THREE),
        ("de", "Brasilien zählt 58.314 Tote, Mexiko 43.575 und Italien (34.744).", THREE),
        ("en", "In Brazil the Italian ministry counted 34,744 deaths.", ["country:BR"]),  # a people is no place
        ("en", "Brazil: 120 dead in a flood in Rio de Janeiro.", ["geonames:3451190"]),
    ],
)
def test_a_figure_of_a_list_is_of_the_place_that_it_follows(
    reader: Reader, lang: str, text: str, places: list[str]
) -> None:
    assert [claim.place for claim in read(reader, text, MOMENT, lang=lang).claims] == places


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("en", "Jean Lwanzo (51) told local radio that 52 people died.", ["52"]),
        ("de", "Hermann Maier (69) sagte, die Zahl der Toten sei auf sechs gestiegen.", ["sechs"]),
        ("en", "The most deaths were in New Jersey (45) and South Korea (30).", ["45", "30"]),
    ],
)
def test_a_number_in_brackets_is_the_age_of_a_person_and_the_toll_of_a_place(
    reader: Reader, lang: str, text: str, figures: list[str]
) -> None:
    assert [claim.figure.text for claim in read(reader, text, MOMENT, lang=lang).claims] == figures


@pytest.mark.parametrize(
    ("lang", "text", "places"),
    [
        # where the speaker is, is asked last
        ("en", "The service's head in Tripoli, Osama Ali, said 230 people died in Derna.", ["geonames:87205"]),
        ("en", "According to the hospital in Milan, 12 people were hurt in Rome.", ["geonames:3169070"]),
        ("en", "12 people were hurt, according to the hospital in Milan.", ["geonames:3173435"]),
        # a country's town, a town that is called one
        ("en", "The death toll in Libya's Derna passes 530.", ["geonames:87205"]),
        ("en", "Rain hurt 12 people of the Derna province.", ["geonames:87205"]),
        # first-level regions
        ("en", "A crash hurt 12 people in India's eastern Odisha state.", ["region:IN-OD"]),
        ("fr", "La crue a tué 12 personnes en Bavière.", ["region:DE-BY"]),
        ("es", "La riada mató a 12 personas en Castilla-La Mancha.", ["region:ES-CM"]),
        ("de", "In Baden-Württemberg starben 12 Menschen.", ["region:DE-BW"]),
        # two countries at once
        ("fr", "Le séisme a fait 118 morts en Turquie et en Syrie.", ["country:SY+country:TR"]),
        ("en", "In Turkey and Syria 118 people died.", ["country:SY+country:TR"]),
        # the places of parts are not the whole's
        (
            "es",
            "Hay 95 muertos: 92 en Valencia y tres en Málaga.",
            ["country:ES", "geonames:2509954", "geonames:2514256"],
        ),
        (
            "fr",
            "Il y a 118 morts, 76 en Turquie et 42 en Syrie.",
            ["country:SY+country:TR", "country:TR", "country:SY"],
        ),
        ("en", "12 people were killed and 30 injured in Rome.", ["geonames:3169070"] * 2),
        ("fr", "5.000 contre 10.500 manifestants à Rouen.", ["geonames:2982652"]),
    ],
)
def test_where(reader: Reader, lang: str, text: str, places: list[str]) -> None:
    assert [claim.place for claim in read(reader, text, MOMENT, lang=lang).claims] == places


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("fr", "Le naufrage au large de Sfax, en Tunisie, a fait 51 morts.", "geonames:2467454"),
        ("en", "A factory fire in Dhaka, Bangladesh, killed 27 people.", "geonames:1185241"),
        ("es", "El incendio en Daca, en Bangladés, dejó 27 muertos.", "geonames:1185241"),
        ("de", "Bei einem Brand in Dhaka, Bangladesch, starben 27 Menschen.", "geonames:1185241"),
        ("fr", "A Sfax, la pluie a cessé ; en Tunisie, 51 personnes sont mortes.", "country:TN"),
    ],
)
def test_the_country_behind_a_town_only_says_which_it_is(reader: Reader, lang: str, text: str, place: str) -> None:
    assert [claim.place for claim in read(reader, text, MOMENT, lang=lang).claims] == [place]


PORTOVIEJO, PEDERNALES = "geonames:3652941", "area:EC/pedernales"


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "In Portoviejo, the hardest-hit city in Ecuador, 120 people died.", PORTOVIEJO),
        ("en", "The worst-hit city, Portoviejo, counted 120 dead.", PORTOVIEJO),
        ("en", "The hardest-hit city in Ecuador was Portoviejo, where 120 people died.", PORTOVIEJO),
        ("en", "120 people died in the hardest-hit city, Pedernales, the government of Ecuador said.", PEDERNALES),
        ("en", "In Ecuador the mayor of the hardest-hit city, Juan Vex, said 120 people died.", "country:EC"),
        ("es", "En Pedernales, la ciudad más golpeada por el sismo en Ecuador, murieron 120 personas.", PEDERNALES),
        ("es", "La ciudad más afectada, Portoviejo, cuenta 120 muertos.", PORTOVIEJO),
        ("fr", "À Portoviejo, la ville la plus touchée en Équateur, 120 personnes sont mortes.", PORTOVIEJO),
        ("fr", "La ville la plus touchée, Portoviejo, compte 120 morts.", PORTOVIEJO),
        ("de", "In Portoviejo, der am schwersten getroffenen Stadt in Ecuador, starben 120 Menschen.", PORTOVIEJO),
        ("de", "In Pedernales, der am schwersten getroffenen Stadt Ecuadors, starben 120 Menschen.", PEDERNALES),
        ("de", "Nach Angaben der Regierung Ecuadors starben 120 Menschen.", "country:EC"),
    ],
)
def test_a_town_and_its_kind_in_apposition(reader: Reader, lang: str, text: str, place: str) -> None:
    assert [claim.place for claim in read(reader, text, MOMENT, lang=lang).claims] == [place]


def test_names_in_a_story_have_no_article_and_no_agency(reader: Reader) -> None:
    text = "The Red Crescent's head told Reuters at 12:30 GMT that 12 people died. Red Crescent teams came."
    refs = read(reader, text, MOMENT, lang="en").story.refs
    assert [ref for ref in refs if ref.startswith("name:")] == ["name:red-crescent"]
