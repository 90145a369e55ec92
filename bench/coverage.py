"""What share of the counted figures of real articles lies inside the taxonomy of measures, by language.

The evaluation data's folder is given by --eval or FIGUREWATCH_EVAL; `--outside fr` lists the nouns that lie outside.
"""

import argparse
import gzip
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.codec import article_from

MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
ORIGIN = Origin(topic="bench", partition=0, offset=0)
LISTED = 100


def main() -> None:
    """Streams and ordinary news apart."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, default=os.environ.get("FIGUREWATCH_EVAL"))
    options.add_argument("--outside", metavar="LANG", help="list the commonest nouns outside the taxonomy")
    given = options.parse_args()
    if given.eval is None:
        options.error("name the evaluation data's folder by --eval or FIGUREWATCH_EVAL")
    report_all(Path(given.eval), given.outside)


def report_all(folder: Path, outside: str | None = None) -> None:
    """The share by language, of the streams and of the speed texts."""
    for name, articles in (("streams", of_streams(folder)), ("ordinary news", of_news(folder))):
        counts = counted(articles)
        for lang in sorted({lang for lang, _ in counts}):
            inside = sum(count for (code, noun), count in counts.items() if code == lang and not noun)
            total = sum(count for (code, _), count in counts.items() if code == lang)
            say(f"{name}, {lang}: {inside / total:.1%} of {total} counted figures inside the taxonomy")
        nouns = Counter({noun: count for (lang, noun), count in counts.items() if noun and lang == outside})
        if nouns:
            say("  " + ", ".join(f"{noun} {count}" for noun, count in nouns.most_common(LISTED)))


def counted(articles: Iterator[Article]) -> Counter[tuple[str, str]]:
    """Claims that count something, by language and by the noun outside the taxonomy ("" inside)."""
    reader = Reader(models={})
    found: Counter[tuple[str, str]] = Counter()
    for article in articles:
        reading = reader.read(article, origin=ORIGIN, received_at=MOMENT)
        for claim in reading.claims:
            if claim.figure.kind == "count":
                noun = claim.measure.split(".", 2)[2] if claim.measure.startswith("other.") else ""
                found[reading.lang or "", noun] += 1
    return found


def of_streams(folder: Path) -> Iterator[Article]:
    """The evaluation's development streams."""
    for source in sorted((folder / "streams").glob("*.jsonl")):
        yield from (article_from(json.loads(line)) for line in source.read_text("utf-8").splitlines())


def of_news(folder: Path) -> Iterator[Article]:
    """The texts that speed is measured on."""
    for lang in ("en", "fr"):
        with gzip.open(folder / "speed" / f"articles_{lang}.jsonl.gz", "rt", encoding="utf-8") as lines:
            yield from (Article(id=str(at), text=json.loads(line)["text"], lang=lang) for at, line in enumerate(lines))


def say(text: str) -> None:
    """One line."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
