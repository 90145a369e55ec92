"""Verbs of speech that say nothing of their subject: "was recorded as 6.4 by the Geological Survey"."""

from itertools import takewhile

from .asides import before_circumstances
from .name_phrases import BREAKS, Voice, name_after
from .names import Speaking
from .tokens import Token
from .verb_second import closes
from .wording import wording

BY_WITHIN, BY_BEFORE = 6, 10
"""Tokens behind a verb in which who does it is named, and before one that ends its clause."""


def agent(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """Who a passive names: "was recorded as 6.4 by the survey", "wurde von der Polizei mit acht angegeben"."""
    behind = range(place, min(place + BY_WITHIN, len(plain)))
    clause = list(takewhile(lambda at: plain[at] not in BREAKS, range(place - 1, max(-1, place - BY_BEFORE), -1)))
    for by in (*(clause if words.verb_second else ()), *behind):
        if plain[by] in words.by and (voice := name_after(tokens, plain, by + 1, by, words)):
            return voice
    return None


def is_passive(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Whether the verb at a place is said of somebody, and not by them: "two Afghans reported missing"."""
    befell = place > 0 and wording(words.lang).fates.at([tokens[place - 1].low], 0) is not None
    near = plain[max(0, place - 2 + befell) : place]  # "han sido detenidas indicó la policía"
    if near[-1:] != [","] and any(word in words.passive for word in near):
        return plain[place - 1] not in words.unnamed
    if plain[place] in words.reduced and words.said_of.at(plain, place + 1):
        return True
    behind = place + 1 + (not words.passive.isdisjoint(plain[place + 1 : place + 2]))  # "geschätzt worden"
    if words.verb_second and closes(plain, behind) and _is_passive_clause(plain, place, words):
        return True
    if tokens[place].low not in words.participles:
        return False
    first = max(0, min(place - 4, before_circumstances(plain, place, words)))  # "avaient dans un premier temps annoncé"
    return words.having.isdisjoint(plain[first:place])


def _is_passive_clause(plain: list[str], place: int, words: Speaking) -> bool:
    """ "Aus Sachsen sind 45 Tote gemeldet": a participle at the clause's end, its auxiliary far before it."""
    clause = list(takewhile(lambda word: word not in BREAKS, reversed(plain[:place])))
    return not words.passive.isdisjoint(clause) and words.having.isdisjoint(clause)
