"""How well figures are read in sentences of our own, labelled by hand before the reader had seen them.

Half of them may be looked at when rules are written (dev), the other half not (held-out): a gap between the two is a
rule fitted to its examples. `python bench/held_out.py --misses dev` shows what dev lacks.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from figurewatch.agents.reading.figures import find_figures
from figurewatch.schemas.claim import Figure

GOLD = Path(__file__).parent / "gold" / "figures.jsonl"


def main() -> None:
    """Print both halves."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", choices=("dev",))
    report_all(show=options.parse_args().misses)


def report_all(show: str | None = None) -> None:
    """Both halves; `show` names the one whose misses are listed."""
    cases = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    for half in ("dev", "held-out"):
        report(half, [case for case in cases if case["half"] == half], show=show == half)


def report(half: str, cases: list[dict[str, Any]], *, show: bool) -> None:
    """Precision and recall of interval with qualifier, and of these the share whose unit or noun is right too."""
    expected = read = right = units = 0
    for case in cases:
        found = [one.figure for one in find_figures(case["text"], case["lang"])]
        answers = [figure for figure in found if figure.kind not in ("ordinal", "score")]
        expected, read = expected + len(case["figures"]), read + len(answers)
        for gold in case["figures"]:
            match = next((figure for figure in answers if agrees(figure, gold)), None)
            if match is not None:
                answers.remove(match)
                right, units = right + 1, units + named(match, gold["unit"])
            elif show:
                say(f"  missed {gold} in {case['text']!r}")
        for figure in answers if show else ():
            say(f"  too much {figure.text!r} {figure.low}..{figure.high} {figure.qualifier} in {case['text']!r}")
    say(
        f"{half}: {len(cases)} sentences, {expected} figures; interval and qualifier: precision {right / read:.3f}, "
        f"recall {right / expected:.3f}; unit or counted noun right in {units / right:.3f} of these"
    )


def agrees(figure: Figure, gold: dict[str, Any]) -> bool:
    """Whether interval and qualifier are those of the label."""
    same = all(close(value, gold[name]) for name, value in (("low", figure.low), ("high", figure.high)))
    return same and figure.qualifier == gold["qualifier"]


def close(value: Any, label: float | None) -> bool:
    """Equal but for the rounding of a quotient."""
    if value is None or label is None:
        return value is None and label is None
    return abs(float(value) - label) <= 1e-9 * max(1.0, abs(label))


def named(figure: Figure, unit: str | None) -> bool:
    """Whether the unit, or the first word of the counted noun's head phrase, is that of the label."""
    return unit is None or figure.unit == unit or unit.lower() in (figure.counted or "").lower().split()


def say(text: str) -> None:
    """One line."""
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
