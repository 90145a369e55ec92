"""Days measured back from another: "a week earlier", "trois jours plus tôt", "zwei Wochen zuvor", "la víspera"."""

import re
from datetime import datetime
from functools import cache
from typing import NamedTuple

from ...schemas.claim import AsOf
from .. import languages
from .dates import either
from .days import Accuracy, period, shifted
from .lexicon import lexicon
from .names import speaking
from .wording import wording

SPANS: dict[str, Accuracy] = {"day": "day", "week": "week", "month": "month", "year": "year"}
BESIDE = re.compile(r"(?: [^\W\d_]+){0,2} ?")
"""What stands between such a time and a figure behind it: "two days earlier at"."""


class Distance(NamedTuple):
    """So many days, weeks, months or years."""

    number: int
    accuracy: Accuracy

    def before(self, moment: datetime) -> AsOf:
        """The day, month or year so far before; a week before a day is a day, too."""
        exact: Accuracy = "day" if self.accuracy == "week" else self.accuracy
        start, end = period(shifted(moment, self.accuracy, -self.number), exact)
        return AsOf(start=start, end=end, accuracy=exact)


def without_measured(text: str, lang: str) -> str:
    """A text without such times, whose "earlier" is no count's."""
    return _pattern(lang).sub("", text)


def distance_beside(ahead: str, behind: str, *, opening: str, counted: str, lang: str) -> Distance | None:
    """What opens a clause, or stands beside a figure and those counted: "9,000 marchers a week earlier"."""
    pattern, behind = _pattern(lang), behind.lstrip().removeprefix(counted).lstrip()
    found = pattern.match(opening.lstrip()) or pattern.match(behind)
    near = (match for match in pattern.finditer(ahead) if BESIDE.fullmatch(ahead, match.end()))
    found = found or next(near, None)
    return _distance(found, lang) if found else None


def _distance(found: re.Match[str], lang: str) -> Distance | None:
    if found["eve"]:
        return Distance(1, "day")
    number, lex = (found["number"] or "").casefold(), lexicon(lang)
    many = int(number) if number.isdigit() else int(lex.words.get(number, 1))
    return Distance(many, SPANS[lex.duration_units[found["unit"].casefold()]]) if number else None


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    lex, speech, data = lexicon(lang), speaking(lang), languages.table(lang, "dates")
    definite, small = wording(lang).definite, speech.of - speech.determiners
    numbers = either((*lex.words, *lex.articles, *definite, *speech.opening))
    units = either(text for text, unit in lex.duration_units.items() if unit in SPANS and text.isalpha())
    measured = rf"(?:(?P<number>\d{{1,2}}|{numbers}) )?(?P<unit>{units}) (?:{either(data.get('measured', ()))})"
    eve = rf"(?P<eve>{either(data.get('eve', ()))})(?! (?:{either(speech.of | definite)})\b)"  # not "before the vote"
    return re.compile(rf"\b(?:{eve}|{measured}(?! (?:{either(small)})\b))\b", re.IGNORECASE)
