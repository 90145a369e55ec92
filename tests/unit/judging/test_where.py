"""A part and its whole by where they are: towns and countries, two countries, hospitals; and who is one speaker."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from figurewatch.agents.judging.lineage import lineage
from figurewatch.agents.judging.severity import score
from figurewatch.agents.judging.where import is_same, some_of_all
from figurewatch.schemas.claim import AsOf, Claim, Entity, Originator, Story

from .making import FLOOD, NOON, at_least, claim, clashes, exactly, judge_all, last, record, relations, told_in

TOWN, COUNTRY = "geonames:88319", "country:LY"
CRASH = replace(FLOOD, events=("crash",))
MIXED = replace(FLOOD, events=("crash", "flood"))
UNTOLD = replace(FLOOD, events=())


def _at(place: str, *, said: bool) -> dict[str, Any]:
    return {"place": place, "entities": (Entity(text="there", kind="place", ref=place),) if said else ()}


@pytest.mark.parametrize(
    ("story", "town_said", "country_said", "joined"),
    [
        (FLOOD, True, True, False),
        (FLOOD, True, False, False),
        (FLOOD, False, True, False),
        (FLOOD, False, False, True),  # nobody says where: the towns of the stories
        (CRASH, True, True, True),  # a train has crashed in one town of the country
        (CRASH, True, False, True),
        (MIXED, True, True, False),
        (UNTOLD, True, True, False),
        (UNTOLD, True, False, True),
    ],
)
def test_a_towns_fewer_are_a_part_of_a_countrys_more_but_of_what_befell_one_place(
    story: Story, town_said: bool, country_said: bool, joined: bool
) -> None:
    few = claim(exactly(133), article="a", who="Mayor", **_at(TOWN, said=town_said))
    many = claim(exactly(263), article="b", who="Ministry", hours=4, **_at(COUNTRY, said=country_said))
    assert last(few, many, story=story) == ({"updated"} if joined else {"not_comparable", "new"})


def test_of_a_crash_less_than_half_told_later_are_those_who_came_from_the_town() -> None:
    many = claim(exactly(275), article="a", who="Ministry", **_at(COUNTRY, said=True))
    assert last(many, _in_town(61), story=CRASH) == {"not_comparable", "new"}
    assert last(many, _in_town(238), story=CRASH) == {"contradicted"}


def _in_town(value: float) -> Claim:
    return claim(exactly(value), article="b", who="Premier", hours=4, **_at(TOWN, said=False))


@pytest.mark.parametrize(("hours", "joined"), [(4, False), (-4, True)])
def test_fewer_told_later_of_a_place_that_the_other_story_does_not_name_may_be_a_part(
    hours: float, joined: bool
) -> None:
    many = claim(exactly(275), article="a", who="Secretary", place=None)
    few = claim(exactly(61), article="b", who="Minister", hours=hours, **_at("geonames:1275004", said=True))
    found = relations(judge_all(*sorted((record(many), record(few)), key=_published))[-1])
    assert found == ({"tension"} if joined else {"not_comparable", "new"})


def _published(one: Any) -> Any:
    return one.claims[0].published_at


@pytest.mark.parametrize(("whole", "part"), [("country:TR+country:SY", True), ("country:TR", False)])
def test_more_in_two_countries_than_in_one_are_no_clash(whole: str, part: bool) -> None:
    both = claim(exactly(500), article="a", who="Ministry", place=whole)
    one = claim(exactly(237), article="b", who="Governor", place="country:TR")
    assert last(one, both) == ({"not_comparable", "new"} if part else {"contradicted"})


@pytest.mark.parametrize(
    ("lang", "who"),
    [
        ("en", "Al-Bayda's medical centre"),
        ("en", "a doctor at the hospital"),
        ("fr", "le CHU de Rennes"),
        ("fr", "une source de l'hôpital"),
        ("es", "el hospital de Chiva"),
        ("de", "das Klinikum der Stadt"),
    ],
)
def test_a_hospital_counts_those_who_were_brought_to_it(lang: str, who: str) -> None:
    many = claim(exactly(150), article="a", who="Mayor")
    few: dict[str, Any] = {"article": "b", "who": who, "lang": lang}
    assert last(many, claim(exactly(46), **few)) == {"not_comparable", "new"}
    assert last(many, claim(exactly(46), **few, **_at(TOWN, said=True))) == {"contradicted"}  # it speaks of the town
    assert last(many, claim(exactly(160), **few)) == {"contradicted"}
    assert last(many, claim(exactly(46), **few | {"who": "Police"})) == {"contradicted"}


@pytest.mark.parametrize(
    ("lang", "who"),
    [("en", "Mayor Jane Roe"), ("fr", "le maire"), ("es", "alcaldesa de Chiva"), ("de", "Bürgermeisterin Roe")],
)
def test_a_mayor_counts_in_a_town_even_where_it_is_not_told(lang: str, who: str) -> None:
    many = claim(exactly(7200), article="a", who="Ministry", place=COUNTRY)
    few: dict[str, Any] = {"article": "b", "who": who, "lang": lang}
    assert last(many, claim(exactly(872), **few, place=COUNTRY)) == {"not_comparable", "new"}
    assert last(many, claim(exactly(872), **few, place=TOWN)) == {"contradicted"}  # the town is the stories'
    assert last(many, claim(exactly(872), **few | {"who": "Police"}, place=COUNTRY)) == {"contradicted"}
    grown = claim(exactly(1200), article="c", who=who, hours=30, place=COUNTRY, lang=lang)
    assert last(claim(exactly(872), **few, place=COUNTRY), grown) == {"updated"}


@pytest.mark.parametrize(
    ("one", "two", "source"),
    [
        ("ministère de l'Intérieur", "Intérieur", "one"),
        ("chef de l’OMS", "OMS", "one"),
        ("Ministero dell'Interno", "polizia", "different"),
        ("Sheriff's office", "s", "different"),
        ("ministre de l'Intérieur Christophe Castaner", "ministère de l'Intérieur", "one"),
        ("préfet du Var", "préfecture du Var", "one"),
        ("ministre de l'Intérieur", "ministère de la Santé", "different"),
        ("Premier ministre Roe", "ministère", "different"),
    ],
)
def test_an_elided_article_is_no_part_of_a_name_and_who_heads_an_office_speaks_for_it(
    one: str, two: str, source: str
) -> None:
    first, second = (
        claim(exactly(1), article=article, lang="fr", originator=Originator(name=name))
        for article, name in (("a", one), ("b", two))
    )
    assert lineage(first, second, FLOOD, FLOOD) == source


def test_a_countrys_more_have_not_grown_from_the_worlds_fewer() -> None:
    world = claim(exactly(4600), article="a", **_at("country:001", said=False))
    country = claim(exactly(52000), article="b", hours=300, **_at(COUNTRY, said=True))
    assert "updated" not in last(world, country)
    assert "updated" in last(claim(exactly(4600), article="a", **_at(COUNTRY, said=True)), country)


def test_the_tolls_of_a_country_and_of_another_countrys_town_are_two() -> None:
    before = AsOf(start=NOON - timedelta(days=4), end=NOON - timedelta(days=3), accuracy="day")
    morocco = claim(exactly(2862), article="a", start=300, as_of=before, **_at("country:MA", said=True))
    derna = claim(at_least(2000), article="a", start=100, **_at(TOWN, said=True))
    assert relations(judge_all(record(morocco, derna))[0]) == {"not_comparable", "new"}


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        ("en", "Health Minister Jane Roe", "health ministry"),
        ("es", "la ministra de Sanidad", "ministerio de Sanidad"),
        ("es", "alcaldesa de Chiva", "ayuntamiento de Chiva"),
        ("de", "Innenminister Roe", "Innenministerium"),
        ("de", "die Innenministerin", "Innenministerium"),
    ],
)
def test_a_minister_and_the_ministry_are_one_source_in_every_language(lang: str, one: str, two: str) -> None:
    first, second = (
        claim(exactly(1), article=article, lang=lang, originator=Originator(name=name))
        for article, name in (("a", one), ("b", two))
    )
    assert lineage(first, second, FLOOD, FLOOD) == "one"


@pytest.mark.parametrize(
    ("lang", "quote"),
    [
        ("en", "263 were hurt nationwide."),
        ("fr", "Il y a eu 263 blessés dans tout le pays."),
        ("es", "Hubo 263 heridos en todo el país."),
        ("de", "Bundesweit wurden 263 verletzt."),
    ],
)
def test_what_is_told_of_the_whole_country_holds_a_towns(lang: str, quote: str) -> None:
    few = claim(exactly(133), article="a", who="Mayor", **_at(TOWN, said=False))
    many = claim(exactly(263), article="b", who="Ministry", hours=4, lang=lang, **_at(COUNTRY, said=False))
    assert last(few, many) == {"updated"}
    assert last(few, replace(many, quote=quote)) == {"not_comparable", "new"}


def test_a_clash_of_long_ago_is_worth_less() -> None:
    march: dict[str, Any] = {"measure": "person.marchers", "stock_or_flow": "flow", "cumulative": False}
    scores = []
    for years in (0, 23):
        pair = [
            claim(exactly(value), article=who, who=who.upper(), **march) for who, value in (("a", 17000), ("b", 25000))
        ]
        old = [_years_ago(one, years) for one in pair]
        (verdict,) = (each for each in judge_all(*map(record, old))[-1].verdicts if each.relation == "contradicted")
        scores.append(score(verdict))
    assert scores[1] == pytest.approx(scores[0] / 2, abs=0.01)


def _years_ago(one: Claim, years: int) -> Claim:
    assert one.as_of is not None
    start, end = (moment.replace(year=moment.year - years) for moment in (one.as_of.start, one.as_of.end))
    return replace(one, as_of=replace(one.as_of, start=start, end=end))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("area:ET/mekelle", "name:mekelle", True),
        ("name:mekelle", "name:mekelle", True),
        ("area:ET/mekelle", "area:ER/mekelle", False),  # two countries' places of a name
        ("area:ET/mekelle", "name:adigrat", False),
        (TOWN, COUNTRY, False),
    ],
)
def test_a_place_is_the_same_with_its_country_and_without(one: str, two: str, same: bool) -> None:
    assert is_same(one, two) == is_same(two, one) == same


@pytest.mark.parametrize(
    ("one", "two", "quote", "clash"),
    [
        ("name:orrel", "name:tamsby", "Five people died in Tamsby, police said.", False),
        ("name:orrel", "geonames:1", "Five people died there, police said.", False),
        ("name:orrel", TOWN, "Five people died there, police said.", True),  # where the stories are
        ("name:orrel", None, "Five people died, police said.", True),
        ("name:orrel", "name:orrel", "Five people died in Orrel, police said.", True),
        ("name:county-orrel", "name:orrel", "Five people died in Orrel, police said.", True),
        ("name:orrel", "name:orrel-quay", "Five people died on Orrel Quay, police said.", True),
        ("name:orrel", COUNTRY, "Five people died in the country, police said.", True),
    ],
)
def test_of_two_places_one_of_them_on_no_map_each_may_have_its_own_dead(
    one: str, two: str | None, quote: str, clash: bool
) -> None:
    there = {} if two is None else _at(two, said=True)
    first = claim(exactly(18), article="a", who="Mayor", **_at(one, said=True))
    second = replace(claim(exactly(5), article="b", who="Police", hours=2, **there), quote=quote)
    assert (last(first, second, story=CRASH) == {"contradicted"}) is clash


@pytest.mark.parametrize(
    ("lang", "quote", "part"),
    [
        ("en", "The toll is 340, with the village of Oke alone accounting for 120", False),
        ("en", "The toll is 340 in the village of Oke alone", True),
        ("en", "In the village of Oke alone, 340 people died", True),
        ("de", "Es starben 340 Menschen, allein in Oke waren es 120", False),
        ("de", "Allein in Oke starben 340 Menschen", True),
        ("fr", "Le bilan est de 340 morts, dont 120 rien que dans la vallée", False),
        ("es", "Solo en Oke murieron 340 personas", True),
    ],
)
def test_those_of_one_place_alone_are_those_whom_the_words_stand_beside(lang: str, quote: str, part: bool) -> None:
    start = quote.index("340")
    spans = {"start": start, "end": start + 3, "quote_start": 0, "quote_end": len(quote)}
    few = claim(exactly(340), article="a", who="Ministry", lang=lang, quote=quote, **spans)
    many = claim(exactly(900), article="b", who="Police", hours=1, lang=lang)
    assert (some_of_all(few, many) == "perhaps a part: those of one place alone") is part


def _in(place: str, value: float, article: str, hours: float, *, said: bool = True) -> Claim:
    return claim(exactly(value), article=article, who=article, hours=hours, **_at(place, said=said))


@pytest.mark.parametrize(("said", "joined"), [(True, False), (False, True)])
def test_a_villages_fewer_are_a_part_of_a_regions_more_where_both_are_told(said: bool, joined: bool) -> None:
    many = _in("region:DE-NW", 15, "a", 0)
    few = _in("area:DE/altweiler", 3, "b", 8, said=said)
    both = replace(FLOOD, refs=(*FLOOD.refs, "region:DE-NW", "area:DE/altweiler"))
    assert ("stale" in last(many, few, story=both)) is joined


@pytest.mark.parametrize(("other", "clash"), [("Hill Clinic", False), ("Mayor", True)])
def test_each_hospital_has_its_own_patients(other: str, clash: bool) -> None:
    sentences = "Lake Hospital counted 12 dead.", "But the other said that 30 had died."
    assert clashes(told_in(sentences, 0, 12, "Lake Hospital"), told_in(sentences, 1, 30, other)) is clash
