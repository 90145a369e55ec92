"""A figure in the making: a number or a range with its unit, qualifier and noun, in tokens."""

from decimal import Decimal
from itertools import takewhile

import msgspec

from ...schemas.claim import Kind, Qualifier
from .ages import read_age
from .counted import Counted, counted_noun
from .lexicon import Lexicon
from .magnitudes import grouped
from .scales import read_scale
from .scan import Number, past_of
from .tokens import Token, glued
from .units import Unit, right_case

OPEN_UPWARDS = frozenset(
    ("at_least", "more_than", "several", "dozens", "hundreds", "thousands", "millions", "billions")
)
OPEN_DOWNWARDS = frozenset(("at_most", "less_than"))
BOUNDS = frozenset(("more_than", "less_than"))
"""What compares where an article follows."""
BACK = 8
"""Characters before a sign that may stand at a line's beginning."""
HALF = Decimal("0.5")
CHANGE_WITHIN = 5
"""Tokens before a figure in which a verb of change, or a negation, bears on it."""
DENIED_WITHIN = 3
"""Tokens between a negation and the bound that its verb governs."""
PAID_WITHIN = 6
"""Tokens before a number in which a word of paying says that it is money."""


class Span(msgspec.Struct, kw_only=True):
    """Tokens [first, last) of one figure and what was read of it so far."""

    number: Number
    first: int
    last: int
    high: Number | None = None
    kind: Kind = "count"
    unit: str | None = None
    qualifier: Qualifier = "exact"
    counted: Counted | None = None
    of: Decimal | None = None
    times: Decimal | None = None
    ratio: Decimal | None = None
    why: str = "number"


class Line(msgspec.Struct, frozen=True):
    """The tokens of one paragraph and their looked-up forms."""

    text: str
    tokens: list[Token]
    words: list[str]
    lex: Lexicon

    def ends(self, number: Number) -> bool:
        """Whether nothing that a number could count follows it."""
        return number.last >= len(self.words) or not self.words[number.last].isalpha()


def read_span(span: Span, line: Line) -> None:
    """Fill in unit, kind, qualifier and counted noun from what stands around the number."""
    _unit_before(span, line)
    _unit_after(span, line)
    if span.kind == "money":
        span.number = grouped(span.number)
    _half_unit(span, line)
    read_age(span, line)
    read_scale(span, line)
    if span.number.fraction and span.kind == "count" and span.high is None:
        span.kind, span.ratio, span.why = "ratio", span.number.value, "fraction"
    if span.kind == "count":
        span.counted = counted_noun(line.tokens, span.last, line.lex)
    elif span.kind in ("percent", "ratio") and (of := line.lex.share_of.at(line.words, span.last)):
        span.counted = counted_noun(line.tokens, span.last + of[0], line.lex)  # "55 % of the teachers"
    if span.counted and span.number.alternatives and span.number.step < 1 and _is_word(span.counted, line):
        _count_in_thousands(span)
    if (
        span.kind == "count" and span.counted and span.number.value < 0 and _opens_line(span, line)
    ):  # "-5 morts": a bullet
        span.number, span.first = span.number._replace(value=-span.number.value), span.first + 1
    _below_zero(span, line)
    _qualify(span, line)


def _opens_line(span: Span, line: Line) -> bool:
    start = line.tokens[span.first].start
    edge = max(0, start - BACK)
    return not line.text[max(edge, line.text.rfind("\n", edge, start) + 1) : start].strip()


def _below_zero(span: Span, line: Line) -> None:
    """10 degrees below zero."""
    if span.kind in ("count", "measure") and (hit := line.lex.below_zero.at(line.words, span.last)):
        span.number = span.number._replace(value=-abs(span.number.value), alternatives=())
        span.kind, span.unit, span.counted = "measure", span.unit or "degree", None
        span.last += hit[0]


def _is_word(counted: Counted, line: Line) -> bool:
    """Not an abbreviation of a unit that is not known."""
    return len(line.words[counted.head]) > 2


