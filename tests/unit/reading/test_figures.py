"""Figures by case: what is read, as what, and what stays silent."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from figurewatch.agents import languages
from figurewatch.agents.languages import codes
from figurewatch.agents.reading.figures import find_figures
from figurewatch.agents.reading.phrases import phrase


def _bounds(text: str, lang: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (found.figure.text, _plain(found.figure.low), _plain(found.figure.high)) for found in find_figures(text, lang)
    ]


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


@pytest.mark.parametrize(
    ("lang", "text", "written", "low", "high"),
    [
        ("fr", "Il y avait 4 250 visiteurs.", "4 250", "4250", "4250"),
        ("fr", "Il y avait 4\u202f250 visiteurs.", "4\u202f250", "4250", "4250"),
        ("fr", "Il y avait 4.250 visiteurs.", "4.250", "4250", "4250"),
        ("fr", "Il y avait 4,250 visiteurs.", "4,250", "4250", "4250"),
        ("fr", "un déficit de 1,5 million d'euros", "1,5 million d'euros", "1500000", "1500000"),
        ("fr", "quatre-vingt-onze élèves", "quatre-vingt-onze", "91", "91"),
        ("fr", "soixante-dix-huit navires", "soixante-dix-huit", "78", "78"),
        ("fr", "mille deux cents mètres", "mille deux cents mètres", "1200", "1200"),
        ("fr", "trois milliards et demi de roubles", "trois milliards et demi de roubles", "3500000000", "3500000000"),
        ("fr", "entre 1,1 et 1,3 milliard d'euros", "entre 1,1 et 1,3 milliard d'euros", "1100000000", "1300000000"),
        ("fr", "de 40 à 60 élèves", "de 40 à 60", "40", "60"),
        ("fr", "au moins 7 navires", "au moins 7", "7", None),
        ("fr", "pas plus de 9 navires", "pas plus de 9", None, "9"),
        ("fr", "des centaines de barques", "des centaines", "200", None),
        ("fr", "une trentaine de barques", "une trentaine", "30", "30"),
        ("fr", "plus d'une dizaine de barques", "plus d'une dizaine", "10", None),
        ("en", "There were 4,250 visitors.", "4,250", "4250", "4250"),
        ("en", "There were 4 250 visitors.", "4 250", "4250", "4250"),
        ("en", "two hundred and six boats", "two hundred and six", "206", "206"),
        ("en", "one and a half million boats", "one and a half million", "1500000", "1500000"),
        ("en", "half a million boats", "half a million", "500000", "500000"),
        ("en", "a dozen boats", "a dozen", "12", "12"),
        ("en", "tens of thousands of boats", "tens of thousands", "20000", None),
        ("en", "several hundred boats", "several hundred", "200", None),
        ("en", "no fewer than 30 boats", "no fewer than 30", "30", None),
        ("en", "as many as 30 boats", "as many as 30", None, "30"),
        ("en", "12 to 15 % of them", "12 to 15 %", "12", "15"),
        ("en", "between 2 and 5,000 boats", "between 2 and 5,000", "2000", "5000"),
        ("en", "4- to 9,000 boats", "4- to 9,000", "4000", "9000"),
        ("en", "40+ boats", "40+", "40", None),
        ("en", "US$7.5 billion in aid", "US$7.5 billion", "7500000000", "7500000000"),
        ("en", "a 5.9-magnitude quake", "5.9-magnitude", "5.9", "5.9"),
        ("en", "two thirds of the boats", "two thirds", "0.666666666667", "0.666666666667"),
        ("en", "On that day 20 boats sank.", "20", "20", "20"),
        ("en", "On Monday 14 boats sank.", "14", "14", "14"),
        ("fr", "En France 16 élèves sont absents.", "16", "16", "16"),
        ("fr", "Le 12 octobre 20 navires ont coulé.", "20", "20", "20"),
        ("fr", "COVID - 17 élèves sont absents.", "17", "17", "17"),
        ("en", "between 0.5 and 0.9 million boats", "between 0.5 and 0.9 million", "500000", "900000"),
        ("en", "5 to 9 lakh boats", "5 to 9 lakh", "500000", "900000"),
        ("en", "between two and three dozen boats", "between two and three dozen", "24", "36"),
        ("en", "between two and three hundred boats", "between two and three hundred", "200", "300"),
        ("en", "three or four hundred thousand boats", "three or four hundred thousand", "300000", "400000"),
        ("en", "between 100 and 2 million boats", "between 100 and 2 million", "100", "2000000"),
        ("fr", "entre 5 et 7 MEUR", "entre 5 et 7 MEUR", "5000000", "7000000"),
        ("en", "-5 feet 2 inches", "-5 feet 2 inches", "-5.166666666667", "-5.166666666667"),
        ("en", "-2 degrees and a half", "-2 degrees and a half", "-2.5", "-2.5"),
        ("en", "$15 Canadian dollars", "$15 Canadian dollars", "15", "15"),
        ("en", "3 dollars in 50 cities", "3 dollars", "3", "3"),
        ("en", "3 dollars in 50 cities", "50", "50", "50"),
        ("fr", "trois euros et quarante cents", "trois euros et quarante cents", "3.4", "3.4"),
        ("fr", "100 euros et deux cents dollars", "deux cents dollars", "200", "200"),
        ("en", "On May 3, 20 boats sank.", "20", "20", "20"),
        ("en", "a crowd of 2000 people", "2000", "2000", "2000"),
        ("fr", "une foule de 1800 personnes", "1800", "1800", "1800"),
        ("fr", "entre un et deux millions de barques", "entre un et deux millions", "1000000", "2000000"),
        ("en", "He gave 50 dollars to 100 sailors.", "50 dollars", "50", "50"),
        ("fr", "20 ports bloqués par 1 000 marins", "1 000", "1000", "1000"),
        ("fr", "853 passagers sur 15 200 km", "15 200 km", "15200", "15200"),
        ("fr", "5 $ au total", "5 $", "5", "5"),
        ("fr", "quarante cents et deux marins", "quarante cents", "40", "40"),
        ("fr", "entre cinq et deux cents barques", "entre cinq et deux cents", "5", "200"),
        ("en", "1 in 5000 boats", "1 in 5000", "0.0002", "0.0002"),
        ("en", "more than half of the boats", "more than half", "0.5", None),
        ("en", "a couple of hundred boats", "a couple of hundred", "200", "200"),
        ("en", "some 2m were displaced", "some 2m", "2000000", "2000000"),
        ("en", "a 2m tall wave", "2m", "2", "2"),
        ("en", "1.2m jobs were lost", "1.2m", "1200000", "1200000"),
        ("en", "the 400m hurdles", "400m", "400", "400"),
        ("fr", "le 110m haies", "110m", "110", "110"),
        ("en", "arrested 20 plus 5 others", "20", "20", "20"),
        ("fr", "1,2 M d'élèves", "1,2 M", "1200000", "1200000"),
        ("fr", "a dépassé le million d'élèves", "dépassé le million", "1000000", None),
        ("fr", "14 .000 barques", "14 .000", "14000", "14000"),
        ("en", "sinking 14, 200 sailors swam", "14", "14", "14"),
        ("en", "On May 1, 200 boats sank", "200", "200", "200"),
        ("fr", "1,200 €", "1,200 €", "1200", "1200"),
        ("fr", "Un policier de 38 ans est mort", "Un", "1", "1"),
        ("en", "13.8 ± 0.2 billion years", "13.8 ± 0.2 billion years", "13800000000", "13800000000"),
        ("fr", "2 kg 500 g de sable", "2 kg 500 g", "2.5", "2.5"),
        ("en", "4 km and 20 metres away", "4 km and 20 metres", "4.02", "4.02"),
        ("en", "three-plus years", "three-plus years", "3", None),
        ("en", "12 lacs sailors", "12 lacs", "1200000", "1200000"),
        ("fr", "un cinq-tonnes en panne", "cinq-tonnes", "5", "5"),
        ("en", "2 million 2 million 2 million boats", "2 million", "2000000", "2000000"),
        ("en", "Denmark will order 500 boats", "500", "500", "500"),
        ("en", "Last week 20 boats sank", "20", "20", "20"),
        ("fr", "accident de train 40 marins", "40", "40", "40"),
        ("en", "a £20-30 million loss", "£20-30 million", "20000000", "30000000"),
        ("en", "a £5-7m bid", "£5-7m", "5000000", "7000000"),
        ("en", "sank 1500-2000 boats", "1500-2000", "1500", "2000"),
        ("fr", "+1 250 000 barques", "1 250 000", "1250000", "1250000"),
        ("en", "3/15 boats", "3/15", "0.2", "0.2"),
        ("fr", "-30 % de barques", "-30 %", "-30", "-30"),
        ("en", "In Denmark, 40, mostly boats", "40", "40", "40"),
        ("fr", "une attente de 5 heures", "5 heures", "5", "5"),
        ("fr", "plus de 24 heures", "plus de 24 heures", "24", None),
        ("en", "In 2024 $4bn was lost", "$4bn", "4000000000", "4000000000"),
        ("en", "ten $100 notes", "$100", "100", "100"),
        ("en", "a $1.5-billion deal", "$1.5-billion", "1500000000", "1500000000"),
        ("fr", "passe de 2 à 3 milliards d'euros", "2", "2000000000", "2000000000"),
        ("en", "fell from 20 to 15 billion euros", "20", "20000000000", "20000000000"),
        ("de", "stieg von 1,2 auf 1,4 Milliarden Euro", "1,2", "1200000000", "1200000000"),
        ("en", "$5 to 7 million", "$5 to 7 million", "5000000", "7000000"),
        ("en", "between $5 and $7 million", "between $5 and $7 million", "5000000", "7000000"),
        ("fr", "Ils ne sont plus que 12 marins", "12", "12", "12"),
        ("en", "not exceeding 40 boats", "not exceeding 40", None, "40"),
        ("fr", "2 millions 400 000 barques", "2 millions 400 000", "2400000", "2400000"),
        ("es", "20 mil 500 barcos", "20 mil 500", "20500", "20500"),
        ("es", "subió hasta los 40 puntos", "40", "40", "40"),
        ("en", "two-and-a-half years", "two-and-a-half years", "2.5", "2.5"),
        ("fr", "une petite centaine de barques", "une petite centaine", "100", "100"),
        ("fr", "10,4 milles nautiques", "10,4 milles nautiques", "10.4", "10.4"),
        ("de", "Jeder fünfte Segler", "Jeder fünfte", "0.2", "0.2"),
        ("de", "anderthalb Millionen Boote", "anderthalb Millionen", "1500000", "1500000"),
        ("es", "diez con un cuarto", "diez con un cuarto", "10.25", "10.25"),
        ("es", "ciento diez quintos", "ciento diez quintos", "22", "22"),
        ("es", "unas 3.400 personas", "unas 3.400", "3400", "3400"),
        ("es", "treinta y dos barcos", "treinta y dos", "32", "32"),
        ("es", "más de dos millones de euros", "más de dos millones de euros", "2000000", None),
        ("de", "rund 3.400 Menschen", "rund 3.400", "3400", "3400"),
        ("de", "fünfundzwanzigtausend Menschen", "fünfundzwanzigtausend", "25000", "25000"),
        ("de", "mindestens zwei Millionen Euro", "mindestens zwei Millionen Euro", "2000000", None),
    ],
)
def test_a_figure_is_read(lang: str, text: str, written: str, low: str | None, high: str | None) -> None:
    assert (written, low, high) in _bounds(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "deployed around 2007, although unseen"),
        ("fr", "le 14 juillet, les 4, 5 et 6 mai, le 1er avril"),
        ("fr", "en 1998, depuis 2003, entre 1914-1918"),
        ("fr", "à 23 heures, à 20h30, vers 7h"),
        ("fr", "les lignes 4 et 13, le vol 447, l'article 49, la route 66"),
        ("fr", "le F-16, le G7, la Covid-19, un A320"),
        ("fr", "une maison et un jardin, l'un d'eux"),
        ("en", "October 14, 2011; Oct. 3; on 14 July; in 1998; the 1990s; 1914-1918"),
        ("en", "at 9 am, 5 p.m., 20:30"),
        ("en", "flight 370, page 12, Article 5, G20, Covid-19"),
        ("en", "call 555-123-4567 or write to a1@example.org, see https://example.org/12/34 and @user99"),
        ("en", "one of them, no one, the one who left"),
        ("en", "2011-10-14 and 14/10/2011"),
        ("en", "Call 555-0147 now."),
        ("en", "Day 3 of the talks, the October 7 attacks, no. 5, Euro 2024 matches, 0^-1"),
        ("fr", "sur France 2, le camp 14, les lignes 4, 7, 8 et 9"),
        ("en", "Day 3 begins, Channel 4 News, World War 2, the 2015 attacks, the Nikkei 225 fell, a Boeing 737-800"),
        ("en", "in his 30s, at 9.30pm, since 2019 people"),
        ("fr", "le CAC 40, le 11-Septembre, le 3 à Lyon, le 3919, les sorties 12 et 14"),
        ("de", "am 9. November, Gruppe 3 spielte"),
        ("en", "the 9/11 attacks, open 24/7, at 8:00am, call (202) 555-0147, 8 U.S.C. 1189, Order 14257"),
        ("fr", "le 19/12, à partir du 5/12, un deux-roues, un trois-mâts, le Pont-Neuf"),
        ("fr", "la loi n° 2023-270, les lignes A, B et 4, 12, rue de Rivoli, les années 80, pas un mort"),
        ("en", "Windows 11, iOS 17.2, 10 Downing Street, on day 3 sailors rested, not one person died"),
        ("es", "llame al 91 123 45 67, los años 80"),
        ("de", "Tel. 030 227-0, auf der A 7"),
    ],
)
def test_what_is_no_figure_stays_silent(lang: str, text: str) -> None:
    assert _bounds(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "kind"),
    [
        ("fr", "la femme de 34 ans", "age"),
        ("en", "a 12-year-old boy", "age"),
        ("en", "for 12 years", "duration"),
        ("en", "the 3rd attempt", "ordinal"),
        ("fr", "la troisième fois", "ordinal"),
        ("en", "they won 2-1", "score"),
        ("fr", "une hausse de 2 points de pourcentage", "points"),
        ("en", "one in six children", "ratio"),
        ("fr", "un bateau sur trois", "ratio"),
        ("fr", "40 hectares", "measure"),
        ("fr", "12 °C", "measure"),
    ],
)
def test_the_kind_of_a_figure(lang: str, text: str, kind: str) -> None:
    assert [found.figure.kind for found in find_figures(text, lang)] == [kind]


@pytest.mark.parametrize(
    ("lang", "text", "unit"),
    [
        ("en", "300 kilowatt hours", "kilowatt hour"),
        ("en", "56.3 per square kilometer", "per square kilometer"),
        ("fr", "130 kilomètres heure", "kilometer per hour"),
        ("fr", "1,20 $ CA", "CAD"),
        ("en", "$15 Canadian dollars", "CAD"),
        ("fr", "5 $ au total", "USD"),
        ("en", "40 light-years away", "light year"),
        ("en", "an 18-month-old boy", "month"),
        ("fr", "passé de 3 à 5 %", "percent"),
    ],
)
def test_the_unit_of_a_figure(lang: str, text: str, unit: str) -> None:
    assert find_figures(text, lang)[0].figure.unit == unit


def test_a_part_keeps_its_whole_and_a_product_its_factor() -> None:
    assert find_figures("18 des 40 marins", "fr")[0].figure.of == 40
    products = find_figures("Three fleets of 2,000 sailors each are ready.", "en")
    assert [(one.figure.low, one.figure.times) for one in products] == [(Decimal(2000), Decimal(3))]


def test_a_language_s_lists_of_words_hold_single_words() -> None:
    """They are compared with one token; a phrase among them would never be found."""
    for lang in codes():
        table = languages.table(lang, "nonfigures")
        for name in ("identifier_before", "identifier_unless_counted", "year_before", "year_after", "stop", "skip"):
            assert [word for word in table[name] if len(phrase(word)) != 1] == [], (lang, name)


def test_glued_words_are_cut_and_marked() -> None:
    found = find_figures("environ 10 000 marinsdont le départ est prévu", "fr")[0]
    assert found.figure.counted == "marins"
    assert found.figure.corrupt


@example("46-0b5")
@given(st.text(alphabet=st.sampled_from("0123456789 .,-'’%€$abcd\n\u00a0é<&;"), max_size=200))
def test_whatever_the_text_every_figure_cuts_its_words_out_of_it(text: str) -> None:
    for lang in ("fr", "en", "de", "xx"):
        last = 0
        for found in find_figures(text, lang):
            assert text[found.start : found.end] == found.figure.text
            assert found.start >= last
            last = found.start


@given(st.integers(0, 10**12))
def test_a_number_with_separators_is_its_value(number: int) -> None:
    for lang, separator in (("en", ","), ("fr", " "), ("de", ".")):
        written = f"{number:,}".replace(",", separator)
        values = [found.figure.low for found in find_figures(f"Es {written} Boote 7 x", lang)]
        assert Decimal(number) in values or 1500 <= number <= 2100 or number < 1000


def test_asked_for_it_a_figure_says_by_which_rule_and_cues_it_was_read() -> None:
    found = find_figures("Au moins une vingtaine de soldatsdont deux officiers", "fr", explain=True)
    why = found[0].figure.why or ""
    assert all(
        word in why for word in ("in words is 20", "'Au moins'", "at_least", "'soldats', cut out of broken text")
    )
    assert find_figures("40 morts", "fr")[0].figure.why is None
