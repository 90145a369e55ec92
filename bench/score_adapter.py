"""The figure reader in the words of the evaluation's score.py: only renames fields."""

from typing import Any

from figurewatch.agents.languages import codes
from figurewatch.agents.reading.figures import find_figures
from figurewatch.schemas.claim import Figure

MODIFIERS = {
    "about": "approx",
    "at_least": "ge",
    "more_than": "gt",
    "at_most": "le",
    "less_than": "lt",
    "dozens": "ge",
    "hundreds": "ge",
    "thousands": "ge",
    "millions": "ge",
    "billions": "ge",
}


class Adapter:
    """What score.py calls."""

    LANGS = codes()

    def extract(self, text: str, lang: str) -> list[dict[str, Any]]:
        """Figures as score.py wants them."""
        return [
            {"start": found.start, "end": found.end, "unit": _unit(found.figure), **_values(found.figure)}
            for found in find_figures(text, lang)
        ]


def _unit(figure: Figure) -> str | None:
    return figure.unit or figure.counted


def _values(figure: Figure) -> dict[str, Any]:
    low = None if figure.low is None else float(figure.low)
    high = None if figure.high is None else float(figure.high)
    if figure.qualifier == "between" or (low is not None and high is not None and low != high):
        return {"lo": low, "hi": high}
    return {"value": high if low is None else low, "modifier": MODIFIERS.get(figure.qualifier, "exact")}


def make() -> Adapter:
    """score.py's factory."""
    return Adapter()
