"""How old people are: "Robert Dyckman, 74,", "la femme de 34 ans", "he was 101"."""

from typing import TYPE_CHECKING

from .counted import counted_noun
from .gazetteer import mentions

if TYPE_CHECKING:
    from .spans import Line, Span

OLDEST = 120
"""Years that nobody lives."""


def read_age(span: "Span", line: "Line") -> None:
    """Whether a number tells how old somebody is."""
    lex, words = line.lex, line.words
    number = span.high or span.number
    after = lex.age_after.at(words, span.last) or lex.age_after.at(words, number.last)
    if after:
        span.kind, span.unit, span.last = "age", after[1], max(span.last, number.last + after[0])
    elif span.kind == "count" and _in_apposition(span, line):
        span.kind, span.unit = "age", "year"
    elif span.kind == "duration" and (lex.age_before.before(words, span.first) or _person_of(span, line)):
        span.kind = "age"
    elif (
        span.kind == "count"
        and span.number.value < OLDEST
        and (lex.age_before.before(words, span.first) or _is_told_old(span, line))
    ):
        span.kind, span.unit = "age", "year"


def _is_told_old(span: "Span", line: "Line") -> bool:
    """ "He was 101 and died": somebody, and no noun that would be counted; "put the dead at 17" tells a toll."""
    told = line.lex.age_told.before(line.words, span.first)
    first = span.first - told[0] if told else 0
    noun = first > 0 and line.words[first - 1] in line.lex.determiners_before | line.lex.of
    return (
        told is not None
        and not noun
        and 1 < span.number.plain_digits < 4
        and counted_noun(line.tokens, span.last, line.lex) is None
    )


def _in_apposition(span: "Span", line: "Line") -> bool:
    """ "Robert Dyckman, 74, and", "a disabled veteran, 66, missing"."""
    number, words = span.number, line.words
    if (
        not 1 < number.plain_digits < 4
        or not 10 <= number.value < OLDEST
        or not 1 < span.first < span.last < len(words)
    ):
        return False
    if (words[span.first - 1], words[span.last]) == ("(", ")"):  # "Jean Lwanzo (51)", but "New Jersey (45)"
        before = line.tokens[span.first - 3 : span.first - 1]
        named = any(mention.last == len(before) for mention in mentions(before, line.lex.lang))
        return _is_somebody(span.first - 2, line) or (_is_full_name(span.first - 2, line) and not named)
    if words[span.first - 1] != "," or words[span.last] not in (",", ".", ";", ")"):
        return False
    place = span.first - 2
    if words[place] == ")" and "(" in words[max(0, place - 4) : place]:
        place = max(at for at in range(max(0, place - 4), place) if words[at] == "(") - 1
    return _is_somebody(place, line) or _is_full_name(place, line)


def _is_somebody(place: int, line: "Line") -> bool:
    """ "Eine Frau (72)", "his son Joseph, 57,"; where nouns are compounds, by their ends: "Feuerwehrmann"."""
    lex, word = line.lex, line.words[place]
    if lex.capital_nouns and word.endswith(tuple(lex.age_people)):
        return True
    named = place > 0 and line.tokens[place].text[:1].isupper() and line.words[place - 1] in lex.age_people
    return word in lex.age_people or named


def _is_full_name(place: int, line: "Line") -> bool:
    """Whether two words of a name end at a place: "in Gaza, 40, mostly children" tells no age."""
    name = line.tokens[max(0, place - 1) : place + 1]
    full = len(name) > 1 and all(word.kind == "word" and word.text[0].isupper() for word in name)
    return full and name[0].low not in line.lex.stop and name[1].low not in line.lex.months | line.lex.weekdays


def _person_of(span: "Span", line: "Line") -> bool:
    """ "la femme de 34 ans"."""
    if line.words[span.last - 1] not in line.lex.age_years:
        return False
    before = line.words[max(0, span.first - 2) : span.first]
    return len(before) == 2 and before[1] in line.lex.of and before[0] in line.lex.age_people
