"""The image's install steps, and compose.yaml's processes with its settings, without a container engine."""

import json
import os
import shutil
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from figurewatch.streams.demo import demo_files
from figurewatch.streams.ports import HOST, free_ports

from ..integration.helpers import eventually
from .image import DOCKERFILE, build_context, compose, environment, python_for_all, run_in_image

pytestmark = [pytest.mark.kafka, pytest.mark.timeout(600)]

WORKERS = ("extract", "register", "compare")


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that other users can read; pytest's own cannot be."""
    folder = Path(tempfile.mkdtemp(prefix="figurewatch-image-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def figurewatch(place: Path) -> str:
    """The installed program."""
    build_context(place / "src")
    path = f"{python_for_all()}:{os.environ['PATH']}"
    subprocess.run(
        [place / "src" / "deploy" / "install.sh", place / "opt"], check=True, env={**os.environ, "PATH": path}
    )
    shutil.rmtree(place / "src")
    return str(place / "opt" / "bin" / "figurewatch")


class Service:
    """A service of compose.yaml as processes of this machine."""

    def __init__(self, name: str, program: str, broker: str, folder: Path) -> None:
        self.name = name
        described = compose()["services"][name]
        self.command = [program, *described["command"]]
        self.replicas = described.get("deploy", {}).get("replicas", 1)
        here = {"FIGUREWATCH_WEB_HOST": HOST, "FIGUREWATCH_PREFIX": "image", "HOME": "/nonexistent"}
        given = {name: value.replace("kafka:9092", broker) for name, value in described["environment"].items()}
        self.variables = {**environment(), **given, **here, "PATH": "/usr/bin:/bin"}
        self.folder = folder
        self.running: list[tuple[subprocess.Popen[bytes], int]] = []

    def start(self) -> None:
        for number in range(self.replicas):
            (port,) = free_ports(1)
            data = self.folder / f"{self.name}-{number}"
            data.mkdir()
            own = {"FIGUREWATCH_WEB_PORT": str(port), "FIGUREWATCH_DATA_DIR": str(data)}
            log = (self.folder / f"{self.name}-{number}.log").open("wb")
            with log:
                self.running.append((run_in_image(self.command, {**self.variables, **own}, data, stderr=log), port))

    def ready(self) -> bool:
        return all(_answers(port, "readyz") for _, port in self.running)

    def stop(self) -> list[int]:
        """SIGTERM, and compose's grace."""
        for process, _ in self.running:
            process.terminate()
        return [process.wait(20) for process, _ in self.running]

    def run(self, *arguments: str) -> str:
        """Another command of the same image."""
        data = self.folder / "commands"
        data.mkdir(exist_ok=True)
        process = run_in_image([self.command[0], *arguments], self.variables, data, stdout=subprocess.PIPE)
        out, _ = process.communicate(timeout=120)
        assert process.returncode == 0, arguments
        return out.decode()


def _answers(port: int, page: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}/{page}", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def test_the_installed_program_runs_and_has_nothing_of_the_workshop(figurewatch: str) -> None:
    assert b"figurewatch" in subprocess.check_output([figurewatch, "--version"])
    names = {path.name.lower() for path in Path(figurewatch).parents[1].glob("lib/python*/site-packages/*")}
    assert "figurewatch" in names
    assert not {"pytest", "mypy", "jgo", "hypothesis", "grafana_foundation_sdk", "pip", "uv"} & names


def test_the_services_of_compose_do_their_work(figurewatch: str, kafka: str, place: Path) -> None:
    topics = Service("topics", figurewatch, kafka, place)
    workers = [Service(name, figurewatch, kafka, place) for name in WORKERS]
    assert "image.articles" in topics.run("topics", "create")
    try:
        for worker in workers:
            worker.start()
        logs = "\n".join(str(path) for path in place.glob("*.log"))
        assert eventually(lambda: all(worker.ready() for worker in workers), seconds=120), logs
        articles = place / "articles.jsonl"
        articles.write_text("".join(Path(name).read_text("utf-8") for name in demo_files()), "utf-8")
        topics.run("feed", str(articles))
        assert eventually(lambda: len(topics.run("alerts", "--json").splitlines()) > 10, seconds=120)
        first = json.loads(topics.run("alerts", "--json").splitlines()[0])
        assert first["schema"] == "figurewatch.alert/1"
        assert all(_answers(port, "healthz") for worker in workers for _, port in worker.running)
    finally:
        codes = [code for worker in workers for code in worker.stop()]
    assert codes == [0, 0, 0, 0]
    for path in place.glob("*.log"):
        for line in path.read_text("utf-8").splitlines():
            assert json.loads(line)["level"] != "critical", line


def test_the_image_runs_as_nobody_in_particular() -> None:
    final = DOCKERFILE.split("FROM ")[2]
    assert "USER 10001:10001" in final
    assert "HEALTHCHECK" in final
    assert ":latest" not in DOCKERFILE
