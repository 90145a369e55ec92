"""The whole name of an office for several things: "the Ministry of Labour, Health and Welfare"."""

from .kinds import kind_hits
from .name_phrases import BREAKS, Voice
from .names import LONGEST_NAME, Speaking
from .tokens import APOSTROPHES, Token

LONGEST_THING = 4
"""Tokens of "de la Transition écologique", "Food"."""


def whole(voice: Voice, tokens: list[Token], plain: list[str], words: Speaking) -> Voice:
    """The voice, with the things before its first comma and behind its last that its office is for."""
    if not words.conjunctions.isdisjoint(plain[voice.first : voice.last]):
        first = _head(voice, tokens, plain, words)
        return voice if first is None else voice._replace(first=first)
    last = voice.last
    if last < len(plain) and plain[last] == "," and _is_for(tokens, plain, voice.first, last, words):
        return voice._replace(last=_end(tokens, plain, last, words))
    return voice


def _head(voice: Voice, tokens: list[Token], plain: list[str], words: Speaking) -> int | None:
    """Where an office stands for whose things a voice is only the last: "Food and Rural Affairs"."""
    comma = voice.first - 1
    while comma > 0 and plain[comma] in words.of | words.determiners | APOSTROPHES:
        comma -= 1
    if comma < 2 or plain[comma] != ",":
        return None
    start = comma
    while start > 0 and comma - start < LONGEST_NAME and (plain[start - 1] == "," or plain[start - 1] not in BREAKS):
        start -= 1
    things = range(voice.first, voice.last)
    joined = next(at for at in things if plain[at] in words.conjunctions)
    parts = plain[voice.first : joined], plain[joined : voice.last]
    if any(words.portfolios.isdisjoint(part) for part in parts):
        return None  # "the Ministry of Health, UNICEF and doctors"
    heads = [start + at for at, _, _ in kind_hits(plain[start:comma])]
    return next((at for at in reversed(heads) if _is_for(tokens, plain, at, comma, words)), None)


def _is_for(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether an office and what it is for stand there, and no clause: "Department for Environment"."""
    hit = next((at for at, _, _ in kind_hits(plain[first:last])), None)
    if hit is None:
        return False
    leading = words.of | words.governing
    things = next((at for at in range(first + hit + 1, last) if plain[at] in leading), last)
    return last - things > 1 and all(_is_of_thing(tokens[at], plain[at], words) for at in range(things, last))


def _is_of_thing(token: Token, word: str, words: Speaking) -> bool:
    small = words.of | words.determiners | words.governing | APOSTROPHES | words.conjunctions
    return word in small or word == "," or token.text[0].isupper()


def _end(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> int:
    """Where the last of the things ends that follow from a comma on, where "and" stands before it; no places."""
    last = place
    while last < len(plain) and plain[last] == ",":
        thing = _thing(tokens, plain, last + 1, words)
        if thing is None:
            return place
        last = thing
        if last < len(plain) and plain[last] in words.conjunctions:
            return _thing(tokens, plain, last + 1, words) or place
    return place


def _thing(tokens: list[Token], plain: list[str], first: int, words: Speaking) -> int | None:
    """Where the thing ends that begins at a place: words with capitals, and small ones before them."""
    last = first
    while last < len(plain) and plain[last] in words.of | words.determiners | APOSTROPHES:
        last += 1
    begin = last
    while last < min(len(plain), begin + LONGEST_THING) and tokens[last].text[0].isupper():
        last += 1
    return None if words.portfolios.isdisjoint(plain[begin:last]) else last
