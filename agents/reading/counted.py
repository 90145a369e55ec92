"""The counted noun after a number: its phrase and its head, by rules, without a model."""

from typing import NamedTuple

from .lexicon import Lexicon
from .tokens import Token, glued, hyphened

CLOSING = frozenset('”"')
"""Quotation marks that may close between a number and its noun, where they are glued to the number."""
OPENING = frozenset('«“„"')
"""Quotation marks that may open between a number and its noun, where they are glued to the noun."""
LONGEST = 6
LONGEST_GLOSS = 12
"""Tokens of what an acronym stands for, brackets included."""
ONE_INITIAL = 2
"""Tokens of a letter and its point."""


class Counted(NamedTuple):
    """Tokens [first, last) of the phrase, and the token that is its head."""

    first: int
    last: int
    head: int


def counted_noun(tokens: list[Token], place: int, lex: Lexicon) -> Counted | None:
    """The noun phrase that begins at or right after `place`: "soldats nord-coréens", "North Korean troops"."""
    first = _skip(tokens, place, lex)
    if first is None:
        return None
    if first == place + 1 and hyphened(tokens, place):  # "a five-storey building" counts storeys
        qualifier = lex.after.at([token.low for token in tokens[place : place + 2]], 0)  # "30-odd people"
        return None if qualifier else Counted(first, first + 1, first)
    begin = last = _past_owner(tokens, _past_gloss(tokens, _past_initials(tokens, first, lex), lex), lex)
    while last < len(tokens) and last - begin < LONGEST and _goes_on(tokens, last, begin, lex):
        last += 1
    while last > begin and (tokens[last - 1].kind != "word" or tokens[last - 1].low in lex.skip):
        last -= 1
    last = _past_pair(tokens, begin, last, lex)
    words = [index for index in range(begin, last) if tokens[index].kind == "word"]
    if lex.capital_nouns:
        words = _capitals(tokens, words)  # "auf acht gestiegen" counts nothing of its own
        last = words[-1] + 1 if words else last
    if not words:
        return None
    head = _head(tokens, words, lex)
    return Counted(first, head + 1 if lex.adjectives_first else last, head)


def _past_pair(tokens: list[Token], begin: int, last: int, lex: Lexicon) -> int:
    """Past "and" between two words that stand before one noun in the plural: "eight oil and gas companies"."""
    if not lex.adjectives_first or not 0 < last - begin <= 2 or last + 2 >= len(tokens):
        return last
    if tokens[last].low not in lex.conjunctions or any(t.low.endswith(lex.plural) for t in tokens[begin:last]):
        return last
    for place in range(last + 1, min(last + 4, len(tokens))):
        token = tokens[place]
        if token.kind != "word" or token.low in lex.stop or token.low.endswith(lex.verb_endings):
            return last
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        heads = following is not None and following.kind == "word" and following.low.endswith(lex.plural)
        if token.low.endswith(lex.plural) and not heads:  # "gas companies"
            return place + 1
    return last


def _capitals(tokens: list[Token], words: list[int]) -> list[int]:
    """The first run of capitalised words, which are the nouns: "20.000 neue Stellen fallen"."""
    run: list[int] = []
    for index in words:
        if tokens[index].text[0].isupper():
            run.append(index)
        elif run:
            break
    return run


def _skip(tokens: list[Token], place: int, lex: Lexicon) -> int | None:
    """Past "de", "d'", "autres"…; None when no noun can follow."""
    place += _closes(tokens, place) or _opens(tokens, place)
    while place < len(tokens) and (tokens[place].low in lex.skip or _glues(tokens, place)):
        if _compound(tokens, place):  # "petits-enfants"
            break
        place += 1
    place = _past_model(tokens, place)
    if place >= len(tokens) or tokens[place].kind != "word":
        return None
    return place if tokens[place].low not in lex.stop or _compound(tokens, place) else None


def _closes(tokens: list[Token], place: int) -> bool:
    """Whether a quotation of the number alone ends: "« 40 000 » personnes", but '150 "gilets jaunes"'."""
    sign = tokens[place].low if place < len(tokens) else ""
    return sign == "»" or (sign in CLOSING and glued(tokens, place - 1))


def _opens(tokens: list[Token], place: int) -> bool:
    """Whether a quotation of the noun alone begins: "2.000 «gilets jaunes»"."""
    return place + 1 < len(tokens) and tokens[place].low in OPENING and tokens[place + 1].start == tokens[place].end


