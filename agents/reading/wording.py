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
        self.gatherings = Phrases(
            (text, name) for name, entry in measures.items() for text in entry.get("gathering", ())
        )
        self._cues = [(text, name) for name, entry in measures.items() for text in entry.get("cue", ())]
        self._cues_of: dict[str, Phrases] = {}
        self.number_of = Phrases((text, "number") for text in data.get("number_of", ()))
        self.anaphora = Phrases((text, "whole") for text in data.get("anaphora", ()))
        self.including = Phrases((text, "whole") for text in data.get("including", ()))
        self.between = frozenset(map(fold, data.get("between", ())))
        self.former = Phrases((text, "former") for text in data.get("former", ()))
        self.change_by = frozenset(map(fold, data.get("change_by", ())))
        self.change_nouns = frozenset(map(fold, data.get("change_nouns", ())))
        self.being = frozenset(map(fold, data.get("being", ())))
        self.subset = Phrases((text, "part") for text in data.get("subset", ()))
        self.earlier = frozenset(map(fold, data.get("earlier", ())))
        self.towards = frozenset(map(fold, data.get("towards", ())))
        self.no_claim = frozenset(map(fold, data.get("no_claim", ())))
        self.change = frozenset(map(fold, data.get("change", ())))
        self.labels: dict[str, str] = {name: entry["label"] for name, entry in measures.items()}

    def cues(self, prefix: str) -> Phrases:
        """Cues of the measures whose names begin so: one word may be a cue of a count and of a share."""
        if prefix not in self._cues_of:
            self._cues_of[prefix] = Phrases(pair for pair in self._cues if pair[1].startswith(prefix))
        return self._cues_of[prefix]


@cache
def wording(lang: str) -> Wording:
    """The compiled words of a language."""
    return Wording(lang)
