"""Two figures of one article, told by two people: one thing, or two."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from figurewatch.agents.judging import running
from figurewatch.schemas.claim import AsOf, Claim, Entity

from .making import CLASHES, FLOOD, NOON, claim, clashes, exactly, judge_all, record, relations, told_in


def _names(*refs: str) -> dict[str, Any]:
    return _named(*((ref, ref) for ref in refs))


def _named(*places: tuple[str, str]) -> dict[str, Any]:
    return {"entities": tuple(Entity(text=text, kind="place", ref=ref) for text, ref in places)}


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ((), (), True),  # the place of the article
        (("geonames:88319",), (), True),  # told for both
        (("geonames:88319",), ("geonames:88319",), True),
        (("geonames:88319", "country:LY"), ("country:LY",), True),
        (("name:susah",), (), False),  # of a village, and of all
        (("name:susah",), ("name:marj",), False),
    ],
)
def test_two_tolls_of_an_article_clash_where_their_sentences_are_of_one_place(
    first: Sequence[str], second: Sequence[str], clash: bool
) -> None:
    text = ("The police counted 150 dead.", "It rained for days.", "The mayor spoke of 90.")
    one, two = told_in(text, 0, 150, "Police", **_names(*first)), told_in(text, 2, 90, "Mayor", **_names(*second))
    assert clashes(one, two) is clash


def test_the_country_that_speaks_is_not_where_it_is() -> None:
    text = ("The Ukrainian army said 150 were killed.", "It rained.", "The Russian army said 20 were.")
    one = told_in(text, 0, 150, "Ukrainian army", **_named(("Ukrainian", "country:UA")))
    two = told_in(text, 2, 20, "Russian army", **_named(("Russian", "country:RU")))
    assert clashes(one, two)


def test_others_of_one_injury_are_besides_the_dead_and_clash_with_a_later_count() -> None:
    text = ("A bomb killed 12 and injured 30 others, police said.", "The hospital counted 45 injured.")
    fields: dict[str, Any] = {"measure": "person.injured"}
    assert clashes(told_in(text, 0, 30, "Police", **fields), told_in(text, 1, 45, "Hospital", **fields))


def test_in_one_sentence_two_speakers_tell_of_one_toll() -> None:
    text = ("Between 90 dead, by the police, and 150, by the villagers of Susah, lie in the harbour.",)
    one, two = (
        told_in(text, 0, value, who, **_names("name:susah")) for value, who in ((90, "Police"), (150, "Villagers"))
    )
    assert clashes(one, two)


@pytest.mark.parametrize(("named", "clash"), [((), True), (("country:TN",), False)])
def test_the_dead_of_two_countries_are_two_tolls(named: Sequence[str], clash: bool) -> None:
    text = ("In Libya 150 died, said the police; 90, said the army.",)
    fields = {"place": "country:TN", **_names("country:LY", *named)} if named else {"place": "country:LY"}
    assert clashes(told_in(text, 0, 150, "Police", place="country:LY"), told_in(text, 0, 90, "Army", **fields)) is clash


@pytest.mark.parametrize(
    ("sentence", "clash"),
    [
        ("The army said that 90 were found.", True),
        ("The army said that another 90 were found.", False),
        ("The army said that 90 others were found.", False),
        ("The army said that 90, and no others, were found.", True),
    ],
)
def test_those_besides_the_ones_told_of_are_no_other_count_of_them(sentence: str, clash: bool) -> None:
    text = ("The police counted 150 dead.", sentence)
    assert clashes(told_in(text, 0, 150, "Police"), told_in(text, 1, 90, "Army")) is clash


@pytest.mark.parametrize(("correction", "apart", "relation"), [
    (False, 0, "not_comparable"), (True, 0, "revised"), (True, 1, "not_comparable"),
])  # fmt: skip
def test_a_lower_toll_of_a_later_day_is_another_event_s_unless_it_corrects_the_sentence_before(
    correction: bool, apart: int, relation: str
) -> None:
    text = ("On Sunday 150 died, the army said.", *["It rained."] * apart, "On Tuesday it corrected this to 90.")
    sunday, tuesday = (
        AsOf(start=start, end=start + timedelta(days=1), accuracy="day") for start in (NOON - timedelta(days=2), NOON)
    )
    one = told_in(text, 0, 150, "Army", as_of=sunday)
    two = told_in(text, 1 + apart, 90, "Army", as_of=tuesday, correction=correction)
    assert relation in relations(judge_all(record(one, two))[0])


MONEY: dict[str, Any] = {"measure": "money.investment", "stock_or_flow": "stock", "cumulative": False}


@pytest.mark.parametrize(
    ("sentence", "clash"),
    [("The firm spends 100 dollars, says its head, 600 says the union.", True),
     ("Head: firm spends 100 dollars more here - Union: it spends 600 dollars on plants.", False)],
)  # fmt: skip
def test_two_sums_in_one_sentence_are_one_where_the_second_has_no_words_of_its_own(sentence: str, clash: bool) -> None:
    def spent(value: float, who: str) -> Claim:
        told = told_in((sentence,), 0, value, who, **MONEY)
        return replace(told, figure=replace(told.figure, kind="money", unit="USD"))

    assert clashes(spent(100, "Head"), spent(600, "Union")) is clash


def test_soldiers_of_one_country_in_two_are_one_stock() -> None:
    """What has befallen people befell them somewhere; where soldiers are is told in many ways."""
    text = (
        "The agency speaks of 12000 soldiers.",
        "It rained.",
        "North Korea will send 10000, lawmakers said.",
    )
    fields: dict[str, Any] = {"measure": "person.troops", "cumulative": False, "group": "country:KP"}
    one = told_in(text, 0, 12000, "Agency", place="country:RU", **fields)
    two = told_in(text, 2, 10000, "Lawmakers", place="country:KP", **_names("country:KP"), **fields)
    story = replace(FLOOD, refs=("country:RU", "country:KP"))
    assert CLASHES & relations(judge_all(record(one, two, story=story))[0])


@pytest.mark.parametrize(
    ("measure", "first", "second", "clash"),
    [
        (
            "thing.buildings_destroyed",
            "30000 buildings have collapsed, the minister said.",
            "Architects say 45000.",
            True,
        ),
        ("person.troops", "7500 troops are there, the minister said.", "The commander counts 5000.", True),
        ("person.missing", "12 people are missing, the minister said.", "The union counts 5 soldiers.", False),
    ],
)
def test_a_figure_without_a_noun_takes_that_of_the_sentence_before(
    measure: str, first: str, second: str, clash: bool
) -> None:
    sentences = (first, second)
    figures = [next(int(word.strip(".")) for word in each.split() if word.strip(".").isdigit()) for each in sentences]
    nouns = first.split()[1], "soldiers" if "soldiers" in second else None
    told = zip(figures, ("Minister", "Other"), nouns, strict=True)
    claims = [
        told_in(sentences, number, value, who, counted=noun, measure=measure, cumulative=False)
        for number, (value, who, noun) in enumerate(told)
    ]
    assert clashes(*claims) is clash


def test_two_who_count_the_same_in_one_breath_clash_however_far_apart() -> None:
    sentence = "The UN puts at 300000 those who died since 2003, the government at 10000"
    one = told_in([sentence], 0, 300000, "UN")
    assert clashes(one, told_in([sentence], 0, 10000, "Government"))
    nouns = (
        replace(one, figure=exactly(300000, counted="people")),
        told_in([sentence], 0, 10000, "Government", counted="men"),
    )
    assert not clashes(*nouns)


MARCH: dict[str, Any] = {"measure": "person.marchers", "stock_or_flow": "flow"}
MARCH |= {"cumulative": False, "place": "geonames:88319"}


@pytest.mark.parametrize(
    ("sentence", "named", "counted", "clash"),
    [
        ("The organisers spoke of 900.", (), None, True),
        ("The organisers spoke of 900 participants.", (), "participants", True),  # a crowd's participants are all of it
        ("The organisers spoke of 200 bakers.", (), "bakers", False),
        ("The organisers spoke of 900 bakers.", (), "bakers", True),  # no part is larger than its whole
        ("The organisers spoke of 900 in all.", ("country:LY",), None, False),
    ],
)
def test_the_next_sentence_tells_of_the_same_crowd(
    sentence: str, named: Sequence[str], counted: str | None, clash: bool
) -> None:
    sentences = ("Police counted 300 demonstrators in Derna.", sentence)
    derna = _names("geonames:88319")
    police = told_in(sentences, 0, 300, "Police", counted="demonstrators", **derna, **MARCH)
    value = next(int(word.strip(".")) for word in sentence.split() if word.strip(".").isdigit())
    others = told_in(sentences, 1, value, "Organisers", counted=counted, **_names(*named), **MARCH)
    assert clashes(police, others) is clash


@pytest.mark.parametrize(
    ("lang", "sentence", "since"),
    [
        ("en", "3,000 people have been killed in the war since October 7.", True),
        ("en", "41 people were killed by floods that have battered the city since Tuesday.", False),
        ("fr", "41 personnes sont mortes dans les inondations qui touchent la ville depuis mardi.", False),
        ("fr", "41 personnes sont mortes dans les inondations depuis mardi.", True),
        ("es", "Murieron 41 personas por las inundaciones que golpean desde el martes la ciudad.", False),
        ("de", "41 Menschen starben in der Überschwemmung, die die Stadt seit Dienstag trifft.", False),
    ],
)
def test_since_when_an_event_goes_on_is_not_since_when_they_count(lang: str, sentence: str, since: bool) -> None:
    assert running.since(claim(exactly(41), article="a", lang=lang, quote=sentence)) is since


@pytest.mark.parametrize(
    ("lang", "one", "two", "clash"),
    [
        ("es", "cuerpos de víctimas", "fallecidos confirmados", True),
        ("es", "víctimas mexicanas", "fallecidos", False),
        ("en", "recovered bodies", "confirmed dead", True),
        ("fr", "morts recensés", "morts", True),
        ("de", "bestätigte Tote", "Tote", True),
    ],
)
def test_how_the_dead_are_known_is_no_kind_of_people(lang: str, one: str, two: str, clash: bool) -> None:
    said = [f"X: 62 {one}.", f"Y: 45 {two}."]
    first = told_in(said, 0, 62, "X", counted=one, lang=lang, **_names("geonames:88319"))
    second = told_in(said, 1, 45, "Y", counted=two, lang=lang, **_names("geonames:88319"))
    assert clashes(first, second) is clash


@pytest.mark.parametrize(("place", "clash"), [("country:LY", True), ("country:GB", False)])
def test_what_a_day_has_added_in_two_countries_is_two(place: str, clash: bool) -> None:
    said = ["In Libya, 3000 new cases, X says.", "So 7000 new cases, Y says."]
    added: dict[str, Any] = {"measure": "person.cases", "stock_or_flow": "change", "cumulative": False}
    first = told_in(said, 0, 3000, "X", place="country:LY", **_names("country:LY"), **added)
    assert clashes(first, told_in(said, 1, 7000, "Y", place=place, **added)) is clash
