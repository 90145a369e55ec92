"""The commands that speak with Kafka, on a real one; what workers would write is written by hand here."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner, Result
from kafka import KafkaAdminClient, KafkaProducer, TopicPartition
from kafka.admin import ConfigResource, ConfigResourceType

from figurewatch.schemas.article import MAX_RECORD_BYTES
from figurewatch.schemas.codec import encode
from figurewatch.schemas.dead_letter import DeadLetter
from figurewatch.streams.cli import main
from figurewatch.streams.consuming import records
from figurewatch.streams.settings import Settings, to_environment
from figurewatch.streams.topics import changelog

from ..unit.schemas.examples import ALERT, CLAIM, RECORD, ROW
from .helpers import eventually, started

pytestmark = pytest.mark.kafka

Run = Callable[..., Result]


@pytest.fixture
def figurewatch(settings: Settings) -> Run:
    """Runs a command on the test's installation."""

    def run(*arguments: str, given: bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=given, env=to_environment(settings))

    return run


def put(settings: Settings, topic: str, *pairs: tuple[bytes, bytes | None], **options: Any) -> None:
    producer = KafkaProducer(**settings.client(), acks="all")
    for key, value in pairs:
        producer.send(topic, key=key, value=value, **options).get(timeout=30)
    producer.close()


def _with_times_of_their_own(settings: Settings, topic: str) -> None:
    """From now on records keep the time that they are sent with, so that a test can make old ones."""
    admin = KafkaAdminClient(**settings.client())
    admin.alter_configs([ConfigResource(ConfigResourceType.TOPIC, topic, {"message.timestamp.type": "CreateTime"})])
    producer = KafkaProducer(**settings.client(), acks="all")

    def keeps(partition: int) -> bool:
        sent = producer.send(topic, b"", partition=partition, timestamp_ms=1)
        return bool(sent.get(timeout=30).timestamp == 1)

    partitions = range(settings.partitions)
    assert eventually(lambda: all(keeps(partition) for partition in partitions))
    admin.delete_records({TopicPartition(topic, partition): -1 for partition in partitions})
    producer.close()
    admin.close()


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


class TestAlerts:
    @pytest.fixture(autouse=True)
    def published(self, settings: Settings) -> None:
        """Three alerts of an hour each, and a record that is none."""
        _with_times_of_their_own(settings, settings.topic("alerts"))
        made = {"low": "new", "medium": "tension", "high": "contradicted"}
        for hours, (severity, relation) in enumerate(made.items()):
            alert = msgspec.structs.replace(ALERT, alert_id=severity, severity=severity, relation=relation)
            moment = datetime(2024, 5, 2, hours, tzinfo=UTC)
            pair = (severity.encode(), encode(alert))
            put(settings, settings.topic("alerts"), pair, timestamp_ms=int(moment.timestamp() * 1000))
        put(settings, settings.topic("alerts"), (b"x", b"{}"))

    @pytest.mark.parametrize(
        ("options", "wanted"),
        [
            ((), ["low", "medium", "high"]),
            (("--min-severity", "medium"), ["medium", "high"]),
            (("--relation", "new", "--relation", "contradicted"), ["low", "high"]),
            (("--since", "2024-05-02T01:00:00"), ["medium", "high"]),
            (("--since", "2024-05-02T04:00:00+02:00"), ["high"]),
            (("--since", "2024-05-03"), []),
        ],
        ids=str,
    )
    def test_they_come_in_order_as_chosen(self, figurewatch: Run, options: tuple[str, ...], wanted: list[str]) -> None:
        result = figurewatch("alerts", "--json", *options)
        assert [alert["alert_id"] for alert in lines(result)] == wanted
        assert "not an alert: `alert_id` is missing" in result.stderr

    def test_for_people(self, figurewatch: Run) -> None:
        text = figurewatch("alerts", "--no-json").stdout
        assert "high · contradicted" in text
        assert "»1.5 million«" in text

    def test_one_is_explained(self, figurewatch: Run) -> None:
        assert lines(figurewatch("explain", "medium"))[0]["relation"] == "tension"
        assert "no date is given" in figurewatch("explain", "medium", "--no-json").stdout
        assert figurewatch("explain", "nobody").exit_code == 1


