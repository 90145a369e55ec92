"""Where the claim of a figure plays: by the list it stands in, by its sentence, by the story."""

from ...schemas.claim import JOINT, Story
from .belonging import follows_locative, tells_where
from .context import Context
from .document import FoundFigure, Sentence
from .in_order import place_in_order
from .lexicon import lexicon
from .mention import Mention, goes_on
from .names import speaking
from .territories import bare, words_of_place
from .tokens import Token
from .told_where import is_told_there
from .towns import country_of

INSIDE_WITHIN = 3
"""Tokens before a country in which "in" stands: "dans toute la Syrie"."""
CLAUSE_ENDS = frozenset(",;:")
SIGNS = CLAUSE_ENDS | {"("}
"""Signs between a whole and its parts."""


def place_of(
    found: FoundFigure,
    sentence: Sentence,
    context: Context,
    story: Story,
    *,
    speaker: tuple[int, int] = (0, 0),
    told_in: tuple[int, int] = (0, 0),
) -> str | None:
    """The place that the figure follows at once, else the nearest one in its sentence, else the story's own.

    Where the speaker is, at `speaker` in the sentence, is only asked where the sentence names no other place, a town
    where the story is in no other country; where it is said, at `told_in`, is never.
    """
    ordered = place_in_order(found, sentence, context.tokens, context.places, context.lang)
    if listed := ordered or _listed(found, sentence, context):
        return listed
    told = _told_with(found, sentence, context)
    start, end = told.start - sentence.start, (told.counted_end or told.end) - sentence.start
    named = [
        mention
        for mention in context.places
        if _may_hold(mention, found, sentence, context) and not told_in[0] <= _start(mention, context) < told_in[1]
        if not is_told_there(context.tokens, mention, context.places, context.lang)
    ]
    others = _of_parts(named, found, sentence, context)
    own = [mention for mention in named if mention not in others]
    apart = _but_seats(own, others, speaker, context)
    apart = _of_its_clause(apart, found, sentence, context) or apart
    beside = any(_in_clause(each, found, sentence, context) for each in apart)
    if not beside and (wide := _wide(found, sentence, context)):
        return wide
    joint = found.figure.kind == "count"  # "tested in Russia and the US" says where no share is
    if towns := [_town_of(mention, context) for mention in apart]:
        near = min(towns, key=lambda each: (_gap(each, start, end, context), each.ref))
        return _inside(_with_next(near, context) if joint else near.ref, apart, found, sentence, context)
    return _of_others(own, others, start, context, story)


def _of_others(own: list[Mention], others: list[Mention], start: int, context: Context, story: Story) -> str | None:
    """Where a figure is that no place of its sentence holds: with all the parts, else where the story plays."""
    following = [mention for mention in others if _start(mention, context) > start]
    if len(others) > 1 or any(country_of(mention.ref) for mention in following):
        return _whole(others)
    nations = {mention.ref for mention in context.places if mention not in own and _is_nation(mention, context)}
    told = nations.pop() if len(nations) == 1 and not others else _place_of_story(context, story)
    seats = [each.ref for each in own if each.kind == "country" or told in (None, country_of(each.ref))]
    return seats[0] if seats else told


def _but_seats(own: list[Mention], others: list[Mention], speaker: tuple[int, int], context: Context) -> list[Mention]:
    """The places without where the speaker is, unless each part has its own: "in France 6,000, by police in Lyon …"."""
    apart = [mention for mention in own if not _is_seat(mention, speaker, context)]
    if others and all(mention.kind == "country" for mention in apart):
        return [mention for mention in own if mention not in apart]
    return apart


def _is_seat(mention: Mention, speaker: tuple[int, int], context: Context) -> bool:
    """Whether it is told of a speaker where they are; not of a town itself, nor of its mayor, who counts there."""
    tokens, lang = context.tokens, context.lang
    if not speaker[0] <= _start(mention, context) < speaker[1]:
        return False
    ends = mention.last >= len(tokens) or tokens[mention.last].kind == "sign" or tokens[mention.last].end >= speaker[1]
    if ends and not follows_locative(tokens, mention, lang):
        return False  # "Portoviejo, the worst-hit city, counted"; not "Hawaii Governor Josh Green said"
    words = [bare(token.text) for token in tokens if speaker[0] <= token.start < speaker[1]]
    return not any(speaking(lang).own_town.at(words, place) for place in range(len(words)))


def _told_with(found: FoundFigure, sentence: Sentence, context: Context) -> FoundFigure:
    """The figure at whose place a bare one is, too: "5,000 people by the organisers, 1,800 by police, met in Lyon"."""
    number = next((at for at, other in enumerate(sentence.figures) if other is found), 0)
    while number and found.head is None and found.start not in context.included:
        before = sentence.figures[number - 1]
        between = (before.end <= sentence.start + _start(mention, context) < found.start for mention in context.places)
        own = _of_its_clause(context.places, found, sentence, context) or _wide(found, sentence, context)
        if own or any(between):
            break
        found, number = before, number - 1
    return found


