"""What words that mean something else beside others do not make of those counted, and what they do."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def measures_of(reader: Reader, lang: str, text: str) -> list[str]:
    return [claim.measure for claim in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("en", "Some 700 marchers held torches in their hands.", "person.marchers"),
        ("en", "Some 9,000 people live in the port, now in rebel hands.", "person.people"),
        ("en", "Around 800 children sleep on the streets of Lagos.", "person.children"),
        ("en", "A bus strike affects 9,000 commuters.", "person.travellers"),
        ("en", "The clinic admitted 12 patients had died after surgery.", "person.dead"),
        ("en", "Thirty sailors went down with their frigate.", "person.crew"),
        ("en", "The study looked at 60 patients with defects in cells.", "person.patients"),
        ("en", "Some 70 teachers moved to schools closer to home.", "person.teachers"),
        ("en", "Some 500 teachers with cuts in hours have complained.", "person.teachers"),
        ("en", "The shop has lost touch with 7,000 customers.", "person.customers"),
        ("en", "Detectives began a hunt for two men after the robbery.", "person.people"),
        ("en", "The Navy basketball team has 11 losses.", "other.en.losse"),
        ("en", "Some 60 patients were allowed to go home after treatment.", "person.patients"),
        ("en", "Cheap imports threaten 6,000 jobs.", "person.jobs"),
        ("en", "About 9,000 commuters poured into the streets after the blackout.", "person.travellers"),
        ("en", "Some 900 fans converged on the stadium.", "person.spectators"),
        ("fr", "Soixante médecins aux urgences de Lille ont signé la lettre.", "person.doctors"),
        ("fr", "Les 30 policiers ont neutralisé le forcené.", "person.police"),
        ("fr", "Soixante députés ont suivi l'appel du ministre.", "person.lawmakers"),
        ("fr", "Trente personnes dorment sous terre dans le métro.", "person.people"),
        ("fr", "La voleuse cachait 900 euros dans le sac.", "money.amount"),
        ("es", "La réplica de 30 muertos fue la peor.", "person.dead"),
        ("es", "El sismo de 6 muertos fue el peor.", "person.dead"),
        ("es", "La Cruz Verde busca a 80 voluntarios.", "person.rescuers"),
        ("es", "El desempleo paró en el 12 %.", "share.unemployment"),
        ("es", "El coronel marchó con 80 hombres al norte.", "person.people"),
        ("es", "Se concentró a 90 refugiados en una escuela.", "person.refugees"),
        ("de", "Unbekannte steckten eine Scheune mit 30 Bewohnern an.", "person.residents"),
        ("de", "Der Verein machte ein Minus von 4 Millionen Euro.", "money.amount"),
    ],
)
def test_what_they_leave(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert measures_of(reader, lang, text) == [measure]


def test_what_no_earthquake_reaches(reader: Reader) -> None:
    assert "quake.magnitude" not in measures_of(reader, "es", "Viento con intensidad de 60 por hora.")


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("en", "Some 30 people remain in rebel hands.", "person.kidnapped"),
        ("en", "The army said 30 soldiers were in rebel hands.", "person.troops_captured"),
        ("en", "Some 900 people poured into the streets to demand elections.", "person.marchers"),
        ("en", "The strike involves 700 workers.", "person.strikers"),
        ("en", "The hospital has received 30 people.", "person.hospitalised"),
        ("en", "Thirty sailors went down with malaria.", "person.cases"),
        ("en", "Nine pupils were treated for cuts.", "person.injured"),
        ("en", "Relatives have lost touch with 9 climbers.", "person.missing"),
        ("en", "The navy suffered 30 losses in the battle.", "person.troops_killed"),
        ("fr", "Trente enfants ont été transportés aux urgences.", "person.hospitalised"),
        ("fr", "Trente assaillants ont été neutralisés.", "person.dead"),
        ("fr", "Trente mineurs sont toujours sous terre.", "person.trapped"),
        ("fr", "Le riz est à 900 francs le sac.", "money.price"),
        ("es", "Una réplica de 4,8 sacudió la sierra.", "quake.magnitude"),
        ("es", "Terremoto de 5 en la costa.", "quake.magnitude"),
        ("es", "Los socorristas buscan a 9 balseros.", "person.missing"),
        ("es", "La patrulla busca a 9 balseros tras volcar su bote.", "person.missing"),
        ("es", "La patrulla busca a 9 personas tras el naufragio.", "person.missing"),
        ("es", "El cierre deja en la calle a 90 obreros.", "person.laid_off"),
        ("es", "El incendio dejó en la calle a 90 familias.", "person.homeless"),
        ("de", "In der Schule steckten sich 30 Kinder an.", "person.cases"),
        ("de", "Das Minus im Haushalt beträgt 4 Millionen Euro.", "money.deficit"),
    ],
)
def test_what_they_tell(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert measures_of(reader, lang, text) == [measure]
