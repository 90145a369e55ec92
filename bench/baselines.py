"""Two ways without a judge, scored by the same scorer: what figurewatch must be better than.

(a) The same counted noun and the same country: another number contradicts, the same number corroborates.
(b) Only exact duplicates are known: the same sentence with the same figure is a repetition, all else is new.
"""

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from speed import say

from figurewatch.agents.reading.towns import country_of

Claim = dict[str, Any]
Pairs = Iterator[tuple[str, Claim, list[Claim]]]
MOST = 8
"""Pairs that the scorer counts for a claim."""


def same_noun(claims: list[Claim]) -> Pairs:
    """Each claim against the earlier ones of its noun and country."""
    known: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        noun, country = (claim["figure"]["counted"] or "").casefold(), _country(claim)
        if noun and country:
            earlier = known[noun, country]
            for relation, wanted in (("contradicted", False), ("corroborated", True)):
                against = [old for old in earlier if (_value(old) == _value(claim)) is wanted]
                if against:
                    yield relation, claim, against[-MOST:]
            earlier.append(claim)


def duplicates(claims: list[Claim]) -> Pairs:
    """Each claim against the earlier ones of the same sentence."""
    known: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        earlier = known[claim["quote"], claim["figure"]["text"]]
        if earlier:
            yield "repeated", claim, earlier[-MOST:]
        earlier.append(claim)


BASELINES: dict[str, Callable[[list[Claim]], Pairs]] = {
    "same noun, same country, other number": same_noun,
    "exact duplicates only": duplicates,
}


def report(claims: Path, *, scorer: Path, gold: Path, scratch: Path) -> None:
    """The scorer's words on both, for the claims that `figurewatch extract` wrote."""
    read = [json.loads(line) for line in claims.read_text("utf-8").splitlines()]
    read.sort(key=lambda claim: (claim["published_at"], claim["article_id"], claim["start"]))
    for name, pairs in BASELINES.items():
        verdicts = scratch / "baseline.jsonl"
        with verdicts.open("w", encoding="utf-8") as out:
            for relation, claim, against in pairs(read):
                out.write(json.dumps({"relation": relation, "claim": claim, "against": against}) + "\n")
        say(f"baseline: {name}")
        subprocess.run([sys.executable, scorer, gold, verdicts], check=False)


def _country(claim: Claim) -> str | None:
    place = claim.get("place") or ""
    return place if place.startswith("country:") else country_of(place)


def _value(claim: Claim) -> tuple[Any, Any]:
    return claim["figure"]["low"], claim["figure"]["high"]
