"""A span becomes a figure: its interval, its words and its counted noun, with offsets of the field."""

from collections.abc import Mapping
from decimal import Decimal

import msgspec

from ...schemas.claim import Figure
from .counted import Counted
from .document import FoundFigure
from .mending import glued_stems, is_torn
from .phrases import fold
from .spans import OPEN_DOWNWARDS, OPEN_UPWARDS, Line, Span
from .tokens import Token, hyphened

SUM = 100_000
"""A bare number as large as that may be a sum where one was told of before."""
COUNTED = ("person.", "thing.", "event.")
"""Families of what is counted, never measured."""


def finish(span: Span, line: Line, *, explain: bool) -> FoundFigure:
    """The figure as a record, with offsets of the field."""
    low, high = _bounds(span)
    start, end = line.tokens[span.first].start, line.tokens[span.last - 1].end
    counted = _cut(span, line)
    figure = Figure(
        text=line.text[start:end],
        kind=span.kind,
        low=low,
        high=high,
        qualifier="between" if span.high else span.qualifier,
        step=_plain(span.number.step) if span.ratio is None else None,
        magnitude=span.number.magnitude,
        unit=span.unit,
        counted=line.text[counted[0] : counted[1]] if counted else None,
        of=span.of,
        times=span.times,
        alternatives=tuple(map(_plain, span.number.alternatives)),
        corrupt=bool(counted and counted[3]) or any(map(is_torn, line.tokens[span.first : span.last])),
        why=_why(span, line, counted) if explain else None,
    )
    return FoundFigure(
        start=start,
        end=end,
        figure=figure,
        head=counted[2] if counted else None,
        counted_start=counted[0] if counted else None,
        counted_end=counted[1] if counted else None,
    )


def _bounds(span: Span) -> tuple[Decimal | None, Decimal | None]:
    value = _plain(span.number.value) if span.ratio is None else span.ratio
    if span.high is not None:
        return value, _plain(span.high.value)
    if span.qualifier in OPEN_UPWARDS:
        return value, None
    if span.qualifier in OPEN_DOWNWARDS:
        return None, value
    return value, value


def _plain(value: Decimal) -> Decimal:
    """Without exponent or needless zeros; a whole number stays whole."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _cut(span: Span, line: Line) -> tuple[int, int, str, bool] | None:
    """Start, end and head of the counted phrase, and whether broken text had to be cut ("soldatsdont")."""
    if span.counted is None:
        return None
    counted, tokens = span.counted, line.tokens
    head = tokens[counted.head]
    start, end = tokens[counted.first].start, tokens[counted.last - 1].end
    if stem := next(glued_stems(head.low, line.lex), None):
        return start, head.start + len(stem), stem, True
    return start, end, fold(line.text[head.start : max(head.end, _compound_end(span.counted, tokens))]), False


def _compound_end(counted: Counted, tokens: list[Token]) -> int:
    """Where the word ends of which the head is the first part: "petits-enfants"."""
    place = counted.head
    while place + 2 < counted.last and hyphened(tokens, place + 1):
        place += 2
    return tokens[place].end


def _why(span: Span, line: Line, counted: tuple[int, int, str, bool] | None) -> str:
    """The rule, the number as it was read, and what the words around it gave."""
    first, last = span.number.first, span.number.last
    before, after = _words(span.first, first, line), _words(last, span.last, line)
    form = "in words" if span.number.worded else "in digits"
    reasons = [f"{span.why}: {_words(first, last, line)!r} {form} is {_plain(span.number.value)}"]
    reasons += [f"or {_plain(other)}" for other in span.number.alternatives]
    reasons += [f"before it {before!r}"] if before else []
    reasons += [f"behind it {after!r}"] if after else []
    reasons += [f"hence {span.kind}" + (f" in {span.unit}" if span.unit else "")] if span.kind != "count" else []
    reasons += [f"hence {span.qualifier}"] if span.qualifier != "exact" else []
    if counted:
        reasons.append(f"counts {counted[2]!r}" + (", cut out of broken text" if counted[3] else ""))
    return "; ".join(reasons)


def _words(first: int, last: int, line: Line) -> str:
    return line.text[line.tokens[first].start : line.tokens[last - 1].end] if first < last else ""


def may_be_money(figure: Figure) -> bool:
    """Whether a bare number may be a sum, after one: "damage of three billion euros, or of four billion"."""
    value = figure.low if figure.low is not None else figure.high
    large = value is not None and value >= SUM
    return figure.kind == "count" and figure.counted is None and figure.magnitude and large


def with_unit(figure: Figure, measure: str, family: str, units: Mapping[str, str]) -> Figure:
    """ "320 hectares burned; the hikers count 1,150": a bare number takes the unit that its measure was told in."""
    if family.startswith("money.") and may_be_money(figure):
        return msgspec.structs.replace(figure, kind="money", unit=units.get("money"))
    whole = figure.step is None or figure.step >= 1  # "a 6.2 earthquake" counts none
    if figure.kind != "count" or (figure.counted and whole):
        return _whole(figure) if figure.kind == "count" and family.startswith(COUNTED) else figure
    if measure in units:
        return msgspec.structs.replace(figure, kind="measure", unit=units[measure])
    return _whole(figure) if family.startswith(COUNTED) else figure


def _whole(figure: Figure) -> Figure:
    """ "The toll is now put at 1.200": people and things are counted whole."""
    if figure.low != figure.high:
        return figure
    whole = next((value for value in figure.alternatives if value == value.to_integral_value()), None)
    if whole is None or figure.low is None or figure.low == figure.low.to_integral_value():
        return figure
    return msgspec.structs.replace(figure, low=whole, high=whole, step=1, alternatives=(figure.low,))
