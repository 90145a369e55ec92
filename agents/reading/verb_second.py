"""Where the subject of a verb stands that comes second in its clause: "Den Schaden beziffert die Feuerwehr auf …"."""

from itertools import takewhile

from .asides import past_circumstances
from .claiming import QUOTES, clause_end, is_done
from .labels import institution
from .lexicon import lexicon
from .name_phrases import BREAKS, is_number, name_after
from .names import Speaking
from .tokens import Token
from .wording import wording

HEDGED = 3
"""Tokens in which a clause begins with a number: "von mehr als 80.000"."""


def is_turned(tokens: list[Token], plain: list[str], verb: int, behind: int, words: Speaking) -> bool:
    """Whether what stands before the verb [verb, behind) is not its subject."""
    start = verb
    while start > 0 and plain[start - 1] not in BREAKS:
        start -= 1
    if start == verb or closes(plain, behind):
        return False
    while start < verb - 1 and plain[start] in words.coordinating:
        start += 1  # "…, und der Bürgermeister sprach von"
    if plain[start] in (words.ending | words.coordinating) - words.pronouns or plain[start] in words.times:
        return True  # an adverb, a preposition or a time
    if plain[start] in words.no_subject or _is_measured(tokens[start:verb], words):
        return True  # "den Schaden", "eine Woche zuvor"
    behind = past_circumstances(plain, behind, words)
    number = any(token.kind == "number" for token in tokens[start : min(start + HEDGED, verb)])
    counted = number and behind < len(plain) and plain[behind] not in words.no_subject | words.of
    told = counted or _says_nothing(tokens[start:verb], words)  # "40 zählte die Polizei"
    return told and name_after(tokens, plain, behind, verb, words) is not None


def is_fronted(tokens: list[Token], plain: list[str], verb: int, behind: int, words: Speaking) -> bool:
    """ "De 14 habló en cambio el gremio", "De 18 blessés a parlé la préfecture", "45 heridos contó el sindicato".

    Whether an amount stands before a verb, with a preposition or where verbs may come first, and an institution behind.
    """
    start = verb
    while start > 0 and plain[start - 1] not in BREAKS and plain[start - 1] not in words.conjunctions:
        start -= 1
    amount = start + (plain[start] in words.of | words.amount | words.locatives)
    if not any(is_number(word, words) for word in plain[amount : min(amount + HEDGED, verb)]):
        return False
    if amount == start and not (words.pro_drop and is_number(plain[start], words)):
        return False
    behind = past_circumstances(plain, behind, words)
    opens = behind < len(plain) and plain[behind] in words.opening
    dative = plain[behind - 1] == words.having_preposition != tokens[behind - 1].low  # "ont parlé à la police"
    return opens and not dative and institution(tokens, plain, behind, verb, words) is not None


def _is_measured(phrase: list[Token], words: Speaking) -> bool:
    """A time, told by how far it is from another: "zwei Tage", with or without "zuvor"."""
    return any(token.low in lexicon(words.lang).duration_words for token in phrase[-2:])


def _says_nothing(phrase: list[Token], words: Speaking) -> bool:
    """ "Die Zahl der Toten", "die Schäden": a thing, or how many there are."""
    known, lows = wording(words.lang), [token.low for token in phrase]
    noun = next((token.low for token in phrase[1:] if token.text[0].isupper()), "")
    named = known.number_of, known.cues("money.")
    return known.is_thing(noun) or any(told.at(lows, place) for told in named for place in range(len(lows)))


def finite(plain: list[str], verb: int, words: Speaking) -> int | None:
    """The auxiliary of a participle at the clause's end: "hatte die Polizei 40 Verletzte gemeldet"."""
    for place in range(verb - 1, -1, -1):
        being = plain[verb] in words.with_being and plain[place] in words.passive  # "waren von 290 Toten ausgegangen"
        if being or plain[place] in words.having or (plain[place] in words.claiming and not closes(plain, verb + 1)):
            return place if place < verb - 1 else None
        if plain[place] in BREAKS - QUOTES:
            break
    return None


def claims(tokens: list[Token], plain: list[str], verb: int, words: Speaking) -> bool:
    """ "Die Rebellen wollen 60 Soldaten getötet haben": whether who "wants to have done" so says that it is done."""
    if plain[verb] not in words.claiming:
        return False
    return is_done(plain, verb, words) and tokens[clause_end(plain, verb) - 2].text[0].islower()


def clause_opened(plain: list[str], verb: int, behind: int, words: Speaking) -> int:
    """ "Während die Polizei von 4.000 sprach": where the subject stands of a verb [verb, behind) that ends its clause.

    0 where that is no clause of such an order, or no number stands in it.
    """
    behind += behind < len(plain) and plain[behind] in words.having
    if not words.verb_second or not closes(plain, behind):
        return 0
    start = verb
    while start > 0 and plain[start - 1] not in BREAKS:
        start -= 1
    hit = words.opposing.at(plain, start)
    opens = start + (hit[0] if hit else plain[start] in words.clausal | words.as_told)
    told = start < opens < verb and plain[opens] not in words.no_subject
    return opens if told and any(is_number(word, words) for word in plain[opens:verb]) else 0


def closed(plain: list[str], verb: int, words: Speaking) -> tuple[int, str] | None:
    """ "Die Lufthansa gibt 410 an": a verb of counting whose particle closes its clause behind a number.

    Or one of speech, a number or none: "ließ die Reederei wissen".
    """
    particles, ends = words.closed.get(plain[verb], frozenset()), words.ended.get(plain[verb], frozenset())
    clause = list(takewhile(lambda word: word not in BREAKS, plain[verb + 1 :])) if particles or ends else [""]
    told = clause[-1:] and clause[-1] in particles and any(is_number(word, words) for word in clause)
    return (1, "closed") if told or not ends.isdisjoint(clause[-1:]) else None


def behind_verb(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> int:
    """ "900 Busfahrer legten der Gewerkschaft zufolge": where who says so begins, behind what may be a verb."""
    small = (
        at for at in range(last - 2, first, -1) if tokens[at].text.islower() and plain[at + 1] in words.determiners
    )
    verb = next((at for at in small if plain[at] not in words.linking), None) if words.verb_second else None
    return first if verb is None else verb + 1


def closes(plain: list[str], place: int) -> bool:
    """Whether a clause ends before a place."""
    return place >= len(plain) or plain[place] in BREAKS
