"""The shipped JSON Schema and AsyncAPI documents are what the code says, and hold for real records."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from figurewatch.schemas import documents
from figurewatch.schemas.codec import encode
from figurewatch.schemas.dead_letter import DeadLetter

from .examples import CLAIM, RECORDS

FOLDER = Path(documents.__file__).parent


def schema(name: str) -> Any:
    return json.loads(documents.published(f"{name}.schema.json"))


def test_the_shipped_documents_are_up_to_date() -> None:
    assert documents.stale(FOLDER) == [], "run: python -m figurewatch.schemas.documents --write"


def test_no_schema_file_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.json")} == set(documents.documents())


@pytest.mark.parametrize("name", sorted(documents.RECORDS))
def test_a_record_as_encoded_is_valid(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    Draft202012Validator(schema(name)).validate(json.loads(encode(RECORDS[name])))


@pytest.mark.parametrize("name", sorted(documents.RECORDS))
def test_a_record_with_a_field_of_tomorrow_is_valid(name: str) -> None:
    plain = {**json.loads(encode(RECORDS[name])), "of_tomorrow": {"x": 1}}
    Draft202012Validator(schema(name)).validate(plain)


@pytest.mark.parametrize(
    "change",
    [
        {"claim_id": None},
        {"field": "footnote"},
        {"start": "20"},
        {"published_at": 5},
        {"status": "rumoured"},
        {"figure": {"text": "3", "kind": "count", "low": "3", "high": 3}},
        {"figure": {"text": "3", "kind": "count", "low": 3}},
    ],
    ids=str,
)
def test_a_wrong_claim_is_not_valid(change: dict[str, Any]) -> None:
    plain = {**json.loads(encode(CLAIM)), **change}
    assert list(Draft202012Validator(schema("claim")).iter_errors(plain))


@pytest.mark.parametrize("name", sorted(documents.RECORDS))
def test_figures_are_numbers_not_strings(name: str) -> None:
    assert "decimal" not in {node.get("format") for node in objects(schema(name))}


def test_check_and_write_tell_what_they_found(tmp_path: Path) -> None:
    assert len(documents.write(tmp_path)) == len(documents.RECORDS) + 1
    assert documents.stale(tmp_path) == []
    (tmp_path / "alert.schema.json").write_text("{}")
    assert documents.stale(tmp_path) == ["alert.schema.json"]


@pytest.mark.parametrize(("arguments", "code"), [(["--check"], 0), ([], 2), (["--what"], 2)])
def test_exit_codes(arguments: list[str], code: int) -> None:
    assert documents.main(arguments) == code


def objects(node: Any) -> Iterator[dict[str, Any]]:
    """Every JSON object in a document."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from objects(value)
    elif isinstance(node, list):
        for value in node:
            yield from objects(value)


class TestAsyncApi:
    document: dict[str, Any] = json.loads(documents.published(documents.ASYNCAPI))

    def resolve(self, ref: str) -> Any:
        node: Any = self.document
        for step in ref.removeprefix("#/").split("/"):
            node = node[step]
        return node

    def test_every_reference_leads_somewhere(self) -> None:
        refs = [node["$ref"] for node in objects(self.document) if "$ref" in node]
        assert refs
        for ref in refs:
            assert self.resolve(ref), ref

    def test_it_names_the_topics_and_no_server(self) -> None:
        addresses = {channel["address"] for channel in self.document["channels"].values()}
        names = ("articles", "readings", "claims", "alerts", "dead-letters")
        assert addresses == {f"news.{name}" for name in names}
        assert "servers" not in self.document

    def test_every_operation_has_a_channel_and_an_action(self) -> None:
        assert {each["action"] for each in self.document["operations"].values()} == {"send", "receive"}
        for operation in self.document["operations"].values():
            assert self.resolve(operation["channel"]["$ref"])["messages"]

    def test_payloads_are_written_in_words_that_draft_7_knows(self) -> None:
        """AsyncAPI's default schema format is a superset of draft 7."""
        assert not {key for node in objects(self.document) for key in node} & {"prefixItems", "$defs"}

    def test_headers_are_the_ones_sent(self) -> None:
        letter = DeadLetter(key=b"", value=b"", exception="E", message="m", topic="t", partition=0, offset=0)
        required = self.document["components"]["messages"]["dead-letter"]["headers"]["required"]
        assert {name for name, _ in letter.to_headers()} == set(required)
