"""Who begins a clause speaks in it, over what tells more of them: "Relatives gathered at the gate said"."""

from .gazetteer import event_cues
from .kinds import kind_hits
from .labels import institution
from .name_phrases import BREAKS, Voice, checked, is_number
from .names import Speaking
from .opposing import bounded
from .tokens import Token
from .wording import wording

LONGEST_MORE = 16
"""Tokens of what is told of a speaker before the verb: "interviewed by the paper at their camp"."""


def opener(tokens: list[Token], plain: list[str], end: int, verb: int, words: Speaking) -> Voice | None:
    """ "Officials interviewed by the paper said", "Des proches réunis devant la grille ont dit".

    The institution, or those like one, that a clause begins with, if nothing behind it up to `end` is a clause's own.
    """
    first = _opening(plain, end, words, words.clausal)
    if _tells_when(tokens, plain, first, end, words):
        first = _opening(plain, first - 1, words, frozenset())
    voice = institution(tokens, plain, first, verb, words)
    voice = bounded(voice, tokens, plain, words) if voice else None
    if voice is None or not voice.last < end <= voice.last + LONGEST_MORE:
        return None
    if plain[first] not in words.determiners and tokens[first].text[0].islower() and words.capital_nouns:
        return None
    return voice._replace(cue=verb) if _tells_more(tokens, plain, voice.last, end, words) else None


def is_governed(tokens: list[Token], plain: list[str], first: int, voice: Voice, words: Speaking) -> bool:
    """Whether a preposition stands before a phrase that begins at a place: "… devant l'école"."""
    if _tells_when(tokens, plain, first, voice.last, words):
        return True
    return not words.governing.isdisjoint(plain[max(0, first - 1) : max(first, voice.first)])


def without_clause(voice: Voice, tokens: list[Token], plain: list[str], words: Speaking, *, governed: bool) -> Voice:
    """ "La policía acudió a la escuela y el alcalde dijo": the name without a clause that "and" joins to it.

    Only where that clause has a verb: no "the association for rights and the freedom of the press said". That of a
    phrase behind a preposition begins before it.
    """
    first = _opening(plain, voice.first, words, words.clausal) if governed else voice.first
    told = (place for place in range(voice.first, first, -1) if words.verbs.at(plain, place))
    first = next(told, first)  # "the ministry said people in the north and the army counted 40"
    for at in range(voice.last - 2, voice.first, -1):
        begins = plain[at + 1] in words.determiners or kind_hits([plain[at + 1]])
        if plain[at] not in words.conjunctions - words.governing or not begins:
            continue
        if any(_may_be_verb(tokens, plain, place, words) for place in range(first + 1, at)):
            return checked(tokens, plain, at + 1, voice.last, voice.cue, words) or voice
    return voice


def _may_be_verb(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Whether a finite verb may stand at a place."""
    token, preposition = tokens[place], tokens[place].low == words.having_preposition != plain[place]
    if token.kind != "word" or token.text[0].isupper() or preposition:
        return False
    return plain[place] in words.passive | words.having | words.moving or token.low.endswith(words.moving_ends)


def _opening(plain: list[str], end: int, words: Speaking, clausal: frozenset[str]) -> int:
    """Where the clause begins, behind what joins it to another: ", dass die Ärzte im Krankenhaus …"."""
    parting = BREAKS | words.who - words.determiners | words.relative | words.conjunctions
    parting = parting - words.governing | clausal
    first = end
    while first > 0 and plain[first - 1] not in parting:
        first -= 1
    while first < end and (hit := words.opposing.at(plain, first) or words.adverbials.at(plain, first)):
        first += hit[0]
    joined = words.ending - words.governing - words.determiners
    while first < end and plain[first] in joined:
        first += 1
    return first


def _tells_more(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether no number and no finite verb stands between: no "the army shelled a market that …"."""
    finite = words.passive | words.having | words.pronouns | words.impersonal | words.negations
    for place in range(first, last):
        if tokens[place].low == words.having_preposition:
            return False
        preposition = plain[place] == words.having_preposition
        if (plain[place] in finite and not preposition) or is_number(plain[place], words):
            return False
        if tokens[place].text[0].islower() and plain[place].endswith(words.finite):
            return False
    return not (words.governing | words.clausal).isdisjoint(plain[first:last])


def _tells_when(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """ "Officials interviewed after the crash said": an event or a time behind what may begin a clause."""
    if first < 2 or plain[first - 1] not in words.clausal:
        return False
    end = next((place for place in range(first, last) if plain[place] in words.governing), last)
    known, cues = wording(words.lang), event_cues(words.lang)
    people = any(token.text[0].isupper() or token.low in known.persons for token in tokens[first:end])
    if people or kind_hits(plain[first:end]):
        return False
    return any(cues.at(plain, place) or plain[place] in words.times for place in range(first, end))
