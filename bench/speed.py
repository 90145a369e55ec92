"""How fast the reader is beside the bare spaCy pipeline and its peers: one table from one run, ratios beside rates."""

import gzip
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import spacy

from figurewatch.agents.judging.judge import judge
from figurewatch.agents.judging.memory import Memory
from figurewatch.agents.reading.figures import find_figures
from figurewatch.agents.reading.models import DEFAULT_MODELS
from figurewatch.agents.reading.reader import Reader
from figurewatch.agents.reading.sentences import split
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.claim import ClaimRecord
from figurewatch.schemas.codec import article_from, encode

MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
ORIGIN = Origin(topic="bench", partition=0, offset=0)
PEERS = ("text2num", "number-parser", "quantulum3", "recognizers")
BATCH = 16
PEER_ARTICLES = 25
"""The slowest peer reads a thousand words a second."""
LONG = {
    "one word": ("a", 5_000_000),
    "one number": ("7", 5_000_000),
    "numbers": ("1 ", 400_000),
    "dashes": ("1-", 400_000),
    "a list": ("12,34,", 400_000),
    "fractions": ("1/2/", 400_000),
    "magnitudes": ("2 millions ", 400_000),
    "glued letters": ("5m ", 400_000),
    "numbers far apart": ("7" + " a" * 300 + "\n", 4_000_000),
    "number words": ("cent ", 400_000),
    "news": ("Il y avait 3 000 marins à bord, dit le capitaine. ", 400_000),
}
"""What long texts are made of, and their characters: a cost that is linear grows as they do."""


def say(text: str) -> None:
    """One line."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def articles(folder: Path | None, lang: str) -> list[Article]:
    """The evaluation's speed texts, else the demo's."""
    if folder:
        with gzip.open(folder / "speed" / f"articles_{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
            plain = [json.loads(line) for line in lines]
        return [Article(id=str(number), text=one["text"], lang=lang) for number, one in enumerate(plain)]
    source = files("figurewatch.streams.demo_data") / f"wikinews-{lang}.jsonl"
    return [article_from(json.loads(line)) for line in source.read_text("utf-8").splitlines()]


def table(folder: Path | None, most: int, *, peers: bool) -> None:
    """Both languages, then long texts and memory; all on one core, which the peers' processes inherit."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as scratch:
        python = peers_environment(Path(scratch)) if peers else None
        for lang in ("fr", "en"):
            language(lang, articles(folder, lang)[:most], python)
    long_texts()
    reading_process(folder, most)


def reading_process(folder: Path | None, most: int) -> None:
    """Peak memory of a process of its own that reads both languages."""
    command = [sys.executable, __file__, *([str(folder)] if folder else [])]
    subprocess.run(command, env={**os.environ, "MOST": str(most)}, check=True)


def read_both(folder: Path | None, most: int) -> None:
    """What a reading process does, and the memory that it took."""
    reader = Reader()
    for lang in ("fr", "en"):
        items = [(article, ORIGIN, MOMENT) for article in articles(folder, lang)[:most]]
        for start in range(0, len(items), BATCH):
            reader.read_many(items[start : start + BATCH])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"\nmemory of one reading process at its peak, both languages loaded: {peak:,.0f} MB")


