"""Watch lists: what they match, what they refuse, and what they make an alert of."""

from decimal import Decimal
from typing import Any

import pytest

from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.judging.watch import Watch, WatchError, WatchList, read_watch_list
from figurewatch.schemas.alert import Alert
from figurewatch.schemas.claim import Claim, ClaimRecord, Entity

from .making import FLOOD, at_least, claim, exactly, record

DERNA = Entity(text="Derna", kind="place", ref="geonames:88319")
MSF = Entity(text="Médecins sans frontières", kind="organisation", ref="name:medecins-sans-frontieres")


@pytest.mark.parametrize(
    ("given", "matches"),
    [
        ({"measures": ("person.dead",)}, True),
        ({"measures": ("person",)}, True),
        ({"measures": ("person.de",)}, False),
        ({"measures": ("person.injured", "person.dead")}, True),
        ({"places": ("geonames:88319",)}, True),
        ({"places": ("derna",)}, True),
        ({"places": ("country:TR",)}, False),
        ({"places": ("country:LY",)}, True),  # the story's only country holds the town
        ({"entities": ("Médecins Sans Frontières",)}, True),
        ({"entities": ("red crescent",)}, True),
        ({"entities": ("name:nobody",)}, False),
        ({"at_least": Decimal(150)}, True),
        ({"at_least": Decimal(151)}, False),
        ({"measures": ("person.dead",), "places": ("country:TR",)}, False),
        ({"measures": ("person.dead",), "places": ("Derna",), "at_least": Decimal(100)}, True),
    ],
)
def test_a_claim_must_meet_all_that_is_given(given: dict[str, Any], matches: bool) -> None:
    said = claim(exactly(150), article="a", who="Red Crescent", entities=(DERNA, MSF))
    assert Watch(name="w", **given).matches(said, FLOOD) is matches


def test_a_list_is_read_from_toml() -> None:
    tolls = '[[watch]]\nname = "tolls"\nmeasures = ["person.dead"]\nat_least = 10\n'
    found = read_watch_list(tolls + '[[watch]]\nname = "NK"\nplaces = ["KP"]')
    assert [watch.name for watch in found.watch] == ["tolls", "NK"]
    assert found.watch[0].at_least == 10
    assert found.matching(claim(exactly(12), article="a"), FLOOD) == ("tolls",)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[[watch]]", "name"),
        ('[[watch]]\nname = "all"', "everything"),
        ('[[watch]]\nname = "x"\nmeasures = ["person.deed"]', r"person\.deed"),
        ('[[watch]]\nname = "x"\nmeasure = ["person.dead"]', "measure"),
        ('[[watches]]\nname = "x"', "watches"),
        ("not toml", "Expected"),
    ],
)
def test_a_wrong_list_says_what_is_wrong(text: str, reason: str) -> None:
    with pytest.raises(WatchError, match=reason):
        read_watch_list(text)


WATCHED = WatchList(watch=(Watch(name="tolls", measures=("person.dead",)),))
SMALL: dict[str, Any] = {"measure": "person.candidates", "family": "person.politics"}


def _alerts(*records: ClaimRecord, watched: WatchList) -> list[Alert]:
    memory, found = Memory(), list[Alert]()
    for offset, one in enumerate(records):
        found += judge(memory, one, offset=offset, key=f"{offset}", watched=watched).alerts
    return found


def _relations(*claims: Claim, watched: WatchList) -> list[tuple[str, str, tuple[str, ...]]]:
    alerts = _alerts(*(record(one) for one in claims), watched=watched)
    return [(alert.relation, alert.severity, alert.watched) for alert in alerts]


def test_what_is_watched_is_alerted_though_it_is_new_and_small() -> None:
    few = claim(exactly(2), article="a", who="Police", **SMALL)
    candidates = WatchList(watch=(Watch(name="votes", measures=("person.candidates",)),))
    assert _relations(few, watched=WatchList()) == []
    assert _relations(few, watched=candidates) == [("new", "low", ("votes",))]


def test_what_only_bears_out_or_refines_is_alerted_low_where_it_is_watched() -> None:
    said = (
        claim(at_least(100), article="a", who="Police"),
        claim(exactly(110), article="b", who="Army"),
        claim(exactly(110), article="c", who="Navy"),
        claim(exactly(110), article="d", who="Navy"),
    )
    assert [relation for relation, _, _ in _relations(*said, watched=WatchList())] == []
    watched = _relations(*said, watched=WATCHED)
    assert watched[0] == ("new", "low", ("tolls",))
    assert ("corroborated", "low", ("tolls",)) in watched
    assert "repeated" not in {relation for relation, _, _ in watched}


def test_a_clash_is_no_lower_for_being_watched() -> None:
    said = claim(exactly(150), article="a", who="Police"), claim(exactly(60), article="b", who="Army")
    assert _relations(*said, watched=WATCHED)[-1] == ("contradicted", "high", ("tolls",))
