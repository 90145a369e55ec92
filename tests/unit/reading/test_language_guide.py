"""The guide to the language files (agents/languages/README.md): each key has its row, each row its key and example."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from figurewatch.agents import languages

FOLDER = Path(str(languages.ROOT)).resolve()
GUIDE = FOLDER / "README.md"
SECTION = re.compile(r"## (Shared: )?(\w+\.toml)")
ROW = re.compile(r"\| `([^`]+)` \| (.+?) \| (.+) \|")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
PART = re.compile(r" … |\|")


class Row(NamedTuple):
    """A key of a file, "*" for any name in it, and its example."""

    file: str
    key: str
    example: str

    def means(self, path: tuple[str, ...]) -> bool:
        """Whether it is the row of a key."""
        names = self.key.split(".")
        return len(names) == len(path) and all(name in ("*", own) for name, own in zip(names, path, strict=True))


def _rows() -> Iterator[Row]:
    name = ""
    for line in GUIDE.read_text("utf-8").splitlines():
        if section := SECTION.fullmatch(line):
            name = "*" * bool(section[1]) + section[2]
        elif row := ROW.fullmatch(line):
            yield Row(name, row[1], row[3])


def _keys(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Keys by their paths, with what they hold; a table's own are told by those in it."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _keys(value, (*path, name))
        else:
            yield (*path, name), value


def _files() -> Iterator[tuple[str, tuple[str, ...], Any]]:
    for path in (*FOLDER.glob("*.toml"), *FOLDER.glob("*/*.toml")):
        name = "*" * (path.parent == FOLDER) + path.name
        yield from ((name, *key) for key in _keys(tomllib.loads(path.read_text("utf-8"))))


ROWS = list(_rows())
KEYS = list(_files())


def test_every_key_has_its_row() -> None:
    known = [(row.file, row) for row in ROWS]
    without = {
        f"{name}: {'.'.join(path)}"
        for name, path, _ in KEYS
        if not any(file == name and row.means(path) for file, row in known)
    }
    assert not without


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.file}: {row.key}")
def test_every_row_has_its_key_and_its_example(row: Row) -> None:
    held = [(path, value) for name, path, value in KEYS if name == row.file and row.means(path)]
    assert held, "no file has it"
    texts = {path[-1] for path, _ in held} | {text for _, value in held for text in languages.strings(value)}
    words = {part.strip().lower() for text in texts for part in (text, *PART.split(text))}
    assert {word.lower() for word in BOLD.findall(row.example)} <= words


def test_no_key_has_two_rows() -> None:
    told = [(row.file, row.key) for row in ROWS]
    assert len(told) == len(set(told))
