"""Speakers without a name: "a coach says", "selon les hôteliers", "a source who asked not to be named told"."""

from .kinds import kind_of, organisation_hits
from .mute import is_mute
from .name_phrases import BREAKS, Voice, checked, end_of_name, is_place, text_of
from .names import Speaking
from .tokens import Token
from .wording import wording

LONGEST_CLAUSE = 16
LONGEST_SOMEBODY = 5
"""Tokens of "the city's catholic diocese"."""


def who_before(plain: list[str], end: int, words: Speaking) -> int | None:
    """Where a clause without commas begins that ends before a place: "a source who asked not to be named told"."""
    for place in range(end - 1, max(0, end - LONGEST_CLAUSE), -1):
        if plain[place] in BREAKS:
            return None
        if plain[place] in words.who and plain[place] not in words.determiners:
            return place
    return None


def somebody(tokens: list[Token], plain: list[str], first: int, end: int, verb: int, words: Speaking) -> Voice | None:
    """ "A coach says", "la plataforma asegura", "Bauern beklagen": the subject of a verb that only people have.

    An area is only where it is so, by a verb that counts: "the region reported 45 deaths".
    """
    if words.counting.at(plain, verb) and any(wording(words.lang).is_area(token.low) for token in tokens[first:end]):
        return None
    told = words.saying.at(plain, verb) or words.disputing.at(plain, verb) or _has_said(plain, verb, words)
    return _unnamed(tokens, plain, first, end, verb, words) if told else None


def somebody_at(
    tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking, *, told: bool
) -> Voice | None:
    """The noun phrase between two places, of a person, or with a name that is no place's.

    `told` says that it can be nothing but a speaker's: a country's government goes by its capital then.
    """
    voice = checked(tokens, plain, first, last, first, words)
    if (
        voice
        and not told
        and is_place(text_of(tokens, voice.first, voice.last), plain[voice.first : voice.last], words)
    ):
        return None
    people = told or any(map(wording(words.lang).may_speak, (token.low for token in tokens[first:last])))
    return voice or (_unnamed(tokens, plain, first, last, first, words) if people else None)


def _has_said(plain: list[str], verb: int, words: Speaking) -> bool:
    """ "Die Stadt hatte 1.700 gezählt": whether the verb that ends the clause is one that people have."""
    if not words.verb_second or plain[verb] not in words.having:
        return False
    end = next((at for at in range(verb, len(plain)) if plain[at] in BREAKS), len(plain))
    return words.saying.at(plain, end - 1) is not None


def according_to(tokens: list[Token], plain: list[str], place: int, cue: int, words: Speaking) -> Voice | None:
    """The noun phrase behind "selon", with a name or without; no "selon l'âge"."""
    place = past_few(plain, place, words)
    last = end_of_name(tokens, plain, place, words)
    voice = checked(tokens, plain, place, last, cue, words) or _unnamed(tokens, plain, place, last, cue, words)
    return voice if voice and _head(plain[voice.first : voice.last], words) not in words.manner else None


def past_few(plain: list[str], place: int, words: Speaking) -> int:
    """Past the number of those who speak: "selon deux responsables"."""
    number = "".join(plain[place : place + 1])
    few = number in words.numbers or (number.isdigit() and len(number) == 1)
    noun = plain[place + 1 : place + 2] if few else []
    return place + any(wording(words.lang).may_speak(word) or kind_of(word) is not None for word in noun)


def _unnamed(tokens: list[Token], plain: list[str], first: int, last: int, cue: int, words: Speaking) -> Voice | None:
    """Whom a noun phrase without a name means: with an article, no count, no event, no thing."""
    while first < last and plain[first] in words.determiners:
        first += 1
    name = plain[first:last]
    told = first > 0 and plain[first - 1] in words.determiners | words.articles | words.numbers
    if not 0 < len(name) <= LONGEST_SOMEBODY or not (told or _do_something(tokens[first:last], words)):
        return None
    known = wording(words.lang)
    head = _head([token.low for token in tokens[first:last]], words)
    thing = known.is_thing(head) or known.cues("share.").at([head], 0) is not None  # "registered an increase of 3 %"
    if thing and not any(map(known.may_speak, name)):
        return None
    small = words.data | words.objects | words.relative | words.times
    mute = is_mute(tokens[first:last], name, words) or not small.isdisjoint(name)
    return None if mute else Voice(first, last, cue)


def _head(name: list[str], words: Speaking) -> str:
    """ "Staff council of the bank", "plataforma de afectados"."""
    if not words.adjectives_first:
        return name[0]
    return next((name[place - 1] for place in range(1, len(name)) if name[place] in words.of), name[-1])


def _do_something(name: list[Token], words: Speaking) -> bool:
    """ "Farmers say", "Bauern beklagen": people by what they do, without an article."""
    if len(name) != 1:
        return False
    noun, known = name[0].low, wording(words.lang)
    many = words.adjectives_first and not words.capital_nouns and known.inflection.singular(noun) != noun
    return noun.endswith(known.agents) or (many and known.may_speak(noun))  # "tenants say"


def counts(tokens: list[Token], plain: list[str], voice: Voice, words: Speaking) -> bool:
    """Whether a voice is one that sees or fears so many: an institution, an office alone ("mayor fears"), a pronoun."""
    office = voice.last == voice.first + 1 and plain[voice.first] in words.titles
    headline = voice.first == 0 or plain[voice.first - 1] not in words.determiners | words.opening | words.articles
    return (office and headline) or plain[voice.first] in words.pronouns or is_institution(tokens, voice)


def is_institution(tokens: list[Token], voice: Voice) -> bool:
    """Whether a voice is an institution, known by its name ("International Monetary Fund"), or has its capitals."""
    last = tokens[voice.last - 1].text
    if kind_of(text_of(tokens, voice.first, voice.last)) is not None or (last.isupper() and len(last) > 1):
        return True
    return bool(organisation_hits(tokens[voice.first : voice.last]))
