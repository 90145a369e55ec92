"""The base of every record on the wire."""

from datetime import datetime
from typing import Annotated

import msgspec

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
"""A time that knows its zone; always UTC in records written here."""


class Record(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=False, gc=False):
    """A frozen, keyword-only record; unknown fields are ignored, so old readers survive new fields.

    Records hold no cycles, so the garbage collector need not walk the millions that compare remembers.
    """


class SchemaError(ValueError):
    """A payload is not the record it should be; the message says where and why, for a person."""
