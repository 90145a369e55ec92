"""Article: one raw news item, as people feed it."""

from typing import Annotated, Literal

from msgspec import Meta

from .record import Moment, Record

MAX_RECORD_BYTES = 4 * 1024 * 1024
"""An article record may be this many bytes long on the wire."""


MAX_NAME = 4096
"""Characters of a title, an address, an outlet's name: every claim repeats them."""


class Origin(Record, frozen=True, kw_only=True):
    """Where an article stands in Kafka. The same origin read twice is a replay."""

    topic: str
    partition: int
    offset: int


class Article(Record, frozen=True, kw_only=True):
    """One raw news item (schema.org NewsArticle names are accepted as aliases, see codec)."""

    id: Annotated[
        str,
        Meta(min_length=1, max_length=512, description="Names the article; same id, other text: a new version."),
    ]
    text: Annotated[str, Meta(min_length=1, description="The body; HTML tags left in it are skipped.")]
    schema: Literal["figurewatch.article/1"] = "figurewatch.article/1"
    title: Annotated[str, Meta(max_length=MAX_NAME)] | None = None
    url: Annotated[str, Meta(max_length=MAX_NAME)] | None = None
    source: Annotated[str, Meta(max_length=MAX_NAME, description="The outlet that prints it.")] | None = None
    author: str | None = None
    lang: Annotated[str, Meta(max_length=35, description="ISO 639-1; detected when absent.")] | None = None
    published_at: Annotated[Moment | None, Meta(description="RFC 3339; the record's timestamp when absent.")] = None
    updated_at: Annotated[Moment | None, Meta(description="RFC 3339; decides which version is newer.")] = None
