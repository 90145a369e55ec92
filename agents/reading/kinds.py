"""Kinds of institutions by the words of their names, in every language: names travel untranslated.

Within a kind, offices are told apart (an auditor is no mayor), and organisations known by name in every language.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Literal

from .. import languages
from .lexicon import lexicon
from .phrases import Phrases
from .territories import bare
from .tokens import Token, tokenize

Section = Literal["kinds", "offices"]
LONG_ACRONYM = 4
"""Letters from which an acronym may be written as a word: "Unicef"."""
SHORTEST_PART = 7
"""Letters of a part of a compound that names an institution: "Polizei"."""


@cache
def _known(section: Section) -> tuple[Phrases, dict[str, int]]:
    """Words that name a kind, and the kinds' rank: the data files list the most telling first."""
    rank: dict[str, int] = {}
    for code in languages.codes():
        for place, kind in enumerate(_of_language(code, section)):
            rank[kind] = max(place, rank.get(kind, 0))
    return Phrases(_pairs(languages.codes(), section)), rank


def _of_language(code: str, section: str) -> Mapping[str, Iterable[str]]:
    kinds: Mapping[str, Iterable[str]] = languages.table(code, "attribution").get(section, {})
    return kinds


def _pairs(codes: Iterable[str], section: Section) -> Iterator[tuple[str, str]]:
    """The words of some languages, each with its kind."""
    for code in codes:
        for kind, texts in _of_language(code, section).items():
            yield from ((bare(text), kind) for text in texts)


def kind_of(name: str) -> str | None:
    """What kind of institution a name is ('intelligence', 'police', 'union'…); None when it is none."""
    signs = _signs(name)
    hits = kind_hits([bare(sign) for sign in signs])
    hit = _most_telling(
        [(place, length, kind) for place, length, kind in hits if _is_named(signs, place + length)], "kinds"
    )
    return hit[2] if hit else None


def _is_named(signs: list[str], end: int) -> bool:
    """Whether a name stands behind a small word: "Bank of Ghana"; not "on the bank of the river"."""
    return bare(signs[end - 1]) not in _small() or any(sign[0].isupper() for sign in signs[end : end + 2])


@cache
def _small() -> frozenset[str]:
    """The words for "of", in every language."""
    tables = (languages.table(code, "attribution") for code in languages.codes())
    return frozenset(bare(word) for table in tables for word in table.get("of", ()))


def ends_in_kind(name: str) -> bool:
    """Whether the last word of a name tells what it is: "Interior Ministry", and no "government unemployment"."""
    words = _split(name)
    return any(first + length == len(words) for first, length, _ in kind_hits(words))


def office_of(name: str) -> str | None:
    """Which of the offices of its kind a name is ('auditors', 'city'…); None when its kind is all that it tells.

    The words that tell the kind tell the office: a city's police are police, and no town hall.
    """
    words = _split(name)
    kind = _most_telling(kind_hits(words), "kinds")
    if kind is None:
        return None
    told = range(kind[0], kind[0] + kind[1])
    offices = [
        hit for hit in kind_hits(words, "offices") if hit[0] in told or kind[0] in range(hit[0], hit[0] + hit[1])
    ]
    office = _most_telling(offices, "offices")
    return office[2] if office else None


def _most_telling(hits: list[tuple[int, int, str]], section: Section) -> tuple[int, int, str] | None:
    rank = _known(section)[1]
    return min(hits, key=lambda hit: (-hit[1], rank[hit[2]]), default=None)


def kind_hits(words: list[str], section: Section = "kinds") -> list[tuple[int, int, str]]:
    """Place, length and kind of every word that names one."""
    known = _known(section)[0]
    hits = ((place, known.at(words, place) or _compound_kind(words[place], section)) for place in range(len(words)))
    return [(place, *hit) for place, hit in hits if hit]


def is_kind(word: str) -> bool:
    """Whether a bare word names a kind by itself, and not as a part of a compound."""
    return _known("kinds")[0].at([word], 0) is not None


@lru_cache(maxsize=1 << 16)
def _compound_kind(word: str, section: Section) -> tuple[int, str] | None:
    """What the end or else the beginning of a compound names: "Innenministeriums", "Polizeisprecher"."""
    genitive, parts = word.removesuffix("s"), _parts_of_compounds(section)
    for part, kind in parts:
        if word.endswith(part) or genitive.endswith(part):
            return 1, kind
    if section != "kinds":
        return None
    starts = ((1, kind) for part, kind in parts if word.startswith(part) and word != part)
    return next(starts, None) or _of_office(word)


def _of_office(word: str) -> tuple[int, str] | None:
    """ "Armeesprecher", "Klinikchefin": a short word for an institution before an office."""
    short, titles = _before_offices()
    for kind, part in ((short[word[:end]], word[end:]) for end in range(3, len(word) - 3) if word[:end] in short):
        if part in titles or part.removeprefix("s") in titles or part.removeprefix("n") in titles:
            return 1, kind
    return None


@cache
def _before_offices() -> tuple[dict[str, str], frozenset[str]]:
    """Words of some letters for institutions, and the offices, of the languages that make compounds of them."""
    codes = [code for code in languages.codes() if lexicon(code).capital_nouns]
    titles = (bare(title) for code in codes for title in languages.table(code, "attribution").get("titles", ()))
    return {part: kind for part, kind in _pairs(codes, "kinds") if part.isalpha()}, frozenset(titles)


@cache
def _parts_of_compounds(section: Section) -> list[tuple[str, str]]:
    """Words for institutions, the longest first, of the languages that make compounds of them."""
    compounding = [code for code in languages.codes() if lexicon(code).capital_nouns]
    pairs = set(_pairs(compounding, section))
    long = (pair for pair in pairs if len(pair[0]) >= SHORTEST_PART and " " not in pair[0])
    return sorted(long, key=lambda pair: (-len(pair[0]), pair))


def organisation_hits(tokens: list[Token]) -> list[tuple[int, int, str]]:
    """Place, length and language-free name of every organisation that is known by name; acronyms are capitals."""
    acronyms, names = _organisations()
    plain = [bare(token.text) for token in tokens]
    short = (acronyms.get(token.text if len(token.text) < LONG_ACRONYM else token.text.upper()) for token in tokens)
    hits = ((place, names.at(plain, place) or (known and (1, known))) for place, known in enumerate(short))
    return [(place, *hit) for place, hit in hits if hit]


@cache
def _organisations() -> tuple[dict[str, str], Phrases]:
    """Acronyms, and names of more than capitals."""
    tables = (_of_language(code, "organisations") for code in languages.codes())
    pairs = [(text, name) for table in tables for name, texts in table.items() for text in texts]
    short = {text: name for text, name in pairs if text.isupper() and " " not in text}
    return short, Phrases((bare(text), name) for text, name in pairs if text not in short)


def _split(name: str) -> list[str]:
    """The bare words of a name."""
    return [bare(sign) for sign in _signs(name)]


def _signs(name: str) -> list[str]:
    """The words of a name but for articles, of which one looks like an acronym: "un" is no UN."""
    tokens = tokenize(name, 0, len(name), spaced=False)
    return [token.text for token in tokens if token.text not in _articles()]


@cache
def _articles() -> frozenset[str]:
    """Those of all languages that have a file of numbers."""
    return frozenset(article for code in languages.codes() for article in lexicon(code).articles)
