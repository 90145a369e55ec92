"""Logs: one event a line, fields, repeats."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from kafka.errors import Cancelled, KafkaTimeoutError

from figurewatch.streams import logs

log = logging.getLogger("figurewatch.test")


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root, ours = logging.getLogger(), logging.getLogger("figurewatch")
    before = root.handlers[:], root.level, ours.level
    yield
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    ours.setLevel(before[2])


def written(form: logs.Format, *, level: logs.Level = "info") -> io.StringIO:
    stream = io.StringIO()
    logs.start(form, level, stream=stream, stage="compare")
    return stream


def events(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_request_that_a_closing_client_cancels_is_no_error() -> None:
    stream, kafka = written("json"), logging.getLogger("kafka.cluster")
    kafka.error("Metadata refresh: failed %s", Cancelled())
    kafka.error("Metadata refresh: failed %s", KafkaTimeoutError())
    assert len(events(stream)) == 1


def test_json_is_one_object_a_line_with_ids_as_fields() -> None:
    stream = written("json")
    log.info("alert: %s", "new\nline", extra={"article_id": "a 1", "claim_id": "c"})
    (event,) = events(stream)
    assert event["message"] == "alert: new\nline"
    assert event["level"] == "info"
    assert event["time"].endswith("+00:00")
    assert (event["stage"], event["article_id"], event["claim_id"]) == ("compare", "a 1", "c")


def test_an_exception_stays_in_its_event() -> None:
    stream = written("json")
    try:
        raise ValueError("no")
    except ValueError:
        log.exception("failed")
    (event,) = events(stream)
    assert "test_an_exception_stays_in_its_event" in event["exception"]
    assert "ValueError" in event["exception"]


@pytest.mark.parametrize("form", ["json", "console"])
def test_what_an_exception_says_of_an_article_is_told_at_debug_only(form: logs.Format) -> None:
    for level, told in (("info", False), ("debug", True)):
        stream = written(form, level=level)  # type: ignore[arg-type]
        _fail("Derna")
        assert ("invalid literal for int() with base 10" in stream.getvalue()) is told
        assert ("KeyError: 'Libya'" in stream.getvalue()) is told
        assert stream.getvalue().count("Error") >= 2


def _fail(words: str) -> None:
    try:
        try:
            int(words)
        except ValueError as error:
            raise KeyError("Libya") from error
    except KeyError:
        log.exception("failed")


def test_what_the_system_says_is_told() -> None:
    stream = written("json")
    try:
        raise OSError(28, "No space left on device")
    except OSError:
        log.exception("failed")
    (event,) = events(stream)
    assert "No space left on device" in event["exception"]


def test_the_console_has_one_line_an_event() -> None:
    stream = written("console")
    log.warning("a table\n| of | many |\n| lines |", extra={"topic": "news.articles"})
    (line,) = stream.getvalue().splitlines()
    assert line.endswith(
        "warning figurewatch.test: a table / | of | many | / | lines | stage=compare topic=news.articles"
    )


@pytest.mark.parametrize("form", ["console", "json"])
def test_nothing_in_an_event_steers_the_terminal_or_forges_another(form: logs.Format) -> None:
    stream, evil = written(form), "\x1b[2J\x9b2J\u202e\u2028\x85x\r\n2026-01-01 critical figurewatch: forged"
    log.info("m %s", evil, extra={"key": evil})
    try:
        raise ValueError(evil)
    except ValueError:
        log.exception("failed")
    text = stream.getvalue()
    assert not set(text) & set("\x1b\x9b\u202e\u2028\x85\r")
    assert not [line for line in text.splitlines() if line.startswith("2026-01-01")]


def test_libraries_speak_from_warnings_on() -> None:
    stream = written("json", level="debug")
    logging.getLogger("kafka.conn").info("connected")
    log.debug("read", extra={"article_id": "a"})
    assert [event["message"] for event in events(stream)] == ["read"]


def test_repeats_are_held_back_and_counted() -> None:
    now = 0.0
    repeats = logs.Repeats(clock=lambda: now)

    def event(line: int, level: int = logging.WARNING) -> logging.LogRecord:
        return logging.LogRecord("x", level, "a.py", line, "again", (), None)

    assert [repeats.filter(event(1)) for _ in range(20)].count(True) == logs.SAME_AT_MOST
    assert repeats.filter(event(2)), "another place in the code"
    assert all(repeats.filter(event(1, level)) for level in (logging.INFO, logging.CRITICAL) for _ in range(20))
    now = logs.SAME_SECONDS + 1
    later = event(1)
    assert repeats.filter(later)
    assert later.__dict__["held_back"] == 20 - logs.SAME_AT_MOST
