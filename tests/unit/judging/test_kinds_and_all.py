"""Two voices of one article of which the one counts a kind of people, or a count that comes on top, or a share."""

import pytest
from msgspec.structs import replace

from figurewatch.agents.judging import scope
from figurewatch.agents.judging.qualified import distinct_nouns
from figurewatch.schemas.claim import Entity

from .making import FLOOD, claim, clashes, exactly, figure, judge_all, record, relations, told_in

SUDAN = Entity(text="Sudan", kind="country", ref="country:SD")


@pytest.mark.parametrize(
    ("first", "second", "mine", "others", "clash"),
    [
        ("31 civilians died, the army said.", "But a rights group put the toll at 58.", "civilians", None, True),
        ("31 people died, the army said.", "But a rights group said 58 civilians had died.", None, "civilians", True),
        ("58 people died, the army said.", "But a rights group said 31 civilians had died.", None, "civilians", False),
        ("31 civilians died, the army said.", "A rights group put the toll at 58.", "civilians", None, False),
        ("31 of them died, the army said.", "But a rights group put the toll at 58.", "part", None, False),
        ("31 people died, the army said.", "But a rights group said 58 children had died.", None, "children", False),
        (
            "31 people died, the army said.",
            "But the UN said 58 had died since May.",
            None,
            "civilians",
            False,
        ),
    ],
)
def test_those_of_a_kind_and_all(first: str, second: str, mine: str | None, others: str | None, clash: bool) -> None:
    sentences = first, second
    one = told_in(sentences, 0, float(first.split(maxsplit=1)[0]), "Army", group=mine)
    value = next(float(word.strip(".")) for word in second.split() if word[0].isdigit())
    assert clashes(one, told_in(sentences, 1, value, "Group", group=others)) is clash


@pytest.mark.parametrize(
    ("lang", "quote", "further"),
    [
        ("en", "This adds to the 200 dead of July", True),
        ("fr", "Ce bilan s'ajoute aux 200 morts de juillet", True),
        ("es", "Se suman a los 200 muertos de julio", True),
        ("de", "Sie kommen zu den 200 Toten vom Juli", True),
        ("en", "The toll is 200 dead in July", False),
    ],
)
def test_what_others_come_on_top_of(lang: str, quote: str, further: bool) -> None:
    start = quote.index("200")
    one = claim(exactly(200), article="a", lang=lang, quote=quote, quote_end=len(quote), start=start, end=start + 3)
    assert scope.is_further(one) is further


@pytest.mark.parametrize(("countries", "clash"), [(("NE", "SD"), True), (("NE", "SD", "TD"), False)])
def test_a_story_of_many_countries_leaves_open_where_most_died(countries: tuple[str, ...], clash: bool) -> None:
    sentences = "Floods killed 260, the UN said.", "In Sudan 103 died, the mayor said."
    story = replace(FLOOD, places=("country:SD", *(f"country:{code}" for code in countries if code != "SD")))
    most = told_in(sentences, 0, 260, "UN", place="country:SD")
    fewer = told_in(sentences, 1, 103, "Mayor", place="country:SD", entities=(SUDAN,))
    assert bool(relations(judge_all(record(most, fewer, story=story))[0]) & {"contradicted", "tension"}) is clash


@pytest.mark.parametrize(
    ("mine", "others", "measure", "apart"),
    [
        ("grévistes", "enseignants", "share.strikers", False),
        ("conducteurs", "enseignants", "share.strikers", True),
        ("enseignants", "enseignants", "share.strikers", False),
    ],
)
def test_strikers_are_some_of_those_told_of(mine: str, others: str, measure: str, apart: bool) -> None:
    one, two = (
        claim(figure(30, 30, kind="percent", counted=noun), article=noun, lang="fr", measure=measure)
        for noun in (mine, others)
    )
    assert distinct_nouns(one, two) is apart


def test_another_figure_in_brackets_ends_no_scope() -> None:
    quote = "The rate is 50 % (70 % in January) in schools"
    one = claim(
        figure(50, 50, kind="percent"), article="a", measure="share.strikers", quote=quote, quote_end=len(quote),
        start=12, end=16,
    )  # fmt: skip
    assert any(word.startswith("schoo") for word in scope.after(one))