def test_alerts_to_come_are_followed_until_ctrl_c(settings: Settings) -> None:
    command = [sys.executable, "-m", "figurewatch.streams", "alerts", "--follow", "--json"]
    with started(command, settings, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        for alert_id in ("before", "after"):
            put(settings, settings.topic("alerts"), (b"t", encode(msgspec.structs.replace(ALERT, alert_id=alert_id))))
            assert json.loads(running.stdout.readline())["alert_id"] == alert_id
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 130


class TestState:
    @pytest.fixture(autouse=True)
    def remembered(self, settings: Settings) -> None:
        """Two claims that belong together, one of another measure, and one whose row was deleted."""
        together = [msgspec.structs.replace(CLAIM, claim_id=f"c{number}") for number in (1, 2)]
        other = msgspec.structs.replace(
            CLAIM, claim_id="c3", measure="person.dead", entities=(), place="country:FR", group=None
        )
        rows = {
            b"a1|other|0": ROW_OF(together[0]),
            b"a2|other|0": ROW_OF(together[1], ("c2", "c1")),
            b"a3|person.harm|0": ROW_OF(other),
            b"a4|other|0": ROW_OF(msgspec.structs.replace(CLAIM, claim_id="c4")),
        }
        put(settings, changelog(settings, "compare"), *rows.items(), (b"a4|other|0", None))

    @pytest.mark.parametrize(
        ("options", "wanted"),
        [
            ((), [["c1", "c2"], ["c3"]]),
            (("--measure", "person"), [["c3"]]),
            (("--measure", "person.dead"), [["c3"]]),
            (("--measure", "pers"), []),
            (("--entity", "name:mayor"), [["c1", "c2"]]),
            (("--entity", "The Mayor"), [["c1", "c2"]]),
            (("--entity", "country:FR"), [["c3"]]),
        ],
        ids=str,
    )
    def test_tracked_figures_as_chosen(
        self, figurewatch: Run, options: tuple[str, ...], wanted: list[list[str]]
    ) -> None:
        found = lines(figurewatch("state", "--json", *options))
        assert [figure["claim_ids"] for figure in found] == wanted

    def test_they_are_summed_up(self, figurewatch: Run) -> None:
        figure = lines(figurewatch("state", "--json"))[0]
        assert (figure["low"], figure["best"], figure["high"]) == (1500000, 1500000, 1500000)
        assert (figure["claims"], figure["originators"]) == (2, 1)
        assert "1,500,000" in figurewatch("state", "--no-json").stdout


def ROW_OF(claim: Any, *joined: tuple[str, str]) -> bytes:
    """A row of compare's changelog with one claim."""
    record = msgspec.structs.replace(RECORD, claims=(claim,), withdrawn=())
    return encode(msgspec.structs.replace(ROW, record=record, withdrawn=(), alerts=(), figures=joined))


class TestDeadLetters:
    LETTERS = (b'{"id":', b"\x1b[31m\xff", None)

    @pytest.fixture(autouse=True)
    def lying(self, settings: Settings) -> None:
        for offset, value in enumerate(self.LETTERS):
            letter = DeadLetter(
                key=b"k",
                value=value,
                exception="SchemaError",
                message=f"reason {offset} \x1b[31m",
                topic=settings.topic("articles"),
                partition=0,
                offset=offset,
                original_headers=(("mine", b"1"),),
            )
            put(settings, settings.topic("dead-letters"), (b"k", value), headers=letter.to_headers())

    def test_they_are_listed(self, figurewatch: Run) -> None:
        found = lines(figurewatch("dlq", "list", "--json"))
        assert [letter["place"] for letter in found] == ["0:0", "0:1", "0:2"]
        assert [letter["bytes"] for letter in found] == [6, 6, None]
        assert {letter["reason"] for letter in found} == {"SchemaError"}
        text = figurewatch("dlq", "list", "--no-json").stdout
        assert "reason 1" in text
        assert "\x1b[31m" not in text

    def test_one_is_shown_to_the_byte(self, figurewatch: Run) -> None:
        assert figurewatch("dlq", "show", "0:1").stdout_bytes == self.LETTERS[1]
        assert figurewatch("dlq", "show", "0:9").exit_code == 1

    def test_some_are_sent_again_as_they_were(self, figurewatch: Run, settings: Settings) -> None:
        result = figurewatch("dlq", "retry", "0:0", "0:1")
        assert (result.exit_code, result.stdout) == (0, "2 of 2 sent again\n")
        found = list(records(settings, settings.topic("articles")))
        assert sorted(record.value for record in found) == sorted(self.LETTERS[:2])
        assert {tuple(name for name, _ in record.headers) for record in found} == {("mine", "figurewatch_retried")}

    def test_all_are_sent_again(self, figurewatch: Run) -> None:
        assert figurewatch("dlq", "retry", "--all").stdout == "3 of 3 sent again\n"

    def test_one_that_is_not_there_is_told(self, figurewatch: Run) -> None:
        result = figurewatch("dlq", "retry", "0:0", "7:7")
        assert result.exit_code == 1
        assert "no dead letter lies at 7:7" in result.stderr
        assert result.stdout == "1 of 1 sent again\n"


class TestFeed:
    def test_every_article_is_acknowledged_and_keyed_by_its_id(
        self, figurewatch: Run, settings: Settings, tmp_path: Path
    ) -> None:
        path = tmp_path / "many.jsonl"
        path.write_text("".join(f'{{"id":"a{number}","text":"x"}}\n' for number in range(2500)))
        result = figurewatch("feed", str(path))
        assert (result.exit_code, result.stdout) == (0, "2500 taken, 0 refused\n")
        found = list(records(settings, settings.topic("articles")))
        assert {record.key for record in found} == {f"a{number}".encode() for number in range(2500)}
        assert {dict(record.headers)["ce_type"] for record in found} == {b"figurewatch.article.v1"}

    def test_what_is_no_article_is_refused_and_named_and_the_rest_is_fed_to_the_byte(
        self, figurewatch: Run, settings: Settings, tmp_path: Path
    ) -> None:
        path = tmp_path / "bad.jsonl"
        large = b'{"id":"large","text":"' + b"x" * MAX_RECORD_BYTES + b'"}'
        path.write_bytes(b"just words\n" + large + b'\n{"id":"b", "text":"x", "other":[1,]}\n{"id":"c", "text":"x"}\n')
        result = figurewatch("feed", str(path))
        assert (result.exit_code, result.stdout) == (1, "1 taken, 3 refused\n")
        assert f"{path}:1: " in result.stderr
        assert f"{path}:2: 4,194,328 bytes; an article may have 4,194,304" in result.stderr
        assert f"{path}:3: " in result.stderr
        found = [record.value for record in records(settings, settings.topic("articles"))]
        assert found == [b'{"id":"c", "text":"x"}']

    def test_a_source_that_is_missing_costs_no_other(self, figurewatch: Run, tmp_path: Path) -> None:
        path = tmp_path / "good.txt"
        path.write_text("Some words.")
        result = figurewatch("feed", "nowhere.jsonl", str(path))
        assert (result.exit_code, result.stdout) == (1, "1 taken, 1 refused\n")
        assert "nowhere.jsonl: No such file" in result.stderr

    def test_standard_input_backfill_and_withdrawal(self, figurewatch: Run, settings: Settings) -> None:
        assert figurewatch("feed", "-", "--backfill", given=b'{"id":"a","text":"x"}\n').exit_code == 0
        assert figurewatch("feed", "--withdraw", "a").stdout == "withdrew a\n"
        fed, withdrawn = sorted(records(settings, settings.topic("articles")), key=lambda one: one.value is None)
        assert dict(fed.headers)["figurewatch_backfill"] == b"1"
        assert (withdrawn.key, withdrawn.value) == (b"a", None)

    def test_a_rate_is_kept(self, figurewatch: Run) -> None:
        began = datetime.now(UTC)
        given = b"".join(b'{"id":"a%d","text":"x"}\n' % number for number in range(10))
        assert figurewatch("feed", "-", "--rate", "10", given=given).exit_code == 0
        assert datetime.now(UTC) - began > timedelta(seconds=0.9)


def test_topics_are_created_and_checked(figurewatch: Run) -> None:
    assert figurewatch("topics", "create").stdout == "all topics are there\n"
    assert figurewatch("topics", "check").stdout == "all topics are as they should be\n"


def test_doctor_finds_all_well(figurewatch: Run, settings: Settings) -> None:
    findings = {finding["what"]: finding for finding in lines(figurewatch("doctor", "--json"))}
    assert all(finding["well"] for finding in findings.values()), findings
    assert findings["broker"]["detail"] == ", ".join(settings.brokers)
    assert settings.topic("alerts") in findings["topics"]["detail"]


def test_doctor_tells_which_topic_is_missing(figurewatch: Run, settings: Settings) -> None:
    admin = KafkaAdminClient(**settings.client())
    admin.delete_topics([settings.topic("alerts")])
    admin.close()
    assert eventually(lambda: figurewatch("doctor").exit_code == 1, seconds=20)
    assert "type: figurewatch topics create" in figurewatch("doctor", "--no-json").stdout
