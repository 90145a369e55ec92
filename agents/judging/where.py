"""Where two figures hold: other places, a part and its whole, or one place, as far as sentences and stories say."""

import re
from functools import cache, lru_cache

from ...schemas.claim import JOINT, WORLD, Claim
from .. import languages
from . import about, scope
from .lineage import lineage
from .side import REGION, Side
from .story import AREA, without_country

COUNTRY, TOWN, PERSONS = "country:", "geonames:", "person."
APART = re.compile(r"[;:]")
MANY_COUNTRIES = 3
HALF = 2
"""Times as many, of which those from one town are less than half."""


def other_place(one: Side, two: Side) -> str | None:
    """Two places: of a march or a share even where one holds the other, of a toll where no story joins them.

    The dead of two countries, and what a day adds to them, are two, wherever one sentence says which.
    """
    if one.regions and two.regions and (other := other_region(one, two)):
        return other
    left, right = one.claim.place, two.claim.place
    if left is None or right is None or is_same(left, right) or not (_is_mapped(left) and _is_mapped(right)):
        return None
    if _is_among(left, right) or _is_among(right, left):
        return None  # perhaps a part
    countries = left.startswith(COUNTRY) and right.startswith(COUNTRY)
    alike = countries or (left.startswith(TOWN) and right.startswith(TOWN))
    exact = alike or _is_of_once(one.claim)
    adds_up = one.claim.cumulative or one.claim.stock_or_flow == "change"
    said = one.placed or two.placed if adds_up and countries else one.placed and two.placed
    if not (exact and said) and (_is_told_of(left, two) or _is_told_of(right, one)):
        return None
    return f"other place: {left}, {right}"


def _is_of_once(claim: Claim) -> bool:
    """A march or a share, of which it matters where; no leak of so much a day."""
    return claim.per is None and claim.stock_or_flow in ("flow", "share")


def _is_told_of(place: str, other: Side) -> bool:
    """Whether the other's story names a place, be it one that is on no map."""
    return place in other.story.refs or without_country(place) in other.story.refs


def is_same(one: str, two: str) -> bool:
    """Whether two refs are one place's, with the country that it lies in, or without: area:ET/mekelle, name:mekelle."""
    return one == two or (one.startswith(AREA) != two.startswith(AREA) and without_country(one) == without_country(two))


def other_region(one: Side, two: Side) -> str | None:
    """Two sentences that each name a region of a country, and not the same."""
    if not (one.regions and two.regions) or one.regions & two.regions:
        return None
    return f"other place: {', '.join(sorted(one.regions))} / {', '.join(sorted(two.regions))}"


def two_places(left: Side, right: Side) -> str | None:
    """An article that names a town for each of two figures counts two things; of marches, a town and a country do.

    So do tolls of a town and of a country in sentences that name no place in common: "in Morocco", and "in Derna".
    """
    if other := other_region(left, right):
        return f"one article, {other}"
    places = [side.claim.place for side in (left, right) if side.claim.place]
    if len(places) < 2 or is_same(*places):
        return None
    if left.claim.stock_or_flow == "flow":
        apart = all(_is_mapped(place) for place in places) or not any(_is_wide(place) for place in places)
    else:
        said = left.placed and right.placed
        towns = not any(_is_wide(place) for place in places)
        tolls = left.claim.cumulative and left.value != right.value
        disjoint = tolls and left.named_places.isdisjoint(right.named_places)
        apart = said and all(_is_mapped(place) for place in places) and (towns or disjoint)
    return f"one article, two places: {places[0]}, {places[1]}" if apart else None


def half_placed(one: Side, two: Side) -> str | None:
    """Of a march or a share it matters where: one sentence names a town, the other none, or one that is on no map."""
    if other := _perhaps_elsewhere(one, two):
        return other
    if not _is_of_once(one.claim):
        return perhaps_a_part(one, two)
    places = [side.claim.place for side in (one, two) if side.claim.place and side.placed]
    towns = [place for place in places if place.startswith(TOWN)]
    if len(places) == 1 and towns and not _are_of_one_town(one, two):
        return f"only one sentence says where: {towns[0]}"
    if len(towns) == 1 and any(not _is_mapped(place) for place in places):
        return f"perhaps other places: {places[0]}, {places[1]}"
    return None


def _perhaps_elsewhere(one: Side, two: Side) -> str | None:
    """Two places, one of them on no map, each told beside its figure and neither by the other's story."""
    left, right = one.claim.place, two.claim.place
    if left is None or right is None or is_same(left, right) or not (one.placed and two.placed):
        return None
    if _is_wide(left) or _is_wide(right):
        return None
    told = _is_told_of(left, two) or _is_told_of(right, one) or _is_in(left, two.claim) or _is_in(right, one.claim)
    return None if told else f"perhaps other places: {left}, {right}"


