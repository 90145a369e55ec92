"""Kinds of institutions by the words of their names, in every language: names travel untranslated."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from .. import languages
from .lexicon import lexicon
from .phrases import Phrases
from .territories import bare
from .tokens import tokenize

SHORTEST_PART = 7
"""Letters of a part of a compound that names an institution: "Polizei"."""


@cache
def _kinds() -> tuple[Phrases, dict[str, int]]:
    """Words that name a kind, and the kinds' rank: the data files list the most telling first."""
    rank: dict[str, int] = {}
    for code in languages.codes():
        for place, kind in enumerate(_of_language(code)):
            rank[kind] = max(place, rank.get(kind, 0))
    return Phrases(_pairs(languages.codes())), rank


def _of_language(code: str) -> Mapping[str, Iterable[str]]:
    kinds: Mapping[str, Iterable[str]] = languages.table(code, "attribution").get("kinds", {})
    return kinds


def _pairs(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The words of some languages, each with its kind."""
    for code in codes:
        for kind, texts in _of_language(code).items():
            yield from ((bare(text), kind) for text in texts)


def kind_of(name: str) -> str | None:
    """What kind of institution a name is ('intelligence', 'police', 'union'…); None when it is none."""
    hits = kind_hits(_split(name))
    rank = _kinds()[1]
    return min(hits, key=lambda hit: (-hit[1], rank[hit[2]]))[2] if hits else None


def kind_hits(words: list[str]) -> list[tuple[int, int, str]]:
    """Place, length and kind of every word that names one."""
    hits = ((place, _kinds()[0].at(words, place) or _compound_kind(words[place])) for place in range(len(words)))
    return [(place, *hit) for place, hit in hits if hit]


@lru_cache(maxsize=1 << 16)
def _compound_kind(word: str) -> tuple[int, str] | None:
    """What the end or else the beginning of a compound names: "Innenministeriums", "Polizeisprecher"."""
    genitive = word.removesuffix("s")
    for part, kind in _parts_of_compounds():
        if word.endswith(part) or genitive.endswith(part):
            return 1, kind
    starts = ((1, kind) for part, kind in _parts_of_compounds() if word.startswith(part) and word != part)
    return next(starts, None)


@cache
def _parts_of_compounds() -> list[tuple[str, str]]:
    """Words for institutions, the longest first, of the languages that make compounds of them."""
    compounding = [code for code in languages.codes() if lexicon(code).capital_nouns]
    long = (pair for pair in set(_pairs(compounding)) if len(pair[0]) >= SHORTEST_PART and " " not in pair[0])
    return sorted(long, key=lambda pair: (-len(pair[0]), pair))


def _split(name: str) -> list[str]:
    """The words of a name but for articles, of which one looks like an acronym: "un" is no UN."""
    tokens = tokenize(name, 0, len(name), spaced=False)
    return [bare(token.text) for token in tokens if token.text not in _articles()]


@cache
def _articles() -> frozenset[str]:
    """Those of all languages that have a file of numbers."""
    return frozenset(article for code in languages.codes() for article in lexicon(code).articles)