def language(lang: str, texts: list[Article], python: Path | None) -> None:
    """One language's rows: figures only, the whole reader, bare spaCy, the peers; claims judged."""
    words = sum(len(article.text.split()) for article in texts)
    reader, bare = Reader(), spacy.load(DEFAULT_MODELS[lang])
    items = [(article, ORIGIN, MOMENT) for article in texts]
    reader.read_many(items[:3])
    claims: list[ClaimRecord] = []

    def read() -> None:
        for start in range(0, len(items), BATCH):
            for reading in reader.read_many(items[start : start + BATCH]):
                claims.extend(
                    ClaimRecord(
                        article_id=one.article_id, family=one.family, origin=ORIGIN, story=reading.story, claims=(one,)
                    )
                    for one in reading.claims
                )

    figures = words / timed(lambda: [find_figures(article.text, lang) for article in texts])
    whole = words / timed(read)
    spacys = words / timed(lambda: list(bare.pipe((article.text for article in texts), batch_size=BATCH)))
    say(f"\n{lang}: {len(texts)} articles, {words:,} words, one core      words/s   x bare spaCy")
    row("figures only", figures, spacys)
    row("whole reader", whole, spacys)
    row(f"bare spaCy ({DEFAULT_MODELS[lang]})", spacys, spacys)
    if python:
        few = [article.text for article in texts[:PEER_ARTICLES]]
        bare_few = sum(len(text.split()) for text in few) / timed(lambda: list(bare.pipe(few, batch_size=BATCH)))
        for peer in PEERS:
            time_peer(peer, lang, few, python, bare_few)
    with_figure, of = sentences_with_figures(texts, lang)
    say(f"  sentences that hold a figure, and are all that the model reads of a text: {with_figure / of:.1%}")
    memory = Memory()
    judging = timed(lambda: [judge(memory, one, offset=at, key=str(at)) for at, one in enumerate(claims)])
    size = sum(len(encode(one)) for one in claims) // max(1, len(claims))
    say(f"  {len(claims)} claims judged, {len(claims) / judging:,.0f} a second, {size:,} bytes each on the wire")


def row(name: str, rate: float, bare: float) -> None:
    """One line of the table."""
    say(f"  {name:44s} {rate:12,.0f}   {rate / bare:8.2f}")


def sentences_with_figures(texts: list[Article], lang: str) -> tuple[int, int]:
    """How many sentences hold a figure, of how many."""
    held = total = 0
    for article in texts:
        places = [found.start for found in find_figures(article.text, lang)]
        spans = split(article.text, lang)
        total += len(spans)
        held += sum(any(start <= place < end for place in places) for start, end in spans)
    return held, max(1, total)


def peers_environment(folder: Path) -> Path | None:
    """A throw-away environment with the peers, from their lock file; None where it cannot be made."""
    venv.create(folder / "peers", with_pip=True)
    python = folder / "peers" / "bin" / "python"
    lock = Path(__file__).parent / "peers.lock"
    made = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock], capture_output=True, check=False
    )
    if made.returncode:
        say(f"the peers cannot be installed: {made.stderr.decode(errors='replace').strip().splitlines()[-1]}")
        return None
    return python


def time_peer(peer: str, lang: str, texts: list[str], python: Path, bare: float) -> None:
    """One peer's row."""
    command = [str(python), str(Path(__file__).parent / "peer_speed.py"), peer, lang]
    answer = subprocess.run(command, input=json.dumps(texts).encode(), capture_output=True, check=False)
    result = json.loads(answer.stdout or b'{"error": "no answer"}')
    if "error" in result:
        say(f"  {peer:44s} {'-':>12s}   ({result['error'][:60]})")
        return
    row(
        peer + (f" ({result['failed']} texts failed)" if result["failed"] else ""),
        result["words"] / result["seconds"],
        bare,
    )


def long_texts() -> None:
    """Cost a character of long texts, and how it grows when they are four times as long: 4.0 is linear."""
    say("\nlong texts                          characters   ns a character   x for four times the length")
    for name, (part, length) in LONG.items():
        text = part * (length // len(part))
        short = timed(lambda text=text: find_figures(text[: len(text) // 4], "fr"))  # type: ignore[misc]
        whole = timed(lambda text=text: find_figures(text, "fr"))  # type: ignore[misc]
        say(f"  {name:30s} {length:12,d} {whole / length * 1e9:16,.0f}   {whole / short:8.1f}")


if __name__ == "__main__":
    read_both(Path(sys.argv[1]) if len(sys.argv) > 1 else None, int(os.environ["MOST"]))
