"""Articles that say another figure by and by: an alert is updated as long as its clash goes on, else cancelled."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from figurewatch.agents.judging.forgetting import Limits
from figurewatch.agents.judging.judge import Judged, judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.schemas.alert import Alert
from figurewatch.schemas.claim import Claim, ClaimRecord

from .making import claim, exactly, record

WHO = {"a": "Police", "b": "Army", "c": "Police", "d": "Army"}


def _version(said: str) -> ClaimRecord:
    """ "a150" of the police, "a" with nothing in its place."""
    article, value = said[0], said[1:]
    if not value:
        return record(article_id=article, digest=said)
    return record(claim(exactly(int(value)), article=article, who=WHO[article]), digest=said)


def _judged(memory: Memory, *versions: ClaimRecord) -> list[Judged]:
    return [
        judge(memory, version, offset=offset, key=f"{version.article_id}|person.harm|0")
        for offset, version in enumerate(versions)
    ]


def _alerts(*said: str) -> list[tuple[Alert, ...]]:
    return [one.alerts for one in _judged(Memory(), *map(_version, said))]


def _told(alerts: tuple[Alert, ...]) -> list[tuple[str, str | None]]:
    return [(alert.type, alert.references) for alert in alerts]


@pytest.mark.parametrize("first", [("a150", "b80"), ("b80", "a150")])
@pytest.mark.parametrize(
    "revisions",
    [
        ("a190", "a230", "a260"),
        ("b70", "b60", "b50"),
        ("a190", "b70", "a230", "b60"),
        ("b70", "a190", "b60", "a230"),
    ],
)
def test_every_new_figure_that_still_clashes_is_one_update_of_the_first_alert(
    first: tuple[str, str], revisions: tuple[str, ...]
) -> None:
    _, (alert,), *later = _alerts(*first, *revisions)
    assert (alert.type, alert.relation) == ("alert", "contradicted")
    for alerts, said in zip(later, revisions, strict=True):
        assert _told(alerts) == [("update", alert.alert_id)], said
        assert said in {f"{one.article_id}{one.figure.low}" for one in (alerts[0].claim, *alerts[0].against)}


@pytest.mark.parametrize("first", [("a150", "b80"), ("b80", "a150")])
@pytest.mark.parametrize("revisions", [(), ("a190",), ("b70",), ("a190", "a230"), ("a190", "b70", "a230")])
@pytest.mark.parametrize("leaving", ["a", "b"])
def test_a_claim_with_nothing_in_its_place_cancels_all_that_was_told_of_it(
    first: tuple[str, str], revisions: tuple[str, ...], leaving: str
) -> None:
    *told, last = _alerts(*first, *revisions, leaving)
    assert Counter(alert.type for alert in last) == {"cancel": 1 + len(revisions)}
    assert {alert.references for alert in last} == {alert.alert_id for alerts in told for alert in alerts}


def test_a_new_figure_that_clashes_no_longer_cancels() -> None:
    _, (alert,), (cancel, revision) = _alerts("a150", "b80", "b150")
    assert (cancel.type, cancel.references) == ("cancel", alert.alert_id)
    assert (revision.type, revision.relation) == ("alert", "revised")


def test_who_goes_back_to_his_first_figure_takes_the_update_back() -> None:
    _, _, (update,), (cancel, revision) = _alerts("a150", "b80", "a190", "a150")
    assert (cancel.type, cancel.references) == ("cancel", update.alert_id), "the first alert is right again"
    assert (revision.type, revision.relation) == ("alert", "revised")


def test_who_comes_back_to_the_figures_of_the_first_alert_has_it_told_again() -> None:
    _, (alert,), (update,), last = _alerts("c80", "c70", "c80", "c70")
    assert (update.type, update.references) == ("update", alert.alert_id)
    assert [(one.alert_id, one.type, one.references) for one in last] == [(alert.alert_id, "alert", None)]


@pytest.mark.parametrize("moving", ["a", "b"])
def test_a_figure_that_moves_from_the_title_into_the_text_still_clashes(moving: str) -> None:
    def version(article: str, value: int, field: str) -> ClaimRecord:
        said: Claim = claim(exactly(value), article=article, who=WHO[article], field=field)
        return record(said, digest=field)

    value = {"a": 150, "b": 80}
    titles = [version(article, said, "title") for article, said in value.items()]
    judged = _judged(Memory(), *titles, version(moving, value[moving], "text"))
    assert _told(judged[-1].alerts) == [("update", judged[1].alerts[0].alert_id)]


def test_two_figures_of_one_article_that_both_change_are_one_update() -> None:
    def version(police: int, army: int) -> ClaimRecord:
        return record(
            claim(exactly(police), article="a", who="Police"),
            claim(exactly(army), article="a", who="Army", start=40, end=42),
            digest=str(police),
        )

    first, second = _judged(Memory(), version(150, 80), version(190, 70))
    assert _told(first.alerts) == [("alert", None)]
    clashes = tuple(alert for alert in second.alerts if alert.relation == "contradicted")
    assert _told(clashes) == [("update", first.alerts[0].alert_id)]


def test_what_others_bear_out_goes_on_and_cancels_nothing_that_was_taken_over() -> None:
    _, (alert,), _, nothing, last = _alerts("a150", "b80", "a190", "d80", "b")
    assert nothing == ()
    assert _told(last) == [("update", alert.alert_id)]


@pytest.mark.parametrize("revisions", [("a190", "a230"), ("b70", "b60"), ("a190", "b70", "b230")])
def test_a_replay_and_a_second_run_give_the_same_alerts(revisions: tuple[str, ...]) -> None:
    versions = [_version(said) for said in ("a150", "b80", *revisions)]
    memory = Memory()
    first = [one.alerts for one in _judged(memory, *versions)]
    assert [one.alerts for one in _judged(Memory(), *versions)] == first
    last = len(versions) - 1
    again = judge(memory, versions[last], offset=last, key=f"{versions[last].article_id}|person.harm|0")
    assert again.alerts == first[last]


@pytest.mark.parametrize("last", ["a230", "b70", "a", "b"])
def test_a_memory_restored_from_rows_updates_and_cancels_alike(last: str) -> None:
    memory = Memory()
    rows = {one.row.record.article_id: one.row for one in _judged(memory, *map(_version, ("a150", "b80", "a190")))}
    restored = Memory()
    for article, row in reversed(rows.items()):
        restored.restore(f"{article}|person.harm|0", row)
    restored.settle()
    version, key = _version(last), f"{last[0]}|person.harm|0"
    told = judge(memory, version, offset=9, key=key).alerts
    assert judge(restored, version, offset=9, key=key).alerts == told
    assert told


@settings(deadline=None)
@given(st.lists(st.sampled_from([f"{who}{value}" for who in WHO for value in ("", 70, 80, 150, 190, 230)]), max_size=9))
@example(["b70", "d80", "d70", "b", "d80", "d70"])  # raised anew after another article's row has ended it
@example(["a80", "a70", "a", "a70", "a80", "a70"])  # raised a third time by its second name
def test_whatever_is_said_and_withdrawn_nothing_is_left_in_the_end(said: list[str]) -> None:
    memory = Memory(Limits(untouched=False))
    told: set[str] = set()
    left: set[str | None] = set()
    for one in _judged(memory, *map(_version, (*said, *WHO))):
        for alert in one.alerts:
            assert alert.references is None or alert.references in told
            assert alert.references != alert.alert_id
            told.add(alert.alert_id)
            left = left - {alert.references} if alert.type == "cancel" else left | {alert.alert_id}
    assert left == set()
