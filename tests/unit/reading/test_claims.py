"""From figures to claims: measure, status, originator, as-of, parts; on sentences of our own and the sample article."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.reading.towns import country_of
from figurewatch.schemas.claim import Claim, Reading
from figurewatch.schemas.codec import encode

from .reading import read

MOMENT = datetime(2024, 10, 24, 12, tzinfo=UTC)
GOLDEN = Path(__file__).parents[2] / "golden" / "sample-fr.json"
SAMPLE = Path(__file__).parents[2] / "data" / "sample-fr.txt"


def _read(reader: Reader, text: str, **fields: Any) -> Reading:
    return read(reader, text, **{"published_at": MOMENT, **fields})


def _claims(reader: Reader, text: str, lang: str) -> list[Claim]:
    return list(_read(reader, text, lang=lang).claims)


@pytest.mark.parametrize(
    ("lang", "text", "measure"),
    [
        ("en", "The flood killed 40 people.", "person.dead"),
        ("en", "40 people were killed and 12 injured.", "person.dead"),
        ("en", "The death toll has risen to 93.", "person.dead"),
        ("en", "Eleven soldiers died in the ambush.", "person.troops_killed"),
        ("en", "Some 900 troops crossed the river.", "person.troops"),
        ("en", "A quake of magnitude 6.1 struck.", "quake.magnitude"),
        ("en", "The magnitude of the earthquake was 6.6 and there were aftershocks.", "quake.magnitude"),
        ("de", "Das Beben erreichte eine Stärke von 6,1.", "quake.magnitude"),
        ("en", "About 300 homes were destroyed.", "thing.buildings_destroyed"),
        ("en", "Police arrested 30 people.", "person.arrested"),
        ("en", "The fire burned 2,000 acres.", "area.burned"),
        ("en", "Turnout was 61 percent.", "share.turnout"),
        ("fr", "L'abstention a atteint 61 %.", "share.abstention"),
        ("en", "Only 31 percent had voted by noon.", "share.turnout"),
        ("en", "Some 31 percent had voted for the mayor.", "share.vote"),
        ("en", "The company was fined $40 million.", "money.fine"),
        ("en", "There were 14 lighthouses.", "other.en.lighthouse"),
        ("fr", "L'inondation a fait 40 morts.", "person.dead"),
        ("fr", "40 personnes ont été tuées.", "person.dead"),
        ("fr", "On compte 12 blessés.", "person.injured"),
        ("fr", "Environ 900 soldats ont franchi le fleuve.", "person.troops"),
        ("fr", "20 000 personnes ont défilé.", "person.marchers"),
        ("fr", "Un séisme de magnitude 6,1 a frappé l'île.", "quake.magnitude"),
        ("fr", "Le taux de chômage atteint 9,2 %.", "share.unemployment"),
        ("fr", "Il y a 14 phares.", "other.fr.phare"),
        ("en", "12 policemen and 30 protesters were injured.", "person.injured"),
        ("en", "In the clash 40 police officers were hurt.", "person.injured"),
        ("en", "Two cities and three villages were flooded.", "thing.cities"),
        ("en", "The death toll climbs to 480.", "person.dead"),
        ("en", "The parties agreed on nine priorities.", "thing.plans"),
        ("fr", "Le texte a recueilli 478 voix contre.", "vote.against"),
        ("fr", "La répression tuerait un nombre estimé à 100 personnes par jour.", "person.dead"),
        ("fr", "Entre 15.000 personnes, selon la police, et 60.000 selon la CGT, ont défilé.", "person.marchers"),
        ("fr", "13,4 % des contrôleurs et 10,4 % des aiguilleurs étaient en grève.", "share.strikers"),
        ("fr", "Le manque à gagner atteint un milliard d'euros.", "money.loss"),
        ("fr", "Deux employées et trois directrices ont été licenciées.", "person.laid_off"),
        ("es", "La inundación dejó 40 muertos.", "person.dead"),
        ("de", "Bei der Flut gab es 40 Tote.", "person.dead"),
    ],
)
def test_the_measure(reader: Reader, lang: str, text: str, measure: str) -> None:
    assert _claims(reader, text, lang)[0].measure == measure


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("en", "Police said 40 people were killed.", "reported"),
        ("en", "Experts estimate that 40 people were killed.", "estimated"),
        ("en", "The state plans to send 400 troops.", "planned"),
        ("en", "The minister promised 400 troops.", "promised"),
        ("en", "Up to 40 people are feared dead.", "feared"),
        ("en", "Did 40 people die?", "asked"),
        ("fr", "La police a compté 40 morts.", "reported"),
        ("fr", "Le cabinet estime que 40 000 personnes ont défilé.", "estimated"),
        ("fr", "L'État a décidé d'envoyer 400 soldats.", "planned"),
        ("fr", "Le ministre a promis 400 soldats.", "promised"),
        ("fr", "On craint 40 morts.", "feared"),
        ("en", "On May 5, 40 people died.", "reported"),
        ("en", "The bill could cost 40 million dollars.", "hypothetical"),
        ("en", "The ministry denied that 40 people had died.", "denied"),
        ("fr", "La compagnie prévoit d'assurer 90 % des vols, 75 % des trains et 60 % des bus.", "planned"),
        ("fr", "Au moins 3 000 soldats seraient déjà formés.", "reported"),
        ("fr", "D'ici décembre, 10 000 logements sont prêts.", "expected"),
        ("fr", "Même si 40 personnes sont mortes, rien ne change.", "reported"),
    ],
)
def test_the_status(reader: Reader, lang: str, text: str, status: str) -> None:
    assert _claims(reader, text, lang)[0].status == status


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "According to the Coast Guard, 40 people died.", ["Coast Guard"]),
        ("en", "Governor Ada Hill said 40 people died.", ["Governor Ada Hill"]),
        ("en", "40 people died, said Ada Hill.", ["Ada Hill"]),
        ("en", "The quake was measured at magnitude 6.1 by the Seismic Survey.", ["Seismic Survey"]),
        ("en", "40 people died in the United States.", [None]),
        ("fr", "Selon la préfecture, 4 000 personnes ont défilé.", ["préfecture"]),
        ("fr", "4 000 personnes ont défilé, a déclaré Ada Colline.", ["Ada Colline"]),
        ("fr", "La mairie a compté 300 sinistrés, les associations 900.", ["mairie", "associations"]),
        ("fr", "Selon un bilan provisoire publié par le parquet, 12 personnes sont mortes.", ["parquet"]),
        ("fr", "Un chiffre contesté par la FNSEA, qui avance 70 fermes détruites.", ["FNSEA"]),
        ("fr", "Le ministre, Paul Martin, a annoncé 40 morts.", ["ministre, Paul Martin"]),
        ("fr", "Les experts sont venus hier et ont confirmé 30 morts.", ["experts"]),
        ("fr", "Paul Martin a parlé hier. Selon lui, 40 maisons sont détruites.", ["Paul Martin"]),
        ("en", "The Harbour Board, which counted 60 victims, was alarmed.", ["Harbour Board"]),
        ("en", "The toll is 30, lower than what police had earlier announced, Mayor Hill said.", ["Mayor Hill"]),
        ("en", "Ada Hill warned the press. “We found 60 victims.”", ["Ada Hill"]),
        ("en", "@ada_hill: 60 people were killed in the harbour\nNobody knows.", ["@ada_hill"]),
        ("en", "MS. HILL: Here we are.\nWe found 60 victims.\nQ Are 70 people missing?\n", ["MS. HILL", "reporter"]),
        ("fr", "Ils étaient 90 000 manifestants selon la CGT, 20 000 selon la police.", ["CGT", "police"]),
        ("fr", "La préfecture a compté 9.500 manifestants, la CFDT 38.000.", ["préfecture", "CFDT"]),
        ("en", "Police counted 9,500 marchers, the TUC 38,000.", ["Police", "TUC"]),
        ("fr", "Le PSOE a 12 sièges, le MODEM 20.", [None, None]),
        ("fr", "4 000 personnes ont défilé.", [None]),
    ],
)
def test_the_originator(reader: Reader, lang: str, text: str, names: list[str | None]) -> None:
    assert [one.originator and one.originator.name for one in _claims(reader, text, lang)] == names


def test_institutions_have_one_ref_in_every_language(reader: Reader) -> None:
    english = _claims(reader, "South Korea's spy agency said 900 troops were sent.", "en")[0]
    french = _claims(reader, "Selon les renseignements sud-coréens, 900 soldats ont été envoyés.", "fr")[0]
    assert english.originator is not None
    assert french.originator is not None
    assert english.originator.ref == french.originator.ref == "country:KR/intelligence"


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "On October 14, police arrested 30 people.", "2024-10-14"),
        ("en", "Police arrested 30 people yesterday.", "2024-10-23"),
        ("fr", "Le 14 octobre, la police a arrêté 30 personnes.", "2024-10-14"),
        ("fr", "La police a arrêté 30 personnes hier.", "2024-10-23"),
        ("en", "Police arrested 30 people.", "2024-10-24"),
        ("en", "In 2016, police arrested 30 people.", "2016-01-01"),
        ("en", "In March, police arrested 30 people.", "2024-03-01"),
        ("en", "By August 4, 30 ships are expected.", "2025-08-04"),
        ("fr", "Il y a trois jours, la police a arrêté 30 personnes.", "2024-10-21"),
        ("fr", "Les rebelles tiennent la ville depuis début mars; la police a arrêté 30 personnes.", "2024-10-24"),
        ("fr", "La marche, la troisième depuis le 5 octobre, a réuni 30 000 manifestants.", "2024-10-24"),
        ("en", "The march, the third since October 5, drew 30,000 protesters.", "2024-10-24"),
        ("fr", "La marche a réuni 31 000 manifestants, contre 65 000 le 5 octobre.", "2024-10-24"),
        ("en", "The march drew 31,000 protesters, against 65,000 on October 5.", "2024-10-24"),
        ("en", "The march drew 31,000 protesters and 65,000 onlookers on October 5.", "2024-10-05"),
        ("fr", "La marche du 5 octobre a réuni 30 000 manifestants.", "2024-10-05"),
    ],
)
def test_as_of(reader: Reader, lang: str, text: str, day: str) -> None:
    as_of = _claims(reader, text, lang)[0].as_of
    assert as_of is not None
    assert f"{as_of.start:%Y-%m-%d}" == day


def test_ages_durations_and_ordinals_make_no_claim(reader: Reader) -> None:
    assert _claims(reader, "The 34-year-old woman waited three hours for the second time.", "en") == []


def test_an_included_part_names_its_whole(reader: Reader) -> None:
    whole, part = _claims(reader, "The flood killed 40 people, including 9 children.", "en")
    assert part.part_of == whole.claim_id
    assert part.group == "children"


def test_a_part_of_those_told_of_is_no_whole_of_theirs(reader: Reader) -> None:
    title, whole, part = _claims(reader, "Six dead in blast. The blast killed six people, four of them children.", "en")
    assert (whole.part_of, part.part_of) == (None, whole.claim_id)
    assert title.part_of is None


def test_ids_depend_on_what_is_said_and_not_on_where(reader: Reader) -> None:
    before = _claims(reader, "The flood killed 40 people.", "en")[0]
    after = _claims(reader, "Rain fell for days. The flood killed 40 people.", "en")[0]
    assert before.claim_id == after.claim_id
    assert before.start != after.start


def test_html_is_skipped_and_offsets_are_those_of_the_raw_text(reader: Reader) -> None:
    raw = "<p>The flood killed <b>4&nbsp;000</b> people.</p>"
    claim = _claims(reader, raw, "en")[0]
    assert claim.figure.low == 4000
    assert raw[claim.start : claim.end] == claim.figure.text == "4&nbsp;000"
    assert raw[claim.quote_start : claim.quote_end] == claim.quote


def test_a_hard_space_before_a_unit_does_not_part_them(reader: Reader) -> None:
    claim = _claims(reader, "<p>The fire burned 12,500&nbsp;hectares.</p>", "en")[0]
    assert (claim.figure.kind, claim.figure.unit) == ("measure", "hectare")


def test_a_city_comes_before_a_county_of_its_name(reader: Reader) -> None:
    near, island = "Fires near {} burned 900 acres.", "Fires on {} burned 900 acres."
    assert country_of(_claims(reader, near.format("Athens"), "en")[0].place or "") == "country:GR"
    assert _claims(reader, island.format("Maui"), "en")[0].place == "region:US-HI"


@pytest.mark.parametrize(
    ("lang", "text", "country"),
    [
        ("en", "Fires burned 900 acres in Paris, Texas.", "country:US"),
        ("en", "Fires burned 900 acres in Clarke County, Georgia.", "country:US"),
        ("en", "Fires burned 900 acres near Tbilisi, Georgia.", "country:GE"),
        ("en", "The Hawaii fires burned 900 acres.", "country:US"),
        ("en", "Ghana counts 30 cases.", "country:GH"),
        ("en", "They told us to polish 30 ships.", None),
        ("fr", "Un feu a brûlé 900 hectares en Caroline du Nord.", "country:US"),
        ("fr", "À la SNCF, 900 trains sont annulés.", "country:FR"),
        ("es", "El fuego quemó 900 hectáreas en Perú.", "country:PE"),
        ("en", "Fires burned 900 acres near Frankfurt.", "country:DE"),
        ("fr", "Un feu a brûlé 900 hectares près de Lisbonne.", "country:PT"),
    ],
)
def test_the_country(reader: Reader, lang: str, text: str, country: str | None) -> None:
    place = _claims(reader, text, lang)[0].place
    assert (place if place is None or place.startswith("country:") else country_of(place)) == country


def test_what_the_article_knows_already_is_no_claim(reader: Reader) -> None:
    assert _claims(reader, "The two leaders met. Ces trois pays ont signé.", "en") == []
    assert [one.measure for one in _claims(reader, "The two soldiers killed were brothers.", "en")] == [
        "person.troops_killed"
    ]


def test_a_language_without_a_folder_gets_its_digits_read(reader: Reader) -> None:
    assert [claim.figure.low for claim in _claims(reader, "Potopa je terjala 40 žrtev.", "sl")] == [40]


def test_the_sample_article_as_designed(reader: Reader, request: pytest.FixtureRequest) -> None:
    """DESIGN section 6; refresh by `pytest --refresh-golden` and read the difference."""
    reading = _read(reader, SAMPLE.read_text("utf-8"))
    plain = [_summary(claim, reading.claims) for claim in reading.claims]
    if request.config.getoption("--refresh-golden"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(json.dumps(plain, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert plain == json.loads(GOLDEN.read_text("utf-8"))


def test_the_sample_s_troops_are_those_of_an_english_article(reader: Reader) -> None:
    french = _read(reader, SAMPLE.read_text("utf-8")).claims[3]
    english = _claims(
        reader, "South Korea's spy agency said at least 3,000 North Korean troops have been trained in Russia.", "en"
    )[0]
    assert (french.measure, float(french.figure.low or 0), french.predicate) == ("person.troops", 3000.0, "trained")
    assert (english.measure, float(english.figure.low or 0), english.predicate) == ("person.troops", 3000.0, "trained")
    refs = {entity.ref for entity in english.entities}
    assert "country:RU" in refs & {entity.ref for entity in french.entities}
    assert french.originator is not None
    assert english.originator is not None
    assert french.originator.ref == english.originator.ref == "country:KR/intelligence"


def _summary(claim: Claim, claims: tuple[Claim, ...]) -> dict[str, Any]:
    plain = json.loads(encode(claim))
    whole = next((one for one in claims if one.claim_id == claim.part_of), None)
    names = ("text", "low", "high", "qualifier", "counted", "of", "times", "corrupt")
    return {
        **{name: plain["figure"][name] for name in names},
        "measure": claim.measure,
        "status": claim.status,
        "predicate": claim.predicate,
        "originator": plain["originator"],
        "as_of": plain["as_of"]["start"][:10],
        "part_of": whole.figure.text if whole else None,
    }
