"""Number words in full: "quatre-vingt-dix-sept mille", "two hundred and five", "cinq virgule deux"."""

from decimal import Decimal
from typing import NamedTuple

from .lexicon import Lexicon
from .tokens import Token

LONGEST_GROUP = 12
"""Tokens of one spoken group of decimals."""
ONE, TEN, HUNDRED, MILLION = Decimal(1), Decimal(10), Decimal(100), Decimal(1_000_000)


class Words(NamedTuple):
    """A number in words up to token `last`, and how it stood before its last connector and its last ten.

    Those are needed where it turns out to be a fraction's: "one hundred and | three quarters", "a | twenty fifth".
    """

    value: Decimal
    step: Decimal
    last: int
    scaled: bool
    before_connector: Decimal | None = None
    connected_scale: Decimal = ONE
    """What a fraction after that connector is a fraction of: "six million and two thirds"."""
    before_ten: Decimal | None = None
    """Without its last word, where that is a ten that no connector joins on."""
    scale: Decimal = ONE
    """What its last words multiply by: hundred, thousand, "three | hundred thousand"."""


class _State(NamedTuple):
    scaled: tuple[tuple[Decimal, Decimal], ...] = ()
    """(scale, amount) of what is complete, the largest scale first."""
    current: Decimal | None = None
    kind: str = ""
    lowest: Decimal | None = None

    @property
    def value(self) -> Decimal:
        return sum((amount for _, amount in self.scaled), self.current or Decimal(0))

    @property
    def scale(self) -> Decimal:
        if self.current is not None:
            return HUNDRED if self.kind == "hundred" and not self.scaled else ONE
        if len(self.scaled) != 1:
            return ONE
        scale, amount = self.scaled[0]
        return scale * HUNDRED if amount % (scale * HUNDRED) == 0 else scale


def number_words(tokens: list[Token], place: int, lex: Lexicon) -> Words | None:
    """The number words from `place` on."""
    state, last, scaled = _State(), place, False
    before_connector: Decimal | None = None
    before_ten: Decimal | None = None
    connected_scale = ONE
    while last < len(tokens):
        gap, connected = _gap(tokens, last, state.kind, lex) if last > place else (0, False)
        if last + gap >= len(tokens):
            break
        word = tokens[last + gap].low
        parts = lex.decompose(word) or [word]
        step = _add_parts(parts, state, lex)
        if step is None:
            break
        if connected:
            before_connector = state.value
            large = state.kind == "scale" and (state.lowest or ONE) >= MILLION
            connected_scale = (state.lowest or ONE) if large else ONE
        before_ten = state.value if step.kind == "ten" and not connected and lex.words.get(word, ONE) >= 20 else None
        state, scaled = step, scaled or step.kind == "scale"
        last += gap + 1
    if last == place:
        return None
    return Words(
        state.value, state.lowest or ONE, last, scaled, before_connector, connected_scale, before_ten, state.scale
    )


def decimals(tokens: list[Token], place: int, lex: Lexicon, *, spoken: bool = False) -> tuple[str, int] | None:
    """The digits after a spoken decimal point: "point zero three", "virgule zéro vingt-huit"; and where they end."""
    if place + 1 >= len(tokens) or tokens[place].low not in (lex.spoken_point if spoken else lex.point):
        return None
    found, last = "", place + 1
    while last < len(tokens):
        token = tokens[last]
        if token.low in lex.point_zeros or lex.words.get(token.low) == 0:
            found, last = found + "0", last + 1
        elif token.kind == "number" and token.text.isdecimal() and not found:
            return token.text, last + 1
        elif token.low in lex.words and (group := _spoken_group(tokens, last, lex)):
            found, last = found + str(group[0]), group[1]
        else:
            break
    return (found, last) if found else None