def _is_in(place: str, other: Claim) -> bool:
    """Whether another sentence has a word of a place that is on no map: "County Cork", "Cork"."""
    words = () if _is_mapped(place) else place.removeprefix("name:").split("-")
    return not _words(other.quote).isdisjoint(word for word in words if len(word) >= about.SHORTEST)


@lru_cache(maxsize=1 << 12)
def _words(quote: str) -> frozenset[str]:
    return frozenset(map(about.bare, scope.WORD.findall(quote)))


def _are_of_one_town(one: Side, two: Side) -> bool:
    """Whether neither story tells of any other town, so that a sentence that names none is about this one."""
    towns = {ref for side in (one, two) for ref in side.story.refs if ref.startswith(TOWN)}
    wide = any(_is_countrywide(side.claim.quote, side.claim.lang) for side in (one, two))
    return towns == {one.claim.place} == {two.claim.place} and not wide


def perhaps_a_part(one: Side, two: Side) -> str | None:
    """Whether the fewer may be some of the many: in one of the places where these are."""
    few, many = by_value(one, two)
    if few.value == many.value:
        return None
    place, whole = few.claim.place or "", many.claim.place or ""
    if _counts_its_own(few) and not (few.placed and is_same(place, whole)) and not _speaks_alike(few, many):
        return "perhaps a part: those in one house, or one town"
    grown = place == WORLD != whole  # more in one country than all the world had before
    if grown or _is_among(place, whole):
        return f"perhaps a part: {place} / {whole}"
    if whole.startswith(REGION):
        part = bool(place) and not _is_wide(place) and few.placed and many.placed and _is_town_of(few, many)
    elif place.startswith(TOWN) and not is_same(place, whole):
        part = _is_town_of(few, many) if whole.startswith(COUNTRY) else _is_elsewhere(few, many)
    elif place == whole and place.startswith(COUNTRY):
        beside = few.claim.article_id == many.claim.article_id
        part = beside and few.placed and _plays_in_many_countries(many)
    else:
        return None
    return f"perhaps a part: {place} / {whole or 'not told'}" if part else None


def _plays_in_many_countries(side: Side) -> bool:
    """ "200 died from Senegal to Sudan": whether it is open in which country a figure is, or in how many of them."""
    told = side.named_places or side.story.places
    return sum(str(place).startswith(COUNTRY) for place in told) >= MANY_COUNTRIES


def own_each(left: Side, right: Side) -> str | None:
    """Each of two sides counts its own dead, each of two hospitals its own patients."""
    one, two = (side.claim.originator.name if side.claim.originator else None for side in (left, right))
    if one is None or two is None or one == two:
        return None
    soldiers = left.claim.measure.startswith(scope.SOLDIERS) and left.is_of_its_own and right.is_of_its_own
    speakers = ((one, left.claim.lang), (two, right.claim.lang))
    hospitals = left.claim.measure.startswith(PERSONS) and all(_is_one_of("own_count", *each) for each in speakers)
    return f"each one's own: {one}, {two}" if soldiers or hospitals else None


def some_of_all(few: Claim, many: Claim) -> str | None:
    """ "Seven Poles died", and 29 in all; "in the village of X alone", and elsewhere, too."""
    if few.cumulative and _is_alone(few) and not _is_alone(many):
        return "perhaps a part: those of one place alone"
    if not few.cumulative or few.measure.startswith(scope.SOLDIERS) or many.group is not None:
        return None  # a country's own soldiers are all of them
    abroad = (few.group or "").startswith(COUNTRY) and few.group != many.place
    return f"perhaps a part: those of one country: {few.group}" if abroad else None


def _is_elsewhere(few: Side, many: Side) -> bool:
    """Fewer, told later, in a town that the other story does not name: those of them who came from there."""
    told_later = few.claim.published_at >= many.claim.published_at
    return told_later and few.placed and not many.placed and few.claim.place not in many.story.refs


def _is_town_of(few: Side, many: Side) -> bool:
    """A town's few and a country's many: what struck many places is told of both, a crash only of one.

    But less than half of its dead, told later, are those who came from the town.
    """
    events = (few.traits.event & many.traits.event) or (few.traits.event | many.traits.event)
    spread = not events.isdisjoint(languages.taxonomy()["spread"]["events"])
    sudden = not events.isdisjoint(languages.taxonomy()["sudden"]["events"])
    wide = many.placed or _is_countrywide(many.claim.quote, many.claim.lang)
    from_there = few.claim.published_at > many.claim.published_at and few.value * HALF < many.value
    if few.placed and wide:
        return spread or from_there or not sudden
    return (spread or from_there) and (few.placed or wide)


