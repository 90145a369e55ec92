"""`make bench`: accuracy against the evaluation data where it is at hand, and speed as ratios of one run.

The evaluation data's folder is given by --eval or FIGUREWATCH_EVAL; without it, speed is measured on the demo's.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import across_languages
import claims_gold
import coverage
import held_out
from speed import say, table

FIGURES = (
    "recognizers",
    "duckling",
    "snips",
    "text2num",
    "number-parser",
    "nemo",
    "quantulum3",
    "measeval",
    "ud-gsd-fr",
)
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
    options.add_argument("--no-peers", action="store_true", help="leave out the peers, which are installed for it")
    given = options.parse_args()
    folder = Path(given.eval) if given.eval else None
    if folder:
        accuracy(folder)
        claims_gold.report_all(folder)
        coverage.report_all(folder)
        across_languages.report(folder)
    else:
        say("no evaluation data: name its folder by --eval or FIGUREWATCH_EVAL for the accuracy tables")
    held_out.report_all()
    table(folder, given.most, peers=not given.no_peers)


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


if __name__ == "__main__":
    main()
