"""Numbers by case: signs, powers, fractions, spoken decimals, scales, money and units of two parts, a text's habit."""

from decimal import Decimal

import pytest

from figurewatch.agents.reading.digits import habit, printed
from figurewatch.agents.reading.figures import find_figures


def _values(text: str, lang: str) -> list[Decimal | None]:
    return [
        found.figure.low if found.figure.low is not None else found.figure.high for found in find_figures(text, lang)
    ]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "it fell to -7.5 points", "-7.5"),
        ("en", "minus forty metres", "-40"),
        ("en", "6 degrees below zero", "-6"),
        ("fr", "moins douze degrés", "-12"),
        ("fr", "une température de −3 °C", "-3"),
        ("fr", "- 8 °C au sol", "-8"),
        ("en", "about 4.2e6 cells", "4200000"),
        ("en", "some 3.1x10^4 cells", "31000"),
        ("en", "2.5×10−3 metres", "0.0025"),
        ("en", "2^10 bytes", "1024"),
        ("en", "three sevenths of the crew", "0.428571428571"),
        ("en", "a ninth of the crew", "0.111111111111"),
        ("en", "twenty-four and three quarters", "24.75"),
        ("en", "a hundred and seven eighths", "100.875"),
        ("en", "3 1/4 miles", "3.25"),
        ("en", "4½ miles", "4.5"),
        ("en", "3/8 of them", "0.375"),
        ("en", "half a dozen boats", "6"),
        ("en", "two thirds of a million", "666666.666666666667"),
        ("es", "tres mil 600 personas", "3600"),
        ("es", "dos millones 300 mil personas", "2300000"),
        ("fr", "deux mille 300 personnes", "2300"),
        ("en", "four and a quarter million", "4250000"),
        ("en", "nineteen point zero four percent", "19.04"),
        ("en", "six point five billion", "6500000000"),
        ("en", "seven lakh voters", "700000"),
        ("en", "two crore three lakh voters", "20300000"),
        ("en", "5 hundred and 12 boats", "512"),
        ("en", "three hundred and two dozen eggs", "324"),
        ("fr", "cinq virgule zéro six mètres", "5.06"),
        ("fr", "un tiers des bateaux", "0.333333333333"),
        ("fr", "trois vingt-cinquièmes du prix", "0.12"),
        ("fr", "un million et quart", "1250000"),
        ("fr", "deux ans et demi", "2.5"),
        ("fr", "vingt-huit mille sept", "28007"),
        ("fr", "deux billions de roubles", "2000000000000"),
        ("es", "cuatrocientos doce mil millones de pesos", "412000000000"),
        ("es", "tres coma cero cinco metros", "3.05"),
    ],
)
def test_a_number_has_its_value(lang: str, text: str, value: str) -> None:
    values = _values(text, lang)
    assert len(values) == 1
    assert values[0] is not None
    assert abs(values[0] - Decimal(value)) < Decimal("1e-6")


