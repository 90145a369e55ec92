"""What live workers log: one JSON object a line, ids as fields, and not a word of the articles."""

import json
from pathlib import Path

import msgspec
import pytest

from figurewatch.streams.settings import Settings
from figurewatch.streams.stages import STAGES

from ..integration.conftest import running
from ..integration.helpers import alerts, eventually, send, send_raw
from ..integration.test_pipeline import POLICE, RED_CROSS

pytestmark = pytest.mark.kafka


def test_every_line_is_an_event_and_none_holds_words_of_an_article(settings: Settings, tmp_path: Path) -> None:
    with running(msgspec.structs.replace(settings, log_format="json"), tmp_path) as workers:
        send(settings, POLICE, RED_CROSS)
        send_raw(settings, (b"bad", b'{"id": "bad", "text": 7, "title": "Derna drowned"}'))
        assert eventually(lambda: any(alert.relation == "contradicted" for alert in alerts(settings)))
        assert eventually(lambda: "to the dead letters" in workers.log_tails(1000))
    text = "".join((tmp_path / f"{stage}.log").read_text("utf-8") for stage in STAGES)
    assert "Derna" not in text
    events = [json.loads(line) for line in text.splitlines()]
    assert {event["stage"] for event in events} == set(STAGES)
    alert = next(event for event in events if event["message"] == "alert: contradicted")
    assert {alert["article_id"], alert["severity"]} <= {"police", "red-cross", "high"}
    letter = next(event for event in events if event["message"].startswith("to the dead letters"))
    assert letter["key"] == "bad"
    assert letter["topic"] == settings.topic("articles")
