"""How many alerts of medium and high severity a person called right (gold/alerts.jsonl), by stream and over all.

A label belongs to a pair of claims and says as what relations the pair is rightly alerted, so that it outlives a
change of the rules. The streams' folder is given by --eval or FIGUREWATCH_EVAL. `--draw 60` prints, by a seeded
shuffle, alerts of each stream that have no label yet, with their sentences, to be labelled.
"""

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold" / "alerts.jsonl"
STREAMS = (
    "nkorea_troops_2024_en",
    "wikinews_en",
    "wikinews_fr",
    "globalvoices_fr_ccby",
    "maui_fire_2023_en",
    "retraites_2019_fr",
)
NEWS = ("articles_en", "articles_fr")
"""A thousand articles each of ordinary news."""
Alert = dict[str, Any]
Label = dict[str, Any]


def main() -> None:
    """Print precision, or draw what wants a label."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, default=os.environ.get("FIGUREWATCH_EVAL"))
    options.add_argument("--draw", type=int, metavar="N", help="print up to N alerts a stream that have no label")
    options.add_argument("--seed", type=int, default=6)
    given = options.parse_args()
    if given.eval is None:
        options.error("name the evaluation data's folder by --eval or FIGUREWATCH_EVAL")
    with tempfile.TemporaryDirectory() as scratch:
        made = {name: replayed(source_of(name, Path(given.eval)), Path(scratch)) for name in (*STREAMS, *NEWS)}
    if given.draw:
        draw(made, given.draw, given.seed)
    else:
        report_all(made)


def source_of(name: str, folder: Path) -> Path:
    """Where the articles lie."""
    return folder / "speed" / f"{name}.jsonl.gz" if name in NEWS else folder / "streams" / f"{name}.jsonl"


def replayed(source: Path, scratch: Path) -> list[Alert]:
    """The alerts of a stream, by the command line."""
    out = scratch / f"{source.stem}.alerts"
    if source.suffix == ".gz":
        plain = scratch / source.stem
        plain.write_bytes(gzip.decompress(source.read_bytes()))
        source = plain
    command = [sys.executable, "-m", "figurewatch.streams", "replay", str(source), "--alerts", str(out)]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return loud(out)


def loud(path: Path) -> list[Alert]:
    """The alerts of a file that interrupt somebody: medium and high, and no cancels."""
    alerts = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [alert for alert in alerts if alert["severity"] != "low" and alert["type"] != "cancel"]


def report_all(made: dict[str, list[Alert]]) -> None:
    """One line a stream and one for all."""
    labels = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    total: Counter[str] = Counter()
    say("alerts a person calls right, of those that are labelled")
    for name, alerts in made.items():
        mine = [label for label in labels if label["stream"] == name]
        counts = count(alerts, mine)
        say(f"  {name:24s} {line(counts)}")
        total += counts
    say(f"  {'all':24s} {line(total)}")


def count(alerts: list[Alert], labels: list[Label]) -> Counter[str]:
    """Alerts, labelled ones and right ones, for high and for medium with high."""
    counts: Counter[str] = Counter()
    for alert in alerts:
        levels = ("high", "loud") if alert["severity"] == "high" else ("loud",)
        label = label_of(alert, labels)
        for level in levels:
            counts[level] += 1
            counts[f"{level} labelled"] += label is not None
            counts[f"{level} right"] += label is not None and alert["relation"] in label["right_as"]
    return counts


def line(counts: Counter[str]) -> str:
    """High, medium and high, and what the labels cover."""
    shown = [
        f"{words} {counts[f'{level} right']:3d} / {counts[f'{level} labelled']:3d} ({share(counts, level)})"
        for level, words in (("high", "high"), ("loud", "medium and high"))
    ]
    return f"{', '.join(shown)}, labels cover {counts['loud labelled']} of {counts['loud']}"


def share(counts: Counter[str], level: str) -> str:
    """Right ones among the labelled."""
    labelled = counts[f"{level} labelled"]
    return f"{counts[f'{level} right'] / labelled:4.0%}" if labelled else "none"


def label_of(alert: Alert, labels: list[Label]) -> Label | None:
    """The label of the alert's claim and the claim it is held against; one given as right for nothing holds always."""
    sides = (alert["claim"], alert["against"][0]) if alert["against"] else ()
    for label in labels:
        if sides and matches(sides, label["claims"]) and settles(label, alert["relation"]):
            return label
    return None


def settles(label: Label, relation: str) -> bool:
    """A pair that is right as a contradiction may be wrong as a revision: that asks for a label of its own."""
    return not label["right_as"] or relation in label["right_as"] or relation in label.get("wrong_as", ())


def matches(sides: tuple[Any, ...], places: list[Any]) -> bool:
    """Whether two claims stand where the label's two stand, in either order."""
    return any(
        stands(one, places[0]) and stands(two, places[1]) for one, two in ((sides[0], sides[1]), (sides[1], sides[0]))
    )


def stands(claim: dict[str, Any], place: list[Any]) -> bool:
    """The figures' words overlap: a reader may take one more word into a figure than it did."""
    article_id, field, start, end = place
    same = (claim["article_id"], claim["field"]) == (article_id, field)
    return same and claim["start"] < end and start < claim["end"]


def draw(made: dict[str, list[Alert]], most: int, seed: int) -> None:
    """Up to `most` alerts a stream that no label settles, with what a reader needs to judge them."""
    labels = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    for name, alerts in made.items():
        mine = [label for label in labels if label["stream"] == name]
        open_ones = [alert for alert in alerts if alert["against"] and label_of(alert, mine) is None]
        random.Random(seed).shuffle(open_ones)
        for alert in open_ones[:most]:
            say("\n".join(shown(name, alert)))


def shown(stream: str, alert: Alert) -> Iterator[str]:
    """One alert as its pair of claims."""
    yield f"\n{stream} {alert['severity']} {alert['relation']} {alert['claim']['measure']}"
    for claim in (alert["claim"], alert["against"][0]):
        who = (claim["originator"] or {}).get("name") or claim["source"]
        yield f"  {json.dumps([claim['article_id'], claim['field'], claim['start'], claim['end']])} {who}"
        yield f"    {claim['title']} ({claim['published_at']})"
        yield f"    [{claim['figure']['text']}] {claim['quote']}"


def say(text: str) -> None:
    """One line."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
