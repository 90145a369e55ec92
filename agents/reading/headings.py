"""What stands before a text's first words and tells nothing of them: datelines ("PARIS, May 3 (AFP) -"), clocks."""

import re
from functools import cache

from .. import languages
from .entries import CLOCK

LONGEST = 90
"""Characters of a heading, at most."""
_AGENCY = re.compile(r"(?:(?P<place>[^\W\d_][^\n():;\"“”«»!?]{0,60}?)[ \u00a0]?)?\((?P<agency>[^()\n]{2,40})\)")
_APART = re.compile(r"[ \u00a0]?\.?[ \u00a0]?(?:[-–—]{1,2}[ \t\u00a0]*(?=\S)|[ \t\u00a0]*(?![a-zß-ÿ])(?=[\w\"“«]))")
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_SHOUTED = re.compile(
    rf"{_CAPITAL}{_CAPITAL}+(?:[ /,.'’-]{{1,2}}{_CAPITAL}[\w.]*){{0,6}}[ \u00a0](?:-{{1,2}}|[–—]) (?=\S)"
)
_TAGGED = re.compile(r"(?:[ \u00a0]?[^\W\d_]{1,4}\b)?(?<=\w)[ \u00a0]{2,}|[ \u00a0]*(?<=[ \u00a0]{2})(?=\S)")
"""What ends a clock that stood in tags: "<b>18:05 Uhr</b> "."""
_WORDS = re.compile(r"[^\W\d_]+")


def heading_end(text: str, start: int, end: int) -> int:
    """Where what begins a line at `start` goes on behind its dateline or clock; `start` where it has none."""
    before = text[max(0, start - LONGEST) : start].rstrip(" \t\u00a0")
    if before and before[-1] != "\n":
        return start
    line = text[start : min(end, start + LONGEST)]
    clock = CLOCK.match(line)
    if clock and line[clock.end() - 1 : clock.end()] in tuple("-–—:|"):
        return start + clock.end()
    if clock and (tagged := _TAGGED.match(line, clock.end())):
        return start + tagged.end()
    return start + (_dateline(line) or _shouted(line))


def _dateline(line: str) -> int:
    """ "BENGHAZI, Sept 11 (Reuters) - ", "Valencia, 30 oct (EFE).- ", "(AFP) "."""
    match = _AGENCY.match(line)
    if match is None or agencies().isdisjoint(word.casefold() for word in _WORDS.findall(match["agency"])):
        return 0
    apart = _APART.match(line, match.end())
    return apart.end() if apart else 0


def _shouted(line: str) -> int:
    """ "NEW DELHI -- ", "TRIPOLI - ", before words that are not in capitals themselves."""
    match = _SHOUTED.match(line)
    return match.end() if match and any(sign.islower() for sign in line[match.end() :]) else 0


@cache
def agencies() -> frozenset[str]:
    """Names of news agencies, which send the news and tell of nothing."""
    return frozenset(languages.symbols()["agencies"])
