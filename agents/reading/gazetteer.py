"""Countries, regions and cities named in a text, by well-kept lists: CLDR (Babel), GeoNames, and language data."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

from ...schemas.claim import Entity
from .. import languages
from .areas import apposed, articles, headed, is_told_by_kind, of_areas, opening, small_town
from .attacks import is_struck
from .lexicon import lexicon
from .mention import Mention, goes_before, goes_on
from .phrases import Phrases
from .sites import at_site
from .territories import bare, called, capitalised, countries, peoples, states, words_of_place, world
from .tokens import APOSTROPHES, Token, tokenize
from .towns import capitals, cities, city_adjectives, county, town_in
from .wording import wording

LONGEST_NAME = 4
"""Words of a town's name before the comma and its state."""


LONGEST_BEFORE = 40
"""Characters before a name in which its preposition stands."""


def mentions(tokens: list[Token], lang: str, *, cased: bool = True) -> Iterator[Mention]:
    """Countries (by name or adjective), regions and cities among the tokens, longest first at each place.

    `cased` says that the tokens are written as in a text, where a name has its capital.
    """
    words = [bare(token.text) for token in tokens]
    known = _lower(lang)
    place = 0
    while place < len(tokens):
        lower = words[place] not in known and not tokens[place].text[0].isupper()
        found = [] if lower or _names_street(words, place, lang) else _at(tokens, words, place, lang, cased=cased)
        yield from found
        place = found[-1].last if found else place + 1


@cache
def _lower(lang: str) -> frozenset[str]:
    """The words that a name written without capitals begins with."""
    heads = words_of_place(lang, "heads") | frozenset(city_adjectives(lang))
    return countries(lang).firsts() | peoples(lang).firsts() | heads


def _at(tokens: list[Token], words: list[str], place: int, lang: str, *, cased: bool) -> list[Mention]:
    """What is named from a place on: mostly one, two in "Paris, Texas"."""
    if adjective := city_adjectives(lang).get(words[place]):  # "la manifestation parisienne"
        return [Mention(place, place + 1, adjective, "place")]
    capital = tokens[place].text[:1].isupper()
    if capital and (told := _told_by_state(tokens, words, place, lang)):
        return told
    town = _town(words, place, lang) if capital and not _is_noun(tokens, place, words, lang) else None
    placed = town is not None and _stands_as_place(tokens, words, place, town[0], lang)
    nation = _nation(tokens, words, place, lang, cased=cased)
    if nation and not (placed and place > 0 and not _is_namesake(words, nation, town, lang)):
        return [nation]  # "Paris annonce", but "à Paris"
    if town and speaks(words, place, place + town[0], lang):  # "Athens said"; but "Jena said" is somebody
        home = capitals().get(" ".join(words[place : place + town[0]]))
        return [Mention(place, place + town[0], home, "country")] if home else []
    if town and placed:
        return _of_town(words, place, *town)
    state = states(lang).at(words, place) if capital else None
    if state and _stands_alone(tokens, place, state[0], lang):  # "the Hawaii fires"
        return [Mention(place, place + state[0], state[1], "place")]
    for known in (headed, opening, apposed, at_site, small_town):
        if area := known(tokens, words, place, lang):
            return [area]
    return []


def _names_street(words: list[str], place: int, lang: str) -> bool:
    """ "Place d'Italie", "calle de Toledo": where a street leads, or what it remembers."""
    streets, small = words_of_place(lang, "streets"), lexicon(lang).of
    head = place - 1
    while head > 0 and streets and (words[head] in small or words[head] in APOSTROPHES):
        head -= 1  # "la place de l'Ukraine dans l'Union" has an article
    return 0 <= head < place - 1 and words[head] in streets


def _town(words: list[str], place: int, lang: str) -> tuple[int, str] | None:
    """A town, or what is called like one; where all nouns have capitals, no US county: "Hand in Hand".

    A noun alone is none, but it may begin the name of one: "Port-au-Prince".
    """
    town = cities().at(words, place)
    town = None if town and town[0] == 1 and words[place] in wording(lang).nouns else town
    county_alone = town and town[1].startswith("region:") and town != states(lang).at(words, place)
    return None if county_alone and lexicon(lang).capital_nouns else town


