"""Where something happened, by a name that no list knows: a mine, a camp, "near X", "the landslide of X"."""

from functools import cache

from .. import languages
from .areas import articles, name_end, of_areas
from .attacks import is_struck
from .lexicon import lexicon
from .mention import Mention, goes_before, goes_on, name_ref
from .phrases import Phrases
from .territories import bare, words_of_place
from .tokens import APOSTROPHES, Token
from .vocabulary import is_known

BEFORE = 6
"""Tokens before a name in which its kind stands: "mina de carbón de"."""
NATURAL = ("flood", "quake", "fire", "eruption", "collapse", "crash", "crush", "avalanche", "explosion", "poisoning")
"""Events that are of a place, and of nobody."""
SHORTEST = 4
"""Letters of a name that is no acronym."""


def at_site(tokens: list[Token], words: list[str], place: int, lang: str) -> Mention | None:
    """A name beside its kind of site, behind what tells that something is near it, or behind what happened there."""
    if tokens[place].kind != "word" or tokens[place].text[1:].isupper() or goes_before(tokens, place, lang):
        return None
    last = name_end(tokens, words, place, lang, told=False)
    if last == place or goes_on(tokens, last) or not _is_unknown(words[place:last], lang):
        return None
    if sum(map(len, words[place:last])) < SHORTEST:
        return None
    behind = lexicon(lang).adjectives_first and _is_before_site(tokens, words, last, lang)
    told = behind or _near(lang).before(words, place) or _follows_site(words, place, lang)
    told = told or _follows_event(words, place, lang) or _is_struck(tokens, words, place, last, lang)
    return Mention(place, last, name_ref(" ".join(words[place:last])), "place") if told else None


def _is_unknown(words: list[str], lang: str) -> bool:
    """Whether no word of a name is one of the language's own."""
    return not any(is_known(word, lang) for word in words if word.isalnum())


def _is_before_site(tokens: list[Token], words: list[str], last: int, lang: str) -> bool:
    """ "The Abu Shouk displacement camp", "Arkavathi mine"."""
    sites = words_of_place(lang, "sites")
    near = words[last : last + 2]
    alone = last < len(tokens) and tokens[last].text.islower()
    return alone and (near[0] in sites or (len(near) > 1 and near[1] in sites and near[0] not in lexicon(lang).stop))


def _follows_site(words: list[str], place: int, lang: str) -> bool:
    """ "La mina Bulla Loca", "la mina de carbón de Samacá", "le camp de réfugiés d'Abou Chouk"."""
    sites, small = words_of_place(lang, "sites"), of_areas(lang) | lexicon(lang).of | APOSTROPHES
    first = max(0, place - BEFORE)
    nouns = 0
    for at in range(place - 1, first - 1, -1):
        if words[at] in sites:
            return nouns == 0 or words[place - 1] in small
        nouns += words[at] not in small
        if nouns > 1 or not (words[at].isalpha() or words[at] in APOSTROPHES):
            return False
    return False


def _follows_event(words: list[str], place: int, lang: str) -> bool:
    """ "L'éboulement de Rubaya", "Überschwemmungen auf Sumatra": what happened, and "in" or "of" before the name."""
    at = place - 1
    while at > 0 and (words[at] in articles(lang) or words[at] in APOSTROPHES):
        at -= 1
    if at <= 0 or words[at] not in words_of_place(lang, "inside") | words_of_place(lang, "of_events"):
        return False
    return _events(lang).before(words, at) is not None or (lexicon(lang).capital_nouns and _is_compound(words[at - 1]))


def _is_struck(tokens: list[Token], words: list[str], place: int, last: int, lang: str) -> bool:
    """ "The mudslide that hit Chimborazo": not "the scandal that hit Boeing"."""
    near = range(max(0, place - BEFORE), place)
    return any(_events(lang).at(words, at) for at in near) and is_struck(tokens, words, place, last, lang)


@cache
def _is_compound(word: str) -> bool:
    """ "Grubenunglück", "Gasexplosion"."""
    return any(
        len(word) > len(end) and word.endswith(end)
        for code in languages.codes()
        if lexicon(code).capital_nouns
        for end in _single(code)
    )


@cache
def _single(lang: str) -> tuple[str, ...]:
    table = languages.table(lang, "events")
    return tuple(bare(text) for kind in NATURAL for text in table.get(kind, ()) if len(text) > SHORTEST + 1)


@cache
def _events(lang: str) -> Phrases:
    table = languages.table(lang, "events")
    return Phrases((bare(text), kind) for kind in NATURAL for text in table.get(kind, ()))


@cache
def _near(lang: str) -> Phrases:
    return Phrases((text, "near") for text in words_of_place(lang, "near"))
