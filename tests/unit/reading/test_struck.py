"""Where those are whom an attack or a disaster struck: at its object, in either order, never at its subject."""

from datetime import UTC, datetime

import pytest

from figurewatch.agents.reading.reader import Reader

from .reading import read

MOMENT = datetime(2024, 10, 24, 18, tzinfo=UTC)
KHARKIV, KHERSON, RAFAH, BEIRUT = "geonames:706483", "geonames:706448", "geonames:281102", "geonames:276781"
ISTANBUL, DJIBO = "geonames:745044", "geonames:2361177"


def places(reader: Reader, lang: str, text: str) -> list[str | None]:
    return [claim.place for claim in read(reader, text, MOMENT, lang=lang).claims]


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("en", "Russia strikes Kharkiv, killing 12.", KHARKIV),
        ("en", "12 killed as Russia strikes Kharkiv.", KHARKIV),
        ("en", "Israel bombards Rafah: 35 dead.", RAFAH),
        ("en", "Russia had shelled Kherson overnight, killing 4 people.", KHERSON),
        ("en", "The Israeli army bombed Rafah, killing 35.", RAFAH),
        ("en", "Israeli fighter jets struck Lebanon, killing 14 people.", "country:LB"),
        ("en", "An earthquake rocked Istanbul, killing 12.", ISTANBUL),
        ("fr", "Israël bombarde Rafah: 35 morts.", RAFAH),
        ("fr", "La Russie a frappé Kharkiv, tuant 12 personnes.", KHARKIV),
        ("fr", "L'armée israélienne a bombardé Rafah, faisant 35 morts.", RAFAH),
        ("fr", "Un séisme a secoué Istanbul, faisant 12 morts.", ISTANBUL),
        ("es", "Rusia bombardea Járkov: 12 muertos.", KHARKIV),
        ("es", "Israel atacó Beirut y causó 14 muertos.", BEIRUT),
        ("es", "El ejército israelí ha bombardeado Rafah, con 35 muertos.", RAFAH),
        ("de", "Russland beschießt Charkiw: 12 Tote.", KHARKIV),
        ("de", "Israel greift Beirut an: 14 Tote.", BEIRUT),
        ("de", "Russland hat Cherson beschossen, 4 Menschen starben.", KHERSON),
        ("de", "12 Tote, nachdem Russland Charkiw beschossen hatte.", KHARKIV),
        # its object needs no verb at once before it, nor a large town
        ("en", "Russia launches missiles at Kharkiv, killing 12.", KHARKIV),
        ("fr", "Les assaillants ont attaqué Djibo, faisant 40 morts.", DJIBO),
        ("en", "Turkey bombed Qaxqax, killing 12. The war in Syria goes on.", "country:SY"),
        # but who strikes nothing is where it says
        ("en", "Israel hits back, 12 people died.", "country:IL"),
        ("en", "Turkey launches inquiry, 12 people died.", "country:TR"),
    ],
)
def test_the_place_is_the_objects(reader: Reader, lang: str, text: str, place: str | None) -> None:
    assert places(reader, lang, text) == [place]


GAO, MOPTI, MOSUL, KIRKUK = "area:ML/gao", "geonames:2453348", "geonames:99072", "geonames:94787"


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        # which of the two
        ("en", "Gunmen attacked Gao and Mopti, killing 40 in the first and 25 in the second.", [GAO, MOPTI]),
        ("en", "Gunmen attacked Gao and Mopti: in the former 40 people died, in the latter 25.", [GAO, MOPTI]),
        ("fr", "Ils ont attaqué Gao et Mopti: 40 morts dans la première et 25 dans la seconde.", [GAO, MOPTI]),
        ("es", "Atacaron Gao y Mopti, con 40 muertos en la primera y 25 en la segunda.", [GAO, MOPTI]),
        ("de", "Sie griffen Mossul und Kirkuk an, 40 starben in der ersten und 25 in der zweiten Stadt.",
         [MOSUL, KIRKUK]),
        # each its own
        ("en", "Attacks on Gao and Mopti left 40 and 25 dead respectively.", [GAO, MOPTI]),
        ("fr", "Les attaques contre Gao et Mopti ont fait respectivement 40 et 25 morts.", [GAO, MOPTI]),
        ("es", "Los ataques contra Gao y Mopti dejaron 40 y 25 muertos, respectivamente.", [GAO, MOPTI]),
        # a second place behind the first one's figure
        ("en", "Militants raided Gao, killing 40, and Mopti, killing 25.", [GAO, MOPTI]),
        ("fr", "Ils ont frappé Gao, faisant 12 morts, puis Mopti, où 30 personnes ont péri.", [GAO, MOPTI]),
        ("es", "Golpearon Mosul, con 12 muertos, y Kirkuk, con 30 muertos.", [MOSUL, KIRKUK]),
        ("de", "Raketen trafen Mossul, wo 12 Menschen starben, und Kirkuk, wo 30 starben.", [MOSUL, KIRKUK]),
        # or a sentence after
        ("en", "Gunmen struck Gao, leaving 40 dead. Another attack on Mopti left 25 dead.", [GAO, MOPTI]),
        # but the first of two attacks is no place, and a place before "and" is not the next figure's
        ("en", "Strikes on Gao and Mopti killed 40 people in the first attack and 25 in the second.", [MOPTI, MOPTI]),
        ("en", "12 people died in a fire, in Mopti, and 7 were hurt.", [MOPTI, MOPTI]),
    ],
)  # fmt: skip
def test_a_second_place(reader: Reader, lang: str, text: str, told: list[str]) -> None:
    assert places(reader, lang, text) == told
