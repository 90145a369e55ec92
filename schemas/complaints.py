"""What is wrong with bad input, in words for the person who sent it."""

import re

import msgspec

NAMES = {
    "str": "a string", "int": "a number", "float": "a number", "decimal": "a number", "bool": "a boolean",
    "null": "null", "array": "an array", "object": "an object", "datetime": "an RFC 3339 string",
}  # fmt: skip
"""msgspec's names of JSON types, in words."""

MISSING = re.compile(r"Object missing required field `(?P<field>[^`]+)`(?: - at `\$\.?(?P<where>.*)`)?$")
EMPTY = re.compile(r"Expected `str` of length >= 1 - at `\$\.?(?P<where>.*)`$")
TOO_LONG = re.compile(r"Expected `str` of length <= (?P<most>\d+) - at `\$\.?(?P<where>.*)`$")
WRONG_TYPE = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`(?: - at `\$\.?(?P<where>.*)`)?$")
AT_BYTE = re.compile(r"(?P<what>.*) \(byte (?P<byte>\d+)\)$")

HIGH, LOW = rb"\\u[dD][89abAB][0-9a-fA-F]{2}", rb"\\u[dD][c-fC-F][0-9a-fA-F]{2}"
LONE_SURROGATE = re.compile(rb"%b%b|(?P<lone>%b|%b)" % (HIGH, LOW, HIGH, LOW))
EXCERPT_BYTES = 20


def of_validation(error: msgspec.ValidationError) -> str:
    """JSON, but not the record: which field, what it is, what it must be."""
    message = str(error)
    if found := MISSING.match(message):
        return f"`{'.'.join(filter(None, (found['where'], found['field'])))}` is missing"
    if found := EMPTY.match(message):
        return f"`{found['where']}` is empty"
    if found := TOO_LONG.match(message):
        return f"`{found['where']}` is longer than {found['most']} characters"
    if found := WRONG_TYPE.match(message):
        who = f"`{found['where']}`" if found["where"] else "the record"
        return f"{who} is {_in_words(found['found'])}, it must be {_in_words(found['wanted'])}"
    return message.replace("Number out of range", "a number is out of range")


def of_json(error: msgspec.DecodeError, value: bytes) -> str:
    """Not JSON: where, and what stands there."""
    if not value.strip():
        return "not JSON: there is nothing in it"
    message = str(error)
    lone = next((hit for hit in LONE_SURROGATE.finditer(value) if hit["lone"]), None)
    if lone and any(word in message for word in ("surrogate", "hex escape", "truncated")):
        return f"half a character, {lone['lone'].decode()} without its other half: an emoji was cut in two"
    if "truncated" in message:
        return f"not JSON: it breaks off after {len(value):,} bytes"
    if found := AT_BYTE.match(message):
        what, byte = found["what"].removeprefix("JSON is malformed: "), int(found["byte"])
        excerpt = value[byte : byte + EXCERPT_BYTES].decode("utf-8", "backslashreplace")
        return f"not JSON: {what} at byte {byte}, {excerpt!r}"
    return f"not JSON: {message}"


def of_encoding(error: UnicodeDecodeError) -> str:
    """Not UTF-8: which byte."""
    return f"not UTF-8 text: byte 0x{error.object[error.start]:02x}, {error.reason}"


def not_an_object(plain: object) -> str:
    """An article that is some other JSON value."""
    return f"an article must be an object, this is {json_name(plain)}"


def json_name(value: object) -> str:
    """What a plain value is called in JSON."""
    names = {dict: "an object", list: "an array", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(value), "a number")


def _in_words(kinds: str) -> str:
    return " or ".join(NAMES.get(kind, kind) for kind in kinds.split(" | "))