@pytest.mark.parametrize(
    ("quote", "joined"),
    [("40 villagers were killed over the last ten months", False), ("40 villagers were killed in the village", True)],
)
def test_of_some_months_and_of_one_event(quote: str, joined: bool) -> None:
    raid = claim(exactly(39), article="a", who="Mayor")
    since = claim(exactly(40), article="b", who="Chief", hours=6, quote=quote, quote_end=len(quote), end=2)
    assert ("updated" in relations(judge_all(record(raid), record(since))[1])) is joined


@pytest.mark.parametrize(
    ("first", "clash"), [("Vela won with 80 % of the votes.", False), ("The winner had 80 % of the votes.", True)]
)
def test_a_candidate_s_votes_are_not_another_s(first: str, clash: bool) -> None:
    sentences = first, "It rained all day in the north.", "She has 10 % of the votes, officials say."
    votes = {"measure": "share.vote", "cumulative": False, "stock_or_flow": "share"}
    one, two = (
        replace(each, figure=replace(each.figure, kind="percent", counted="votes"))
        for each in (told_in(sentences, 0, 80, "Opposition", **votes), told_in(sentences, 2, 10, "Officials", **votes))
    )
    story = replace(FLOOD, names=("vela",))
    assert ("contradicted" in relations(judge_all(record(one, two, story=story))[0])) is clash


@pytest.mark.parametrize(
    ("lang", "mine", "others", "clash"),
    [
        ("en", "jihadists", "soldiers", False),
        ("en", "soldiers", "soldiers", True),
        ("en", "rebels", "fighters", True),
        ("fr", "terroristes", "militaires", False),
        ("es", "rebeldes", "soldados", False),
        ("de", "rebellen", "soldaten", False),
    ],
)
def test_each_side_s_dead(lang: str, mine: str, others: str, clash: bool) -> None:
    sentences = f"70 {mine} were killed, the army said.", f"18 {others} were killed, the rebels said."
    killed = {"measure": "person.troops_killed", "lang": lang}
    one = told_in(sentences, 0, 70, "Army", counted=mine, **killed)
    assert clashes(one, told_in(sentences, 1, 18, "Rebels", counted=others, **killed)) is clash


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("The ministry counted 19 confirmed cases.", "The UN counts 240 suspected cases.", False),
        ("The ministry counted 19 confirmed cases.", "The UN counts 40 confirmed cases.", True),
        ("The ministry counted 19 cases.", "The UN counts 40 confirmed cases.", True),
    ],
)
def test_confirmed_cases_are_not_suspected_ones(first: str, second: str, clash: bool) -> None:
    value = next(int(word) for word in second.split() if word.isdigit())
    cases = {"measure": "person.cases", "counted": "cases"}
    one = told_in((first, second), 0, 19, "Ministry", **cases)
    assert clashes(one, told_in((first, second), 1, value, "UN", **cases)) is clash


@pytest.mark.parametrize(
    ("lang", "second", "clash"),
    [
        ("en", "Organisers of a rival march said 90000 had come.", False),
        ("en", "At a counter-protest, 90000 had come.", False),
        ("fr", "À une contre-manifestation, ils étaient 90000.", False),
        ("es", "A la marcha rival acudieron 90000.", False),
        ("de", "Zu einer Gegendemonstration kamen 90000.", False),
        ("en", "Organisers of the march said 90000 had come.", True),
    ],
)
def test_a_rival_march_has_its_own_crowd(lang: str, second: str, clash: bool) -> None:
    crowd = {"measure": "person.marchers", "family": "person.crowd", "stock_or_flow": "flow", "lang": lang}
    sentences = "Police counted 12000 marchers.", second
    one = told_in(sentences, 0, 12000, "Police", cumulative=False, **crowd)
    two = told_in(sentences, 1, 90000, "Organisers", cumulative=False, **crowd)
    judged = judge_all(replace(record(one, two), family="person.crowd"))[0]
    assert ("contradicted" in relations(judged)) is clash
