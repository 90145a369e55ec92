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
import alerts_gold
import baselines
import claims_gold
import coverage
import held_out
import scale
import voices
from speed import say, table
from together import Together

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
    voices.report_all()
    table(folder, given.most, peers=not given.no_peers)
    scale.report(folder)


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
        made, together = {}, Together()
        for stream in alerts_gold.STREAMS:
            say(f"\n{stream}")
            made[stream] = score_stream(alerts_gold.source_of(stream, folder), folder, Path(scratch), together)
        for news in alerts_gold.NEWS:
            made[news] = alerts_gold.replayed(alerts_gold.source_of(news, folder), Path(scratch))
        say(f"\n{together.lines()}")
        alerts_gold.report_all(made)


def score_stream(source: Path, folder: Path, scratch: Path, together: Together) -> list[alerts_gold.Alert]:
    """Originators and relations of one stream, by the command line, and the baselines'; its loud alerts."""
    program = [sys.executable, "-m", "figurewatch.streams"]
    claims, verdicts, alerts = (scratch / f"{name}.jsonl" for name in ("claims", "verdicts", "alerts"))
    with claims.open("wb") as out:
        subprocess.run([*program, "extract", str(source)], stdout=out, check=False)
    replay = [*program, "replay", str(source), "--verdicts", str(verdicts), "--alerts", str(alerts)]
    subprocess.run(replay, check=False)
    if source.stem in STREAMS:
        gold = folder / "streams" / "gold" / f"{STREAMS[source.stem]}.jsonl"
        scorer = folder / "score_streams.py"
        subprocess.run([sys.executable, folder / "score_originators.py", gold, source, claims], check=False)
        scored = subprocess.run([sys.executable, scorer, gold, verdicts], check=False, capture_output=True, text=True)
        say(scored.stdout)
        together.add(scored.stdout)
        baselines.report(claims, scorer=scorer, gold=gold, scratch=scratch)
    return alerts_gold.loud(alerts)


if __name__ == "__main__":
    main()
