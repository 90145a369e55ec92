"""docs/recipes.md: its blocks are run as they stand, with the tools that they name."""

import base64
import contextlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from configparser import ConfigParser
from pathlib import Path

import pytest
from kafka import KafkaProducer

from figurewatch.streams import topics
from figurewatch.streams.broker import jars
from figurewatch.streams.consuming import records
from figurewatch.streams.settings import Settings, to_environment
from figurewatch.streams.webhook import Delivery, signature

from ..integration.conftest import running
from ..integration.helpers import alerts, eventually, readings, send
from ..unit.streams.articles import POLICE, RED_CROSS
from ..unit.streams.newswire import publishing
from .connect import LOCK, ROOTS, standalone
from .postgres import postgres

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "recipes.md").read_text("utf-8")
WIRE = ROOT / "tests" / "unit" / "streams" / "wire"


def block(title: str, language: str, number: int = 0) -> str:
    """A block of code below a heading."""
    section = re.search(rf"^## {re.escape(title)}\n(.*?)(?=^## |\Z)", TEXT, re.DOTALL | re.MULTILINE)
    assert section is not None, title
    found: list[str] = re.findall(rf"```{language}\n(.*?)```", section[1], re.DOTALL)
    return found[number]


def replaced(text: str, here: Mapping[str, str]) -> str:
    """With this test's addresses for the recipe's."""
    for said, meant in here.items():
        text = text.replace(said, meant)
    return text


