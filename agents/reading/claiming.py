"""What a verb of plans says to be done: "die Rebellen wollen 60 Soldaten getötet haben", "40 sollen geflohen sein"."""

import re
from collections.abc import Sequence

from .name_phrases import BREAKS
from .names import Speaking
from .territories import bare

YEAR = re.compile(r"20\d\d")
QUOTES = frozenset('«»“”„"')
SHORTEST = 2
"""Words of "getötet haben"."""


def clause_end(text: Sequence[str], verb: int) -> int:
    """Where the clause of a verb ends, whatever it quotes: "will das Bündnis «Herz» 40 gezählt haben"."""
    end = next((place for place in range(verb, len(text)) if text[place] in BREAKS - QUOTES), len(text))
    while text[end - 1] in QUOTES:
        end -= 1
    return end


def is_done(text: Sequence[str], verb: int, words: Speaking) -> bool:
    """Whether the clause of such a verb ends with what is told as done; not of a day to come.

    "Will bis 2030 rund 5.000 Stellen geschaffen haben", "bis 2030 sollen 5.000 geschaffen worden sein", "will 2030 …".
    """
    end = clause_end(text, verb)
    start = next((place + 1 for place in range(verb, -1, -1) if text[place] in BREAKS), 0)
    if end - verb <= SHORTEST or words.done.before(list(map(bare, text[verb:end])), end - verb) is None:
        return False
    told = (bare(text[at]) for at in range(start, end) if not text[at - 1][:1].isdigit())  # "20 bis 30 Menschen"
    return words.to_come.isdisjoint(told) and not any(map(YEAR.fullmatch, text[max(0, verb - 1) : verb + 2]))
