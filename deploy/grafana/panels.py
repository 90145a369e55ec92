"""The few kinds of panels that the dashboards are made of, each with a unit, a description and thresholds."""

from typing import NamedTuple

from grafana_foundation_sdk.builders import (
    common,
    dashboard,
    heatmap,
    prometheus,
    stat,
    table,
    timeseries,
)
from grafana_foundation_sdk.cog.builder import Builder
from grafana_foundation_sdk.models import common as commons
from grafana_foundation_sdk.models import dashboard as models
from grafana_foundation_sdk.models import heatmap as heatmaps
from grafana_foundation_sdk.models import prometheus as queries

DATASOURCE = models.DataSourceRef(type_val="prometheus", uid="${datasource}")
RUNBOOK = "${runbook}"
OURS = 'job=~"$job", instance=~"$instance"'
TOPIC = 'topic=~"$topic"'

GREEN, AMBER, RED = "green", "orange", "red"
WIDTH = 24

Panel = timeseries.Panel | stat.Panel | heatmap.Panel | table.Panel


class Query(NamedTuple):
    """PromQL, with OURS and TOPIC for what the variables select, and what its lines are called."""

    expr: str
    legend: str = ""

    def written(self) -> str:
        """As Prometheus is asked once Grafana has put its variables in."""
        return self.expr.replace("OURS", OURS).replace("TOPIC", TOPIC)


class Steps(NamedTuple):
    """Where a value turns amber and red; `falling` where small values are bad."""

    amber: float
    red: float
    falling: bool = False


def lines(
    title: str, text: str, unit: str, *asked: Query, steps: Steps | None = None, stacked: bool = False, see: str = ""
) -> timeseries.Panel:
    """Values over time; `see` is the runbook's entry."""
    panel = timeseries.Panel().title(title).description(text).unit(unit).datasource(DATASOURCE).min(0)
    panel = panel.fill_opacity(60 if stacked else 8).line_width(1).show_points(commons.VisibilityMode.NEVER)
    panel = panel.legend(common.VizLegendOptions().show_legend(True).placement(commons.LegendPlacement.BOTTOM))
    panel = panel.tooltip(common.VizTooltipOptions().mode(commons.TooltipDisplayMode.MULTI))
    panel = panel.thresholds(_thresholds(steps)).links(_links(see))
    if stacked:
        panel = panel.stacking(common.StackingConfig().mode(commons.StackingMode.NORMAL))
    if steps:
        style = common.GraphThresholdsStyleConfig().mode(commons.GraphThresholdsStyleMode.DASHED)
        panel = panel.thresholds_style(style)
    for query in asked:
        panel = panel.with_target(_range(query))
    return panel


def number(title: str, text: str, unit: str, query: Query, *, steps: Steps | None = None, see: str = "") -> stat.Panel:
    """What it is now."""
    panel = stat.Panel().title(title).description(text).unit(unit).datasource(DATASOURCE)
    panel = panel.thresholds(_thresholds(steps)).links(_links(see)).graph_mode(commons.BigValueGraphMode.NONE)
    panel = panel.reduce_options(common.ReduceDataOptions().calcs(["lastNotNull"])).no_value("none")
    return panel.with_target(_instant(query))


def heat(title: str, text: str, unit: str, query: Query, *, see: str = "") -> heatmap.Panel:
    """How a histogram's buckets fill over time."""
    panel = heatmap.Panel().title(title).description(text).datasource(DATASOURCE).links(_links(see))
    panel = panel.calculate(False).y_axis(heatmap.YAxisConfig().unit(unit))
    panel = panel.color(heatmap.HeatmapColorOptions().scheme("Oranges").mode(heatmaps.HeatmapColorMode.SCHEME))
    panel = panel.unit(unit).thresholds(_thresholds(None))
    return panel.with_target(_range(query).format(queries.PromQueryFormat.HEATMAP))


def rows(
    title: str, text: str, unit: str, query: Query, *, value: str, falling: bool = True, see: str = ""
) -> table.Panel:
    """A table of the series and their values, in a column called `value`; the greatest first, or the smallest."""
    panel = table.Panel().title(title).description(text).unit(unit).datasource(DATASOURCE).links(_links(see))
    panel = panel.thresholds(_thresholds(None))
    columns = {"excludeByName": {"Time": True}, "renameByName": {"Value": value}}
    panel = panel.with_transformation(models.DataTransformerConfig(id_val="organize", options=columns))
    panel = panel.sort_by([common.TableSortByFieldState().display_name(value).desc(falling)])
    return panel.with_target(_instant(query).format(queries.PromQueryFormat.TABLE))


def _range(query: Query) -> prometheus.Dataquery:
    return _asked(query).range()


def _instant(query: Query) -> prometheus.Dataquery:
    return _asked(query).instant()


def _asked(query: Query) -> prometheus.Dataquery:
    made = prometheus.Dataquery().datasource(DATASOURCE).expr(query.written())
    return made.legend_format(query.legend or "__auto")


def _links(see: str) -> list[Builder[models.DashboardLink]]:
    if not see:
        return []
    return [dashboard.DashboardLink(f"Runbook: {see}").url(f"{RUNBOOK}#{see.lower()}").target_blank(True)]


def _thresholds(steps: Steps | None) -> dashboard.ThresholdsConfig:
    colours = [models.Threshold(color=GREEN)]
    if steps and steps.falling:
        colours = [
            models.Threshold(color=RED),
            models.Threshold(value=steps.red, color=AMBER),
            models.Threshold(value=steps.amber, color=GREEN),
        ]
    elif steps:
        colours += [
            models.Threshold(value=steps.amber, color=AMBER),
            models.Threshold(value=steps.red, color=RED),
        ]
    return dashboard.ThresholdsConfig().mode(models.ThresholdsMode.ABSOLUTE).steps(colours)