def _is_noun(tokens: list[Token], place: int, words: list[str], lang: str) -> bool:
    """ "La garde nationale", "Le port a fermé": an article that begins a sentence, its noun without a capital."""
    behind = tokens[place + 1 : place + 2]
    return words[place] in _articles(lang) and bool(behind) and behind[0].text[0].islower()


def _of_town(words: list[str], place: int, length: int, ref: str) -> list[Mention]:
    """A town; a county beside its state: "Mendocino County"."""
    found = [Mention(place, place + length, ref, "place")]
    if words[place + length - 1] == "county" and length > 1:
        found.append(found[0]._replace(ref=county(words[place : place + length], ref)))
    return found


def speaks(words: list[str], place: int, last: int, lang: str) -> bool:
    """Whether a verb of speech follows a name that nothing puts into a place."""
    if place and words[place - 1] in words_of_place(lang, "locatives"):
        return False
    while last < len(words) and words[last] in _auxiliaries(lang):
        last += 1
    return _speech(lang).at(words, last) is not None and words[last] not in words_of_place(lang, "counting")


@cache
def _speech(lang: str) -> Phrases:
    verbs = languages.table(lang, "attribution").get("verbs", ())
    return Phrases((bare(text), "speech") for text in verbs)


@cache
def _articles(lang: str) -> frozenset[str]:
    return frozenset(languages.table(lang, "attribution").get("opening", ()))


@cache
def _auxiliaries(lang: str) -> frozenset[str]:
    return frozenset(map(bare, languages.table(lang, "attribution").get("auxiliaries", ())))


def _nation(tokens: list[Token], words: list[str], place: int, lang: str, *, cased: bool) -> Mention | None:
    """A country by its name, or by its people."""
    name, people = countries(lang).at(words, place), peoples(lang).at(words, place)
    hit = max(name or (0, ""), people or (0, ""), key=lambda found: found[0])
    token = tokens[place]
    lower = not token.text[:1].isupper()
    if not hit[0] or (cased and lower and capitalised(lang)) or (lower and hit[1] in called(lang, words[place])):
        return None  # "une réunion"
    if cased and hit[0] == 1 and len(token.text) == 2 and not token.text.isupper():
        return None  # "told us"
    return Mention(place, place + hit[0], hit[1], "country", people=hit is people)


def _is_namesake(words: list[str], nation: Mention, town: tuple[int, str] | None, lang: str) -> bool:
    """Whether a town or county is called like a country: "in Lebanon", "in Mexico"; but Georgia is a state, too."""
    name = " ".join(words[nation.first : nation.last])
    shorter = town is not None and town[0] <= nation.last - nation.first
    return shorter and bool(called(lang, name)) and states(lang).at(words, nation.first) is None


def _told_by_state(tokens: list[Token], words: list[str], place: int, lang: str) -> list[Mention]:
    """ "Paris, Texas", "Clarke County, Georgia": a name told by the state or country behind its comma."""
    comma = place + 1
    while comma < len(words) and comma - place < LONGEST_NAME and tokens[comma].text[:1].isupper():
        comma += 1
    if comma + 1 >= len(words) or words[comma] != "," or not tokens[comma + 1].text[:1].isupper():
        return []
    name = " ".join(words[place:comma])
    state, nation = states(lang).at(words, comma + 1), countries(lang).at(words, comma + 1)
    for hit in (state, nation):
        if hit and (town := town_in(name, hit[1])):
            kind: Literal["country", "place"] = "country" if hit is nation else "place"
            return [Mention(place, comma, town, "place"), Mention(comma + 1, comma + 1 + hit[0], hit[1], kind)]
    if state and (nation is None or name.endswith(" county")):
        told = Mention(place, comma, county(words[place:comma], state[1]), "place")
        return [
            *([told] if name.endswith(" county") else []),
            Mention(comma + 1, comma + 1 + state[0], state[1], "place"),
        ]
    return []


