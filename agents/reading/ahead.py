"""What a bare figure counts where the next speaker's has the noun: "Police: 25,000, organisers: 80,000 marchers"."""

from .around import Around, look_around
from .document import FoundFigure, Sentence
from .kinds import kind_hits
from .lexicon import lexicon
from .names import Speaking, speaking
from .territories import bare
from .tokens import Token

SHORTEST = 3
"""Letters of an acronym."""
LONGEST_IN_BRACKETS = 5
"""Tokens of "(the farmers' union"."""


def shared_noun(found: FoundFigure, sentence: Sentence, *, lang: str) -> FoundFigure | None:
    """The next figure, where it alone has a noun and each of the two a speaker before it."""
    other = next((each for each in sentence.figures if each.start >= found.end), None)
    if other is None or other.head is None or not found.figure.kind == other.figure.kind == "count":
        return None
    around, words = look_around(found, sentence, lexicon(lang)), speaking(lang)
    parts = (around.tokens[around.left : around.first], around.tokens[around.last : around.right])
    if all(map(in_brackets, (around, look_around(other, sentence, lexicon(lang))), (words, words))):
        return other
    return other if all(tells_who(part, words) for part in parts) else None


def in_brackets(around: Around, words: Speaking) -> bool:
    """ "7,000 (police) or 18,000 people (organisers)": whether brackets behind a figure tell who counts so."""
    behind = around.tokens[around.last : around.last + LONGEST_IN_BRACKETS]
    return bool(behind) and behind[0].text == "(" and tells_who(behind, words)


def is_sourced(around: Around, words: Speaking) -> bool:
    """ "2 billion according to Aon, 3.5 billion according to Re": whether it is told right behind a figure by whom."""
    behind = around.last + (around.words[around.last : around.last + 1] == [","])
    plain = [bare(word) for word in around.words[behind : behind + LONGEST_IN_BRACKETS]]
    return words.after.at(plain, 0) is not None or in_brackets(around, words)


def tells_who(part: list[Token], words: Speaking) -> bool:
    """Whether a part of a sentence names an institution or an acronym, or says that somebody speaks."""
    plain = [bare(token.text) for token in part]
    if kind_hits(plain) or any(len(token.text) >= SHORTEST and token.text.isupper() for token in part):
        return True
    return any(cue.at(plain, place) for place in range(len(plain)) for cue in (words.after, words.verbs))
