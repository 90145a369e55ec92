"""Number words in full: "quatre-vingt-dix-sept mille", "two hundred and five", "dreiundzwanzig"."""

from decimal import Decimal

from .lexicon import Lexicon
from .tokens import Token

ONE, TEN, HUNDRED = Decimal(1), Decimal(10), Decimal(100)


def number_words(tokens: list[Token], place: int, lex: Lexicon) -> tuple[Decimal, Decimal, int, bool] | None:
    """Value, step, end and whether a scale was among them, of the number words from `place` on."""
    total, current, lowest, last, scaled = Decimal(0), None, None, place, False
    kind = ""
    while last < len(tokens):
        gap = _gap(tokens, last, kind, lex) if last > place else 0
        if last + gap >= len(tokens):
            break
        parts = lex.decompose(tokens[last + gap].low) or [tokens[last + gap].low]
        step = _add_parts(parts, total, current, kind, lowest, lex)
        if step is None:
            break
        total, current, kind, lowest = step
        scaled = scaled or kind == "scale"
        last += gap + 1
    if last == place:
        return None
    return total + (current or 0), lowest or ONE, last, scaled


def _gap(tokens: list[Token], place: int, kind: str, lex: Lexicon) -> int:
    """Tokens to pass between two number words: a hyphen, a connector where the language allows it."""
    gap = 0
    if tokens[place].low == "-" and tokens[place].start == tokens[place - 1].end:
        gap = 1
    if place + gap < len(tokens) and tokens[place + gap].low in lex.connectors and kind in lex.connector_after:
        gap += 1
        if place + gap < len(tokens) and tokens[place + gap].low == "-":
            gap += 1
    return gap


State = tuple[Decimal, Decimal | None, str, Decimal | None]


def _add_parts(
    parts: list[str], total: Decimal, current: Decimal | None, kind: str, lowest: Decimal | None, lex: Lexicon
) -> State | None:
    for part in parts:
        if part in lex.connectors and len(parts) > 1:
            continue
        step = _add(part, total, current, kind, lowest, lex, glued=len(parts) > 1)
        if step is None:
            return None
        total, current, kind, lowest = step
    return total, current, kind, lowest


def _add(
    word: str,
    total: Decimal,
    current: Decimal | None,
    kind: str,
    lowest: Decimal | None,
    lex: Lexicon,
    *,
    glued: bool,
) -> State | None:
    """One more number word, where the grammar of counting lets it follow."""
    if word in lex.hundreds:
        if current is not None and not ONE <= current < HUNDRED:
            return None
        hundred = lex.hundreds[word]
        return total, (current or ONE) * hundred, "hundred", hundred
    if word in lex.scales and word not in lex.words:
        return _add_scale(lex.scales[word], total, current, kind, lowest)
    value = lex.words.get(word)
    if value is None:
        return None
    if current is None:
        return total, value, _kind(value), ONE
    tail = current % HUNDRED
    if value == 20 and tail == lex.scores_after:  # quatre-vingts
        return total, current - tail + tail * value, "ten", ONE
    if not _fits(value, tail, current, lex, glued=glued):
        return None
    return total, current + value, _kind(value), ONE


def _add_scale(
    scale: Decimal, total: Decimal, current: Decimal | None, kind: str, lowest: Decimal | None
) -> State | None:
    if kind == "scale" and lowest is not None and scale <= lowest:
        return None
    if total and scale > total:
        return (total + (current or 0)) * scale, None, "scale", scale
    return total + (current if current is not None else ONE) * scale, None, "scale", scale


def _fits(value: Decimal, tail: Decimal, current: Decimal, lex: Lexicon, *, glued: bool) -> bool:
    """Whether a value may follow: hundreds take all below 100, tens take units (French 60 and 80 up to 19)."""
    if value >= HUNDRED:
        return False
    if glued and value >= 20 and tail < TEN:
        return True
    if tail == 0 and current >= HUNDRED:
        return True
    if value < TEN:
        composed = tail % 20 == TEN and lex.teens_from is not None and value >= lex.teens_from
        return composed or (tail >= 20 and tail % TEN == 0)
    return value < 20 and tail in lex.tens_take_teens


def _kind(value: Decimal) -> str:
    if value < TEN:
        return "unit"
    if value < HUNDRED:
        return "ten"
    return "hundred"
