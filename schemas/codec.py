"""Bytes to records and back: one codec for all topics.

Bad bytes raise `SchemaError` with a reason that a person understands; nothing else leaves `decode`.
"""

from codecs import BOM_UTF8
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

import msgspec

from . import complaints
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

READ = frozenset({*Article.__struct_fields__, *ALIASES, "publisher"})
"""The names that are looked at; what stands under others is not even parsed."""

_encoder = msgspec.json.Encoder(decimal_format="number")
_decoders: dict[type[Record], msgspec.json.Decoder[Any]] = {}
_plain = msgspec.json.Decoder()
_shallow = msgspec.json.Decoder(dict[str, msgspec.Raw])


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
    decoder = _decoders.get(kind) or _decoders.setdefault(kind, msgspec.json.Decoder(kind))
    record: R = _parsed(decoder, value)
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
    raw = _parsed(_shallow, value.removeprefix(BOM_UTF8))
    return article_from({name: _field(name, content) for name, content in raw.items() if name in READ})


def article_from(plain: object) -> Article:
    """An article from plain JSON data.

    Raises:
        SchemaError: as `decode_article`.
    """
    if not isinstance(plain, dict):
        raise SchemaError(complaints.not_an_object(plain))
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
    for name in ("id", "text"):
        if isinstance(fields.get(name), str) and not fields[name].strip():
            raise SchemaError(f"`{name}` is empty")
    try:
        return msgspec.convert(fields, Article)
    except msgspec.ValidationError as error:
        raise SchemaError(complaints.of_validation(error)) from None


def _timestamp(name: str, value: object) -> datetime | None:
    """RFC 3339 into aware UTC; a bare date is that day's midnight."""
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise SchemaError(f"`{name}` is {complaints.json_name(value)}, it must be an RFC 3339 string")
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise SchemaError(f"`{name}` is no RFC 3339 date-time: {value[:40]!r}") from None


def _field(name: str, content: msgspec.Raw) -> Any:
    try:
        return _parsed(_plain, bytes(content))
    except SchemaError as error:
        raise SchemaError(f"`{name}`: {error}") from None


def _parsed(decoder: msgspec.json.Decoder[Any], value: bytes) -> Any:
    try:
        return decoder.decode(value)
    except msgspec.ValidationError as error:
        raise SchemaError(complaints.of_validation(error)) from None
    except msgspec.DecodeError as error:
        raise SchemaError(complaints.of_json(error, value)) from None
    except UnicodeDecodeError as error:
        raise SchemaError(complaints.of_encoding(error)) from None
    except RecursionError:
        raise SchemaError("JSON nested too deeply") from None
