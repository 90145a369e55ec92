"""Pictures of the dashboards from Prometheus's answers to their queries, where no Grafana can be run."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

CELL_WIDTH, CELL_HEIGHT, GAP = 50, 30, 8
COLOURS = ("#73bf69", "#f2cc0c", "#5794f2", "#ff9830", "#f2495c", "#b877d9", "#8ab8ff", "#ffb357", "#96d98d", "#ff7383")
STYLE = (
    "text{font-family:Inter,Helvetica,Arial,sans-serif;fill:#ccccdc}"
    ".t{font-size:13px;font-weight:500}.r{font-size:15px;font-weight:600}.s{font-size:10px;fill:#9d9fa8}"
    ".n{font-size:30px;font-weight:600}"
)

Answer = list[dict[str, Any]]
"""Series as Prometheus gives them."""
Ask = Callable[[Mapping[str, Any]], Answer]
"""Answers a panel's target."""


def picture(board: Mapping[str, Any], ask: Ask) -> str:
    """One dashboard as an SVG document."""
    panels = board["panels"]
    height = max(panel["gridPos"]["y"] + panel["gridPos"]["h"] for panel in panels) * CELL_HEIGHT + 40
    body = "".join(_placed(panel, ask) for panel in panels)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {24 * CELL_WIDTH} {height}" role="img">'
        f"<title>{escape(board['title'])}</title><style>{STYLE}</style>"
        f'<rect width="100%" height="100%" fill="#111217"/>'
        f'<text class="r" x="{GAP}" y="24">{escape(board["title"])}</text>'
        f'<g transform="translate(0 36)">{body}</g></svg>\n'
    )


def _placed(panel: Mapping[str, Any], ask: Ask) -> str:
    place = panel["gridPos"]
    x, y = place["x"] * CELL_WIDTH, place["y"] * CELL_HEIGHT
    if panel["type"] == "row":
        return f'<text class="r" x="{x + GAP}" y="{y + 20}">{escape(panel["title"])}</text>'
    width, height = place["w"] * CELL_WIDTH - GAP, place["h"] * CELL_HEIGHT - GAP
    inner = _KINDS[panel["type"]](panel, ask, width - 24, height - 44)
    return (
        f'<g transform="translate({x + GAP / 2:g} {y})"><rect width="{width}" height="{height}" rx="3" fill="#181b1f" '
        f'stroke="#2c2f36"/><text class="t" x="12" y="20">{escape(panel["title"])}</text>'
        f'<g transform="translate(12 32)">{inner}</g></g>'
    )


def _named(target: Mapping[str, Any], labels: Mapping[str, str]) -> str:
    text = str(target.get("legendFormat", ""))
    for name, value in labels.items():
        text = text.replace("{{" + name + "}}", value)
    return text.strip()


def _points(series: Mapping[str, Any]) -> list[tuple[float, float]]:
    found = [(float(at), float(value)) for at, value in series.get("values") or [series["value"]]]
    return [(at, value) for at, value in found if value == value]  # noqa: PLR0124 - only NaN differs from itself


