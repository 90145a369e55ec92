"""Which of the dates in a sentence are a figure's own: not those of what it is compared with, nor when it was told."""

import re
from datetime import datetime
from functools import cache

from .. import languages
from .dates import LONGEST_CUE, RECENT, Dated, either
from .document import FoundFigure, Sentence

SPEAKER = 4
"""Words of who says so, between a verb and its day."""
LONGEST_EVENT = 60
"""Characters of a comparison with an event, up to its day."""
BRACKETS = re.compile(r"\([^()]*\)")


def date_of(
    found: FoundFigure, sentence: Sentence, dates: list[Dated], *, running_at: datetime | None, lang: str
) -> Dated | None:
    """The date of its sentence that a figure holds for; `running_at` is when it was told, where such counts go on."""
    place = found.start - sentence.start
    following = [other.start - sentence.start for other in sentence.figures if other.start > found.start]
    own = up_to_comparison(_outside(dates, found, sentence), sentence.text, following, lang=lang)
    if running_at is None and any(dated.of_event for dated in own):
        own = [dated for dated in own if dated.of_event or not is_when_said(sentence.text, dated.start, lang)]
    if running_at is not None:
        own = not_before_event(counted_since(own, running_at), sentence.text, place, lang=lang)
    return nearest(_behind_each(own, found, sentence) or own, place)


def is_when_said(text: str, place: int, lang: str) -> bool:
    """Whether a verb of saying stands right before a day: "will cost two billion, the minister said on Monday"."""
    return _said(lang).search(text, max(0, place - LONGEST_CUE), place) is not None


@cache
def _said(lang: str) -> re.Pattern[str]:
    """A verb of saying right before the day on which it was said: "39 % in Sunday's vote, it said on Friday".

    Behind a comma who says so may stand between: "39 %, said the minister on Friday".
    """
    data = languages.table(lang, "attribution")
    small, verbs = either(languages.table(lang, "dates").get("said_on", ())), either(data.get("verbs", ()))
    turned = rf"[,«»“”\"] (?:[^\W\d_]{{1,4}} )?(?:{verbs})(?: [^\W\d_]+){{1,{SPEAKER}}}"
    return re.compile(rf"(?:\b(?:{verbs})|{turned}) (?:(?:{small}) )?$", re.I)


def _behind_each(dates: list[Dated], found: FoundFigure, sentence: Sentence) -> list[Dated]:
    """The dates of a figure's part where each figure has its own behind it: "120 on Saturday and 45 on Sunday"."""
    starts = [other.start - sentence.start for other in sentence.figures]
    place, end = found.start - sentence.start, found.end - sentence.start
    if not starts or any(dated.start < starts[0] for dated in dates):
        return []
    if not any(dated.end <= place for dated in dates):
        return []
    following = min((start for start in starts if start > place), default=len(sentence.text))
    return [dated for dated in dates if end <= dated.start < following]


def _outside(dates: list[Dated], found: FoundFigure, sentence: Sentence) -> list[Dated]:
    """The dates without those in another figure's brackets: "5.5 % are on strike (18.9 % on Thursday)"."""
    starts = [other.start - sentence.start for other in sentence.figures if other is not found]
    spans = [range(*span.span()) for span in BRACKETS.finditer(sentence.text)]
    others = [span for span in spans if found.start - sentence.start not in span and any(at in span for at in starts)]
    return [dated for dated in dates if not any(dated.start in span for span in others)]


def counted_since(dates: list[Dated], moment: datetime) -> list[Dated]:
    """The dates without the day of an event that has been counted since: "Friday's quake has killed 2,000"."""
    return [dated for dated in dates if not (dated.of_event and moment - dated.as_of.end < RECENT)]


def nearest(dates: list[Dated], place: int) -> Dated | None:
    """The date that stands nearest to a place in the text."""
    return min(dates, key=lambda dated: min(abs(dated.start - place), abs(dated.end - place)), default=None)


