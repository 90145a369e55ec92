"""The AsyncAPI 3 document: which channel carries what, under which key, with which headers."""

from collections.abc import Callable, Mapping
from typing import Any

from .cloudevents import SOURCE
from .dead_letter import HEADER

VERSION = "1.0.0"
"""Of the channels and records, not of the program: a record's `schema` field has the same major number."""

Json = dict[str, Any]

CHANNELS: Mapping[str, tuple[str, str, str, str]] = {
    "articles": (
        "article",
        "Article",
        "the article's id",
        "Raw articles. A null value withdraws the article.",
    ),
    "readings": (
        "reading",
        "Reading",
        "the article's id",
        "What each article says: its claims and its story.",
    ),
    "claims": (
        "claims",
        "ClaimRecord",
        "the family of measures",
        "What one version of an article claims in one family of measures, and what it no longer claims.",
    ),
    "alerts": ("alert", "Alert", "the tracked figure's id", "Figures that are new, changed or clash."),
}
"""Channel: the message's name, its record, what the Kafka key is, what it is for."""


def document(components: Callable[[str], Json]) -> Json:
    """The document; `components` gives their schemas for a template of references."""
    return {
        "asyncapi": "3.0.0",
        "info": _info(),
        "defaultContentType": "application/json",
        "channels": {**{name: _channel(name) for name in CHANNELS}, "dead-letters": _dead_channel()},
        "operations": _operations(),
        "components": {
            "messages": {
                **{message: _message(*channel) for message, channel in _by_message().items()},
                "dead-letter": _dead_letter(),
            },
            "schemas": components("#/components/schemas/{name}"),
        },
    }


def _info() -> Json:
    return {
        "title": "figurewatch",
        "version": VERSION,
        "description": "Articles in, alerts about new, changed and clashing figures out, over Kafka. "
        "The topics' first part, `news`, is a setting. Readers ignore fields that they do not know.",
        "license": {"name": "Apache-2.0", "url": "https://www.apache.org/licenses/LICENSE-2.0"},
    }


def _by_message() -> dict[str, tuple[str, str, str, str]]:
    return {channel[0]: channel for channel in CHANNELS.values()}


def _channel(name: str) -> Json:
    message, _, _, purpose = CHANNELS[name]
    return {
        "address": f"news.{name}",
        "description": purpose,
        "messages": {message: {"$ref": f"#/components/messages/{message}"}},
    }


def _dead_channel() -> Json:
    return {
        "address": "news.dead-letters",
        "description": "Records that some stage could not work off, unchanged; the reason is in the headers.",
        "messages": {"dead-letter": {"$ref": "#/components/messages/dead-letter"}},
    }


def _operations() -> Json:
    """Seen from figurewatch: articles come in, alerts and dead letters go out, the rest stays within."""
    moves = [("receive", "articles")]
    moves += [(action, name) for name in ("readings", "claims") for action in ("send", "receive")]
    moves += [("send", "alerts"), ("send", "dead-letters")]
    return {f"{action}-{name}": {"action": action, "channel": {"$ref": f"#/channels/{name}"}} for action, name in moves}


def _message(name: str, record: str, key: str, purpose: str) -> Json:
    return {
        "name": name,
        "title": record,
        "summary": purpose,
        "contentType": "application/json",
        "headers": _cloud_events(name),
        "payload": {"$ref": f"#/components/schemas/{record}"},
        "bindings": {"kafka": {"key": {"type": "string", "description": key}}},
    }


def _cloud_events(name: str) -> Json:
    """Not required: whoever feeds articles need not send them."""
    return {
        "type": "object",
        "description": "CloudEvents 1.0, binary content mode.",
        "properties": {
            "ce_specversion": {"type": "string", "const": "1.0"},
            "ce_id": _text("The same record has the same id, so that a replay can be told."),
            "ce_source": {"type": "string", "const": SOURCE},
            "ce_type": {"type": "string", "const": f"{SOURCE}.{name}.v1"},
            "ce_subject": _text("What the record is about: an article's, a record's or an alert's id."),
            "ce_time": {"type": "string", "format": "date-time"},
            "content-type": {"type": "string", "const": "application/json"},
        },
    }


def _dead_letter() -> Json:
    reasons = {
        "exception": "Name of what went wrong.",
        "message": "The reason, for a person.",
        "topic": "Where the record came from.",
        "partition": "Where the record came from.",
        "offset": "Where the record came from.",
        "stacktrace": "Empty for bad input, which needs none.",
    }
    return {
        "name": "dead-letter",
        "title": "DeadLetter",
        "summary": "The original bytes, key and headers, and the reason in headers of KIP-1034's names.",
        "contentType": "application/octet-stream",
        "headers": {
            "type": "object",
            "properties": {HEADER + name: _text(what) for name, what in reasons.items()},
            "required": [HEADER + name for name in reasons],
        },
        "bindings": {"kafka": {"key": {"type": "string", "description": "the original key"}}},
    }


def _text(description: str) -> Json:
    return {"type": "string", "description": description}