def nation_of(name: str, *, lang: str, cased: bool = True) -> str | None:
    """The country that a name tells by its adjective or its name."""
    tokens = tokenize(name, 0, len(name), spaced=False)
    return next((mention.ref for mention in mentions(tokens, lang, cased=cased) if mention.kind == "country"), None)


def resolved(entity: Entity, sentence: str, lang: str) -> Entity:
    """A model's entity with the gazetteer's ref, where the lists know its name; else a place stands where places do."""
    tokens = tokenize(entity.text, 0, len(entity.text), spaced=False)
    whole = [mention for mention in mentions(tokens, lang) if mention.last - mention.first == len(tokens)]
    if not whole:
        doubtful = entity.kind == "place" and not _follows_preposition(entity.text, sentence, lang)
        return Entity(text=entity.text, kind="other", ref=entity.ref) if doubtful else entity
    return Entity(text=entity.text, kind=whole[0].kind, ref=whole[0].ref)


def _follows_preposition(name: str, sentence: str, lang: str) -> bool:
    """Whether a name stands behind "in" and the like, or an area's kind, somewhere in a sentence."""
    start = sentence.find(name)
    while start >= 0:
        before, behind = sentence[max(0, start - LONGEST_BEFORE) : start], sentence[start + len(name) :]
        words = [bare(token.text) for token in tokenize(before, 0, len(before), spaced=False)]
        small = of_areas(lang) | words_of_place(lang, "heads") | words_of_place(lang, "beside") | articles(lang)
        told = len(words)
        while len(words) > 1 and words[-1] in small and words[-1] not in words_of_place(lang, "inside"):
            words.pop()
        noun = len(words) < told and behind[:1] == " " and behind[1:2].islower()  # "in the Mediterranean city"
        if words and not noun and words[-1] in words_of_place(lang, "inside") | words_of_place(lang, "heads"):
            return True
        start = sentence.find(name, start + 1)
    return False


def _stands_as_place(tokens: list[Token], words: list[str], place: int, length: int, lang: str) -> bool:
    """After a preposition of place or a country's, before an event or "city"; no part of a name ("Paris Hilton")."""
    if goes_on(tokens, place + length):
        return place == 0 and tokens[length].low in lexicon(lang).stop  # "LILLE Au moins 3.000 manifestants"
    if place == 0 and words[place + length : place + length + 1] and words[place + length] in lexicon(lang).of:
        return False  # "El Centro de Datos"
    if (
        place == 0
        or words[place - 1] in words_of_place(lang, "locatives")
        or event_cues(lang).at(words, place + length)
        or is_told_by_kind(tokens, words, place, place + length, lang)
        or is_struck(tokens, words, place, place + length, lang)
    ):
        return True
    if words[place + length : place + length + 1] == [","] and words_of_place(lang, "where").issuperset(
        words[place + length + 1 : place + length + 2]
    ):
        return True  # "…, where 120 people died"
    owned = words[place - 1] in lexicon(lang).possessive and countries(lang).before(words, place - 2)
    return bool(owned) or not words_of_place(lang, "areas").isdisjoint(words[place + length : place + length + 1])


@cache
def event_cues(lang: str) -> Phrases:
    """The words that tell what kind of event a text is about."""
    return Phrases((bare(text), kind) for kind, texts in languages.table(lang, "events").items() for text in texts)


def hazard_at(words: list[str], place: int, lang: str) -> tuple[int, str] | None:
    """What kills whose words begin at a place: how many of them, and its kind."""
    hit = event_cues(lang).at(words, place)
    return hit if hit and any(hit[1] in kind for kind in languages.taxonomy()["hazards"]["kinds"]) else None


def _stands_alone(tokens: list[Token], place: int, length: int, lang: str) -> bool:
    """No part of a longer name: not "Georgia Tech", not "Miss Virginia"."""
    return not (goes_before(tokens, place, lang) or goes_on(tokens, place + length))


def worldwide(tokens: list[Token], lang: str) -> list[tuple[int, str]]:
    """Where the text says that something is so the world over: offsets of these words, and the world's ref."""
    words, named = [token.low for token in tokens], world(lang)
    return [(tokens[place].start, hit[1]) for place in range(len(words)) if (hit := named.at(words, place))]
