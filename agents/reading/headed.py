"""What a label before a colon says that a figure counts: "Dead: 25", "Vols annulés : 140", "Zerstörte Häuser: 412"."""

from .around import Around
from .fates import HARMS
from .wording import Wording

SIGNS = frozenset(",;./|•–—-")
"""Signs between the entries of a list."""
LONGEST = 2
"""Words of a label."""


def labelled(around: Around, words: Wording) -> str | None:
    """ "Dead: 25 / Injured: 40", "Tote: 25, Verletzte: 40": what one word between signs says that a figure counts."""
    if things := _befallen(around, words):
        return things
    before = around.words[max(0, around.first - 3) : around.first]
    if len(before) < 2 or before[-1] != ":" or (len(before) > 2 and before[0] not in SIGNS):
        return None
    hit = words.fates.at(before, len(before) - 2)
    noun = words.nouns.get(before[-2])
    return hit[1] if hit else noun if noun in HARMS else None  # "Police: 25,000" may be who says so


def _befallen(around: Around, words: Wording) -> str | None:
    """ "Vols annulés : 140", "Houses destroyed: 412": things, and what befell them, alone before a colon."""
    first = colon = around.first - 1
    while first > 0 and around.words[first - 1] not in SIGNS:
        first -= 1
    label = around.words[first : max(colon, 0)]
    if len(label) != LONGEST or around.words[colon] != ":":
        return None
    noun = next((word for word in label if words.is_thing(word)), None)
    fates = (words.fates.at([word], 0) for word in label if word != noun)
    fate = next((hit[1] for hit in fates if hit), None)
    measure = words.befallen(words.nouns[noun], fate) if noun and fate else None
    return measure if noun and measure != words.nouns[noun] else None
