"""Which figures count some of those told of, and what each march of a movement has of its own."""

from typing import Any

import pytest
from msgspec.structs import replace

from figurewatch.agents.judging import parts, running
from figurewatch.schemas.claim import Claim

from .making import FLOOD, claim, exactly, last

MARCH = replace(FLOOD, events=("protest",))
RIOTS = replace(FLOOD, events=("flood",))


def _told(lang: str, sentence: str, number: str, **fields: Any) -> Claim:
    start = sentence.index(number)
    value = float(number.replace(",", "").replace(".", ""))
    placed: dict[str, Any] = {"start": start, "end": start + len(number), "quote_end": len(sentence)}
    return claim(exactly(value), article="a", lang=lang, quote=sentence, **placed, **fields)


@pytest.mark.parametrize(
    ("lang", "sentence", "number", "part"),
    [
        ("en", "31 of them are in intensive care.", "31", True),
        ("en", "31 of the dead were from the village.", "31", False),
        ("de", "31 von ihnen schweben in Lebensgefahr.", "31", True),
        ("de", "31 Menschen wissen von ihnen nichts.", "31", False),
        ("fr", "31 d'entre eux sont en réanimation.", "31", True),
        ("es", "31 de ellos están en cuidados intensivos.", "31", True),
        ("es", "31 personas hablaron de ellos.", "31", False),
    ],
)
def test_some_of_them_are_a_part_of_those_told_of(lang: str, sentence: str, number: str, part: bool) -> None:
    assert parts.is_among(_told(lang, sentence, number, part_of="those told of")) is part
    assert not parts.is_among(_told(lang, sentence, number))  # 80 were hurt, 31 of them are in hospital: all of these


@pytest.mark.parametrize(
    ("lang", "sentence", "number", "part"),
    [
        ("en", "The highest toll, 412, was reported from the valley.", "412", True),
        ("en", "The highest number of deaths was in the valley, where it stands at 412.", "412", True),
        ("en", "With 412 dead it is the highest toll in the country.", "412", False),
        ("en", "The highest toll since the war: 412.", "412", False),
        ("de", "Die meisten Toten, 412, gab es im Tal.", "412", True),
        ("fr", "Le plus lourd bilan, 412 morts, vient de la vallée.", "412", True),
        ("es", "El mayor número de muertos, 412, se registró en el valle.", "412", True),
    ],
)
def test_the_toll_of_the_place_hit_the_worst_is_a_part(lang: str, sentence: str, number: str, part: bool) -> None:
    assert parts.of_a_part(_told(lang, sentence, number, place=None)) is part


@pytest.mark.parametrize(("measure", "joined"), [("person.arrested", False), ("person.dead", True)])
def test_each_march_of_a_movement_has_its_own_arrested_and_not_its_own_dead(measure: str, joined: bool) -> None:
    first = claim(exactly(410), article="a", measure=measure)
    second = claim(exactly(620), article="b", measure=measure, hours=7 * 24)
    assert (last(first, second, story=MARCH) == {"updated"}) is joined
    assert last(first, second, story=RIOTS) == {"updated"}  # what befell in one flood adds up


@pytest.mark.parametrize(
    ("lang", "sentence", "on"),
    [
        ("en", "620 people have been arrested since the marches began.", True),
        ("en", "The number of arrests has risen to 620.", True),
        ("en", "620 people were arrested on Saturday.", False),
        ("fr", "Selon un bilan provisoire, 620 personnes ont été interpellées.", False),
        ("fr", "620 personnes ont été interpellées à ce jour.", True),
        ("de", "Bislang wurden 620 Menschen festgenommen.", True),
        ("es", "Según un balance provisional, hubo 620 detenidos.", False),
    ],
)
def test_a_count_runs_on_where_its_sentence_says_so(lang: str, sentence: str, on: bool) -> None:
    assert running.runs_on(_told(lang, sentence, "620")) is on
