"""A field's raw text made plain without moving a character: tags and entities blanked, offsets kept."""

import re
from html import unescape
from html.parser import HTMLParser

from .phrases import SOFT_HYPHEN

_MARKUP = re.compile(r"<[a-zA-Z/!?]|&[#\w]")
_INVISIBLE = ("script", "style")
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
))  # fmt: skip
"""Tags at which a sentence ends."""
_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def plain(raw: str) -> str:
    """The text of a field, of the same length: every code point stands where it stood.

    Tags become spaces, those of blocks a new line and spaces; an entity becomes its character and soft hyphens, and
    so do invisible controls.
    """
    text = _HIDDEN.sub(SOFT_HYPHEN, raw) if _HIDDEN.search(raw) else raw
    if not _MARKUP.search(text):
        return text
    parser = _Blanker(text)
    parser.feed(text)
    parser.close()
    return parser.text()


class _Blanker(HTMLParser):
    """Keeps the data, blanks the rest; places come from the parser's own line and column."""

    def __init__(self, raw: str) -> None:
        super().__init__(convert_charrefs=False)
        self._raw = raw
        self._kept = ["\n" if sign == "\n" else " " for sign in raw]
        self._lines = [0, *(match.end() for match in re.finditer("\n", raw))]
        self._invisible = 0
        self._raised: int | None = None
        """Where a tag stands whose letters belong to the number before it: 60<sup>th</sup>."""

    def text(self) -> str:
        """The plain text."""
        return "".join(self._kept)

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._end_sentence(tag)
        self._invisible += tag in _INVISIBLE
        self._raised = self._place() if tag == "sup" else None

    def handle_endtag(self, tag: str) -> None:
        self._end_sentence(tag)
        self._invisible = max(0, self._invisible - (tag in _INVISIBLE))

    def _end_sentence(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._kept[self._place()] = "\n"

    def handle_data(self, data: str) -> None:
        if not self._invisible:
            place = self._place()
            self._kept[place : place + len(data)] = data
            if self._raised is not None and data.isalpha():
                self._kept[self._raised : place] = SOFT_HYPHEN * (place - self._raised)
            self._raised = None

    def handle_entityref(self, name: str) -> None:
        self._entity(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._entity(f"&#{name}")

    def _entity(self, written: str) -> None:
        place = self._place()
        length = len(written) + self._raw.startswith(";", place + len(written))
        meaning = unescape(self._raw[place : place + length])
        if len(meaning) == 1:
            self._kept[place : place + length] = meaning + SOFT_HYPHEN * (length - 1)
        else:
            self._kept[place : place + length] = self._raw[place : place + length]
