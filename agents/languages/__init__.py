"""What is known of each language, as data: one folder a language, TOML files in it.

A linguist adds a language by adding a folder; no code names a language (see CONTRIBUTING.md).
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

ROOT = files(__package__)


@cache
def codes() -> tuple[str, ...]:
    """ISO 639-1 codes of the languages that have a folder."""
    return tuple(sorted(entry.name for entry in ROOT.iterdir() if (entry / "numbers.toml").is_file()))


@cache
def table(lang: str, name: str) -> Mapping[str, Any]:
    """The data file `name` of a language; empty when the language has none such."""
    if lang not in codes():
        return {}
    path = ROOT / lang / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


@cache
def taxonomy() -> Mapping[str, Any]:
    """The language-free file measures.toml: measures, units, fates."""
    return tomllib.loads((ROOT / "measures.toml").read_text("utf-8"))


@cache
def symbols() -> Mapping[str, Any]:
    """The language-free file symbols.toml: units' symbols and currencies' signs."""
    return tomllib.loads((ROOT / "symbols.toml").read_text("utf-8"))


@cache
def texts(lang: str) -> frozenset[str]:
    """Every text in the files of a language, wherever it stands."""
    names = [path.name.removesuffix(".toml") for path in (ROOT / lang).iterdir()] if lang in codes() else []
    return frozenset(text for name in names for text in strings(table(lang, name)))


def strings(data: Any) -> Iterator[str]:
    """Every string in a data file, names of keys among them, wherever it stands."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield key
            yield from strings(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from strings(value)


@cache
def regions() -> Mapping[str, Mapping[str, Any]]:
    """The language-free file regions.toml: names of first-level regions by country and code."""
    return tomllib.loads((ROOT / "regions.toml").read_text("utf-8"))


def is_generic(measure: str) -> bool:
    """A measure so wide that it takes more than the story to tell that two figures count the same."""
    return measure.startswith("other.") or measure in taxonomy()["generic"]["measures"]
