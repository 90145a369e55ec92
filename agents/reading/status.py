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
from .wording import wording

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
    found: FoundFigure, sentence: Sentence, *, lang: str, measure: str = "", family: str = "", reach: int = BEFORE
) -> StatusReading:
    """The status that the sentence gives a figure of a measure and its family; `reported` when it gives none.

    `reach` is how many tokens before the figure a cue governs it from.
    """
    around = look_around(found, sentence, lexicon(lang))
    cues = _cues(lang)
    correction = any(cues.correction.at(around.words, place) for place in range(len(around.words)))
    if sentence.text.rstrip().endswith("?"):
        return StatusReading(status="asked", correction=correction)
    if measure in languages.taxonomy()["answered"]["measures"]:
        return StatusReading(status="reported", correction=correction)
    months = lexicon(lang).months
    known = around.first > 0 and around.words[around.first - 1] in wording(lang).definite
    weak = None if known else _nearest(around, cues.weak, cues, reach, months)  # "the 45,000 students will …"
    status = _nearest(around, cues.strong, cues, reach, months) or weak or "reported"
    if status in ("planned", "promised") and family in languages.taxonomy()["never_planned"]["families"]:
        status = "reported"
    return StatusReading(status=status, correction=correction)


def _nearest(around: Around, kind: Phrases, cues: "_Cues", reach: int, months: frozenset[str]) -> Status | None:
    """What stands before a figure governs it more than what follows."""
    best: tuple[int, str] | None = None
    past = 0
    for place in range(len(around.words)):
        hit = (kind.at(around.words, place) or _by_ending(around.words[place], kind, cues)) if place >= past else None
        past = place + hit[0] if hit else past
        if hit is None or (around.words[place] in months and around.tokens[place].text[0].isupper()):
            continue  # "in May"
        ahead = place >= around.first
        if _is_elsewhere(around, place, past, cues):
            continue
        far = place - around.last if ahead else max(around.opening - place, 0)
        if far > (AFTER if ahead else reach):
            continue
        far += (BEHIND if ahead else 0) + (0 if around.left <= place < around.right else OTHER_PART)
        if best is None or far < best[0]:
            best = (far, hit[1])
    return best[1] if best else None  # type: ignore[return-value]


def _by_ending(word: str, kind: Phrases, cues: "_Cues") -> tuple[int, str] | None:
    """What a verb's ending tells where the language has such endings: "mourront"."""
    if kind is not cues.weak:
        return None
    return next(((1, status) for ending, status in cues.endings if word.endswith(ending)), None)


def _is_elsewhere(around: Around, place: int, past: int, cues: "_Cues") -> bool:
    """Whether the cue [place, past) speaks of something else than the figure."""
    if place >= around.first:  # "rises to 55, expected to grow"; "a million people requested ballots"
        between = around.words[around.last : place]
        if any(word in (",", ";", ".", ":") for word in between) or (between and between[-1] in cues.more):
            return True  # "100 victims identified and more expected"
        return all(word in cues.auxiliary for word in between) and cues.subject.at(around.words, place) is not None
    between = around.words[past : around.first]
    if any(word in (";", ".") for word in between[:-1]):
        return True
    return any(cues.subordinate.at(around.words, at) for at in range(past, around.first))


class _Cues(msgspec.Struct):
    """A language's words of status."""

    strong: Phrases
    weak: Phrases
    correction: Phrases
    subject: Phrases
    """What those counted do themselves."""
    auxiliary: frozenset[str]
    """What may stand between those counted and what they do."""
    more: frozenset[str]
    """Others than those counted."""
    endings: tuple[tuple[str, str], ...]
    """Endings of verbs, and what they tell."""
    subordinate: Phrases
    """What opens a clause that a cue before it does not reach: "set to reopen after fires killed 97"."""


@cache
def _cues(lang: str) -> _Cues:
    data = languages.table(lang, "status")
    known = set(get_args(Status))
    strong, weak = (
        Phrases((text, name) for name, texts in data.get(part, {}).items() if name in known for text in texts)
        for part in ("strong", "weak")
    )
    correction, subject, subordinate = (
        Phrases((text, part) for text in data.get(part, {}).get("words", ()))
        for part in ("correction", "subject", "subordinate")
    )
    endings = data.get("weak_endings", {}).items()
    return _Cues(
        strong=strong,
        weak=weak,
        correction=correction,
        subject=subject,
        auxiliary=frozenset(data.get("auxiliary", {}).get("words", ())),
        more=wording(lang).change,
        endings=tuple((ending, status) for status, listed in endings for ending in listed),
        subordinate=subordinate,
    )
