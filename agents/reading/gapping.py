"""Speakers whose verb is told before: "885.000 selon la CGT, les syndicats 20.000", "…, 50,000 the police"."""

from .acronyms import is_acronym
from .around import Around
from .kinds import kind_of
from .labels import institution
from .name_phrases import BREAKS, Voice, checked, is_number, text_of
from .names import Speaking
from .opposing import is_of_another
from .somebody import somebody_at
from .subjects import without_verb
from .tokens import APOSTROPHES

LONGEST_SILENT, SAID_WITHIN = 7, 4
"""Tokens of who says so without a verb; behind another's verb, those in which is told what it takes."""
LONGEST_GAPPED = 4
"""Tokens of who stands alone behind a figure."""
LONGEST_ALONE = 5
"""Words of who stands alone before one: "l'état-major russe" is four."""


def gapped(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> Voice | None:
    """ "80,000 say the organisers, 50,000 the police": who stands behind a bare figure, the verb being told before."""
    last = around.last
    while last < len(plain) and plain[last] not in BREAKS:
        last += 1
    told = around.noun == around.last < last <= around.last + LONGEST_GAPPED and around.left > 0
    if not told or not any(voice.cue < around.first for voice in heard):
        return None
    if plain[around.last] in words.ending | words.inside | words.locatives:
        return None  # "seven in General Santos City"
    voice = institution(around.tokens, plain, around.last, around.last, words)
    return voice if voice and voice.last <= last else None


def ellipsis(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> Voice | None:
    """ "885.000 selon la CGT, les syndicats 20.000", "… la police à 8.000": a speaker alone before the figure."""
    tokens, (left, first) = around.tokens, _row(around, plain, words)
    of = _parted(around, plain, left, first, words)
    last = first - (of or (first > left and plain[first - 1] in words.amount))
    last = _before_apposition(plain, left, last, words)
    bare = around.noun == around.last or of > 0
    last -= bare and plain[last - 1] == ","  # "la policía contó 4.000; los organizadores, 15.000"
    while words.capital_nouns and last > left and tokens[last - 1].text.islower():
        last -= 1  # "die Polizei etwas mehr als 100.000"
    start = max((place + 1 for place in range(left, last) if plain[place] in BREAKS | words.joins), default=left)
    start += hit[0] if (hit := words.opposing.at(plain, start)) else 0
    named = sum(token.kind == "word" for token in tokens[start:last])
    if not 0 < named <= LONGEST_ALONE or not (
        left or plain[max(0, start - 1)] == ":" or _is_all(around, plain, start, last)
    ):
        return None  # alone in a sentence, only behind a colon: "Turnout: police 25,000"
    if plain[start - 1] in words.joins - words.conjunctions or is_of_another(plain, start, words):
        return None  # "of 6,142 buildings in the city 891 were destroyed"
    if not bare and plain[last - 1] in words.of:
        return None  # "14 dead, a group of 9 soldiers"
    verbs = (words.verbs, words.seeing)
    if any(plain[at] in words.ending or any(verb.at(plain, at) for verb in verbs) for at in range(start, last)):
        return None  # "450 pompiers sont mobilisés et 1 300 personnes"
    name = text_of(tokens, start, last)
    bare_ones = bare or around.free == left  # "la police 12 000, la CGT 50 000 participants"
    union = bare_ones and is_acronym(tokens[last - 1].text, name, words.lang)
    body = bare_ones and plain[start] in words.determiners and tokens[last - 1].low.endswith(words.bodies)
    speaks = kind_of(name) or ((union or body) and any(voice.cue < left for voice in heard))
    if left == 0 and not (tokens[last - 1].text[0].isupper() or kind_of(tokens[last - 1].text)):
        return None  # "the trick: the company uses 450 degrees"
    voice = checked(tokens, plain, start, last, first, words) if speaks else None
    short = without_verb(voice, tokens, words) if voice else None
    return short if short == voice or bare else None  # "; the company hired 40 people"


def _row(around: Around, plain: list[str], words: Speaking) -> tuple[int, int]:
    """Where the figure before has ended, and where the figures begin that this one is told together with."""
    if around.opening >= around.first:
        return around.left, around.first
    before = (at + 1 for at in range(around.opening - 1, -1, -1) if is_number(plain[at], words))
    return next(before, 0), around.opening


def _parted(around: Around, plain: list[str], left: int, first: int, words: Speaking) -> int:
    """ "… fait état de 28 morts ; l'opposition, de 9 morts": tokens of the preposition, as it stands before, too.

    Beside a noun only behind a comma: no "28 morts, un groupe de 9 soldats".
    """
    size = 1 + (first > 1 and plain[first - 1] in APOSTROPHES)
    if first - size <= left or plain[first - size] not in words.of - words.opening:
        return 0
    told = any(plain[at] in words.of and is_number(plain[at + 1], words) for at in range(left - 1))
    apart = around.noun == around.last or plain[first - size - 1] == ","
    return size if told and apart else 0


def _is_all(around: Around, plain: list[str], start: int, last: int) -> bool:
    """ "Police counted 4,000. The organisers, 9,000.": whether a speaker and a figure are the whole sentence."""
    alone = start == 0 and "," in plain[last : around.first] and BREAKS.issuperset(plain[around.last :])
    return alone and kind_of(text_of(around.tokens, start, last)) is not None


def _before_apposition(plain: list[str], left: int, last: int, words: Speaking) -> int:
    """Where a speaker ends that is told in commas: "les organisateurs, une association étudiante, de 80.000"."""
    commas = [place for place in range(left, last) if plain[place] == ","][-2:]
    if len(commas) < 2 or plain[commas[0] + 1] not in words.articles | words.of:
        return last
    return commas[0] if words.of.issuperset(plain[commas[1] + 1 : last]) else last


def without_verb_again(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> Voice | None:
    """ "La ONU habla de 80 muertos y los monjes, de 200"; "la policía dice que hay 3 y el hospital, que hay 7".

    Who stands before the comma in place of a verb of saying told before, and of what it takes: "that", or a number.
    """
    if not heard:
        return None
    last = comma = max((at for at in range(around.left, around.opening) if plain[at] == ","), default=0)
    start = _clause_of(plain, comma, words)
    if plain[start - 1] == "," and plain[start] in words.who | words.relative:
        comma, start = start - 1, _clause_of(plain, start - 1, words)  # "; el club, que lo organizaba, 4.000"
    before = [voice for voice in heard if max(voice.cue, voice.last) <= start]
    alone = not any(start <= voice.cue < last for voice in heard)
    if not before or not alone or not 0 < comma - start <= LONGEST_SILENT:
        return None
    counted = any(is_number(word, words) for word in plain[start:comma])
    if counted or plain[start] in words.governing | words.locatives or _closes_aside(plain, around.last):
        return None  # "; en Niza, 12", "y el hospital, que está a 20 kilómetros, no responde"
    behind = plain[last + 1 : around.opening]
    same = plain[before[-1].cue + 1 : before[-1].cue + 1 + SAID_WITHIN]
    that = behind[:1] != [] and behind[0] in words.relative and behind[0] in same
    small = len(behind) < SAID_WITHIN and around.noun == around.last and words.amount | words.of
    if not that and not (small and small.issuperset(behind) and (not behind or behind[0] in same)):
        return None
    voice = institution(around.tokens, plain, start, start, words)
    voice = voice or (None if that else somebody_at(around.tokens, plain, start, comma, words, told=bool(behind)))
    return voice if voice and voice.last == comma else None


def _closes_aside(plain: list[str], place: int) -> bool:
    """Whether the next sign behind a place is a comma."""
    return next((word for word in plain[place:] if word in BREAKS), ".") == ","


def _clause_of(plain: list[str], comma: int, words: Speaking) -> int:
    """Where a clause begins that a comma ends: behind a semicolon, "and", or what opposes two."""
    start = comma
    while start > 0 and plain[start - 1] not in BREAKS | words.conjunctions:
        start -= 1
    hit = words.opposing.at(plain, start)
    return start + (hit[0] if hit else 0)
