"""What may have grown between two publications without anybody being wrong, and what can hardly have."""

import re
from datetime import timedelta
from decimal import Decimal
from functools import cache

from .. import languages
from . import period, scope
from .intervals import is_floor, is_vague, power_of_ten
from .side import Side

FAR_APART = 20
"""Figures of one time that are so many times apart are a part and a whole, or of different things."""
MINUTES = timedelta(minutes=10)
HOUR = timedelta(hours=1)
WITHIN_HOUR = Decimal("1.1")
"""In an hour a toll grows by a tenth, and to more than that at its beginning alone."""
HALF_A_DAY = timedelta(hours=12)
LEAP = 2
"""Within half a day a toll hardly grows to more than so many times itself, but in its first hours."""
FEW_MORE = 3
"""So many more are found in any hour: seven dead, and nine."""
CORRECTED = Decimal("1.5")
"""What was counted anew and corrected has been looked at twice, and what has minutes to grow grows even less."""
GOES_ON_WITHIN = 150
"""Characters between two sentences, of which the second may go on from the day of the first: one sentence."""
CROWD = 3
"""Two who count a crowd by themselves may find it grown to so many times itself, some hours later."""


def by_publication(one: Side, two: Side) -> tuple[Side, Side]:
    """The newer and the older; of one moment, the one of the later period, or that stands farther down."""
    first, second = one.claim.published_at, two.claim.published_at
    newer = _place(one) > _place(two) if first == second else first > second
    return (one, two) if newer else (two, one)


def _place(side: Side) -> tuple[float, str, bool, int, str]:
    claim = side.claim
    return side.start, claim.article_id, claim.field == "text", claim.start, claim.claim_id


def in_order(one: Side, two: Side, order: period.Order) -> tuple[Side, Side]:
    """The newer and the older by the times that they hold for, given how these lie; of one time, by publication."""
    return by_publication(one, two) if order == "same" else (two, one) if order == "earlier" else (one, two)


def told_together(one: Side, two: Side) -> bool:
    """Whether two tolls that are told in one breath, or of one town within half a day, may hold for one time.

    "11 killed in Tuesday's attack", told on Thursday, is that attack's toll as of either day.
    """
    apart = abs(one.claim.published_at - two.claim.published_at)
    beside = one.claim.article_id == two.claim.article_id
    if period.is_before(one) or period.is_before(two):
        return False
    if beside and one.period.accuracy == two.period.accuracy == "day":
        return period.meet(one, two)  # not "35 on Tuesday, 12 on Thursday"
    if beside and period.is_long(one) and one.period == two.period:
        return True  # "from 1 to 10 March", both
    if period.is_long(one) or period.is_long(two) or apart > HALF_A_DAY:
        return False
    if not (_goes_on(one, two) if beside else _are_in_one_town(one, two)):
        return False
    first, second = (max(side.end, side.claim.published_at.timestamp()) for side in (one, two))
    return one.start <= second and two.start <= first


def _goes_on(one: Side, two: Side) -> bool:
    """Whether the second is told beside the first, or soon behind it without a day of its own.

    "The ministry said on Tuesday that 45 had died. (…) The union said 62 had"; not "62 by now".
    """
    dated, undated = sorted((one, two), key=lambda side: side.period.accuracy == "publication")
    differ = dated.period.accuracy == "day" and undated.period.accuracy == "publication"
    if differ and _newer(undated.claim.lang).search(undated.claim.quote):
        return False
    apart = undated.claim.quote_start - dated.claim.quote_end
    return scope.adjacent(one.claim, two.claim) or (differ and 0 <= apart <= GOES_ON_WITHIN)


@cache
def _newer(lang: str) -> re.Pattern[str]:
    """What says that a count is of a later time than what was told before: "has now risen to 62"."""
    return re.compile(rf"\b(?:{scope.either(languages.table(lang, 'dates').get('newer', ()))})\b", re.IGNORECASE)


def _are_in_one_town(one: Side, two: Side) -> bool:
    place = one.claim.place
    return place == two.claim.place and place is not None and not place.startswith("country:")


def far_apart(one: Side, two: Side) -> bool:
    """So far that they are hardly of one thing."""
    small, large = sorted((abs(one.value), abs(two.value)))
    return small * FAR_APART < large


def may_have_grown(one: Side, two: Side) -> bool:
    """Whether there was time for it: of two who are named, half as many again in a few minutes are another count."""
    apart = abs(one.claim.published_at - two.claim.published_at)
    small, large = sorted((one.value, two.value))
    unnamed = one.claim.originator is None or two.claim.originator is None
    return apart > MINUTES or (apart > period.NONE and (unnamed or large <= small * CORRECTED))


def has_overtaken(newer: Side, older: Side) -> bool:
    """ "At least 31 dead", and a day later 58: whoever says so of a toll says that it has grown."""
    tolls = newer.claim.cumulative and older.claim.cumulative
    return tolls and is_floor(older.claim) and not is_vague(older.claim) and newer.value > older.value


def leapt(newer: Side, older: Side) -> bool:
    """A named speaker's toll is a tenth higher than another's within the hour, or so much in hours: a sudden growth."""
    one, two = newer.claim, older.claim
    apart = abs(one.published_at - two.published_at)
    cumulative = one.cumulative and two.cumulative and period.same_day(newer, older)
    if not (cumulative and apart <= HALF_A_DAY and may_have_grown(newer, older)):
        return False
    if far_apart(newer, older) and not power_of_ten(newer.value, older.value):
        return False
    if older.value < newer.value <= min(older.value + FEW_MORE, older.value * LEAP) and not two.correction:
        return False
    return newer.value > older.value * (CORRECTED if two.correction else WITHIN_HOUR if apart < HOUR else LEAP)


def grown_today(one: Side, two: Side, *, rivals: bool) -> bool:
    """A crowd told of while the day goes on, and later: more have come; or of rivals each has counted for himself."""
    newer, older = by_publication(one, two)
    goes_on = older.claim.published_at < min(older.period.end, newer.claim.published_at)
    if not goes_on or period.is_long(one) or period.is_long(two) or not period.meet(one, two):
        return False
    if rivals and (not period.hours_apart(newer, older) or newer.value > older.value * CROWD):
        return False
    return newer.value > older.value
