"""What an article tells of who speaks only after the figure: where a quotation ends, and in the text of a headline."""

from collections.abc import Callable

import msgspec

from ...schemas.claim import Claim, Originator
from .document import Sentence
from .gazetteer import mentions
from .territories import bare
from .tokens import tokenize

OPENING, CLOSING, BOTH = "“«„", "”»", '"'
LONGEST_LABEL = 3
"""Words of a headline's label that may name a speaker."""


class Quotation:
    """Claims of sentences that a quotation runs through, till it is told whose it is."""

    def __init__(self) -> None:
        """Nothing is quoted."""
        self._open = False
        self._waiting: list[int] = []

    def follow(self, sentence: Sentence, made: range, claims: Callable[[int], Claim]) -> list[int]:
        """The claims that wait for the speaker of this sentence, in which their quotation ends.

        `made` are the numbers of the claims of the sentence itself.
        """
        before, self._open = self._open, _is_open(sentence.text, before=self._open)
        if self._open:
            kept = self._waiting if before else []
            self._waiting = [*kept, *(number for number in made if claims(number).originator is None)]
            return []
        waiting, self._waiting = self._waiting, []
        return waiting if before else []


def _is_open(text: str, *, before: bool) -> bool:
    """Whether a quotation is open where a text ends."""
    is_open = before
    for sign in text:
        if sign in BOTH:
            is_open = not is_open
        elif sign in OPENING or sign in CLOSING:
            is_open = sign in OPENING
    return is_open


def named_in_text(claim: Claim, named: list[Originator], lang: str) -> Claim:
    """A headline's claim with the speaker whom its label means: "Sánchez: 211 muertos", "… climbs to 238: SER"."""
    if claim.field != "title" or claim.originator is not None:
        return claim
    for text in _labels(claim):
        words = [bare(word) for word in text.split()]
        if 0 < len(words) <= LONGEST_LABEL and not _is_place(text, lang):
            meant = next((one for one in reversed(named) if _means(words, one.name)), None)
            if meant:
                return msgspec.structs.replace(claim, originator=meant)
    return claim


def _labels(claim: Claim) -> tuple[str, ...]:
    """What stands before the headline's first colon, and behind its last colon or dash."""
    before, _, _ = claim.quote[: claim.start - claim.quote_start].partition(":")
    behind = claim.quote[claim.end - claim.quote_start :]
    cut = max(behind.rfind(": "), behind.rfind(" - "), behind.rfind(" – "))
    return (before.strip() if ":" in claim.quote else "", behind[cut + 2 :].strip() if cut >= 0 else "")


def _means(words: list[str], name: str) -> bool:
    """Whether words are a part of a name, or its initials."""
    whole = name.split()
    initials = "".join(word[0] for word in whole if word[0].isupper()).lower()
    return set(words) <= {bare(word) for word in whole} or (len(words[0]) > 1 and words == [initials])


def _is_place(text: str, lang: str) -> bool:
    return any(mentions(tokenize(text, 0, len(text), spaced=False), lang))
