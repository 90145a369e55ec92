"""Who gives a later figure and what it counts, where a whole class of wordings was once misread."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.names import speaking
from figurewatch.agents.reading.phrases import Phrases
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.reading.towns import country_of
from figurewatch.agents.reading.wording import wording
from figurewatch.schemas.claim import Claim

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)


def claims_of(reader: Reader, lang: str, text: str) -> tuple[Claim, ...]:
    return tuple(read(reader, text, MOMENT, lang=lang).claims)


@pytest.mark.parametrize(
    ("lang", "text", "name", "measure"),
    [
        # the unit is told only once, the source stands behind
        ("fr", "Le feu a brûlé 80 hectares, selon Karn, et 120 selon Velt.", "Velt", "area.burned"),
        ("en", "The fire burned 80 hectares, according to Karn, 120 according to Velt.", "Velt", "area.burned"),
        ("fr", "Dégâts de 2 milliards d'euros selon Karn, 3,5 milliards selon Velt.", "Velt", "money.damage"),
        # the verb is left out, its preposition told again
        ("fr", "Le préfet parle de 12 morts ; la Croix-Rouge, de 19 morts.", "Croix-Rouge", "person.dead"),
        ("fr", "La mairie fait état de 8 morts ; l'hôpital, de 9 morts et 30 blessés.", "hôpital", "person.injured"),
        ("fr", "L'Otan parle de 300 soldats, l'état-major russe de 450.", "état-major", "person.troops"),
        # whose figures these are
        ("fr", "Les chiffres du ministère donnent 410 cas, ceux de l'OMS 655.", "OMS", "person.cases"),
        ("fr", "Le bilan de la police fait état de 4 morts, celui de la CGT de 9.", "CGT", "person.dead"),
        # where one counts
        ("fr", "Le préfet parle de 40 morts. À l'hôpital, on en compte 75.", "hôpital", "person.dead"),
        ("fr", "Le préfet parle de 40 blessés, mais à la mairie on évoque 75 blessés.", "mairie", "person.injured"),
        # verbs parted by asides and adverbs, with a pronoun, or negated
        ("fr", "Le préfet parle de 4 morts. Les avocats font, eux, état de 9 morts.", "avocats", "person.dead"),
        ("fr", "Le préfet parle de 4 morts. La CGT en est déjà à 9.", "CGT", "person.dead"),
        ("fr", "Le bilan est de 4 morts. La Croix-Rouge le porte à 9.", "Croix-Rouge", "person.dead"),
        ("fr", "Le préfet compte 90 otages. Le syndicat assure n'en connaître que 60.", "syndicat", "person.hostages"),
        # a medium right behind its own figure
        ("fr", "On compte 40 morts d'après la police, 60 d'après la BBC.", "BBC", "person.dead"),
        # several who speak, and before what they say
        ("fr", "Le naufrage a fait 12 morts, selon deux responsables locaux.", "responsables locaux", "person.dead"),
        ("en", "The wreck killed 12 people, according to two local officials.", "officials", "person.dead"),
        ("fr", "La police parle de 4 morts, contrairement au maire, selon lequel 9 ont péri.", "maire", "person.dead"),
        ("fr", "L'armée minimise. De son propre aveu, elle déplore 40 morts.", "armée", "person.dead"),
        ("fr", "L'incendie a détruit 40 maisons (source : pompiers).", "pompiers", "thing.buildings_destroyed"),
        # whom a speaker's name tells of is not what is counted
        (
            "fr",
            "Le séisme a endommagé 900 maisons, dit le préfet. L'association des sinistrés en compte 1 600.",
            "association des sinistrés",
            "thing.buildings_damaged",
        ),
        # what is resumed is no crowd
        (
            "fr",
            "La grève a fermé 230 écoles, selon la CGT. Le rectorat n'en signale que 95.",
            "rectorat",
            "thing.schools",
        ),
        # labels of two words
        ("fr", "Vols annulés : 140 selon la direction", "direction", "thing.flights_cancelled"),
        ("en", "Houses destroyed: 412, according to police", "police", "thing.buildings_destroyed"),
        # whose a list or the like is
        ("en", "A volunteer-run map maintained by the charity shows 40 dead.", "charity", "person.dead"),
        ("en", "The army says 12 died. A log kept by a charity stands at 40 dead.", "charity", "person.dead"),
        ("en", "A grim new dossier drawn up by the Red Cross counts 40 dead.", "Red Cross", "person.dead"),
        ("en", "40 people died, a study by the university said.", "university", "person.dead"),
        # words
        ("fr", "La compagnie a supprimé 140 vols, selon le syndicat.", "syndicat", "thing.flights_cancelled"),
        ("fr", "La marine a repêché 64 marins vivants, selon la radio.", "radio", "person.rescued"),
        ("fr", "L'éruption a forcé 500 villageois à partir, selon la police.", "police", "person.displaced"),
        ("fr", "L'armée se targue d'avoir éliminé 90 soldats.", "armée", "person.troops_killed"),
        ("fr", "La facture des inondations est de 75 millions d'euros, selon la mairie.", "mairie", "money.damage"),
        ("fr", "Quelque 340 salariés ont débrayé à Karn, raille l'opposition.", "opposition", "person.strikers"),
    ],
)
def test_who_counts_what(reader: Reader, lang: str, text: str, name: str, measure: str) -> None:
    last = claims_of(reader, lang, text)[-1]
    assert (last.originator.name if last.originator else None, last.measure) == (name, measure)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Le syndicat a compté 300 grévistes et réclame une hausse des salaires."),
        ("fr", "La CGT annonce 58 % de grévistes et promet « d'autres rendez-vous »."),
        ("fr", "La mairie a recensé 40 morts et redoute d'autres victimes."),
    ],
)
def test_a_second_verb_tells_nothing_of_the_figure(reader: Reader, lang: str, text: str) -> None:
    assert claims_of(reader, lang, text)[0].status == "reported"


@pytest.mark.parametrize(
    ("lang", "text", "figures"),
    [
        ("fr", "Deux médecins parlent de 12 morts.", ["12"]),
        ("en", "Two officials said 12 people had died.", ["12"]),
        ("fr", "Deux médecins ont été tués, selon la police.", ["Deux"]),  # and so they are counted
        ("en", "Two survivors said 12 people had died.", ["12"]),
        ("en", "Two wounded miners said 12 people had died.", ["12"]),
        ("fr", "Selon trois infirmiers, 12 personnes sont mortes.", ["12"]),
        ("fr", "Lignes concernées : 12, 14 et 16", []),
        ("fr", "Le feu a brûlé 80 hectares, selon Karn, qui a 120 pompiers.", ["80 hectares", "120"]),
    ],
)
def test_what_is_counted(reader: Reader, lang: str, text: str, figures: list[str]) -> None:
    assert [claim.figure.text for claim in claims_of(reader, lang, text)] == figures


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("en", "Eight monks told the court they were beaten.", "person.abused"),
        ("en", "Six pilots said they were rescued by divers.", "person.rescued"),
        ("en", "Nine teachers said they had been laid off; the union counted 40 laid off.", "person.laid_off"),
        ("es", "Siete presos dijeron que fueron torturados.", "person.abused"),
        ("fr", "Quatre marins disent avoir été enlevés.", "person.kidnapped"),
        ("de", "Acht Feuerwehrleute meldeten sich verletzt.", "person.injured"),
    ],
)
def test_what_befell_those_who_speak(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert claims_of(reader, lang, text)[0].measure == measure


@pytest.mark.parametrize("article", ["the", "a", "an", "its"])
def test_an_article_is_no_cue(article: str) -> None:
    fates = wording("en").fates
    assert article not in speaking("en").cues
    assert article not in fates


@pytest.mark.parametrize(
    ("words", "hit"),
    [
        ("out of order", (2, "two")),
        ("out of the running", (4, "four")),
        ("out of the", (2, "two")),
        ("out at", (1, "one")),
        ("off", None),
    ],
)
def test_the_longest_phrase_wins(words: str, hit: tuple[int, str] | None) -> None:
    known = Phrases([("out", "one"), ("out of", "two"), ("out of the running", "four"), ("out of", "again")])
    assert known.at(words.split(), 0) == hit
    before = words.split()[: hit[0]] if hit else ["of"]
    assert known.before(before, len(before)) == hit


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le maire parle de 14 morts, un groupe de 9 soldats ayant été retrouvé.", ["maire", "maire"]),
        ("Le maire parle de 14 morts dans le quartier de la gare et 30 blessés.", ["maire", "maire"]),
        ("Le ministre a annoncé 300 morts, selon l'AFP.", ["ministre"]),
        ("La police a bouclé le quartier. Selon la même source, 12 personnes ont été arrêtées.", [None]),
        ("Des informations selon lesquelles 12 personnes ont péri circulent.", [None]),
    ],
)
def test_nobody_else_is_heard(reader: Reader, text: str, names: list[str | None]) -> None:
    claims = claims_of(reader, "fr", text)
    assert [claim.originator.name if claim.originator else None for claim in claims] == names


def test_where_a_quake_is_felt_it_did_not_happen(reader: Reader) -> None:
    text = "La terre a tremblé au large de Chypre. La secousse, de magnitude 5,2, a été ressentie jusqu'à Beyrouth."
    (claim,) = claims_of(reader, "fr", text)
    assert claim.place == "country:CY"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("La garde, débordée, recherche 30 pêcheurs.", None),
        ("La flèche, tombée du clocher, a blessé 12 passants.", None),
        ("Le tampon a coûté 30 euros.", None),
        ("La Garde : 12 morts dans un incendie", "country:FR"),  # towns of these names
        ("La Flèche : 12 morts dans un incendie", "country:FR"),
    ],
)
def test_an_article_and_a_noun_are_no_town(reader: Reader, text: str, place: str | None) -> None:
    (claim,) = claims_of(reader, "fr", text)
    assert (claim.place and country_of(claim.place)) == place
