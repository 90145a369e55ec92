"""Two claims stand in one relation, whichever is asked about the other."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from figurewatch.agents.judging.apart import CERTAIN
from figurewatch.agents.judging.comparable import comparable
from figurewatch.agents.judging.gates import ask
from figurewatch.agents.judging.relate import relate
from figurewatch.agents.judging.side import Side
from figurewatch.schemas.claim import Claim

from .making import FLOOD, at_least, claim, exactly

QUOTES = ("1,000 died.", "The toll was revised down from 100 to 90.", "A second blast killed 90 in the past day.", "")
BEHAVIOUR = ((True, "stock"), (False, "stock"), (False, "flow"), (False, "share"))


def _claims(article: str) -> st.SearchStrategy[Claim]:
    """Of a few values, speakers, hours and wordings, so that much is the same."""
    return st.builds(
        lambda value, floor, who, hours, quote, correction, start, measure: claim(
            at_least(value) if floor else exactly(value),
            article=article,
            who=who,
            hours=hours,
            quote=quote,
            correction=correction,
            start=start,
            measure=measure,
        ),
        st.sampled_from((90, 100, 190, 400, 1000)),
        st.booleans(),
        st.sampled_from((None, "Ministry", "Mayor")),
        st.sampled_from((0, 1, 5, 24, 30)),
        st.sampled_from(QUOTES),
        st.booleans(),
        st.sampled_from((0, 10)),
        st.sampled_from(("person.dead", "person.buried")),
    )


@given(_claims("a"), _claims("b"), st.sampled_from(BEHAVIOUR))
def test_a_relation_does_not_hang_on_who_is_asked(one: Claim, two: Claim, behaviour: tuple[bool, str]) -> None:
    cumulative, kind = behaviour
    sides = [Side(_as(each, cumulative=cumulative, kind=kind), FLOOD) for each in (one, two)]
    assert _relation(*sides) == _relation(*reversed(sides))


def _as(one: Claim, *, cumulative: bool, kind: str) -> Claim:
    return replace(one, cumulative=cumulative, stock_or_flow=kind)


def _relation(one: Side, two: Side) -> str:
    return relate(ask(one, two, comparable(one, two, CERTAIN)))