def up_to_comparison(dates: list[Dated], text: str, figures: list[int], *, lang: str) -> list[Dated]:
    """The dates before the first of the figures that another is compared with: "31,000, against 65,000 on Thursday".

    `figures` are the places of those that follow; what stands behind a compared one is its own date. A span of time
    that something is compared with itself holds for no figure: "25 % higher than last year". Nor does the day of an
    event hold for a toll that still grows: "the toll of Tuesday's quake has risen to 40"; nor when a count was
    published: "the final count, published on Wednesday".
    """
    dates = [dated for dated in _but_told_on(dates, text, lang) if not _is_of_other(text, dated.start, lang)]
    if any(dated.of_event for dated in dates) and _grows(lang).search(text):
        dates = [dated for dated in dates if not dated.of_event]
    dates = [
        dated
        for dated in dates
        if not (
            _than_on(lang).search(text, max(0, dated.start - LONGEST_CUE), dated.start)
            if dated.as_of.accuracy == "day"
            else _is_compared_with(text, dated.start, lang)
        )
    ]
    for place in figures:
        if _stands_before(text, place, lang, "compared", " "):
            return [dated for dated in dates if dated.start < place]
    return dates


def _is_of_other(text: str, place: int, lang: str) -> bool:
    """Whether a day is that of an event with which something is compared: "fewer than at the rally two weeks ago"."""
    return _than_at(lang).search(text, max(0, place - LONGEST_EVENT), place) is not None


def _is_compared_with(text: str, place: int, lang: str) -> bool:
    """Whether a span of time is what something is compared with; not where a sentence opens with it.

    "In the same period last year 14,200 had landed".
    """
    cue = _right_before(lang, "than", "['’ ]").search(text, max(0, place - LONGEST_CUE), place)
    return cue is not None and cue.start() > 0


def _but_told_on(dates: list[Dated], text: str, lang: str) -> list[Dated]:
    """The dates without those on which a count was told: "published on Wednesday, 27 March"."""
    after = languages.table(lang, "dates").get("told_after", ())
    behind = {dated: text[dated.end : dated.end + LONGEST_CUE].split()[:1] for dated in dates}
    told = {dated for dated in dates if behind[dated] and behind[dated][0] in after}
    return [
        dated for dated in dates if dated not in told and not _stands_before(text, dated.start, lang, "told_on", " ")
    ]


def not_before_event(dates: list[Dated], text: str, figure: int, *, lang: str) -> list[Dated]:
    """Without the days of what came after an event of which the figure tells: "raised on Tuesday, after the shooting
    that killed four".
    """
    return [dated for dated in dates if dated.end > figure or not _after_event(lang).search(text[dated.end : figure])]


@cache
def _after_event(lang: str) -> re.Pattern[str]:
    """An event that something follows, up to the end of a text, and no comma behind it."""
    events = either(word for words in languages.table(lang, "events").values() for word in words)
    cues = either(languages.table(lang, "dates").get("following", ()))
    return re.compile(rf"\b(?:{cues}) (?:[^\W\d_]+['’ ]){{0,3}}?(?:{events})\b[^,;:]*$", re.I)


def _stands_before(text: str, place: int, lang: str, cues: str, gap: str) -> bool:
    return _right_before(lang, cues, gap).search(text, max(0, place - LONGEST_CUE), place) is not None


@cache
def _than_on(lang: str) -> re.Pattern[str]:
    """What another day is compared by: "fewer people than on …"."""
    data = languages.table(lang, "dates")
    return re.compile(
        rf"\b(?:{either(data.get('more', ()))}) (?:\S+ ){{0,3}}(?:{either(data.get('than_on', ()))})['’ ]$", re.I
    )


@cache
def _than_at(lang: str) -> re.Pattern[str]:
    """What an event is compared by, with the words for it: "fewer than at a rally"."""
    data = languages.table(lang, "dates")
    more, than = either(data.get("more", ())), either(data.get("than_at", ()))
    return re.compile(rf"\b(?:{more}) (?:\S+ ){{0,2}}(?:{than})(?:['’ ][^\s,;:]+){{1,5}} $", re.I)


@cache
def _grows(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(languages.table(lang, 'dates').get('grows', ()))})\b", re.I)


@cache
def _right_before(lang: str, name: str, gap: str) -> re.Pattern[str]:
    """The language's cues of a name at the end of a text, and the sign between them and what follows."""
    cues = either(languages.table(lang, "dates").get(name, ()))
    return re.compile(rf"\b(?:{cues}){gap}$", re.I)


def no_counts(dates: list[Dated], sentence: Sentence) -> list[Dated]:
    """The dates but for years that count something: "tents for 2000 people"."""
    counts = {found.start - sentence.start for found in sentence.figures if found.figure.counted}
    return [dated for dated in dates if dated.as_of.accuracy != "year" or dated.start not in counts]
