"""How alike two stories are."""

from typing import Any

import pytest

from figurewatch.agents.judging.story import HOLDS, NEAR, likeness, traits_of
from figurewatch.schemas.claim import Story


@pytest.mark.parametrize(
    ("country", "one", "two", "alike"),
    [
        ("WS", {"events": ("epidemic",)}, {"events": ("epidemic",)}, True),  # of Samoa little is told
        ("US", {"events": ("epidemic",)}, {"events": ("epidemic",)}, False),
        ("US", {"events": ("epidemic",), "names": ("apia",)}, {"events": ("epidemic",), "names": ("apia",)}, True),
        ("WS", {"events": ("epidemic",)}, {"events": ("election",)}, False),
    ],
)
def test_what_is_seldom_told_of_tells_two_stories(country: str, one: Any, two: Any, alike: bool) -> None:
    def traits(fields: Any) -> Any:
        return traits_of(Story(refs=(f"country:{country}",), words=("measles", "vaccine"), **fields), None)

    assert (likeness(traits(one), traits(two)) >= HOLDS - NEAR) is alike


def test_stories_of_other_countries_or_towns_are_less_alike() -> None:
    def traits(place: str) -> Any:
        return traits_of(Story(events=("quake",), words=("quake", "village", "rescue", "tents")), place)

    assert likeness(traits("country:MA"), traits("country:LY")) < likeness(traits("country:MA"), traits("geonames:1"))
    assert likeness(traits("geonames:1"), traits("geonames:2")) < likeness(traits("geonames:1"), traits("country:MA"))


def test_the_records_of_one_article_share_what_they_are_found_by() -> None:
    """They come one after the other, each decoded anew; those about another place have other traits."""
    one, two = (Story(refs=("country:MA",), words=("quake", "village")) for _ in range(2))
    assert traits_of(one, "geonames:1") is traits_of(two, "geonames:1")
    assert traits_of(one, "geonames:1") is not traits_of(one, "geonames:2")
