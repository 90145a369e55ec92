"""Who begins an opposing clause gives its bare figure: "while the government in Cairo admits to 22,000".

By whatever verb. Elsewhere nobody counts by doing: "the navy rescued 80" and "the coast guard rescued 212" tell each of
its own deeds.
"""

from .around import Around
from .gazetteer import event_cues
from .kinds import kind_hits
from .labels import institution
from .name_phrases import Voice, is_number
from .names import Speaking
from .tokens import APOSTROPHES, HYPHEN, Token
from .wording import wording

ENDS = frozenset(";:.()[]—–|?!")
"""Where a clause ends for certain."""
SHORTEST = 3
"""Letters of an acronym that may be a verb: "la SNCF va"."""
LONGEST_REACH = 18
"""Tokens between an institution and the figure that its verb takes."""


def opposed_to(voice: Voice, around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> Voice:
    """Who gives a figure whose clause opposes the one of a voice; else that voice."""
    opposed = _opposed_at(around, plain, heard, words)
    if opposed is None or voice.cue >= opposed:
        return voice
    return _opponent(around, plain, opposed, words) or voice


def _opposed_at(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> int | None:
    """Where a bare figure's clause begins, if it opposes what was told before, by a word for it.

    Behind a semicolon, it does where somebody else has spoken: "40, so die Polizei; die Klinik kommt nicht über 17".
    """
    place = around.opening
    if around.noun != around.last:
        return None  # "40 died, the mayor said; the company has 17 plants"
    while place > 0 and plain[place - 1] not in ENDS:
        if words.opposing.before(plain, place):
            return place
        place -= 1
    behind = place > 0 and plain[place - 1] == ";"
    return place if behind and any(max(voice.cue, voice.last) <= place for voice in heard) else None


def _opponent(around: Around, plain: list[str], start: int, words: Speaking) -> Voice | None:
    """The institution that begins an opposing clause, whose verb takes its figure."""
    if is_of_another(plain, start, words):
        return None  # "el del hospital, en cambio, atendió a 300"
    voice = institution(around.tokens, plain, start, start, words)
    voice = bounded(voice, around.tokens, plain, words) if voice else None
    if voice is None or around.opening - voice.last > LONGEST_REACH:
        return None
    between = plain[voice.last : around.opening]
    if between and between[-1] in words.relative and not words.negations.isdisjoint(between):
        between.pop()  # "n'en reconnaît que 17"
    mute = words.passive | words.former | words.who | words.relative
    if not mute.isdisjoint(between) or any(is_number(word, words) for word in between):
        return None
    return voice


def bounded(voice: Voice, tokens: list[Token], plain: list[str], words: Speaking) -> Voice | None:
    """The name of an institution without the verb behind it; None for what belongs to it, or befalls it."""
    hits = kind_hits(list(map(str.lower, plain[voice.first : voice.last])))  # acronyms keep their capitals
    if not hits or not heads(plain[voice.first : voice.first + hits[0][0]], words):
        return None
    last = voice.first + hits[0][0] + hits[0][1]
    while last < len(plain) and _belongs(tokens, plain, last, words):
        last += 1
    behind = plain[last : last + 1]
    if not behind or behind[0] in APOSTROPHES | HYPHEN:
        return None  # "the ministry's 400 staff"
    noun = not words.capital_nouns or tokens[last].text[0].isupper()  # "verhaftete" is a verb
    told = words.adjectives_first and noun
    if told and (event_cues(words.lang).at(plain, last) or wording(words.lang).is_thing(behind[0])):
        return None  # "hospital fire", "police car"
    return voice._replace(last=last, cue=last)


def is_of_another(plain: list[str], place: int, words: Speaking) -> bool:
    """ "El del hospital", "those of the police": whether a phrase names somebody's, and not them."""
    of = place + 1 < len(plain) and plain[place + 1] in words.of - APOSTROPHES - HYPHEN
    return of and plain[place] in words.that_of | words.those_of


def heads(before: list[str], words: Speaking) -> bool:
    """Whether what stands before the word for an institution leaves it the subject.

    "A group of lawyers", "neun Anwälte"; no "attack on a hospital", "l'attaque de l'hôpital".
    """
    parted = words.opening | words.locatives | words.inside | words.ending
    if any(word in parted - words.of and before[max(0, at - 1)] not in words.of for at, word in enumerate(before)):
        return False
    of = next((place for place, word in enumerate(before) if word in words.of - HYPHEN), len(before))
    if of == len(before) or of == 0:
        return True
    head = before[of - 1 : of] if words.adjectives_first else before[:of]  # "porte-parole" is three tokens
    people = wording(words.lang).persons
    return before[of] in APOSTROPHES or not (words.back | words.titles | people).isdisjoint(head)


def _belongs(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a name goes on: with a capital, another word for an institution, or "of" and either."""
    if place >= len(tokens) or tokens[place].kind == "number" or plain[place] in words.times | words.circumstances:
        return False
    if tokens[place].text[0].isupper() or (len(plain[place]) > SHORTEST and kind_hits([plain[place]])):
        return True
    return plain[place] in words.linking and _belongs(tokens, plain, place + 1, words)
