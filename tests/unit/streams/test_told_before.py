"""The count before another, told in its own sentence: no clash with the one that took its place."""

import pytest

from figurewatch.agents.reading.reader import Reader

from .test_two_voices import relations


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


QUAKE = {
    "en": "The quake killed 340 people in Toruna, the interior ministry said. {}",
    "fr": "Le séisme a fait 340 morts à Toruna, a annoncé le ministère de l'Intérieur. {}",
    "es": "El terremoto causó 340 muertos en Toruna, informó el Ministerio del Interior. {}",
    "de": "Bei dem Beben in Toruna starben 340 Menschen, teilte das Innenministerium mit. {}",
}


@pytest.mark.parametrize(
    ("lang", "before"),
    [
        ("en", "Officials had earlier put the toll at 290."),
        ("en", "An initial statement said that 290 people had died."),
        ("en", "Until then the toll had been 290."),
        ("en", "An initial government estimate put the dead at 290."),
        ("en", "On Wednesday it had given a toll of 290."),
        ("en", "Earlier in the day, police reported 290 dead."),
        ("en", "Two days earlier, police had put the toll at 290."),
        ("en", "On Thursday morning, police had put the toll at 290."),
        ("en", "A first toll put the dead at 290."),
        ("de", "Die Behörden waren zunächst von 290 Toten ausgegangen."),
        ("de", "Die Behörden gingen zunächst von 290 Toten aus."),
        ("fr", "Dans un premier temps, les secours avaient annoncé 290 morts."),
        ("es", "En un primer momento, las autoridades hablaron de 290 muertos."),
        ("es", "Anteriormente, las autoridades informaron de 290 muertos."),
        ("fr", "Un précédent bilan faisait état de 290 morts."),
        ("fr", "Jusqu'ici, les autorités parlaient de 290 morts."),
        ("fr", "Les secours avaient d'abord annoncé 290 morts."),
        ("es", "Previamente, las autoridades habían informado de 290 muertos."),
        ("es", "Hasta ahora se hablaba de 290 muertos."),
        ("es", "En un primer momento se habló de 290 muertos."),
        ("de", "Bislang war von 290 Toten die Rede gewesen."),
        ("de", "Zuvor hatten die Behörden 290 Tote gemeldet."),
        ("de", "In einer früheren Bilanz waren 290 Tote genannt worden."),
    ],
)
def test_a_toll_that_has_grown(reader: Reader, lang: str, before: str) -> None:
    assert relations(reader, lang, [QUAKE[lang].format(before)]) == {"new", "updated"}


@pytest.mark.parametrize(
    ("lang", "before", "told"),
    [
        # what has gone down is taken back
        ("en", "Officials had earlier put the toll at 410.", "revised"),
        ("de", "Zuvor war von 410 Toten die Rede gewesen.", "revised"),
        # what is so till now, and what somebody says against it
        ("en", "Doctors put the toll at 410.", "contradicted"),
        ("en", "The former hospital director put the dead at 410.", "contradicted"),
        ("fr", "Les médecins parlent de 410 morts.", "contradicted"),
        ("de", "Die Ärzte melden bislang 410 Tote.", "contradicted"),
        # a rival takes nothing of another's back
        ("en", "The rebels had said on Wednesday that 900 people were killed in Toruna.", "contradicted"),
        ("fr", "Les rebelles avaient affirmé mercredi que 900 personnes étaient mortes.", "contradicted"),
        # what had been done, and not told; a kind of people
        ("de", "Zuvor waren bei einem anderen Beben in Marena 290 Menschen gestorben, so die Feuerwehr.", "new"),
        ("en", "On Wednesday it had killed 45 people in Marena.", "new"),
        ("en", "Officials had earlier put the toll at 45 firefighters.", "new"),
    ],
)
def test_what_is_no_toll_that_has_grown(reader: Reader, lang: str, before: str, told: str) -> None:
    found = relations(reader, lang, [QUAKE[lang].format(before)])
    assert told in found
    assert "updated" not in found


def test_a_measured_time_before_is_another_day(reader: Reader) -> None:
    texts = ["La police a compté 5 000 manifestants jeudi. Une semaine plus tôt, elle en avait dénombré 3 000."]
    assert "updated" not in relations(reader, "fr", texts)


def test_another_article_tells_nothing_of_the_count_before(reader: Reader) -> None:
    told = QUAKE["en"].format("Officials had earlier put the toll at 290.")
    texts = [told, "The quake in Toruna killed 340 people, doctors said."]
    assert relations(reader, "en", texts, hours=24) == {"new", "updated", "corroborated", "not_comparable"}
