"""What the words of a later count say: that it contests another's, that it goes on, or that some are left."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from figurewatch.agents.judging.comparable import comparable
from figurewatch.agents.judging.side import Side
from figurewatch.agents.judging.story import HOLDS, UNKNOWN
from figurewatch.agents.judging.units import same_unit
from figurewatch.schemas.claim import Claim, Figure

from .making import CLASHES, FLOOD, claim, exactly, figure, judge_all, last, record, relations

DARK: dict[str, Any] = {"measure": "person.without_power", "cumulative": False}


@pytest.mark.parametrize(
    ("lang", "quote", "clash"),
    [
        ("en", "Families reject the navy's toll: 30 people drowned.", True),
        ("en", "30 people drowned, families said.", False),
        ("en", "30 people drowned, families said, as the mayor rejected all blame.", False),
        ("en", "There is no doubt that 30 people drowned.", False),
        ("fr", "Une ONG conteste le bilan de la marine : 30 personnes se sont noyées.", True),
        ("fr", "Une ONG dit que 30 personnes se sont noyées.", False),
        ("es", "Los vecinos rechazan la cifra oficial: murieron 30 personas.", True),
        ("de", "Angehörige zweifeln an der Zahl der Marine: 30 Menschen ertranken.", True),
    ],
)
def test_who_contests_a_toll_has_seen_none_grow(lang: str, quote: str, clash: bool) -> None:
    navy = claim(exactly(18), article="a", who="Navy")
    others = claim(exactly(30), article="b", who="Families", hours=6, lang=lang, quote=quote, quote_end=len(quote))
    assert bool(CLASHES.intersection(last(navy, others))) is clash


@pytest.mark.parametrize(
    ("value", "quote", "updated"),
    [
        (6500, "*6500* households are still without power.", True),
        (6500, "*6500* households are without power.", False),
        (99000, "So far *99000* households have lost power.", True),
        (99000, "*99000* households have lost power.", False),
    ],
)
def test_a_later_count_goes_on_by_its_words(value: float, quote: str, updated: bool) -> None:
    start, plain = quote.index("*"), quote.replace("*", "")
    place: dict[str, Any] = {"start": start, "end": start + len(f"{value:g}"), "quote": plain, "quote_end": len(plain)}
    evening = claim(exactly(85000), article="a", who="Operator", **DARK)
    firm = claim(exactly(value), article="b", who="Firm", hours=8, **place, **DARK)
    assert ("updated" in last(evening, firm)) is updated
    morning = claim(exactly(value), article="b", hours=8, **place, **DARK)
    assert ("updated" in last(evening, morning)) is updated


def _share(quote: str, said: Figure, *, article: str, who: str, measure: str) -> Claim:
    place = {"start": 0, "end": quote.index(" of"), "quote": quote, "quote_end": len(quote)}
    told: dict[str, Any] = {"stock_or_flow": "share", "cumulative": False, **place}
    return claim(said, article=article, who=who, measure=measure, **told)


@pytest.mark.parametrize(
    ("ratio", "measure", "clash"),
    [
        (0.9, "share.turnout", True),
        (0.7, "share.turnout", False),  # "seven out of ten": 71 %, as it is spoken
        (0.9, "share.other", False),  # so wide that they may be of two things
    ],
)
def test_a_share_in_words_is_held_against_percent(ratio: float, measure: str, clash: bool) -> None:
    percent, spoken = exactly(71, kind="percent", unit="percent"), exactly(ratio, kind="ratio")
    one = _share("71 % of voters went", percent, article="a", who="Ministry", measure=measure)
    two = _share("So many of the voters went", spoken, article="b", who="Union", measure=measure)
    assert bool(CLASHES.intersection(last(one, two))) is clash


def test_a_spoken_share_has_its_points_around_it() -> None:
    half = claim(figure(0.5, 0.5, kind="ratio"), article="a")
    percent = claim(exactly(50, kind="percent", unit="percent"), article="b")
    left, right = same_unit(half, percent) or (half, half)
    assert [left.figure.low, left.figure.high] == [Decimal(47), Decimal(53)]
    assert right.figure.low == 50


@pytest.mark.parametrize(("mine", "others"), [("area:HN/tamara", "name:tamara"), ("name:tamara", "name:tamara")])
def test_a_place_on_no_map_is_one_with_its_country_or_without(mine: str, others: str) -> None:
    story = replace(FLOOD, refs=("name:daniel",), places=(), words=("storm",), dates=())
    one, two = claim(exactly(33), article="a", place=mine), claim(exactly(33), article="b", place=others)
    assert "corroborated" in relations(judge_all(record(one, story=story), record(two, story=story))[1])


@pytest.mark.parametrize(("who", "answer"), [("Prefecture", "holds"), ("Mayor", "unknown")])
def test_one_speaker_speaks_of_one_thing_in_stories_less_alike(who: str, answer: str) -> None:
    first = Side(claim(exactly(1200), article="a", who="Prefecture"), FLOOD)
    second = Side(claim(exactly(2300), article="b", who=who, hours=9), FLOOD)
    assert comparable(first, second, HOLDS - 0.3).answer == answer
    assert comparable(first, second, UNKNOWN - 0.1).answer == "fails"
