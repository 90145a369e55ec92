"""A language is a folder of data: a made-up one, Spanish and German without a model, and what each list must hold."""

import shutil
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from figurewatch.agents import languages
from figurewatch.agents.reading import kinds
from figurewatch.agents.reading.figures import find_figures
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.reading.territories import peoples, territories
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.claim import Claim

MOMENT = datetime(2024, 10, 24, 12, tzinfo=UTC)
ORIGIN = Origin(topic="t", partition=0, offset=0)
UNINHABITED = frozenset(("AC", "AQ", "BV", "CC", "CP", "CX", "DG", "EA", "GS", "HM", "IC", "IO", "NF", "PN", "SJ"))
UNINHABITED |= {"TA", "TF", "UM", "CQ"}
NO_STATES = frozenset(("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"))

MADE_UP = {
    "numbers": """
decimal = ","
thousands = ["."]
[words]
dua = 2
tiga = 3
[scales]
ribo = 1000
""",
    "nonfigures": """
adjectives_first = false
plural = ["i"]
stop = ["la", "mor", "dira", "sek"]
""",
    "units": """
[cldr]
locales = []
[money]
euri = "EUR"
""",
    "measures": """
[forms]
plural = [["o", "i"]]
[measure."person.troops"]
label = "soldati"
nouns = ["soldato"]
[measure."person.dead"]
label = "morti"
nouns = ["morto"]
fate = ["mor"]
[measure."money.fine"]
label = "penalo"
cue = ["penalo"]
""",
    "attribution": """
after = ["sek"]
determiners = ["la"]
[kinds]
police = ["polizo"]
""",
}


