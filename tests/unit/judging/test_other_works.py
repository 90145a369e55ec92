"""Sums for two works, and cases of two diseases: what a sentence names besides its figure."""

from typing import Any

import pytest

from figurewatch.agents import languages
from figurewatch.agents.judging.narrowing import narrowed
from figurewatch.schemas.claim import Claim, Figure

from .making import claim, exactly, judge_all, record, relations

PUT: dict[str, Any] = {"measure": "money.cost", "cumulative": True}


def _said(said: Figure, number: str, who: str, hours: float = 0, **fields: Any) -> Claim:
    """A claim whose figure stands in its quote."""
    quote = fields["quote"]
    start = quote.index(number)
    spans = {"start": start, "end": start + len(number), "quote_start": 0, "quote_end": len(quote)}
    return claim(said, article=who, who=who, hours=hours, **spans, **fields)


def _sum(value: int, who: str, lang: str, quote: str, hours: float = 0) -> Claim:
    said = exactly(value * 10**6, kind="money", unit="EUR")
    return _said(said, str(value), who, hours, lang=lang, quote=quote, **PUT)


def _clash(one: Claim, two: Claim) -> bool:
    return bool({"contradicted", "tension"} & relations(judge_all(record(one), record(two))[-1]))


@pytest.mark.parametrize(
    ("one", "two", "clash"),
    [
        (
            ("en", "The new harbour of Ryde will cost 300 million"),
            ("en", "The new clinic of Ryde will cost 190"),
            False,
        ),
        (
            ("en", "The new harbour of Ryde will cost 300 million"),
            ("en", "The new harbour of Ryde will cost 190"),
            True,
        ),
        (("en", "The harbour bridge of Ryde will cost 300 million"), ("en", "The bridge of Ryde will cost 190"), True),
        (
            ("en", "The project in Ryde will cost 300 million"),
            ("en", "The new clinic project of Ryde will cost 190"),
            True,
        ),
        (("de", "Der Flughafen Ryde kostet 300 Millionen"), ("de", "Der Binnenhafen Ryde kostet 190 Millionen"), False),
    ],
)
def test_sums_for_two_works_do_not_clash(one: tuple[str, str], two: tuple[str, str], clash: bool) -> None:
    first, second = _sum(300, "Mayor", *one), _sum(190, "Auditors", *two, hours=2)
    assert _clash(first, second) is clash
    assert _clash(second, first) is clash


@pytest.mark.parametrize(
    ("one", "two", "shared"),
    [
        (("fr", "Le viaduc de Ryde coûtera 300 millions"), ("es", "El puente de Ryde costará 300"), True),
        (("fr", "Le viaduc de Ryde coûtera 300 millions"), ("es", "El museo de Ryde costará 300"), False),
        (("de", "Die Elbbrücke in Ryde kostet 300 Millionen"), ("en", "The bridge in Ryde will cost 300"), True),
        (("de", "Die Elbbrücke in Ryde kostet 300 Millionen"), ("en", "The pool in Ryde will cost 300"), False),
    ],
)
def test_works_are_the_same_in_every_language(one: tuple[str, str], two: tuple[str, str], shared: bool) -> None:
    first, second = (narrowed(_sum(300, "Mayor", *told))["work"].bound for told in (one, two))
    assert first
    assert second
    assert bool(first & second) is shared


@pytest.mark.parametrize(("first", "second"), [(230, 390), (390, 230)])
def test_two_speakers_who_put_a_work_at_two_sums_disagree_alike_whoever_comes_first(first: int, second: int) -> None:
    quote = "the bridge over the river will cost {} million"
    one = _sum(first, "Council", "en", quote.format(first))
    two = _sum(second, "Auditors", "en", quote.format(second), hours=2)
    assert relations(judge_all(record(one), record(two))[-1]) == {"tension"}


@pytest.mark.parametrize("lang", languages.codes())
def test_every_language_knows_the_same_works(lang: str) -> None:
    here, there = (set(languages.table(code, "scopes")["work"]) for code in (lang, "en"))
    assert here == there


@pytest.mark.parametrize(
    ("measure", "one", "two", "clash"),
    [
        ("person.cases", "300 are sick with cholera in Ryde", "120 are sick with measles in Ryde", False),
        ("person.cases", "300 are sick with cholera in Ryde", "120 are sick with cholera in Ryde", True),
        (
            "person.hospitalised",
            "300 are in hospital after the fire, in the middle of the flu season",
            "120 are in hospital after the fire, in the middle of the measles outbreak",
            True,
        ),
        (
            "person.cases",
            "300 were recorded, while measles is gone",
            "120 were recorded, while cholera is gone",
            True,
        ),
    ],
)
def test_only_a_disease_of_its_own_clause_tells_whose_cases_a_figure_counts(
    measure: str, one: str, two: str, clash: bool
) -> None:
    told: dict[str, Any] = {"measure": measure, "cumulative": False, "family": "person.health"}
    first = _said(exactly(300), "300", "Council", quote=one, **told)
    second = _said(exactly(120), "120", "Union", hours=0.5, quote=two, **told)
    assert _clash(first, second) is clash


@pytest.mark.parametrize(
    ("lang", "animals", "people"), [("es", "rabia", "rabia humana"), ("fr", "rage", "cas de rage")]
)
def test_anger_is_no_disease(lang: str, animals: str, people: str) -> None:
    words = languages.table(lang, "scopes")["disease"]["rabies"]
    assert animals not in words
    assert people in words
