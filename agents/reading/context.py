"""What a sentence names besides its figures, and what it takes over from those before it."""

import msgspec

from ...schemas.claim import AsOf, Entity, Originator, Status
from . import dates as dating
from .mention import Mention
from .territories import bare
from .tokens import Token
from .towns import name_of
from .turns import Turn


class Context(msgspec.Struct):
    """Its tokens, places, entities and dates, and whose turn it is."""

    tokens: list[Token]
    places: list[Mention]
    entities: tuple[Entity, ...]
    dated: list[dating.Dated]
    wide: list[tuple[int, str]]
    """Offsets of the words that mean the whole world, or the country that the story plays in, and their refs."""
    lang: str
    included: frozenset[int] = frozenset()
    """Where the figures stand that are told as parts of those before: "including 30"."""
    turn: Turn | None = None
    above: Entity | None = None
    """The place that the heading above names."""

    def tells_where(self) -> bool:
        """Whether a place is named, be it only the whole country, or one in the heading above."""
        return bool(self.places or self.wide) or self.above is not None

    def all_entities(self) -> tuple[Entity, ...]:
        """Countries and places by the gazetteer, then what the model found besides."""
        listed = {
            mention.ref: Entity(
                text=self._words(mention),
                kind=mention.kind,
                ref=mention.ref,
            )
            for mention in self.places
        }
        if self.above is not None and self.above.ref is not None and not listed:
            listed[self.above.ref] = self.above
        known = {bare(entity.text) for entity in listed.values()}
        return (*listed.values(), *(entity for entity in self.entities if bare(entity.text) not in known))

    def _words(self, mention: Mention) -> str:
        """As written; a town's name where it is meant without one: "parisien", "dans la capitale"."""
        text = " ".join(token.text for token in self.tokens[mention.first : mention.last])
        return (name_of(mention.ref) if text.islower() else None) or text


class Inherited(msgspec.Struct):
    """What a fragment or an anaphora takes over from what stands before it."""

    originator: Originator | None = None
    status: Status = "reported"
    as_of: AsOf | None = None


def merged(state: Inherited, before: Inherited, *, broken_off: bool) -> Inherited:
    """What a sentence says itself goes before what it takes over; a whole one has a status of its own."""
    return Inherited(
        state.originator or before.originator,
        before.status if broken_off and state.status == "reported" else state.status,
        state.as_of or before.as_of,
    )