def _glues(tokens: list[Token], place: int) -> bool:
    """Whether a sign glues a number to its noun: "30-odd"; a dash between two spaces parts them."""
    return tokens[place].low == "'" or (tokens[place].low == "-" and (place == 0 or glued(tokens, place - 1)))


def _past_initials(tokens: list[Token], place: int, lex: Lexicon) -> int:
    """Past what stands before the noun in initials: "200 U.S. troops"; one letter may end a sentence."""
    last = place
    while last + 2 < len(tokens) and _is_initial(tokens, last):
        last += 2
    if last == place + ONE_INITIAL:
        return place
    return last + (tokens[last].low in lex.conjunctions)  # "12 U.S. and British soldiers"


def _past_gloss(tokens: list[Token], place: int, lex: Lexicon) -> int:
    """Past an acronym and what it stands for: "ISIS (Islamic State of Iraq and Syria) fighters"."""
    if not tokens[place].text.isupper() or place + 1 >= len(tokens) or tokens[place + 1].low != "(":
        return place
    inside = range(place + 2, min(place + LONGEST_GLOSS, len(tokens)))
    closing = next((at for at in inside if tokens[at].low == ")"), None)
    if closing is None or closing + 1 >= len(tokens) or not lex.adjectives_first:
        return place
    noun = tokens[closing + 1]
    return closing + 1 if noun.kind == "word" and noun.low not in lex.stop else place


def _past_owner(tokens: list[Token], place: int, lex: Lexicon) -> int:
    """Past whose they are: "4,200 of the island nation's residents"."""
    last = place
    while last < len(tokens) and last - place < LONGEST and tokens[last].kind == "word":
        if tokens[last].low in lex.stop and last > place:
            return place
        last += 1
    owned = [token.text for token in tokens[last : last + 2]]
    if len(owned) < 2 or owned[0] not in ("'", "’") or owned[1] not in lex.possessive or not glued(tokens, last):
        return place
    return last + 2 if last + 2 < len(tokens) and tokens[last + 2].kind == "word" else place


def _is_initial(tokens: list[Token], place: int) -> bool:
    letter, point = tokens[place : place + 2]
    return len(letter.text) == 1 and letter.text.isupper() and point.text == "." and letter.end == point.start


def _past_model(tokens: list[Token], place: int) -> int:
    """Past the name of a model: "14 Shahed-136 drones", "50 F-16s"."""
    if not hyphened(tokens, place + 1) or tokens[place].kind != "word" or tokens[place + 2].kind != "number":
        return place
    return place + 3 + glued(tokens, place + 2)


def _compound(tokens: list[Token], place: int) -> bool:
    """Whether a hyphen joins a word to the next: the "sous" of "sous-officiers" is no preposition."""
    return hyphened(tokens, place + 1) and tokens[place + 2].kind == "word"


def _goes_on(tokens: list[Token], place: int, first: int, lex: Lexicon) -> bool:
    token = tokens[place]
    if token.kind == "sign":
        hyphen = token.low == "-" and place > first
        return hyphen and token.start == tokens[place - 1].end and place + 1 < len(tokens)
    if token.kind != "word" or token.low in lex.months or token.low in lex.weekdays:
        return False
    if token.low in lex.stop:
        return place == first and _compound(tokens, place)
    return place == first or hyphened(tokens, place - 1) or not token.low.endswith(lex.verb_endings)


def _head(tokens: list[Token], words: list[int], lex: Lexicon) -> int:
    """English and German put the noun last, the Romance languages first; a plural is the likelier noun."""
    if not lex.adjectives_first:
        nouns = (index for index in words if tokens[index].low not in lex.preposed or hyphened(tokens, index + 1))
        return next(nouns, words[-1])
    plurals = [index for index in words if tokens[index].low.endswith(lex.plural)]
    if not plurals:
        return words[-1]
    head = plurals[0]
    while following := next((at for at in (head + 1, head + 2) if at in plurals and _joins(tokens, head, at)), 0):
        head = following
    return head


def _joins(tokens: list[Token], head: int, following: int) -> bool:
    """Whether nothing, or a hyphen, stands between two nouns: "measles cases", "Dengue-Fälle"."""
    return following == head + 1 or hyphened(tokens, head + 1)
