"""What `figurewatch feed` and the offline commands read: JSON, text, HTML, RSS, Atom, ninjs, NewsML-G2."""

import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from pathlib import Path

import msgspec
import trafilatura

from ..schemas.article import MAX_RECORD_BYTES, Article
from ..schemas.codec import decode_article, encode
from ..schemas.keys import article_digest
from ..schemas.record import SchemaError
from . import wire
from .polling import Addresses
from .syndication import FeedError, entries_of

STANDARD_INPUT = "-"
BOM = b"\xef\xbb\xbf"


class SourceError(Exception):
    """A source cannot be read; the message says why."""


class RawItem(msgspec.Struct, frozen=True, kw_only=True):
    """One record to feed: bytes as they came, bad ones too."""

    key: bytes | None
    value: bytes
    where: str
    """The source and the place in it, for messages."""
    marks: tuple[str, ...] = ()
    """Headers that say 1."""

    @property
    def refused(self) -> str | None:
        """Why it cannot be fed; None when it can."""
        if len(self.value) > MAX_RECORD_BYTES:
            return f"{self.where}: {len(self.value):,} bytes; an article may have {MAX_RECORD_BYTES:,}"
        return None


def items(sources: Iterable[str], addresses: Addresses | None = None) -> Iterator[RawItem]:
    """The articles of all sources, in order; of `addresses` only what they did not give before.

    Raises:
        SourceError: a file is missing or an address does not answer.
    """
    for source in sources:
        try:
            yield from _of_source(source, addresses or Addresses())
        except OSError as error:
            raise SourceError(f"{source}: {error.strerror or error}") from None
        except FeedError as error:
            raise SourceError(f"{source}: {error}") from None


def sound(found: Iterable[RawItem], *, complain: Callable[[str], object]) -> Iterator[RawItem]:
    """Those that are articles, to the byte; what is wrong with the others is told to `complain`."""
    for item in found:
        try:
            decode_article(item.value)
        except SchemaError as error:
            complain(f"{item.where}: {error}")
        else:
            yield item


def articles(sources: Iterable[str], *, complain: Callable[[str], object]) -> Iterator[Article]:
    """The same, decoded, for the commands without a broker; what cannot be read is told to `complain`.

    Raises:
        SourceError: as `items`.
    """
    for item in items(sources):
        try:
            yield decode_article(item.value)
        except SchemaError as error:
            complain(f"{item.where}: {error}")


def _of_source(source: str, addresses: Addresses) -> Iterator[RawItem]:
    if source.startswith(("http://", "https://")):
        yield from _numbered(addresses.news(source), source)
    elif source == STANDARD_INPUT:
        yield from _json(sys.stdin.buffer, "standard input")
    else:
        path = Path(source)
        readers = {".txt": _text, ".html": _html, ".htm": _html, ".rss": _feed, ".xml": _feed, ".atom": _feed}
        yield from readers.get(path.suffix.lower(), _json_file)(path)


def _json_file(path: Path) -> Iterator[RawItem]:
    with path.open("rb") as stream:
        if path.suffix.lower() == ".json":
            yield from _document(stream.read(), str(path))
        else:
            yield from _json(stream, str(path))


def _json(stream: Iterable[bytes], where: str) -> Iterator[RawItem]:
    """JSON lines, unless the first thing in it opens an array."""
    lines = iter(stream)
    first = next(lines, b"").removeprefix(BOM)
    if first.lstrip().startswith(b"["):
        yield from _document(first + b"".join(lines), where)
        return
    for number, line in enumerate(chain([first], lines), 1):
        value = line.strip()
        if value:
            yield from _raw(value, f"{where}:{number}")


def _document(value: bytes, where: str) -> Iterator[RawItem]:
    """An array of articles or a single one; what is neither goes on as it is, to be refused with the reason."""
    try:
        entries = msgspec.json.decode(value.removeprefix(BOM), type=list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError):
        yield from _raw(value, where)
        return
    for number, entry in enumerate(entries):
        yield from _raw(bytes(entry), f"{where}[{number}]")


class _Named(msgspec.Struct):
    """The names that an article may go by."""

    id: str | None = None
    iri: str | None = msgspec.field(default=None, name="@id")
    uri: str | None = None


_names = msgspec.json.Decoder(_Named)


def _raw(value: bytes, where: str) -> Iterator[RawItem]:
    """As it is, keyed by the article's id so that its versions stay in order; ninjs (it has a `uri`) as an article."""
    named = _name(value)
    if named.uri and not (named.id or named.iri):
        yield from _wired(value, where)
    else:
        key = (named.id or named.iri or "").encode()
        yield RawItem(key=key or None, value=value, where=where)


def _name(value: bytes) -> _Named:
    """Bad bytes have none."""
    try:
        return _names.decode(value)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _Named()


def _wired(value: bytes, where: str) -> Iterator[RawItem]:
    """What only looks like ninjs goes on as it is, to be refused with the reason."""
    try:
        article = wire.ninjs(value)
    except wire.WireError:
        yield RawItem(key=None, value=value, where=where)
        return
    if article is not None:
        yield _item(article, where)


def _numbered(found: Iterable[Article], where: str) -> Iterator[RawItem]:
    for number, article in enumerate(found):
        yield _item(article, f"{where}[{number}]")


def _item(article: Article, where: str) -> RawItem:
    return RawItem(key=article.id.encode(), value=encode(article), where=where)


def _text(path: Path) -> Iterator[RawItem]:
    """A text's id is its content's, so that the same text is the same article wherever it lies."""
    text = _decoded(path.read_bytes())
    yield _item(Article(id="text-" + article_digest(title=None, text=text)[:16], text=text), str(path))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")  # what old text files of western Europe are written in


def _html(path: Path) -> Iterator[RawItem]:
    page = trafilatura.bare_extraction(path.read_bytes(), with_metadata=True)
    plain = page.as_dict() if page is not None else {}
    text = plain.get("text") or ""
    if not text.strip():
        raise SourceError(f"{path}: no article text was found in this page")
    named = plain.get("url") or "html-" + article_digest(title=plain.get("title"), text=text)[:16]
    fields = {
        "id": named,
        "text": text,
        "title": plain.get("title"),
        "url": plain.get("url"),
        "source": plain.get("sitename"),
        "published_at": plain.get("date"),
    }
    yield RawItem(key=named.encode(), value=msgspec.json.encode(fields), where=str(path))


def _feed(path: Path) -> Iterator[RawItem]:
    yield from _numbered(entries_of(path.read_bytes()), str(path))
