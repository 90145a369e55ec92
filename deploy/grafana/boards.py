"""What a dashboard is made of: rows of panels."""

from typing import NamedTuple

from .panels import Panel, Query


class Row(NamedTuple):
    """A titled row of panels, one beside the other."""

    title: str
    height: int
    panels: tuple[Panel, ...]


class Board(NamedTuple):
    """One dashboard."""

    uid: str
    title: str
    text: str
    rows: tuple[Row, ...]


def quantiles(metric: str, by: str, legend: str, *shares: float, match: str = "OURS") -> tuple[Query, ...]:
    """Quantiles of a histogram over time."""
    rate = f"sum by ({by}, le) (rate({metric}_bucket{{{match}}}[$__rate_interval]))"
    return tuple(Query(f"histogram_quantile({share}, {rate})", f"{legend} p{share * 100:g}") for share in shares)
