"""Writes the dashboards: `python -m deploy.grafana.generate --write`, or `--check`, from the project's folder."""

import json
import sys
from pathlib import Path

from grafana_foundation_sdk.builders import dashboard
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.models import dashboard as models

from .boards import Board
from .overview_board import overview
from .panels import DATASOURCE, WIDTH
from .pipeline_board import pipeline
from .worker_board import worker

FOLDER = Path(__file__).parent / "dashboards"
TAG = "figurewatch"


def documents() -> dict[Path, str]:
    """Every dashboard as JSON, by its file."""
    return {FOLDER / f"{board.uid}.json": _document(board) for board in (overview(), pipeline(), worker())}


def _document(board: Board) -> str:
    made = dashboard.Dashboard(board.title).uid(board.uid).description(board.text).tags([TAG]).readonly()
    made = made.refresh("10s").time("now-1h", "now").timezone("browser").tooltip(models.DashboardCursorSync.CROSSHAIR)
    others = dashboard.DashboardLink("Figurewatch").type(models.DashboardLinkType.DASHBOARDS).tags([TAG])
    made = made.link(others.include_vars(True).keep_time(True))
    for variable in _variables():
        made = made.with_variable(variable)
    top = 0
    for row in board.rows:
        made = made.with_row(dashboard.Row(row.title).grid_pos(models.GridPos(h=1, w=WIDTH, x=0, y=top)))
        width = WIDTH // len(row.panels)
        for number, panel in enumerate(row.panels):
            place = models.GridPos(h=row.height, w=width, x=number * width, y=top + 1)
            made = made.with_panel(panel.grid_pos(place))
        top += row.height + 1
    return json.dumps(made.build(), cls=JSONEncoder, indent=2, sort_keys=True) + "\n"


def _variables() -> list[dashboard.DatasourceVariable | dashboard.QueryVariable | dashboard.TextBoxVariable]:
    return [
        dashboard.DatasourceVariable("datasource").label("Prometheus").type("prometheus"),
        _query("job", "label_values(figurewatch_build_info, job)", "Installation"),
        _query("instance", 'label_values(figurewatch_build_info{job=~"$job"}, instance)', "Worker"),
        _query("topic", 'label_values(figurewatch_lag_records{job=~"$job"}, topic)', "Topic"),
        dashboard.TextBoxVariable("runbook").label("Runbook at").default_value("/public/figurewatch/runbook.md"),
    ]


def _query(name: str, query: str, label: str) -> dashboard.QueryVariable:
    everything = models.VariableOption(text="All", value="$__all")
    made = dashboard.QueryVariable(name).label(label).datasource(DATASOURCE).query(query).multi(True)
    return (
        made.include_all(True).all_value(".*").current(everything).refresh(models.VariableRefresh.ON_TIME_RANGE_CHANGED)
    )


def main() -> int:
    """Write the dashboards, or tell whether they are as they should be."""
    made = documents()
    if "--write" in sys.argv:
        for path, text in made.items():
            path.write_text(text, "utf-8")
    stale = [path for path, text in made.items() if not path.is_file() or path.read_text("utf-8") != text]
    for path in stale:
        print(f"{path} is out of date; type: python -m deploy.grafana.generate --write", file=sys.stderr)  # noqa: T201
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
