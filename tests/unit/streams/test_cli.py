"""The command line without a broker: output, exit codes, help."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from figurewatch.schemas.alert import Alert
from figurewatch.schemas.codec import decode
from figurewatch.schemas.documents import RECORDS
from figurewatch.streams import demo
from figurewatch.streams.cli import main

from .articles import POLICE, RED_CROSS, write

NOBODY = "127.0.0.1:1"
"""An address where no Kafka answers."""


def figurewatch(*arguments: str, given: bytes | None = None) -> Result:
    """Run a command; the reader has no models, which loads nothing."""
    return CliRunner().invoke(main, arguments, input=given, env={"FIGUREWATCH_MODELS": "xx=none"})


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def flood(tmp_path: Path) -> str:
    return write(tmp_path / "flood.jsonl", RED_CROSS, POLICE)


class TestExtract:
    def test_claims_as_json_lines(self, flood: str) -> None:
        result = figurewatch("extract", flood)
        assert result.exit_code == 0, result.output
        claims = lines(result)
        assert [(claim["article_id"], claim["figure"]["low"]) for claim in claims] == [
            ("red-cross", 80),
            ("police", 150),
        ]
        assert {claim["measure"] for claim in claims} == {"person.dead"}
        assert {claim["originator"]["name"] for claim in claims} == {"Police", "Red Cross"}

    def test_a_table_for_people(self, flood: str) -> None:
        result = figurewatch("extract", "--no-json", flood)
        assert "who says so" in result.stdout
        assert "person.dead" in result.stdout

    def test_why_names_the_rule(self, flood: str) -> None:
        assert lines(figurewatch("extract", flood))[0]["figure"]["why"] is None
        assert lines(figurewatch("extract", "--explain", flood))[0]["figure"]["why"]

    def test_standard_input(self) -> None:
        result = figurewatch("extract", "-", given=json.dumps(POLICE).encode())
        assert [claim["figure"]["low"] for claim in lines(result)] == [150]

    def test_bad_articles_are_told_and_good_ones_read(self, tmp_path: Path) -> None:
        path = tmp_path / "mixed.jsonl"
        path.write_bytes(b'{"id":"cut","te\n' + json.dumps(POLICE).encode() + b'\n{"id":"\x1b[31m","text":7}\n')
        result = figurewatch("extract", str(path))
        assert result.exit_code == 1
        assert len(lines(result)) == 1
        assert f"{path}:1: not JSON: it breaks off" in result.stderr
        assert "\x1b" not in result.stderr

    def test_a_missing_file(self) -> None:
        result = figurewatch("extract", "nowhere.jsonl")
        assert result.exit_code == 1
        assert "nowhere.jsonl: No such file" in result.stderr

    def test_the_sample_holds_the_six_figures_and_no_other(self) -> None:
        (sample,) = [path for path in demo.demo_files() if "sample" in path]
        claims = lines(CliRunner().invoke(main, ["extract", sample]))
        found = [
            (c["figure"]["low"], c["figure"]["high"], c["figure"]["times"], c["figure"]["of"], c["status"])
            for c in claims
        ]
        assert found == [
            (3000, 3000, None, None, "estimated"),
            (6000, 6000, 2, None, "planned"),
            (12000, 12000, None, None, "planned"),
            (3000, None, None, None, "reported"),
            (18, 18, None, 40, "reported"),
            (10000, 10000, None, None, "promised"),
        ]
        assert all(claim["originator"] for claim in claims)


class TestReplay:
    def test_alerts_verdicts_and_a_summary(self, flood: str, tmp_path: Path) -> None:
        verdicts, alerts = tmp_path / "verdicts.jsonl", tmp_path / "alerts.jsonl"
        result = figurewatch("replay", flood, "--verdicts", str(verdicts), "--alerts", str(alerts))
        assert result.exit_code == 0, result.output
        assert result.stdout == ""
        assert "2 articles, 2 claims" in result.stderr
        found = [json.loads(line) for line in verdicts.read_text().splitlines()]
        (clash,) = [verdict for verdict in found if verdict["relation"] == "contradicted"]
        assert (clash["claim"]["figure"]["low"], clash["against"][0]["figure"]["low"]) == (80, 150)
        assert {gate["gate"] for gate in clash["against"][0]["gates"]} >= {"comparable", "period", "lineage"}
        assert "contradicted" in {decode(Alert, line).relation for line in alerts.read_bytes().splitlines()}

    def test_alerts_go_to_standard_output_unless_a_file_is_named(self, flood: str) -> None:
        assert "contradicted" in {alert["relation"] for alert in lines(figurewatch("replay", flood))}
        text = figurewatch("replay", "--no-json", flood).stdout
        assert "high · contradicted" in text
        assert "»80«" in text

    def test_a_file_may_be_standard_output(self, flood: str, tmp_path: Path) -> None:
        result = figurewatch("replay", flood, "--verdicts", "-", "--alerts", str(tmp_path / "alerts.jsonl"))
        assert "contradicted" in {verdict["relation"] for verdict in lines(result)}


class TestExplain:
    @pytest.fixture
    def alerts(self, flood: str, tmp_path: Path) -> Path:
        path = tmp_path / "alerts.jsonl"
        figurewatch("replay", flood, "--alerts", str(path))
        return path

    def test_everything_behind_an_alert(self, alerts: Path) -> None:
        clash = next(
            one for one in map(json.loads, alerts.read_text().splitlines()) if one["relation"] == "contradicted"
        )
        text = figurewatch("explain", clash["alert_id"], "--alerts", str(alerts), "--no-json").stdout
        for wanted in ("»80«", "»150«", "comparable", "lineage", "What would change it"):
            assert wanted in text
        assert lines(figurewatch("explain", clash["alert_id"], "--alerts", str(alerts))) == [clash]

    def test_an_alert_that_is_not_there(self, alerts: Path) -> None:
        result = figurewatch("explain", "nobody", "--alerts", str(alerts))
        assert result.exit_code == 1
        assert "there is no alert nobody" in result.stderr

    def test_a_broken_line_costs_no_other(self, alerts: Path) -> None:
        alert_id = json.loads(alerts.read_text().splitlines()[-1])["alert_id"]
        alerts.write_bytes(b"{broken\n" + alerts.read_bytes())
        result = figurewatch("explain", alert_id, "--alerts", str(alerts))
        assert result.exit_code == 0
        assert "not an alert" in result.stderr


class TestSchema:
    def test_the_names(self) -> None:
        assert figurewatch("schema").stdout.split() == sorted([*RECORDS, "asyncapi"])

    @pytest.mark.parametrize("name", [*RECORDS, "asyncapi"])
    def test_a_document(self, name: str) -> None:
        assert json.loads(figurewatch("schema", name).stdout)

    def test_a_wrong_name(self) -> None:
        result = figurewatch("schema", "../pyproject")
        assert result.exit_code == 2
        assert "there are alert, article" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("alerts",),
        ("explain", "a1"),
        ("state",),
        ("topics", "create"),
        ("topics", "check"),
        ("worker",),
        ("worker", "--stage", "compare"),
        ("dlq", "list"),
        ("dlq", "show", "0:0"),
        ("dlq", "retry", "--all"),
        ("feed", "--withdraw", "a1"),
    ],
    ids=" ".join,
)
def test_no_kafka_has_an_exit_code_of_its_own(arguments: tuple[str, ...]) -> None:
    result = figurewatch(*arguments, "--broker", NOBODY)
    assert result.exit_code == 69, result.output
    assert NOBODY in result.stderr


@pytest.mark.parametrize(
    ("variable", "value"),
    [("FIGUREWATCH_BROKERS", "localhost"), ("FIGUREWATCH_PARTITIONS", "many"), ("FIGUREWATCH_PARTITIONS", "0")],
)
def test_a_wrong_setting_is_named(variable: str, value: str) -> None:
    result = CliRunner().invoke(main, ["topics", "check"], env={variable: value})
    assert result.exit_code == 78
    assert variable in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("extract",),
        ("feed",),
        ("dlq", "retry"),
        ("alerts", "--since", "yesterday"),
        ("feed", "--rate", "0", "x"),
        ("relay", "--webhook", "ftp://desk.example/alerts"),
    ],
    ids=" ".join,
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert figurewatch(*arguments).exit_code == 2


def test_doctor_says_what_is_wrong_and_what_to_do() -> None:
    result = figurewatch("doctor", "--broker", NOBODY)
    assert result.exit_code == 1
    findings = {finding["what"]: finding for finding in lines(result)}
    assert findings["python"]["well"]
    assert findings["disk"]["well"]
    assert not findings["broker"]["well"]
    assert NOBODY in findings["broker"]["detail"]
    assert "type: figurewatch broker start" in findings["broker"]["detail"]
    assert "WRONG" in figurewatch("doctor", "--no-json", "--broker", NOBODY).stdout


def test_doctor_misses_a_folder_to_write_to() -> None:
    environment = {"FIGUREWATCH_DATA_DIR": "/proc/nowhere/figurewatch"}
    result = CliRunner().invoke(main, ["doctor", "--broker", NOBODY], env=environment)
    (finding,) = [one for one in lines(result) if one["what"] == "disk"]
    assert not finding["well"]
    assert "FIGUREWATCH_DATA_DIR" in finding["detail"]


def test_doctor_misses_a_model() -> None:
    environment = {"FIGUREWATCH_MODELS": "fr=fr_no_such_model"}
    result = CliRunner().invoke(main, ["doctor", "--broker", NOBODY], env=environment)
    (finding,) = [one for one in lines(result) if one["what"] == "model for fr"]
    assert not finding["well"]
    assert "pip install" in finding["detail"]


def every_command(group: click.Group, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [path]
    for name, command in group.commands.items():
        found += every_command(command, (*path, name)) if isinstance(command, click.Group) else [(*path, name)]
    return found


@pytest.mark.parametrize("command", every_command(main), ids=" ".join)
def test_every_command_has_help_worth_reading(command: tuple[str, ...]) -> None:
    result = figurewatch(*command, "--help")
    assert result.exit_code == 0
    _, _, commands = result.stdout.partition("Commands:")
    assert "..." not in commands, "a short_help is too long for its line"
    described = [row for row in result.stdout.splitlines() if row.startswith("  -")]
    assert described


def test_the_help_of_feed_names_every_format() -> None:
    told = figurewatch("feed", "--help").stdout
    assert all(name in told for name in ("JSON", ".txt", ".html", "RSS", "Atom", "ninjs", "NewsML-G2"))


def test_a_reader_that_goes_away_is_no_failure(flood: str, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(Path(flood).read_text() * 3000)
    program = [sys.executable, "-m", "figurewatch.streams", "extract", str(many)]
    environment = {"FIGUREWATCH_MODELS": "xx=none"}
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
    assert running.returncode in (0, 141)
