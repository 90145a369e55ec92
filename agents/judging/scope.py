"""What the words around a figure say it counts ("dans le primaire", "of the drivers"), from its own sentence."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Any, Literal

from ...schemas.claim import Claim
from .. import languages
from .story import STEM

PLURALS = ("", "s", "es", "n", "en")
"""Endings that make several of one, among the four languages."""
ENDS = re.compile(r"[^\w\s'’\-]|\d")
"""Another figure or a sign of punctuation: what lies beyond belongs to something else."""
WORDS = re.compile(r"[^\W\d_]{3,}")
WORD = re.compile(r"[^\W\d_]+|[^\w\s]")
"""Or a sign of punctuation."""
CLAUSE = re.compile(r"[\d,;:(]")
"""Another figure, or the end of what is said of one."""
FIGURE = re.compile(r"[\d;:(]")
"""Commas apart: what a sentence opens with may hold beyond them."""
COMPARED = re.compile(r" ?\([^()]*\d[^()]*\)")
"""Another figure in brackets: "50 % (70 % in January) of schools"."""
ACRONYM = re.compile(r"\b[^\W\d_a-zß-ÿ]{3,}\b")
OPENING = " \"'“«‘(-–—"
NEAR = 4
"""Words between a figure and what tells whose own it is."""
BETWEEN_SENTENCES = 3
"""Characters between two sentences, of which the second answers the first."""
SCOPING = frozenset(("part", "part_of", "asides", "taken", "tails", "own_count", "own_town"))
"""Lists whose words may tell a scope all the same: "second quarter", but "second grade"."""
SOLDIERS = ("person.troops", "person.fighters")
FAR = 90
"""Characters looked at on either side."""
FARTHEST = 3 * FAR
"""The same behind a figure, with others in brackets that are left out."""


def ahead(claim: Claim) -> str:
    """What a sentence says before its figure."""
    return claim.quote[: max(0, claim.start - claim.quote_start)]


def behind(claim: Claim) -> str:
    """What a sentence says behind its figure."""
    return claim.quote[claim.end - claim.quote_start :]


@lru_cache(maxsize=1 << 16)
def after(claim: Claim) -> frozenset[str]:
    """The telling words behind a figure, up to the next one; the noun it counts and its own words among them."""
    return _telling(f"{claim.figure.counted or ''} {_own(claim)}", claim)


def tells_more(claim: Claim) -> bool:
    """Whether more is told of those counted than that they are people, or died: "193 children", "193 of malaria"."""
    return bool(more(claim) or after(claim) - _stems([claim.figure.counted or ""]))


def acronyms(claim: Claim) -> tuple[str, ...]:
    """Those that a figure's own words tell of: "62 % of the staff of the RATP"."""
    return tuple(ACRONYM.findall(_own(claim)))


def _own(claim: Claim) -> str:
    """What stands behind a figure and is said of it."""
    near = COMPARED.sub("", behind(claim)[:FARTHEST])[:FAR]
    end = _own_ends(claim.lang).search(near)
    return near[: end.start()] if end else near


@cache
def _own_ends(lang: str) -> re.Pattern[str]:
    """What ends a figure's own words: another figure, punctuation, who says so ("9 000 selon la Fugea et le Modef")."""
    cues = either(languages.table(lang, "attribution").get("after", ()))
    return re.compile(rf"{ENDS.pattern}|\b(?:{cues})\b", re.IGNORECASE)


@lru_cache(maxsize=1 << 16)
def around(claim: Claim) -> frozenset[str]:
    """The telling words behind a figure and before it."""
    before = ahead(claim).rstrip("( ")[-FAR:]
    ends = [end.end() for end in ENDS.finditer(before)]
    return after(claim) | _telling(before[ends[-1] :] if ends else before, claim)


def wholes(one: Claim, two: Claim) -> Literal["same", "other", "open"]:
    """Whether the words around two shares say that they are of the same whole."""
    first, second = after(one), after(two)
    if one.lang != two.lang:
        return "open"
    if first and second:
        return "same" if first & second else "other"
    wide, wider = around(one), around(two)
    if not (first <= wider and second <= wide):
        return "other"
    if wide and wider and 2 * len(wide & wider) >= min(len(wide), len(wider)):
        return "same"
    return "open" if first or second or not (wide and wider) else "other"


