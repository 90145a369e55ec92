"""What the text itself relates: a part and its whole ("De ce montant, …", "dont 200", "including 30 children")."""

from ...schemas.claim import Claim
from .around import is_within, look_around
from .document import FoundFigure, Sentence
from .lexicon import lexicon
from .wording import wording

ENDS = frozenset(";:")
"""Signs that end what is told together."""
NEAR = 4
"""Tokens between "dont" and its figure."""


def refers_back(found: FoundFigure, sentence: Sentence, *, lang: str) -> bool:
    """Whether the sentence leads this figure back to one before it ("Of these, …")."""
    around = look_around(found, sentence, lexicon(lang))
    words = wording(lang)
    return any(words.anaphora.at(around.words, place) for place in range(around.left, around.first)) or any(
        words.anaphora.at(around.words, place) for place in range(around.last, min(around.last + 3, around.right))
    )


def is_included(found: FoundFigure, sentence: Sentence, *, lang: str) -> bool:
    """Whether the figure is introduced as a part of the one before it ("dont 200", "including 30")."""
    around = look_around(found, sentence, lexicon(lang))
    words = wording(lang)
    span = range(max(around.left, around.first - NEAR), around.first + 1)
    return around.left > 0 and any(words.including.at(around.words, place) for place in span)


def is_joined(found: FoundFigure, sentence: Sentence, *, lang: str) -> bool:
    """Whether a figure is told together with the one before it: "12 dead, 40 injured", "killed 12 and injured 40"."""
    around, words = look_around(found, sentence, lexicon(lang)), wording(lang)
    between = around.words[around.free : around.first]
    fates = all(word in words.joining or word in words.being or word in words.fates for word in between)
    return around.opening < around.first or (around.free > 0 and 0 < len(between) <= NEAR and fates)


def is_aside(found: FoundFigure, sentence: Sentence, *, lang: str) -> bool:
    """Whether a figure only says where the one before it is: "homes in the 17 villages"."""
    around = look_around(found, sentence, lexicon(lang))
    return around.free > 0 and is_within(around.words, around.free, around.first, lexicon(lang))


def starts_anew(found: FoundFigure, sentence: Sentence, *, lang: str) -> bool:
    """Whether a figure goes on where those before it have ended: "40 injured in Rome; 3 in Milan", "In all: 43"."""
    around = look_around(found, sentence, lexicon(lang))
    parted = around.left == 0 or not ENDS.isdisjoint(around.words[around.left : around.first])
    return parted and not (refers_back(found, sentence, lang=lang) or is_included(found, sentence, lang=lang))


def goes_on_quoting(sentence: Sentence) -> bool:
    """A sentence that opens with a quotation mark: the speech of whoever spoke in the sentence before."""
    return sentence.text.lstrip()[:1] in ("“", '"', "«", "‘")


def starts_bare(sentence: Sentence) -> bool:
    """A sentence that begins with a figure in digits goes on with what was told before: newspapers avoid it."""
    return bool(sentence.figures) and sentence.text[:1].isdigit() and sentence.figures[0].start == sentence.start


def is_broken_off(sentence: Sentence, *, lang: str) -> bool:
    """Whether a stray full stop broke such a sentence off: no verb of its own follows, as in "618 people are hurt"."""
    around = look_around(sentence.figures[0], sentence, lexicon(lang))
    following = around.words[around.last : around.last + 1]
    return (wording(lang).being - lexicon(lang).of).isdisjoint(following)


def could_hold(claim: Claim, found: FoundFigure) -> bool:
    """A whole is at least as large as its part."""
    part = found.figure.low if found.figure.low is not None else found.figure.high
    whole = claim.figure.high if claim.figure.high is not None else claim.figure.low
    return part is not None and whole is not None and part <= whole * (claim.figure.times or 1)
