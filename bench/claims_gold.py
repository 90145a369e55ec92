"""How often measure, status, country and as-of of a claim are those that a person labelled (gold/claims.jsonl).

The streams' folder is given by --eval or FIGUREWATCH_EVAL. `--misses dev` shows what is wrong in the half to tune on.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from figurewatch.agents.reading.towns import country_of

GOLD = Path(__file__).parent / "gold" / "claims.jsonl"
KNOWN = frozenset((Path(__file__).parent / "gold" / "measures.txt").read_text("utf-8").split())
"""The taxonomy of the day of labelling: the label "other" means any measure outside it."""
DEV, REPORT = ("dev", "dev2", "dev3"), ("report", "report2", "report3")
"""Rules may be tuned on the first alone; the 2s and 3s are of all figures, such as should make no claim among them."""
FIRST = "measure by the first reader alone"
Claims = dict[tuple[str, str, int], dict[str, Any]]


def main() -> None:
    """Print every part."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--eval", type=Path, default=os.environ.get("FIGUREWATCH_EVAL"))
    options.add_argument("--misses", choices=DEV)
    given = options.parse_args()
    if given.eval is None:
        options.error("name the evaluation data's folder by --eval or FIGUREWATCH_EVAL")
    report_all(Path(given.eval), show=given.misses)


def report_all(folder: Path, show: str | None = None) -> None:
    """Every part of the labels against what `extract` prints today."""
    labels = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    made = {
        name: extracted(folder / "streams" / f"{name}.jsonl", {one["article_id"] for one in labels})
        for name in sorted({one["stream"] for one in labels})
    }
    for half in (*DEV, *REPORT):
        right: Counter[str] = Counter()
        asked: Counter[str] = Counter()
        for label in (one for one in labels if one["half"] == half):
            claim = made[label["stream"]].get((label["article_id"], label["field"], label["start"]))
            for name, ok in judged(label, claim).items():
                asked[name] += 1
                right[name] += ok
                if not ok and show == half:
                    say(f"  {name}: {label} got {brief(claim)}")
        say(f"{half}: " + ", ".join(f"{name} {right[name] / asked[name]:.1%} of {asked[name]}" for name in asked))


def extracted(source: Path, labelled: set[str]) -> Claims:
    """The claims of a stream's labelled articles by article, field and place."""
    with tempfile.TemporaryDirectory() as scratch:
        articles = Path(scratch) / source.name
        lines = source.read_text("utf-8").splitlines()
        articles.write_text("".join(f"{line}\n" for line in lines if json.loads(line)["id"] in labelled), "utf-8")
        command = [sys.executable, "-m", "figurewatch.streams", "extract", str(articles)]
        out = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
    claims = [json.loads(line) for line in out.splitlines()]
    found: Claims = {}
    for claim in claims:
        for place in range(claim["start"], claim["end"]):  # a figure may begin with its qualifier today
            found.setdefault((claim["article_id"], claim["field"], place), claim)
    return found


def judged(label: dict[str, Any], claim: dict[str, Any] | None) -> dict[str, bool]:
    """Which of the questions that a label answers the claim answers alike."""
    accepted = {*label["measure"], *label.get("measure_also", ())}
    if claim is None:
        return {"measure": "none" in accepted, FIRST: "none" in label["measure"]}
    measure = claim["measure"]
    kinds = {measure, measure.split(".")[0], *(() if measure in KNOWN else ("other",))}
    answers = {"measure": bool(kinds & accepted), FIRST: bool(kinds & set(label["measure"]))}
    if not answers["measure"] and label["measure"] == ["none"]:
        return answers
    if "status" in label:
        answers["status"] = claim["status"] in label["status"]
    if label.get("country"):
        answers["country"] = country(claim) in label["country"]
    if label.get("as_of"):
        answers["as-of"] = (claim["as_of"] or {}).get("start", "")[:10] == label["as_of"]
    return answers


def country(claim: dict[str, Any]) -> str | None:
    """ISO code of the country that the claim's place lies in, or is."""
    place = claim.get("place") or ""
    ref = place if place.startswith("country:") else country_of(place)
    return ref.removeprefix("country:") if ref else None


def brief(claim: dict[str, Any] | None) -> str:
    """What the program said."""
    if claim is None:
        return "no claim"
    as_of = (claim["as_of"] or {}).get("start", "")[:10]
    return f"{claim['measure']} {claim['status']} {claim.get('place')} {as_of}"


def say(text: str) -> None:
    """One line."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
