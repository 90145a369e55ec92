"""Where the claim of a figure plays: by the list it stands in, by its sentence, by the story."""

from ...schemas.claim import WORLD, Story
from .context import Context
from .document import FoundFigure, Sentence
from .gazetteer import is_nation, stands_inside
from .territories import bare, words_of_place


def place_of(found: FoundFigure, sentence: Sentence, context: Context, story: Story, lang: str) -> str | None:
    """The place that the figure follows at once, else the nearest one in its sentence, else the story's own."""
    listed = _listed(found, sentence, context, lang)
    if listed:
        return listed
    start = found.start - sentence.start
    counted_end = (found.counted_end or found.end) - sentence.start
    candidates = [
        (abs(context.tokens[mention.first].start - start), mention.ref)
        for mention in context.places
        if not start <= context.tokens[mention.first].start < counted_end
        and (mention.kind == "place" or stands_inside(context.tokens, mention, lang))
    ]
    candidates += [(abs(place - start), WORLD) for place in context.worldwide]
    if candidates:
        return min(candidates)[1]
    named = {mention.ref for mention in context.places if is_nation(context.tokens, mention)}
    return named.pop() if len(named) == 1 else _place_of_story(context, story)


def _listed(found: FoundFigure, sentence: Sentence, context: Context, lang: str) -> str | None:
    """ "Brazil (120,262), Mexico with 63,164, Italy: 34,744": the place that each follows."""
    start = found.start - sentence.start
    before = [mention for mention in context.places if context.tokens[mention.last - 1].end <= start]
    if not before or before[-1].people:
        return None
    between = bare(sentence.text[context.tokens[before[-1].last - 1].end : start]).strip(" (–—-")
    heads = between == ":" and before[-1].first == 0  # "Somalia: eleven dead in Mogadishu"
    follows = between in ("", ":") or between in words_of_place(lang, "counting")
    return before[-1].ref if follows and not heads else None


def _place_of_story(context: Context, story: Story) -> str | None:
    """A place that a gazetteer knows, else the country, else a name."""
    local = [entity.ref for entity in context.entities if entity.kind == "place" and entity.ref in story.places]
    countries = (ref for ref in story.refs if ref.startswith("country:"))
    names = (ref for ref in (*local, *story.places) if ref)
    return next((ref for ref in (*story.places, *countries) if not ref.startswith("name:")), next(names, None))
