"""The dashboards: as generated, complete, and every query answered by a real Prometheus over live workers."""

import itertools
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from figurewatch.streams.demo import demo_files
from figurewatch.streams.settings import Settings
from figurewatch.streams.sources import items

from ..integration.conftest import installation, running
from ..integration.helpers import eventually, send, send_raw
from ..integration.test_pipeline import POLICE, RED_CROSS
from .picture import picture
from .prometheus import RULES, Prometheus

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"
BOARDS = sorted((ROOT / "deploy" / "grafana" / "dashboards").glob("*.json"))
LOAD_SECONDS = 25.0
VARIABLES = {"$job": ".*", "$instance": ".*", "$topic": ".*", "$__rate_interval": "10s", "$__range": "60s"}


def panels() -> list[Any]:
    """Every panel of every dashboard, as a test's parameter."""
    found = []
    for path in BOARDS:
        board = json.loads(path.read_text("utf-8"))
        for panel in board["panels"]:
            if panel["type"] != "row":
                found.append(pytest.param(panel, id=f"{board['title']} - {panel['title']}"))
    return found


def test_the_dashboards_are_written_from_the_code() -> None:
    assert len(BOARDS) == 3
    check = [sys.executable, "-m", "deploy.grafana.generate", "--check"]
    assert subprocess.call(check, cwd=ROOT) == 0


@pytest.mark.parametrize("path", BOARDS, ids=lambda path: path.stem)
def test_a_dashboard_has_its_variables_and_stays_inside_its_grid(path: Path) -> None:
    board = json.loads(path.read_text("utf-8"))
    names = {variable["name"] for variable in board["templating"]["list"]}
    assert names == {"datasource", "job", "instance", "topic", "runbook"}
    places = [panel["gridPos"] for panel in board["panels"]]
    assert all(place["x"] + place["w"] <= 24 for place in places)
    cells = [(x, y) for place in places for x in range(place["x"], place["x"] + place["w"])
             for y in range(place["y"], place["y"] + place["h"])]  # fmt: skip
    assert len(cells) == len(set(cells)), "panels that overlap"


@pytest.mark.parametrize("panel", panels())
def test_a_panel_says_what_it_shows(panel: dict[str, Any]) -> None:
    assert panel["description"].endswith(".")
    defaults = panel["fieldConfig"]["defaults"]
    assert defaults["unit"]
    assert defaults["thresholds"]["steps"]
    runbook = (ROOT / "docs" / "runbook.md").read_text("utf-8")
    for link in panel.get("links", []):
        anchor = link["url"].removeprefix("${runbook}#")
        assert any(line.lower() == f"## {anchor}" for line in runbook.splitlines())


@pytest.fixture(scope="module")
def prometheus(kafka: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prometheus]:
    """A Prometheus that has watched live workers under load for a while."""
    folder = tmp_path_factory.mktemp("load")
    settings = installation(kafka, folder)
    with (
        running(settings, folder) as workers,
        Prometheus(folder / "prometheus", list(workers.web_addresses().values())) as made,
    ):
        send(settings, POLICE, RED_CROSS)
        assert eventually(lambda: bool(made.now("figurewatch_alert_latest_timestamp_seconds")), seconds=240)
        _load(settings)
        yield made


def _load(settings: Settings) -> None:
    """Real articles again and again, as other articles each time, and some that cannot be read."""
    found = itertools.cycle([json.loads(item.value or b"") for item in items(demo_files())])
    end = time.monotonic() + LOAD_SECONDS
    for number in itertools.count():
        some = (POLICE, RED_CROSS, *itertools.islice(found, 3))
        send(settings, *({**article, "id": f"{number}-{article['id']}"} for article in some))
        send_raw(settings, (b"bad", b"no article"))
        if time.monotonic() > end:
            return
        time.sleep(0.5)


@pytest.mark.kafka
@pytest.mark.parametrize("panel", panels())
def test_every_query_of_a_panel_is_answered(panel: dict[str, Any], prometheus: Prometheus) -> None:
    for target in panel["targets"]:
        query, found = target["expr"], _answer(target, prometheus)
        assert found, query
        labels = set(re.findall(r"{{(\w+)}}", target["legendFormat"]))
        if panel["type"] == "heatmap":
            labels.add("le")
            assert len(found) > 5, "a heat map of so few buckets shows nothing"
        for series in found:
            assert labels <= set(series["metric"]), query
        values = [value for series in found for _, value in series.get("values") or [series["value"]]]
        assert any(value != "NaN" for value in values), query
        names = [tuple(series["metric"].get(label) for label in sorted(labels)) for series in found]
        assert len(names) == len(set(names)) or target["legendFormat"] == "__auto", f"two lines of one name: {query}"


@pytest.mark.kafka
@pytest.mark.parametrize("path", BOARDS, ids=lambda path: path.stem)
def test_a_dashboard_can_be_drawn(path: Path, prometheus: Prometheus, request: pytest.FixtureRequest) -> None:
    """The README's pictures; `--refresh-golden` writes them anew."""
    board = json.loads(path.read_text("utf-8"))
    drawn = picture(board, lambda target: _answer(target, prometheus))
    titles = [element.text for element in ElementTree.fromstring(drawn).iter(f"{SVG}text")]
    assert {panel["title"] for panel in board["panels"]} <= set(titles)
    assert drawn.count("<polyline") >= 5
    if request.config.getoption("--refresh-golden"):
        (ROOT / "docs" / "pictures" / f"{path.stem}.svg").write_text(drawn, "utf-8")


@pytest.mark.kafka
def test_every_rule_is_evaluated_and_its_metrics_are_there(prometheus: Prometheus) -> None:
    rules = [rule for group in prometheus.get("rules")["groups"] for rule in group["rules"]]
    shipped = [rule for path in RULES.glob("*.yaml") for group in yaml.safe_load(path.read_text("utf-8"))["groups"]
               for rule in group["rules"]]  # fmt: skip
    assert len(rules) == len(shipped)
    for rule in rules:
        assert rule["health"] == "ok", rule
        if rule["type"] == "recording":
            assert prometheus.now(rule["name"]), rule["name"]
        for metric in set(re.findall(r"[\w:]*figurewatch_\w+(?::\w+)?|\bup\b|process_\w+", rule["query"])):
            assert prometheus.now(metric), f"{rule['name']} asks for {metric}"


@pytest.mark.kafka
def test_a_worker_under_load_fires_nothing_but_what_the_broken_articles_are_worth(prometheus: Prometheus) -> None:
    assert prometheus.firing() <= {"FigurewatchAlertsLate"}, "a first batch may be late"


def _answer(target: Mapping[str, Any], prometheus: Prometheus) -> list[dict[str, Any]]:
    query = _with_values(target["expr"])
    return prometheus.now(query) if target.get("instant") else prometheus.over(query, seconds=LOAD_SECONDS)


def _with_values(query: str) -> str:
    """As Grafana does it, longest names first."""
    for name in sorted(VARIABLES, key=len, reverse=True):
        query = query.replace(name, VARIABLES[name])
    assert "$" not in query
    return query
