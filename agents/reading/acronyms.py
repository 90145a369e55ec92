"""Acronyms that a text explains, by what they are short for."""

import re
from functools import cache

from .. import languages
from .gazetteer import nation_of
from .lexicon import lexicon
from .territories import bare

SHORTEST, LONGEST = 3, 8
"""Letters of an acronym that may be a union's or a party's."""

FEWEST = 3
"""Words that an acronym of more letters is short for."""
NO_NAME = re.compile(r"[\d()]")
"""What no name that an acronym is short for is made of."""
ELIDED = re.compile(r"^[^\W\d_]{1,2}['’]")
"""An article that has lost its vowel before a name."""


def acronyms(text: str) -> dict[str, str]:
    """Acronyms that the text explains: "National Intelligence Service (NIS)"."""
    found: dict[str, str] = {}
    start = text.find("(")
    while start >= 0:
        end = text.find(")", start, start + 12)
        short = text[start + 1 : end] if end > 0 else ""
        if 2 <= len(short) <= 8 and short.isupper() and short.isalpha():
            found.setdefault(short, _expansion(text[max(0, start - 120) : start], short))
        start = text.find("(", start + 1)
    return {short: name for short, name in found.items() if name}


def _expansion(before: str, short: str) -> str:
    """The words before the bracket, from the one that begins with the acronym's first letter.

    As many as it has letters, or more; fewer where no other name is so long: "United Nations Children's Fund (UNICEF)".
    """
    words, letters = before.split(), len(short)
    commas = (count for count in range(2, len(words) + 1) if words[-count].endswith(","))
    most = min(next(commas, len(words) + 1) - 1, letters + 5)
    for count in (*range(letters, most + 1), *range(min(letters - 1, most), FEWEST - 1, -1)):
        name = ELIDED.sub("", " ".join(words[-count:]))  # "selon l'Organisation internationale"
        named = bare(name)[:1] == short[0].lower() and bare(words[-count]) not in _joining()
        if named and (count >= letters or _has_initials(words[-count:], short)):
            return "" if NO_NAME.search(name) else name  # "5,000 Demonstranten (Polizei), 9,000 (DGB)"
    return ""


def _has_initials(words: list[str], short: str) -> bool:
    """Whether an acronym has the initials of all words in their order: U, N, C, F are in UNICEF."""
    letters = iter(short.lower())
    return all(bare(word)[:1] in letters for word in words)


@cache
def _joining() -> frozenset[str]:
    """The words for "and", in every language: no name begins with one."""
    return frozenset(bare(word) for code in languages.codes() for word in lexicon(code).conjunctions)


def is_acronym(short: str, name: str, lang: str) -> bool:
    """Whether capitals that end a name are no country's: "la CGT"."""
    return short.isupper() and SHORTEST <= len(short) <= LONGEST and nation_of(name, lang=lang) is None
