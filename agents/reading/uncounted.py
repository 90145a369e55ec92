"""Numbers that no claim is made of: parts of names, what a thing is like, those that the article has told of."""

from ...schemas.claim import Figure
from .. import languages
from .around import Around, look_around
from .document import FoundFigure, Sentence
from .lexicon import Lexicon, lexicon
from .names import speaking
from .phrases import fold
from .tokens import glued
from .wording import Wording, wording

LIST_OPENERS = frozenset("([:")
FEWEST_LISTED = 3
"""Bare numbers one after another that make a list."""
LONGEST_MODEL = 3
"""Digits of the number in a model's name."""
LONGEST_QUOTED = 4
"""Tokens before a number in which the quotation marks are opened around a name and it."""
OPENING = frozenset('"«“„»‘‚')
CLOSING = frozenset('"»”“«’‘')
TELLING_DIGITS = 3
"""Significant digits of a figure that hardly counts two things in one article."""
FEW = 9
"""Up to so many the article may tell of as known."""


def is_attribute(found: FoundFigure, sentence: Sentence, words: Wording) -> bool:
    """ "A seven-letter word", "zero-emission cars": what a thing is like, which nobody has counted."""
    if found.figure.kind != "count" or found.head is None or fold(found.head) in words.persons:
        return False
    return sentence.text[found.end - sentence.start :].startswith("-")


def names_model(around: Around) -> bool:
    """Whether a model's name stands where the noun would: "B-17s"."""
    behind = around.tokens[around.last : around.last + 3]
    return len(behind) == 3 and behind[0].text.isupper() and behind[1].low == "-" and behind[2].kind == "number"


def model_of(found: FoundFigure, sentence: Sentence, *, lang: str) -> tuple[str, str] | None:
    """The name and the number of a model or ship: "vom Typ Leopard 2", "the trawler Maria 7", "« Volga 12 »".

    A noun for a thing or a kind stands before the name, or quotation marks around both.
    """
    if found.figure.kind not in ("count", "ordinal") or not found.figure.text.isdigit():
        return None
    around, words = look_around(found, sentence, lexicon(lang)), wording(lang)
    tokens, first = around.tokens, around.first
    if first < 2 or not tokens[first - 1].text[:1].isupper() or len(found.figure.text) > LONGEST_MODEL:
        return None
    if words.again.before(around.words, first) or around.words[first - 1].endswith(speaking(lang).finite):
        return None  # "«Fueron 62», aseguró", "«Cayeron 31»"
    name = tokens[first - 1].text, found.figure.text
    opened = any(token.text in OPENING for token in tokens[max(0, first - LONGEST_QUOTED) : first - 1])
    if opened and around.words[around.noun : around.noun + 1] and around.words[around.noun] in CLOSING:
        return name
    before = around.words[first - 2]
    thing = words.is_thing(before) and not tokens[first - 2].text[:1].isupper()
    return name if before in words.kinds or (thing and not lexicon(lang).capital_nouns) else None


def is_enumerated(around: Around, lex: Lexicon) -> bool:
    """Whether a bare number stands in a list of such that a bracket or a colon opens: "(2, 3, 3bis, 5 and 6)"."""
    tokens, first, last = around.tokens, around.first, around.last

    def is_item(place: int) -> bool:
        token = tokens[place]
        suffix = token.kind == "word" and glued(tokens, place - 1)
        return suffix or token.text[0].isdigit() or token.low == "," or token.low in lex.conjunctions

    while first > 0 and is_item(first - 1):
        first -= 1
    while last < len(tokens) and is_item(last):
        last += 1
    opened = first > 0 and tokens[first - 1].low in LIST_OPENERS
    counted = last < len(tokens) and tokens[last].kind == "word"
    numbers = sum(token.text[0].isdigit() for token in tokens[first:last])
    return opened and not counted and numbers >= FEWEST_LISTED


def is_slice(figure: Figure, around: Around, words: Wording) -> bool:
    """ "The top 10 percent", "les 10 % les plus riches": chosen by the number, not counted."""
    if figure.kind != "percent" or around.first == 0:
        return False
    after = range(around.last, min(around.last + 3, len(around.words)))
    chosen = any(words.slices_after.at(around.words, place) for place in after)
    before = around.words[around.first - 1]
    top = before in words.slices and words.towards.isdisjoint(around.words[around.first - 2 : around.first - 1])
    return top or (chosen and before in words.definite)  # "to top 1 percent" is to pass it


