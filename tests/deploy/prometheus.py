"""A real Prometheus on loopback: Debian's, scraping live workers every second with the rules that are shipped."""

import json
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any, Self

import yaml

from figurewatch.streams.ports import HOST, free_ports

RULES = Path(__file__).parents[2] / "deploy" / "prometheus" / "rules"


class Prometheus:
    """Runs until closed; a context manager."""

    def __init__(self, folder: Path, targets: list[str], *, patient: bool = True) -> None:
        """Without patience, alerts fire as soon as their condition holds: the rules' `for` is left out."""
        self._address = f"{HOST}:{free_ports(1)[0]}"
        self._folder = folder
        folder.mkdir(parents=True)
        for path in RULES.glob("*.yaml"):
            (folder / path.name).write_text(_rules(path, patient), "utf-8")
        config = {
            "global": {"scrape_interval": "1s", "scrape_timeout": "1s", "evaluation_interval": "1s"},
            "rule_files": [str(folder / "*.yaml")],
            "scrape_configs": [{"job_name": "figurewatch", "static_configs": [{"targets": targets}]}],
        }
        (folder / "prometheus.yml").write_text(yaml.safe_dump(config), "utf-8")

    def __enter__(self) -> Self:
        """Start, and wait until it answers."""
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                [
                    "prometheus",
                    f"--config.file={self._folder / 'prometheus.yml'}",
                    f"--storage.tsdb.path={self._folder / 'data'}",
                    f"--web.listen-address={self._address}",
                ],
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 30
        while not self._answers():
            assert time.monotonic() < deadline, (self._folder / "log").read_text("utf-8")
            time.sleep(0.2)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop."""
        self._process.terminate()
        self._process.wait(20)

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(f"http://{self._address}/-/ready", timeout=2).close()
        except OSError:
            return False
        return True

    def get(self, path: str, **parameters: object) -> Any:
        """The data of an answer of its API."""
        address = f"http://{self._address}/api/v1/{path}?{urllib.parse.urlencode(parameters)}"
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                return json.load(answer)["data"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{parameters}: {error.read().decode()}") from None

    def now(self, query: str) -> list[dict[str, Any]]:
        """An instant query's series."""
        found: list[dict[str, Any]] = self.get("query", query=query)["result"]
        return found

    def over(self, query: str, *, seconds: float, step: float = 1.0) -> list[dict[str, Any]]:
        """A range query's series, over the last seconds."""
        end = time.time()
        data = self.get("query_range", query=query, start=end - seconds, end=end, step=step)
        found: list[dict[str, Any]] = data["result"]
        return found

    def firing(self) -> set[str]:
        """The alerts that fire now."""
        return {alert["labels"]["alertname"] for alert in self.get("alerts")["alerts"] if alert["state"] == "firing"}


def _rules(path: Path, patient: bool) -> str:
    document = yaml.safe_load(path.read_text("utf-8"))
    for group in document["groups"]:
        for rule in group["rules"]:
            if not patient:
                rule.pop("for", None)
    return yaml.safe_dump(document)
