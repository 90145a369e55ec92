"""A name in a text, and whether it goes on before or behind."""

from typing import Literal, NamedTuple

from .lexicon import lexicon
from .territories import bare
from .tokens import Token

SHORTEST_SHOUTED = 4
"""Letters of a name in capitals that is no acronym."""


class Mention(NamedTuple):
    """A name in a text: tokens [first, last) and what it refers to."""

    first: int
    last: int
    ref: str
    kind: Literal["country", "place"]
    people: bool = False
    """Whether it is a people or an adjective, and no country by its name."""


def name_ref(text: str) -> str:
    """The language-free ref of a name that no list has: 'name:volodymyr-zelensky'."""
    words = "".join(sign if sign.isalnum() else " " for sign in bare(text)).split()
    return "name:" + "-".join(words)


def goes_on(tokens: list[Token], place: int) -> bool:
    """Whether a name goes on with a capital at a place; one in capitals is a heading before what is not."""
    if place >= len(tokens):
        return False
    before, after = tokens[place - 1].text, tokens[place]
    if len(before) >= SHORTEST_SHOUTED and before.isupper() and not after.text.isupper():
        return False  # "LILLE Au moins 3 000 personnes"
    return after.kind == "word" and after.text[:1].isupper() and after.start - tokens[place - 1].end <= 1


def goes_before(tokens: list[Token], place: int, lang: str) -> bool:
    """Whether a capital before a place makes a longer name: "Vladimir Saldo"."""
    before = tokens[place - 1] if place > 0 else None
    named = before is not None and before.kind == "word" and before.text[:1].isupper()
    return named and before is not None and before.low not in lexicon(lang).stop
