"""Commands for those who read alerts: alerts, explain, state."""

import sys
from datetime import UTC, datetime
from typing import Any, get_args

import click

from ...schemas.alert import Alert, Relation, Severity
from ...schemas.codec import decode
from ..consuming import records
from ..render import alert_panel, console, explanation, figures_table
from ..settings import Settings
from ..state import remembered
from .common import brokers_option, complain, json_line, json_option, settings_for, wants_json

SEVERITIES: tuple[str, ...] = get_args(Severity)


class Moment(click.ParamType):
    """An ISO 8601 date or date-time; UTC when it names no zone."""

    name = "ISO-8601"

    def convert(self, value: Any, param: Any, context: Any) -> datetime:
        """From the command line."""
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no ISO 8601 date or date-time", param, context)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@click.command()
@click.option("--since", type=Moment(), help="Alerts published from then on.")
@click.option("--relation", type=click.Choice(get_args(Relation)), multiple=True, help="Only these.")
@click.option("--min-severity", type=click.Choice(SEVERITIES), default="low", show_default=True)
@click.option("--follow", is_flag=True, help="Wait for more, until Ctrl-C.")
@brokers_option
@json_option
def alerts(
    since: datetime | None,
    relation: tuple[str, ...],
    min_severity: str,
    follow: bool,
    broker: str | None,
    as_json: bool,
) -> None:
    """Read the alerts: headline, both quotes side by side with the figure marked, who, when, why."""
    settings = settings_for(broker)
    screen, plain = console(), wants_json(as_json)
    for record in records(settings, settings.topic("alerts"), since=since, follow=follow):
        alert = decode(Alert, record.value)
        wanted = not relation or alert.relation in relation
        if not wanted or SEVERITIES.index(alert.severity) < SEVERITIES.index(min_severity):
            continue
        if plain:
            json_line(alert)
        else:
            screen.print(alert_panel(alert))


@click.command()
@click.argument("alert_id")
@brokers_option
@json_option
def explain(alert_id: str, broker: str | None, as_json: bool) -> None:
    """Everything behind one alert: quotes, gates with their reasons, the tracked figure, what would change it."""
    alert = _find(settings_for(broker), alert_id)
    if alert is None:
        complain(f"there is no alert {alert_id}")
        sys.exit(1)
    if wants_json(as_json):
        json_line(alert)
    else:
        console().print(explanation(alert))


def _find(settings: Settings, alert_id: str) -> Alert | None:
    for record in records(settings, settings.topic("alerts")):
        alert = decode(Alert, record.value)
        if alert.alert_id == alert_id:
            return alert
    return None


@click.command()
@click.option("--measure", help="Only figures of this measure, as person.dead, or of a family, as person.")
@click.option("--entity", help="Only figures of claims about this ref or name.")
@brokers_option
@json_option
def state(measure: str | None, entity: str | None, broker: str | None, as_json: bool) -> None:
    """The tracked figures: low, best, high, claims, originators."""
    chosen = []
    for figure, claims in remembered(settings_for(broker)).tracked_figures():
        if measure and not claims[0].measure.startswith(measure):
            continue
        names = {name for claim in claims for one in claim.entities for name in (one.ref, one.text)}
        if entity and entity not in names | {claim.place for claim in claims}:
            continue
        chosen.append((figure, claims))
    if wants_json(as_json):
        for figure, claims in chosen:
            json_line(
                {
                    **_plain(figure),
                    "measure": claims[0].measure,
                    "claim_ids": [one.claim_id for one in claims],
                }
            )
    else:
        named = [figure for figure, _ in chosen]
        console().print(figures_table(named))


def _plain(figure: Any) -> dict[str, Any]:
    values = {name: getattr(figure, name) for name in figure.__struct_fields__}
    return {
        name: float(value) if name in ("low", "best", "high") and value is not None else value
        for name, value in values.items()
    }


COMMANDS = (alerts, explain, state)
