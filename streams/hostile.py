"""Article text is hostile: what of it goes to a terminal or a log goes through here."""

import re
import unicodedata
from functools import cache

ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor moves
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)"  # titles, links, clipboard
    r"|\x1b[ -/]*[0-~]"
)
SHAPING = "\u200c\u200d"
"""Joiners: format characters that some scripts and emoji cannot be written without."""
UNSAFE = ("Cc", "Cf", "Cs", "Co")
MARKS = ("Mn", "Me")
MOST_MARKS = 8
"""On one letter, joiners among them; more of them paint over the lines above and below."""
NOT_PLAIN = re.compile(r"[^\x00-\x7e]")


def safe(text: str) -> str:
    """Without terminal escapes, control characters, bidirectional overrides and towers of accents; lines joined."""
    return _plain(re.sub(r"\s+", " ", ESCAPE_SEQUENCE.sub("", text)))


def safe_lines(text: str) -> str:
    """The same for each line by itself, its indentation kept."""
    return "\n".join(_plain(ESCAPE_SEQUENCE.sub("", line).replace("\t", "    ")) for line in text.splitlines())


def safe_json(document: bytes) -> bytes:
    """JSON of the same meaning, in which whatever could steer a terminal is written as an escape."""
    if document.isascii() and b"\x7f" not in document:
        return document
    return NOT_PLAIN.sub(lambda found: _escaped(found[0]), document.decode()).encode()


def _plain(text: str) -> str:
    signs, marks = list[str](), 0
    for sign in text:
        kind = unicodedata.category(sign)
        if kind in UNSAFE and sign not in SHAPING:
            continue
        marks = marks + 1 if kind in MARKS or sign in SHAPING else 0
        if marks <= MOST_MARKS:
            signs.append(sign)
    return "".join(signs)


@cache
def _escaped(sign: str) -> str:
    if unicodedata.category(sign) not in (*UNSAFE, "Zl", "Zp"):
        return sign
    units = sign.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
