"""Whether a figure says how much more or fewer there are."""

from .around import Around
from .lexicon import Lexicon
from .wording import Wording

CHANGE_WITHIN = 6
"""Tokens before a figure in which a verb says that it is a change."""
CHANGE_BEHIND = 4
"""And behind it, where verbs come last."""


def is_more(around: Around, words: Wording, lex: Lexicon) -> bool:
    """ "50,000 fewer jobs", "300 postes de moins", "two fewer than"; not "300 personnes de plus de 65 ans"."""
    if around.last == around.noun:
        return words.compared.at(around.words, around.last) is not None
    noun = range(around.noun, around.last)
    told = (place for place in noun if around.words[place] in words.change)
    if any(words.unchanged.at(around.words, place) is None for place in told):
        return True
    hit = words.change_after.at(around.words, around.last) if around.last > around.noun else None
    return hit is not None and lex.of.isdisjoint(around.words[around.last + hit[0] : around.last + hit[0] + 1])


def changes_by(around: Around, words: Wording, lex: Lexicon) -> bool:
    """ "The list was cut by 100", "a net change of three", "ist um 7 auf 117 gestiegen": how much more or fewer."""
    start = max(around.left, around.first - CHANGE_WITHIN)
    if around.first <= start or around.words[around.first - 1] not in words.change_by:
        return False
    told = around.words[start : around.first - 1]
    if around.words[around.first - 1] not in lex.of:
        told = [*told, *around.words[around.last : around.last + CHANGE_BEHIND]]
    return any(word in lex.change or word in words.change_nouns for word in told)
