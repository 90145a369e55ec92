"""What `figurewatch feed` and the offline commands read: JSON Lines, JSON, text, HTML, feeds, standard input."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import feedparser
import msgspec
import trafilatura

from ..schemas.article import MAX_RECORD_BYTES, Article
from ..schemas.codec import decode_article, encode
from ..schemas.keys import article_digest
from ..schemas.record import SchemaError

STANDARD_INPUT = "-"


class SourceError(Exception):
    """A source cannot be read; the message says why."""


class RawItem(msgspec.Struct, frozen=True, kw_only=True):
    """One record to feed: bytes as they came, bad ones too; the topic's reader says what is wrong with them."""

    key: bytes | None
    value: bytes
    where: str
    """The source and the place in it, for messages."""

    @property
    def refused(self) -> str | None:
        """Why it cannot be fed; None when it can."""
        if len(self.value) > MAX_RECORD_BYTES:
            return f"{self.where}: {len(self.value):,} bytes; an article may have {MAX_RECORD_BYTES:,}"
        return None


def items(sources: Iterable[str]) -> Iterator[RawItem]:
    """The articles of all sources, in order.

    Raises:
        SourceError: a file is missing or an address does not answer.
    """
    for source in sources:
        try:
            yield from _of_source(source)
        except OSError as error:
            raise SourceError(f"{source}: {error.strerror or error}") from None


def articles(sources: Iterable[str], *, complain: Any) -> Iterator[Article]:
    """The same, decoded, for the commands without a broker; what cannot be read is told to `complain`."""
    for item in items(sources):
        try:
            yield decode_article(item.value)
        except SchemaError as error:
            complain(f"{item.where}: {error}")


def _of_source(source: str) -> Iterator[RawItem]:
    if source.startswith(("http://", "https://")):
        yield from feed_entries(source)
        return
    if source == STANDARD_INPUT:
        yield from _lines(sys.stdin.buffer, "standard input")
        return
    path = Path(source)
    readers: dict[str, Any] = {
        ".txt": _text,
        ".html": _html,
        ".htm": _html,
        ".rss": _feed,
        ".xml": _feed,
        ".atom": _feed,
    }
    reader = readers.get(path.suffix.lower())
    if reader is not None:
        yield from reader(path)
        return
    with path.open("rb") as stream:
        first = stream.read(1)
        stream.seek(0)
        yield from _array(stream.read(), source) if first == b"[" else _lines(stream, source)


def _lines(stream: Iterable[bytes], where: str) -> Iterator[RawItem]:
    for number, line in enumerate(stream, 1):
        value = line.rstrip(b"\r\n")
        if value.strip():
            yield RawItem(key=_key(value), value=value, where=f"{where}:{number}")


def _key(value: bytes) -> bytes | None:
    """The article's id, so that its versions stay in order; bad bytes have none."""
    try:
        plain = json.loads(value)
    except (ValueError, RecursionError):
        return None
    article_id = (plain.get("id") or plain.get("@id")) if isinstance(plain, dict) else None
    return article_id.encode("utf-8", "surrogatepass") if isinstance(article_id, str) else None


def _array(value: bytes, where: str) -> Iterator[RawItem]:
    try:
        entries = json.loads(value)
    except (ValueError, RecursionError):
        yield RawItem(key=None, value=value, where=where)  # goes on, and is dead-lettered with the reason
        return
    for number, entry in enumerate(entries):
        text = json.dumps(entry, ensure_ascii=False).encode("utf-8", "surrogatepass")
        yield RawItem(key=_key(text), value=text, where=f"{where}[{number}]")


def _item(article: Article, where: str) -> RawItem:
    return RawItem(key=article.id.encode(), value=encode(article), where=where)


def _text(path: Path) -> Iterator[RawItem]:
    """A text's id is its content's, so that the same text is the same article wherever it lies."""
    text = path.read_text("utf-8", "replace")
    yield _item(Article(id="text-" + article_digest(title=None, text=text)[:16], text=text), str(path))


def _html(path: Path) -> Iterator[RawItem]:
    raw = path.read_text("utf-8", "replace")
    page = trafilatura.bare_extraction(raw, with_metadata=True)
    plain = page.as_dict() if page is not None else {}
    text = plain.get("text") or ""
    if not text.strip():
        raise SourceError(f"{path}: no article text was found in this page")
    article = Article(
        id=plain.get("url") or "html-" + article_digest(title=plain.get("title"), text=text)[:16],
        text=text,
        title=plain.get("title"),
        url=plain.get("url"),
        source=plain.get("sitename"),
        published_at=_day(plain.get("date")),
    )
    yield _item(article, str(path))


def _day(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=UTC) if text else None


def _feed(path: Path) -> Iterator[RawItem]:
    yield from _entries(feedparser.parse(path.read_bytes()), str(path))


def feed_entries(address: str, known: Any = None) -> Iterator[RawItem]:
    """The entries of an RSS or Atom feed; `known` is the answer before, so that an unchanged feed is not sent again.

    Raises:
        SourceError: the address does not answer, or not with a feed.
    """
    answer = feedparser.parse(address, etag=getattr(known, "etag", None), modified=getattr(known, "modified", None))
    if answer.bozo and not answer.entries:
        raise SourceError(f"{address}: {answer.bozo_exception}")
    yield from _entries(answer, address)


def _entries(answer: Any, where: str) -> Iterator[RawItem]:
    outlet = answer.feed.get("title")
    lang = answer.feed.get("language")
    for number, entry in enumerate(answer.entries):
        contents = entry.get("content") or [{"value": entry.get("summary", "")}]
        text = contents[0]["value"] or entry.get("title", "")
        moment = entry.get("published_parsed") or entry.get("updated_parsed")
        if not text.strip():
            continue
        article = Article(
            id=entry.get("id") or entry.get("link") or article_digest(title=entry.get("title"), text=text),
            text=text,
            title=entry.get("title"),
            url=entry.get("link"),
            source=outlet,
            lang=lang.split("-")[0].lower() if lang else None,
            published_at=datetime(*moment[:6], tzinfo=UTC) if moment else None,
        )
        yield _item(article, f"{where}[{number}]")
