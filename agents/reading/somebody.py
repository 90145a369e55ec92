"""Speakers without a name: "a coach says", "a source who asked not to be named told", and what tells institutions."""

from .name_phrases import BREAKS, Voice, text_of
from .names import Speaking, kind_of
from .tokens import Token
from .wording import wording

LONGEST_CLAUSE = 16
LONGEST_SOMEBODY = 5
"""Tokens of "the city's catholic diocese"."""


def who_before(plain: list[str], end: int, words: Speaking) -> int | None:
    """Where a clause without commas begins that ends before a place: "a source who asked not to be named told"."""
    for place in range(end - 1, max(0, end - LONGEST_CLAUSE), -1):
        if plain[place] in BREAKS:
            return None
        if plain[place] in words.who and plain[place] not in words.determiners:
            return place
    return None


def somebody(tokens: list[Token], plain: list[str], first: int, end: int, verb: int, words: Speaking) -> Voice | None:
    """ "A coach says", "the diocese said": a person or a body without a name, by the noun and a verb of saying."""
    first += plain[first] in words.determiners
    told = first > 0 and plain[first - 1] in words.determiners | words.articles | words.numbers
    if plain[verb] not in words.saying or not told or not 0 < end - first <= LONGEST_SOMEBODY:
        return None
    speaks = any(wording(words.lang).may_speak(token.low) for token in tokens[first:end])
    return Voice(first, end, verb) if speaks else None


def is_institution(tokens: list[Token], voice: Voice) -> bool:
    """Whether a voice is an institution, or has the capitals of one."""
    last = tokens[voice.last - 1].text
    return kind_of(text_of(tokens, voice.first, voice.last)) is not None or (last.isupper() and len(last) > 1)
