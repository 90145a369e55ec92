"""What an article, read whole, says against a clash: sums, what its title adds up, figures it prints side by side."""

from typing import Any

import pytest
from msgspec.structs import replace

from figurewatch.schemas.claim import Claim, Entity

from .making import at_least, claim, exactly, judge_all, record, relations

LISTED = (7, 0), (8, 8), (3, 17)
TOWN, COUNTRY = "geonames:88319", "country:LY"
CLASHES = {"contradicted", "tension", "suspect", "revised"}


def _at(place: str) -> dict[str, Any]:
    return {"place": place, "entities": (Entity(text="there", kind="place", ref=place),)}


def _told(value: float, start: int, **fields: Any) -> Claim:
    """A figure of the article "a", so far into its text."""
    name = f"{fields.get('field', 'text')} {start}"
    fields = {"quote_start": 0 if "quote" in fields else start} | fields
    return claim(exactly(value), article="a", claim_id=name, start=start, end=start + len(f"{value:g}"), **fields)


def _clash(*claims: Claim) -> bool:
    return bool(CLASHES & relations(judge_all(record(*claims))[0]))


@pytest.mark.parametrize(
    ("first", "second", "third", "clash"),
    [
        (1262, 1730, 2992, False),  # 2,992: 1,262 by the ministry and 1,730 by the rescuers
        (403, 783, 380, False),  # 783, of whom 403 here and 380 there
        (1262, 1730, 2990, True),
        (5, 9, 14, True),  # so small that any three may add up
    ],
)
def test_two_figures_that_an_article_adds_up_are_parts(first: float, second: float, third: float, clash: bool) -> None:
    parts = _told(first, 0, who="Ministry"), _told(second, 40, who="Rescuers")
    assert _clash(*parts)
    assert _clash(*parts, _told(third, 80)) is clash


@pytest.mark.parametrize(("total", "clash"), [(18, False), (17, True)])
def test_what_one_sentence_lists_and_another_adds_up_are_parts(total: float, clash: bool) -> None:
    listed = [_told(value, start, who="Colonel", quote="7 here, 8 there, 3 in hospital") for value, start in LISTED]
    governor = record(claim(exactly(total), article="b", who="Governor"))
    assert CLASHES & relations(judge_all(governor, record(*listed[:1]))[-1])
    found = judge_all(governor, record(*listed))[-1]
    assert bool(CLASHES & {verdict.relation for verdict in found.verdicts}) is clash
    rivals = [
        _told(value, start, who=who, quote="7 here, 8 there, 3 in hospital")
        for (value, start), who in zip(LISTED, ("Police", "Union", "Doctors"), strict=True)
    ]
    found = judge_all(record(claim(exactly(total), article="b", who="Governor")), record(*rivals))[-1]
    assert CLASHES & {verdict.relation for verdict in found.verdicts}  # three who count the same are no sum


@pytest.mark.parametrize(("elsewhere", "clash"), [("region:LY-DR", False), (TOWN, True)])
def test_what_a_sentence_counts_for_each_of_several_places_is_held_against_that_of_its_place(
    elsewhere: str, clash: bool
) -> None:
    quote = "31 there and 8 in the region"
    refs = tuple(
        Entity(text=text, kind="place", ref=ref) for text, ref in (("there", TOWN), ("region", "region:LY-DR"))
    )
    told = {"who": "Ministry", "quote": quote, "entities": refs}
    listed = _told(8, 13, place="region:LY-DR", **told), _told(31, 0, place=TOWN, **told)
    other = claim(exactly(20), article="b", who="Governor", **_at(elsewhere))
    found = judge_all(record(other), record(*listed))[-1].verdicts
    against = {verdict.relation for verdict in found if verdict.claim.claim_id == "text 0"}
    assert bool(CLASHES & against) is clash


@pytest.mark.parametrize(("place", "clash"), [(COUNTRY, False), (TOWN, True)])
def test_what_is_added_in_one_place_is_a_part_for_other_articles_too(place: str, clash: bool) -> None:
    parts = _told(1262, 0, who="Ministry", place=place), _told(1730, 40, who="Rescuers", place=place)
    whole = _told(2992, 80, who="Office", place=COUNTRY)
    other = claim(exactly(5000), article="b", who="Minister", place=None)
    found = judge_all(record(other), record(*parts, whole))[-1].verdicts
    against = {verdict.relation for verdict in found if verdict.claim.claim_id == "text 0"}
    assert bool(CLASHES & against) is clash


def test_what_is_added_is_of_the_place_that_stands_behind_it() -> None:
    quote = "76 there in the east and 42 elsewhere, 118 in all"
    there = (Entity(text="there", kind="country", ref=COUNTRY),)
    parts = [_told(76, 0, who="Ministry", place=COUNTRY, quote=quote, entities=there), _told(42, 25, who="Ministry")]
    whole = _told(118, 40, who="Office", place=COUNTRY)
    other = claim(exactly(284), article="b", who="Minister", place=COUNTRY)
    found = judge_all(record(other), record(*parts, whole))[-1].verdicts
    assert CLASHES & {verdict.relation for verdict in found if verdict.claim.claim_id == "text 0"}


def test_a_sum_of_two_places_is_of_neither() -> None:
    added = [
        _told(value, at, who="Office", place=place)
        for value, at, place in ((2921, 0, "country:TR"), (1451, 40, "country:SY"))
    ]
    total = _told(4372, 80, who="Office", place="country:TR")
    other = claim(exactly(3419), article="b", who="Minister", place="country:TR", hours=4)
    assert CLASHES & relations(judge_all(record(total), record(other))[-1])
    assert not CLASHES & relations(judge_all(record(*added, total), record(other))[-1])


