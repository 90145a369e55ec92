"""Evacuated and displaced, arrested and detained: perhaps one thing, never one tracked figure."""

from datetime import timedelta
from typing import Any

import pytest

from figurewatch.agents import languages
from figurewatch.agents.judging.headline import headline
from figurewatch.agents.judging.kindred import are_kin, shelf_of
from figurewatch.agents.judging.memory import Memory
from figurewatch.schemas.claim import AsOf, Claim, Figure

from .making import NOON, at_least, claim, exactly, figure, judge_all, record, relations

DAY = AsOf(start=NOON.replace(hour=0), end=NOON.replace(hour=0) + timedelta(days=1), accuracy="day")
WEEK = AsOf(start=NOON - timedelta(days=7), end=NOON, accuracy="week")


def _evacuated(said: Figure, *, article: str = "one", **fields: Any) -> Claim:
    told: dict[str, Any] = {"measure": "person.evacuated", "who": "Ministry", "place": "name:riverton"}
    return claim(said, article=article, **(told | fields))


def _displaced(said: Figure, *, article: str = "two", **fields: Any) -> Claim:
    told: dict[str, Any] = {"measure": "person.displaced", "cumulative": False, "who": "Red Cross"}
    return claim(said, article=article, **({"place": "name:riverton"} | told | fields))


def _between(one: Claim, two: Claim) -> set[str]:
    """What the second is to the first, told in either order."""
    first, second = (relations(judge_all(*map(record, order))[-1]) for order in ((one, two), (two, one)))
    assert first == second
    return first


def test_two_speakers_who_tell_one_thing_by_two_words_perhaps_clash() -> None:
    assert _between(_evacuated(exactly(1200)), _displaced(exactly(3000), hours=2)) == {"tension"}


@pytest.mark.parametrize(("place", "clash"), [("area:LY/riverton", True), ("area:LY/hillford", False)])
def test_one_place_is_told_with_its_country_or_without(place: str, clash: bool) -> None:
    told = _between(_evacuated(exactly(1200)), _displaced(exactly(3000), place=place))
    assert ("tension" in told) is clash


@pytest.mark.parametrize(
    "fields",
    [
        {"who": None},  # nobody is named
        {"who": "Ministry"},  # one speaker
        {"status": "feared"},
        {"status": "planned"},
        {"place": "name:hillford"},
        {"place": None},
        {"group": "children"},
        {"hours": 20},  # there was time for it
        {"as_of": WEEK},
        {"measure": "person.homeless"},
        {"measure": "person.rescued"},
        {"quote": "so many people are still displaced"},  # those who are left of them
        {"stock_or_flow": "change"},
    ],
)
def test_what_parts_them(fields: dict[str, Any]) -> None:
    assert "tension" not in _between(_evacuated(exactly(1200)), _displaced(exactly(3000), **fields))


@pytest.mark.parametrize(
    "said",
    [
        exactly(1200),
        figure(1200, 1300, qualifier="between"),
        exactly(50000),  # so far apart that they are hardly of one thing
    ],
)
def test_figures_that_agree_or_lie_far_apart_say_nothing(said: Figure) -> None:
    """Two words for one number corroborate nothing, and join no tracked figure."""
    assert _between(_evacuated(exactly(1200)), _displaced(said)) == {"not_comparable", "new"}


def test_a_floor_leaves_room_for_more() -> None:
    assert _between(_evacuated(at_least(1200)), _displaced(exactly(3000))) == {"not_comparable", "new"}
    assert _between(_evacuated(at_least(3000)), _displaced(exactly(1200))) == {"tension"}


@pytest.mark.parametrize(("later", "clash"), [(1700, False), (1900, True), (900, True)])
def test_they_may_have_grown_within_hours(later: float, clash: bool) -> None:
    """To half as many again while they are told together, to twice as many within half a day."""
    assert ("tension" in _between(_evacuated(exactly(1200)), _displaced(exactly(later), hours=1))) is clash


def test_of_a_country_both_must_tell_the_day() -> None:
    country: dict[str, Any] = {"place": "country:LY"}
    assert "tension" not in _between(_evacuated(exactly(1200), **country), _displaced(exactly(3000), **country))
    country["as_of"] = DAY
    assert "tension" in _between(_evacuated(exactly(1200), **country), _displaced(exactly(3000), **country))


