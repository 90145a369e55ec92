"""The regular forms of a language's nouns, by the endings that its data lists."""

from collections.abc import Iterable, Mapping
from typing import Any

Rules = tuple[tuple[str, str], ...]


class Inflection:
    """Plurals and feminines of nouns, and back."""

    def __init__(self, forms: Mapping[str, Any]) -> None:
        """`forms` is the table of that name in measures.toml; without it a noun has one form."""
        self._plural, self._dative, self._feminine = (
            tuple((old, new) for old, new in forms.get(name, ())) for name in ("plural", "dative", "feminine")
        )
        self._singular = tuple((old, new) for old, new in forms.get("singular", ()))

    def forms(self, noun: str, *, person: bool) -> Iterable[str]:
        """A noun's forms; of a person's the feminine ones, too."""
        stems = [noun, *(_changed(noun, old, new) for old, new in self._feminine if person and noun.endswith(old))]
        for stem in stems:
            yield stem
            yield next((_changed(stem, old, new) for old, new in self._plural if stem.endswith(old)), stem)
            yield from (_changed(stem, old, new) for old, new in self._dative if stem.endswith(old))

    def singular(self, word: str) -> str:
        """A stable form of a noun that no list has: "priorities" and "priority" are one."""
        known = ((old, new) for old, new in self._singular if word.endswith(old) and len(word) > len(old) + 2)
        return next((_changed(word, old, new) for old, new in known), word)


def _changed(word: str, old: str, new: str) -> str:
    return word.removesuffix(old) + new
