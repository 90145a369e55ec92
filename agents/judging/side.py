"""A claim as judging holds it: with its story, and with what is asked of it again and again worked out once."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property, lru_cache

from ...schemas.claim import Claim, Entity, Status, Story
from . import about, anew, narrowing, parts, scope
from .intervals import Interval, value_of, widened
from .period import as_of
from .story import NOTHING, Traits, traits_of

CLASSES: dict[Status, str] = {
    "reported": "count",
    "estimated": "count",
    "expected": "forecast",
    "planned": "forecast",
    "promised": "forecast",
    "feared": "fear",
    "denied": "denial",
    "asked": "demand",
    "hypothetical": "demand",
}
"""Statuses that may be held against one another."""

REGION = "region:"
Sort = tuple[str, str, str | None, bool, Decimal | None]
"""Measure, kind, period of a rate, whether it is a change, the whole of a part."""


def is_share(claim: Claim) -> bool:
    """So many in a hundred, one in four."""
    return claim.figure.kind in ("percent", "ratio")


def kind_of(claim: Claim) -> str:
    """Shares are of one kind, however they are written."""
    return "share" if is_share(claim) else claim.figure.kind


class Side:
    """One of the two claims that are held against each other."""

    __slots__ = (
        "__dict__",
        "age",
        "claim",
        "end",
        "id",
        "interval",
        "is_share",
        "period",
        "placed",
        "regions",
        "sort",
        "stance",
        "start",
        "story",
        "traits",
        "value",
    )

    def __init__(self, claim: Claim, story: Story, traits: Traits | None = None) -> None:
        """`traits` may be shared by the claims of one article about one place."""
        self.claim = claim
        self.id = claim.claim_id
        self.period = as_of(claim)
        self.story = story
        self.traits = traits or traits_of(story, claim.place)
        self.value = value_of(claim)
        self.interval: Interval = widened(claim.figure)
        self.stance = CLASSES[claim.status]
        self.is_share = is_share(claim)
        change = claim.stock_or_flow == "change"
        self.sort = _once((claim.measure, kind_of(claim), claim.per, change, claim.figure.of))
        named = {entity.ref for entity in _told_of(claim) if entity.ref}
        self.placed = claim.place in named
        """Whether the claim's own sentence names its place."""
        self.regions = _regions(claim.place if self.placed else None, named)
        published = claim.published_at.timestamp()
        own = claim.as_of  # without it the publication's time, held once
        self.start, self.end = (own.start.timestamp(), own.end.timestamp()) if own else (published, published)
        self.age = self.start, published, claim.claim_id
        """What claims of a tracked figure are ordered by: as-of, publication, id."""

    @cached_property
    def is_further(self) -> bool:
        """Whether it counts those besides the ones that the text has told of."""
        return scope.is_further(self.claim)

    @cached_property
    def narrowed(self) -> Mapping[str, narrowing.Narrowed]:
        """What words of its own clause narrow it to."""
        return narrowing.narrowed(self.claim)

    @cached_property
    def subject(self) -> about.Subject:
        """Whom its own clause names."""
        return about.subject(self.claim, self.story)

    @cached_property
    def acronyms(self) -> tuple[str, ...]:
        """Those that its own words tell of: "62 % of the staff of the RATP"."""
        return scope.acronyms(self.claim)

    @cached_property
    def is_part(self) -> bool:
        """Whether it counts some of those that its sentence tells of."""
        return parts.of_a_part(self.claim)

    @cached_property
    def is_of_one_day(self) -> bool:
        """Whether it counts what one day has added."""
        return scope.in_one_day(self.claim)

    @cached_property
    def is_of_another_event(self) -> bool:
        """Whether its title or its sentence say that it has happened again."""
        return anew.is_of_another(self.claim)

    @cached_property
    def is_besides(self) -> bool:
        """Whether its own clause tells of an event besides the one that its article is about."""
        return anew.is_besides(self.claim)

    @cached_property
    def is_of_the_one_before(self) -> bool:
        """Whether its part of the sentence tells of an occasion before."""
        return scope.of_the_one_before(self.claim)

    @cached_property
    def is_of_a_rival(self) -> bool:
        """Whether its part of the sentence tells of another gathering."""
        return scope.of_a_rival(self.claim)

    @cached_property
    def is_of_its_own(self) -> bool:
        """Whether who speaks counts their own dead."""
        return scope.of_its_own(self.claim)

    @cached_property
    def named_places(self) -> frozenset[str | None]:
        """The places that its sentence names; not the country that speaks: "the Ukrainian army said"."""
        return frozenset(entity.ref for entity in _told_of(self.claim) if entity.kind in ("country", "place"))

    def said(self, claim: Claim) -> "Side":
        """The same claim in another unit."""
        return self if claim is self.claim else Side(claim, self.story, self.traits)


@lru_cache(maxsize=1 << 12)
def _once(sort: Sort) -> Sort:
    """One of those that are equal: much is remembered."""
    return sort


def _told_of(claim: Claim) -> tuple[Entity, ...]:
    """What a claim's sentence names, but for what it names only within the speaker's name."""
    if claim.originator is None:
        return claim.entities
    speaker, quote = claim.originator.name.casefold(), claim.quote.casefold()
    texts = ((entity, entity.text.casefold()) for entity in claim.entities)
    return tuple(entity for entity, text in texts if quote.count(text) > speaker.count(text) or text not in speaker)


def _regions(place: str | None, named: set[str]) -> frozenset[str]:
    """The region that a figure is said to be about; of one about a town or a country, those that its sentence names."""
    about = {place} if place and place.startswith(REGION) else named
    return frozenset(ref for ref in about if ref.startswith(REGION)) or NOTHING
