"""The words of one language that tell what a figure measures, compiled once from its data files."""

from functools import cache

from .. import languages
from .phrases import Phrases, fold


class Wording:
    """Nouns, fates and cues of the measures in one language."""

    def __init__(self, lang: str) -> None:
        """Reads the language's measures.toml; a language without one knows no measure."""
        data = languages.table(lang, "measures")
        measures = data.get("measure", {})
        self.persons = frozenset(map(fold, data.get("persons", ())))
        self.soldiers = frozenset(map(fold, data.get("soldiers", ())))
        self.groups = {fold(word): group for group, words in data.get("groups", {}).items() for word in words}
        self.nouns: dict[str, str] = {}
        for measure, entry in measures.items():
            for noun in entry.get("nouns", ()):
                self.nouns.setdefault(fold(noun), measure)
        self.fates = Phrases((text, name) for name, entry in measures.items() for text in entry.get("fate", ()))
        self.cues = Phrases((text, name) for name, entry in measures.items() for text in entry.get("cue", ()))
        self.number_of = Phrases((text, "number") for text in data.get("number_of", ()))
        self.anaphora = Phrases((text, "whole") for text in data.get("anaphora", ()))
        self.including = Phrases((text, "whole") for text in data.get("including", ()))
        self.between = frozenset(map(fold, data.get("between", ())))
        self.former = Phrases((text, "former") for text in data.get("former", ()))
        self.change = frozenset(map(fold, data.get("change", ())))
        self.labels: dict[str, str] = {name: entry["label"] for name, entry in measures.items()}


@cache
def wording(lang: str) -> Wording:
    """The compiled words of a language."""
    return Wording(lang)