def test_a_title_that_adds_up_what_the_text_tells_of_two_countries_does_not_clash_with_it() -> None:
    title = claim(at_least(11200), article="a", field="title")
    text = [_told(value, start) for start, value in ((10, 8574), (200, 2662))]
    assert not _clash(title, *text)
    assert _clash(title, text[0])


def test_a_title_that_prints_a_part_beside_its_whole_does_not_clash_with_the_texts_part() -> None:
    title = [_told(value, start, field="title") for start, value in ((0, 7200), (40, 1832))]
    assert not _clash(*title, _told(1832, 0))
    assert _clash(title[0], _told(1832, 0))


def test_fewer_told_later_may_be_a_part_of_a_titles_toll_that_the_text_counts_since_a_day() -> None:
    title = _told(3000, 0, field="title", who="Health Ministry")
    since = _told(3000, 0, who="Health Ministry", quote="3000 killed since Oct. 7")
    other = claim(exactly(300), article="b", who="Mayor", hours=4)
    assert CLASHES & relations(judge_all(record(title), record(other))[-1])
    assert not CLASHES & relations(judge_all(record(title, since), record(other))[-1])


def test_an_article_that_prints_a_rivals_figure_beside_its_own_clashes_with_the_rival() -> None:
    """ "Red Crescent: 250 dead. Hamad: more than 2,000 in Derna": printed without a speaker that the reader knows."""
    rival = claim(exactly(2000), article="b", who="Hamad", hours=-1, **_at(TOWN))
    own = _told(250, 200, who="Red Crescent", place=COUNTRY)
    printed = _told(2000, 400, **_at(TOWN))
    assert "contradicted" in relations(judge_all(record(rival), record(own, printed))[-1])
    part = replace(own, **_at("geonames:2210247"))
    assert "contradicted" not in relations(judge_all(record(rival), record(part, printed))[-1])


def test_what_a_sentence_rejects_is_no_second_figure_of_its_speaker() -> None:
    first = claim(exactly(133), article="b", who="Police", hours=-4)
    quote = {"quote": "There were 162 injured, not 133.", "quote_end": 32, "who": "Union"}
    said, rejected = _told(162, 11, **quote), _told(133, 28, **quote)
    assert "contradicted" in relations(judge_all(record(first), record(said, rejected))[-1])


@pytest.mark.parametrize(
    ("lang", "quote", "clash"),
    [
        ("en", "In the north-west the White Helmets give 90.", False),
        ("en", "The White Helmets give 90.", True),
        ("en", "In the West Bank the White Helmets give 90.", True),
        ("fr", "Au nord-ouest, les Casques blancs donnent 90 morts.", False),
        ("fr", "À l'est, les Casques blancs donnent 90 morts.", False),
        ("es", "En el norte, los Cascos Blancos hablan de 90 muertos.", False),
        ("de", "Im Nordwesten nennen die Weißhelme 90 Tote.", False),
        ("de", "Die Weißhelme nennen 90 Tote.", True),
    ],
)
def test_a_sentence_that_turns_to_another_part_of_the_country_counts_there(lang: str, quote: str, clash: bool) -> None:
    first = _told(150, 0, who="Ministry", lang=lang)
    start = 33 + quote.index("90")
    place = {"quote": quote, "quote_start": 33, "quote_end": 33 + len(quote)}
    assert _clash(first, _told(90, start, who="White Helmets", lang=lang, **place)) is clash


def test_a_part_and_another_speakers_count_of_all_do_not_clash_in_one_article() -> None:
    quote = "264 were injured, including 39 officers."
    part = _told(39, 28, who="Ministry", quote=quote, quote_end=len(quote))
    assert not _clash(part, _told(96, 60, who="Police", quote_start=50, quote_end=90))
    whole = replace(part, quote="39 were injured.", start=0)
    assert _clash(whole, _told(96, 60, who="Police", quote_start=50, quote_end=90))


def test_others_besides_those_told_of_are_not_all() -> None:
    first = claim(exactly(199), article="b", who="Army", hours=-1)
    quote = "Some 50 others are elsewhere."
    assert not CLASHES & relations(
        judge_all(record(first), record(_told(50, 5, who="Group", quote=quote, quote_end=len(quote))))[-1]
    )


@pytest.mark.parametrize(
    ("behind", "clash"), [("according to the union", True), ("at the gates according to the union", False)]
)
def test_a_figure_without_a_noun_takes_the_one_before_it(behind: str, clash: bool) -> None:
    quote = f"280 schools were shut, says the ministry; 450 {behind}."
    fields: dict[str, Any] = {
        "measure": "thing.schools", "cumulative": False, "quote": quote, "quote_end": len(quote),
    }  # fmt: skip
    start = quote.index("450")
    first = _told(280, 0, who="ministry", **fields)
    first = replace(first, figure=replace(first.figure, counted="schools"))
    assert _clash(first, _told(450, start, who="union", **fields)) is clash


@pytest.mark.parametrize(("place", "clash"), [(TOWN, False), ("geonames:2210247", True)])
def test_a_figure_of_another_place_is_not_the_one_that_an_article_prints_beside(place: str, clash: bool) -> None:
    own = claim(exactly(20), article="b", who="Police", claim_id="own", start=0, end=2, **_at(TOWN))
    beside = claim(exactly(15), article="b", who="Police", claim_id="beside", start=90, end=92, **_at(place))
    other = claim(exactly(15), article="a", who="Army", claim_id="other", **_at(TOWN))
    judged = judge_all(record(other), record(own, beside))
    assert bool(CLASHES & relations(judged[-1])) is clash
