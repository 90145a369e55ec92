"""Whose count or figure it is: "the railways' own figure", "le bilan du ministère", "a tally made by the hospital"."""

from itertools import takewhile

from .gazetteer import nation_of
from .kinds import ends_in_kind, kind_of
from .labels import institution
from .name_phrases import BREAKS, Voice, back_to_break, checked, end_of_name, is_number, is_place, text_of
from .names import Speaking
from .opposing import bounded
from .subjects import without_verb
from .tokens import APOSTROPHES, HYPHEN, Token
from .towns import is_town
from .wording import wording

PARTS = frozenset(";.")
"""What parts two statements of a sentence."""
OWNER_WITHIN = 3
"""Tokens behind a count within which "of" or "by" stands: "a count carried out by", "le décompte définitif de"."""


def owner(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "By her count"; and "the police's count"."""
    if plain[place] in words.by and is_own_count(plain, place + 1, words):
        return Voice(place + 1, place + 2, place)
    if plain[place] not in words.data or is_compared(plain, place, words):
        return None  # "30,000, far from the figure given by the organisers"
    small = words.ending | words.determiners | words.opening | words.own | words.possessives | words.possessive
    small |= wording(words.lang).real
    if place and plain[place - 1] not in small and words.verbs.at(plain, place):
        return None  # "la police chiffre les manifestants à 450"
    return _owner_of(tokens, plain, place, words)


def for_owner(voice: Voice, plain: list[str], words: Speaking) -> Voice:
    """ "Its volunteers counted 61": the institution that a possessive means, for which its own people speak."""
    its = voice.first > 0 and plain[voice.first - 1] in words.its
    own = its and plain[voice.last - 1] in words.own_people | words.titles
    return Voice(voice.first - 1, voice.first, voice.cue) if own else voice


def is_own_count(plain: list[str], place: int, words: Speaking) -> bool:
    """ "By her count", "selon ses propres chiffres": the count of somebody whom a possessive means."""
    own = place + 1 + (plain[place + 1 : place + 2] != [] and plain[place + 1] in words.own)
    return words.possessives.issuperset(plain[place : place + 1]) and not words.data.isdisjoint(plain[own : own + 1])


def is_compared(plain: list[str], place: int, words: Speaking) -> bool:
    """Whether who speaks from a place on gives the figure that another is compared with."""
    small = words.opening | words.determiners | words.having
    return words.compared.before(plain, place - (place > 0 and plain[place - 1] in small)) is not None


def _owner_of(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """Whose count stands at a place; an institution's own needs no number in its clause."""
    for of in range(place + 1, min(place + 1 + OWNER_WITHIN, len(plain))):
        if plain[of] in words.relative:
            break  # "chiffre que les syndicats portent à"
        by = plain[of] in words.by | words.origin
        if not by and (plain[of] not in words.of or of == place + OWNER_WITHIN):
            continue
        owner = institution(tokens, plain, of + by, place, words)
        owner = owner or _claimant(tokens, _named(tokens, plain, of + by, place, words), plain, words)
        if owner:
            how_many = not by and _are_how_many(tokens, plain, place, owner, words)
            owner = without_verb(owner, tokens, words)  # "the count of the union stands at"
            return owner if not how_many and has_number(plain, place, owner.last, words) else None
    if _is_by(plain, place, words):
        return checked(tokens, plain, place - 1, place, place - 2, words)
    if voice := _keeper(tokens, plain, place, words) or _compounded(tokens, plain, place, words):
        return voice
    end = place - (place > 0 and plain[place - 1] in words.own)
    end -= end > 0 and plain[end - 1] in words.possessive
    if end < 1 or plain[end - 1] not in APOSTROPHES:
        return None
    first = back_to_break(tokens, plain, end - 1, words)
    voice = checked(tokens, plain, first, end - 1, place, words)
    name = text_of(tokens, voice.first, voice.last) if voice else ""
    if kind_of(name) or nation_of(name, lang=words.lang):
        return voice
    if plain[place + 1 : place + 2] and plain[place + 1] in words.of:
        return None  # "Labour's tally of 210 seats"
    claimant = _claimant(tokens, voice or Voice(first, end - 1, place), plain, words)
    return claimant if claimant and has_number(plain, place, place + 1, words) else None


def owner_named(tokens: list[Token], plain: list[str], places: range, words: Speaking) -> Voice | None:
    """ "Das geht aus der Schadensliste des Landratsamts hervor": the institution whose count is told of, no number."""
    of = next((at + 1 for at in places if plain[at] in words.data), len(plain))
    if plain[of : of + 1] == [] or plain[of] not in words.of | words.by | words.origin:
        return None
    return institution(tokens, plain, of + (plain[of] not in words.of), of - 1, words)


def _named(tokens: list[Token], plain: list[str], place: int, cue: int, words: Speaking) -> Voice:
    """The noun phrase from a place on, a name or not."""
    return Voice(place, end_of_name(tokens, plain, place, words), cue)


def _claimant(tokens: list[Token], voice: Voice | None, plain: list[str], words: Speaking) -> Voice | None:
    """Somebody who may count, by a name or as a person: no place ("Lyon's figure"), date ("the month's") or thing."""
    if voice is None or plain[voice.cue] not in words.reckoned:
        return None
    first = voice.first
    while first < voice.last and plain[first] in words.determiners | words.of:
        first += 1
    name, known = plain[first : voice.last], wording(words.lang)
    told = words.times | known.months | words.data | words.pronouns
    if not name or not told.isdisjoint(name) or is_place(text_of(tokens, first, voice.last), name, words):
        return None
    capitals = [token for token in tokens[first : voice.last] if token.text[0].isupper()]
    if words.capital_nouns and not any(token.text.isupper() for token in capitals):
        return None  # "nach Auswertung von Luftbildern"
    if len(capitals) + len(HYPHEN.intersection(name)) == len(name):
        known_town = is_town(" ".join(name))
        return None if known_town or any(map(known.is_thing, name)) else voice._replace(first=first)
    return voice._replace(first=first) if not capitals and known.may_speak(name[-1]) else None


def _are_how_many(tokens: list[Token], plain: list[str], place: int, owner: Voice, words: Speaking) -> bool:
    """ "The number of police", "die Zahl der Polizisten": whether it is told how many there are, and not who counts."""
    known = wording(words.lang)
    lows = [token.low for token in tokens[place : place + 3]]
    if known.number_of.at(lows, 0) is None:
        return False
    if words.opening:
        return words.opening.isdisjoint(plain[place : owner.first])
    body = plain[owner.last - 1].removesuffix("s").endswith(words.bodies)
    return not body and not tokens[owner.last - 1].text.isupper()


def _is_by(plain: list[str], place: int, words: Speaking) -> bool:
    """ "9,000, by police reckoning": whether an institution stands right between "by" and its count."""
    by = words.adjectives_first and place > 1 and plain[place - 2] in words.by
    return by and kind_of(plain[place - 1]) is not None


def _compounded(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Interior Ministry figures showed 45": an institution right before its count, where nouns stand so."""
    if not words.adjectives_first or plain[place] not in words.reckoned or plain[place - 1] in words.own:
        return None
    first = back_to_break(tokens, plain, place, words)
    voice = checked(tokens, plain, first, place, place, words)
    if voice is None or voice.last < place or not ends_in_kind(text_of(tokens, max(voice.first, place - 2), place)):
        return None
    if is_compared(plain, voice.first, words) or not has_number(plain, place, place + 1, words):
        return None  # "more than government estimates"
    return voice._replace(first=voice.first + (plain[voice.first] in words.own and place - voice.first > 1))


def _keeper(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "The morgue keeps its own list: 45 dead", "Die Gewerkschaft hat eine andere Zahl: 900": by whatever verb."""
    first = place
    while first > 0 and plain[first - 1] not in BREAKS:
        first -= 1
    if words.another.isdisjoint(plain[max(first, place - 1) : place]):
        return None
    voice = institution(tokens, plain, first, place, words)
    voice = bounded(voice, tokens, plain, words) if voice else None
    if voice is None or voice.last >= place - 1 or not words.passive.isdisjoint(plain[voice.last : place]):
        return None  # "the union's own count", "the hospital was on another list"
    return voice._replace(cue=place) if has_number(plain, place, place + 1, words) else None


def has_number(plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether whose count stands at [first, last) is told in its part of the sentence, and not only spoken of.

    "Wies die Angaben des Bürgermeisters zurück; es seien 32".
    """
    while first > 0 and plain[first - 1] not in PARTS:
        first -= 1
    clause = (*plain[first:last], *takewhile(lambda word: word not in PARTS, plain[last:]))
    return any(is_number(word, words) for word in clause)
