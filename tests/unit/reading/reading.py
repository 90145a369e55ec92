"""Reading a text in a test."""

from datetime import datetime
from typing import Any

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.claim import Reading

ORIGIN = Origin(topic="t", partition=0, offset=0)


def read(reader: Reader, text: str, published_at: datetime, **fields: Any) -> Reading:
    """The reading of an article of that text and day; `fields` are others of its fields."""
    article = Article(id="a", text=text, published_at=published_at, **fields)
    return reader.read(article, origin=ORIGIN, received_at=published_at)


def named(reader: Reader, lang: str, text: str, published_at: datetime) -> list[str | None]:
    """Who says each of a text's figures."""
    claims = read(reader, text, published_at, lang=lang).claims
    return [claim.originator.name if claim.originator else None for claim in claims]
