"""Numbers that are no figures: dates, years, clock times, identifiers, addresses, phone numbers, links."""

from decimal import Decimal

from .lexicon import Lexicon
from .number_words import HUNDRED
from .scan import Number, plural
from .tokens import Token, glued, hyphened
from .units import right_case

LONGEST_UNTIL = 3
"""Tokens of a bound that may also introduce a date: "jusqu'à 1998"; longer ones compare."""
LONGEST_ABBREVIATION = 4
"""Letters of a unit that this program does not know: 14Gyr; longer words glued to digits are names: 3Arabawy."""
LONGEST_NAME = 12
"""Tokens of a name like 8a890436-7d95-4fe5 that are looked at."""
HUNDREDTH = Decimal("0.01")
DASHES = (["-"], ["–"], ["—"], ["|"])
LONGEST_EVENT = 6
"""Tokens of the name of what is held in a year."""
LONGEST_LIST = 12
"""Identifiers of one list that are looked at."""


def _is_decade(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """ "In his 30s", "born in the 70s"."""
    plural_s = words[number.last : number.last + 1] == ["s"] and glued(tokens, number.last - 1)
    tens = number.plain_digits == 2 and number.value % 10 == 0
    return plural_s and tens and number.first > 0 and words[number.first - 1] in lex.decade_before


def _in_name(number: Number, tokens: list[Token], lex: Lexicon) -> bool:
    """F-16, G7, Covid-19, L412-1; but magnitude-6.3 and 12km-15km are measures, USD5 and Rs20 are money."""
    if number.worded:
        return lex.hyphen_names and _hyphened(number, tokens, lex)
    if _goes_on(number, tokens, lex):
        return True
    for place in range(number.first - 1, max(-1, number.first - 1 - LONGEST_NAME), -1):
        token = tokens[place]
        if token.end < tokens[place + 1].start:
            return False
        measured = token.kind == "word" and place < number.first - 1
        if measured and place > 0 and tokens[place - 1].kind == "number":
            return lex.units.phrases.at([token.low], 0) is None or tokens[place - 1].end < token.start
        if token.kind == "word":
            return _names(token, tokens[place + 1].kind == "number", lex)
        if token.kind == "sign" and token.text not in ("-", "–", "_"):
            return False
    return False


def _hyphened(number: Number, tokens: list[Token], lex: Lexicon) -> bool:
    """Whether a hyphen glues a word to it that is no unit: "un deux-roues", "le Pont-Neuf"; but "un trois-tonnes"."""
    if hyphened(tokens, number.first - 1) and tokens[number.first - 2].kind == "word":
        return True
    word = hyphened(tokens, number.last) and tokens[number.last + 1].kind == "word"
    return word and lex.units.phrases.at([tokens[number.last + 1].low], 0) is None


def _goes_on(number: Number, tokens: list[Token], lex: Lexicon) -> bool:
    """5f3a: digits, letters and digits again; 5G, 3D: one capital that is no unit."""
    parts = tokens[number.last - 1 : number.last + 2]
    if len(parts) > 1 and parts[0].end == parts[1].start and parts[1].text[0].isupper() and parts[1].kind == "word":
        if len(parts[1].text) > 1:  # 3Arabawy
            known = lex.units.at([parts[1].low], 0, [parts[1]]) is not None or parts[1].text in lex.abbreviations
            return not known and 0 < number.plain_digits < 3 and len(parts[1].text) > LONGEST_ABBREVIATION
        return lex.units.phrases.at([parts[1].low], 0) is None or not right_case(parts[1].text)
    if len(parts) < 3 or parts[1].kind != "word" or parts[2].kind != "number":
        return False
    joined = glued(tokens, number.last - 1) and glued(tokens, number.last)
    unit = lex.units.phrases.at([parts[1].low], 0)
    return joined and (unit is None or (len(parts[1].low) == 1 and parts[1].low + parts[2].text not in ("m2", "m3")))


def _names(token: Token, touching: bool, lex: Lexicon) -> bool:
    """Whether a word before a number makes a name of both; `touching` says that no hyphen parts them."""
    if token.low in lex.identifier_before:
        return True
    if touching and (lex.units.is_code(token.text) or lex.units.signs.at([token.low], 0)):
        return False
    return lex.scale_words.at([token.low], 0) is None


def is_figure(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """Whether a number could be counted or measured by somebody."""
    if (
        _in_name(number, tokens, lex)
        or _is_date(number, tokens, words, lex)
        or _is_clock(number, words, lex)
        or _is_identifier(number, tokens, words, lex)
        or _is_decade(number, tokens, words, lex)
    ):
        return False
    if number.like_a_year:
        return not _is_year(number, tokens, words, lex)
    if number.plain_digits and tokens[number.first].text.startswith("0") and number.plain_digits > 1:
        return False
    if number.value == HUNDRED and number.first:  # the "cent" of "pour cent"
        percent = lex.units.at(words, number.first - 1, tokens)
        if percent and percent.kind == "percent":
            return False
    return lex.era_after.at(words, number.last) is None


def _is_date(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """18 octobre, October 18, 18-20 October, 1er mai, le 5/12."""
    if number.fraction and not number.worded and number.first:
        return words[number.first - 1] in lex.singular_before and lex.share_of.at(words, number.last) is None
    if number.value > 31 or (number.worded and not number.ordinal):
        return False
    if _before_month(words, number.last, lex) or (not number.worded and _in_list_of_days(words, number.last, lex)):
        return True
    before = words[max(0, number.first - 4) : number.first]
    if before[-1:] and before[-1] in lex.day_before and words[number.last : number.last + 1] == ["."]:
        return True  # "am 24. wurde gewählt"
    counts = plural(words, number.last, lex) or lex.units.at(words, number.last, tokens) is not None
    if before and before[-1] in lex.weekdays and number.plain_digits and not counts:
        return True  # "lundi 7"
    if before and before[-1] in lex.months and not (counts and _day_is_told(before[:-1], lex)):
        return True
    if len(before) > 1 and before[-1] == "." and before[-2] in lex.months:
        return True
    listed = len(before) > 2 and before[-3] in lex.months and before[-2].isdigit()  # "October 7 and 8"
    return listed and (before[-1] in lex.day_joiners or (before[-1] == "," and not counts))


def _before_month(words: list[str], place: int, lex: Lexicon) -> bool:
    """18 octobre, 9. November, le 11-Septembre, 14th of July."""
    place += not lex.day_of.isdisjoint(words[place : place + 1])
    return not lex.months.isdisjoint(words[place : place + 1])


def _day_is_told(before: list[str], lex: Lexicon) -> bool:
    """ "In May 20 people died", "le 12 mai 20 personnes…", "am 7. Mai 20 Tote", but "the October 7 attacks"."""
    if before[-1:] == ["."]:
        before = before[:-1]
    return bool(before) and (before[-1] in lex.before_month or before[-1].isdigit())


def _in_list_of_days(words: list[str], place: int, lex: Lexicon) -> bool:
    """The first of "18-20 October", "4, 5 et 9 mai"."""
    for _ in range(5):
        place += words[place : place + 1] == ["."]  # "dem 4. und dem 9. Mai"
        day = place + 1 + (not lex.day_articles.isdisjoint(words[place + 1 : place + 2]))
        if day + 1 >= len(words) or not words[day].isdigit() or len(words[day]) > 2:
            return False
        joined = words[place] in lex.day_joiners if words[place].isalpha() else len(words[place]) <= 3
        if not joined or _before_month(words, day + 1, lex):
            return joined
        place = day + 1
    return False


def _is_clock(number: Number, words: list[str], lex: Lexicon) -> bool:
    """At 9 am, à 23 heures."""
    if number.plain_digits == 4 and lex.clock_after.at(words, number.last):
        return True  # 1137 UTC
    if number.value > 24:
        return False
    if number.value != int(number.value):  # 9.30pm, 14.30 Uhr
        minutes = number.value % 1 * 100
        opens = number.first == 0 and words[number.last : number.last + 1] in DASHES  # "18.41 - " in a live blog
        return (
            number.step == HUNDREDTH and minutes < 60 and (opens or lex.clock_after.at(words, number.last) is not None)
        )
    if lex.clock_after.at(words, number.last):
        return True
    unit = words[number.last] if number.last < len(words) else ""
    return unit in lex.clock_unit and _tells_the_time(number, words, lex)


def _tells_the_time(number: Number, words: list[str], lex: Lexicon) -> bool:
    """ "À 23 heures", "de 8 heures à 12 heures"; but "une attente de 5 heures", "à 3 heures de route"."""
    after = number.last + 1
    if after < len(words) and words[after] in lex.of:
        return False
    if lex.clock_before.before(words, number.first):
        return True
    opener = lex.openers.before(words, number.first)
    joiner = lex.joiners.at(words, after)
    if opener is None or joiner is None or (opener[1], joiner[1]) not in lex.ranges:
        return False
    return after + joiner[0] < len(words) and words[after + joiner[0]][0].isdigit()


def _is_identifier(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """Flight 370, les lignes 1 et 14, n° 5, 221B Baker Street."""
    before = words[max(0, number.first - 2) : number.first]
    if _abbreviated(words, number.first, lex):
        return True
    if lex.names.at(words, number.first):
        return True
    if number.plain_digits and (lex.laws.before(words, number.first) or lex.laws.at(words, number.last)):
        return True
    if (
        before
        and before[-1] in lex.singular_before
        and number.plain_digits
        and _ends_phrase(number, tokens, words, lex)
    ):
        return True  # "le 3 à Lyon", "le 3919"
    printed = number.plain_digits or (number.step < 1 and not number.worded)  # "version 2.1"
    if before and printed and _labels(before[-1], number, tokens, words, lex):
        return lex.units.at(words, number.last, tokens) is None
    if not number.worded and _in_list(number, tokens, words, lex):
        return True
    return _is_house(number, tokens, words, lex)


def _is_house(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """12, rue de Rivoli, 10 Downing Street, 221B Baker Street; but "20 Wall Street banks"."""
    after = words[number.last : number.last + 2]
    street = next((at for at, word in enumerate(after) if word in lex.street_after), None)
    if street is None:
        return False
    if street == 0:
        return number.plain_digits > 0
    lettered = number.last - number.first == 2 and len(words[number.last - 1]) == 1
    named = tokens[number.last].text == "," or tokens[number.last].text[0].isupper()
    return lettered or (number.plain_digits > 0 and named and not plural(words, number.last + 2, lex))


def _abbreviated(words: list[str], place: int, lex: Lexicon) -> bool:
    """Whether a label in short stands before a place: "n° 5", "art. 5"."""
    return place > 1 and words[place - 2] in lex.abbreviated_labels and words[place - 1] in ("°", ".")


def _labels(word: str, number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """Whether a word makes a name with the number after it: "Flight 370"; "Day 3", but "that day 20 people died"."""
    if word in lex.identifier_before:
        return lex.before.before(words, number.first) is None  # "could top 1,000"
    return word in lex.identifier_unless_counted and (number.like_a_year or not _is_counted(number, tokens, words, lex))


def _ends_phrase(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """Whether neither a noun nor a unit follows."""
    if lex.units.at(words, number.last, tokens) or lex.scales.get(
        words[number.last] if number.last < len(words) else ""
    ):
        return False
    return number.last >= len(words) or not words[number.last].isalpha() or words[number.last] in lex.stop


def _is_counted(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """ "Last week 20 people died", "en France 16 élèves"; but "Channel 4 News", "on day 3 protesters gathered"."""
    if not plural(words, number.last, lex):
        return False
    before = words[number.first - 2] if number.first > 1 else ""
    named = tokens[number.first - 1].text[0].isupper()
    return before in lex.before_place if named else before not in lex.before_label


def _in_list(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """ "Les lignes de métro 4, 7, 8 et 9", "Boeing 737-800": one identifier after another."""
    place, first = number.first, max(2, number.first - 2 * LONGEST_LIST)
    while place >= first and words[place - 1] in lex.list_joiners and _is_item(tokens[place - 2]):
        place -= 2
    if not 0 < place < number.first:
        return False
    return _abbreviated(words, place, lex) or _labels(words[place - 1], number, tokens, words, lex)


def _is_item(token: Token) -> bool:
    """A number, or a capital as lines have: "les lignes A, B et 4"."""
    return token.text.isdigit() or (len(token.text) == 1 and token.text.isupper())


def _is_year(number: Number, tokens: list[Token], words: list[str], lex: Lexicon) -> bool:
    """A bare 4-digit number between 1500 and 2100, unless what stands around it says that it counts."""
    if lex.units.at(words, number.last, tokens) or lex.units.before(words, number.first, tokens):
        return False
    bound = lex.before.before(words, number.first)
    if bound and ((bound[0] > 1 and bound[1] in ("more_than", "less_than")) or bound[0] > LONGEST_UNTIL):
        return False
    previous = words[number.first - 1] if number.first else ""
    if previous in lex.months or previous in lex.year_after or previous.isdigit():
        return True
    if number.last < len(words) and words[number.last] in lex.people:
        return False  # "a crowd of 2000 people"
    if previous in lex.year_before:
        return True
    if bound:  # "deployed around 2007, although"; but "around 2000", "around 2007 votes"
        alone = number.last >= len(words) or not words[number.last].isalpha()
        return bound[1] == "about" and alone and number.value % 10 != 0
    if number.first > 1 and (previous == "," or tokens[number.first - 1].text[0].isupper()):
        return True  # "Act, 1972", "Festival 2019"
    following = tokens[number.last : number.last + 2]  # "1910 waren es 52", "1804 starben bei der Flut 63 Menschen"
    nounless = number.value % 100 != 0 and lex.capital_nouns and not any(token.text[0].isupper() for token in following)
    held = number.value % 100 != 0 and _held_yearly(words, number.last, lex)
    return nounless or held or not plural(words, number.last, lex)


def _held_yearly(words: list[str], place: int, lex: Lexicon) -> bool:
    """ "The 2020 US Democratic presidential primaries": what is held in a year, at the end of the noun's phrase."""
    for word in words[place : place + LONGEST_EVENT]:
        if word in lex.held_yearly:
            return True
        if not word.isalpha() or word in lex.stop:
            return False
    return False
