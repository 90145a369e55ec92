"""A figure's status, from the words around it: reported, estimated, planned, promised, feared…"""

from functools import cache
from typing import get_args

import msgspec

from ...schemas.claim import Status
from .. import languages
from .around import Around, look_around
from .document import FoundFigure, Sentence
from .lexicon import lexicon
from .phrases import Phrases

BEFORE, AFTER = 12, 3
"""Tokens before and after a figure within which a cue governs it."""
BEHIND = 4
"""What follows a figure governs it less: it counts as so much farther away."""
OTHER_PART = 4
"""A cue in another figure's part of the sentence counts as so much farther away."""


class StatusReading(msgspec.Struct, frozen=True, kw_only=True):
    """The status, and whether the sentence says that it corrects."""

    status: Status
    correction: bool = False


def status_of(
    found: FoundFigure, sentence: Sentence, *, lang: str, family: str = "", reach: int = BEFORE
) -> StatusReading:
    """The status that the sentence gives a figure of a family of measures; `reported` when it gives none.

    `reach` is how many tokens before the figure a cue governs it from.
    """
    around = look_around(found, sentence, lexicon(lang))
    strong, weak, corrections = _cues(lang)
    correction = any(corrections.at(around.words, place) for place in range(len(around.words)))
    if sentence.text.rstrip().endswith("?"):
        return StatusReading(status="asked", correction=correction)
    months = lexicon(lang).months
    status = _nearest(around, strong, reach, months) or _nearest(around, weak, reach, months) or "reported"
    if status in ("planned", "promised") and family in languages.taxonomy()["never_planned"]["families"]:
        status = "reported"
    return StatusReading(status=status, correction=correction)


def _nearest(around: Around, cues: Phrases, reach: int, months: frozenset[str]) -> Status | None:
    """What stands before a figure governs it more than what follows."""
    best: tuple[int, str] | None = None
    past = 0
    for place in range(len(around.words)):
        hit = cues.at(around.words, place) if place >= past else None
        past = place + hit[0] if hit else past
        if hit is None or (around.words[place] in months and around.tokens[place].text[0].isupper()):
            continue  # "in May"
        ahead = place >= around.first
        if ahead and any(word in (",", ";", ".", ":") for word in around.words[around.last : place]):
            continue  # "rises to 55, expected to grow"
        if any(word in (";", ".") for word in around.words[place : around.first - 1]):
            continue
        far = place - around.last if ahead else max(around.opening - place, 0)
        if far > (AFTER if ahead else reach):
            continue
        far += (BEHIND if ahead else 0) + (0 if around.left <= place < around.right else OTHER_PART)
        if best is None or far < best[0]:
            best = (far, hit[1])
    return best[1] if best else None  # type: ignore[return-value]


@cache
def _cues(lang: str) -> tuple[Phrases, Phrases, Phrases]:
    data = languages.table(lang, "status")
    known = set(get_args(Status))
    strong, weak = (
        Phrases((text, name) for name, texts in data.get(part, {}).items() if name in known for text in texts)
        for part in ("strong", "weak")
    )
    return strong, weak, Phrases((text, "correction") for text in data.get("correction", {}).get("words", ()))
