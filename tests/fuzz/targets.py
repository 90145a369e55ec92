"""What any bytes must do: they are read or refused with a reason, and what is read comes back as it was."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from figurewatch.agents.compare import row_key
from figurewatch.agents.jobs import Done, Failed, Job, read_jobs
from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.registering import register
from figurewatch.schemas.alert import Alert
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.claim import Claim, ClaimRecord, Reading
from figurewatch.schemas.codec import decode, decode_article, encode
from figurewatch.schemas.record import Record, SchemaError
from figurewatch.schemas.row import Row, unpack

SEEDS = Path(__file__).parent / "seeds"
"""Inputs that are kept: a folder a target."""
KINDS: tuple[type[Record], ...] = (Article, Reading, ClaimRecord, Claim, Alert, Row)


def codec(data: bytes) -> None:
    """The bytes as each kind of record; a record of claims is judged, too, for strangers may send one."""
    for kind in KINDS:
        _comes_back(kind, data)
    for read in (decode_article, unpack):
        with suppress(SchemaError):
            read(data)
    _judged(data)


def _comes_back(kind: type[Record], data: bytes) -> None:
    with suppress(SchemaError):
        record = decode(kind, data)
        assert decode(kind, encode(record)) == record


def _judged(data: bytes) -> None:
    try:
        record = decode(ClaimRecord, data)
    except SchemaError:
        return
    memory = Memory()
    for offset in (1, 2):
        judge(memory, record, offset=offset, key=row_key(record))


def reader(data: bytes) -> None:
    """The bytes as an article's title and text, in each language: quotes and figures stand where their offsets say."""
    title, _, text = data.decode("utf-8", "replace").partition("\n\n")
    for lang in ("en", "fr", "es", "de"):
        article = Article(id="a", lang=lang, title=title or None, text=text or "x")
        _read(article)


def _read(article: Article) -> None:
    job = Job(key=b"a", value=encode(article), origin=Origin(topic="t", partition=0, offset=1), timestamp=0.0)
    (outcome,) = read_jobs(_reader(), [job])
    if isinstance(outcome, Failed):
        assert outcome.reason in ("SchemaError", "ReadingTooLarge"), outcome.stacktrace
        return
    _offsets_are_exact(article, outcome)


def _offsets_are_exact(article: Article, outcome: Done) -> None:
    reading = decode(Reading, outcome.reading)
    for claim in reading.claims:
        field = (article.title or "") if claim.field == "title" else article.text
        assert claim.quote == field[claim.quote_start : claim.quote_end]
        assert claim.figure.text == field[claim.start : claim.end]
        assert claim.quote_start <= claim.start <= claim.end <= claim.quote_end
    register(None, reading)


@cache
def _reader() -> Reader:
    return Reader(models={})


TARGETS = {"codec": codec, "reader": reader}