def _wide(found: FoundFigure, sentence: Sentence, context: Context) -> str | None:
    """The country, or the world, where its clause or what opens the sentence says so without a name."""
    start, end = found.start - sentence.start, found.end - sentence.start
    for place, ref in context.wide:
        behind = place >= end and CLAUSE_ENDS.isdisjoint(sentence.text[end:place])
        ahead = not any(place <= other.start - sentence.start < start for other in sentence.figures)
        if behind or (place < start and ahead):
            return ref
    return None


def _in_clause(mention: Mention, found: FoundFigure, sentence: Sentence, context: Context) -> bool:
    """Whether no sign stands between a place and a figure."""
    ends = sorted((_start(mention, context), found.start - sentence.start))
    return CLAUSE_ENDS.isdisjoint(sentence.text[slice(*ends)])


def _inside(ref: str, named: list[Mention], found: FoundFigure, sentence: Sentence, context: Context) -> str:
    """The place in a figure's clause that lies in a country before it: "In Sudan, 61 died in the Abu Shouk camp"."""
    own = next((each for each in reversed(named) if each.ref == ref and each.kind == "country"), None)
    ahead = own is not None and not own.people and _start(own, context) < found.start - sentence.start
    if not ahead or own is None or _in_clause(own, found, sentence, context):
        return ref
    behind = (each for each in named if country_of(each.ref) == ref and _start(each, context) > _start(own, context))
    return next((each.ref for each in behind if _in_clause(each, found, sentence, context)), ref)


def _of_its_clause(named: list[Mention], found: FoundFigure, sentence: Sentence, context: Context) -> list[Mention]:
    """The places that stand behind a bare figure in its clause, over brackets: "300 in Lyon, 70 (400) in Nice"."""
    start = found.end - sentence.start
    end = next((at for at in range(start, len(sentence.text)) if sentence.text[at] in CLAUSE_ENDS), len(sentence.text))
    return [mention for mention in named if found.head is None and start <= _start(mention, context) < end]


def _start(mention: Mention, context: Context) -> int:
    return context.tokens[mention.first].start


def _gap(mention: Mention, start: int, end: int, context: Context) -> int:
    """Characters between a place and a figure with its noun: "300 people marched in Lyon" is nearer than it begins."""
    return max(_start(mention, context) - end, start - context.tokens[mention.last - 1].end)


def _may_hold(mention: Mention, found: FoundFigure, sentence: Sentence, context: Context) -> bool:
    """A place, or a country that something is said to be in; no part of the noun that is counted."""
    end = (found.counted_end or found.end) - sentence.start
    if found.start - sentence.start <= _start(mention, context) < end:
        return False
    return mention.kind == "place" or _stands_inside(context.tokens, mention, context.lang)


def _of_parts(named: list[Mention], found: FoundFigure, sentence: Sentence, context: Context) -> list[Mention]:
    """The places that follow another figure at once, which has no noun: "95 dead: 92 in Valencia, two in Letur".

    A sign parts the whole from its parts; of what stands before a figure, only another's country is surely not its own.
    Behind the first part there are only parts.
    """
    small = lexicon(context.lang).stop | lexicon(context.lang).of
    parts = [mention for mention in named if _opens_another(mention, found, sentence, context)]
    parts += _of_included(named, found, sentence, context)
    bare_ones = [other for other in sentence.figures if other is not found and other.head is None]
    ahead = {other.end - sentence.start for other in bare_ones if _is_parted(found, other, sentence)}
    before = {other.end - sentence.start for other in bare_ones if other.start < found.start}
    for mention in named:
        ends = ahead | before if mention.kind == "country" else ahead
        nouns = 0  # "92 en la provincia de Valencia"
        for token in reversed(context.tokens[: mention.first]):
            if token.end in ends:
                parts.append(mention)
            nouns += token.low not in small
            if token.end in ends or nouns > 1 or token.kind == "sign":
                break
    behind = [mention.first for mention in parts if _start(mention, context) > found.start - sentence.start]
    return [mention for mention in named if mention in parts or (behind and mention.first > min(behind))]


def _of_included(named: list[Mention], found: FoundFigure, sentence: Sentence, context: Context) -> list[Mention]:
    """The place of the part that a whole leads to: "72 dead, including 30 in Bogo City"."""
    for other in sentence.figures:
        if other.start > found.start and other.head is None and other.start in context.included:
            end = other.end - sentence.start
            first = next((mention for mention in named if _start(mention, context) >= end), None)
            between = sentence.text[end : _start(first, context)] if first else ","
            return [first] if first and not any(sign in SIGNS for sign in between) else []
    return []


