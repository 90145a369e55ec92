"""Headings that are names of places, as an article that goes from town to town has them: what follows is there."""

import re
from bisect import bisect_right

from ...schemas.claim import Entity
from .gazetteer import mentions
from .tokens import tokenize

LINE = re.compile(r"^[ \t*#•–—-]*(?P<text>[^\n]*?[^\s*:])[ \t*:]*$", re.M)
LONGEST = 40
"""Characters of a heading, at most."""
ENDS = tuple(".!?…,;»”\"')")
"""What ends a sentence, and no heading."""
FEWEST = 2
"""So many headings that are places make such an article."""

Above = tuple[int, Entity | None]
"""Where a heading begins, and the place that it names, if any."""


def headings(text: str, lang: str) -> list[Above]:
    """The headings of a text in order; none where fewer than two name a place."""
    lines = (line for line in LINE.finditer(text) if len(line["text"]) <= LONGEST and not line["text"].endswith(ENDS))
    found = [(line.start(), _place(line["text"], lang)) for line in lines]
    return found if sum(place is not None for _, place in found) >= FEWEST else []


def place_above(found: list[Above], place: int) -> Entity | None:
    """The place that the heading above a place of the text names."""
    number = bisect_right(found, place, key=lambda above: above[0]) - 1
    return found[number][1] if number >= 0 else None


def written_in(dateline: str, lang: str, places: tuple[str, ...]) -> Entity | None:
    """The place of a dateline, where the story plays there: it is told once for all sentences."""
    tokens = tokenize(dateline, 0, len(dateline), spaced=False)
    named = next(mentions(tokens, lang), None)
    if named is None or named.ref not in places[:1]:
        return None
    return Entity(text=" ".join(token.text for token in tokens[: named.last]), kind=named.kind, ref=named.ref)


def _place(line: str, lang: str) -> Entity | None:
    """The place that a line is the name of."""
    tokens = tokenize(line, 0, len(line), spaced=False)
    named = next(mentions(tokens, lang), None)
    whole = named is not None and (named.first, named.last) == (0, len(tokens)) and not named.people
    return Entity(text=line, kind=named.kind, ref=named.ref) if named and whole else None
