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
