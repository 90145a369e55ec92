"""Numbers that broken text has torn apart: "14 .000 morts", "3 .5 millions", "1, 200 people"."""

import re

from .lexicon import Lexicon
from .nonfigures import plural
from .tokens import Token

_TORN = re.compile(r"[0-9](?: [.,]|, )[0-9]")
THOUSANDS = 3
"""Digits of a group; only so many may stand behind a comma with a space, which else parts two numbers."""


def mended(text: str, start: int, end: int, tokens: list[Token], lex: Lexicon) -> list[Token]:
    """The tokens of text[start:end] with torn numbers put together; a token's text then lacks the space."""
    if not _TORN.search(text, start, end):
        return tokens
    words = [token.low for token in tokens]
    kept: list[Token] = []
    place = 0
    while place < len(tokens):
        if _torn(tokens, words, place, lex):
            whole = "".join(token.text for token in tokens[place : place + 3])
            kept.append(Token("number", tokens[place].start, tokens[place + 2].end, whole, whole))
            place += 3
        else:
            kept.append(tokens[place])
            place += 1
    return kept


def _torn(tokens: list[Token], words: list[str], place: int, lex: Lexicon) -> bool:
    """Whether digits, a separator and digits are one number."""
    if place + 2 >= len(tokens) or words[place + 1] not in (".", ","):
        return False
    one, sign, two = tokens[place : place + 3]
    if not (one.text.isdecimal() and two.text.isdecimal() and len(one.text) <= THOUSANDS):
        return False
    if one.end + 1 == sign.start and sign.end == two.start:
        return True  # "14 .000", "3 .5": no sentence begins so
    before = words[place - 1] if place else ""
    free = before not in lex.months and before not in (",", ".") and not before.isdigit()
    thousands = sign.text != lex.decimal and len(two.text) == THOUSANDS
    spaced = one.end == sign.start and sign.end + 1 == two.start and sign.text == ","
    return spaced and thousands and free and plural(words, place + 3, lex)
