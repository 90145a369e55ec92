"""Whose a figure is without a verb of speech: "pour les syndicats, 12 000", "celui du syndicat est de 300"."""

from .around import Around
from .gazetteer import nation_of
from .labels import institution
from .name_phrases import BREAKS, Voice, checked, is_number, name_after
from .names import Speaking
from .opposing import ENDS, bounded
from .tokens import APOSTROPHES, Token

SHORTEST, LONGEST = 3, 8
"""Letters of an acronym."""
RIGHT_BEHIND = 4
"""Tokens in which a number follows: "pour les syndicats, plus de 12 000"."""
LONGEST_OWNER = 8
"""Tokens of "the transport workers' union"."""


def for_whom(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Pour le ministre X, 30 000 …", "…; pour les syndicats, 12 000": who opens a sentence, or a number's clause."""
    voice = institution(tokens, plain, place + 1, place, words)
    if place == 0:
        return voice or _acronym(tokens, plain, place, words)
    if voice is None or plain[place - 1] not in BREAKS | words.conjunctions:
        return None
    behind = plain[voice.last : voice.last + RIGHT_BEHIND]
    return voice if any(is_number(word, words) for word in behind) else None


def _acronym(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> Voice | None:
    """ "Pour la CDT, 4 000 ont fait grève, pour le patronat 900": capitals beside another for whom it is so.

    They alone may be what it is for: "pour la COP, 40 000 personnes sont attendues".
    """
    others = (at for at in range(1, len(plain)) if plain[at] in words.for_whom)
    if not any(for_whom(tokens, plain, at, words) for at in others):
        return None
    voice = name_after(tokens, plain, place + 1, place, words)
    if voice is None or voice.last != voice.first + 1 or plain[voice.last : voice.last + 1] != [","]:
        return None
    name = tokens[voice.first].text
    told = name.isupper() and SHORTEST <= len(name) <= LONGEST and nation_of(name, lang=words.lang) is None
    return voice if told else None


def that_of(around: Around, plain: list[str], heard: list[Voice], words: Speaking) -> Voice | None:
    """ "Le bilan officiel est de 120 morts ; celui du syndicat est de 300": whose a bare figure is, by a possessive.

    Only where a count has been told of before, or somebody has spoken.
    """
    if around.noun != around.last:
        return None
    start = _clause(plain, around.opening, words)
    counted = not words.data.isdisjoint(plain[:start]) or any(voice.cue < start for voice in heard)
    if start == 0 or not counted:
        return None
    owner = _owner(around.tokens, plain, start, around.opening, words)
    if owner is None or not 0 <= around.opening - owner.last <= RIGHT_BEHIND:
        return None
    between = plain[owner.last : around.opening]
    return None if any(is_number(word, words) for word in between) else owner


def _clause(plain: list[str], place: int, words: Speaking) -> int:
    """Where the clause begins that ends before a place, behind what joins it to another."""
    first = place
    while first > 0 and plain[first - 1] not in ENDS and plain[first - 1] != ",":
        first -= 1
    joined = words.opposing.at(plain, first)
    return first + (joined[0] if joined else plain[first] in words.conjunctions)


def _owner(tokens: list[Token], plain: list[str], start: int, end: int, words: Speaking) -> Voice | None:
    """ "Celui du syndicat", "die der Gewerkschaft"; "the union's", where no noun follows."""
    if plain[start] in words.that_of and plain[start + 1] in words.of:
        voice = institution(tokens, plain, start + 1, start, words)
        return bounded(voice, tokens, plain, words) if voice else None
    ends = range(start + 1, min(start + LONGEST_OWNER, end - 1))
    mark = next((at for at in ends if plain[at] in APOSTROPHES and plain[at + 1] == "s"), None)
    mark = mark or next((at for at in ends if plain[at] in APOSTROPHES), None)
    if not words.adjectives_first or words.capital_nouns or mark is None:
        return None
    last = mark + 1 + (plain[mark + 1] == "s")
    if plain[last] not in words.passive and not is_number(plain[last], words):
        return None  # "the union's members"
    voice = checked(tokens, plain, start, mark, start, words)
    known = voice is not None and institution(tokens, plain, voice.first, start, words) is not None
    return voice if known else None
