"""Names that tell whose something is, and not where: the police's own town, the country that attacks."""

from bisect import bisect_left
from functools import cache

from .attacks import behind_verb, sent, struck_last
from .gazetteer import speaks
from .kinds import kind_hits
from .lexicon import lexicon
from .mention import Mention
from .territories import bare, words_of_place
from .tokens import APOSTROPHES, Token
from .told_where import is_seated
from .towns import country_of

OFFICES = frozenset(
    ("police", "army", "ministry", "interior-ministry", "health-ministry", "authorities", "rescuers", "fire-department")
)
"""Kinds of institutions that speak of what is elsewhere; a fire may be in a hospital."""
ARMY = 2
"""Words between a people and its verb: "Israeli fighter jets struck"."""
STRUCK_WITHIN = 12
"""Tokens behind who strikes in which the verb and its object stand."""
BESIDE = 4
"""Tokens between an attack and its aim, or a people's own and where it is: "fired missiles at Kharkiv"."""


def tells_where(tokens: list[Token], mention: Mention, others: list[Mention], lang: str) -> bool:
    """Whether something is where a name says; not "Israel says", nor by whose office, missiles or convoy it is.

    `others` are all places named, in order.
    """
    if is_seated(tokens, mention, lang):
        return False
    if mention.kind == "place":
        return not _is_seat(tokens, mention, lang)
    start = bisect_left(others, mention.last, key=lambda other: other.first)
    behind = [other for other in others[start : start + BESIDE + 1] if other.first <= mention.last + BESIDE]
    if mention.people:
        whose = _sends(tokens, mention, lang) or _strikes(tokens, mention, behind, lang)
        return not (whose or any(_is_abroad(tokens, mention, other, lang) for other in behind))
    words = [bare(token.text) for token in tokens[mention.first : mention.last + BESIDE]]
    return not (speaks(words, 0, mention.last - mention.first, lang) or _attacks(tokens, mention, behind, lang))


def _is_seat(tokens: list[Token], mention: Mention, lang: str) -> bool:
    """Whether a town only tells which office is meant: "police in Goma", "die Polizei in Köln", "Goma police"."""
    place = mention.first - follows_locative(tokens, mention, lang)
    before, behind = tokens[max(0, place - 1) : place], tokens[mention.last : mention.last + 1]
    adjective = place == mention.first
    beside = behind if adjective and lexicon(lang).adjectives_first else before
    return any(_is_office(token, lang) for token in beside)


def follows_locative(tokens: list[Token], mention: Mention, lang: str) -> bool:
    """Whether "in", "of" or the like stands right before a name."""
    return mention.first > 0 and tokens[mention.first - 1].low in words_of_place(lang, "locatives")


def _is_office(token: Token, lang: str) -> bool:
    word = bare(token.text)
    return any(kind in OFFICES for _, _, kind in kind_hits([word])) and word not in words_of_place(lang, "heads")


def _is_abroad(tokens: list[Token], mention: Mention, other: Mention, lang: str) -> bool:
    """Whether what a people calls its own is in another country: "a German aid convoy in Niger"."""
    between = [bare(token.text) for token in tokens[mention.last : other.first]]
    inside = not words_of_place(lang, "inside").isdisjoint(between) and all(word.isalnum() for word in between)
    return inside and not other.people and mention.ref not in (other.ref, country_of(other.ref))


def _attacks(tokens: list[Token], mention: Mention, behind: list[Mention], lang: str) -> bool:
    """ "Russia strikes Kharkiv", before one of the places `behind`; "Russia's missiles"."""
    place = mention.last
    while place < len(tokens) and tokens[place].low in lexicon(lang).possessive | APOSTROPHES:
        place += 1
    words = [bare(token.text) for token in tokens[place : place + 2]]
    return (place > mention.last and _is_sent(words, lang)) or _strikes(tokens, mention, behind, lang)


def _strikes(tokens: list[Token], mention: Mention, behind: list[Mention], lang: str) -> bool:
    """Whether a country or its people, or its army, strikes one of the places behind it."""
    start = mention.last
    words = [bare(token.text) for token in tokens[start : start + STRUCK_WITHIN]]
    army = ARMY if mention.people and lexicon(lang).adjectives_first else 0
    for place in range(army + 1):
        verb = behind_verb(words, place, lang)
        past = start + verb if verb is not None else len(tokens)
        if _is_name(tokens, past, lang) or any(past <= other.first for other in behind):
            return True
        if any(struck_last(words, place, other.first - start, other.last - start, lang) for other in behind):
            return True
    return False


def _is_name(tokens: list[Token], place: int, lang: str) -> bool:
    """Whether a name stands at a place, where not all nouns have capitals: "Turkey bombed Qamishli"."""
    return not lexicon(lang).capital_nouns and place < len(tokens) and tokens[place].text[0].isupper()


def _sends(tokens: list[Token], mention: Mention, lang: str) -> bool:
    """A people's or a country's adjective beside an attack, on the side where the language has its nouns."""
    if lexicon(lang).adjectives_first:
        return _is_sent([bare(token.text) for token in tokens[mention.last : mention.last + 2]], lang)
    before = tokens[max(0, mention.first - 2) : mention.first]
    return any(_is_sent([bare(token.text)], lang) for token in before)


def _is_sent(words: list[str], lang: str) -> bool:
    """Whether words begin with an attack, or a compound of one: "Raketenangriff"."""
    compound = lexicon(lang).capital_nouns and bool(words) and words[0].endswith(_ends(lang))
    return compound or sent(lang).at(words, 0) is not None


@cache
def _ends(lang: str) -> tuple[str, ...]:
    return tuple(words_of_place(lang, "sent"))
