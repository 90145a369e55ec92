"""Speakers whose verb is told before: "885.000 selon la CGT, les syndicats 20.000", "…, 50,000 the police"."""

from .acronyms import is_acronym
from .around import Around
from .kinds import kind_of
from .labels import institution
from .name_phrases import BREAKS, Voice, checked, text_of
from .names import Speaking
from .opposing import is_of_another
from .subjects import without_verb

LONGEST_GAPPED = 4
"""Tokens of who stands alone behind a figure."""


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
    tokens, left, first = around.tokens, around.left, around.first
    last = first - (first > left and plain[first - 1] in words.amount)
    last = _before_apposition(plain, left, last, words)
    last -= around.noun == around.last and plain[last - 1] == ","  # "la policía contó 4.000; los organizadores, 15.000"
    while words.capital_nouns and last > left and tokens[last - 1].text.islower():
        last -= 1  # "die Polizei etwas mehr als 100.000"
    start = max((place + 1 for place in range(left, last) if plain[place] in BREAKS | words.joins), default=left)
    start += hit[0] if (hit := words.opposing.at(plain, start)) else 0
    if not 0 < last - start <= 5 or not (
        left or plain[max(0, start - 1)] == ":" or _is_all(around, plain, start, last)
    ):
        return None  # alone in a sentence, only behind a colon: "Turnout: police 25,000"
    if plain[start - 1] in words.joins - words.conjunctions or is_of_another(plain, start, words):
        return None  # "of 6,142 buildings in the city 891 were destroyed"
    verbs = (words.verbs, words.seeing)
    if any(plain[at] in words.ending or any(verb.at(plain, at) for verb in verbs) for at in range(start, last)):
        return None  # "450 pompiers sont mobilisés et 1 300 personnes"
    name = text_of(tokens, start, last)
    bare_ones = around.noun == around.last or around.free == left  # "la police 12 000, la CGT 50 000 participants"
    union = bare_ones and is_acronym(tokens[last - 1].text, name, words.lang)
    body = bare_ones and plain[start] in words.determiners and tokens[last - 1].low.endswith(words.bodies)
    speaks = kind_of(name) or ((union or body) and any(voice.cue < left for voice in heard))
    if left == 0 and not (tokens[last - 1].text[0].isupper() or kind_of(tokens[last - 1].text)):
        return None  # "the trick: the company uses 450 degrees"
    voice = checked(tokens, plain, start, last, first, words) if speaks else None
    named = without_verb(voice, tokens, words) if voice else None
    return named if named == voice or around.noun == around.last else None  # "; the company hired 40 people"


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