def more(claim: Claim) -> frozenset[str]:
    """The words of the counted noun's phrase that neither the measure nor "people" implies: a kind of people."""
    words = {word.casefold() for word in WORDS.findall(claim.figure.counted or "")}
    implied, things, kinds = _implied(claim.lang, claim.measure), _things(claim.lang), _kinds(claim.lang)
    told = (word for word in words - _people(claim.lang, claim.measure) if word[:STEM] not in implied)
    return frozenset(kinds.get(word) or things.get(word[:STEM], word[:STEM]) for word in told)


def in_one_sentence(one: Claim, two: Claim) -> bool:
    """Whether one sentence of an article makes both claims."""
    return (one.article_id, one.field, one.quote_start) == (two.article_id, two.field, two.quote_start)


def adjacent(one: Claim, two: Claim) -> bool:
    """Whether the two stand in one sentence, or in two of which one follows the other."""
    apart = max(one.quote_start, two.quote_start) - min(one.quote_end, two.quote_end)
    return one.field == two.field and apart <= BETWEEN_SENTENCES


def is_further(claim: Claim) -> bool:
    """ "Two others", "another 12", "this adds to the 12": besides those that the text has told of."""
    if _adding(claim.lang).search(ahead(claim)[-FAR:].casefold()):
        return True
    following = WORD.search(behind(claim)[:FAR])
    further = languages.table(claim.lang, "measures").get("further", ())
    near = last_word(ahead(claim)[-FAR:]), following.group() if following else ""
    return any(word.casefold() in further for word in near)


@cache
def _adding(lang: str) -> re.Pattern[str]:
    """What says right before a count that what was told of comes on top of it."""
    return re.compile(rf"\b(?:{either(languages.table(lang, 'measures').get('adding', ()))}) ?$")


def last_word(text: str) -> str:
    """Or its last sign: of a long text only the end is looked at."""
    return next((words[-1] for end in reversed(text.split()) if (words := WORD.findall(end))), "")


def of_the_one_before(claim: Claim) -> bool:
    """ "At the last strike, the ministry counted 40,000": whether its part of the sentence tells of an event before."""
    before = re.split(r"[;.]", ahead(claim))[-1]
    return _one_before(claim.lang).search(before) is not None


@cache
def _one_before(lang: str) -> re.Pattern[str]:
    last, event = (either(languages.table(lang, "measures").get(name, ())) for name in ("last_one", "called"))
    return re.compile(rf"\b(?:{last}) (?:{event})\b|\b(?:{event}) (?:{last})\b", re.IGNORECASE)


def of_a_rival(claim: Claim) -> bool:
    """ "Organisers of a rival march said", "une contre-manifestation": whether its part tells of another gathering."""
    return _rival(claim.lang).search(re.split(r"[;.]", ahead(claim))[-1]) is not None


@cache
def _rival(lang: str) -> re.Pattern[str]:
    data = languages.table(lang, "measures")
    rival, event, counter = (either(data.get(name, ())) for name in ("rival", "called", "counter"))
    words = r"(?:[^\W\d_]+[ -]){0,2}"
    return re.compile(rf"\b(?:{rival}) {words}(?:{event})\b|\b(?:{event}) {words}(?:{rival})\b|\b(?:{counter})\b", re.I)


def of_its_own(claim: Claim) -> bool:
    """ "25 of their fighters", "lost 11 soldiers": whether who speaks counts the own dead."""
    before = WORD.findall(ahead(claim).casefold())[-3:]  # "perdió a cinco soldados"
    following = WORD.findall(behind(claim).casefold())[:NEAR]
    near = f" {' '.join(before)}  {' '.join(following)} "
    return any(f" {words} " in near for words in languages.table(claim.lang, "measures").get("own_losses", ()))


def in_one_day(claim: Claim) -> bool:
    """ "436 died in the past 24 hours": what a day has added, or a part of it, and no total."""
    words = languages.table(claim.lang, "measures").get("one_day", ())
    sentence = claim.quote.casefold()
    if not any(each in sentence for each in words):
        return False
    before, following = ahead(claim).casefold(), behind(claim).casefold()
    told = _one_day(claim.lang)
    nearest = [before[span.end() :].strip(" ,") for span in told.finditer(before)][-1:]
    next_one = [following[: span.start()] for span in islice(told.finditer(following), 1)]
    ends = FIGURE if told.match(sentence.lstrip(OPENING)) else CLAUSE  # "In the last week, as I said, a thousand"
    near = any(claim.part_of is not None or not ends.search(between) for between in nearest)
    return near or any(not CLAUSE.search(between) for between in next_one)


