"""Words of a figure's own clause that narrow it, each beside a lookalike that does not: on claims made by hand."""

from typing import Any

import pytest
from msgspec.structs import replace

from figurewatch.agents.judging import qualified
from figurewatch.agents.judging.comparable import comparable
from figurewatch.agents.judging.finding import Finding
from figurewatch.agents.judging.side import Side
from figurewatch.schemas.claim import Claim, Entity, Originator, Story

from .making import claim, exactly

JOBLESS, PRICES, GROWTH, CHANGE = "share.unemployment", "share.inflation", "share.growth", "share.change"
POLL, QUAKE, TURNOUT, STRIKE = "share.poll", "quake.magnitude", "share.turnout", "share.strikers"
DEAD = "person.dead"
Told = tuple[str, str]
"""A language and a sentence, with its figure between asterisks."""


def _claim(said: Told, measure: str, **fields: Any) -> Claim:
    lang, sentence = said
    before, figure, behind = sentence.split("*")
    value = float(figure.rstrip(" %").replace(",", "."))
    place = {"start": len(before), "end": len(before) + len(figure), "quote_start": 0}
    quote = before + figure + behind
    kind = {"kind": "measure" if measure == QUAKE else "count" if measure == DEAD else "percent"}
    return claim(
        exactly(value, **kind), article=f"{lang}{value}{len(quote)}", who=fields.pop("who", "Institute"), lang=lang,
        measure=measure, quote=quote, quote_end=len(quote), stock_or_flow="share", cumulative=False, **place, **fields,
    )  # fmt: skip


def _side(said: Told, measure: str, story: Story | None = None, **fields: Any) -> Side:
    return Side(_claim(said, measure, **fields), story or Story())


def _answer(measure: str, one: Told, two: Told) -> str:
    left, right = _side(one, measure), _side(two, measure)
    if qualified.other_scope(left, right):
        return "fails"
    return qualified.perhaps_other(Finding("comparable", "holds", "one story"), left, right).answer


@pytest.mark.parametrize(
    ("measure", "one", "two"),
    [
        (JOBLESS, ("en", "Among under-25s, unemployment hit *19 %*"), ("fr", "un chômage de *8 %* en mai")),
        (JOBLESS, ("fr", "le chômage des 15-24 ans est de *19 %*"), ("fr", "le chômage est de *8 %*")),
        (JOBLESS, ("es", "el paro es del *19 %* entre los menores de 25 años"), ("es", "el paro es del *8 %*")),
        (JOBLESS, ("de", "die Jugendarbeitslosigkeit lag bei *19 %*"), ("de", "die Arbeitslosigkeit lag bei *8 %*")),
        (JOBLESS, ("en", "unemployment among women is *9 %*"), ("en", "unemployment is *8 %*")),
        (TURNOUT, ("fr", "*70 %* de participation chez les plus de 60 ans"), ("en", "*40 %* turnout among the young")),
        (JOBLESS, ("en", "unemployment was *5 %*, seasonally adjusted"), ("en", "unadjusted unemployment was *6 %*")),
        (PRICES, ("en", "core inflation is at *3 %*"), ("de", "die Inflation liegt bei *2 %*")),
        (PRICES, ("fr", "Hors énergie, l'inflation atteint *3 %*"), ("fr", "l'inflation atteint *2 %*")),
        (PRICES, ("es", "la inflación de los alimentos es del *3 %*"), ("es", "la inflación subyacente es del *2 %*")),
        (GROWTH, ("de", "das BIP wuchs zum Vorquartal um *1 %*"), ("en", "GDP grew *3 %* from a year earlier")),
        (PRICES, ("en", "while core inflation is at *3 %*"), ("en", "inflation is at *2 %*")),
        (CHANGE, ("es", "las exportaciones crecieron un *3 %*"), ("fr", "les importations ont augmenté de *5 %*")),
        (CHANGE, ("fr", "les ventes électriques ont bondi de *30 %*"), ("fr", "les ventes ont bondi de *4 %*")),
        (POLL, ("en", "*60 %* of Finns approve of the plan"), ("en", "*30 %* of Finns do not approve of the plan")),
        (POLL, ("de", "*60 %* der Finnen sind für den Plan"), ("es", "el *30 %* rechaza el plan")),
        (QUAKE, ("en", "a *5.5* magnitude aftershock"), ("fr", "un séisme de magnitude *7*")),
        (QUAKE, ("es", "Una réplica, de magnitud *5,5*, se sintió"), ("es", "un sismo de magnitud *7* se sintió")),
        (STRIKE, ("es", "un *30 %* en primaria"), ("fr", "*60 %* de grévistes dans les lycées")),
        (STRIKE, ("fr", "*60 %* de grévistes dans le privé"), ("de", "*30 %* Streikende im öffentlichen Dienst")),
        ("share.vaccinated", ("de", "*60 %* sind vollständig geimpft"), ("en", "*80 %* have had a first dose")),
        ("wind.speed", ("fr", "des rafales de *150* km/h"), ("en", "sustained winds of *110* km/h")),
        (TURNOUT, ("fr", "le premier tour a mobilisé *60 %*"), ("fr", "le second tour a mobilisé *66 %*")),
    ],
)  # fmt: skip
def test_two_scopes_are_apart(measure: str, one: Told, two: Told) -> None:
    assert _answer(measure, one, two) == _answer(measure, two, one) == "fails"


