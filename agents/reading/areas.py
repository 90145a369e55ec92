"""Areas and towns that no list knows, by what stands beside their names: their kind, or "in" that opens a sentence."""

from functools import cache

from .. import languages
from .attacks import is_struck
from .lexicon import lexicon
from .mention import Mention, goes_before, goes_on, name_ref
from .territories import bare, countries, states, words_of_place
from .tokens import APOSTROPHES, Token, hyphened
from .towns import cities, is_town
from .vocabulary import is_known
from .wording import wording

LONGEST_NAME = 4
"""Words of the name of an area."""
LONGEST_KIND = 8
"""Tokens of "the hardest-hit city" before the name of it."""


def headed(tokens: list[Token], words: list[str], place: int, lang: str) -> Mention | None:
    """An area that no list knows, by its kind: "Kreis Ahrweiler", "province of Al Haouz", "Al Haouz province"."""
    before = words[place] in words_of_place(lang, "heads")
    kinds = words_of_place(lang, "areas")
    if not before and kinds.isdisjoint(words[place + 1 : place + LONGEST_NAME + 2]):
        return None
    first = place + before
    while before and first < len(words) and words[first] in of_areas(lang):
        first += 1
    last = name_end(tokens, words, first, lang, told=before)
    if before:
        told = first > place + 1 or lexicon(lang).capital_nouns  # "Ybor City Halloween"
    else:
        told = not kinds.isdisjoint(words[last : last + 1]) and _stands_apart(tokens, words, place, lang)
    if last == first or not told or _is_listed(words, first, last, lang):
        return None
    last += not before and tokens[last].text[0].isupper()  # "Clarke County"
    return Mention(first, last, name_ref(" ".join(words[first:last])), "place")


def _stands_apart(tokens: list[Token], words: list[str], place: int, lang: str) -> bool:
    """Neither the end of a longer name nor an adjective: "the Mediterranean city"."""
    return not (goes_before(tokens, place, lang) or (place > 0 and words[place - 1] in articles(lang)))


def _is_listed(words: list[str], first: int, last: int, lang: str) -> bool:
    """Whether the lists know the whole name."""
    hits = (known.at(words, first) for known in (cities(), states(lang), countries(lang)))
    return any(hit is not None and hit[0] == last - first for hit in hits)


def opening(tokens: list[Token], words: list[str], place: int, lang: str) -> Mention | None:
    """ "In Amizmiz, a town of 14,000": a name that no file knows, which opens a sentence and is told what it is."""
    if place == 0 or not tokens[place - 1].text[0].isupper() or words[place - 1] not in words_of_place(lang, "inside"):
        return None
    last = name_end(tokens, words, place, lang, told=False)
    plain = [word for word in words[place:last] if word.isalnum() and not is_known(word, lang)]
    shouted = tokens[place].text.isupper()
    if not plain or shouted or not _is_explained(words, last, lang):
        return None
    return Mention(place, last, name_ref(" ".join(words[place:last])), "place")


def small_town(tokens: list[Token], words: list[str], place: int, lang: str) -> Mention | None:
    """ "In Bregenz": a town that is too small to be known without "in", which may be a surname or a word elsewhere.

    Whatever has a name and is nearby is one: "in neighbouring Donggala".
    """
    if tokens[place].text[1:].lower() != tokens[place].text[1:]:
        return None
    owned = not APOSTROPHES.isdisjoint(words[place + 1 : place + 2])  # "in neighbouring Smith's house"
    beside = place > 1 and words[place - 1] in words_of_place(lang, "beside") and not owned
    if not (beside or is_town(words[place])):
        return None
    inside = place > 0 and words[place - 1 - beside] in words_of_place(lang, "inside")
    if not (inside or is_struck(tokens, words, place, place + 1, lang)):
        return None
    if is_known(words[place], lang) or goes_on(tokens, place + 1):
        return None
    return Mention(place, place + 1, name_ref(words[place]), "place")


def _is_explained(words: list[str], place: int, lang: str) -> bool:
    """Whether it is told behind a name what it is: ", a town", ", the hardest-hit city"."""
    if words[place : place + 1] != [","] or place + 1 >= len(words):
        return False
    behind = words[place + 2 : place + 2 + LONGEST_KIND]
    behind = behind[: behind.index(",")] if "," in behind else behind
    kind = not words_of_place(lang, "heads").isdisjoint(behind)
    article = words[place + 1]
    return article in lexicon(lang).articles or (kind and article in words_of_place(lang, "definite"))


def apposed(tokens: list[Token], words: list[str], place: int, lang: str) -> Mention | None:
    """ "In the hardest-hit city, Amizmiz, …": a name that no file knows, behind the kind of area that it is."""
    if place < 2 or words[place - 1] != "," or not tokens[place].text[0].isupper():
        return None
    last = name_end(tokens, words, place, lang, told=False)
    plain = not any(is_known(word, lang) for word in words[place:last] if word.isalnum())
    if last == place or not plain or not is_told_by_kind(tokens, words, place, last, lang):
        return None
    return Mention(place, last, name_ref(" ".join(words[place:last])), "place")


def is_told_by_kind(tokens: list[Token], words: list[str], place: int, last: int, lang: str) -> bool:
    """Whether a name stands behind its kind in signs: "the hardest-hit city, X,"; not "the mayor of the city, X,"."""
    if place < 2 or words[place - 1] != "," or (last < len(tokens) and tokens[last].kind != "sign"):
        return False
    first = place - 1
    while first > 0 and place - first <= LONGEST_KIND and (tokens[first - 1].kind != "sign" or words[first - 1] == "-"):
        first -= 1
    kind = next((at for at in range(first, place) if words[at] in words_of_place(lang, "heads")), first)
    article = next((at for at in range(kind - 1, first - 1, -1) if words[at] in words_of_place(lang, "definite")), None)
    return article is not None and (article == 0 or words[article - 1] not in lexicon(lang).of)


def name_end(tokens: list[Token], words: list[str], first: int, lang: str, *, told: bool) -> int:
    """Where capitals end that may name an area; its kind is told before, or such a name begins with no small word."""
    last = first
    small = lexicon(lang).stop
    while last < len(tokens) and last - first < LONGEST_NAME and _may_name(tokens, words, last, lang):
        if words[last] in small and not (told and last == first):
            break
        last += 1
    while last > first and tokens[last - 1].kind == "sign":
        last -= 1
    return last


def _may_name(tokens: list[Token], words: list[str], place: int, lang: str) -> bool:
    token = tokens[place]
    if hyphened(tokens, place) or token.text in APOSTROPHES:
        return place > 0 and tokens[place - 1].end == token.start
    if hyphened(tokens, place + 1):  # "Jabal al-Akhdar"
        return token.kind == "word"
    return token.text[0].isupper() and token.kind == "word" and words[place] not in _no_names(lang)


@cache
def _no_names(lang: str) -> frozenset[str]:
    """What no name of an area is made of."""
    return words_of_place(lang, "areas") | words_of_place(lang, "no_areas") | wording(lang).nouns.keys()


@cache
def of_areas(lang: str) -> frozenset[str]:
    """What stands between a kind of area and its name."""
    return words_of_place(lang, "of_areas").union(APOSTROPHES)


@cache
def articles(lang: str) -> frozenset[str]:
    """The articles that a name may follow."""
    return frozenset(map(bare, languages.table(lang, "attribution").get("opening", ())))
