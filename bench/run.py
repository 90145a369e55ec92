"""`make bench`: accuracy against the evaluation data where it is at hand, and speed as ratios of one run.

The evaluation data's folder is given by --eval or FIGUREWATCH_EVAL; without it, speed is measured on the demo's.
"""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
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
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.claim import ClaimRecord
from figurewatch.schemas.codec import article_from, encode

MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
ORIGIN = Origin(topic="bench", partition=0, offset=0)
FIGURES = ("recognizers", "duckling", "snips", "text2num", "number-parser", "nemo", "quantulum3", "ud-gsd-fr")
STREAMS = {
    "nkorea_troops_2024_en": "nkorea_troops_2024_en",
    "wikinews_en": "wikinews_ccby_en",
    "globalvoices_fr_ccby": "globalvoices_ccby_fr",
    "maui_fire_2023_en": "maui_fire_2023_en",
    "retraites_2019_fr": "retraites_2019_fr",
}


def main() -> None:
    """Print everything."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, default=os.environ.get("FIGUREWATCH_EVAL"))
    options.add_argument("--most", type=int, default=150, help="articles for the speed table")
    given = options.parse_args()
    folder = Path(given.eval) if given.eval else None
    if folder:
        accuracy(folder)
    else:
        say("no evaluation data: name its folder by --eval or FIGUREWATCH_EVAL for the accuracy tables")
    for lang in ("fr", "en"):
        speed(lang, articles(folder, lang)[: given.most])


def say(text: str) -> None:
    """One line."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def accuracy(folder: Path) -> None:
    """The scorers' own words, on figures, originators and streams."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent)}
    for name in FIGURES:
        command = [
            sys.executable,
            str(folder / "score.py"),
            str(folder / "figures" / f"{name}.jsonl"),
            "score_adapter:make",
        ]
        for more in ([], ["--ranges"]) if name == "recognizers" else ([],):
            subprocess.run(command + more, env=environment, check=False)
    with tempfile.TemporaryDirectory() as scratch:
        for stream, gold in STREAMS.items():
            score_stream(folder / "streams" / f"{stream}.jsonl", folder, gold, Path(scratch))


def score_stream(source: Path, folder: Path, gold: str, scratch: Path) -> None:
    """Originators and relations of one stream, by the command line."""
    say(f"\n{source.stem}")
    program = [sys.executable, "-m", "figurewatch.streams"]
    claims, verdicts = scratch / "claims.jsonl", scratch / "verdicts.jsonl"
    with claims.open("wb") as out:
        subprocess.run([*program, "extract", str(source)], stdout=out, check=False)
    replay = [*program, "replay", str(source), "--verdicts", str(verdicts), "--alerts", str(scratch / "alerts.jsonl")]
    subprocess.run(replay, check=False)
    answers = folder / "streams" / "gold" / f"{gold}.jsonl"
    subprocess.run([sys.executable, str(folder / "score_originators.py"), answers, source, claims], check=False)
    subprocess.run([sys.executable, str(folder / "score_streams.py"), answers, verdicts], check=False)


def articles(folder: Path | None, lang: str) -> list[Article]:
    """The evaluation's speed texts, else the demo's."""
    if folder:
        with gzip.open(folder / "speed" / f"articles_{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
            plain = [json.loads(line) for line in lines]
        return [Article(id=str(number), text=one["text"], lang=lang) for number, one in enumerate(plain)]
    source = files("figurewatch.streams.demo_data") / f"wikinews-{lang}.jsonl"
    return [article_from(json.loads(line)) for line in source.read_text("utf-8").splitlines()]


def speed(lang: str, texts: list[Article]) -> None:
    """Words a second on one core: figures only, the whole reader, the bare spaCy pipeline; and claims judged."""
    words = sum(len(article.text.split()) for article in texts)
    reader, bare = Reader(), spacy.load(DEFAULT_MODELS[lang])
    items = [(article, ORIGIN, MOMENT) for article in texts]
    reader.read_many(items[:3])
    kept: list[ClaimRecord] = []

    def read() -> None:
        for start in range(0, len(items), 16):
            for reading in reader.read_many(items[start : start + 16]):
                kept.extend(
                    ClaimRecord(
                        article_id=one.article_id, family=one.family, origin=ORIGIN, story=reading.story, claims=(one,)
                    )
                    for one in reading.claims
                )

    figures = timed(lambda: [find_figures(article.text, lang) for article in texts])
    whole = timed(read)
    spacys = timed(lambda: list(bare.pipe((article.text for article in texts), batch_size=16)))
    memory = Memory()
    judging = timed(lambda: [judge(memory, one, offset=at, key=str(at)) for at, one in enumerate(kept)])
    say(
        f"{lang}: {len(texts)} articles, {words:,} words; figures only {words / figures:,.0f} words/s, whole reader "
        f"{words / whole:,.0f}, bare spaCy {words / spacys:,.0f}; reader/spaCy {spacys / whole:.2f}; "
        f"{len(kept)} claims judged, {len(kept) / judging:,.0f} a second, "
        f"{sum(len(encode(one)) for one in kept) // max(1, len(kept)):,} bytes each on the wire"
    )


def timed(work: Callable[[], object]) -> float:
    """Seconds that something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
