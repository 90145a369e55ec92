"""The AsyncAPI document passes AsyncAPI's own parser, and one command makes a page of it."""

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "schemas" / "asyncapi.json"

pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What `make page` makes."""
    path = tmp_path_factory.mktemp("asyncapi") / "page.html"
    subprocess.run(["make", "page", f"PAGE={path}"], cwd=ROOT, check=True)
    return path.read_text("utf-8")


def test_every_package_is_locked_by_its_hash_and_no_address() -> None:
    packages = json.loads((ROOT / "docs" / "asyncapi" / "package-lock.json").read_text("utf-8"))["packages"]
    assert all("integrity" in package for name, package in packages.items() if name)
    assert not any("resolved" in package for package in packages.values())


def test_the_page_shows_every_topic_and_record(page: str) -> None:
    document = json.loads(SHIPPED.read_text("utf-8"))
    shown = page[: page.index("<script>")]  # without any script, then
    for channel in document["channels"].values():
        assert f">{channel['address']}<" in shown
    for message in document["components"]["messages"].values():
        assert f">{message['title']}<" in shown


def test_the_page_needs_nothing_from_elsewhere(page: str) -> None:
    head, _, body = page.partition("<body>")
    assert " src=" not in body[: body.index("<script>")]
    assert "<link" not in head


@pytest.mark.usefixtures("page")
def test_a_document_that_is_wrong_makes_no_page(tmp_path: Path) -> None:
    document = json.loads(SHIPPED.read_text("utf-8"))
    document["operations"]["send-alerts"]["channel"]["$ref"] = "#/channels/nowhere"
    wrong, made = tmp_path / "wrong.json", tmp_path / "page.html"
    wrong.write_text(json.dumps(document), "utf-8")
    command = ["node", "docs/asyncapi/page.mjs", str(wrong), str(made)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "operations.send-alerts.channel.$ref" in done.stderr
    assert not made.exists()
