"""Which words tell what an article is about, and which may be names: those that no file of the language holds."""

import re
from collections.abc import Iterable
from functools import cache

from .. import languages
from .headings import agencies
from .lexicon import lexicon
from .territories import bare

SHORTEST = 4
"""Letters; shorter words tell too little."""
WORD = re.compile(r"[^\W\d_]+")
STEM = 6
"""Letters by which inflected forms are known for one."""


def is_telling(word: str, lang: str) -> bool:
    """Whether a folded word tells one story from another; who sends the news tells of none."""
    return len(word) >= SHORTEST and word not in lexicon(lang).stop and word not in agencies()


def is_known(word: str, lang: str) -> bool:
    """Whether a folded word stands in one of the language's files, and so is no name."""
    return word[:STEM] in _known(lang)


@cache
def _known(lang: str) -> frozenset[str]:
    return _stems(languages.texts(lang))


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(bare(word)[:STEM] for text in texts for word in WORD.findall(text))
