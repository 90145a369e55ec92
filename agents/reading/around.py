"""What stands around a figure in its sentence, as tokens."""

from bisect import bisect_left
from functools import lru_cache

import msgspec

from .document import FoundFigure, Sentence
from .lexicon import Lexicon
from .tokens import Token, tokenize

NO_PART = ("age", "ordinal")
"""Kinds of figures that tell more of another: "three people, aged 18, 24 and 26, were arrested"."""
DURATION = "duration"
CLAUSE_ENDS = frozenset((",", ";", ":", "–", "—"))
ORDINAL = "·"
"""The word for a full stop that makes an ordinal and ends no clause."""
JOINED_WITHIN = 2
"""Tokens between two figures that are told together."""


class Around(msgspec.Struct, frozen=True):
    """A figure's sentence as tokens, and where the figure and its neighbours stand in it."""

    tokens: list[Token]
    words: list[str]
    first: int
    last: int
    """Tokens [first, last) are the figure with its counted noun."""
    noun: int
    """Where the figure itself ends, and its noun may begin."""
    free: int
    """Where what the figure before counts has ended."""
    left: int
    right: int
    """Tokens [left, right) are this figure's part of the sentence: up to the neighbouring figures."""
    rival: int
    """Where the next figure begins of which somebody may speak: not in "said after a four-hour delay"."""
    opening: int
    """Where the figures begin that this one is told together with: "12 men and 3 women were hurt"."""
    together: int
    """Where the parts of these figures end."""
    alongside: frozenset[int]
    """The tokens of those that follow, and of what they count."""

    def clause(self) -> list[str]:
        """The words around the figure, up to a comma or the like on either side."""
        start, end = self.clause_ends()
        return self.words[start:end]

    def is_asked(self) -> bool:
        """A question mark stands behind the figure, no other end of a sentence before it: "… ?", asked a reporter."""
        ends = [word for word in self.words[self.last :] if word in ("?", "!", ".", ";")]
        return ends[:1] == ["?"]

    def clause_ends(self) -> tuple[int, int]:
        """Where the clause around the figure begins and ends."""
        ends = [place for place, word in enumerate(self.words) if word in CLAUSE_ENDS]
        before = max((place for place in ends if place < self.first), default=-1)
        return before + 1, min((place for place in ends if place >= self.last), default=len(self.words))


def look_around(found: FoundFigure, sentence: Sentence, lex: Lexicon) -> Around:
    """Tokens of the sentence, relative to one figure."""
    tokens, words, starts = _tokens(sentence.text, lex.spaced_thousands)
    start, end = found.start - sentence.start, _end(found) - sentence.start
    others = [other for other in sentence.figures if other is not found and other.figure.kind not in NO_PART]
    left_end = max((o.end - sentence.start for o in others if o.end <= found.start), default=0)
    right_start = min((o.start - sentence.start for o in others if o.start >= found.end), default=len(sentence.text))
    counted_end = max((_end(o) - sentence.start for o in others if o.end <= found.start), default=0)
    first, last, left, free = (bisect_left(starts, place) for place in (start, end, left_end, counted_end))
    noun = bisect_left(starts, found.end - sentence.start)
    right = max(last, bisect_left(starts, right_start))
    told = [o.start for o in others if o.start >= found.end and o.figure.kind != DURATION]
    rival = max(right, bisect_left(starts, min(told) - sentence.start)) if told else len(words)
    row = _Row(sentence, words, starts, lex)
    opening = row.opening(found, first)
    together, alongside = row.together(found, last, right)
    return Around(tokens, words, first, last, noun, min(free, first), left, right, rival, opening, together, alongside)


def _end(found: FoundFigure) -> int:
    """Where a figure ends with what it counts."""
    return max(found.end, found.counted_end or 0)


def is_within(words: list[str], last: int, first: int, lex: Lexicon) -> bool:
    """Whether little but "in" or "on" stands between two figures: "homes in the 17 villages were flooded"."""
    between = words[last:first]
    return 0 < len(between) <= JOINED_WITHIN and between[0] in lex.within and lex.stop.issuperset(between)


class _Row:
    """The figures of a sentence that nothing but a conjunction or a comma parts."""

    def __init__(self, sentence: Sentence, words: list[str], starts: list[int], lex: Lexicon) -> None:
        self._figures, self._start = sentence.figures, sentence.start
        self._words, self._starts, self._lex = words, starts, lex

    def opening(self, found: FoundFigure, first: int) -> int:
        """The first token of the row that ends in a figure."""
        for before in reversed(self._figures[: self._index(found)]):
            start, end = self._span(before)
            if not self._joined(end, first):
                break
            first = start
        return first

    def together(self, found: FoundFigure, last: int, right: int) -> tuple[int, frozenset[int]]:
        """Where the parts end of the row that begins with a figure, and the tokens of those behind it."""
        alongside: set[int] = set()
        opened = self._lex.openers.before(self._words, self._span(found)[0]) is not None
        for after in self._figures[self._index(found) + 1 :]:
            start, end = self._span(after)
            if alongside and start > last:  # the part of the figure before ends here
                right = start
            if not opened and (after.counted_end is None or not self._goes_on(last, start)):
                break
            alongside.update(range(start, end))
            opened, last, right = False, end, len(self._words)
        return right, frozenset(alongside)

    def _index(self, found: FoundFigure) -> int:
        return next((place for place, figure in enumerate(self._figures) if figure is found), len(self._figures))

    def _span(self, found: FoundFigure) -> tuple[int, int]:
        first, last = (bisect_left(self._starts, place - self._start) for place in (found.start, _end(found)))
        return first, last

    def _goes_on(self, last: int, first: int) -> bool:
        """Whether a figure is told together with the one before it, or stands in a place of that one's noun."""
        return self._joined(last, first) or is_within(self._words, last, first, self._lex)

    def _joined(self, last: int, first: int) -> bool:
        between = self._words[last:first]
        joining = self._lex.conjunctions | {","}  # "les 15 passagers et les trois pilotes"
        return 0 < len(between) <= JOINED_WITHIN and all(
            word in joining or (at and word in self._lex.determiners) for at, word in enumerate(between)
        )


@lru_cache(maxsize=8)
def _tokens(text: str, spaced: bool) -> tuple[list[Token], list[str], list[int]]:
    """The sentence's tokens, their words and starts, read once for all its figures."""
    tokens = tokenize(text, 0, len(text), spaced=spaced)
    words = [token.low for token in tokens]
    if "." in words[:-1]:
        words = [ORDINAL if is_of_ordinal(tokens, place) else word for place, word in enumerate(words)]
    return tokens, words, [token.start for token in tokens]


def is_of_ordinal(tokens: list[Token], place: int) -> bool:
    """Whether a full stop stands behind a number inside a sentence: "sind am 4. August gestorben"."""
    return tokens[place].text == "." and 0 < place < len(tokens) - 1 and tokens[place - 1].kind == "number"
