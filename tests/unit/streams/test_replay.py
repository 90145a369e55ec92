"""The pure path without a broker."""

import json
from typing import Any

import msgspec
import pytest

from figurewatch.agents.reading.reader import Item, Reader
from figurewatch.schemas.claim import Reading
from figurewatch.schemas.codec import encode
from figurewatch.streams.replay import Replay, Step, plain_verdict, readings

from ..schemas.examples import VERDICT
from .articles import NOW, POLICE, RED_CROSS, articles


def never(message: str) -> None:
    pytest.fail(message)


def run(reader: Reader, *plain: dict[str, Any]) -> list[Step]:
    return list(Replay(reader, received_at=NOW).run(articles(*plain), complain=never))


def test_two_sources_that_clash_are_alerted_once(reader: Reader) -> None:
    steps = run(reader, POLICE, RED_CROSS)
    alerts = [alert for step in steps for alert in step.alerts if alert.relation == "contradicted"]
    assert [alert.claim.figure.low for alert in alerts] == [80]
    assert [other.figure.low for other in alerts[0].against] == [150]


def test_quotes_are_cut_out_of_the_article(reader: Reader) -> None:
    texts = {plain["id"]: plain["text"] for plain in (POLICE, RED_CROSS)}
    claims = [claim for step in run(reader, POLICE, RED_CROSS) for claim in step.reading.claims]
    assert {claim.figure.low for claim in claims} == {150, 80}
    for claim in claims:
        assert texts[claim.article_id][claim.start : claim.end] == claim.figure.text
        assert texts[claim.article_id][claim.quote_start : claim.quote_end] == claim.quote


def test_articles_come_in_published_order_the_undated_last(reader: Reader) -> None:
    undated = {"id": "undated", "text": "Nothing to count."}
    steps = run(reader, undated, RED_CROSS, POLICE)
    assert [step.reading.article_id for step in steps] == ["police", "red-cross", "undated"]


def test_the_same_articles_again_bring_nothing(reader: Reader) -> None:
    way = Replay(reader, received_at=NOW)
    list(way.run(articles(POLICE, RED_CROSS), complain=never))
    again = list(way.run(articles(POLICE, {**RED_CROSS, "url": "elsewhere"}), complain=never))
    # the origin of the first pass comes again: a replay, which repeats its alerts with their ids and no verdicts
    assert [verdict for step in again for verdict in step.verdicts] == []


def test_two_runs_are_equal_to_the_byte(reader: Reader) -> None:
    first, second = (
        [encode(alert) for step in run(reader, POLICE, RED_CROSS) for alert in step.alerts] for _ in range(2)
    )
    assert first == second
    assert first


def test_a_new_version_revises(reader: Reader) -> None:
    later = {**POLICE, "text": POLICE["text"].replace("150", "190"), "updated_at": "2023-09-12T10:00:00Z"}
    steps = run(reader, {**POLICE, "updated_at": "2023-09-12T08:00:00Z"}, later)
    assert "revised" in {verdict.relation for step in steps for verdict in step.verdicts}


def test_an_article_that_breaks_the_reader_costs_no_other() -> None:
    class Fragile(Reader):
        def read_many(self, items: Any) -> list[Reading]:
            batch: list[Item] = list(items)
            if any("poison" in article.text for article, _, _ in batch):
                raise ZeroDivisionError("a bug")
            return super().read_many(batch)

    complaints: list[str] = []
    found = readings(
        articles(POLICE, {"id": "bad", "text": "poison"}, RED_CROSS),
        reader=Fragile(models={}),
        received_at=NOW,
        complain=complaints.append,
    )
    assert [reading.article_id for reading in found] == ["police", "red-cross"]
    assert complaints == ["bad: ZeroDivisionError: a bug"]


def test_more_articles_than_a_batch_all_come(reader: Reader) -> None:
    many = [{"id": f"a{number}", "text": f"Police said {number + 2} people were killed."} for number in range(40)]
    found = list(readings(articles(*many), reader=reader, received_at=NOW, complain=never))
    assert [reading.article_id for reading in found] == [plain["id"] for plain in many]
    assert {reading.origin.offset for reading in found} == set(range(40))


def test_a_plain_verdict_has_whole_claims_with_gates() -> None:
    plain = json.loads(msgspec.json.encode(plain_verdict(VERDICT)))
    assert plain["relation"] == "tension"
    assert plain["claim"]["article_id"] == "a1"
    assert plain["against"][0]["article_id"] == "a1"
    assert plain["against"][0]["figure"]["text"] == "1.5 million"
    assert plain["against"][0]["gates"][0]["answer"] == "unknown"