@pytest.fixture(scope="module")
def installed(kafka: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The pipeline as the recipes have it: topics news.…, its workers running."""
    folder = tmp_path_factory.mktemp("recipes")
    settings = Settings(brokers=tuple(kafka.split(",")), data_dir=folder, web_port=0, partitions=2, pool_size=1)
    topics.create(settings)
    with running(settings, folder):
        yield settings


class Recipes:
    """Runs blocks in a folder, with the broker's address where they name it."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._broker = settings.brokers[0]
        self._folder = folder
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        self._environment = {**os.environ, **to_environment(settings), "BROKER": self._broker, "PATH": path}

    def shell(self, code: str) -> str:
        return subprocess.run(
            ["bash", "-euc", code], cwd=self._folder, env=self._environment, capture_output=True, text=True, check=True
        ).stdout

    @contextlib.contextmanager
    def service(self, unit: str, here: Mapping[str, str]) -> Iterator[None]:
        """Runs what a unit of systemd starts, with the state folder that it would be given; killed at the end."""
        parsed = ConfigParser(interpolation=None)
        parsed.read_string(unit)
        state = self._folder / parsed["Service"]["StateDirectory"]
        state.mkdir(exist_ok=True)
        command = replaced(parsed["Service"]["ExecStart"], {**here, "${STATE_DIRECTORY}": str(state)})
        with subprocess.Popen(shlex.split(command), env=self._environment, stdout=subprocess.DEVNULL) as process:
            yield
            process.kill()

    def python(self, code: str) -> subprocess.Popen[str]:
        program = f"BROKER = {self._broker!r}\n{code}"
        return subprocess.Popen([sys.executable, "-c", program], cwd=self._folder, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def recipes(installed: Settings, tmp_path: Path) -> Recipes:
    return Recipes(installed, tmp_path)


def test_articles_in_and_alerts_out(installed: Settings, recipes: Recipes) -> None:
    recipes.shell(block("In: kcat", "sh"))
    with recipes.python(block("In: Python", "python")) as producer:
        assert producer.wait(60) == 0
    assert eventually(lambda: any(alert.relation == "contradicted" for alert in alerts(installed)))
    keyed = recipes.shell(block("Out: kcat", "sh")).splitlines()
    assert any(json.loads(line.partition(" ")[2])["relation"] == "contradicted" for line in keyed)
    for title in ("Out: kafka-python", "Out: confluent-kafka"):
        with recipes.python(block(title, "python")) as consumer:
            assert consumer.stdout is not None
            assert any(line.startswith("high ") for line in consumer.stdout), title
            consumer.kill()


def test_feeds_are_polled_by_a_service(installed: Settings, recipes: Recipes) -> None:
    """Killed and started again: nothing is fed twice, and what came meanwhile is."""
    unit = block("In: RSS and Atom, polled", "ini")
    with publishing() as newswire:
        here = {"/opt/figurewatch/bin/": f"{Path(sys.executable).parent}/", "--every 120": "--every 0.3",
                "https://news.example/rss": newswire.address, " https://other.example/atom": ""}  # fmt: skip
        newswire.entries = {
            "rss-1": "Storms hit Brest on Monday.",
            "rss-2": "Police said 12 people were hurt in Brest.",
        }
        with recipes.service(unit, here):
            assert eventually(lambda: newswire.statuses[-3:] == [304, 304, 304])
            newswire.entries["rss-3"] = "The fire brigade said 14 people were hurt in Brest."
            assert eventually(lambda: newswire.statuses.count(200) == 2 and newswire.statuses[-1] == 304)
        newswire.entries["rss-4"] = "The mayor said 300 people left their homes in Brest."
        with recipes.service(unit, here):
            assert eventually(lambda: newswire.statuses.count(200) == 3 and newswire.statuses[-1] == 304)
    assert _fed(installed) == ["rss-1", "rss-2", "rss-3", "rss-4"]
    assert eventually(lambda: {"rss-1", "rss-4"} <= {reading.article_id for reading in readings(installed)})


def _fed(settings: Settings) -> list[str]:
    keys = [record.key.decode() for record in records(settings, settings.topic("articles"))]
    return sorted(key for key in keys if key.startswith("rss-"))


def test_the_wire_agencies_formats(installed: Settings, recipes: Recipes, tmp_path: Path) -> None:
    for path in WIRE.iterdir():
        shutil.copy(path, tmp_path)
    assert "4 taken, 0 refused" in recipes.shell(block("In: the wire agencies' formats", "sh"))
    wanted = {"http://agency.example/items/1", "urn:newsml:agency.example:20230912:4711"}
    assert eventually(lambda: wanted <= {reading.article_id for reading in readings(installed)})


def test_a_receiver_can_tell_a_genuine_webhook() -> None:
    names: dict[str, object] = {}
    exec(block("Out: a webhook", "python"), names)
    genuine = names["genuine"]
    assert callable(genuine)
    delivery, key = Delivery(id="a", body=b"{}"), b"0123456789abcdef"
    headers = {"webhook-id": "a", "webhook-timestamp": "17", "webhook-signature": signature(key, delivery, 17)}
    assert genuine(headers, b"{}", key)
    assert genuine(headers, b"{}", b"whsec_" + base64.b64encode(key))
    assert not genuine(headers, b"{ }", key)


def test_kafka_connect_puts_alerts_into_a_file_and_a_database(installed: Settings, tmp_path: Path) -> None:
    """Each record is a line of the file; of an alert that comes twice the table has one row."""
    send(installed, POLICE, RED_CROSS)
    assert eventually(lambda: any(alert.relation == "contradicted" for alert in alerts(installed)))
    _send_again(installed)
    title = "Out: Kafka Connect"
    with postgres() as database:
        here = {"kafka:9092": installed.brokers[0], "/var/lib/connect": str(tmp_path),
                "/opt/connectors": str(tmp_path), "//db:5432/": f"//{database.address}/"}  # fmt: skip
        worker, file, table = (replaced(text, here) for text in (
            block(title, "properties"), block(title, "json", 0), block(title, "json", 1)))  # fmt: skip
        with standalone(tmp_path, worker, [file, table]) as log:
            assert eventually(lambda: _ids(tmp_path / "alerts.jsonl") == sorted(_sent(installed))), log.read_text()
            rows = "select ce_subject from figurewatch_alerts"
            assert eventually(lambda: sorted(database.ask(rows)) == sorted(set(_sent(installed)))), log.read_text()
        high = {alert.headline["en"] for alert in alerts(installed) if alert.severity == "high"}
        assert set(database.ask(block(title, "sql"))) == high != set()


def test_connects_jars_are_of_kafkas_version_and_leave_its_own_out() -> None:
    kafkas, connects = (
        {(jar.group, jar.artifact, jar.version) for jar in jars.locked(lock)} for lock in (jars.KAFKAS, LOCK)
    )
    assert {*ROOTS} <= connects
    assert not {each[:2] for each in kafkas} & {each[:2] for each in connects}


def _send_again(settings: Settings) -> None:
    topic = settings.topic("alerts")
    producer = KafkaProducer(**settings.client())
    for record in list(records(settings, topic)):
        producer.send(topic, key=record.key, value=record.value, headers=record.headers).get(60)
    producer.close()


def _sent(settings: Settings) -> list[str]:
    return [alert.alert_id for alert in alerts(settings)]


def _ids(path: Path) -> list[str]:
    """Of the alerts in a file's whole lines."""
    written = path.read_text("utf-8") if path.is_file() else ""
    return sorted(json.loads(line)["alert_id"] for line in written.splitlines(keepends=True) if line.endswith("\n"))