def _opens_another(mention: Mention, found: FoundFigure, sentence: Sentence, context: Context) -> bool:
    """Whether a place begins the clause of a later figure: "90 in Mainz, in Bonn blieb es bei 43"."""
    start = _start(mention, context)
    later = next((other for other in sentence.figures if other.start - sentence.start > start), None)
    if start < found.end - sentence.start or later is None:
        return False
    first = mention.first
    while first > 0 and context.tokens[first - 1].low in lexicon(context.lang).stop:
        first -= 1
    opens = first > 0 and context.tokens[first - 1].text in SIGNS
    behind = sentence.text[context.tokens[mention.last - 1].end : later.start - sentence.start]
    if behind.startswith(",") and lexicon(context.lang).conjunctions.isdisjoint(behind.split()):
        behind = behind[1:]  # ", and Gwoza, where 30 were killed"
    return opens and not any(sign in SIGNS for sign in behind)


def _is_parted(found: FoundFigure, other: FoundFigure, sentence: Sentence) -> bool:
    """Whether a sign stands between a figure and a later one: no "5,000 against 10,500 in Tours"."""
    between = sentence.text[found.end - sentence.start : max(0, other.start - sentence.start)]
    return any(sign in SIGNS for sign in between)


def _whole(parts: list[Mention]) -> str:
    """Where a whole is whose parts are told with their places: their country, or several."""
    nations = {country_of(mention.ref) or mention.ref for mention in parts}
    return JOINT.join(sorted(nations))


def _is_nation(mention: Mention, context: Context) -> bool:
    """Whether a country is named: neither its people, nor a part of a name, nor who attacks."""
    named = mention.kind == "country" and not mention.people and not goes_on(context.tokens, mention.last)
    return named and tells_where(context.tokens, mention, context.places, context.lang)


def _stands_inside(tokens: list[Token], mention: Mention, lang: str) -> bool:
    """Whether a country is named as where something is: "in the Philippines", "en Russie"; not "in India's Odisha"."""
    if mention.people or any(
        token.low in lexicon(lang).possessive for token in tokens[mention.last + 1 : mention.last + 2]
    ):
        return False
    before = (bare(token.text) for token in tokens[max(0, mention.first - INSIDE_WITHIN) : mention.first])
    return not words_of_place(lang, "inside").isdisjoint(before)


def _town_of(here: Mention, context: Context) -> Mention:
    """The town whose country only says which it is: "off Sfax, en Tunisie", "in Dhaka, Bangladesh"."""
    number = context.places.index(here)
    town = context.places[number - 1] if number and here.kind == "country" else here
    between = [bare(token.text) for token in context.tokens[town.last : here.first]]
    within = _is_within(between, context.lang)
    follows = within or (
        between[:1] == [","]
        and (words_of_place(context.lang, "inside").issuperset(between[1:]) or _is_apposed(between, here, context))
    )
    return town if follows and country_of(town.ref) == here.ref else here


def _is_within(between: list[str], lang: str) -> bool:
    """Whether a town or a site is told with its country at once: "near Kribi in Cameroon", "the X mine in India"."""
    near = between[not words_of_place(lang, "sites").isdisjoint(between[:1]) :]
    inside = words_of_place(lang, "inside").issuperset(near[:1])
    return len(near) in (1, 2) and inside and words_of_place(lang, "definite").issuperset(near[1:])


def _is_apposed(between: list[str], here: Mention, context: Context) -> bool:
    """Whether a country is told in commas behind its town: "Portoviejo, the hardest-hit city in Ecuador,"."""
    closing = [token.text for token in context.tokens[here.last : here.last + 1]]
    clause = all(word.isalpha() or word == "-" for word in between[1:])
    return clause and closing == [","] and between[1] in words_of_place(context.lang, "definite")


def _with_next(here: Mention, context: Context) -> str:
    """A place, or two countries at once: "118 dead in Turkey and in Syria"."""
    number = context.places.index(here)
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
    if not before or before[-1].people or is_told_there(context.tokens, before[-1], context.places, context.lang):
        return None
    between = bare(sentence.text[context.tokens[before[-1].last - 1].end : start]).strip(" (–—-")
    heads = between == ":" and before[-1].first == 0  # "Somalia: eleven dead in Mogadishu"
    follows = between in ("", ":") or between in words_of_place(context.lang, "counting")
    return _with_next(before[-1], context) if follows and not heads else None


def _place_of_story(context: Context, story: Story) -> str | None:
    """The place of the heading above; one that a gazetteer knows, else a name."""
    if context.above is not None:
        return context.above.ref
    local = [entity.ref for entity in context.entities if entity.kind == "place" and entity.ref in story.places]
    names = (ref for ref in (*local, *story.places) if ref)
    return next((ref for ref in story.places if not ref.startswith("name:")), next(names, None))
