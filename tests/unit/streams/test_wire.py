"""ninjs and NewsML-G2 in."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from figurewatch.schemas.article import Article
from figurewatch.schemas.codec import decode_article
from figurewatch.streams import wire
from figurewatch.streams.sources import SourceError, items

FOLDER = Path(__file__).parent / "wire"


def read(name: str) -> list[Article]:
    return [decode_article(item.value) for item in items([str(FOLDER / name)])]


def test_newsml_g2() -> None:
    flood, short = read("newsml.xml")
    assert flood == Article(
        id="urn:newsml:agency.example:20230912:4711",
        text="<p>La police a dit que 150 personnes sont mortes à Derna.</p>\n<p>Le vent soufflait à &gt; 100 km/h.</p>",
        title="Inondations & crues",
        source="Agence Exemple",
        author="Par Une Personne",
        lang="fr",
        published_at=datetime(2023, 9, 12, 5, 0, tzinfo=UTC),
        updated_at=datetime(2023, 9, 12, 6, 0, tzinfo=UTC),
    )
    assert (short.text, short.source, short.lang) == ("Deux blessés.", "AGX", None)


def test_ninjs_of_version_1_and_of_version_3() -> None:
    first, third = read("items.ninjs.json")
    assert first == Article(
        id="http://agency.example/items/1",
        text="Police said 150 people were killed in the flood in Derna.",
        title="Flood in Derna",
        source="Example Agency",
        author="A Person",
        lang="en",
        published_at=datetime(2023, 9, 12, 8, 0, tzinfo=UTC),
        updated_at=datetime(2023, 9, 12, 8, 30, tzinfo=UTC),
    )
    assert (third.title, third.text) == ("Flood kills 80", "<p>The Red Cross said 80 people were killed.</p>")


def test_an_item_is_keyed_by_its_id_so_that_versions_stay_in_order() -> None:
    first = next(items([str(FOLDER / "newsml.xml")]))
    assert first.key == b"urn:newsml:agency.example:20230912:4711"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("entities.xml", '<!DOCTYPE x [<!ENTITY a "b">]><newsItem xmlns="%s"/>', "entities are not read"),
        ("broken.xml", '<newsItem xmlns="%s">', "no XML"),
        ("nameless.xml", '<newsItem xmlns="%s"><contentSet><inlineData>x</inlineData></contentSet></newsItem>', "guid"),
    ],
)
def test_what_is_not_what_it_says_is_refused(tmp_path: Path, name: str, text: str, why: str) -> None:
    path = tmp_path / name
    path.write_text(text.replace("%s", wire.NAR.strip("{}")), "utf-8")
    with pytest.raises(SourceError, match=why):
        list(items([str(path)]))


def test_what_only_looks_like_ninjs_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "some.json"
    path.write_text('[{"uri": "u", "bodies": 7}, {"id": "a", "text": "b"}]', "utf-8")
    assert [item.key for item in items([str(path)])] == [None, b"a"]
    with pytest.raises(wire.WireError):
        wire.ninjs(b'{"uri": "u", "bodies": 7}')
