"""Who stands behind a verb, whatever it is, right behind a figure's comma: "30 000 manifestants, tranche la police"."""

from .labels import institution
from .name_phrases import BREAKS, Voice, is_number
from .names import Speaking
from .tokens import Token
from .wording import wording

LONGEST_VERB = 4
"""Tokens of "a fini par reconnaître"."""


def behind_figure(tokens: list[Token], plain: list[str], comma: int, words: Speaking) -> Voice | None:
    """ "… 75 000, corrige le syndicat.", "…, acabó por reconocer el gobierno,": an institution alone behind a verb."""
    if plain[comma] != "," or (words.adjectives_first and not words.capital_nouns):
        return None  # "40 dead, including the police"
    first = comma + 1
    ends = range(first + 1, min(first + 1 + LONGEST_VERB, len(plain)))
    article = next((at for at in ends if plain[at] in words.determiners - words.no_subject), None)
    if article is None or not _is_verb(tokens, plain, first, article, words):
        return None
    voice = institution(tokens, plain, article, first, words)
    if voice is None or plain[voice.last : voice.last + 1] == [] or plain[voice.last] not in BREAKS:
        return None
    if any(words.telling.at(plain, at) for at in range(voice.first + 1, voice.last)):
        return None  # "a appris l'agence de source policière"
    start = next((at + 1 for at in range(comma - 1, -1, -1) if plain[at] in BREAKS), 0)
    return voice if any(is_number(word, words) for word in plain[start:comma]) else None


def _is_verb(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether one word that is no small one stands there, or an auxiliary with its verb."""
    if any(token.kind != "word" or not token.text[0].islower() for token in tokens[first:last]):
        return False
    small = words.ending | words.linking | words.relative | words.who | words.conjunctions | words.governing
    lows = [token.low for token in tokens]
    if wording(words.lang).including.at(lows, first) or plain[first] in words.participles:
        return False
    if last == first + 1:
        told = plain[first] not in small and not is_number(plain[first], words)
        return told and lows[first].endswith(words.finite_ends)
    preposition = plain[first] == words.having_preposition != lows[first]
    helped = plain[first] in words.having and not preposition
    return helped and plain[last - 1] not in small
