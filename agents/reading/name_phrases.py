"""The noun phrases that name who speaks: where they begin, where they end, and which are names."""

from typing import NamedTuple

from .gazetteer import nation_of
from .headings import agencies
from .kinds import ends_in_kind, kind_of
from .mute import befell, is_mute, is_share
from .names import LONGEST_NAME, Speaking
from .tokens import Token, glued
from .towns import cities
from .wording import wording

BREAKS = frozenset(',;:.()«»"“”!?[]—–|')
LONGEST_LETTERS = 2
"""Capitals before the digits of a name: "M23"."""
LONGEST_ABBREVIATION = 3
"""Letters before a point that ends no sentence: "Gov. Green"."""


class Voice(NamedTuple):
    """Somebody who is said to say something: tokens [first, last) of the name, and where the cue stands."""

    first: int
    last: int
    cue: int
    chain: tuple[str, ...] = ()


def name_after(tokens: list[Token], plain: list[str], place: int, cue: int, words: Speaking) -> Voice | None:
    """The name that stands from `place` on."""
    return checked(tokens, plain, place, end_of_name(tokens, plain, place, words), cue, words)


def end_of_name(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> int:
    """Where the noun phrase from `place` on ends: at a verb, a comma or the like."""
    last = place
    bracket = 0
    while last < len(tokens) and last - place < LONGEST_NAME:
        word = plain[last]
        if words.capital_nouns and last > place and _is_past_nouns(tokens, plain, last, words):
            break
        if last > place and word in words.hearing and tokens[last - 1].text[0].isupper():
            break  # "sagte ein Sprecher der Polizei einem Reporter", "nannte der Verband die Zahl"
        if word == "(" and last + 2 < len(tokens) and plain[last + 2] == ")":
            bracket = 3
        if bracket == 0 and (_breaks(tokens, plain, last) or _ends_name(tokens, plain, place, last, words)):
            break
        bracket = max(0, bracket - 1)
        last += 1
    return last


def _is_past_nouns(tokens: list[Token], plain: list[str], place: int, words: Speaking) -> bool:
    """Where nouns have capitals, no name goes on with a small word behind its noun: "laut Polizei beteiligten sich"."""
    small = tokens[place].kind == "word" and tokens[place].text[0].islower()
    named = tokens[place - 1].text[0].isupper() or _is_of_name(tokens, place - 1)
    return small and named and plain[place] not in words.linking - words.no_link


def _breaks(tokens: list[Token], plain: list[str], place: int) -> bool:
    """Whether a name ends at a sign; the point of "Hospital St. Francis" and "U.S. Army" is no end."""
    if plain[place] != "." or not 0 < place < len(tokens) - 1:
        return plain[place] in BREAKS or (plain[place] == "-" and is_spaced(tokens, place))
    before, after = tokens[place - 1], tokens[place + 1]
    if len(before.text) == len(after.text) == 1:
        return False
    short = len(before.text) <= LONGEST_ABBREVIATION and before.text[0].isupper()
    return not (short and after.text[0].isupper() and after.start > tokens[place].end)


def is_spaced(tokens: list[Token], place: int) -> bool:
    """Whether a dash stands apart from the words on both sides: "la police - un million"."""
    if not 0 < place < len(tokens) - 1:
        return False
    return tokens[place - 1].end < tokens[place].start and tokens[place].end < tokens[place + 1].start


def _ends_name(tokens: list[Token], plain: list[str], first: int, place: int, words: Speaking) -> bool:
    """Digits, verbs and function words do; "for" and "and" only where no capital follows."""
    if (is_number(plain[place], words) and not _is_of_name(tokens, place)) or _speaks(
        tokens, plain, first, place, words
    ):
        return True
    if _is_inside(tokens, place) or words.tails.at(plain, place):
        return False
    if tokens[place].text[0].islower() and tokens[place].low.endswith(words.finite):
        return True
    opened = (
        place > first and plain[place] in words.opening and plain[place - 1] not in words.of
    )  # "L'Equipe la hausse"
    if plain[place] in words.joins or (opened and tokens[place].text[0].islower()):
        return place + 1 >= len(tokens) or not tokens[place + 1].text[0].isupper()
    return plain[place] in words.ending


def is_number(word: str, words: Speaking) -> bool:
    """Whether a word is a number, or has one in it."""
    return word in words.numbers or any(sign.isdigit() for sign in word)


def _is_of_name(tokens: list[Token], place: int) -> bool:
    """ "M23", "G7", "Comisión 8M": whether digits stand glued to a capital or two, before these behind a name."""
    if place == 0 or tokens[place].kind != "number":
        return False
    before, letters = tokens[place - 1], tokens[place + 1 : place + 2]
    named = before.text[0].isupper() and bool(letters) and glued(tokens, place)
    return (named and _are_letters(letters[0])) or (glued(tokens, place - 1) and _are_letters(before))


def _are_letters(token: Token) -> bool:
    return token.text.isupper() and len(token.text) <= LONGEST_LETTERS


def _speaks(tokens: list[Token], plain: list[str], first: int, place: int, words: Speaking) -> bool:
    """Whether a verb stands at a place by which somebody says something, or gives a number; no "Fuerza Pública"."""
    if place > first and tokens[place].text.istitle() and tokens[place - 1].text.istitle():
        return False
    return words.verbs.at(plain, place) is not None or words.giving.at(plain, place) is not None


def _is_inside(tokens: list[Token], place: int) -> bool:
    """Whether a word with a capital stands among such words: "Doctors Without Borders"."""
    around = tokens[max(0, place - 1) : place + 2]
    return len(around) > 2 and all(token.kind == "word" and token.text[0].isupper() for token in around)


def back_to_break(tokens: list[Token], plain: list[str], end: int, words: Speaking) -> int:
    """Where the phrase begins that ends before `end`."""
    first = end
    while first > 0 and end - first < LONGEST_NAME:
        word = plain[first - 1]
        if first < end and plain[first] in words.opening and word not in words.of | words.joins:
            break  # "A Nantes la préfecture", "In Amizmiz itself the head of the hospital"
        bracketed = word == ")" and first > 2 and plain[first - 3] == "("
        if bracketed:
            first -= 3
            continue
        if is_number(word, words) and not _is_of_name(tokens, first - 1):
            parted = (place + 1 for place in range(end - 1, first - 1, -1) if plain[place] in words.conjunctions)
            return next(parted, first)  # "71 arrests and prosecutors counted 41 detainees"
        if _breaks(tokens, plain, first - 1) or word in words.passive:
            break
        stated = words.verbs.at(plain, first - 1) and not (first > 1 and tokens[first - 1].text[0].isupper())
        joined = word in words.joins and tokens[first - 1].low != words.having_preposition
        joined = joined or _is_inside(tokens, first - 1) or words.tails.at(plain, first - 1) is not None
        if stated or (word in words.ending and not joined):
            break
        first -= 1
    return first


def checked(tokens: list[Token], plain: list[str], first: int, last: int, cue: int, words: Speaking) -> Voice | None:
    """A name must have a capital, a kind of institution or be a pronoun; edges are trimmed."""
    begin, first = first, _past_small(tokens, plain, first, last, words)
    first, last = _past_count(tokens, plain, first, last, cue, words)
    no_end = words.of | words.auxiliaries | words.conjunctions | BREAKS - {")"}
    while last > first and plain[last - 1] in no_end:
        last -= 1
    first = _past_clause(tokens, plain, first, last, words)
    if first >= last:
        return None
    if befell(tokens, plain, first, last, words):
        return None
    text = " ".join(token.text for token in tokens[first:last])
    named = _is_named(tokens[first:last], words, told=first > begin)
    handle = first > 0 and plain[first - 1] == "@"
    kind = kind_of(text)
    if kind is None and not handle and is_mute(tokens[first:last], plain[first:last], words):
        return None
    if is_share(plain, begin, first, words):
        return None
    if kind is None and _counts(plain, last, words) and is_place(text, plain[first:last], words):
        return None  # "India has recorded 62,000 deaths": where, and not who says so
    titled = any(word in words.titles for word in plain[first:last])
    return Voice(first - handle, last, cue) if named or handle or titled or kind else None


def _past_count(
    tokens: list[Token], plain: list[str], first: int, last: int, cue: int, words: Speaking
) -> tuple[int, int]:
    """Whose a count is: "le précédent bilan de la préfecture", "an earlier police count", "citing a Reuters tally"."""
    if last - first < 2:
        return first, last
    if plain[last - 1] in words.data and tokens[last - 1].text[0].islower():  # no "Seismic Survey"
        return _before_count(tokens, plain, first, last, cue, words)
    return _behind_count(tokens, plain, first, last, words), last


def _before_count(
    tokens: list[Token], plain: list[str], first: int, last: int, cue: int, words: Speaking
) -> tuple[int, int]:
    """ "An earlier police count", "citing a Reuters tally": the name without the count that ends it."""
    begin = first
    while begin < last - 2 and plain[begin] in words.own:
        begin += 1
    near = " ".join(plain[max(begin, last - 3) : last - 1])  # no "government unemployment figures"
    agency = cue < begin and tokens[last - 2].low in agencies()
    whose = agency or (ends_in_kind(near) and plain[last - 2] not in words.own)
    return (begin, last - 1) if whose else (first, last)


def _behind_count(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> int:
    """ "Le précédent bilan de la préfecture": where the name begins behind the count that leads to it."""
    said = range(first, min(first + 2, last - 2))
    data = next((at for at in said if plain[at] in words.data and _is_noun(tokens[at], words)), None)
    if data is None or kind_of(" ".join(plain[data + 1 : last])) is None:
        return first
    of = next((at for at in range(data + 1, min(data + 3, last)) if plain[at] in words.of), None)
    if of is not None and not wording(words.lang).months.isdisjoint(plain[of + 1 : of + 3]):
        of = next((at for at in range(of + 2, last) if plain[at] in words.of), None)  # "le bilan d'août du ministère"
    return first if of is None else _past_small(tokens, plain, of, last, words)


def _past_clause(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> int:
    """Behind "and" where what stands before it is nobody: "the night was quiet and police said"."""
    joined = next((at for at in range(last - 2, first, -1) if plain[at] in words.conjunctions), None)
    if joined is None or kind_of(" ".join(plain[joined + 1 : last])) is None:
        return first
    before = tokens[first:joined]
    named = any(token.text[0].isupper() for token in before) or kind_of(" ".join(plain[first:joined])) is not None
    speaks = any(wording(words.lang).may_speak(token.low) for token in before)
    return first if named or speaks else _past_small(tokens, plain, joined + 1, last, words)


def _is_noun(token: Token, words: Speaking) -> bool:
    """Whether it may be a noun, and no name: "bilan", "Bilanz"."""
    return words.capital_nouns or token.text[0].islower()


def _past_small(tokens: list[Token], plain: list[str], first: int, last: int, words: Speaking) -> int:
    """Where a name begins behind what none begins with, "However" either."""
    while first < last:
        hit = words.adverbials.at(plain, first)
        if hit is None and plain[first] not in words.no_opening and tokens[first].kind != "sign":
            break
        first += hit[0] if hit else 1
    return min(first, last)


def is_place(text: str, name: list[str], words: Speaking) -> bool:
    """Whether a name tells a country, or is a town's and no more; no "Forum tunisien pour les droits (FTDES)"."""
    short = name[-2:-1] if text.endswith(")") else []
    if short and nation_of(short[0], lang=words.lang) is None and cities().at(short, 0) is None:
        return False
    town = cities().at(name, 0)
    return (town is not None and town[0] == len(name)) or nation_of(text, lang=words.lang) is not None


def _counts(plain: list[str], place: int, words: Speaking) -> bool:
    """Whether the verb at a place tells only what is so in a country; over small words: "la Syrie en compte"."""
    if words.counting.at(plain, place):
        return True
    while place < len(plain) and plain[place] in words.auxiliaries:
        place += 1
    return words.counting.at(plain, place) is not None


def _is_named(name: list[Token], words: Speaking, *, told: bool) -> bool:
    """Whether capitals make a name; where all nouns have them, "der Zug" is none, but "Scholz" and "das Finanzamt" are.

    `told` says that an article stood before.
    """
    capitals = [token for token in name if token.kind == "word" and token.text[0].isupper()]
    if not (words.capital_nouns and told) or len(capitals) != 1:
        return bool(capitals)
    (noun,) = capitals
    return noun.low.endswith(words.bodies) or noun.text.isupper() or nation_of(noun.text, lang=words.lang) is not None


def text_of(tokens: list[Token], first: int, last: int) -> str:
    """The words between, with the spaces they had."""
    parts: list[str] = []
    for place in range(first, last):
        gap = parts and tokens[place].start > tokens[place - 1].end
        parts.append((" " if gap else "") + tokens[place].text)
    return "".join(parts)
