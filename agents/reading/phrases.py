"""Phrases of one or more words with a meaning each, looked up at a place in a list of words."""

import re
import unicodedata
from collections.abc import Iterable

SOFT_HYPHEN = "\u00ad"
Phrase = tuple[str, ...]


def fold(word: str) -> str:
    """Lower case, straight apostrophes, no soft hyphens: how words are looked up."""
    return word.replace(SOFT_HYPHEN, "").replace("’", "'").lower()


def unaccented(word: str) -> str:
    """Without accents, as hurried writers leave them out: "cinquieme"."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def phrase(text: str) -> Phrase:
    """A data file's words as tokens: "jusqu'à" is jusqu ' à."""
    return tuple(re.findall(r"\d+|[^\W\d_]+|[^\w\s]", fold(text)))


class Phrases:
    """Phrases with a meaning each, found by their first token; the longest match wins."""

    def __init__(self, meanings: Iterable[tuple[str, str]]) -> None:
        """Pairs of words and meaning."""
        self._meanings: dict[Phrase, str] = {}
        by_first: dict[str, set[int]] = {}
        by_last: dict[str, set[int]] = {}
        for words, meaning in meanings:
            tokens = phrase(words)
            self._meanings.setdefault(tokens, meaning)
            by_first.setdefault(tokens[0], set()).add(len(tokens))
            by_last.setdefault(tokens[-1], set()).add(len(tokens))
        self._by_first = {word: sorted(sizes, reverse=True) for word, sizes in by_first.items()}
        self._by_last = {word: sorted(sizes, reverse=True) for word, sizes in by_last.items()}

    @property
    def empty(self) -> bool:
        """Whether there is no phrase at all."""
        return not self._by_first

    def __contains__(self, word: str) -> bool:
        """Whether some phrase begins with a word."""
        return word in self._by_first

    def at(self, words: list[str], place: int) -> tuple[int, str] | None:
        """The phrase that begins at `place`: how many tokens, and its meaning."""
        if place >= len(words):
            return None
        for size in self._by_first.get(words[place], ()):
            meaning = self._meanings.get(tuple(words[place : place + size])) if place + size <= len(words) else None
            if meaning is not None:
                return size, meaning
        return None

    def before(self, words: list[str], place: int) -> tuple[int, str] | None:
        """The phrase that ends right before `place`."""
        if place <= 0:
            return None
        for size in self._by_last.get(words[place - 1], ()):
            meaning = self._meanings.get(tuple(words[place - size : place])) if place >= size else None
            if meaning is not None:
                return size, meaning
        return None

    def firsts(self) -> frozenset[str]:
        """The words that phrases begin with."""
        return frozenset(self._by_first)
