"""What shares, sums and changes measure, in four languages: a sentence that a rule is for, and one beside it."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.claim import Claim

from .reading import read

MOMENT = datetime(2019, 12, 17, 18, tzinfo=UTC)


def claims(reader: Reader, lang: str, text: str) -> tuple[Claim, ...]:
    return read(reader, text, MOMENT, lang=lang).claims


@pytest.mark.parametrize(
    ("lang", "text", "measures"),
    [
        # who has not done it is no share of who has
        ("en", "40 % of voters did not vote.", ["share.other"]),
        ("en", "40 % of voters voted for her.", ["share.vote"]),
        ("en", "80 percent of residents have not been vaccinated.", ["share.other"]),
        ("en", "80 percent of residents have been vaccinated.", ["share.vaccinated"]),
        ("fr", "80 % des électeurs n'ont pas voté.", ["share.other"]),
        ("fr", "80 % des électeurs ont voté pour elle.", ["share.vote"]),
        ("es", "El 40 % de la población no está vacunada.", ["share.other"]),
        ("es", "El 40 % de la población está vacunada.", ["share.vaccinated"]),
        ("de", "40 Prozent der Lehrer sind nicht im Streik.", ["share.other"]),
        ("de", "40 Prozent der Lehrer sind im Streik.", ["share.strikers"]),
        ("fr", "Selon un sondage, 60 % des habitants ne l'approuvent pas.", ["share.poll"]),
        # votes that have been counted, and those won
        ("en", "With 98 percent of ballots counted, Smith leads with 52 percent.", ["share.counted", "share.vote"]),
        ("en", "With 98% of precincts reporting, she had 52% of the vote.", ["share.counted", "share.vote"]),
        ("fr", "Après dépouillement de 98 % des bulletins, elle a 52 % des voix.", ["share.counted", "share.vote"]),
        ("es", "Con el 98 % de los votos escrutados, Pérez tiene el 52 %.", ["share.counted", "share.vote"]),
        ("de", "98 Prozent der Stimmen sind ausgezählt.", ["share.counted"]),
        ("de", "In der Hochrechnung liegt die CDU bei 32 Prozent.", ["share.vote"]),
        # whose share it is says less than what they did
        ("fr", "55 % des Français estiment que c'est juste.", ["share.poll"]),
        ("fr", "55 % des Français habitent en ville.", ["share.population"]),
        ("en", "He failed to top 1 percent in any poll.", ["share.poll"]),
        # points of an index
        ("en", "The Dow fell 300 points.", ["share.stock_price"]),
        ("en", "She scored 30 points.", ["sport.points"]),
        ("fr", "Le CAC a perdu 300 points en clôture.", ["share.stock_price"]),
        ("fr", "Il a marqué 20 points au cours du match.", ["sport.points"]),
        ("es", "El Ibex perdió 300 puntos.", ["share.stock_price"]),
        ("de", "Der Dax verlor 300 Punkte.", ["share.stock_price"]),
        # cases before a court
        ("en", "A judge sentenced him in three other cases.", ["event.complaints"]),
        ("en", "Doctors saw three cases of measles.", ["person.cases"]),
        ("es", "El juez lo condenó en dos casos.", ["event.complaints"]),
        # sums by what they are for
        ("en", "The charity raised $3 million.", ["money.donation"]),
        ("en", "The startup raised $3 million.", ["money.investment"]),
        ("fr", "La banque lui a prêté neuf millions d'euros.", ["money.debt"]),
        ("fr", "Un joueur a remporté 72 millions d'euros.", ["money.prize"]),
        ("es", "La empresa facturó 3 millones de euros.", ["money.revenue"]),
        ("es", "Invertirá 300 millones de euros.", ["money.investment"]),
        ("de", "Das Start-up sammelte 3 Millionen Euro ein.", ["money.investment"]),
        ("de", "Die Beute beträgt 40.000 Euro.", ["money.loss"]),
        # broken text
        ("fr", "Cela a coûté 115 000 eurospar BFMTV.", ["money.cost"]),
        ("fr", "L'attaque a fait 108 morts, dont 48 sont des enfants.", ["person.dead", "person.dead"]),
        # votes against, told without their noun
        ("fr", "Il y a eu 302 voix pour et 225 contre.", ["vote.for", "vote.against"]),
        # what changed by so many people
        ("fr", "Le chômage a reculé de 57 800 personnes.", ["person.unemployed"]),
        ("es", "El paro subió hasta los 2,35 millones de personas.", ["person.unemployed"]),
        # rare nouns: who does something is killed, a thing is not; what looks like no plural is one
        ("en", "Police said four bomb defusers were killed.", ["person.dead"]),
        ("en", "Police said four bomb defusers were destroyed.", ["other.en.defuser"]),
        ("fr", "Quatre dynamiteurs ont été tués.", ["person.dead"]),
        ("en", "Two Chinese civilian aircraft landed.", ["thing.aircraft"]),
        ("en", "Four sheriff's deputies came.", ["person.police"]),
        ("en", "Four deputies voted.", ["person.lawmakers"]),
        # names
        ("fr", "Hier, le Mouvement 5 Etoiles arrive en tête.", []),
        ("fr", "C'est le cas pour les tramways 2, 5 et 8.", []),
        ("fr", "On compte 3 tramways.", ["thing.trains"]),
        ("en", "She won the 2020 US Democratic presidential primaries.", []),
        ("en", "She answered 2020 voters.", ["person.voters"]),
        ("en", "A 911 call was made.", []),
        # against whom, and held against what
        ("fr", "On dénonce des violences contre trois policiers.", ["person.police"]),
        ("fr", "Il y a 12 blessés, contre trois auparavant.", ["person.injured"] * 2),
        (
            "fr",
            "Il faut 250 élus de 30 départements, dont 20 parlementaires.",
            ["person.lawmakers", "thing.regions", "person.lawmakers"],
        ),
        ("en", "($1 = 0.8998 euros)", ["money.price", "money.price"]),
        # an adjective before its noun
        ("fr", "Deux puissantes explosions ont secoué la ville.", ["event.explosions"]),
    ],
)
def test_what_is_measured(reader: Reader, lang: str, text: str, measures: list[str]) -> None:
    assert [claim.measure for claim in claims(reader, lang, text)] == measures


@pytest.mark.parametrize(
    ("lang", "text", "behaviour"),
    [
        ("en", "There were 50,000 fewer jobs.", "change"),
        ("en", "There were 50,000 jobs.", "stock"),
        ("fr", "On compte 300 emplois de moins.", "change"),
        ("es", "Hay 57.800 desempleados menos.", "change"),
        ("de", "Es waren 57.800 Personen weniger arbeitslos.", "change"),
        ("de", "Es waren 57.800 Personen arbeitslos.", "stock"),
        ("fr", "Ce sont 300 personnes de plus de 65 ans.", "stock"),
        ("en", "Three more people were killed.", "change"),
        ("en", "Five New York guards were killed.", "stock"),
    ],
)
def test_more_and_fewer_are_changes(reader: Reader, lang: str, text: str, behaviour: str) -> None:
    assert [claim.stock_or_flow for claim in claims(reader, lang, text)] == [behaviour]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The ministry counts 211 dead, two fewer than on Sunday."),
        ("fr", "La préfecture compte 211 morts, deux de moins que dimanche."),
        ("es", "La delegación cuenta 211 muertos, dos menos que el domingo."),
        ("de", "Die Behörde zählt 211 Tote, zwei weniger als am Sonntag."),
    ],
)
def test_so_many_fewer_than_before_are_a_change(reader: Reader, lang: str, text: str) -> None:
    assert [claim.stock_or_flow for claim in claims(reader, lang, text)] == ["stock", "change"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("71 of the 88 drones launched by Russia were shot down.", "intercepted"),
        ("Russia launched 88 drones.", "launched"),
    ],
)
def test_what_was_done_with_those_told_by_a_participle(reader: Reader, text: str, predicate: str) -> None:
    assert [claim.predicate for claim in claims(reader, "en", text)] == [predicate]


@pytest.mark.parametrize(
    ("lang", "text", "low"),
    [
        ("en", "The death toll has grown up to 31.", Decimal(31)),
        ("en", "The bus holds up to 31 people.", None),
        ("es", "Los desplazados aumentaron hasta los 2.350.", Decimal(2350)),
        ("fr", "Le bilan est monté jusqu'à 31 morts.", Decimal(31)),
        ("fr", "La salle accueille jusqu'à 31 personnes.", None),
    ],
)
def test_what_has_been_reached_is_no_bound(reader: Reader, lang: str, text: str, low: Decimal | None) -> None:
    assert [claim.figure.low for claim in claims(reader, lang, text)] == [low]
