"""Records as a careless world sends them, from a seed: good ones, and bad ones of many kinds.

Some are made by mishaps below, some by Hypothesis, some are what the fuzzers keep. What is bad is what the stage's own
decoder refuses.
"""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from figurewatch.schemas.claim import see_to_whose
from figurewatch.schemas.codec import decode, decode_article, encode
from figurewatch.schemas.record import Record, SchemaError

from ..fuzz.targets import SEEDS
from ..strategies import articles, headers, made, twisted
from ..unit.schemas.examples import READING, RECORD

BAD_SHARE = 0.3
MADE_SHARE = 0.3
"""Of the good and of the bad ones, as long as there are some."""
MOST_MADE = 3_000


class Sent(msgspec.Struct, frozen=True, kw_only=True):
    """A record, where it goes, and whether it can be read."""

    topic: str
    key: bytes | None
    value: bytes | None
    headers: list[tuple[str, bytes | None]]
    good: bool
    """Whether the stage that reads the topic can make something of it."""


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


FATES = ("arrested", "killed", "injured", "evacuated", "rescued", "displaced")
TOWNS = ("Lyon", "Derna", "Lima", "Oslo", "Kyoto", "Dakar", "Quito", "Hanoi", "Perth", "Accra", "Turin", "Porto")


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
HEADERS: tuple[list[tuple[str, bytes | None]], ...] = (
    [],
    [("traceparent", b"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")],
    [("x", b"\xff"), ("x", b"twice"), ("none", None)],
    [("ce_type", b"com.example.order"), ("figurewatch_backfill", b"maybe")],
    [("__streams.errors.exception", b"Forged")],
)


def records(seed: int, number: int) -> Iterator[Sent]:
    """So many records, three in ten of them bad: most are articles, some go straight to the later stages."""
    chance = random.Random(seed)
    good, bad = _made(seed, min(MOST_MADE, number // 10))
    for count in range(number):
        if chance.random() < BAD_SHARE:
            yield bad.pop() if bad and chance.random() < MADE_SHARE else _bad(chance, count)
        else:
            yield good.pop() if good and chance.random() < MADE_SHARE else _good(chance, count)


def _made(seed: int, number: int) -> tuple[list[Sent], list[Sent]]:
    """What Hypothesis makes and the fuzzers keep, the good ones and the bad ones."""
    values = {
        "articles": [*made(articles, number, start=seed), *_kept()],
        "readings": made(twisted(READING), number // 2, start=seed),
        "claims": made(twisted(RECORD), number // 2, start=seed),
    }
    tops = made(headers, number, start=seed)
    sent = [
        Sent(topic=topic, key=KEYS[count % len(KEYS)], value=value, headers=tops[count % len(tops)], good=good)
        for topic, some in values.items()
        for count, value in enumerate(some)
        for good in [is_readable(topic, value)]
    ]
    return [one for one in sent if one.good], [one for one in sent if not one.good]


def _kept() -> list[bytes]:
    return [path.read_bytes() for path in sorted(SEEDS.glob("*/*"))]


def _good(chance: random.Random, count: int) -> Sent:
    name = f"good-{count}"
    value = _article(name, chance)
    return Sent(topic="articles", key=name.encode(), value=value, headers=chance.choice(HEADERS), good=True)


def _article(name: str, chance: random.Random) -> bytes:
    """A short one, mostly of a time and a town of its own; the clashes are in other tests."""
    plain = {
        "id": name,
        "text": f"Police said {chance.randrange(9999)} people were {chance.choice(FATES)} in {chance.choice(TOWNS)}.",
        "lang": "en",
        "published_at": f"2024-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}T08:00:00Z",
    }
    return json.dumps(plain).encode()


def _bad(chance: random.Random, count: int) -> Sent:
    """Something that the stage's own decoder does not take; a mishap may do no harm, then another one happens."""
    topic = chance.choices(("articles", "readings", "claims"), (8, 1, 1))[0]
    good = {
        "articles": _article(f"bad-{count}", chance),
        "readings": encode(READING),
        "claims": encode(RECORD),
    }[topic]
    while True:
        value = chance.choice(MISHAPS)(chance, good)
        key = chance.choice(KEYS[1:3] if value is None else KEYS)
        if not is_readable(topic, value):
            return Sent(topic=topic, key=key, value=value, headers=chance.choice(HEADERS), good=False)


def is_readable(topic: str, value: bytes | None) -> bool:
    """Whether the stage that reads this topic can make something of a record."""
    kinds: dict[str, type[Record]] = {"readings": type(READING), "claims": type(RECORD)}
    try:
        read: Any = decode(kinds[topic], value) if topic in kinds else decode_article(value)
        if topic in kinds:
            see_to_whose(read)
    except SchemaError:
        return False
    return read is not None
