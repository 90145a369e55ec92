"""What broken text has torn apart or glued together: "14 .000 morts", "3 .5 millions", "20 eurospar"."""

import re
from collections.abc import Iterator

from .lexicon import Lexicon
from .tokens import Token

SHORTEST = 4
"""Letters of a noun or a unit that may have another word glued to it: "48 sont" are no seconds."""
_TORN = re.compile(r"[0-9] [.,][0-9]")
LONGEST_GROUP = 3
"""Digits before the tear that are at most one group."""


def mended(text: str, start: int, end: int, tokens: list[Token]) -> list[Token]:
    """The tokens of text[start:end] with torn numbers put together; a token's text then lacks the space."""
    if not _TORN.search(text, start, end):
        return tokens
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        parts = tokens[place : place + 3]
        if _torn(parts):
            whole = "".join(token.text for token in parts)
            kept.append(Token("number", parts[0].start, parts[2].end, whole, whole))
            place += 3
        else:
            kept.append(tokens[place])
            place += 1
    return kept


def _torn(parts: list[Token]) -> bool:
    """Whether digits, a separator and digits are one number: no sentence begins with " ."."""
    if len(parts) < 3 or parts[1].text not in (".", ","):
        return False
    one, sign, two = parts
    digits = one.text.isdecimal() and two.text.isdecimal() and len(one.text) <= LONGEST_GROUP
    return digits and one.end + 1 == sign.start and sign.end == two.start


def is_torn(token: Token) -> bool:
    """Whether a number was put together of what the text has torn apart."""
    return token.kind == "number" and token.end - token.start > len(token.text)


def glued_stems(word: str, lex: Lexicon) -> Iterator[str]:
    """The plurals that a word may be with a small one glued to it: "soldatsdont"."""
    for suffix in lex.glued:
        stem = word.removesuffix(suffix)
        if stem != word and len(stem) >= SHORTEST and stem.endswith(lex.plural):
            yield stem


def unglued(tokens: list[Token], lex: Lexicon) -> list[Token]:
    """The tokens, with a unit behind a number and the small word that was glued to it apart."""
    for place in range(len(tokens) - 1, 0, -1):
        token = tokens[place]
        if tokens[place - 1].kind != "number" or not token.low.endswith(lex.glued):
            continue
        stem = next((stem for stem in glued_stems(token.low, lex) if stem in lex.units.phrases), None)
        if stem is not None:
            cut, middle = len(stem), token.start + len(stem)
            unit = Token("word", token.start, middle, token.text[:cut], stem)
            tokens[place : place + 1] = [unit, Token("word", middle, token.end, token.text[cut:], token.low[cut:])]
    return tokens
