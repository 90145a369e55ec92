"""What an article is about, in a compact form that does not depend on its language; and a near-copy signature."""

from collections import Counter
from collections.abc import Callable, Iterable

from rensa import RMinHash

from ...schemas.claim import Entity, Story
from .belonging import tells_where
from .dates import Dated
from .gazetteer import event_cues, mentions
from .lexicon import lexicon
from .mention import Mention
from .phrases import Phrases
from .territories import bare, institutions
from .tokens import Token
from .told_where import is_seated
from .towns import country_of, namesake_in
from .vocabulary import SHORTEST, is_known, is_telling

MOST_REFS, MOST_WORDS, MOST_NAMES, MOST_DATES, MOST_EVENTS = 12, 24, 12, 6, 4
NO_EVENT = "no_event"
"""What the words of an event stand for in a name: the fire service."""
WIDEST = ("country", "region", "area", "geonames", "name")
"""Kinds of places, the widest first."""
PERMUTATIONS = 32
SHINGLE = 4
TITLE_WEIGHT = 3
NAMED = 2
"""How many times as much a name tells of where something is as a people's adjective."""


def story_of(
    title: list[Token],
    text: list[Token],
    *,
    lang: str,
    entities: Iterable[Entity],
    dates: list[Dated],
    heading: int = 0,
) -> Story:
    """The story of an article from its tokens, the entities that a model found and the dates it names.

    Up to the offset `heading` the text tells where it was written: where it plays only if it names nowhere else.
    """
    in_title, in_text = list(mentions(title, lang)), list(mentions(text, lang))
    in_text = [mention for mention in in_text if not is_seated(text, mention, lang)]
    written = [mention for mention in in_text if text[mention.first].start < heading]
    elsewhere = len(in_title) + len(in_text) > len(written)
    named = [(mention, TITLE_WEIGHT, tells_where(title, mention, in_title, lang)) for mention in in_title]
    named += [
        (mention, int(mention not in written or not elsewhere), tells_where(text, mention, in_text, lang))
        for mention in in_text
    ]
    refs, places = _weighed(named)
    implied = Counter(_implied((*title, *text), lang))
    refs.update(implied)
    _add_entities(entities, {mention.ref for mention, _, _ in named}, refs, places)
    words = [bare(token.text) for token in (*title * TITLE_WEIGHT, *text) if token.kind == "word"]
    days = Counter(f"{dated.as_of.start:%Y-%m-%d}" for dated in dates if dated.as_of.accuracy == "day")
    return Story(
        refs=_top(refs, MOST_REFS),
        places=tuple(dict.fromkeys((*_top(+places, MOST_REFS, first=_width), *_top(implied, MOST_REFS)))),
        dates=_top(days, MOST_DATES),
        events=_top(_events(words, lang), MOST_EVENTS),
        words=_top(Counter(word for word in words if is_telling(word, lang)), MOST_WORDS),
        names=_top(_names([(title, in_title), (text, in_text)], lang), MOST_NAMES),
        signature=signature(words),
    )


def _add_entities(entities: Iterable[Entity], listed: set[str], refs: Counter[str], places: Counter[str]) -> None:
    """Count the names that a model found and the gazetteer has not listed."""
    for entity in entities:
        if entity.ref and entity.ref.startswith("name:") and entity.ref not in listed:
            refs[entity.ref] += 1
            places[entity.ref] += entity.kind == "place"


def _weighed(named: list[tuple[Mention, int, bool]]) -> tuple[Counter[str], Counter[str]]:
    """How much is told of each ref, a country with its towns; and of each place.

    `named` has the mentions, how much each weighs, and whether it tells where something is. A town where an office is
    counts where something else is there as well; who speaks or attacks, where nothing else is named.
    """
    refs: Counter[str] = Counter()
    places: Counter[str] = Counter()
    seats: Counter[str] = Counter()
    wide = {mention.ref for mention, *_ in named if mention.ref.startswith(("country:", "region:"))}
    areas = wide | {country for ref in wide if (country := country_of(ref))}
    homes = {country_of(mention.ref) or mention.ref for mention, *_ in named if not mention.people}
    for mention, weight, somewhere in named:
        ref = namesake_in(mention.ref, areas)
        refs[ref] += weight
        if somewhere:  # a people tells little of where, without its country or a town of it
            places[ref] += weight * (NAMED if ref in homes or not mention.people else 1)
        elif not mention.people:
            seats[ref] += weight * NAMED
        if country := country_of(ref):
            refs[country] += weight
    if +places:
        seats = Counter({ref: weight for ref, weight in seats.items() if ref in places and country_of(ref)})
    return refs, places + seats


def _implied(tokens: tuple[Token, ...], lang: str) -> list[str]:
    """The countries that institutions tell: an article about the SNCF plays in France."""
    words, known = [bare(token.text) for token in tokens], institutions(lang)
    hits = (known.at(words, place) for place in range(len(words)) if tokens[place].text[:1].isupper())
    return [hit[1] for hit in hits if hit]


def _top(counts: Counter[str], most: int, first: Callable[[str], int] = lambda _: 0) -> tuple[str, ...]:
    """The commonest, ties by what goes `first` and by name so that the order never depends on anything else."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], first(item[0]), item[0]))
    return tuple(name for name, _ in ranked[:most])


def _width(place: str) -> int:
    """Of two places named as often the wider one holds both."""
    return WIDEST.index(place.partition(":")[0])


def _events(words: list[str], lang: str) -> Counter[str]:
    """The kinds of events that its words tell of, and where nouns are compounds, their ends: "Zugunglück"."""
    cues, compounds = event_cues(lang), lexicon(lang).capital_nouns
    kinds: Counter[str] = Counter()
    place = 0
    while place < len(words):
        hit = cues.at(words, place) or (_compound(words[place], cues) if compounds else None)
        if hit:
            kinds[hit[1]] += 1
        place += hit[0] if hit else 1
    del kinds[NO_EVENT]
    return kinds


def _compound(word: str, cues: Phrases) -> tuple[int, str] | None:
    ends = (cues.at([word[place:]], 0) for place in range(SHORTEST - 1, len(word) - SHORTEST))  # no "Auswahl"
    return next(filter(None, ends), None)


def _names(fields: list[tuple[list[Token], list[Mention]]], lang: str) -> Counter[str]:
    """Words with a capital wherever they stand that the language's files do not know, and that name no country."""
    capital: Counter[str] = Counter()
    other: set[str] = set()
    for tokens, places in fields:
        countries = {place for each in places if each.kind == "country" for place in range(each.first, each.last)}
        for place, token in enumerate(tokens):
            if token.kind == "word" and len(token.text) >= SHORTEST:
                if token.text[0].isupper() and place not in countries:
                    capital[bare(token.text)] += 1
                else:
                    other.add(bare(token.text))
    return Counter({word: count for word, count in capital.items() if word not in other and not is_known(word, lang)})


def signature(words: list[str]) -> str:
    """MinHash over word shingles, hexadecimal, 8 digits a permutation; texts of fewer words have a short one."""
    shingles = {" ".join(words[place : place + SHINGLE]) for place in range(max(1, len(words) - SHINGLE + 1))}
    if not words:
        return ""
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=42)
    sketch.update(sorted(shingles))
    return "".join(f"{value & 0xFFFFFFFF:08x}" for value in sketch.digest())
