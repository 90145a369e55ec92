"""Who stands behind a verb, whatever it is, right behind a figure's comma: "30 000 manifestants, tranche la police".

Only where the sentence or its part holds no more than the figure and them: "… 300, ont attaqué la mairie" is no speech.
"""

from .labels import institution
from .lexicon import lexicon
from .name_phrases import Voice, is_number
from .names import Speaking
from .opposing import ENDS
from .tokens import Token
from .wording import wording

LONGEST_VERB = 4
"""Tokens of "a fini par reconnaître"."""
SENTENCE_ENDS = frozenset(".;!?")


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
    if voice is None or plain[voice.last : voice.last + 1] == [] or plain[voice.last] not in SENTENCE_ENDS:
        return None
    if any(words.telling.at(plain, at) for at in range(voice.first + 1, voice.last)):
        return None  # "a appris l'agence de source policière"
    return voice if _is_figure(tokens, plain, comma, words) else None


def _is_figure(tokens: list[Token], plain: list[str], comma: int, words: Speaking) -> bool:
    """Whether a figure, hedged or not, fills a part of a sentence up to its comma, alone or behind a form of "be"."""
    start = next((at + 1 for at in range(comma - 1, -1, -1) if plain[at] in ENDS), 0)
    number = next((at for at in range(start, comma) if is_number(plain[at], words)), comma)
    behind = next((at for at in range(number, comma) if not is_number(plain[at], words)), comma)
    known, noun = wording(words.lang), tokens[behind].low
    counted = noun in known.persons or known.is_thing(noun) or known.fates.at([noun], 0) is not None
    if number == comma or not (behind == comma or (behind == comma - 1 and counted)):
        return False  # "300 mètres plus loin, veille la police"
    opening = number
    while opening > start and (hedge := _before_number(tokens, plain, start, opening, words)):
        opening -= hedge
    return opening == start or ("," not in plain[start:opening] and plain[opening - 1] in words.passive)


def _before_number(tokens: list[Token], plain: list[str], start: int, place: int, words: Speaking) -> int:
    """How many tokens of a hedge, or of what may stand before one, end at a place."""
    lows = [token.low for token in tokens[start:place]]
    hedge = lexicon(words.lang).before.before(lows, len(lows))
    return hedge[0] if hedge else int(plain[place - 1] in words.of - {"-"})


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