@cache
def _one_day(lang: str) -> re.Pattern[str]:
    words = languages.table(lang, "measures").get("one_day", ())
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b") if words else re.compile(r"(?!)")


@cache
def hazards(lang: str) -> str:
    """The words for what kills, as alternatives."""
    kinds = {event for kind in languages.taxonomy()["hazards"]["kinds"] for event in kind}
    words = (word for event, told in languages.table(lang, "events").items() if event in kinds for word in told)
    return either(words)


def either(words: Iterable[str]) -> str:
    """The words as alternatives of a regular expression; what nothing matches where there are none."""
    return "|".join(map(re.escape, words)) or "(?!)"


def _telling(text: str, claim: Claim) -> frozenset[str]:
    known = _empty(claim.lang, claim.measure)
    speaker = _stems([claim.originator.name]) if claim.originator else frozenset()
    words = (word.casefold() for word in WORDS.findall(text) if len(word) > 3)
    return frozenset(stem for word in words if (stem := word[:STEM]) not in known and stem not in speaker)


@cache
def _empty(lang: str, measure: str) -> frozenset[str]:
    """Stems that tell nothing of the scope: the measure's own words, small words, hedges, dates, words of saying."""
    own = languages.table(lang, "measures").get("measure", {}).get(measure, {})
    tables = [languages.table(lang, name) for name in ("attribution", "dates", "qualifiers")]
    others = [{key: words for key, words in table.items() if key not in SCOPING} for table in tables]
    stop = languages.table(lang, "nonfigures").get("stop", ())
    return _stems((*languages.strings(own), *stop, *(word for table in others for word in languages.strings(table))))


@cache
def _implied(lang: str, measure: str) -> frozenset[str]:
    """Stems of the words that say no more than the measure does."""
    table, said = languages.table(lang, "measures"), languages.taxonomy()
    befell = (it for it, told in said["fates"].items() if any(own == measure != fate for fate, own in told.items()))
    attending = said["attending"]["measures"] if measure in said["crowds"].values() else ()
    plainer = (name for name, narrow in said["narrower"].items() if narrow == measure)
    named_by = (measure, *befell, *attending, *plainer, *said["remains"].get(measure, ()))
    named = (table.get("measure", {}).get(name, {}) for name in named_by)
    working = table.get("workforce", ()) if measure in said["trades"]["measures"] else ()
    nouns = (noun for each in named for noun in languages.strings(each))
    return _stems((*table.get("as_counted", ()), *working, *nouns))


@cache
def _things(lang: str) -> dict[str, str]:
    """What the nouns for things are that something befalls, by their stems: houses and dwellings are homes."""
    things = (kind for kind in languages.taxonomy()["fates"] if kind.startswith("thing."))
    return {noun[:STEM]: thing for thing, noun in _nouns(lang, things)}


@cache
def _kinds(lang: str) -> dict[str, str]:
    """What the nouns are that stand for persons, in their plurals: inmates and prisoners are prisoners."""
    nouns = _nouns(lang, languages.taxonomy()["people"]["measures"])
    return {f"{noun}{ending}": kind for kind, noun in nouns for ending in PLURALS}


def _nouns(lang: str, kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The nouns of one word of each of the measures."""
    measures = languages.table(lang, "measures").get("measure", {})
    named = ((kind, noun.casefold()) for kind in kinds for noun in measures.get(kind, {}).get("nouns", ()))
    yield from ((kind, noun) for kind, noun in named if " " not in noun)


@cache
def _people(lang: str, measure: str) -> frozenset[str]:
    """The words that say no more than that people are counted, or soldiers."""
    kinds = ("persons", "soldiers") if measure.startswith(SOLDIERS) else ("persons",)
    nouns = (noun for kind in kinds for noun in languages.table(lang, "measures").get(kind, ()) if " " not in noun)
    return frozenset(word.casefold() for noun in nouns for word in WORDS.findall(noun))


def _stems(phrases: Any) -> frozenset[str]:
    return frozenset(word.casefold()[:STEM] for phrase in phrases for word in WORDS.findall(phrase))
