"""How many clashes of two who count the same are found in short cases of our own: in one article, or in two of hours.

Some of them may be looked at when rules are written (dev), the others not (held-out): a gap between the two is a
rule fitted to its examples. `python bench/voices.py --misses dev` shows what dev lacks.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from figurewatch.agents.judging.told import CLASHES
from figurewatch.agents.reading.reader import Reader
from figurewatch.schemas.article import Article
from figurewatch.schemas.claim import Claim
from figurewatch.streams.replay import Replay

GOLD = Path(__file__).parent / "gold" / "voices.jsonl"
TOLD = datetime(2024, 3, 14, 18, tzinfo=UTC)
"""When the first article of a case is published: a Thursday."""
Case = dict[str, Any]


def main() -> None:
    """Print both halves."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", choices=("dev",))
    report_all(show=options.parse_args().misses)


def report_all(show: str | None = None) -> None:
    """Both halves of each battery; `show` names the half whose misses are listed."""
    reader = Reader()
    cases = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    for battery, half in product(sorted({case["battery"] for case in cases}), ("dev", "held-out")):
        if wanted := [case for case in cases if (case["battery"], case["half"]) == (battery, half)]:
            report(f"battery {battery}, {half}", wanted, reader, show=show == half)


def report(name: str, cases: list[Case], reader: Reader, *, show: bool) -> None:
    """Clashes and updates found, and what is no clash called none; a case expects one of "clash", "update", "none"."""
    right, expected = Counter[str](), Counter[str]()
    for case in cases:
        told = judged(case, reader)
        expected[case["expected"]] += 1
        right[case["expected"]] += told == case["expected"]
        if show and told != case["expected"]:
            say(f"  {case['expected']}, told {told}: {' / '.join(one['text'] for one in case['articles'])}")
    say(f"two voices, {name}: " + ", ".join(f"{each} {right[each]} of {expected[each]}" for each in sorted(expected)))


def judged(case: Case, reader: Reader) -> str:
    """What is said of the two figures of a case."""
    articles = [
        Article(
            id=f"case-{number}",
            source=f"Outlet {number}",
            title=one.get("title"),
            text=one["text"],
            lang=case["lang"],
            published_at=TOLD + timedelta(hours=one["hours"]),
        )
        for number, one in enumerate(case["articles"])
    ]
    relations = set(_relations(case, articles, Replay(reader, received_at=TOLD)))
    return "clash" if relations & CLASHES else "update" if "updated" in relations else "none"


def _relations(case: Case, articles: list[Article], replay: Replay) -> Iterator[str]:
    first, second = case["figures"]
    texts = {article.id: article.text for article in articles}
    for step in replay.run(articles, complain=say):
        for verdict in step.verdicts:
            for other in verdict.against:
                pair = verdict.claim, other.claim
                if any(_prints(one, first, texts) and _prints(two, second, texts) for one, two in (pair, pair[::-1])):
                    yield verdict.relation


def _prints(claim: Claim, figure: str, texts: dict[str, str]) -> bool:
    """Whether a claim's figure is the one that stands so, and only once, in its article's text."""
    place = texts[claim.article_id].find(figure)
    return claim.field == "text" and claim.start < place + len(figure) and place < claim.end and place >= 0


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
