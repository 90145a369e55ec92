"""Bytes to records and back: one codec for all topics.

Bad bytes raise `SchemaError` with a reason that a person understands; nothing else leaves `decode`.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from .article import MAX_RECORD_BYTES, Article
from .record import Record, SchemaError

R = TypeVar("R", bound=Record)

ALIASES: Mapping[str, str] = {
    "headline": "title",
    "articleBody": "text",
    "inLanguage": "lang",
    "datePublished": "published_at",
    "dateModified": "updated_at",
    "@id": "id",
}
"""schema.org NewsArticle names; figurewatch's own name wins where both are given."""

_encoder = msgspec.json.Encoder(decimal_format="number")
_decoders: dict[type[Record], msgspec.json.Decoder[Any]] = {}


def encode(record: Record) -> bytes:
    """The record as UTF-8 JSON; decimals become JSON numbers."""
    return _encoder.encode(record)


def decode(kind: type[R], value: bytes | None) -> R:
    """The record in `value`.

    Raises:
        SchemaError: the bytes are no such record; the message names the field.
    """
    if value is None:
        raise SchemaError("the record has no value")
    if len(value) > MAX_RECORD_BYTES:
        raise SchemaError(f"{len(value):,} bytes; a record may have {MAX_RECORD_BYTES:,}")
    decoder = _decoders.get(kind) or _decoders.setdefault(kind, msgspec.json.Decoder(kind))
    record: R = _guarded(decoder.decode, value)
    return record


def decode_article(value: bytes | None) -> Article:
    """An article in figurewatch's or schema.org's words.

    Raises:
        SchemaError: not JSON, not an object, a field of a wrong type, no id or no text.
    """
    if value is None:
        raise SchemaError("the record has no value")
    if len(value) > MAX_RECORD_BYTES:
        raise SchemaError(f"{len(value):,} bytes; an article may have {MAX_RECORD_BYTES:,}")
    return article_from(_guarded(msgspec.json.decode, value))


def article_from(plain: object) -> Article:
    """An article from plain JSON data.

    Raises:
        SchemaError: as `decode_article`.
    """
    if not isinstance(plain, dict):
        raise SchemaError(f"an article is a JSON object, this is {_json_name(plain)}")
    fields = {ALIASES[name]: value for name, value in plain.items() if name in ALIASES and value is not None}
    fields |= {name: value for name, value in plain.items() if name in Article.__struct_fields__}
    publisher = plain.get("publisher")
    if fields.get("source") is None and isinstance(publisher, dict):
        fields["source"] = publisher.get("name")
    return _checked(fields)


def _checked(fields: dict[str, Any]) -> Article:
    for name in ("published_at", "updated_at"):
        fields[name] = _timestamp(name, fields.get(name))
    if isinstance(fields.get("author"), list | dict):
        fields["author"] = None  # schema.org allows objects here; nothing is judged by it
    if isinstance(fields.get("lang"), str):
        fields["lang"] = fields["lang"].replace("_", "-").split("-")[0].lower() or None
    article: Article = _guarded(lambda plain: msgspec.convert(plain, Article), fields)
    if not article.text.strip():
        raise SchemaError("`text` is empty")
    return article


def _timestamp(name: str, value: object) -> datetime | None:
    """RFC 3339 into aware UTC; a bare date is that day's midnight."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise SchemaError(f"`{name}` is {_json_name(value)}, not an RFC 3339 string")
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise SchemaError(f"`{name}` is no RFC 3339 date-time: {value[:40]!r}") from None


def _guarded(call: Any, value: Any) -> Any:
    try:
        return call(value)
    except msgspec.ValidationError as error:
        raise SchemaError(str(error)) from None
    except msgspec.DecodeError as error:
        raise SchemaError(f"not JSON: {error}") from None
    except UnicodeDecodeError as error:
        raise SchemaError(f"not UTF-8 text: {error.reason} at byte {error.start}") from None
    except RecursionError:
        raise SchemaError("JSON nested too deeply") from None


def _json_name(value: object) -> str:
    names = {dict: "an object", list: "an array", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")
