"""What Hypothesis makes of articles, records and headers; `made` draws so many, for tests that pour them into Kafka."""

import json
from datetime import UTC
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from figurewatch.schemas.codec import encode
from figurewatch.schemas.record import Record

T = TypeVar("T")

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
"""Control characters, overrides and unassigned code points among them."""
numbers = st.integers() | st.decimals(allow_nan=False, allow_infinity=False).map(float) | st.floats()
json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
moments = st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.isoformat())
"""From year 1 to year 9999."""
sentences = st.lists(
    st.sampled_from(["Police said 12 people were arrested in Lyon.", "Entre 10 et 20 %,", "$3.5bn", "\u202e40 dead"])
    | words,
    min_size=1,
    max_size=5,
).map(" ".join)
articles = st.fixed_dictionaries(
    {"id": words.filter(str.strip), "text": sentences.filter(str.strip)},
    optional={
        "title": words,
        "url": words,
        "source": words,
        "author": words | json_values,
        "lang": st.sampled_from(["en", "fr", "es", "de", "xx"]) | words,
        "published_at": moments,
        "updated_at": moments,
        "of tomorrow": json_values,
    },
).map(lambda plain: json.dumps(plain).encode())
"""Nearly all of them can be read."""
headers = st.lists(st.tuples(words, st.binary(max_size=20) | st.none()), max_size=3)
"""As Kafka carries them: a name may come twice, a value may be missing."""


def twisted(record: Record) -> st.SearchStrategy[bytes]:
    """The record with some of its values replaced by others, mostly of their own kind."""
    plain = json.loads(encode(record))
    changes = st.lists(
        st.sampled_from(list(_leaves(plain))).flatmap(lambda at: st.tuples(st.just(at), _other(_value(plain, at)))),
        min_size=1,
        max_size=3,
    )
    return changes.map(lambda some: json.dumps(_with(plain, some)).encode())


def _leaves(plain: Any, at: tuple[str | int, ...] = ()) -> Any:
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for name, value in inner:
        yield (*at, name)
        yield from _leaves(value, (*at, name))


def _value(plain: Any, at: tuple[str | int, ...]) -> Any:
    for name in at:
        plain = plain[name]
    return plain


def _other(value: Any) -> st.SearchStrategy[Any]:
    if isinstance(value, bool):
        return st.booleans() | json_values
    if isinstance(value, int | float):
        return numbers
    return words | moments | json_values if isinstance(value, str) else json_values


def _with(plain: Any, changes: list[tuple[tuple[str | int, ...], Any]]) -> Any:
    """A copy; a change inside what another one has replaced falls away."""
    changed = json.loads(json.dumps(plain))
    for at, value in changes:
        try:
            _value(changed, at[:-1])[at[-1]] = value
        except (KeyError, IndexError, TypeError):
            continue
    return changed


def made(strategy: st.SearchStrategy[T], number: int, *, start: int) -> list[T]:
    """So many examples of it, the same for the same `start`."""
    examples: list[T] = []

    @seed(start)
    @settings(max_examples=number, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategy)
    def take(example: T) -> None:
        examples.append(example)

    take()
    return examples
