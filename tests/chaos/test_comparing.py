"""The comparison notices what it is there for, and the faults are a matter of the seed alone."""

from collections import Counter
from typing import Any

import msgspec
import pytest

from ..unit.schemas.examples import ALERT, CLAIM
from .comparing import differences, in_words
from .faults import LONG, SHORT, plan
from .outcome import Outcome

OTHER = msgspec.structs.replace(CLAIM, claim_id="other", article_id="a2")
CONTRADICTED = msgspec.structs.replace(ALERT, relation="contradicted", claim=CLAIM, against=(OTHER,))
BOTH = {claim.claim_id: claim for claim in (CLAIM, OTHER)}
PAIR = (CLAIM.claim_id, OTHER.claim_id)

CALM = Outcome(
    readings=Counter(["a1", "a2"]),
    read=BOTH,
    registered=frozenset(["a1", "a2"]),
    standing=BOTH,
    figures=frozenset([frozenset(BOTH)]),
    relations={PAIR: "contradicted"},
    alerts={CONTRADICTED.alert_id: CONTRADICTED},
    alert_counts=Counter([CONTRADICTED.alert_id]),
    dead=0,
)


@pytest.mark.parametrize(
    "changed",
    [
        {"readings": Counter(["a1"])},
        {"readings": Counter(["a1", "a2", "a3"])},
        {"read": {CLAIM.claim_id: CLAIM}},
        {"registered": frozenset(["a1"])},
        {"standing": {CLAIM.claim_id: CLAIM}},
        {"standing": {**BOTH, OTHER.claim_id: msgspec.structs.replace(OTHER, status="feared")}},
        {"figures": frozenset([frozenset([CLAIM.claim_id]), frozenset(["other"])])},
        {"relations": {PAIR: "tension"}},
        {"relations": {}},
        {"alerts": {}},
        {"dead": 1},
    ],
    ids=str,
)
def test_whatever_is_missing_or_different_is_found(changed: dict[str, Any]) -> None:
    assert differences(CALM, msgspec.structs.replace(CALM, **changed), in_order=False)


def test_repetitions_are_no_difference_and_are_counted() -> None:
    again = msgspec.structs.replace(
        CALM, readings=Counter(["a1", "a2", "a2"]), alert_counts=Counter([CONTRADICTED.alert_id] * 3)
    )
    assert differences(CALM, again, in_order=True) == []
    assert "(1 readings sent again)" in in_words(again)
    assert "(2 sent again)" in in_words(again)


def test_in_order_the_very_same_alerts_are_due() -> None:
    other = msgspec.structs.replace(CONTRADICTED, alert_id="another")
    same_figure = msgspec.structs.replace(CALM, alerts={"another": other})
    assert differences(CALM, same_figure, in_order=False) == []
    assert len(differences(CALM, same_figure, in_order=True)) == 2


@pytest.mark.parametrize("counts", [SHORT, LONG], ids=["short", "long"])
def test_one_seed_one_storm(counts: Any) -> None:
    storm = plan(counts, articles=1000, workers=2, seed=7)
    assert storm == plan(counts, articles=1000, workers=2, seed=7)
    assert storm != plan(counts, articles=1000, workers=2, seed=8)
    assert Counter(fault.kind for fault in storm) == Counter(counts)
    places = [fault.at for fault in storm]
    assert places == sorted(places)
    assert places[0] >= 100
    assert places[-1] <= 900
