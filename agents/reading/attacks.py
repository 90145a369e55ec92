"""What is struck: "Russia strikes Kharkiv", "Israël bombarde Rafah", "Russland hat Charkiw beschossen"."""

from functools import cache

from .. import languages
from .lexicon import lexicon
from .phrases import Phrases
from .territories import bare, words_of_place
from .tokens import Token

COUNTED = 4
"""Tokens behind a name in which it is told how many died there: ", where 30 people", ", killing 25"."""
LONGEST_OTHER = 3
"""Words of another name before "and": "attacked Djibo and Diapaga"."""


def is_struck(tokens: list[Token], words: list[str], first: int, last: int, lang: str) -> bool:
    """Whether a name [first, last) is the object of a verb before it, alone or behind another; or of one at the end.

    "Attacked Gao and Mopti", "raided Gao, killing 40, and Mopti, killing 25", "an attack on Mopti".
    """
    place = _past_articles(words, first, lang)
    if _is_object(words, place, lang) or _listed(lang, "struck").at(words, last):
        return True
    if place == 0 or words[place - 1] not in lexicon(lang).conjunctions | words_of_place(lang, "then"):
        return False
    if words[last : last + 1] == [","] and any(token.kind == "number" for token in tokens[last + 1 : last + COUNTED]):
        return any(_verb_before(words, at, lang) and tokens[at].text[0].isupper() for at in range(1, place))
    other = place - 1
    while other > 0 and place - other <= LONGEST_OTHER and tokens[other - 1].text[0].isupper():
        other -= 1
    return other < place - 1 and _is_object(words, _past_articles(words, other, lang), lang)


def _verb_before(words: list[str], place: int, lang: str) -> bool:
    """Whether a verb ends right before a place that takes what it strikes at once."""
    return _listed(lang, "striking").before(words, place) is not None


def _is_object(words: list[str], place: int, lang: str) -> bool:
    """Whether a verb stands before a place, or an attack and its preposition: "an air strike on"."""
    aimed = place > 1 and words[place - 1] in words_of_place(lang, "locatives")
    return _verb_before(words, place, lang) or (aimed and sent(lang).before(words, place - 1) is not None)


def behind_verb(words: list[str], place: int, lang: str) -> int | None:
    """Where a verb ends by which something is struck or fired at, and that stands at a place, its auxiliaries first."""
    while place < len(words) and words[place] in _auxiliaries(lang):
        place += 1
    hit = _listed(lang, "striking").at(words, place) or _listed(lang, "firing").at(words, place)
    return place + hit[0] if hit else None


def struck_last(words: list[str], place: int, first: int, last: int, lang: str) -> bool:
    """ "(Russland) hat Charkiw beschossen": whether a verb stands behind its object, and nothing between the two."""
    while place < first and words[place] in _auxiliaries(lang):
        place += 1
    return _past_articles(words, first, lang) <= place and _listed(lang, "struck").at(words, last) is not None


def _past_articles(words: list[str], place: int, lang: str) -> int:
    while place > 0 and words[place - 1] in lexicon(lang).articles:
        place -= 1
    return place


@cache
def _auxiliaries(lang: str) -> frozenset[str]:
    return frozenset(map(bare, languages.table(lang, "attribution").get("auxiliaries", ())))


def sent(lang: str) -> Phrases:
    """What strikes: "air strike"."""
    return _listed(lang, "sent")


@cache
def _listed(lang: str, name: str) -> Phrases:
    """By name: "striking", verbs whose object is where they strike; "firing", those before what is fired, and at what;
    "struck", those that stand behind their object; "sent", what strikes.
    """
    return Phrases((text, name) for text in words_of_place(lang, name))
