"""What register sends on when an article is read for the first time, again, anew, or withdrawn."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from figurewatch.agents.registering import CLAIMS_PER_RECORD, ArticleRow, register
from figurewatch.schemas.article import Origin
from figurewatch.schemas.claim import Claim, Figure, Reading

NOON = datetime(2024, 1, 1, 12, tzinfo=UTC)


def _claim(number: int, family: str = "person.harm") -> Claim:
    return Claim(
        claim_id=f"c{number}",
        article_id="a",
        field="text",
        start=0,
        end=1,
        quote="q",
        quote_start=0,
        quote_end=1,
        figure=Figure(text="1", kind="count", low=None, high=None),
        measure="person.dead",
        family=family,
        lang="en",
        published_at=NOON,
    )


def _reading(*claims: Claim, offset: int = 0, digest: str = "d", **fields: Any) -> Reading:
    origin = Origin(topic="t", partition=0, offset=offset)
    return Reading(article_id="a", origin=origin, digest=digest, reader_version="1", claims=claims, **fields)


def _first(*claims: Claim) -> ArticleRow:
    return register(None, _reading(*claims)).row


def test_an_article_sends_a_record_for_each_family() -> None:
    registered = register(None, _reading(_claim(1), _claim(2, "money.loss"), _claim(3)))
    assert registered.outcome == "first"
    sent = {record.family: [claim.claim_id for claim in record.claims] for record in registered.records}
    assert sent == {"person.harm": ["c1", "c3"], "money.loss": ["c2"]}


def test_a_replay_sends_everything_again() -> None:
    first = register(None, _reading(_claim(1)))
    again = register(first.row, _reading(_claim(1)))
    assert again.outcome == "replayed"
    assert again.records == first.records
    assert again.row == first.row


def test_the_same_words_from_another_offset_send_nothing() -> None:
    again = register(_first(_claim(1)), _reading(_claim(1), offset=7))
    assert (again.outcome, again.records) == ("duplicate", ())


def test_a_new_version_withdraws_what_it_no_longer_says() -> None:
    registered = register(_first(_claim(1), _claim(2)), _reading(_claim(2), _claim(3), offset=7, digest="e"))
    assert registered.outcome == "new_version"
    (record,) = registered.records
    assert {claim.claim_id for claim in record.claims} == {"c2", "c3"}
    assert record.withdrawn == ("c1",)


def test_every_later_pass_sends_the_withdrawals_again() -> None:
    row = register(_first(_claim(1)), _reading(_claim(2), offset=7, digest="e")).row
    third = register(row, _reading(_claim(3), offset=8, digest="f"))
    assert third.records[0].withdrawn == ("c1", "c2")


def test_a_claim_that_comes_back_stands_again() -> None:
    row = register(_first(_claim(1)), _reading(_claim(2), offset=7, digest="e")).row
    (record,) = register(row, _reading(_claim(1), offset=8, digest="f")).records
    assert [claim.claim_id for claim in record.claims] == ["c1"]
    assert record.withdrawn == ("c2",)


def test_a_withdrawn_article_withdraws_all() -> None:
    registered = register(_first(_claim(1), _claim(2, "money.loss")), _reading(offset=7, digest="", withdrawn=True))
    assert registered.outcome == "withdrawn"
    assert {record.withdrawn for record in registered.records} == {("c1",), ("c2",)}
    assert not any(record.claims for record in registered.records)


def test_an_older_version_that_comes_late_changes_nothing() -> None:
    newer = register(None, _reading(_claim(1), offset=5, updated_at=NOON)).row
    earlier = NOON.replace(hour=6)
    late = register(newer, _reading(_claim(2), offset=9, digest="e", updated_at=earlier))
    assert (late.outcome, late.records, late.row) == ("older_version", (), newer)


def test_a_long_article_is_cut_and_its_claims_stay_where_they_were_sent() -> None:
    claims = [_claim(number) for number in range(CLAIMS_PER_RECORD + 5)]
    first = register(None, _reading(*claims))
    assert [len(record.claims) for record in first.records] == [CLAIMS_PER_RECORD, 5]
    places = {claim.claim_id: record.part for record in first.records for claim in record.claims}
    second = register(first.row, _reading(*claims[3:], offset=7, digest="e"))
    for record in second.records:
        assert all(places[claim.claim_id] == record.part for claim in record.claims)
    assert second.records[0].withdrawn == ("c0", "c1", "c2")


def test_a_claim_that_comes_with_another_family_moves_there() -> None:
    """As when a later version of the reader counts its measure to another one."""
    again = register(_first(_claim(1)), _reading(_claim(1, "person.movement"), offset=7, digest="e"))
    sent = {record.family: ([claim.claim_id for claim in record.claims], record.withdrawn) for record in again.records}
    assert sent == {"person.harm": ([], ("c1",)), "person.movement": (["c1"], ())}
    back = register(again.row, _reading(_claim(1), offset=8, digest="f"))
    sent = {record.family: ([claim.claim_id for claim in record.claims], record.withdrawn) for record in back.records}
    assert sent == {"person.harm": (["c1"], ()), "person.movement": ([], ("c1",))}


def test_the_same_words_by_another_version_of_the_reader_take_the_place_of_the_first() -> None:
    again = register(_first(_claim(1)), msgspec.structs.replace(_reading(_claim(2), offset=7), reader_version="2"))
    (record,) = again.records
    assert (again.outcome, record.withdrawn, record.digest) == ("reread", ("c1",), "d")


def test_what_is_fed_again_counts_only_where_its_words_stand() -> None:
    """As when a newer version of the article came while it was on its way."""
    again = msgspec.structs.replace(_reading(_claim(2), offset=7, reread=True), reader_version="2")
    assert register(_first(_claim(1)), again).outcome == "reread"
    newer = register(_first(_claim(1)), _reading(_claim(3), offset=6, digest="other words")).row
    late = register(newer, again)
    assert (late.outcome, late.records, late.row) == ("older_version", (), newer)
    gone = register(_first(_claim(1)), _reading(offset=6, digest="none", withdrawn=True)).row
    assert register(gone, again).outcome == "older_version"
