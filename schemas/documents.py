"""JSON Schema and AsyncAPI documents of all records, generated from the code.

`python -m figurewatch.schemas.documents --check` fails when the files beside this module are out of date;
`--write` renews them.
"""

import json
import sys
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from . import asyncapi
from .alert import Alert, Verdict
from .article import Article
from .claim import Claim, ClaimRecord, Reading
from .record import Record
from .row import Row

RECORDS: Mapping[str, type[Record]] = {
    "article": Article,
    "reading": Reading,
    "claims": ClaimRecord,
    "claim": Claim,
    "verdict": Verdict,
    "alert": Alert,
    "row": Row,
}
"""What has a JSON Schema file of its own, by name."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ASYNCAPI = "asyncapi.json"


def documents() -> dict[str, str]:
    """All documents by file name."""
    made = {f"{name}.schema.json": _pretty(json_schema(kind)) for name, kind in RECORDS.items()}
    return {**made, ASYNCAPI: _pretty(asyncapi.document(components))}


def json_schema(kind: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a record, with all that it refers to in it."""
    parts = _components([kind], "#/$defs/{name}")
    own = parts.pop(kind.__name__)
    return {"$schema": DIALECT, **own, "$defs": parts} if parts else {"$schema": DIALECT, **own}


def components(ref_template: str) -> dict[str, Any]:
    """The schemas of the records that travel by the channels, and of their parts, by name."""
    return _components([RECORDS[name] for name, *_ in asyncapi.CHANNELS.values()], ref_template)


def _components(kinds: list[type[Record]], ref_template: str) -> dict[str, Any]:
    _, parts = msgspec.json.schema_components(kinds, ref_template=ref_template)
    plain: dict[str, Any] = _numbers(parts)
    return plain


def _numbers(node: Any) -> Any:
    """Decimals are JSON numbers on the wire; msgspec's schemas say strings, which it reads, too."""
    if isinstance(node, dict):
        if node.get("format") == "decimal":
            return {"type": "number", **{k: v for k, v in node.items() if k not in ("type", "format")}}
        return {name: _numbers(value) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [_numbers(value) for value in node]
    return node


def _pretty(document: Mapping[str, Any]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def published(name: str) -> str:
    """A document as it is shipped.

    Raises:
        FileNotFoundError: there is no document of that name.
    """
    return (files(__package__) / name).read_text("utf-8")


def stale(folder: Path) -> list[str]:
    """Names of the files in `folder` that are missing or not as the code has it."""
    return [name for name, text in documents().items() if not _holds(folder / name, text)]


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


def write(folder: Path) -> list[str]:
    """Renew the files that are out of date; their names."""
    names = stale(folder)
    for name in names:
        (folder / name).write_text(documents()[name], "utf-8")
    return names


def main(arguments: list[str]) -> int:
    """`--check` or `--write`; the exit code."""
    tasks: dict[str, tuple[Callable[[Path], list[str]], str, int]] = {
        "--check": (stale, "out of date, renew it by --write", 1),
        "--write": (write, "written", 0),
    }
    if len(arguments) != 1 or arguments[0] not in tasks:
        sys.stderr.write("say --check or --write\n")
        return 2
    task, message, code = tasks[arguments[0]]
    names = task(Path(__file__).parent)
    sys.stdout.writelines(f"schemas/{name}: {message}\n" for name in names)
    return code if names else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
