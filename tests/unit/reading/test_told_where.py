"""Where something is only written or told, and where it happened by a name that no list knows."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.headings import heading_end
from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 3, 14, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("LIMA.- Doce personas murieron.", "Doce personas murieron."),
        ("Managua, 14 mar.- Llovió.", "Llovió."),
        ("Port-au-Prince, le 14 mars 2024 (AlterPresse) --- Il pleut.", "Il pleut."),
        ("GOMA (RDC) - Il pleut.", "Il pleut."),
        ("Berlin (Agentur) Es regnete.", "Es regnete."),
        ("LUSAKA. Rain fell.", "Rain fell."),
        ("HARARE: Rain fell.", "Rain fell."),
        ("Kabul — Rain fell.", "Rain fell."),
        # no dateline: a speaker, a list's town, no town
        ("Emmanuel Macron (LREM) - dit-il.", None),
        ("Lyon : 5 000 personnes ont défilé.", None),
        ("CGT: 5 000 personnes ont défilé.", None),
        ("Madrid (España) sigue en alerta.", None),
    ],
)
def test_where_a_text_goes_on_behind_its_dateline(text: str, goes_on: str | None) -> None:
    assert text[heading_end(text, 0, len(text)) :] == (goes_on or text)


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        # a dateline gives way to what the story names, and its capital to the country whose ministry counts
        ("es", "LIMA.- El Ministerio de Salud peruano contabiliza 113 muertos por dengue.", "country:PE"),
        ("en", "HARARE: Zimbabwe's health ministry said 193 people had died of cholera.", "country:ZW"),
        ("en", "LUSAKA. The health ministry said 310 people had died of cholera.", "country:ZM"),
        ("fr", "Kinshasa, 14 mars (AFP) - Le ministère de la Santé compte 310 morts du choléra.", "country:CD"),
        ("en", "LUSAKA. The mayor said 12 people had died in the fire.", "geonames:909137"),
        # where it is only told, or sent
        ("en", "The minister told reporters in Kinshasa that 12 people had died in Mbandaka.", "geonames:2312895"),
        ("es", "El ministro dijo este jueves en Quito que murieron 12 personas en Guayaquil.", "geonames:3657509"),
        ("fr", "Le ministre, en visite à Mamoudzou, a dénombré 12 morts à Mayotte.", "country:YT"),
        (
            "de",
            "Bei Mbandaka werden 23 Passagiere vermisst, erklärte ein Sprecher am Donnerstag in Kinshasa.",
            "geonames:2312895",
        ),
        # no participle behind a noun tells that
        ("en", "Shelling reported near Derna killed 12 people as leaders met in Paris.", "geonames:87205"),
        ("en", "A fire confirmed in Derna killed 12 people as leaders met in Paris.", "geonames:87205"),
        ("fr", "Un foyer de choléra révélé à Derna a fait 30 morts, a dit l'OMS à Genève.", "geonames:87205"),
        ("fr", "Un incendie s'est déclaré à Derna et a fait 30 morts, a dit l'OMS à Genève.", "geonames:87205"),
        ("es", "Un foco confirmado en Derna dejó 30 muertos, dijo la OMS en Ginebra.", "geonames:87205"),
        ("de", "Es gab in Derna bei einem Unfall 12 Tote.", "geonames:87205"),
        ("fr", "Le ministre a déclaré jeudi à Tripoli que 30 personnes étaient mortes à Derna.", "geonames:87205"),
        ("fr", "Le ministre a confirmé à Tripoli que 30 personnes étaient mortes à Derna.", "geonames:87205"),
        ("en", "Officials said in Derna 300 people died.", "geonames:87205"),
        ("en", "Officials said in Derna 300 people died in Libya.", "geonames:87205"),
        ("en", "Officials said in Tripoli 300 people died in Derna.", "geonames:87205"),
        ("fr", "Le ministère a annoncé à Tripoli 300 morts à Derna.", "geonames:87205"),
        ("es", "El ministerio anunció en Bogotá 30 muertos en Cali.", "geonames:3687925"),
        ("de", "Das Ministerium meldete in Tripolis 300 Tote in Derna.", "geonames:87205"),
        # a counted noun begins the name of a town
        ("en", "In Port-au-Prince, 40 people were injured.", "geonames:3718426"),
        ("fr", "À Port-au-Prince, en Haïti, 40 personnes ont été blessées.", "geonames:3718426"),
        # where it happened
        ("fr", "L'éboulement de Rubaya a fait quinze morts en mars, selon la RDC.", "area:CD/rubaya"),
        ("fr", "En RDC, 97 évadés de la prison de Koutoukalé restaient introuvables.", "area:CD/koutoukale"),
        ("es", "El derrumbe en la mina Bulla Loca, en Venezuela, dejó dos muertos.", "area:VE/bulla-loca"),
        ("es", "La explosión de la mina de carbón de Samacá, en Colombia, dejó 11 muertos.", "area:CO/samaca"),
        ("en", "The collapse at the Arkavathi mine in India killed 12 people.", "area:IN/arkavathi"),
        ("en", "In Sudan, 61 people died in the Abu Shouk displacement camp.", "area:SD/abu-shouk"),
        ("de", "Bei den Überschwemmungen auf Sumatra in Indonesien starben 35 Menschen.", "area:ID/sumatra"),
        ("de", "Bei der Explosion nahe Nerjungri in Russland starben fünf Menschen.", "area:RU/nerjungri"),
        # no site: who strikes, whose crash it is
        ("fr", "L'attaque de Boko Haram a fait 12 morts à Diffa.", "geonames:2445704"),
        ("en", "The Boeing crash killed 346 people in Ethiopia.", "country:ET"),
        ("de", "Beim Streik bei Volkswagen in Deutschland legten 300 Menschen die Arbeit nieder.", "country:DE"),
    ],
)
def test_where(reader: Reader, lang: str, text: str, place: str) -> None:
    assert [claim.place for claim in read(reader, text, MOMENT, lang=lang).claims] == [place]


@pytest.mark.parametrize(
    "text",
    ["Bogotá, 14 mar (EFE).- La Defensoría cuenta 300 muertos.", "Managua, 14 mar.- Murieron 300 personas."],
)
def test_the_day_of_a_dateline_is_no_figure(reader: Reader, text: str) -> None:
    assert [claim.figure.text for claim in read(reader, text, MOMENT, lang="es").claims] == ["300"]
