"""Bytes to records and back; bad bytes get a reason that a person understands."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurewatch.schemas.alert import Alert, Verdict
from figurewatch.schemas.article import MAX_RECORD_BYTES, Article
from figurewatch.schemas.claim import Claim, Figure, Reading
from figurewatch.schemas.codec import article_from, decode, decode_article, encode
from figurewatch.schemas.record import SchemaError

from .examples import ALERT, CLAIM, READING, RECORDS


def article(**fields: object) -> bytes:
    """An article's bytes: a good one's but for `fields`."""
    return json.dumps({"id": "a1", "text": "Some words.", **fields}).encode()


decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=4)
figures: st.SearchStrategy[Figure] = st.builds(
    Figure,
    text=st.text(),
    kind=st.sampled_from(["count", "money", "percent"]),
    low=decimals | st.none(),
    high=decimals | st.none(),
    step=decimals | st.none(),
    alternatives=st.lists(decimals, max_size=3).map(tuple),
)


class TestRoundTrips:
    @pytest.mark.parametrize("name", sorted(RECORDS))
    def test_every_record_comes_back_as_it_was(self, name: str) -> None:
        record = RECORDS[name]
        assert decode(type(record), encode(record)) == record

    @given(figures)
    def test_any_figure_comes_back_as_it_was(self, figure: Figure) -> None:
        assert decode(Figure, encode(figure)) == figure

    @given(st.text(min_size=1).filter(str.strip), st.text(), st.datetimes(timezones=st.just(UTC)))
    def test_any_article_comes_back_as_it_was(self, text: str, title: str, moment: datetime) -> None:
        record = Article(id="a1", text=text, title=title, published_at=moment)
        assert decode_article(encode(record)) == record

    def test_figures_are_numbers_on_the_wire_and_lose_no_digit(self) -> None:
        figure = Figure(text="…", kind="money", low=Decimal("12345678901234567.89"), high=None)
        assert b'"low":12345678901234567.89,' in encode(figure)
        assert decode(Figure, encode(figure)) == figure

    @pytest.mark.parametrize(("kind", "record"), [(Reading, READING), (Alert, ALERT), (Claim, CLAIM)])
    def test_fields_of_tomorrow_are_survived(self, kind: Any, record: Any) -> None:
        value = encode(record)[:-1] + b',"of_tomorrow":{"deep":[1,{"x":null}]}}'
        assert decode(kind, value) == record


class TestArticles:
    def test_schema_org_names_are_understood(self) -> None:
        plain = {
            "@id": "urn:a1",
            "headline": "A leak",
            "articleBody": "Some words.",
            "inLanguage": "fr-CA",
            "datePublished": "2024-05-02T14:00:00+02:00",
            "dateModified": "2024-05-03",
            "publisher": {"@type": "Organization", "name": "The Valley Post"},
            "author": [{"name": "A. Writer"}],
        }
        assert decode_article(json.dumps(plain).encode()) == Article(
            id="urn:a1",
            text="Some words.",
            title="A leak",
            lang="fr",
            source="The Valley Post",
            published_at=datetime(2024, 5, 2, 12, tzinfo=UTC),
            updated_at=datetime(2024, 5, 3, tzinfo=UTC),
        )

    def test_its_own_names_win(self) -> None:
        assert decode_article(article(title="Mine", headline="Theirs")).title == "Mine"

    @pytest.mark.parametrize(
        ("text", "moment"),
        [
            ("2024-05-02", datetime(2024, 5, 2, tzinfo=UTC)),
            ("2024-05-02T10:00:00", datetime(2024, 5, 2, 10, tzinfo=UTC)),
            ("2024-05-02T10:00:00Z", datetime(2024, 5, 2, 10, tzinfo=UTC)),
            ("2024-05-02T10:00:00.250-05:30", datetime(2024, 5, 2, 15, 30, 0, 250000, tzinfo=UTC)),
            ("", None),
            (None, None),
        ],
    )
    def test_dates_are_utc(self, text: str | None, moment: datetime | None) -> None:
        assert decode_article(article(published_at=text)).published_at == moment

    @pytest.mark.parametrize(
        "value",
        [
            b'{"id":"a1","text":"Some words.","views":1e400}',
            b'\xef\xbb\xbf{"id":"a1","text":"Some words."}',
            b' {"text":"Some words.","id":"a1","tags":[[],{}]} \n',
        ],
    )
    def test_what_is_not_looked_at_does_no_harm(self, value: bytes) -> None:
        assert decode_article(value) == Article(id="a1", text="Some words.")

    def test_a_nul_escape_is_a_character(self) -> None:
        assert decode_article(b'{"id":"a1","text":"a\\u0000b"}').text == "a\0b"

    def test_whole_emoji_are_characters(self) -> None:
        assert decode_article(b'{"id":"a1","text":"\\ud83d\\ude00"}').text == "😀"


BAD = {
    "nothing": (None, "no value"),
    "empty": (b"", "nothing in it"),
    "truncated": (b'{"id":"a1","text":"Some wo', "breaks off after 26 bytes"),
    "not JSON": (b"{'id': 'a1'}", "not JSON: object keys must be strings at byte 1"),
    "two values": (article() + article(), "trailing characters"),
    "array": (b"[1]", "is an array, it must be an object"),
    "number": (b"12", "is a number, it must be an object"),
    "null": (b"null", "is null, it must be an object"),
    "no id": (b'{"text":"x"}', "`id` is missing"),
    "no text": (b'{"id":"a1"}', "`text` is missing"),
    "id null": (article(id=None), "`id` is null, it must be a string"),
    "id a number": (article(id=7), "`id` is a number, it must be a string"),
    "id empty": (article(id=""), "`id` is empty"),
    "id blank": (article(id=" \n"), "`id` is empty"),
    "id long": (article(id="x" * 513), "`id` is longer than 512 characters"),
    "title long": (article(title="x" * 4097), "`title` is longer than 4096 characters"),
    "language long": (article(lang="x" * 36), "`lang` is longer than 35 characters"),
    "text blank": (article(text=" \t\n\u00a0"), "`text` is empty"),
    "text an array": (article(text=["a"]), "`text` is an array, it must be a string"),
    "title an object": (article(title={}), "`title` is an object, it must be a string or null"),
    "publisher's name": (article(publisher={"name": 3}), "`source` is a number, it must be a string or null"),
    "date in words": (
        article(published_at="yesterday"),
        "`published_at` is no RFC 3339 date-time: 'yesterday'",
    ),
    "date a number": (article(published_at=1714651200), "`published_at` is a number"),
    "date out of range": (article(published_at="0001-01-01T00:00:00+14:00"), "`published_at` is no RFC 3339"),
    "1e400": (b'{"id":"a1","text":1e400}', "`text`: a number is out of range"),
    "NaN": (b'{"id":"a1","text":NaN}', "invalid character at byte 18, 'NaN}'"),
    "lone surrogate": (
        b'{"id":"a1","text":"a \\ud83d b"}',
        r"half a character, \ud83d without its other half",
    ),
    "lone surrogate at the end": (b'{"id":"a1","text":"a \\ud83d"}', "half a character"),
    "lone second half": (b'{"id":"a1","text":"a \\ude00 b"}', r"half a character, \ude00"),
    "NUL byte": (b'{"id":"a1","text":"a\0b"}', "invalid character at byte 20"),
    "not UTF-8": (b'{"id":"a1","text":"caf\xe9"}', "`text`: not UTF-8 text: byte 0xe9"),
    "UTF-16": ('{"id":"a1"}'.encode("utf-16"), "not JSON"),
    "nested arrays": (b"[" * 100_000 + b"]" * 100_000, ""),
    "nested text": (b'{"id":"a1","text":' + b"[" * 100_000 + b"]" * 100_000 + b"}", "nested too deeply"),
    "too large": (article(text="x" * MAX_RECORD_BYTES), "an article may have 4,194,304"),
}


@pytest.mark.parametrize(("value", "reason"), BAD.values(), ids=BAD.keys())
def test_bad_articles_are_refused_with_a_reason(value: bytes | None, reason: str) -> None:
    with pytest.raises(SchemaError) as refused:
        decode_article(value)
    assert reason in str(refused.value)
    assert len(str(refused.value)) < 200


def reading_or_reason(read: Callable[[], Article]) -> str:
    """Any other exception is a bug and gets through."""
    try:
        return read().text
    except SchemaError as refused:
        return str(refused)


@given(st.binary(max_size=60) | st.text(max_size=60).map(lambda text: f'{{"id":{text}}}'.encode()))
def test_any_bytes_are_read_or_refused(value: bytes) -> None:
    assert reading_or_reason(lambda: decode_article(value))


json_values = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
names = st.sampled_from(["id", "text", "title", "lang", "published_at", "publisher", "author", "headline", "x"])


@given(st.dictionaries(names, json_values))
def test_any_fields_are_read_or_refused(plain: dict[str, object]) -> None:
    assert reading_or_reason(lambda: article_from(plain))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda plain: plain.pop("origin"), "`origin` is missing"),
        (lambda plain: plain["origin"].pop("topic"), "`origin.topic` is missing"),
        (
            lambda plain: plain["origin"].update(offset="x"),
            "`origin.offset` is a string, it must be a number",
        ),
        (
            lambda plain: plain["claims"][0].update(published_at="2024-05-02T10:00:00"),
            "claims[0].published_at",
        ),
        (lambda plain: plain.update(schema="figurewatch.reading/2"), "schema"),
    ],
)
def test_a_wrong_reading_is_refused_by_the_field_s_name(
    change: Callable[[dict[str, Any]], object], reason: str
) -> None:
    plain = json.loads(encode(READING))
    change(plain)
    with pytest.raises(SchemaError) as refused:
        decode(Reading, json.dumps(plain).encode())
    assert reason in str(refused.value)


@pytest.mark.parametrize("value", [None, b"", b"{}", b"\xff", b'{"claim":'])
def test_no_verdict(value: bytes | None) -> None:
    with pytest.raises(SchemaError):
        decode(Verdict, value)