@lru_cache(maxsize=1 << 16)
def _is_countrywide(quote: str, lang: str) -> bool:
    """Whether a sentence speaks of the whole country without its name."""
    return any(words in quote.casefold() for words in languages.table(lang, "measures").get("countrywide", ()))


def _is_alone(claim: Claim) -> bool:
    """ "12 in the village of X alone", "in X alone, 12 died": whether a figure is of one place among others.

    "Rose to 340, with X alone accounting for 12": only the one behind the words, or right before them.
    """
    if not _names_alone(claim.quote, claim.lang):
        return False
    alone, ahead, behind = _alone(claim.lang), scope.ahead(claim), scope.behind(claim)
    before = [ahead[hit.end() :] for hit in alone.finditer(ahead)][-1:]
    if any(APART.search(between) is None for between in before):
        return True
    following = alone.search(behind)
    return following is not None and scope.CLAUSE.search(behind[: following.start()]) is None


@lru_cache(maxsize=1 << 12)
def _names_alone(quote: str, lang: str) -> bool:
    return _alone(lang).search(quote) is not None


@cache
def _alone(lang: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{scope.either(languages.table(lang, 'measures').get('alone', ()))})\b", re.IGNORECASE)


def _is_among(place: str, whole: str) -> bool:
    """A country beside it and others together: "in Turkey", "in Turkey and Syria"."""
    return JOINT in whole and place in whole.split(JOINT)


def _speaks_alike(one: Side, two: Side) -> bool:
    """Both are hospitals or mayors, or one source."""
    return _counts_its_own(two) or lineage(one.claim, two.claim, one.story, two.story) == "one"


def _counts_its_own(side: Side) -> bool:
    """A hospital or a mortuary counts those who were brought to it; a mayor those of a town, which is not told."""
    if side.claim.originator is None:
        return False
    name, lang = side.claim.originator.name, side.claim.lang
    town = (side.claim.place or "").startswith(TOWN)
    return _is_one_of("own_count", name, lang) or (not town and _is_one_of("own_town", name, lang))


@lru_cache(maxsize=1 << 16)
def _is_one_of(kind: str, name: str, lang: str) -> bool:
    words = languages.table(lang, "attribution").get(kind, ())
    return any(re.search(rf"\b{word}\b", name.casefold()) for word in words)


def of_one_place(left: Side, right: Side) -> bool:
    """Whether the sentences of two tolls name a place in common; one that names none is about its claim's.

    An article's country, where one sentence names no place, holds the town that the other names: fewer in all of it are
    no part of more in the town.
    """
    sides = (side.named_places or {side.claim.place} for side in (left, right))
    one, two = ({place and without_country(place) for place in side} for side in sides)
    few, many = by_value(left, right)
    place, whole = many.claim.place or "", few.claim.place or ""
    harm = left.claim.family in languages.taxonomy()["running"]["families"]
    holds = harm and whole.startswith(COUNTRY) and not few.named_places and place.startswith(TOWN)
    return holds or not one.isdisjoint(two)


def in_another_part(first: Claim, second: Claim) -> bool:
    """Whether the second of two sentences turns to a part of the country that the first does not tell of."""
    return not _parts(second.quote, second.lang) <= _parts(first.quote, first.lang)


@lru_cache(maxsize=1 << 12)
def _parts(quote: str, lang: str) -> frozenset[str]:
    """The parts of a country that a sentence tells of without a name: "in the north-west", "in the rest of it"."""
    data = languages.table(lang, "measures")
    listed = (*data.get("compass", ()), *data.get("elsewhere", ()))
    return frozenset(words for words in listed if re.search(rf"(?i:\b{words}\b){_no_name(lang)}", quote))


def _no_name(lang: str) -> str:
    """Behind a compass word no name goes on: "in the West Bank"; where all nouns have capitals, that tells nothing."""
    return "" if languages.table(lang, "nonfigures").get("capital_nouns") else r"(?! [^\W\d_a-zß-ÿ])"


def by_value(one: Side, two: Side) -> tuple[Side, Side]:
    """The fewer and the many."""
    return (one, two) if one.value < two.value else (two, one)


def _is_mapped(place: str) -> bool:
    """A place that is only a name in the text may lie anywhere."""
    return not place.startswith("name:")


def _is_wide(place: str) -> bool:
    return place.startswith((COUNTRY, REGION))
