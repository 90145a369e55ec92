"""Places that a figure names by their order: "attacked Gao and Mopti, killing 40 in the first and 25 in the second"."""

from functools import cache

from .. import languages
from .document import FoundFigure, Sentence
from .lexicon import lexicon
from .mention import Mention
from .phrases import Phrases
from .territories import words_of_place
from .tokens import Token


def place_in_order(
    found: FoundFigure, sentence: Sentence, tokens: list[Token], places: list[Mention], lang: str
) -> str | None:
    """The ref of the place that the figure's ordinal means, or that it stands for where all are told "respectively"."""
    if len(places) < 2:
        return None
    words = [token.low for token in tokens]
    ranks = _ranks(words, tokens, lang)
    alike = not ranks and any(_respectively(lang).at(words, place) for place in range(len(words)))
    row = _row(tokens, places, lang) if ranks or alike else []
    if len(row) < 2:
        return None
    counts = [other.start for other in sentence.figures if other.figure.kind == "count"]
    if alike:
        return row[counts.index(found.start)].ref if len(counts) == len(row) and found.start in counts else None
    rank = _rank_of(found.start - sentence.start, min(counts, default=0) - sentence.start, ranks)
    return row[rank - 1].ref if 0 < rank <= len(row) else None


def _rank_of(figure: int, first: int, ranks: list[tuple[int, int]]) -> int:
    """The rank told behind a figure, or before it where the first rank is told before the first figure; 0 for none."""
    if ranks[0][0] < first:
        return next((rank for start, rank in reversed(ranks) if start < figure), 0)
    return next((rank for start, rank in ranks if start > figure), 0)


def _ranks(words: list[str], tokens: list[Token], lang: str) -> list[tuple[int, int]]:
    """Where "in the second" stands, and which it is; nothing where one of them tells of something else than places."""
    hits = [(place, hit) for place in range(len(words)) if (hit := _ordered(lang).at(words, place))]
    small = lexicon(lang).conjunctions | words_of_place(lang, "heads")
    for place, hit in hits:
        behind = tokens[place + hit[0] : place + hit[0] + 1]
        if behind and behind[0].kind == "word" and behind[0].low not in small:
            return []  # "in the second attack"
    return [(tokens[place].start, int(hit[1])) for place, hit in hits]


def _row(tokens: list[Token], places: list[Mention], lang: str) -> list[Mention]:
    """The first places that nothing but "and" or a comma parts."""
    row: list[Mention] = []
    for mention in places:
        between = tokens[row[-1].last : mention.first] if row else []
        joining = {token.low for token in between} <= lexicon(lang).conjunctions | lexicon(lang).stop | {","}
        if row and not joining and len(row) > 1:
            break
        row = [*row, mention] if row and joining else [mention]
    return row


@cache
def _ordered(lang: str) -> Phrases:
    ranks = languages.table(lang, "demonyms").get("ordered", {})
    return Phrases((text, str(rank)) for rank, texts in ranks.items() for text in texts)


@cache
def _respectively(lang: str) -> Phrases:
    return Phrases((text, "all") for text in words_of_place(lang, "respectively"))
