"""Who stands behind "selon" and the like, or before it: "selon lui", "…, selon lequel", "selon les chiffres de X"."""

from .labels import institution
from .name_phrases import BREAKS, Voice, back_to_break, name_after
from .names import Speaking
from .owners import is_own_count
from .somebody import according_to, past_few
from .tokens import Token
from .verb_second import closes
from .wording import wording

DATA_PHRASE = 8
"""Tokens of "the provisional figures published by" before the name that follows it."""


def after_cue(tokens: list[Token], plain: list[str], place: int, cue: int, words: Speaking) -> Voice | None:
    """ "selon X", "selon lui", "selon les chiffres provisoires publiés par X"; no "informations selon lesquelles"."""
    if place < len(plain) and (plain[place] in words.objects or is_own_count(plain, place, words)):
        return Voice(place, place + 1, cue)
    if same := words.same.at(plain, place):
        return Voice(place, place + same[0], cue)
    if place < len(plain) and plain[place] in words.relative:
        return _antecedent(tokens, plain, cue, words)
    if place < len(plain) and plain[place] in words.origin and plain[place - 1] in words.data:
        place += 1  # "Angaben aus Kiew"
    start = place + (place < len(plain) and plain[place] in words.determiners)
    start += words.data.issuperset(plain[start + 1 : start + 2]) and words.data.isdisjoint(plain[start : start + 1])
    if place < start <= len(plain) and plain[start - 1] in words.own and closes(plain, start + 1):
        return None  # "according to an official report"
    if start < len(plain) and plain[start] in words.data:
        for by in range(start + 1, min(start + DATA_PHRASE, len(plain))):
            if plain[by] in BREAKS | words.shown:
                break
            named = plain[by] in words.by | words.of and wording(words.lang).months.isdisjoint(plain[by + 1 : by + 2])
            if named and (voice := name_after(tokens, plain, past_few(plain, by + 1, words), cue, words)):
                return voice
    return according_to(tokens, plain, place, cue, words)


def _antecedent(tokens: list[Token], plain: list[str], cue: int, words: Speaking) -> Voice | None:
    """ "… the mayor, according to whom 12 died": the institution or office that ends at the comma."""
    if cue < 2 or plain[cue - 1] != ",":
        return None
    voice = institution(tokens, plain, back_to_break(tokens, plain, cue - 1, words), cue, words)
    return voice if voice and voice.last == cue - 1 else None
