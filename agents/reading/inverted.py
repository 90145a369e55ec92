"""Who stands behind a verb, whatever it is, right behind a figure or a quotation: "30 000 morts, tranche la police".

Behind a figure, only where the sentence or its part holds no more than the figure and them: "… 300, ont attaqué la
mairie" is no speech.
"""

from .asides import MARKS, past_circumstances
from .kinds import kind_of
from .labels import institution
from .lexicon import lexicon
from .name_phrases import BREAKS, Voice, checked, end_of_name, is_number, text_of
from .names import Speaking
from .opposing import ENDS
from .tokens import Token
from .wording import wording

LONGEST_VERB = 4
"""Tokens of "a fini par reconnaître"."""
SHORTEST_QUOTE = 4
"""Tokens of what is quoted and no name."""
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


def gives_before(tokens: list[Token], plain: list[str], verb: int, behind: int, words: Speaking) -> bool:
    """ "Ils sont 9 000, a actualisé vendredi le bureau de l'ONU": whether a verb has its number before its comma.

    An institution stands behind it, the verb [verb, behind) alone before that.
    """
    comma = verb - 1 - (plain[verb - 1] in words.having)
    if comma < 1 or plain[comma] != ",":
        return False
    start = next((at + 1 for at in range(comma - 1, -1, -1) if plain[at] in ENDS), 0)
    subject = past_circumstances(plain, behind, words)
    opens = subject < len(plain) and plain[subject] in words.opening
    told = opens and any(is_number(word, words) for word in plain[start:comma])
    return told and institution(tokens, plain, subject, verb, words) is not None


def behind_quote(tokens: list[Token], plain: list[str], mark: int, words: Speaking) -> Voice | None:
    """ "« … »", celebró su portavoz", "„…“, hielt Verdi-Chefin Anna Weber dagegen": who speaks behind a quotation.

    An institution, somebody with an office, or a name of two words, alone behind a verb.
    """
    first = mark + 1 + (plain[mark + 1 : mark + 2] == [","])
    if tokens[mark].text not in MARKS or first + 1 >= len(plain) or not _closes(tokens, mark):
        return None
    last = first + 1 + (plain[first] in words.having)
    if words.verbs.at(plain, first) or words.verbs.at(plain, last - 1) or tokens[first].text in MARKS:
        return None
    if wording(words.lang).fates.at([tokens[last - 1].low], 0):
        return None  # "« … »", murió Juan Pérez
    ends = words.moving_ends if words.adjectives_first and not words.capital_nouns else words.finite_ends
    if not _may_be_verb(tokens, plain, first, last, words) or not tokens[last - 1].low.endswith(
        (*ends, *words.participles)
    ):
        return None
    behind = past_circumstances(plain, last, words)
    voice = checked(tokens, plain, behind, end_of_name(tokens, plain, behind, words), first, words)
    if voice is None or not _ends_clause(tokens, plain, voice.last, words):
        return None
    name = [token for token in tokens[voice.first : voice.last] if token.kind == "word"]
    person = len(name) > 1 and all(token.text[0].isupper() for token in name)
    office = not words.titles.isdisjoint(plain[voice.first : voice.last])
    return voice if person or office or kind_of(text_of(tokens, voice.first, voice.last)) else None


def _closes(tokens: list[Token], mark: int) -> bool:
    """Whether a quotation of some words ends at a mark."""
    opening = next((at for at in range(mark - 1, -1, -1) if tokens[at].text in MARKS), -1)
    return mark - opening > SHORTEST_QUOTE


def _ends_clause(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a sign ends a clause at a place, or behind the verb's particle: "hielt der Verband dagegen"."""
    place += words.verb_second and place < len(plain) and tokens[place].kind == "word" and tokens[place].text.islower()
    return place >= len(plain) or plain[place] in BREAKS


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


def _may_be_verb(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether words with small letters stand there that are no small words."""
    if any(token.kind != "word" or not token.text[0].islower() for token in tokens[first:last]):
        return False
    small = words.ending | words.linking | words.relative | words.who | words.conjunctions | words.governing
    return plain[last - 1] not in small


def _is_verb(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether one word that is no small one stands there, or an auxiliary with its verb."""
    if not _may_be_verb(tokens, plain, first, last, words):
        return False
    lows = [token.low for token in tokens]
    if wording(words.lang).including.at(lows, first) or plain[first] in words.participles:
        return False
    if last == first + 1:
        return not is_number(plain[first], words) and lows[first].endswith(words.finite_ends)
    preposition = plain[first] == words.having_preposition != lows[first]
    return plain[first] in words.having and not preposition
