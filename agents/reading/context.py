"""What a sentence names besides its figures."""

import msgspec

from ...schemas.claim import Entity
from . import dates as dating
from .gazetteer import Mention
from .territories import bare
from .tokens import Token
from .turns import Turn


class Context(msgspec.Struct):
    """Its tokens, places, entities and dates, and whose turn it is."""

    tokens: list[Token]
    places: list[Mention]
    entities: tuple[Entity, ...]
    dated: list[dating.Dated]
    worldwide: list[int]
    """Offsets of the words that say that something is so the world over."""
    turn: Turn | None = None

    def all_entities(self) -> tuple[Entity, ...]:
        """Countries and places by the gazetteer, then what the model found besides."""
        listed = {
            mention.ref: Entity(
                text=" ".join(token.text for token in self.tokens[mention.first : mention.last]),
                kind=mention.kind,
                ref=mention.ref,
            )
            for mention in self.places
        }
        known = {bare(entity.text) for entity in listed.values()}
        return (*listed.values(), *(entity for entity in self.entities if bare(entity.text) not in known))
