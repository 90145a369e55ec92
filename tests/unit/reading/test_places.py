"""Places that no list knows, towns of one name, and what is no place of a figure: a dateline, a briefing, a man."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2023, 9, 12, 12, tzinfo=UTC)
RABAT, DERNA, MAINES_PORTLAND = "geonames:2538475", "geonames:87205", "geonames:4975802"


def places(reader: Reader, lang: str, text: str, **fields: str) -> list[str | None]:
    return [claim.place for claim in read(reader, text, MOMENT, lang=lang, **fields).claims]


@pytest.mark.parametrize(
    ("lang", "text", "named"),
    [
        ("de", "Im Kreis Ahrweiler starben 12 Menschen.", ["name:ahrweiler"]),
        ("en", "In neighbouring Vexala 12 people died.", ["name:vexala"]),
        ("en", "In nearby fields 12 people died.", [None]),
        ("en", "In neighbouring Vexala's house 12 people died.", [None]),
        ("es", "En la vecina Vexala murieron 12 personas.", [None]),
        ("fr", "Dans la ville voisine de Vexala, 12 personnes sont mortes.", ["name:vexala"]),
        ("de", "Im Ort Menschen zu finden, kostete 3 Helfer das Leben.", [None]),
        ("en", "In the province of Al Haouz 12 people were killed.", ["name:al-haouz"]),
        ("en", "In Jabal al-Akhdar district 12 people were killed.", ["name:jabal-al-akhdar"]),
        ("en", "In Al Haouz province 12 died. Later 30 more bodies were found in Al Haouz.", ["name:al-haouz"] * 2),
        ("en", "In Vex province 12 died. Then Paul Vex said 3 people were hurt.", ["name:vex", "name:vex"]),
        ("en", "30 homes burned in Mendocino County.", ["area:US-CA/mendocino-county"]),
        ("en", "3 people died in Clarke County, Georgia.", ["area:US-GA/clarke-county"]),
        ("fr", "Dans le département du Gard, 12 personnes sont mortes.", ["name:gard"]),
        ("fr", "Le département d'État compte 12 morts.", [None]),
        ("es", "En la comarca de La Ribera hay 30 heridos.", ["name:ribera"]),
        ("es", "El Centro de Datos cuenta 9 muertos.", [None]),
        # where a sentence opens with it
        ("de", "In Sinzig, einer Stadt am Rhein, ertranken zwölf Bewohner.", ["name:sinzig"]),
        ("de", "In Wirklichkeit starben 6 Menschen.", [None]),
        ("es", "En Letur, un pueblo de la sierra, siguen 6 personas desaparecidas.", ["name:letur"]),
        ("en", "In Ramadan 191 people were killed.", [None]),
        ("en", "In Sagwa, a village, a committee said 191 people were killed.", ["name:sagwa"]),
        ("en", "They counted 384 deaths in the Mediterranean city.", [None]),
    ],
)
def test_an_area_that_no_list_knows(reader: Reader, lang: str, text: str, named: list[str | None]) -> None:
    assert places(reader, lang, text) == named


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        ("en", "Quake in Morocco", "In the capital 12 people died."),
        ("fr", "Séisme au Maroc", "Dans la capitale, 12 personnes sont mortes."),
        ("fr", "Séisme au Maroc", "Pour la seule capitale, la police compte 12 morts."),
        ("es", "Terremoto en Marruecos", "En la capital hay 12 muertos."),
        ("de", "Beben in Marokko", "In der Hauptstadt starben 12 Menschen."),
    ],
)
def test_the_capital_is_that_of_the_storys_country(reader: Reader, lang: str, title: str, text: str) -> None:
    assert places(reader, lang, text, title=title) == [RABAT]


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("es", "Murieron 19 personas en Duisburgo.", "geonames:2934691"),
        ("fr", "19 personnes sont mortes à Duisbourg.", "geonames:2934691"),
        ("de", "19 Menschen starben in Duisburg.", "geonames:2934691"),
        ("es", "Murieron 19 personas en Burgo.", None),
    ],
)
def test_a_town_by_the_ending_that_a_language_gives_it(reader: Reader, lang: str, text: str, place: str | None) -> None:
    assert places(reader, lang, text) == [place]


def test_a_town_meant_without_its_name_has_it(reader: Reader) -> None:
    (claim,) = read(reader, "Dans la capitale, 12 personnes sont mortes.", MOMENT, lang="fr", title="Maroc").claims
    assert [entity.text for entity in claim.entities if entity.ref == RABAT] == ["Rabat"]


def test_a_capital_told_by_its_country_is_not_the_storys(reader: Reader) -> None:
    assert RABAT not in places(reader, "en", "In the capital Tripoli 12 people died.", title="Quake in Morocco")


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        (
            "en",
            "Quake in Morocco",
            "185 people were killed, the UN envoy told reporters in New York by video from Paris.",
        ),
        ("en", "Quake in Morocco", "The spokeswoman said by phone from Geneva that 413 people had died."),
        (
            "fr",
            "Séisme au Maroc",
            "Le porte-parole de l'ONU a déclaré à la presse à Genève que 300 personnes sont mortes.",
        ),
        ("es", "Terremoto en Marruecos", "El portavoz de la ONU dijo en Ginebra que murieron 300 personas."),
        ("de", "Beben in Marokko", "Der Sprecher der Vereinten Nationen sagte in Genf, 300 Menschen seien gestorben."),
    ],
)
def test_where_it_is_said_is_no_place_of_the_figure(reader: Reader, lang: str, title: str, text: str) -> None:
    assert places(reader, lang, text, title=title) == ["country:MA"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("LONDON (AP) — Floods in Libya killed 12 people.", "country:LY"),
        ("LONDON (AP) — Floods killed 12 people.", "geonames:2643743"),
    ],
)
def test_a_dateline_tells_where_only_if_nothing_else_does(reader: Reader, text: str, place: str) -> None:
    assert places(reader, "en", text) == [place]


@pytest.mark.parametrize(
    ("title", "text", "place"),
    [
        ("Maine shooting", "Schools in Portland have 12 injured.", MAINES_PORTLAND),
        ("Maine shooting", "In Paris 12 people were killed.", "geonames:2988507"),
        ("Storm", "Athens spoke of 12 dead.", "country:GR"),
        ("Storm in Derna", "Jena added that 12 people had died.", DERNA),
    ],
)
def test_a_town_of_the_state_a_government_and_a_man(reader: Reader, title: str, text: str, place: str) -> None:
    assert places(reader, "en", text, title=title) == [place]


def test_a_place_before_a_later_figure_is_that_ones(reader: Reader) -> None:
    text = "Beim Hochwasser in Sachsen sprach die Polizei von 90 Toten, in Bayern blieb die Zahl bei 43."
    assert places(reader, "de", text) == ["region:DE-SN", "region:DE-BY"]


def test_an_area_lies_in_the_storys_country(reader: Reader) -> None:
    assert places(reader, "de", "Im Kreis Ahrweiler starben 12 Menschen.", title="Flut in Deutschland") == [
        "area:DE/ahrweiler"
    ]


GOMA, BONN, KHARKIV, GAZA = "geonames:216281", "geonames:2946447", "geonames:706483", "geonames:281133"
NANTES, MALAGA = "geonames:2990969", "geonames:2514256"


@pytest.mark.parametrize(
    ("lang", "title", "text", "place"),
    [
        ("en", "Attack in Congo", "Officials in Kampala said 40 people were killed.", "country:CD"),
        ("en", "Attack", "40 people were killed in Congo, officials in Kampala said.", "country:CD"),
        (
            "en",
            "Attack",
            "A hundred armed men came. Police in Goma said 25 people died.",
            GOMA,
        ),  # nothing else is named
        ("en", "Floods in Libya", "The mayor of Derna said 250 people died.", DERNA),  # who counts in his town alone
        ("en", "Crash in Nantes", "Lyon police said 12 people died.", NANTES),
        ("fr", "Accident à Nantes", "La police parisienne a compté 12 morts.", NANTES),
        ("fr", "Accident à Nantes", "La police de Lyon a annoncé que 12 personnes sont mortes.", NANTES),
        ("fr", "Accident à Nantes", "12 personnes sont mortes, selon un porte-parole de l'hôpital de Lyon.", NANTES),
        ("es", "Incendio en Málaga", "Las autoridades de Valencia informaron de 12 muertos.", MALAGA),
        ("es", "Incendio en Málaga", "Murieron 12 personas, según la policía de Valencia.", MALAGA),
        ("de", "Unfall in Bonn", "Die Polizei in Köln sprach von 12 Toten.", BONN),
        ("de", "Unfall in Bonn", "12 Menschen starben, teilte die Polizei in Köln mit.", BONN),
    ],
)
def test_where_the_speaker_is_serves_only_where_nothing_else_is_named(
    reader: Reader, lang: str, title: str, text: str, place: str
) -> None:
    assert places(reader, lang, text, title=title)[-1:] == [place]


@pytest.mark.parametrize(
    ("lang", "title", "text", "place"),
    [
        ("en", "Russian missile strike on Kharkiv", "12 people died.", KHARKIV),
        ("en", "Russia attacks Ukraine with drones", "12 people died.", "country:UA"),
        ("en", "Attack on German aid convoy in Niger", "12 people died.", "country:NE"),
        ("en", "Blast", "12 people were killed in a Russian attack.", None),  # in Russia, or in Ukraine
        ("en", "Israeli air strike on Gaza", "12 people died.", GAZA),
        ("en", "Russian train crash", "12 people died.", "country:RU"),
        ("en", "Russian fire", "12 people died.", "country:RU"),
        ("fr", "Bombardement israélien sur Gaza", "Une frappe israélienne a fait 12 morts.", GAZA),
        ("fr", "Attaque d'un convoi allemand au Niger", "12 personnes sont mortes.", "country:NE"),
        ("es", "Ataque", "El bombardeo israelí contra Gaza dejó 12 muertos.", GAZA),
        ("es", "Ataque a un convoy alemán en Níger", "Murieron 12 personas.", "country:NE"),
        ("de", "Russischer Raketenangriff auf Charkiw", "12 Menschen starben.", KHARKIV),
        ("de", "Angriff auf deutschen Konvoi in Niger", "12 Menschen starben.", "country:NE"),
    ],
)
def test_whose_an_attack_or_a_convoy_is_does_not_tell_where(
    reader: Reader, lang: str, title: str, text: str, place: str | None
) -> None:
    assert places(reader, lang, text, title=title) == [place]


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "12 people died in Lebanon.", "country:LB"),
        ("en", "A blast in southern Lebanon killed 12 people.", "country:LB"),
        ("en", "12 people died in Mexico.", "country:MX"),
        ("es", "En México murieron 12 personas.", "country:MX"),
        ("fr", "12 personnes sont mortes au Luxembourg.", "country:LU"),
        ("de", "In Guatemala starben 12 Menschen.", "country:GT"),
        # but a longer name, a capital that speaks for its country, and a state
        ("en", "12 people died in Mexico City.", "geonames:3530597"),
        ("fr", "12 personnes sont mortes à Paris.", "geonames:2988507"),
        ("en", "12 people died in Georgia.", "region:US-GA"),
    ],
)
def test_a_country_is_no_town_that_is_called_like_it(reader: Reader, lang: str, text: str, place: str) -> None:
    assert places(reader, lang, text) == [place]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        # what stands beneath the name of a town is there
        ("en", "RABAT\n12 people died.\n\nDerna\nPolice counted 30 dead.", [RABAT, DERNA]),
        ("fr", "RABAT\n12 personnes sont mortes.\n\n**Derna**\nLa police a compté 30 morts.", [RABAT, DERNA]),
        ("en", "RABAT\n12 people died.\n\nDerna\nIn Rabat, 30 were hurt.", [RABAT, RABAT]),
        # up to a heading that names none: there, where the story plays; and one town is no list of them
        ("en", "RABAT\n12 died.\n\nDERNA\n30 died.\n\nOther news\n5 people died.", [RABAT, DERNA, RABAT]),
        ("en", "Fires burned.\n\nDERNA\n12 people died.\n\nOther news\n5 people died.", [None, None]),
        # a heading in capitals is no part of a name
        ("en", "RABAT Police counted 12 dead.", [RABAT]),
    ],
)
def test_the_town_of_a_heading(reader: Reader, lang: str, text: str, found: list[str | None]) -> None:
    assert places(reader, lang, text) == found
