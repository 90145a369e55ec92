"""The demo's articles: attributed, unchanged in form, and every relation is found in them by the program."""

import json
from pathlib import Path

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.streams.demo import demo_files
from figurewatch.streams.replay import Replay, Step
from figurewatch.streams.sources import articles

from .articles import NOW
from .test_replay import never

WANTED = {
    "new", "repeated", "corroborated", "updated", "contradicted", "tension", "part_of", "composes", "not_comparable",
}  # fmt: skip


@pytest.fixture(scope="module")
def steps() -> list[Step]:
    found = articles(demo_files(), complain=never)
    return list(Replay(Reader(), received_at=NOW).run(found, complain=never))


def test_every_relation_shows(steps: list[Step]) -> None:
    assert {verdict.relation for step in steps for verdict in step.verdicts} >= WANTED


def test_alerts_are_raised_in_both_languages(steps: list[Step]) -> None:
    alerts = [alert for step in steps for alert in step.alerts]
    assert {alert.claim.lang for alert in alerts} == {"fr", "en"}
    assert any(alert.severity == "high" for alert in alerts)


def test_quotes_are_cut_out_of_the_articles(steps: list[Step]) -> None:
    texts = {article.id: article for article in articles(demo_files(), complain=never)}
    for step in steps:
        for claim in step.reading.claims:
            field = getattr(texts[claim.article_id], claim.field)
            assert field[claim.quote_start : claim.quote_end] == claim.quote
            assert field[claim.start : claim.end] == claim.figure.text


@pytest.mark.parametrize(
    "path", [path for path in demo_files() if "wikinews" in path], ids=lambda path: Path(path).name
)
def test_wikinews_articles_are_attributed(path: str) -> None:
    for line in Path(path).read_text("utf-8").splitlines():
        plain = json.loads(line)
        assert plain["source"] == "Wikinews"
        assert plain["attribution"] == "Wikinews contributors"
        assert plain["license"] == "https://creativecommons.org/licenses/by/2.5/"
        assert "wikinews.org/" in plain["url"]
