"""The working types of reading: sentences and found figures, before they become claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ...schemas.claim import FieldName, Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc


class FoundFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure and where it stands; all offsets are code points of the original field."""

    start: int
    end: int
    figure: Figure
    head: str | None = None
    """The counted noun's head word, lower case, as written: "soldats"."""
    counted_start: int | None = None
    counted_end: int | None = None


class Sentence(msgspec.Struct, kw_only=True):
    """One sentence of a field, with the figures found in it."""

    field: FieldName
    index: int
    """Its number within the field, from 0."""
    start: int
    end: int
    text: str
    """Of the field's original text from start to end, tags blanked to spaces (same length)."""
    figures: tuple[FoundFigure, ...] = ()
    doc: Doc | None = None
    """spaCy's analysis of `text` (token.idx counts from the sentence's start), where a model was run."""