def _lines(panel: Mapping[str, Any], ask: Ask, width: float, height: float) -> str:
    found = [(_named(target, one["metric"]), _points(one)) for target in panel["targets"] for one in ask(target)]
    found = [(name, points) for name, points in found if points][: len(COLOURS)]
    if not found:
        return ""
    plot = height - 14 * ((len(found) + 2) // 3)
    first, last = (pick(at for _, points in found for at, _ in points) for pick in (min, max))
    top = max(value for _, points in found for _, value in points) or 1.0
    parts = [_grid(width, plot, top, panel["fieldConfig"]["defaults"]["unit"])]
    for number, (name, points) in enumerate(found):
        colour = COLOURS[number]
        path = " ".join(
            f"{(at - first) / max(1e-9, last - first) * (width - 50) + 50:.1f},{plot - value / top * (plot - 6):.1f}"
            for at, value in points
        )
        x, y = width / 3 * (number % 3), plot + 14 * (number // 3 + 1)
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="1.5" points="{path}"/>')
        parts.append(f'<rect x="{x:.0f}" y="{y - 6:.0f}" width="10" height="3" fill="{colour}"/>')
        parts.append(f'<text class="s" x="{x + 14:.0f}" y="{y:.0f}">{escape(name[: int(width / 17)])}</text>')
    return "".join(parts)


def _grid(width: float, plot: float, top: float, unit: str) -> str:
    parts = []
    for level in (0.0, 0.5, 1.0):
        y = plot - level * (plot - 6)
        parts.append(f'<line x1="50" x2="{width:g}" y1="{y:.1f}" y2="{y:.1f}" stroke="#2c2f36"/>')
        parts.append(f'<text class="s" x="0" y="{y + 3:.1f}">{_value(level * top, unit)}</text>')
    return "".join(parts)


def _number(panel: Mapping[str, Any], ask: Ask, width: float, height: float) -> str:
    (target,) = panel["targets"]
    defaults = panel["fieldConfig"]["defaults"]
    found = [(_named(target, one["metric"]), points[-1][1]) for one in ask(target) if (points := _points(one))]
    step = width / max(1, len(found))
    return "".join(
        f'<text class="n" x="{step * number:.0f}" y="{height * 0.6:.0f}" style="fill:{_colour(value, defaults)}">'
        f"{_value(value, defaults['unit'])}</text>"
        f'<text class="s" x="{step * number:.0f}" y="{height * 0.6 + 18:.0f}">{escape(name[:24])}</text>'
        for number, (name, value) in enumerate(found)
    )


def _colour(value: float, defaults: Mapping[str, Any]) -> str:
    shades = {"green": COLOURS[0], "orange": COLOURS[3], "red": COLOURS[4]}
    reached = [step["color"] for step in defaults["thresholds"]["steps"] if value >= (step["value"] or 0)]
    return shades[reached[-1]]


def _heat(panel: Mapping[str, Any], ask: Ask, width: float, height: float) -> str:
    """Prometheus counts all up to a bound; what lies between two bounds is their difference."""
    (target,) = panel["targets"]
    found = sorted((float(one["metric"]["le"]), dict(_points(one))) for one in ask(target))
    times = sorted({at for _, points in found for at in points})
    below: dict[float, float] = dict.fromkeys(times, 0.0)
    rows = []
    for bound, points in found:
        rows.append((bound, {at: max(0.0, points.get(at, below[at]) - below[at]) for at in times}))
        below = {at: points.get(at, below[at]) for at in times}
    most = max((value for _, row in rows for value in row.values()), default=0.0) or 1.0
    high, wide = height / max(1, len(rows)), (width - 50) / max(1, len(times))
    cells = (
        f'<rect x="{50 + wide * column:.1f}" y="{height - high * (number + 1):.1f}" width="{wide:.1f}" '
        f'height="{high:.1f}" fill="#ff9830" fill-opacity="{row[at] / most:.2f}"/>'
        for number, (_, row) in enumerate(rows)
        for column, at in enumerate(times)
        if row[at]
    )
    labels = (
        f'<text class="s" x="0" y="{height - high * number - 2:.1f}">{_value(bound, "s")}</text>'
        for number, (bound, _) in enumerate(rows)
        if number % 3 == 0 and bound < float("inf")
    )
    return "".join((*cells, *labels))


def _table(panel: Mapping[str, Any], ask: Ask, width: float, height: float) -> str:
    (target,) = panel["targets"]
    falling, unit = panel["options"]["sortBy"][0]["desc"], panel["fieldConfig"]["defaults"]["unit"]
    found = [(_points(one)[-1][1], one["metric"]) for one in ask(target)]
    found.sort(key=lambda row: row[0], reverse=falling)
    return "".join(
        f'<text class="s" x="0" y="{14 + 17 * number}">{escape("  ".join(metric.values()))}</text>'
        f'<text class="s" x="{width - 40:g}" y="{14 + 17 * number}">{_value(value, unit)}</text>'
        for number, (value, metric) in enumerate(found[: int(height // 17)])
    )


_KINDS: dict[str, Callable[[Mapping[str, Any], Ask, float, float], str]] = {
    "timeseries": _lines,
    "stat": _number,
    "heatmap": _heat,
    "table": _table,
}


def _value(value: float, unit: str) -> str:
    if unit == "percentunit":
        return f"{value * 100:.3g} %"
    if unit == "bytes":
        return f"{value / 1e6:.3g} MB"
    if unit == "s":
        return _seconds(value)
    return f"{value:.3g}" + ("/s" if unit in ("reqps", "ops") else "")


def _seconds(value: float) -> str:
    if 0 < value < 1:
        return f"{value * 1000:.3g} ms"
    size, unit = next(one for one in ((86400, "d"), (3600, "h"), (60, "min"), (0, "s")) if value >= one[0])
    return f"{value / (size or 1):.3g} {unit}"
