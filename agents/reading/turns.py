"""Whose turn it is: speakers of a transcript ("MR. KIRBY: …", "Q …"), writers of quoted posts ("@name: …")."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from .names import speaking

_POST = re.compile(r"^[ \t]*(@\w{2,30})[ \t\u00a0]?:", re.M)
_SPEAKER = re.compile(r"^[ \t]*([A-Z][A-Z.'’-]*(?:[ \u00a0][A-Z(][A-Z.'’()-]*){0,7}):[ \t]", re.M)
LONGEST_POST = 600
"""Characters after which a post is no longer taken to go on."""


class Turn(NamedTuple):
    """From `start` to `end`, `name` speaks; a question is asked, not claimed."""

    start: int
    end: int
    name: str
    question: bool = False


def turns(text: str, lang: str) -> list[Turn]:
    """The turns of a field's text, in order; none where it is no transcript and quotes no posts."""
    openings = sorted((*_posts(text), *_transcript(text, lang)))
    found = []
    for number, (start, name, kind) in enumerate(openings):
        following = openings[number + 1][0] if number + 1 < len(openings) else len(text)
        line = text.find("\n", start)
        end = min(following, line if line >= 0 else len(text), start + LONGEST_POST) if kind == "post" else following
        if name:
            found.append(Turn(start, end, name, question=kind == "question"))
    return found


def _posts(text: str) -> Iterator[tuple[int, str, str]]:
    if "@" in text:
        yield from ((match.start(), match[1], "post") for match in _POST.finditer(text))


def _transcript(text: str, lang: str) -> Iterator[tuple[int, str, str]]:
    """Speakers in capitals before a colon: such as speak twice, or among questions. A heading stands once."""
    words = speaking(lang)
    heard = [(match.start(), match[1], "speaker") for match in _SPEAKER.finditer(text)]
    marks = "|".join(map(re.escape, words.question_turns))
    asked = re.finditer(rf"^[ \t]*(?:{marks})(?:[:.]|[ \t\u00a0])[ \t]*(?=\S)", text, re.M) if marks else ()
    questions = [(match.start(), words.reporter, "question") for match in asked]
    times = Counter(name for _, name, _ in heard)
    speakers = [opening for opening in heard if questions or times[opening[1]] > 1]
    if speakers:
        known = {start for start, _, _ in questions}
        yield from (opening for opening in speakers if opening[0] not in known)
        yield from questions


def turn_at(found: list[Turn], place: int) -> Turn | None:
    """Whose turn it is at a place of the text."""
    number = bisect_right(found, place, key=lambda turn: turn.start) - 1
    return found[number] if number >= 0 and place < found[number].end else None
