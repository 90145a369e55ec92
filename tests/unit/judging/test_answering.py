"""Two figures of one article, or of two, of which the one may answer the other."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from figurewatch.schemas.claim import AsOf, Claim

from .making import CLASHES, NOON, claim, clashes, exactly, judge_all, last, record, relations, told_in


@pytest.mark.parametrize(
    ("lang", "first", "second", "clash"),
    [
        ("en", "The tunnel will cost 400 dollars, he says.", "But auditors come to 700 dollars.", True),
        ("en", "The tunnel will cost 400 dollars, he says.", "Auditors give 700 dollars for all roads.", False),
        ("fr", "Le tunnel coûte 400 dollars, dit-il.", "La Cour des comptes, elle, conteste : 700 dollars.", True),
        ("es", "El túnel cuesta 400 dólares, dice el ministro.", "El tribunal, en cambio, calcula 700 dólares.", True),
        ("de", "Der Tunnel kostet 400 Dollar, sagt er.", "Die Prüfer widersprachen: 700 Dollar seien es.", True),
        ("en", "The tunnel will cost 400 dollars, he says.", "Auditors rejected that: 700 dollars.", True),
        ("fr", "Le tunnel coûte 400 dollars, dit-il.", "La Cour des comptes dément : 700 dollars.", True),
        ("de", "Der Tunnel kostet 400 Dollar, sagt er.", "Die Prüfer nennen für Brücken 700 Dollar.", False),
    ],
)  # fmt: skip
def test_who_answers_another_speaks_of_the_same_sum(lang: str, first: str, second: str, clash: bool) -> None:
    def cost(number: int, value: float, who: str) -> Claim:
        told = told_in((first, second), number, value, who, lang=lang, measure="money.cost", cumulative=True)
        return replace(told, figure=replace(told.figure, kind="money", unit="USD"))

    assert clashes(cost(0, 400, "Minister"), cost(1, 700, "Auditors")) is clash


@pytest.mark.parametrize("lang", ["en", "qq"])  # of which there is no folder
@pytest.mark.parametrize(
    ("between", "clash"), [((), True), (("It rained.",), True), (("It rained, as it does in May.",) * 6, False)]
)
def test_tolls_told_in_one_breath_hold_for_one_time(between: Sequence[str], clash: bool, lang: str) -> None:
    """Whatever day stands beside either: that of the event, or none."""
    sentences = ("On Tuesday 13 died in the raid, the minister said.", *between, "Doctors count 58 killed.")
    day = AsOf(start=NOON - timedelta(days=1, hours=12), end=NOON - timedelta(hours=12), accuracy="day")
    today = AsOf(start=NOON - timedelta(hours=12), end=NOON + timedelta(hours=12), accuracy="publication")
    one = told_in(sentences, 0, 13, "Minister", as_of=day, lang=lang)
    two = told_in(sentences, len(sentences) - 1, 58, "Doctors", as_of=today, lang=lang)
    assert clashes(one, two) is clash


@pytest.mark.parametrize(
    ("second", "relation"),
    [
        ("Doctors countered with 62.", "tension"),
        ("Doctors put it at 62.", None),
        ("But each year 62 drown.", None),
        ("Countered 62 houses.", None),
    ],
)
def test_a_figure_that_answers_another_is_a_tension_though_nobody_is_read(second: str, relation: str | None) -> None:
    sentences = ("In all 17 died in the flood, the minister said.", second)
    counted = "houses" if "houses" in second else None
    one = told_in(sentences, 0, 17, "Minister")
    two = told_in(sentences, 1, 62, "Doctors", counted=counted)
    reached = relations(judge_all(record(one, replace(two, originator=None)))[0])
    assert (reached & CLASHES) == ({relation} if relation else set())


@pytest.mark.parametrize(("who", "relation"), [("Union", "tension"), ("Ministry", None)])
def test_shares_whose_wholes_only_one_tells_are_an_unsure_clash_of_two_speakers(who: str, relation: str | None) -> None:
    def share(value: float, speaker: str, article: str, quote: str) -> Claim:
        said = exactly(value, kind="percent")
        start = quote.index(f"{value:g}")
        fields: dict[str, Any] = {"measure": "share.turnout", "stock_or_flow": "share", "cumulative": False}
        fields |= {"quote": quote, "quote_start": 0, "quote_end": len(quote), "start": start, "end": start + 2}
        return claim(said, article=article, who=speaker, **fields)

    one = share(40, "Ministry", "a", "Turnout was 40 percent, the ministry said.")
    two = share(58, who, "b", "Turnout was 58 percent in factories of the coast, the union said.")
    judged = judge_all(record(one), record(two))[1]
    assert (relations(judged) & CLASHES) == ({relation} if relation else set())
    assert all(alert.severity == "low" for alert in judged.alerts)


@pytest.mark.parametrize(
    ("article", "who", "by", "relation"),
    [
        ("a", "rebels", "ministry", "contradicted"),
        ("b", "rebels", "ministry", None),
        ("a", "ministry", "ministry", "denied"),
        ("a", "ministry", "doctors", None),  # they say no more than that it was not so many
    ],
)
def test_what_is_so_instead_stands_in_the_article_that_denies(
    article: str, who: str, by: str, relation: str | None
) -> None:
    sentences = ("The ministry denied the rebels' claim that 400 had died.", "It said 193 had died.")
    denied = told_in(sentences, 0, 400, who, status="denied")
    count = replace(told_in(sentences, 1, 193, by), article_id=article)
    records = (record(denied, count),) if article == "a" else (record(denied), record(count))
    reached = relations(judge_all(*records)[-1])
    assert (reached & (CLASHES | {"denied"})) == ({relation} if relation else set())


@pytest.mark.parametrize(("few", "clash"), [(9000, True), (3000, False)])
def test_a_crowd_thirty_times_as_large_is_a_whole_and_not_the_town_s(few: int, clash: bool) -> None:
    sentences = ("Unions counted 90000 people.", f"Police counted {few} people.")
    one = told_in(sentences, 0, 90_000, "Unions", measure="person.marchers", stock_or_flow="flow")
    two = told_in(sentences, 1, few, "Police", measure="person.marchers", stock_or_flow="flow")
    assert clashes(one, two) is clash


@pytest.mark.parametrize("lang", ["en", "qq"])
def test_shares_of_what_a_language_without_files_counts(lang: str) -> None:
    fields: dict[str, Any] = {"measure": "share.other", "family": "share", "cumulative": False, "lang": lang}
    one, two = (
        claim(exactly(value, kind="percent", unit="percent", counted=noun), article=noun, who=noun, **fields)
        for value, noun in ((31, "drivers"), (48, "guards"))
    )
    assert "contradicted" not in last(one, two)
