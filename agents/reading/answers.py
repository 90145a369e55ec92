"""Bare numbers that answer what was told or asked before them: "The real number was 193", "How many fled? Some 60"."""

import re
from functools import cache
from itertools import takewhile

from .. import languages
from .around import CLAUSE_ENDS, Around
from .dates import either
from .document import FoundFigure, Sentence
from .figures import find_figures
from .kinds import kind_hits
from .lexicon import lexicon
from .names import speaking
from .tokens import tokenize
from .wording import Wording, wording

STANDING_WITHIN = 5
"""Tokens between what a number answers by and the number."""
LABELLED_WITHIN = 3
"""Words between the number's noun and the colon before its number."""
GIVEN_WITHIN = 12
"""Tokens of "given by the head of the farmers' union of Karvel"."""
ASKED = "100"
"""Stands for the number that a question asks for: it counts what the answer will."""
NAMED_WITHIN = 3
"""Tokens behind "a column of" in which is told of whom."""
MARCHERS = "person.marchers"
ARMED = ("troops", "fighters")


def answers(around: Around, words: Wording) -> bool:
    """ "The true toll: 52", "they were in fact 61", "richtig sei die Zahl 31": a number, and nothing of whom."""
    if around.noun < around.last:
        return False
    place, least = around.first, max(around.free, around.first - STANDING_WITHIN)
    while place > least:
        if words.again.before(around.words, place):
            return True
        if around.words[place - 1] in words.number_nouns:
            return not _is_label(around, place - 1, words)
        skipped = words.really.before(around.words, place)
        signs = {":"} if place == around.first else {":", ","}  # "a figure of their own, namely 31"
        if not skipped and around.words[place - 1] not in words.standing | signs:
            return _is_described(around, place, words) or _is_given(around, place, words)
        place -= skipped[0] if skipped else 1
    return False


def _is_label(around: Around, place: int, words: Wording) -> bool:
    """ "The emergency number": a noun that tells how many only by itself, or with "real" and such."""
    before = around.words[place - 1] if place > 0 else "."
    plain = not before.isalpha() or before in lexicon(words.lang).stop | words.real
    return around.words[place] in words.label_nouns and not plain


def _is_described(around: Around, place: int, words: Wording) -> bool:
    """ "La cifra real era 71", "un chiffre bien plus élevé : 71": a word or two right behind the number's noun."""
    far = LABELLED_WITHIN if around.words[place : place + 1] == [":"] else 1
    noun = next(
        (at for at in range(place - 2, max(-1, place - 2 - far), -1) if around.words[at] in words.number_nouns), None
    )
    if noun is None or not all(word.isalpha() for word in around.words[noun + 1 : place]):
        return False
    return around.words[place - 1] not in lexicon(words.lang).stop


def _is_given(around: Around, place: int, words: Wording) -> bool:
    """ "The figure given by the union was 71": the number's noun, and by whom it is given."""
    speech = speaking(words.lang)
    for at in range(place - 1, max(around.free, place - GIVEN_WITHIN) - 1, -1):
        if around.words[at] in speech.by:
            return not words.number_nouns.isdisjoint(around.words[max(0, at - 2) : at])
        if around.words[at] in CLAUSE_ENDS:
            return False
    return False


def is_other_value(around: Around, words: Wording) -> bool:
    """ "The oldest of them was 58", "the final score was 58 to 3": an age or a score, whatever was told before."""
    if around.noun < around.last:
        return False
    lex, (start, _) = lexicon(words.lang), around.clause_ends()
    ands = lex.conjunctions - words.versus  # "the oldest was 90 and 12 were killed"
    start = max((at + 1 for at in range(start, around.first) if around.words[at] in ands), default=start)
    return any(words.other_values.at(around.words, place) for place in range(start, around.first))


def gathered_for(around: Around, words: Wording) -> str | None:
    """ "Ils étaient 3 500 jeudi à Rennes contre les fermetures": who was so many against something has marched."""
    if not words.again.before(around.words, around.first):
        return None
    for place in range(around.last, around.clause_ends()[1]):
        hit = words.gathered_for.at(around.words, place)
        if hit:  # "ils étaient 11 contre 9"
            return None if place == around.last or place + hit[0] == len(around.words) else MARCHERS
    return None


def own_cue(around: Around, words: Wording) -> str | None:
    """What the clause of such a number itself says that it counts: "the true death toll is 58"."""
    (start, end), of = around.clause_ends(), speaking(words.lang).of
    cues = words.cues("person.")
    start = max(start, around.free)
    bodies = kind_hits(around.words[start : around.first])
    theirs = {start + first + length + 1 for first, length, _ in bodies}  # "the association of the injured counts 60"
    told = (place for place in range(start, end) if place not in theirs or around.words[place - 1] not in of)
    places = sorted(told, key=lambda place: abs(place - around.first))
    hits = ((cues.at(around.words, place) or words.fates.at(around.words, place)) for place in places)
    return next((hit[1] for hit in hits if hit), None)


def asked_in(sentence: Sentence, lang: str) -> tuple[FoundFigure, Sentence] | None:
    """What asks for a number, as if it told one: "How many prisoners fled?" as "100 prisoners fled".

    "Nobody knows how many died" asks, too.
    """
    if (asked := _how_many(lang).search(sentence.text)) is None:
        return None
    text = f"{sentence.text[: asked.start()]}{ASKED} {sentence.text[asked.end() :].lstrip()}"
    figures = find_figures(text, lang)
    told = Sentence(field=sentence.field, index=sentence.index, start=0, end=len(text), text=text, figures=figures)
    found = next((each for each in figures if each.start == asked.start()), None)
    return (found, told) if found else None


@cache
def _how_many(lang: str) -> re.Pattern[str]:
    phrases = either(languages.table(lang, "measures").get("how_many", ())).replace("'", "['’]")
    return re.compile(rf"\b(?:{phrases})(?!\w)", re.I)


def crowd_in(sentence: Sentence, lang: str) -> str | None:
    """Of whom a sentence tells without a number that they gather: "a column of pensioners filled the avenue"."""
    words, lex = wording(lang), lexicon(lang)
    plain = [token.low for token in tokenize(sentence.text, 0, len(sentence.text), spaced=False)]
    gathered = any(hit[1] == MARCHERS for at in range(len(plain)) if (hit := words.fates.at(plain, at)))
    if gathered and any(_may_march(word, words) for word in plain):
        return MARCHERS
    for place in range(len(plain)):
        hit = words.crowd_of.at(plain, place)
        named = plain[place + hit[0] : place + hit[0] + NAMED_WITHIN] if hit else []
        if any(_may_march(word, words) for word in takewhile(lambda word: word not in lex.stop, named)):
            return MARCHERS
    return None


def _may_march(noun: str, words: Wording) -> bool:
    """No soldiers, and no refugees: whoever else."""
    measure = words.nouns.get(noun, "")
    said = languages.taxonomy()
    others = {*said["uprooted"]["measures"], *said["on_duty"]["measures"]}
    known = noun in words.persons or measure.startswith("person.")
    return known and noun not in words.soldiers and measure not in others and not measure.endswith(ARMED)
