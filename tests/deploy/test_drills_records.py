"""Articles are broken, late or missing on purpose, and the alert of docs/runbook.md comes."""

import json
import os
import signal
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest
from kafka import KafkaProducer

from figurewatch.streams.dead_letters import lying
from figurewatch.streams.demo import demo_files
from figurewatch.streams.feed import feed
from figurewatch.streams.settings import Settings
from figurewatch.streams.sources import items
from figurewatch.streams.supervisor import Supervisor

from ..integration.conftest import running
from ..integration.helpers import alerts, eventually, readings, send, send_raw
from ..integration.test_pipeline import POLICE, RED_CROSS
from .drilling import fires, goes, kill, prometheus, revive, targets, watching
from .prometheus import Prometheus
from .scraping import lag, reading_processes

__all__ = ["prometheus"]
pytestmark = [pytest.mark.kafka, pytest.mark.soak, pytest.mark.timeout(600)]

LONG = " ".join(f"Police said {number} people were hurt in Brest on Monday." for number in range(1000, 60_000))
"""Reading it takes many seconds."""


def test_nothing_fed(prometheus: Prometheus) -> None:
    assert fires(prometheus, "FigurewatchNoArticles")
    assert prometheus.firing() == {"FigurewatchNoArticles"}


def test_compare_stopped_while_articles_come(settings: Settings, workers: Supervisor, prometheus: Prometheus) -> None:
    kill(workers, "compare")
    feed(settings, items(demo_files()))
    time.sleep(10.0)
    assert eventually(lambda: workers.watch() == 0 and len(alerts(settings)) > 6, seconds=90), workers.log_tails()
    assert fires(prometheus, "FigurewatchAlertsLate")


def test_compare_stopped_on_a_quiet_day(settings: Settings, workers: Supervisor, prometheus: Prometheus) -> None:
    """So few are late that nobody is woken; the allowance is used up all the same."""
    for article in _clashing("Libya", "Spain", "Kenya"):
        send(settings, article)
    assert eventually(lambda: _contradictions(settings) == 3 and lag(workers) == 0), workers.log_tails()
    kill(workers, "compare")
    send(settings, *_clashing("Vietnam"))
    time.sleep(8.0)
    assert revive(workers)
    assert eventually(lambda: _contradictions(settings) == 4), workers.log_tails()
    assert fires(prometheus, "FigurewatchAlertsLateSlowly")
    assert "FigurewatchAlertsLate" not in prometheus.firing()


def _clashing(*countries: str) -> list[dict[str, Any]]:
    """Two articles that contradict each other about a flood in each country."""
    return [
        {**article, "id": f"{article['id']}-{country}", "text": article["text"].replace("Libya", country)}
        for country in countries
        for article in (POLICE, RED_CROSS)
    ]


def _contradictions(settings: Settings) -> int:
    return len({alert.alert_id for alert in alerts(settings) if alert.relation == "contradicted"})


def test_old_records_before_a_stage_that_stands_still(
    settings: Settings, workers: Supervisor, prometheus: Prometheus
) -> None:
    children = reading_processes(workers.pids()["extract"])
    for child in children:
        os.kill(child, signal.SIGSTOP)
    producer = KafkaProducer(**settings.client())
    ten_minutes_ago = int((time.time() - 600) * 1000)
    article = json.dumps(POLICE).encode()
    producer.send(settings.topic("articles"), key=b"police", value=article, timestamp_ms=ten_minutes_ago).get(10)
    producer.close()
    assert fires(prometheus, "FigurewatchBehind")
    for child in children:
        os.kill(child, signal.SIGCONT)
    assert goes(prometheus, "FigurewatchBehind")


def test_as_many_broken_records_as_good_ones(settings: Settings, prometheus: Prometheus) -> None:
    for number in range(10):
        send(settings, {**POLICE, "id": f"{number}"})
        send_raw(settings, (b"bad", b"no article"))
        time.sleep(0.5)
    assert fires(prometheus, "FigurewatchDeadLetterFlood")
    assert "FigurewatchFaultyArticles" not in prometheus.firing(), "the feed's fault, not the reader's"


def test_an_article_that_takes_too_long(settings: Settings, tmp_path: Path) -> None:
    hasty = msgspec.structs.replace(settings, article_seconds=10.0)
    with running(hasty, tmp_path) as workers, watching(tmp_path, targets(workers)) as made:
        send(settings, {**POLICE, "id": "long", "text": LONG})
        assert fires(made, "FigurewatchFaultyArticles", seconds=300), workers.log_tails()
        assert [(one.letter.key, one.letter.exception) for one in lying(settings)] == [(b"long", "TimeLimit")]
        send(settings, POLICE)
        assert eventually(lambda: [one.article_id for one in readings(settings)] == ["police"]), "the others go on"


def test_articles_without_a_figure(settings: Settings, prometheus: Prometheus) -> None:
    dull: dict[str, Any] = {"text": "The weather stays fair. Nobody was surprised.", "lang": "en", "source": "Post"}
    for number in range(70):
        send(settings, {**dull, "id": f"dull-{number}"})
    assert fires(prometheus, "FigurewatchNothingFound")
