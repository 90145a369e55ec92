"""Fates, and those who have a disease, who are its cases: "have cholera", "enfermos de dengue"."""

from collections.abc import Iterable, Iterator

from .. import languages
from .phrases import Phrases, fold

CASES = "person.cases"


class Fates(Phrases):
    """What befell those counted; whoever has a disease is one of its cases, unless more than the disease is named."""

    def __init__(self, befell: Iterable[tuple[str, str]], lang: str) -> None:
        """The fates of a language, and its verbs for having a disease."""
        super().__init__(befell)
        data = languages.table(lang, "measures")
        self._ill = Phrases(_having(lang, data.get("ill_with", ())))
        stop = languages.table(lang, "nonfigures").get("stop", ())
        behind = frozenset(map(fold, (*stop, *data.get("ill_then", ()))))
        self._behind = behind - frozenset(map(fold, data.get("ill_more", ())))

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """The phrase that begins at `place`: how many tokens, and its meaning."""
        hit = super().at(words, place) or self._ill.at(words, place)
        if hit is None or hit[1] != CASES:
            return hit
        ill = self._ill.at(words, place)  # "contracted cholera", where "contracted" tells enough
        behind = place + max(hit[0], ill[0]) if ill else len(words)
        return hit if behind >= len(words) or self._ends(words[behind]) else None

    def _ends(self, word: str) -> bool:
        """Whether nothing goes on behind the disease: "had covid tests", "haben die Corona-Impfung erhalten"."""
        return word in self._behind or not (word.isalpha() or word in ("-", "'"))


def _having(lang: str, verbs: Iterable[str]) -> Iterator[tuple[str, str]]:
    named = languages.strings([*languages.table(lang, "scopes").get("disease", {}).values()])
    yield from ((f"{verb} {name}", CASES) for name in named if "*" not in name for verb in verbs)