@pytest.mark.parametrize(
    ("measure", "one", "two"),
    [
        (JOBLESS, ("en", "youth unemployment is *19 %*"), ("fr", "le chômage des moins de 25 ans est de *23 %*")),
        (JOBLESS, ("en", "unemployment is *8 %*, and 9 % among women"), ("en", "unemployment is *7 %*")),
        (JOBLESS, ("fr", "le chômage est de *8 %* malgré les aides aux jeunes"), ("fr", "le chômage est de *7 %*")),
        (PRICES, ("en", "As food prices fell, inflation slowed to *2 %*"), ("en", "inflation slowed to *3 %*")),
        (PRICES, ("en", "inflation was *2 %*, driven by energy"), ("en", "inflation was *3 %*")),
        (PRICES, ("en", "annual inflation was *2 %*"), ("en", "inflation was *3 %*")),
        (GROWTH, ("en", "Despite weak exports, the economy grew *2 %*"), ("en", "the economy grew *3 %*")),
        (JOBLESS, ("fr", "le chômage des 15-64 ans est de *8 %*"), ("fr", "le chômage est de *7 %*")),
        (JOBLESS, ("en", "unemployment is *8 %* among those aged 16 and over"), ("en", "unemployment is *7 %*")),
        (GROWTH, ("de", "das BIP stieg dank hoher Exporte um *1 %*"), ("de", "das BIP stieg um *2 %*")),
        (POLL, ("en", "40 % support it and *60 %* oppose it"), ("en", "*50 %* of Finns oppose it")),
        (POLL, ("en", "*60 %* of Finns support the plan"), ("de", "*50 %* der Finnen befürworten den Plan")),
        (QUAKE, ("en", "a *7.1* magnitude quake, then aftershocks"), ("en", "a *7.6* magnitude quake")),
        (QUAKE, ("en", "Aftershocks were felt near the *7.1* magnitude earthquake"), ("en", "a *7.6* magnitude quake")),
        (STRIKE, ("fr", "*30 %* de grévistes dans le primaire"), ("fr", "*60 %* de grévistes dans les écoles")),
        (STRIKE, ("fr", "*30 %* de grévistes dans le primaire"), ("fr", "*60 %* de grévistes")),
        (STRIKE, ("fr", "*9 %* dans la fonction publique d’Etat"), ("fr", "*8 %* des fonctionnaires d'État")),
        ("wind.speed", ("fr", "des rafales de *150* km/h"), ("en", "gusts of *110* km/h")),
        ("person.marchers", ("fr", "*80* jeunes ont défilé"), ("fr", "*400* personnes ont défilé")),
        (DEAD, ("fr", "*300* morts depuis le début de l'année"), ("en", "*310* people have died so far this year")),
    ],
)  # fmt: skip
def test_words_of_another_clause_or_of_one_scope_leave_two_figures_alone(measure: str, one: Told, two: Told) -> None:
    assert _answer(measure, one, two) == _answer(measure, two, one) == "holds"


@pytest.mark.parametrize(
    ("measure", "one", "two"),
    [
        (JOBLESS, ("en", "youth unemployment is *19 %*"), ("en", "the institute puts it at *23 %*")),  # of whom?
        ("wind.speed", ("fr", "des rafales de *150* km/h"), ("fr", "un vent de *110* km/h")),
        (PRICES, ("en", "inflation was *1 %* on the month"), ("en", "inflation was *3 %*")),
        (PRICES, ("en", "core inflation was *1 %*"), ("en", "inflation was *3 %*, and food inflation 9 %")),
        (DEAD, ("en", "So far this year *300* people have drowned"), ("fr", "*32* personnes se sont noyées mardi")),
        (DEAD, ("es", "Este mismo año, *3* personas murieron"), ("es", "*32* personas murieron")),
        (DEAD, ("de", "Seit Jahresbeginn ertranken *300* Menschen"), ("de", "*32* Menschen ertranken")),
    ],
)
def test_one_scope_told_and_the_other_open(measure: str, one: Told, two: Told) -> None:
    assert _answer(measure, one, two) == _answer(measure, two, one) == "unknown"


