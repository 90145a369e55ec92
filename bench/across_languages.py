"""The same troops in French and in English: claims of the sample article beside those of a stream, by what they share.

The evaluation data's folder is given by --eval or FIGUREWATCH_EVAL.
"""

import argparse
import json
import os
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.article import Article, Origin
from figurewatch.schemas.claim import Claim
from figurewatch.schemas.codec import article_from

MOMENT = datetime(2024, 10, 24, 12, tzinfo=UTC)
ORIGIN = Origin(topic="bench", partition=0, offset=0)


def main() -> None:
    """Print it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, default=os.environ.get("FIGUREWATCH_EVAL"))
    given = options.parse_args()
    if given.eval is None:
        options.error("name the evaluation data's folder by --eval or FIGUREWATCH_EVAL")
    report(Path(given.eval))


def report(folder: Path) -> None:
    """Each French claim of people, and how many English ones have its measure, and of these share a ref with it."""
    reader = Reader()
    sample = Article(id="sample", text=(folder / "articles" / "sample-fr.txt").read_text("utf-8"), lang="fr")
    lines = (folder / "streams" / "nkorea_troops_2024_en.jsonl").read_text("utf-8").splitlines()
    stream = [article_from(json.loads(line)) for line in lines]
    french = reader.read(sample, origin=ORIGIN, received_at=MOMENT).claims
    readings = reader.read_many([(article, ORIGIN, MOMENT) for article in stream])
    english = [claim for reading in readings for claim in reading.claims if claim.measure == "person.troops"]
    say(f"English claims of troops: {len(english)}")
    for claim in french:
        alike = [other for other in english if other.measure == claim.measure]
        shared = Counter(ref for other in alike for ref in refs(claim) & refs(other))
        say(f"{claim.figure.text}: {claim.measure}, {len(alike)} alike; refs shared: {dict(shared.most_common(4))}")


def refs(claim: Claim) -> set[str]:
    """Language-free refs of a claim, its place and its group."""
    return {ref for ref in (*(entity.ref for entity in claim.entities), claim.place, claim.group) if ref}


def say(text: str) -> None:
    """One line."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
