"""Where something is only told: "announced in Moroni", "visiting Goma"; and a dateline's capital for its country."""

from functools import cache

from .kinds import kind_hits, kind_of
from .lexicon import lexicon
from .mention import Mention
from .names import speaking
from .phrases import Phrases
from .territories import bare, words_of_place
from .tokens import HYPHEN, Token, tokenize
from .towns import capitals, country_of, name_of
from .wording import wording

NATIONAL = frozenset(("ministry", "interior-ministry", "health-ministry", "army", "government"))
"""Kinds of institutions that a country has one of."""
HOSPITAL = "hospital"
"""An institution of which one tells where it is."""
NAME_WITHIN = 10
"""Tokens of a name before it."""
SEAT_WITHIN = 4
"""Tokens before "based" in which it is told who is so."""
FARTHEST = 6
"""Tokens between "announced" and the place: "announced late on Thursday in"."""


def is_told_there(tokens: list[Token], mention: Mention, places: list[Mention], lang: str) -> bool:
    """Whether a verb of telling or a visit stands before a place, or it is a seat: "told reporters in Kinshasa"."""
    if is_seated(tokens, mention, lang):
        return True
    if mention.kind == "place" and mention.first > 1 and not _is_counted(tokens, mention, places):
        first = max(0, mention.first - FARTHEST)
        words = [bare(token.text) for token in tokens[first : mention.first]]
        place = len(words) - (words[-1] in words_of_place(lang, "locatives"))
        while place > 0:
            if _telling(lang).before(words, place):
                return True
            if not _is_time(tokens[first + place - 1], lang):
                return False
            place -= 1
    return False


def is_seated(tokens: list[Token], mention: Mention, lang: str) -> bool:
    """ "Mit Sitz in den USA", "Britain-based", "in Bonn ansässig": where somebody has their seat, no troops."""
    words, first, behind = words_of_place(lang, "seated"), mention.first, mention.last
    while first > 0 and bare(tokens[first - 1].text) in words_of_place(lang, "seated_in"):
        first -= 1
    if first > 0 and bare(tokens[first - 1].text) in words:
        return _has_seat(tokens[: first - 1], lang)
    behind += behind < len(tokens) and tokens[behind].text in HYPHEN
    told = behind < len(tokens) and bare(tokens[behind].text) in words
    return told and not any(_is_there(token, lang) for token in tokens[behind + 1 : behind + 2])


def _has_seat(before: list[Token], lang: str) -> bool:
    """Whether what stands before "based" is no thing, no soldier and no article: "HRANA, based", no "troops based"."""
    words = speaking(lang)
    near = [token for token in before[-SEAT_WITHIN:] if token.text != "," and bare(token.text) not in words.passive]
    if near and bare(near[-1].text) in words.determiners:
        return len(near) > 1 and bare(near[-2].text) in words.who | words.relative  # "dont le siège est à Londres"
    heads = [token for token in near if bare(token.text) not in words.governing | words.relative | words.who]
    if not words.adjectives_first and kind_of(" ".join(token.text for token in before[-NAME_WITHIN:])):
        return True  # "l'Observatoire des droits de l'homme, basé à"
    return bool(heads) and not _is_there(heads[-1], lang)


def _is_there(token: Token, lang: str) -> bool:
    """Whether a word is a thing's, a person's or a soldier's, who are where they have their base; or a hospital's."""
    known, low = wording(lang), token.low
    if low in known.persons or low in known.soldiers or kind_of(low) == HOSPITAL:
        return True
    return token.text[0].islower() and known.is_thing(low)


def _is_counted(tokens: list[Token], mention: Mention, places: list[Mention]) -> bool:
    """ "Officials said in Derna 300 people died": whether a number stands right behind, whose place this is.

    Not "said in Kinshasa 30 people died in Goma": whose clause has a place of its own.
    """
    place = mention.last
    if place >= len(tokens) or tokens[place].kind != "number":
        return False
    ends = (at for at in range(place + 1, len(tokens)) if tokens[at].kind != "word")
    end = next(ends, len(tokens))
    return not any(place < other.first < end and _apart(other, mention) for other in places)


def _apart(other: Mention, mention: Mention) -> bool:
    """Whether another place is neither the same nor holds it: no "in Derna 300 people died in Libya"."""
    return other.kind == "place" and other.ref not in (mention.ref, country_of(mention.ref))


def _is_time(token: Token, lang: str) -> bool:
    """A part of when something was told."""
    words = lexicon(lang)
    small = words_of_place(lang, "locatives") | words_of_place(lang, "told_when") | words.months | words.weekdays
    return token.kind == "number" or token.low in small


@cache
def _telling(lang: str) -> Phrases:
    return Phrases((text, "told") for text in words_of_place(lang, "told_there"))


def of_country(place: str | None, speaker: str | None, heading: str, rest: str) -> str | None:
    """A country for its capital where only a dateline, `heading`, names that and a ministry counts.

    `heading` and all else, `rest`, are bare: they are the same for every figure of an article.
    """
    name = name_of(place) if place else None
    if place is None or name is None or speaker is None or not heading:
        return place
    nation = country_of(place)
    words = [bare(token.text) for token in tokenize(speaker, 0, len(speaker), spaced=False)]
    national = any(kind in NATIONAL for _, _, kind in kind_hits(words))
    capital = capitals().get(bare(name)) == nation
    return nation if national and capital and bare(name) in heading and bare(name) not in rest else place
