"""The lists of a language's attribution.toml, as they are asked: phrases, words, verbs of two parts."""

from collections.abc import Iterable, Mapping
from typing import Any

from .phrases import Phrases
from .territories import bare

LONGEST_VERB = 4
"""Tokens of a verb behind its first."""


class PartedVerbs(Phrases):
    """Verbs of speech, those of several words with adverbs between them, too: "fait désormais état de"."""

    def __init__(self, data: Mapping[str, Any], name: str) -> None:
        """The verbs of a list of attribution.toml."""
        super().__init__((bare(text), name) for text in data.get(name, ()))
        self._between = words_of(data, "auxiliaries")
        self._aside = self._between | words_of(data, "asides") | {","}

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """The verb that begins at `place`: how many tokens, adverbs included, and its meaning."""
        hit = super().at(words, place)
        if hit or place >= len(words) or words[place] not in self:
            return hit
        end = place + 1
        between = self._aside if words[end : end + 1] == [","] else self._between  # "font, eux, état de"
        while end < len(words) and words[end] in between:
            end += 1
        parted = super().at([words[place], *words[end : end + LONGEST_VERB]], 0) if end > place + 1 else None
        return (parted[0] + end - place - 1, parted[1]) if parted else None


def phrases(data: Mapping[str, Any], name: str) -> Phrases:
    """The phrases of a list."""
    return Phrases((bare(text), name) for text in data.get(name, ()))


def frames_of(frames: Iterable[str]) -> dict[str, frozenset[str]]:
    """Verbs with their prepositions: "kommt|kam … auf"."""
    parts = (frame.split(" … ") for frame in frames)
    return {bare(verb): frozenset(map(bare, behind.split("|"))) for verbs, behind in parts for verb in verbs.split("|")}


def words_of(data: Mapping[str, Any], name: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(map(bare, data.get(name, ())))
