"""Where the claim of a figure plays: by the list it stands in, by its sentence, by the story."""

from ...schemas.claim import WORLD, Story
from .context import Context
from .document import FoundFigure, Sentence
from .gazetteer import Mention, goes_on
from .lexicon import lexicon
from .territories import bare, words_of_place
from .tokens import Token

INSIDE_WITHIN = 3
"""Tokens before a country in which "in" stands: "dans toute la Syrie"."""
JOINT = "+"
"""Between the countries of a figure about several at once."""


def place_of(
    found: FoundFigure, sentence: Sentence, context: Context, story: Story, speaker: tuple[int, int] = (0, 0)
) -> str | None:
    """The place that the figure follows at once, else the nearest one in its sentence, else the story's own.

    Where the speaker is, at `speaker` in the sentence, is only asked where the sentence names no other place.
    """
    listed = _listed(found, sentence, context)
    if listed:
        return listed
    start = found.start - sentence.start
    counted_end = (found.counted_end or found.end) - sentence.start
    named = [
        (context.tokens[mention.first].start, number)
        for number, mention in enumerate(context.places)
        if not start <= context.tokens[mention.first].start < counted_end
        and (mention.kind == "place" or _stands_inside(context.tokens, mention, context.lang))
    ]
    apart = [(place, number) for place, number in named if not speaker[0] <= place < speaker[1]]
    candidates = [(abs(place - start), _with_next(number, context)) for place, number in apart or named]
    candidates += [(abs(place - start), WORLD) for place in context.worldwide]
    if candidates:
        return min(candidates)[1]
    nations = {mention.ref for mention in context.places if _is_nation(context.tokens, mention)}
    return nations.pop() if len(nations) == 1 else _place_of_story(context, story)


def _is_nation(tokens: list[Token], mention: Mention) -> bool:
    """Whether a country is named, neither its people nor, as in "the US Geological Survey", a part of a name."""
    return mention.kind == "country" and not mention.people and not goes_on(tokens, mention.last)


def _stands_inside(tokens: list[Token], mention: Mention, lang: str) -> bool:
    """Whether a country is named as where something is: "in the Philippines", "en Russie"; not "in India's Odisha"."""
    if mention.people or any(
        token.low in lexicon(lang).possessive for token in tokens[mention.last + 1 : mention.last + 2]
    ):
        return False
    before = (bare(token.text) for token in tokens[max(0, mention.first - INSIDE_WITHIN) : mention.first])
    return not words_of_place(lang, "inside").isdisjoint(before)


def _with_next(number: int, context: Context) -> str:
    """A place, or two countries at once: "118 dead in Turkey and in Syria"."""
    here = context.places[number]
    for other in context.places[max(0, number - 1) : number + 2]:
        if other is not here and _are_joint(min(here, other), max(here, other), context):
            return JOINT.join(sorted((here.ref, other.ref)))
    return here.ref


def _are_joint(one: Mention, two: Mention, context: Context) -> bool:
    """Whether nothing but "and" and "in" stands between two countries."""
    if one.kind != "country" or two.kind != "country" or one.people or two.people or one.ref == two.ref:
        return False
    between = {bare(token.text) for token in context.tokens[one.last : two.first]}
    joining = words_of_place(context.lang, "joining")
    return bool(between & joining) and between <= joining | words_of_place(context.lang, "inside")


def _listed(found: FoundFigure, sentence: Sentence, context: Context) -> str | None:
    """ "Brazil (120,262), Mexico with 63,164, Italy: 34,744": the place that each follows."""
    start = found.start - sentence.start
    before = [mention for mention in context.places if context.tokens[mention.last - 1].end <= start]
    if not before or before[-1].people:
        return None
    between = bare(sentence.text[context.tokens[before[-1].last - 1].end : start]).strip(" (–—-")
    heads = between == ":" and before[-1].first == 0  # "Somalia: eleven dead in Mogadishu"
    follows = between in ("", ":") or between in words_of_place(context.lang, "counting")
    return before[-1].ref if follows and not heads else None


def _place_of_story(context: Context, story: Story) -> str | None:
    """A place that a gazetteer knows, else the country, else a name."""
    local = [entity.ref for entity in context.entities if entity.kind == "place" and entity.ref in story.places]
    countries = (ref for ref in story.refs if ref.startswith("country:"))
    names = (ref for ref in (*local, *story.places) if ref)
    return next((ref for ref in (*story.places, *countries) if not ref.startswith("name:")), next(names, None))
