"""How claims that may be about the same thing are found: never fewer than their likeness says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurewatch.agents.judging.index import Entry, Posting
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.lineage import DIGITS, similarity
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.judging.side import Side
from figurewatch.agents.judging.story import HOLDS, NEAR, likeness
from figurewatch.schemas.claim import Story

from .making import claim, exactly, record

JUST_ALIKE = (
    Story(events=("flood",), words=("derna", "aid", "ship", "rain", "dam", "mayor")),
    Story(events=("flood",), words=("derna", "camp", "count", "rain", "dam", "mayor")),
    Story(events=("flood",), words=("derna", "port", "wind", "rain")),
)
"""The third is not: it makes that what the two share is shared by some more and by some less."""
values = st.lists(st.sampled_from((0, 1, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)), min_size=4, max_size=4)


def _signature(values: list[int]) -> str:
    return "".join(f"{value:0{DIGITS}x}" for value in values)


def test_what_is_just_alike_enough_is_found_though_all_that_is_shared_is_common() -> None:
    """Left out of the search may be what weighs too little together, to the last digit of a sum of fractions."""
    memory = Memory()
    for number, story in enumerate(JUST_ALIKE):
        one = record(claim(exactly(7), article=f"a{number}", place=None), story=story)
        judge(memory, one, offset=number, key=one.article_id)
    sides = [memory.side(each.claim_id) for number in range(3) for each in memory.claims_of_article(f"a{number}")]
    first, second, third = (side for side in sides if side is not None)
    assert likeness(first.traits, second.traits) == pytest.approx(HOLDS - NEAR)
    assert memory.candidates(third) == []
    assert [other.id for _, other in memory.candidates(first)] == [second.id]
    assert [other.id for _, other in memory.candidates(second)] == [first.id]


@given(st.permutations([(1.0, "a1"), (2.0, "a1"), (2.0, "a2"), (2.0, "a3"), (3.0, "a0")]))
def test_what_stands_under_a_trait_is_in_order_however_it_came(places: list[tuple[float, str]]) -> None:
    """By time and, at one time, by id: not by arrival."""
    entries = [(moment, Entry(Side(claim(exactly(7), article=article), Story()), "")) for moment, article in places]
    posting = Posting()
    for moment, entry in entries:
        posting.put(moment, entry)
    assert list(posting.moments) == sorted(moment for moment, _ in places)
    assert [entry.id for entry in posting] == [
        entry.id for _, entry in sorted(entries, key=lambda each: (each[0], each[1].id))
    ]
    posting.take(*entries[0])
    assert entries[0][1] not in posting


@given(values, values)
def test_similarity_is_the_share_of_equal_values(one: list[int], two: list[int]) -> None:
    equal = sum(left == right for left, right in zip(one, two, strict=True))
    assert similarity(_signature(one), _signature(two)) == equal / len(one)


@pytest.mark.parametrize("signature", ["", "0000000", _signature([1, 2])])
def test_texts_of_other_lengths_of_signature_are_not_held_against_each_other(signature: str) -> None:
    assert similarity(signature, _signature([0])) == 0.0