def _count_in_thousands(span: Span) -> None:
    """ "3,700 soldats": nobody counts thousandths of a soldier."""
    number = span.number
    span.number = number._replace(value=number.alternatives[0], step=Decimal(1), alternatives=(number.value,))


def _unit_before(span: Span, line: Line) -> None:
    if hit := line.lex.units.before(line.words, span.number.first, line.tokens):
        span.first = min(span.first, span.number.first - hit.length)
        span.kind, span.unit = "money", hit.name
        _multiply(span, hit.times)


def _multiply(span: Span, times: Decimal) -> None:
    """MEUR, MUSD: the code holds the magnitude."""
    if times > 1:
        span.number = _times(span.number, times)
        span.high = span.high and _times(span.high, times)


def _times(number: Number, scale: Decimal) -> Number:
    return number._replace(value=number.value * scale, step=number.step * scale, magnitude=True)


def unit_after(number: Number, last: int, line: Line) -> tuple[int, Unit] | None:
    """The unit behind a number that ends at `last`, past the "de" of a magnitude or a hyphen; and where it begins."""
    place, words = last, line.words
    if number.magnitude or number.worded or number.fraction:
        place = past_of(line.tokens, place, line.lex)
    if place == last and place < len(words) and words[place] == "-":
        place += 1
    if words[place : place + 1] in (["("], ["["], ["{"]):  # 20 (kg)
        inside = line.lex.units.at(words, place + 1, line.tokens)
        if inside and words[place + 1 + inside.length : place + 2 + inside.length] in ([")"], ["]"], ["}"]):
            return place + 1, inside._replace(length=inside.length + 1)
    code = line.lex.scaled_money.get(words[place]) if place < len(words) else None
    if code and (number.magnitude or _is_paid(number, line)):
        return place, Unit(1, "money", code)  # "2 million pounds", "a fee of 4.99 pounds", which else weigh
    for first in dict.fromkeys((place, last)):
        hit = line.lex.units.at(words, first, line.tokens)
        if hit is None or _wrong_case(hit, first, line) or _is_named(hit, first, line):
            continue
        if first == last or words[first - 1] != "-" or words[first].isalpha():  # not "$1.2-$1.4 billion"
            return first, hit
    return None


def _unit_after(span: Span, line: Line) -> None:
    """The unit behind: "1,5 million d'euros", "5-mile", "75 USD million"."""
    found = unit_after(span.high or span.number, span.last, line)
    if found is None or (span.kind == "money" and (found[1].kind != "money" or _is_another(span, found, line))):
        return
    place, hit = found
    span.kind = hit.kind  # type: ignore[assignment]
    span.unit = hit.name
    span.last = place + hit.length
    _multiply(span, hit.times)
    if span.kind == "money" and (
        scale := line.lex.scales.get(line.words[span.last] if span.last < len(line.words) else "")
    ):
        _multiply(span, scale)  # "75 USD million"
        span.last += 1


def _is_another(span: Span, found: tuple[int, Unit], line: Line) -> bool:
    """Whether a currency after "$15" is the next figure's or a smaller one's; "$15 Canadian dollars" is one figure."""
    own, other = span.unit or "", found[1].name
    return own != other and not line.lex.units.share_sign(own, other)


def _half_unit(span: Span, line: Line) -> None:
    """Un mois et demi, two years and a half."""
    if span.kind not in ("duration", "measure", "money") or span.high or span.number.fraction:
        return
    if hit := line.lex.half_after.at(line.words, span.last):
        span.number = span.number._replace(value=span.number.value + HALF.copy_sign(span.number.value), step=HALF)
        span.last += hit[0]


def _wrong_case(unit: Unit, place: int, line: Line) -> bool:
    """Whether a letter is no unit because of its case, or of the digits behind it: "deux F-16"."""
    named = line.words[place + 1 : place + 2] == ["-"] and line.words[place + 2 : place + 3] != []
    numbered = named and line.tokens[place + 2].kind == "number"
    return unit.length == 1 and (numbered or not right_case(line.tokens[place].text))


