"""Where "one" counts: "à la préfecture, on compte 45 morts", "chez les pêcheurs, qui cherchent, on parle de 40"."""

from .labels import institution
from .name_phrases import BREAKS, Voice, checked, end_of_name
from .names import Speaking
from .somebody import LONGEST_CLAUSE
from .tokens import Token
from .wording import wording


def with_whom(tokens: list[Token], plain: list[str], verb: int, length: int, words: Speaking) -> Voice | None:
    """ "À la préfecture, on compte 45 morts", "Beim Verband kommt man auf 300": the institution where one counts."""
    helped = verb
    while helped > 0 and plain[helped - 1] in words.auxiliaries:
        helped -= 1  # "chez les rebelles, on en compte 75"
    near = range(max(0, helped - 1), min(len(plain), verb + max(length, 2)))
    end = next((min(verb, place) for place in near if plain[place] in words.impersonal), 0)
    end -= end > 0 and plain[end - 1] == ","
    if plain[end : end + 1] == [","] and (clause := relative_clause(plain, end, words)):
        end = clause  # "Chez les pêcheurs de Gato, qui cherchent les corps, on parle de 40 morts"
    first = end
    while first > 0 and plain[first - 1] not in BREAKS:
        first -= 1
    first += plain[first] in words.rather  # "mais à la mairie, on en compte 40"
    if plain[first] not in words.hosting | words.among:
        return None
    voice = institution(tokens, plain, first + 1, verb, words) or _people(tokens, plain, first, verb, words)
    return voice if voice and voice.last <= end else None


def _people(tokens: list[Token], plain: list[str], place: int, verb: int, words: Speaking) -> Voice | None:
    """ "Chez les pêcheurs de Gato", "bei den Fischern": people by what they do, behind "among"."""
    if plain[place] not in words.among or words.counting.at(plain, verb):
        return None  # "chez les enfants, on compte 40 cas"
    last = end_of_name(tokens, plain, place + 1, words)
    voice = checked(tokens, plain, place + 1, last, verb, words) or Voice(place + 2, last, verb)
    known, head = wording(words.lang), tokens[voice.first].low if voice.first < last else ""
    told = head in known.persons or head.endswith(known.agents)
    return voice if told and plain[place + 1] in words.determiners else None


def relative_clause(plain: list[str], end: int, words: Speaking) -> int | None:
    """Where the comma of a clause stands that ends at a place: "X, which counts no tablets, said", "X, asked, said"."""
    for place in range(end - 1, max(0, end - LONGEST_CLAUSE), -1):
        if plain[place] in BREAKS:
            opens = plain[place + 1] in words.who | words.relative or plain[place + 1].endswith(words.gerund)
            return place if plain[place] == "," and opens else None
    return None
