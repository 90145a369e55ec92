"""The rules of Prometheus: their form, when they fire and when not, and that somebody woken finds what to do."""

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROMETHEUS = ROOT / "deploy" / "prometheus"
RULES = sorted((PROMETHEUS / "rules").glob("*.yaml"))
TESTS = sorted((PROMETHEUS / "tests").glob("*.yaml"))


def promtool(*arguments: str | Path) -> None:
    """Debian's package `prometheus` brings promtool; without it these tests fail, for the rules would go untested."""
    done = subprocess.run(["promtool", *map(str, arguments)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def groups(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((PROMETHEUS / "rules" / f"{name}.yaml").read_text("utf-8"))["groups"]
    return found


def alert_rules() -> list[dict[str, Any]]:
    return [rule for group in groups("alerts") for rule in group["rules"]]


def test_the_rules_are_well_formed() -> None:
    promtool("check", "rules", "--lint=all", "--lint-fatal", *RULES)


def test_the_configuration_is_well_formed() -> None:
    promtool("check", "config", PROMETHEUS / "prometheus.yaml")


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_the_rules_fire_when_they_should_and_not_else(path: Path) -> None:
    promtool("test", "rules", path)


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.stem)
def test_what_an_alert_reads_is_recorded_before_it(path: Path) -> None:
    """Else promtool takes the groups in any order, and a test fails now and then."""
    tests = yaml.safe_load(path.read_text("utf-8"))
    order = tests.get("group_eval_order", [])
    tried = {case["alertname"] for test in tests["tests"] for case in test["alert_rule_test"]}
    for group in groups("alerts"):
        asked = "".join(rule["expr"] for rule in group["rules"] if rule["alert"] in tried)
        for recording in groups("recording"):
            if any(rule["record"] in asked for rule in recording["rules"]):
                assert order.index(recording["name"]) < order.index(group["name"])


def test_every_alert_is_tested_to_fire_and_not_to_fire() -> None:
    cases = [case for path in TESTS for test in yaml.safe_load(path.read_text("utf-8"))["tests"]
             for case in test["alert_rule_test"]]  # fmt: skip
    names = {rule["alert"] for rule in alert_rules()}
    assert {case["alertname"] for case in cases if case["exp_alerts"]} == names
    assert {case["alertname"] for case in cases if not case["exp_alerts"]} == names


@pytest.mark.parametrize("rule", alert_rules(), ids=lambda rule: rule["alert"])
def test_every_alert_says_what_to_do(rule: dict[str, Any]) -> None:
    name = rule["alert"]
    assert rule["labels"]["severity"] in {"page", "ticket"}
    page, _, anchor = rule["annotations"]["runbook_url"].partition("#")
    assert anchor == name.lower()
    text = (ROOT / page).read_text("utf-8")
    entry = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE)
    assert entry is not None, f"{page} has no entry {name}"
    assert all(f"**{part}**" in entry[1] for part in ("Means", "Look", "Do", "Drill")), name


def test_the_runbook_has_no_entry_too_many() -> None:
    text = (ROOT / "docs" / "runbook.md").read_text("utf-8")
    assert set(re.findall(r"^## (Figurewatch\w+)$", text, re.MULTILINE)) == {rule["alert"] for rule in alert_rules()}
