"""RSS and Atom: the entries of a feed as articles; an address is asked only whether it has changed."""

import calendar
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from http.client import HTTPException
from importlib.metadata import version
from typing import Any

import feedparser
import msgspec

from ..schemas.article import Article
from ..schemas.keys import article_digest
from . import wire

TIMEOUT_SECONDS = 30
MOST_BYTES = 32 * 1024 * 1024
LONGEST_ID = 512
NOT_MODIFIED = 304


class FeedError(Exception):
    """An address does not answer, or what it answers is no feed."""


class Said(msgspec.Struct, frozen=True):
    """What an address said of an answer, so that it need not send the same again."""

    etag: str | None = None
    modified: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """A document, and what was said of it."""

    body: bytes
    said: Said


def fetched(address: str, last: Said) -> Answer | None:
    """What lies at an http address; None when it has not changed since it said so.

    Raises:
        FeedError: it does not answer.
    """
    headers = {"User-Agent": f"figurewatch/{version('figurewatch')}"}
    headers |= {"If-None-Match": last.etag} if last.etag else {}
    headers |= {"If-Modified-Since": last.modified} if last.modified else {}
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
            body: bytes = answer.read(MOST_BYTES + 1)
            broken_off = bool(answer.length)  # read(n) gives what there was, and says nothing of it
            said = Said(etag=answer.headers["ETag"], modified=answer.headers["Last-Modified"])
    except urllib.error.HTTPError as error:
        if error.code == NOT_MODIFIED:
            return None
        raise FeedError(f"answers {error.code} {error.reason}") from None
    except (OSError, HTTPException, ValueError) as error:
        raise FeedError(f"does not answer: {getattr(error, 'reason', error)}") from None
    if len(body) > MOST_BYTES:
        raise FeedError(f"more than {MOST_BYTES:,} bytes")
    if broken_off:
        raise FeedError("its answer breaks off")
    return Answer(body, said)


def entries_of(document: bytes) -> Iterator[Article]:
    """The entries of an RSS or Atom document that have a text, or the items of a NewsML-G2 document.

    Raises:
        FeedError: it is none of them.
    """
    if wire.is_newsml(document):
        try:
            return iter(wire.newsml(document))
        except wire.WireError as error:
            raise FeedError(str(error)) from None
    parsed = feedparser.parse(document, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        raise FeedError(f"no RSS or Atom feed: {parsed.get('bozo_exception', 'it has no entries')}")
    articles = (_article(entry, parsed.feed) for entry in parsed.entries)
    return (article for article in articles if article.text.strip())


def _article(entry: Any, channel: Any) -> Article:
    contents = entry.get("content") or [{"value": entry.get("summary", "")}]
    title, text = entry.get("title"), contents[0]["value"] or entry.get("title", "")
    named = entry.get("id") or entry.get("link") or ""
    language = channel.get("language") or ""
    # get() would give, and warn of, the date of publication where there is no date of update
    updated = _moment(entry["updated_parsed"]) if "updated_parsed" in entry else None
    return Article(
        id=named if 0 < len(named) <= LONGEST_ID else "entry-" + article_digest(title=title, text=named or text),
        text=text,
        title=title,
        url=entry.get("link"),
        source=channel.get("title"),
        lang=language.split("-")[0].lower() or None,
        published_at=_moment(entry.get("published_parsed")) or updated,
        updated_at=updated,
    )


def _moment(parsed: Any) -> datetime | None:
    """feedparser gives UTC, or nothing where it does not understand the date."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None