@pytest.mark.parametrize("displaced", [5000, 3000])  # another figure than the other speaker's, or the same
def test_an_article_that_tells_both_keeps_them_apart(displaced: float) -> None:
    both = record(_evacuated(exactly(1200)), _displaced(exactly(displaced), article="one", who="Ministry"))
    told = judge_all(both, record(_displaced(exactly(3000), hours=0.1)))[-1]
    against = {
        each.claim.measure
        for verdict in told.verdicts
        for each in verdict.against
        if verdict.relation != "not_comparable"
    }
    assert against == {"person.displaced"}


def _held(value: float, measure: str, who: str, **fields: Any) -> Claim:
    told: dict[str, Any] = {"measure": f"person.{measure}", "cumulative": False, "who": who, "place": "name:riverton"}
    return claim(exactly(value), article=who, **(told | fields))


@pytest.mark.parametrize(("wider", "narrower"), [("arrested", "detained"), ("detained", "prisoners")])
@pytest.mark.parametrize(("held", "clash"), [(120, False), (450, True)])
def test_fewer_are_held_than_were_arrested(wider: str, narrower: str, held: float, clash: bool) -> None:
    found = _between(_held(260, wider, "Police"), _held(held, narrower, "Lawyers", hours=2))
    assert ("tension" in found) is clash


@pytest.mark.parametrize(
    ("lang", "quote", "clash"),
    [
        ("en", "60 are still in custody after the march", False),
        ("en", "60 were arrested after the march", True),
        ("en", "60 were arrested, and police are still looking for others", True),
        ("fr", "60 manifestants sont toujours détenus", False),
        ("fr", "60 manifestants ont été interpellés", True),
        ("es", "60 manifestantes siguen detenidos", False),
        ("es", "60 manifestantes fueron detenidos", True),
        ("de", "60 Festgenommene sitzen noch in Haft", False),
        ("de", "60 Demonstranten wurden festgenommen", True),
    ],
)
def test_those_who_are_still_held_are_some_of_those_arrested(lang: str, quote: str, clash: bool) -> None:
    whole = _held(260, "arrested", "Police")
    spans = {"start": 0, "end": 2, "quote_start": 0, "quote_end": len(quote)}
    left = _held(60, "arrested", "Lawyers", lang=lang, quote=quote, **spans)
    more = _held(20, "arrested", "Police")
    assert bool({"contradicted", "tension"} & _between(whole, left)) is clash
    assert {"contradicted", "tension"} & _between(more, left)  # more than all are no part of them


def test_they_are_never_of_one_tracked_figure() -> None:
    memory = Memory()
    one, two = _evacuated(exactly(1200)), _displaced(exactly(3000), hours=2)
    (judged,) = judge_all(record(one), record(two), memory=memory)[1:]
    assert memory.figure(one.claim_id).id != memory.figure(two.claim_id).id
    assert {alert.severity for alert in judged.alerts} <= {"low"}
    (verdict,) = (verdict for verdict in judged.verdicts if verdict.relation == "tension")
    assert verdict.against[0].gates[0].because == "perhaps one thing by two words: displaced / evacuated"
    told = headline(verdict, "en")
    assert "3,000 people displaced" in told
    assert "1,200 people evacuated" in told


def test_kin_are_found_on_one_shelf_and_in_one_partition() -> None:
    measures = languages.taxonomy()["measures"]
    for one, two in languages.taxonomy()["kindred"]["pairs"]:
        assert measures[one][0] == measures[two][0]
        assert shelf_of(one) == shelf_of(two)
        assert are_kin(one, two)
        assert are_kin(two, one)
        assert not are_kin(one, one)
    assert shelf_of("person.rescued") == "person.rescued"
    assert shelf_of("person.buried") == shelf_of("person.dead") == "person.dead"


@pytest.mark.parametrize("lang", languages.codes())
def test_every_language_tells_those_who_are_left(lang: str) -> None:
    assert languages.table(lang, "measures")["remaining"]


@pytest.mark.parametrize(
    ("measure", "hours", "relation"),
    [
        ("money.cost", 4, "tension"),
        ("money.cost", 40, "updated"),  # it has risen since
        ("money.donation", 4, "updated"),  # what grows
    ],
)
def test_what_a_thing_costs_does_not_grow_from_one_speaker_to_another(
    measure: str, hours: float, relation: str
) -> None:
    told = {"quote": "the bridge over the river will be finished in May"}
    one, two = (
        claim(
            exactly(value * 10**8, kind="money", unit="EUR"),
            article=who,
            who=who,
            hours=later,
            measure=measure,
            **told,
        )
        for value, who, later in ((2.3, "Mayor", 0), (3.9, "Auditors", hours))
    )
    assert relations(judge_all(record(one), record(two))[-1]) == {relation}