def _spoken_group(tokens: list[Token], place: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """One spoken group of decimals: "three", "seventy-one", "deux cent trente-six"; no scale, which is the whole's."""
    end = place + 1
    while end < min(len(tokens), place + LONGEST_GROUP) and tokens[end].low in lex.spoken_group:
        end += 1
    parsed = number_words(tokens[place:end], 0, lex)
    if parsed is None:
        return None
    last = place + parsed.last
    below = tokens[last].low if last < len(tokens) else ""
    if below in lex.fractions or below in lex.half or lex.ordinal_value(below):
        return None
    return parsed.value, last


def _gap(tokens: list[Token], place: int, kind: str, lex: Lexicon) -> tuple[int, bool]:
    """Tokens to pass between two number words: a hyphen, a connector where the language allows it."""
    gap = 0
    if tokens[place].low == "-" and tokens[place].start == tokens[place - 1].end:
        gap = 1
    if place + gap >= len(tokens) or tokens[place + gap].low not in lex.connectors or kind not in lex.connector_after:
        return gap, False
    gap += 1
    if place + gap < len(tokens) and tokens[place + gap].low == "-":
        gap += 1
    following = tokens[place + gap].low if place + gap < len(tokens) else ""
    if lex.connector_before and following not in lex.connector_before:
        return 0, False
    return gap, True


def _add_parts(parts: list[str], state: _State, lex: Lexicon) -> _State | None:
    for part in parts:
        if part in lex.connectors and len(parts) > 1:
            continue
        step = _add(part, state, lex, glued=len(parts) > 1)
        if step is None:
            return None
        state = step
    return state


def _add(word: str, state: _State, lex: Lexicon, *, glued: bool) -> _State | None:
    """One more number word, where the grammar of counting lets it follow."""
    scaled, current = state.scaled, state.current
    if word in lex.hundreds:
        if current is not None and not ONE <= current < lex.hundreds_below:
            return None
        hundred = lex.hundreds[word]
        return _State(scaled, (current or ONE) * hundred, "hundred", hundred)
    if word in lex.scales and word not in lex.words:
        return _add_scale(lex.scales[word], state, lex)
    value = lex.words.get(word)
    if value is None:
        return None
    if not current:  # the first, or after a spoken leading zero: "zéro huit"
        return _State(scaled, value, _kind(value), ONE)
    return _add_value(value, current, scaled, lex, glued=glued)


def _add_value(
    value: Decimal, current: Decimal, scaled: tuple[tuple[Decimal, Decimal], ...], lex: Lexicon, *, glued: bool
) -> _State | None:
    tail = current % HUNDRED
    if value == 20 and tail == lex.scores_after:  # quatre-vingts
        return _State(scaled, current - tail + tail * value, "ten", ONE)
    fits = _fits(value, tail, current, lex, glued=glued)
    return _State(scaled, current + value, _kind(value), ONE) if fits else None


def _add_scale(scale: Decimal, state: _State, lex: Lexicon) -> _State | None:
    """A scale multiplies what stands before it and is smaller: "455 mil 228 millones" are 455,228 million."""
    if state.current == 0 or (state.scaled and state.scaled[-1][0] == scale):
        return None
    larger = tuple(entry for entry in state.scaled if entry[0] > scale)
    smaller = sum((amount for below, amount in state.scaled if below < scale), Decimal(0))
    if state.current is None and not smaller and larger and not lex.bare_thousand:
        return None
    amount = (smaller + (state.current or 0)) or ONE
    return _State((*larger, (scale, amount * scale)), None, "scale", scale)


def _fits(value: Decimal, tail: Decimal, current: Decimal, lex: Lexicon, *, glued: bool) -> bool:
    """Whether a value may follow: hundreds take all below 100, tens take units (French 60 and 80 up to 19)."""
    if value >= HUNDRED:
        return False
    if glued and value >= 20 and tail < TEN:
        return True
    if tail == 0 and current >= HUNDRED:
        return value > 0
    if value < TEN:
        composed = tail % 20 == TEN and lex.teens_from is not None and value >= lex.teens_from
        return composed or (tail >= 20 and tail % TEN == 0 and value > 0)
    return value < 20 and tail in lex.tens_take_teens


def _kind(value: Decimal) -> str:
    if value < TEN:
        return "unit"
    if value < HUNDRED:
        return "ten"
    return "hundred"
