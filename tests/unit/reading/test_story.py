"""What is kept of an article to know another of the same story by."""

import pytest

from figurewatch.agents.reading.story import story_of
from figurewatch.agents.reading.tokens import tokenize
from figurewatch.schemas.claim import Story


def _story(lang: str, text: str, title: str = "") -> Story:
    one, two = (tokenize(field, 0, len(field), spaced=False) for field in (title, text))
    return story_of(one, two, lang=lang, entities=[], dates=[])


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        (
            "en",
            "Rescuers reached Khantapada, said Pradeep Jena. The rescuers had come from India.",
            {"khantapada", "jena"},
        ),
        (
            "fr",
            "Le maire de Samandag, Refik Eryilmaz, parle de secours. Les Secours manquent.",
            {"samandag", "eryilmaz"},
        ),
        ("es", "El alcalde de Paiporta, Vicente Ibor, pidió ayuda a España.", {"paiporta", "ibor"}),
        ("de", "Der Zug war bei Burgrain entgleist, sagte Herrmann in Deutschland.", {"burgrain", "herrmann"}),
    ],
)
def test_names_are_capitals_that_no_list_knows(lang: str, text: str, names: set[str]) -> None:
    found = set(_story(lang, text).names)
    assert names <= found
    assert not found & {"india", "espana", "deutschland", "rescuers", "secours", "alcalde", "zug"}


@pytest.mark.parametrize(
    ("lang", "text", "events"),
    [
        ("en", "The fire service says that floods have closed the road.", ("flood",)),
        ("en", "The blaze was put out by the fire brigade.", ("fire",)),
        ("fr", "Une voiture piégée a explosé.", ("explosion",)),
        ("fr", "Le préfet a donné son feu vert.", ()),
        ("es", "El tren descarriló cerca de la frontera.", ("crash",)),
        ("de", "Beim Zugunglück starben vier Menschen.", ("crash",)),
        ("de", "Die Auswahl ist groß.", ()),
        ("en", "Eight storeys collapsed on the workers.", ("collapse",)),
        ("en", "The dam break came at noon.", ("flood",)),
        ("fr", "La bousculade a fait neuf morts.", ("crush",)),
        ("de", "Bei der Massenpanik starben neun Menschen.", ("crush",)),
        ("de", "Nach dem Brückeneinsturz wird ermittelt.", ("collapse",)),
        ("es", "Un alud sepultó el pueblo.", ("avalanche",)),
        ("es", "La ola de calor dura diez días.", ("weather",)),
        ("fr", "Une fuite de gaz a tué trois personnes.", ("poisoning",)),
    ],
)
def test_events_by_their_words(lang: str, text: str, events: tuple[str, ...]) -> None:
    assert _story(lang, text).events == events


def test_a_title_weighs_more_than_the_text() -> None:
    story = _story("en", "zinc zinc copper copper lead", title="copper")
    assert story.words[:2] == ("copper", "zinc")


@pytest.mark.parametrize(
    ("lang", "agency"), [("en", "Reuters"), ("fr", "Belga"), ("es", "Servimedia"), ("de", "Keystone")]
)
def test_who_sends_the_news_is_no_word_of_the_story(lang: str, agency: str) -> None:
    assert set(_story(lang, f"OSLO ({agency}) - Zircon, {agency}.").words) == {"oslo", "zircon"}