@pytest.fixture(params=[tuple(MADE_UP)])
def made_up(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """CONTRIBUTING's steps: a folder, one file for each part of the language."""
    shutil.copytree(Path(str(languages.ROOT)), tmp_path, dirs_exist_ok=True)
    folder = tmp_path / "qq"
    folder.mkdir()
    for name in request.param:
        (folder / f"{name}.toml").write_text(MADE_UP[name], "utf-8")
    monkeypatch.setattr(languages, "ROOT", tmp_path)
    _forget()
    yield "qq"
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    for cached in (
        languages.codes,
        languages.table,
        languages.taxonomy,
        kinds._known,
        kinds._small,
        kinds._organisations,
        kinds._articles,
    ):
        cached.cache_clear()


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(models={})


def _claims(reader: Reader, text: str, lang: str) -> list[Claim]:
    article = Article(id="a", text=text, lang=lang, published_at=MOMENT)
    return list(reader.read(article, origin=ORIGIN, received_at=MOMENT).claims)


def test_a_folder_makes_a_language(made_up: str) -> None:
    reader = Reader(models={})
    troops, fine, dead = _claims(reader, "Sek la polizo, dua ribo soldati. Penalo: 3,5 euri. Tiga morti.", made_up)
    assert (float(troops.figure.low or 0), troops.measure) == (2000.0, "person.troops")
    assert troops.originator is not None
    assert troops.originator.name == "polizo"
    assert (float(fine.figure.low or 0), fine.figure.unit, fine.measure) == (3.5, "EUR", "money.fine")
    assert (float(dead.figure.low or 0), dead.measure) == (3.0, "person.dead")


@pytest.mark.parametrize("made_up", [("numbers",), ("numbers", "attribution")], indirect=True)
def test_a_file_alone_is_enough_and_harms_no_other_language(made_up: str) -> None:
    (dead,) = _claims(Reader(models={}), "The Bank of Ghana says 40 people died.", "en")
    assert [float(found.figure.low or 0) for found in find_figures("Dua ribo, 3,5", made_up)] == [2000, 3.5]
    assert dead.originator is not None
    assert dead.originator.name == "Bank of Ghana"


@pytest.mark.parametrize(
    ("lang", "text", "low", "measure", "status", "name"),
    [
        ("es", "El terremoto dejó 40 muertos, según la policía.", 40, "person.dead", "reported", "policía"),
        ("es", "Según el gobierno, 3.000 soldados fueron enviados.", 3000, "person.troops", "reported", "gobierno"),
        (
            "es",
            "El ministerio estima que 20.000 personas huyeron.",
            20000,
            "person.displaced",
            "estimated",
            "ministerio",
        ),
        ("es", "Se teme que haya 50 desaparecidos.", 50, "person.missing", "feared", None),
        ("es", "Los daños ascienden a 30 millones de euros.", 30_000_000, "money.damage", "reported", None),
        ("es", "La tasa de paro fue del 12,5 %.", 12.5, "share.unemployment", "reported", None),
        ("es", "La alcaldesa prometió 400 viviendas.", 400, "thing.homes", "promised", None),
        ("es", "Al menos 1.200 manifestantes fueron detenidos.", 1200, "person.arrested", "reported", None),
        (
            "de",
            "Bei dem Angriff wurden 12 Menschen getötet, sagte die Polizei.",
            12,
            "person.dead",
            "reported",
            "Polizei",
        ),
        ("de", "Laut der Polizei haben 20.000 Menschen demonstriert.", 20000, "person.marchers", "reported", "Polizei"),
        ("de", "Der Schaden beträgt 3 Millionen Euro.", 3_000_000, "money.damage", "reported", None),
        ("de", "Die Wahlbeteiligung lag bei 61,5 Prozent.", 61.5, "share.turnout", "reported", None),
        ("de", "Befürchtet werden 40 Tote.", 40, "person.dead", "feared", None),
        ("de", "Der Minister versprach 400 Wohnungen.", 400, "thing.homes", "promised", None),
        ("de", "Rund 300 Häuser wurden zerstört.", 300, "thing.buildings_destroyed", "reported", None),
    ],
)
def test_spanish_and_german_without_a_model(
    reader: Reader, lang: str, text: str, low: float, measure: str, status: str, name: str | None
) -> None:
    claim = _claims(reader, text, lang)[0]
    assert (float(claim.figure.low or 0), claim.measure, claim.status) == (low, measure, status)
    assert (claim.originator and claim.originator.name) == name


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_people_leads_to_its_country(lang: str) -> None:
    states = {code for code in territories(lang) if len(code) == 2 and code.isalpha()} - UNINHABITED - NO_STATES
    assert not states - set(languages.table(lang, "demonyms")["peoples"])


@pytest.mark.parametrize("lang", ["es", "de"])
def test_the_peoples_most_in_the_news_lead_to_their_countries(lang: str) -> None:
    assert len(languages.table(lang, "demonyms")["peoples"]) >= 60


@pytest.mark.parametrize(
    ("lang", "word", "country"),
    [("fr", "nord-coréennes", "KP"), ("fr", "burkinabé", "BF"), ("en", "Ukrainians", "UA"), ("en", "Swedes", "SE")],
)
def test_peoples_in_every_form(lang: str, word: str, country: str) -> None:
    words = word.lower().replace("é", "e").replace("-", " - ").split()
    assert peoples(lang).at(words, 0) == (len(words), f"country:{country}")


@pytest.mark.parametrize("lang", languages.codes())
def test_each_language_speaks_of_known_measures_only(lang: str) -> None:
    known = set(languages.taxonomy()["measures"])
    data = languages.table(lang, "measures")
    assert not set(data["measure"]) - known
    assert set(data["acts"]) == set(languages.table("en", "measures")["acts"])


@pytest.mark.parametrize("lang", languages.codes())
def test_no_list_of_words_repeats_itself(lang: str) -> None:
    folder = resources.files(languages) / lang
    tables = {
        path.name: tomllib.loads(path.read_text("utf-8")) for path in folder.iterdir() if path.name.endswith(".toml")
    }
    twice = [(name, *where) for name, table in tables.items() for where in _repeated(table)]
    assert twice == []


def _repeated(table: dict[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _repeated(value)
        elif isinstance(value, list) and all(isinstance(each, str) for each in value) and len(set(value)) < len(value):
            yield key, [each for each in value if value.count(each) > 1]


def test_the_taxonomy_holds_together() -> None:
    taxonomy = languages.taxonomy()
    known = set(taxonomy["measures"])
    listed = [*taxonomy["generic"]["measures"], *taxonomy["vague"]["measures"], *taxonomy["people"]["measures"]]
    told = [measure for fates in taxonomy["fates"].values() for pair in fates.items() for measure in pair]
    assert not {*listed, *told, *taxonomy["fates"], *taxonomy["units"].values()} - known


def test_what_must_never_be_one_measure_is_two(reader: Reader) -> None:
    pairs = [
        ("fr", "40 morts", "40 blessés"),
        ("en", "40 soldiers arrived.", "40 soldiers died."),
        ("en", "They got 40 percent of the vote.", "Turnout was 40 percent."),
        ("fr", "40 maisons", "40 maisons détruites"),
    ]
    for lang, one, two in pairs:
        assert _claims(reader, one, lang)[0].measure != _claims(reader, two, lang)[0].measure
