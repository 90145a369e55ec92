"""Records as a careless world sends them: good ones, and bad ones of many kinds, from a seed."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from figurewatch.schemas.codec import decode, decode_article, encode
from figurewatch.schemas.record import Record, SchemaError

from ..unit.schemas.examples import READING, RECORD

BAD_SHARE = 0.3


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A record, where it goes, and whether it can be read."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes]]
    good: str | None
    """The id of the article, where it is one that can be read."""


FOREIGN: tuple[object, ...] = (
    {"specversion": "1.0", "type": "com.example.order", "source": "/shop", "id": "1", "data": {"total": 12}},
    {"@context": "https://schema.org", "@type": "Person", "name": "Jane Doe"},
    {"after": {"id": 5, "text": None}, "op": "u", "ts_ms": 1700000000000},
    {"schema": "figurewatch.article/2", "id": "later", "text": "Police said 12 people were arrested."},
    {"schema": {"type": "struct"}, "payload": "{}"},
    [["an", "array"], 1, None],
    "a string",
    17,
    None,
)


def _cut(chance: random.Random, good: bytes) -> bytes:
    return good[: chance.randrange(len(good))]


def _flipped(chance: random.Random, good: bytes) -> bytes:
    """One bit in JSON's own characters, so that it is no JSON any more, or one in the text, which does no harm."""
    place = chance.randrange(len(good))
    return good[:place] + bytes([good[place] ^ 1 << chance.randrange(8)]) + good[place + 1 :]


def _noise(chance: random.Random, good: bytes) -> bytes:
    return chance.randbytes(chance.randrange(200))


def _foreign(chance: random.Random, good: bytes) -> bytes:
    return json.dumps(chance.choice(FOREIGN)).encode()


def _mistyped(chance: random.Random, good: bytes) -> bytes:
    plain = json.loads(good)
    name = chance.choice(list(plain))
    return json.dumps({**plain, name: chance.choice([17, [], {}, True, "", "\ud800"])}).encode()


def _lacking(chance: random.Random, good: bytes) -> bytes:
    plain = json.loads(good)
    del plain[chance.choice(list(plain))]
    return json.dumps(plain).encode()


def _nested(chance: random.Random, good: bytes) -> bytes:
    depth = chance.randrange(2_000, 20_000)
    return b'{"id":"deep","text":' + b"[" * depth + b"]" * depth + b"}"


def _utf16(chance: random.Random, good: bytes) -> bytes:
    return good.decode().encode("utf-16")


def _none(chance: random.Random, good: bytes) -> None:
    """A null record: with a key that cannot be read, it withdraws nothing."""


MISHAPS: tuple[Callable[[random.Random, bytes], bytes | None], ...] = (
    _cut, _flipped, _noise, _foreign, _mistyped, _lacking, _nested, _utf16, _none,
)  # fmt: skip
KEYS = (None, b"", b"\xff\xfe", b"some-key", "clé".encode())
HEADERS: tuple[list[tuple[str, bytes]], ...] = (
    [],
    [("traceparent", b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")],
    [("x", b"\xff"), ("x", b"twice")],
    [("ce_type", b"com.example.order"), ("figurewatch_backfill", b"maybe")],
    [("__streams.errors.exception", b"Forged")],
)


def records(seed: int, number: int) -> Iterator[Sent]:
    """So many records, three in ten of them bad: most are articles, some go straight to the later stages."""
    chance = random.Random(seed)
    for count in range(number):
        bad = chance.random() < BAD_SHARE
        topic = chance.choices(("articles", "readings", "claims"), (8, 1, 1))[0] if bad else "articles"
        yield _bad(chance, topic, count) if bad else _good(chance, count)


def _good(chance: random.Random, count: int) -> Sent:
    name = f"good-{count}"
    return Sent(
        topic="articles", key=name.encode(), value=_article(name, chance), headers=chance.choice(HEADERS), good=name
    )


def _article(name: str, chance: random.Random) -> bytes:
    """A short one; the clashes are in other tests."""
    plain = {"id": name, "text": f"Police said {chance.randrange(9999)} people were arrested in Lyon.", "lang": "en"}
    return json.dumps(plain).encode()


def _bad(chance: random.Random, topic: str, count: int) -> Sent:
    """Something that the stage's own decoder does not take; a mishap may do no harm, then another one happens."""
    good = {
        "articles": _article(f"bad-{count}", chance),
        "readings": encode(READING),
        "claims": encode(RECORD),
    }[topic]
    while True:
        value = chance.choice(MISHAPS)(chance, good)
        key = chance.choice(KEYS[1:3] if value is None else KEYS)
        if not is_readable(topic, key, value):
            return Sent(topic=topic, key=key, value=value, headers=chance.choice(HEADERS), good=None)


def is_readable(topic: str, key: bytes | None, value: bytes | None) -> bool:
    """Whether the stage that reads this topic can make something of a record."""
    kinds: dict[str, type[Record]] = {"readings": type(READING), "claims": type(RECORD)}
    try:
        read: Any = decode(kinds[topic], value) if topic in kinds else decode_article(value)
    except SchemaError:
        return False
    return read is not None
