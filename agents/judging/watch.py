"""Watch lists: what somebody wants to hear of in any case, by measure, place, name or size."""

import tomllib
from decimal import Decimal

import msgspec

from ...schemas.claim import Claim, Story
from .. import languages
from .intervals import value_of


class WatchError(ValueError):
    """A watch list is not what it should be; the message says where."""


class Watch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to watch: a claim matches when it meets everything that is given."""

    name: str
    measures: tuple[str, ...] = ()
    """One of these: person.dead, or person for all below it."""
    places: tuple[str, ...] = ()
    """One of these: country:FR with the towns of a story of no other, geonames:2988507, or words of the sentence."""
    entities: tuple[str, ...] = ()
    """One of these is named in the sentence, or is who says it: a ref, or its words."""
    at_least: Decimal | None = None
    """Figures from this one on."""

    def matches(self, claim: Claim, story: Story) -> bool:
        """Whether the claim of a story meets everything."""
        return (
            (not self.measures or any(_is_below(claim.measure, measure) for measure in self.measures))
            and (not self.places or not _folded(self.places).isdisjoint(_places(claim, story)))
            and (not self.entities or not _folded(self.entities).isdisjoint(_names(claim)))
            and (self.at_least is None or value_of(claim) >= self.at_least)
        )


class WatchList(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All that is watched."""

    watch: tuple[Watch, ...] = ()

    def matching(self, claim: Claim, story: Story) -> tuple[str, ...]:
        """The names of the watches that a claim of a story meets."""
        return tuple(watch.name for watch in self.watch if watch.matches(claim, story))


NOBODY = WatchList()


def read_watch_list(text: str) -> WatchList:
    """A list as TOML, a table [[watch]] for each thing.

    Raises:
        WatchError: it is not TOML, has a field that nobody knows, or watches everything or an unknown measure.
    """
    try:
        found = msgspec.convert(tomllib.loads(text), WatchList, strict=False)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise WatchError(str(error)) from None
    for watch in found.watch:
        _check(watch)
    return found


def _check(watch: Watch) -> None:
    if not (watch.measures or watch.places or watch.entities or watch.at_least is not None):
        raise WatchError(f"{watch.name!r} would match everything")
    for measure in watch.measures:
        if not any(_is_below(known, measure) for known in (*languages.taxonomy()["measures"], "other")):
            raise WatchError(f"{watch.name!r}: there is no measure {measure!r}")


def _is_below(measure: str, wanted: str) -> bool:
    return measure == wanted or measure.startswith(f"{wanted}.")


def _folded(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def _places(claim: Claim, story: Story) -> set[str]:
    """What it names and where it is, with the only country that its story tells of: a town is in it."""
    named = [entity for entity in claim.entities if entity.kind in ("country", "place")]
    nations = [ref for ref in story.refs if ref.startswith("country:")]
    places = (name for entity in named for name in (entity.text, entity.ref))
    return {name.casefold() for name in (*places, claim.place, *(nations if len(nations) == 1 else ())) if name}


def _names(claim: Claim) -> set[str]:
    who = (claim.originator.name, claim.originator.ref) if claim.originator else ()
    named = (name for entity in claim.entities for name in (entity.text, entity.ref))
    return {name.casefold() for name in (*named, *who) if name}
