"""Compare's state, rebuilt from its changelog topic by a plain consumer: what `figurewatch state` shows."""

from collections.abc import Iterator

import msgspec

from ..agents.compare import restore
from ..agents.judging.memory import Memory
from ..schemas.alert import TrackedFigure
from ..schemas.claim import Claim
from ..schemas.row import Past
from .consuming import records
from .settings import Settings
from .topics import changelog


class Tracked(msgspec.Struct, frozen=True, kw_only=True):
    """A tracked figure and the claims about it, earliest first."""

    figure: TrackedFigure
    claims: tuple[Claim, ...]

    def counts(self, measure: str | None) -> bool:
        """Whether it is of this measure, or of one below it."""
        return is_of(self.claims[0].measure, measure)

    def is_about(self, entity: str | None) -> bool:
        """Whether a claim names this entity, by its ref or its words, or is about it as a place."""
        if entity is None:
            return True
        named = {name for claim in self.claims for one in claim.entities for name in (one.ref, one.text)}
        wanted = entity.casefold()
        return any(name is not None and name.casefold() == wanted for name in named | self._places())

    def _places(self) -> set[str | None]:
        return {place for claim in self.claims for place in (claim.place, claim.group)}


def is_of(own: str, measure: str | None) -> bool:
    """Whether a measure is the wanted one, or below it: `person` has `person.dead`."""
    return measure is None or own == measure or own.startswith(f"{measure}.")


def remembered(settings: Settings) -> Memory:
    """Everything that compare remembers, from the newest row under each key.

    Raises:
        TopicError: there is no changelog topic.
        KafkaError: Kafka does not answer.
    """
    rows: dict[bytes, bytes | None] = {}
    for record in records(settings, changelog(settings, "compare")):
        rows[record.key] = record.value
    memory = Memory()
    for key, value in rows.items():
        if value is not None:
            restore(memory, key.decode(), value)
    memory.settle()
    return memory


def tracked(memory: Memory, *, measure: str | None = None, entity: str | None = None) -> Iterator[Tracked]:
    """The tracked figures of a measure and an entity, those with the most claims first."""
    everything = (Tracked(figure=figure, claims=tuple(claims)) for figure, claims in memory.tracked_figures())
    wanted = [one for one in everything if one.counts(measure) and one.is_about(entity)]
    yield from sorted(wanted, key=lambda one: (-len(one.claims), one.figure.id))


def forgotten(memory: Memory, *, measure: str | None = None, place: str | None = None) -> Iterator[Past]:
    """What is kept of the figures that were forgotten, those spoken of last first."""
    wanted = [one for one in memory.past_figures() if is_of(one.measure, measure) and place in (None, one.place)]
    yield from sorted(wanted, key=lambda one: (one.last, one.figure.id), reverse=True)