def is_known(figure: Figure, around: Around, words: Wording, lex: Lexicon) -> bool:
    """ "The two leaders", "ces trois pays": the article has told of them already."""
    if figure.kind != "count" or not _is_few(figure) or figure.of is not None or figure.times:
        return False
    before = around.words[max(0, around.first - 2) : around.first]
    owned = len(before) > 1 and before[0] in ("'", "’") and before[1] in lex.possessive  # "Francis's two predecessors"
    return owned or bool(before and before[-1] in words.definite)


def is_of_known(figure: Figure, words: Wording) -> bool:
    """ "Three of the five hostages": so many of those known, where "nine of ten" is a share."""
    return any(fold(word) in words.definite for word in figure.text.split())


def is_told_again(found: FoundFigure, measure: str | None, told: str) -> bool:
    """Whether a figure of which little is said is one that the article has told of."""
    figure = found.figure
    value = figure.low if figure.low is not None else figure.high
    if figure.kind != "count" or value is None:
        return False
    digits = len(value.normalize().as_tuple().digits)
    if measure in languages.taxonomy()["retold"]["measures"]:
        return digits > 1 and told.startswith("person.")  # "47 dead", and then "47 victims"
    return digits >= TELLING_DIGITS and (found.head is None or measure in (None, "person.people"))


def counts_nothing(found: FoundFigure, head: str, around: Around, words: Wording, lex: Lexicon) -> bool:
    """Times and ways, two questions of a speaker's, a part of a name."""
    talk = head in words.talk and _is_few(found.figure)
    return talk or head in words.no_claim or _is_name(found, head, around, words, lex)


def is_countable(figure: Figure) -> bool:
    """Whether people and things could be so many."""
    bound = figure.low if figure.low is not None else figure.high
    return bound is None or any(value == value.to_integral_value() for value in (bound, *figure.alternatives))


def _is_few(figure: Figure) -> bool:
    return figure.high is not None and figure.high <= FEW


def _is_name(found: FoundFigure, head: str, around: Around, words: Wording, lex: Lexicon) -> bool:
    """Whether a number is a part of a name: "the Voskhod 2 mission", "3arabawy", "the Fiat 500e"."""
    noun, written = words.nouns.get(head), found.figure.text
    if found.counted_start == found.end and not (noun or head in words.persons or head in words.soldiers):
        return True
    if glued(around.tokens, around.last - 1) and around.tokens[around.last].kind == "number":
        return True  # "a 2003 DB9"
    if noun is None and head not in words.persons and _within_name(around, head, lex):
        return True  # "le Mouvement 5 Etoiles"
    if written.isalpha() and written[0].isupper() and around.first > 0:
        return _is_capital(around, head)  # "a Six Flags theme park"
    named = around.first > 1 and around.tokens[around.first - 1].text[0].isupper() and written.isdigit()
    if named and around.words[around.first - 2] in lex.before_label:
        return False  # "In Kabul 12 aircraft were destroyed"
    if not (named and lex.adjectives_first) or head in words.persons or (noun or "").startswith("person."):
        return False
    return not head.endswith(lex.plural) and words.inflection.singular(head) == head


def _within_name(around: Around, head: str, lex: Lexicon) -> bool:
    """Whether a number in digits stands between two words of a name, which no sentence begins with."""
    if around.first < 2 or lex.capital_nouns or not around.words[around.first].isdigit():
        return False
    before, noun = around.tokens[around.first - 1], around.tokens[around.noun : around.last]
    named = before.kind == "word" and before.text.istitle() and before.low not in lex.stop
    return named and any(token.low == head and token.text.istitle() for token in noun)


def _is_capital(around: Around, head: str) -> bool:
    """Whether the noun is written as a name, in a sentence that is not all in capitals."""
    before = around.tokens[around.first - 1]
    if before.kind != "word" or before.text[0].isupper():
        return False
    return any(token.low == head and token.text.istitle() for token in around.tokens[around.first : around.last])