@pytest.mark.parametrize(
    ("lang", "text", "value", "unit"),
    [
        ("en", "7 dollars and 30 cents", "7.3", "USD"),
        ("fr", "neuf euros vingt", "9.2", "EUR"),
        ("en", "USD17.50 a share", "17.5", "USD"),
        ("en", "40 MEUR in sales", "40000000", "EUR"),
        ("en", "$45m in damages", "45000000", "USD"),
        ("fr", "12 M€ de travaux", "12000000", "EUR"),
        ("en", "nine Malaysian ringgits", "9", "MYR"),
        ("fr", "80 hryvnias", "80", "UAH"),
        ("en", "6 ft 3 in tall", "6.25", "foot"),
        ("en", "90 km/h", "90", "kilometer per hour"),
        ("en", "12 kg/m3", "12", "kilogram per cubic meter"),
        ("en", "8 km2 of marsh", "8", "square kilometer"),
        ("en", "40 mega watts", "40", "megawatt"),
        ("fr", "450 Nm de couple", "450", "newton meter"),
        ("fr", "3 ou 4 tonnes", "3", "tonne"),
    ],
)
def test_a_unit_has_cldrs_name_and_a_currency_its_code(lang: str, text: str, value: str, unit: str) -> None:
    found = find_figures(text, lang)[0].figure
    assert (found.low, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("lang", "text", "low", "high"),
    [
        ("en", "more than 30 and fewer than 45 boats", "30", "45"),
        ("fr", "supérieur à 1600 et inférieur ou égal à 1750", "1600", "1750"),
        ("fr", "de -9 à -4 °C", "-9", "-4"),
        ("en", "from 40 mg to 55 mg", "40", "55"),
        ("en", "between 0.3 kg and about 0.8 kg", "0.3", "0.8"),
        ("fr", "des patients de 60/65 ans", "60", "65"),
        ("en", "ranked between the third and the ninth", "3", "9"),
    ],
)
def test_two_bounds_are_one_interval(lang: str, text: str, low: str, high: str) -> None:
    found = [one.figure for one in find_figures(text, lang)]
    assert [(one.low, one.high) for one in found] == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the V8, an A320neo, COP28, MS-13 and the id 5f3a-77b2-01c9"),
        ("en", "version 10.4.2 at 192.168.0.1, open 24/7"),
        ("fr", "l'article L412-1 du code, le G20 et une seconde vague"),
        ("fr", "en 2017 l'un des pays, depuis 2014 s'ajoute"),
        ("fr", "une maison, un livre, un ancien ministre, un droit"),
        ("en", "first half, half-brother, a year and a half"),
        ("en", "the October 7 attack and the August 8 fire"),
        ("fr", "une femme et un homme, lundi 7, les lignes de métro 4, 7 et 13"),
    ],
)
def test_names_dates_and_articles_are_no_counts(lang: str, text: str) -> None:
    kinds = [found.figure.kind for found in find_figures(text, lang)]
    assert [kind for kind in kinds if kind != "ordinal"] == []


def test_a_share_and_a_count_are_no_interval() -> None:
    assert [found.figure.text for found in find_figures("It fell 7 % to 3 million.", "en")] == ["7 %", "3 million"]


def test_a_number_told_twice_is_one_figure() -> None:
    found = find_figures("Nine (9) sailors left.", "en")
    assert [(one.figure.low, one.head) for one in found] == [(Decimal(9), "sailors")]


def test_ordinals_have_their_place_as_value() -> None:
    assert _values("the thirty-fourth attempt and the 21st", "en") == [Decimal(34), Decimal(21)]
    assert _values("la vingt et unième fois", "fr") == [Decimal(21)]


@pytest.mark.parametrize(
    ("text", "decimal"),
    [
        ("Il gagne 1,234.50 dollars puis 4,800", "."),
        ("a price of 7,5 and then 4.800", ","),
        ("nothing tells 4,800", "?"),
        ("both 7,5 and 7.5, so 4,800", "?"),
    ],
)
def test_a_texts_habit_settles_what_a_sign_means(text: str, decimal: str) -> None:
    assert habit(text, "?") == decimal


def test_an_ambiguous_number_keeps_its_other_value() -> None:
    read = printed("4,800", ",")
    assert read is not None
    assert (read.value, read.alternatives) == (Decimal("4.8"), (Decimal(4800),))


def test_powers_beyond_all_measure_are_no_number() -> None:
    assert printed("1e99", ".") is None
    assert find_figures("1e99 bytes", "en") == ()


def test_a_raised_sign_without_digits_is_no_power() -> None:
    assert _values("3 × 10⁻ men", "en") == [Decimal(3), Decimal(10)]
    assert _values("2.5×10⁻⁵ m", "en") == [Decimal("0.000025")]


def test_a_long_compound_that_is_no_number_costs_no_time() -> None:
    assert find_figures("dreizehn" * 40 + "x", "de") == ()