def test_a_sentence_that_goes_on_from_the_one_before_is_of_its_scope() -> None:
    first = _claim(("en", "Youth unemployment is *19 %*"), JOBLESS)
    second = _claim(("en", "The union puts it at *23 %*"), JOBLESS)
    one, two = (Side(replace(each, article_id="one"), Story()) for each in (first, second))
    finding = Finding("comparable", "holds", "one article")
    assert qualified.perhaps_other(finding, one, two).answer == "holds"


def test_of_two_figures_in_one_sentence_the_second_may_be_narrowed_and_the_first_not() -> None:
    wide = _claim(("en", "Inflation is at *3 %*, core inflation at 4 %, banks say"), PRICES)
    narrow = _claim(("en", "Inflation is at 3 %, core inflation at *4 %*, banks say"), PRICES)
    one, two = (Side(replace(each, article_id="one"), Story()) for each in (wide, narrow))
    assert qualified.other_scope(one, two) == "other scope: all / core"
    first = _claim(("en", "Core inflation is at *3 %*, or at 4 %, banks say"), PRICES)
    second = _claim(("en", "Core inflation is at 3 %, or at *4 %*, banks say"), PRICES)
    one, two = (Side(replace(each, article_id="one"), Story()) for each in (first, second))
    assert qualified.other_scope(one, two) is None


@pytest.mark.parametrize(
    ("one", "two", "names", "answer"),
    [
        (("en", "Ms Tarn is at *40 %*"), ("en", "Mr Oakes is at *30 %*"), ("tarn", "oakes"), "fails"),
        (("es", "el PRA lograría el *40 %*"), ("es", "el UCD lograría el *30 %*"), (), "fails"),
        (("en", "Anna Tarn is at *40 %*"), ("en", "*30 %* approve of Tarn"), ("anna", "tarn"), "holds"),
        (("en", "a survey by Nord finds *40 %* approve"), ("en", "Mr Oakes is at *30 %*"), ("nord", "oakes"), "holds"),
        (("en", "*40 %* approve"), ("en", "Mr Oakes is at *30 %*"), ("oakes",), "holds"),
    ],
)
def test_a_share_is_of_the_politician_or_party_that_its_clause_names(
    one: Told, two: Told, names: tuple[str, ...], answer: str
) -> None:
    left, right = (_side(each, POLL, Story(names=names)) for each in (one, two))
    apart = qualified.other_scope(left, right)
    assert (apart or "").startswith("about others: ") is (answer == "fails")


def test_two_names_of_which_neither_story_tells_both_may_be_of_one() -> None:
    one = _side(("en", "Ms Tarn is at *40 %*"), POLL, Story(names=("tarn",)))
    two = _side(("en", "The Reds are at *30 %*"), POLL, Story(names=("reds",)))
    finding = qualified.perhaps_other(Finding("comparable", "holds", "one story"), one, two)
    assert (finding.answer, finding.why) == ("unknown", "about others: tarn / reds")


def test_who_speaks_and_where_are_nobody_that_a_poll_is_about() -> None:
    said = _claim(("en", "In Ruritania Nordpoll finds that *40 %* approve"), POLL)
    place = Entity(text="Ruritania", kind="country", ref="country:XR")
    named = Story(names=("nordpoll", "oakes", "ruritania"))
    one = Side(replace(said, entities=(place,), originator=Originator(name="Nordpoll")), named)
    assert qualified.other_scope(one, _side(("en", "Mr Oakes is at *30 %*"), POLL, named)) is None


@pytest.mark.parametrize(
    ("two", "answer"),
    [
        ("*62 %* des agents de la RATP étaient en grève", "unknown"),
        ("*62 %* des agents étaient en grève, dit la CGT", "holds"),
    ],
)
def test_a_share_of_those_whom_only_one_names_may_be_of_others(two: str, answer: str) -> None:
    one = _side(("fr", "*28 %* des agents étaient en grève"), STRIKE)
    assert comparable(one, _side(("fr", two), STRIKE), 3.0).answer == answer
