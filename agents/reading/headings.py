"""What stands before a text's first words and tells nothing of them: datelines ("PARIS, May 3 (AFP) -"), clocks."""

import re
from functools import cache

from .. import languages
from .entries import CLOCK
from .territories import bare
from .towns import cities, is_town

LONGEST = 90
"""Characters of a heading, at most."""
_AGENCY = re.compile(r"(?:(?P<place>[^\W\d_][^\n():;\"“”«»!?]{0,60}?)[ \u00a0]?)?\((?P<agency>[^()\n]{2,40})\)")
_APART = re.compile(r"[ \u00a0]?\.?[ \u00a0]?(?:[-–—]{1,2}[ \t\u00a0]*(?=\S)|[ \t\u00a0]*(?![a-zß-ÿ])(?=[\w\"“«]))")
_CAPITAL = r"[^\W\d_a-zß-ÿ]"
_SHOUTED = re.compile(
    rf"{_CAPITAL}{_CAPITAL}+(?:[ /,.'’-]{{1,2}}{_CAPITAL}[\w.]*){{0,6}}(?: \([^()\n]{{2,40}}\))?"
    r"[ \u00a0](?:-{1,3}|[–—]) (?=\S)"
)
_SMALL = "de|del|la|las|los|el|am|an|der|sur|of|al|au|en|sous"
_NAME = rf"(?P<place>{_CAPITAL}[\w'’]*(?:[ /-](?:{_CAPITAL}[\w'’]*|{_SMALL})){{0,4}})"
_BRACKET = r" ?\([^()\n]{2,40}\)"
_DASH = "(?:-{1,3}|[–—])"
_IN_COUNTRY = rf"(?:, {_CAPITAL}[\w'’. -]{{1,24}}?)?"
_DAY = r"(?:[0-3]?\d(?:er|st|nd|rd|th|[.º])?(?: de)? [^\W\d_]{3,10}|[^\W\d_]{3,10}\.? [0-3]?\d)(?:,?(?: del?)? \d{4})?"
_TELLS = r"[\"“«„¿¡]?[A-ZÀ-Þ0-9]"
_DATED = re.compile(
    rf"{_NAME}{_IN_COUNTRY},? (?:le |den |el )?{_DAY}(?: ?\([^()\n]{{2,40}}\))?"
    rf"(?:[.:]? ?(?:-{{1,3}}|[–—])|:) ?(?={_TELLS})"
)
_STOPPED = re.compile(rf"{_NAME}{_IN_COUNTRY}(?: ?\([^()\n]{{2,40}}\))?\. ?(?:-{{1,3}}|[–—]) ?(?={_TELLS})")
"""Their signs alone tell what they are: "LIMA.- Doce …", "Managua, 14 mar.- Doce …"."""
_KNOWN = re.compile(rf"{_NAME}{_IN_COUNTRY}(?:{_BRACKET}(?: {_DASH})? | {_DASH} |(?P<stop>[.:]) )(?={_TELLS})")
"""Only before the name of a town: "Wien (Agentur) - Zwölf …", "Kabul — Twelve …", "LUSAKA. Twelve …"."""
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
    return start + (_dateline(line) or _shouted(line) or _dated(line) or (_known(line) if start == 0 else 0))


def _dated(line: str) -> int:
    """ "Managua, 14 mar.- ", "LIMA.- "."""
    match = _DATED.match(line) or _STOPPED.match(line)
    return match.end() if match else 0


def _known(line: str) -> int:
    """A town that begins a text, and no sentence: "Berlin (Agentur) Die …", "HARARE: Zimbabwe's …", "Manila. Bei …"."""
    match = _KNOWN.match(line)
    if match is None or not _is_town(match["place"]):
        return 0
    alone = match["stop"] != ":" or match["place"].isupper()  # "Lyon : 5.000 personnes" is where they are
    return match.end() if alone and any(sign.islower() for sign in line[match.end() :]) else 0


@cache
def _is_town(name: str) -> bool:
    """Whether a name, or the first of two, is a town's."""
    words = bare(name.partition("/")[0]).replace("-", " - ").split()
    hit = cities().at(words, 0)
    return (hit is not None and hit[0] == len(words)) or is_town(" ".join(words).replace(" - ", "-"))


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
