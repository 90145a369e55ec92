"""What can be fed: every form of source, and what is wrong with bad ones."""

import io
import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from figurewatch.schemas.article import MAX_RECORD_BYTES, Article
from figurewatch.streams.sources import RawItem, SourceError, articles, items

from .articles import POLICE, RED_CROSS, write
from .newswire import publishing

RSS = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>The Valley Post</title><language>en-GB</language>
<item><guid>urn:1</guid><title>A leak</title><link>https://example.org/1</link>
<pubDate>Thu, 02 May 2024 14:00:00 +0200</pubDate>
<description>&lt;p&gt;Some &lt;b&gt;40&lt;/b&gt; people.&lt;/p&gt;</description></item>
<item><guid>urn:2</guid><title>Without a date</title><description>Words.</description><pubDate>soon</pubDate></item>
<item><guid>urn:3</guid><description></description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>The Valley Post</title>
<entry><id>urn:1</id><title>A leak</title><updated>2024-05-02T12:00:00Z</updated>
<content type="html">Some 40 people.</content></entry></feed>"""
HTML = """<html lang="en"><head><title>A leak in the valley</title>
<meta property="og:site_name" content="The Valley Post">
<meta property="article:published_time" content="2024-05-02"></head><body><nav>Home | News</nav><article>
<h1>A leak in the valley</h1><p>The mayor said on Thursday that 40 people had to leave their homes after a pipe broke
under the market square, and that the water would be gone by the evening.</p><p>Nobody was hurt, said the fire
brigade, which had sent 12 engines to the square in the morning.</p></article></body></html>"""


def read(source: Path | str) -> list[Article]:
    refused: list[str] = []
    found = list(articles([str(source)], complain=refused.append))
    assert refused == []
    return found


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "noextension"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    assert [article.id for article in read(write(tmp_path / name, POLICE, RED_CROSS))] == ["police", "red-cross"]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
def test_an_array(tmp_path: Path, name: str, indent: int | None) -> None:
    path = tmp_path / name
    path.write_text(
        "\n " + json.dumps([POLICE, RED_CROSS], indent=indent)
        if name == "a.json"
        else json.dumps([POLICE, RED_CROSS], indent=indent)
    )
    assert [article.id for article in read(path)] == ["police", "red-cross"]


def test_one_article_over_many_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("\ufeff" + json.dumps(POLICE, indent=2), "utf-8")
    assert [article.id for article in read(path)] == ["police"]


def test_empty_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\xef\xbb\xbf\r\n" + json.dumps(POLICE).encode() + b"\r\n\r\n")
    assert [article.id for article in read(path)] == ["police"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = json.dumps(POLICE).encode() + b"\n"
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines)))
    assert [article.id for article in read("-")] == ["police"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_text_is_the_same_article_wherever_it_lies(tmp_path: Path, encoding: str) -> None:
    for name in ("one.txt", "two.TXT"):
        (tmp_path / name).write_bytes("Le blessé a 40 € sur lui.".encode(encoding))
    one, two = read(tmp_path / "one.txt"), read(tmp_path / "two.TXT")
    assert one == two
    assert one[0].text == "Le blessé a 40 € sur lui."


def test_a_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(HTML)
    (article,) = read(path)
    assert "40 people had to leave" in article.text
    assert "Home | News" not in article.text
    assert article.source == "The Valley Post"
    assert article.published_at == datetime(2024, 5, 2, tzinfo=UTC)


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml"])
def test_rss(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(RSS)
    one, two = read(path)
    assert one.id == "urn:1"
    assert (one.title, one.source, one.lang) == ("A leak", "The Valley Post", "en")
    assert one.published_at == datetime(2024, 5, 2, 12, tzinfo=UTC)
    assert "40" in one.text
    assert two.published_at is None


def test_atom(tmp_path: Path) -> None:
    path = tmp_path / "feed.atom"
    path.write_text(ATOM)
    (article,) = read(path)
    assert (article.id, article.text) == ("urn:1", "Some 40 people.")
    assert article.published_at == datetime(2024, 5, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.jsonl", None, "No such file"),
        ("empty.html", "<html><body></body></html>", "no article text"),
        ("not-a-feed.rss", "just words", "no RSS or Atom feed"),
        ("not-a-feed.xml", "<html><body>words</body></html>", "no RSS or Atom feed"),
    ],
)
def test_a_source_that_cannot_be_read_says_why(tmp_path: Path, name: str, content: str | None, reason: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(SourceError, match=reason) as refused:
        list(items([str(path)]))
    assert name in str(refused.value)


BAD_LINES = [b'{"id":"cut","text":"half', b"[1, 2", b"\xff\xfe", b'{"id":7,"text":"x"}', b'{"id":"a1","text":1e400}']


def test_bad_lines_are_passed_on_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b"\n".join([json.dumps(POLICE).encode(), *BAD_LINES]))
    found = list(items([str(path)]))
    assert [item.value for item in found[1:]] == BAD_LINES
    assert [item.key for item in found] == [b"police", None, None, None, None, b"a1"]
    complaints: list[str] = []
    assert [article.id for article in articles([str(path)], complain=complaints.append)] == ["police"]
    assert [complaint.split(": ")[0] for complaint in complaints] == [f"{path}:{number}" for number in range(2, 7)]


def test_bad_entries_of_an_array_are_passed_on_to_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(b'[{"id":"inf","text":1e400}, 7,{"@id":"b","articleBody":"x"}]')
    assert [(item.key, item.value) for item in items([str(path)])] == [
        (b"inf", b'{"id":"inf","text":1e400}'),
        (None, b"7"),
        (b"b", b'{"@id":"b","articleBody":"x"}'),
    ]


def test_an_article_over_the_limit_is_refused() -> None:
    small = RawItem(key=None, value=b"x" * MAX_RECORD_BYTES, where="file:1")
    large = RawItem(key=None, value=b"x" * (MAX_RECORD_BYTES + 1), where="file:2")
    assert small.refused is None
    assert large.refused == "file:2: 4,194,305 bytes; an article may have 4,194,304"


def test_an_address_is_a_source() -> None:
    with publishing() as newswire:
        newswire.entries = {"urn:1": "Police said 12 people were hurt."}
        (item,) = items([newswire.address])
        assert (item.key, item.where) == (b"urn:1", f"{newswire.address}[0]")


def test_an_address_that_does_not_answer_says_why() -> None:
    with pytest.raises(SourceError, match=r"http://127\.0\.0\.1:1/feed: does not answer"):
        list(items(["http://127.0.0.1:1/feed"]))
