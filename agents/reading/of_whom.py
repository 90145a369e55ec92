"""Whom a sentence is about in which nobody speaks: its subject, for the pronoun that speaks in the next one."""

from .labels import institution
from .name_phrases import Voice
from .names import Speaking
from .opposing import bounded
from .tokens import Token

OFFICE, NAME = "office", "name"
"""Who holds an office, and a noun without an article: "Haiti's civil protection office"."""
UNTOLD = ""
"""The pronoun of a verb that needs none: "Habla de 130 heridos"."""


def subject_of(tokens: list[Token], plain: list[str], words: Speaking) -> tuple[Voice, frozenset[str]] | None:
    """ "The head of the dockers' union would have none of it", "Der Betriebsrat winkte ab": and the pronouns for it.

    An institution, or who holds an office there, whose article a sentence begins with.
    """
    agreeing = words.agreeing
    article = plain[0] if plain and plain[0] in agreeing else NAME
    if article not in agreeing:
        return None
    voice = institution(tokens, plain, 0, 0, words)
    if voice is None or not (words.determiners | words.of).issuperset(plain[: voice.first]):
        return None
    named = bounded(voice, tokens, plain, words)
    whole = _with_office(named or voice, plain, words)
    office = _holds_office(plain[whole.first : whole.last], words)
    if not (named or office) or tokens[whole.last : whole.last + 1] == [] or tokens[whole.last].kind != "word":
        return None
    return whole, agreeing.get(OFFICE, agreeing[article]) if office else agreeing[article]


def _with_office(voice: Voice, plain: list[str], words: Speaking) -> Voice:
    """ "The union leader", "the hospital director": with the office behind the institution."""
    last = voice.last
    while words.adjectives_first and last < len(plain) and plain[last] in words.titles:
        last += 1
    return voice._replace(last=last)


def _holds_office(name: list[str], words: Speaking) -> bool:
    """Whether the head of a noun phrase is an office: "director of the hospital", "secrétaire général du syndicat"."""
    of = next((place for place in range(1, len(name)) if name[place] in words.of), len(name))
    head = name[of - 1] if words.adjectives_first and not words.capital_nouns else name[0]
    return head in words.titles
