"""Many like claims: which of them one is held against, and that none is left behind when it goes."""

from datetime import timedelta

from figurewatch.agents.judging.index import MOST, Index
from figurewatch.agents.judging.side import Side
from figurewatch.agents.judging.story import traits_of

from .making import FLOOD, NOON, claim, exactly


def _sides(article: str, number: int, hours: float) -> list[Side]:
    """As many claims of one record, alike for the search."""
    traits = traits_of(FLOOD, "geonames:88319")
    moment = NOON + timedelta(hours=hours)
    told = (exactly(150 + place) for place in range(number))
    return [Side(claim(each, article=article, as_of=None, published_at=moment), FLOOD, traits) for each in told]


def test_of_many_claims_of_few_records_the_nearest_in_time_are_found() -> None:
    index, each = Index(), 5
    for number in range(MOST // 2):
        index.add(_sides(f"a{number}", each, hours=number))
    asked = _sides("z", 1, hours=30)
    index.add(asked)
    found = [abs(other.start - asked[0].start) for _, other in index.alike(asked[0])]
    assert MOST <= len(found) <= MOST + each
    assert max(found) <= 3600 * (MOST // each // 2 + 1)


def test_claims_that_go_are_found_no_longer_and_leave_nothing_behind() -> None:
    index = Index()
    first, second = _sides("a", 3, hours=0), _sides("b", 1, hours=1)
    index.add(first)
    index.add(second)
    assert len(index.alike(second[0])) == 3
    index.remove(first[0])
    assert [other for _, other in index.alike(second[0])] == first[1:]
    for side in first[1:]:
        index.remove(side)
    assert index.alike(second[0]) == []
    index.remove(second[0])
    assert not any(postings for kinds in index._postings.values() for postings in kinds)


def test_a_claim_that_moved_to_another_record_of_its_article_is_the_one_found() -> None:
    """Two entries then stand under one id and moment."""
    index = Index()
    old = _sides("a", 2, hours=0)
    index.add(old)
    index.settle()
    index.remove(old[0])
    moved = _sides("a", 1, hours=0)
    index.add(moved)
    asked = _sides("z", 1, hours=1)
    index.add(asked)
    assert {id(other) for _, other in index.alike(asked[0])} == {id(old[1]), id(moved[0])}
    index.remove(old[1])
    assert [other for _, other in index.alike(asked[0])] == moved