def _is_named(unit: Unit, place: int, line: Line) -> bool:
    """Whether a digit glued to a unit's symbol makes a name of it: "a 2003 DB9"."""
    last = place + unit.length
    return unit.kind == "measure" and glued(line.tokens, last - 1) and line.tokens[last].kind == "number"


def _is_paid(number: Number, line: Line) -> bool:
    """Whether a word of paying stands before a number."""
    return not line.lex.paying.isdisjoint(line.words[max(0, number.first - PAID_WITHIN) : number.first])


def _qualify(span: Span, line: Line) -> None:
    """A bound or an approximation before the number, or after it."""
    lex, words = line.lex, line.words
    if span.number.qualifier:
        span.qualifier = span.number.qualifier
    before = lex.before.before(words, span.first)
    between = lex.skip | lex.determiners_before if span.number.fraction or span.number.worded else lex.skip
    if before is None and span.first and words[span.first - 1] in between:
        before = lex.before.before(words, span.first - 1)
        digits = not (span.number.worded or span.number.fraction)
        known = words[span.first - 1] in lex.determiners_before | lex.of_known
        if before and digits and before[1] in BOUNDS and known:
            before = None  # "menos de los 150.000 que contó el sindicato": compared with so many
        span.first -= before is not None
    if before and (_tells_no_bound(span.first, before[0], line) or _is_in_all(span, before[1], line)):
        before = None
    if before:
        span.first -= before[0]
        if before[1] != "about" or span.qualifier == "exact":
            denied = before[1] == "more_than" and _is_denied(span.first, line)
            span.qualifier = "at_most" if denied else before[1]  # type: ignore[assignment]
    if span.qualifier not in ("exact", "about"):
        return
    after = lex.after.at(words, span.last)
    if after and not _compares(span.last + after[0], line):
        span.qualifier, span.last = after[1], span.last + after[0]  # type: ignore[assignment]
        if span.kind == "count":
            _unit_after(span, line)  # "three-plus years"
            span.counted = counted_noun(line.tokens, span.last, lex) if span.kind == "count" else None


def _is_denied(place: int, line: Line) -> bool:
    """ "No admite más de 12", but "no descarta más de 12": whether a denied verb of counting governs a bound."""
    lex, near = line.lex, line.words[max(0, place - 1 - DENIED_WITHIN) : place][::-1]
    clause = list(takewhile(lambda word: word.isalpha() and word not in lex.undenied, near))
    denying = next((at for at, word in enumerate(clause) if word in lex.denying), 0)
    return not lex.deniable.isdisjoint(clause[:denying])


def _is_in_all(span: Span, qualifier: str, line: Line) -> bool:
    """ "Dans les deux pays": an article before a number that is not round, where "dans les 200" are about as many."""
    return (
        qualifier == "about"
        and line.words[span.first - 1] in line.lex.determiners_before
        and span.number.value % 10 > 0
    )


def _tells_no_bound(first: int, length: int, line: Line) -> bool:
    """ "Ils ne sont plus que 12" are twelve; "rose up to 40 %" reached 40."""
    words, lex = line.words, line.lex
    earlier = words[max(0, first - length - CHANGE_WITHIN) : first - length]
    if lex.restrictive.before(words, first):
        return not lex.restrictive_after.isdisjoint(earlier)
    reaching = lex.reaching.before(words, first)  # may hold its verb: "grown up to"
    return reaching is not None and (reaching[0] > length or not lex.change.isdisjoint(earlier))


def _compares(place: int, line: Line) -> bool:
    """ "5000 or less than 6000", "20 plus 5 others", "$3m plus $1m": the words open another bound or figure."""
    if any(word in line.lex.than for word in line.words[place : place + 2]):
        return True
    if place >= len(line.tokens):
        return False
    return line.tokens[place].kind == "number" or line.lex.units.signs.at(line.words, place) is not None
