"""Noun phrases that name nobody who speaks: an event, a count, a part of many, who was hurt."""

from .gazetteer import event_cues, hazard_at
from .kinds import is_kind
from .names import Speaking
from .tokens import Token
from .wording import wording


def befell(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> bool:
    """Whether what befell somebody, a month, or an event somewhere: no names are "hospitalisés", "Quake in Peru"."""
    if last - first == 1 and plain[first] in wording(words.lang).months:
        return True  # "reported in October"
    if last - first == 1:
        fate = wording(words.lang).fates.at([tokens[first].low], 0)
        return fate is not None and tokens[first].text[0].islower() and not is_kind(plain[first])
    end = first + (hit[0] if (hit := hazard_at(plain, first, words.lang)) else last)
    return end < last and plain[end] in words.governing - words.of


def is_mute(tokens: list[Token], name: list[str], words: Speaking) -> bool:
    """Whether an event or a count is named, and nobody: "Hurricane Maria", "le premier bilan"; not "war monitors"."""
    if name[0] in words.data and not words.of.isdisjoint(name[1:3]):
        return True  # "the number of deaths in India", "le bilan provisoire du ministère"
    if name[-1] in words.data:
        return not any(token.text[0].isupper() for token in tokens[1:-1])  # "the Johns Hopkins data"
    if name[0] in words.titles and not words.data.isdisjoint(name):
        return True
    cues = event_cues(words.lang)
    opens = cues.at(name, 0) and (len(name) == 1 or tokens[-1].text[0].isupper())
    if not opens and not words.capital_nouns and len(name) > 1 and all(token.text[0].isupper() for token in tokens):
        return False  # "Cal Fire"
    known = wording(words.lang)
    if known.may_speak(name[-1]) or known.may_speak(tokens[0].low):
        return False  # "demonstrators", "los manifestantes"
    return bool(opens or cues.at(name, len(name) - 1)) and (words.titles | words.back).isdisjoint(name)


def is_share(plain: list[str], begin: int, first: int, words: Speaking) -> bool:
    """Whether a part of many is named, who answer and count nothing: "63 percent of Americans", "la plupart des …"."""
    part = next((place for place in range(max(0, begin - 1), first + 1) if plain[place] in words.shares), None)
    return part is not None and not words.of.isdisjoint(plain[part + 1 : part + 2])
