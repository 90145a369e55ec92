"""Commands for those who read alerts: alerts, explain, state."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, get_args

import click

from ...schemas.alert import Alert, Relation, Severity
from ...schemas.codec import decode, encode
from ...schemas.record import SchemaError
from ...schemas.row import Past
from .. import backup
from ..consuming import records
from ..hostile import safe_json
from ..render import alert_panel, console, explanation, figures_table, pasts_table
from ..settings import Settings
from ..state import forgotten, remembered, tracked
from .common import EXIT_TROUBLE, brokers_option, complain, json_line, json_option, kafka_at, wants_json

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


@click.command(short_help="Read the alerts.")
@click.option("--since", type=Moment(), help="Alerts published from then on.")
@click.option("--relation", type=click.Choice(get_args(Relation)), multiple=True, help="Only these; may be repeated.")
@click.option("--min-severity", type=click.Choice(SEVERITIES), default="low", show_default=True)
@click.option("--follow", is_flag=True, help="Go on with those to come, until Ctrl-C.")
@brokers_option
@json_option
def alerts(
    since: datetime | None,
    relation: tuple[str, ...],
    min_severity: str,
    follow: bool,
    broker: str | None,
    as_json: bool | None,
) -> None:
    """Read the alerts: headline, both quotes side by side with the figure marked, who, when, why.

    An update or a cancel names the alert that it refers to.
    """
    settings = kafka_at(broker)
    screen, plain = console(), wants_json(as_json)
    for alert in _alerts(settings, since=since, follow=follow):
        wanted = not relation or alert.relation in relation
        if not wanted or SEVERITIES.index(alert.severity) < SEVERITIES.index(min_severity):
            continue
        if plain:
            json_line(alert)
        else:
            screen.print(alert_panel(alert))


def _alerts(settings: Settings, *, since: datetime | None = None, follow: bool = False) -> Iterator[Alert]:
    """In the order of their publication; on and on they come as they come."""
    found: Iterable[Any] = records(settings, settings.topic("alerts"), since=since, follow=follow)
    if not follow:
        found = sorted(found, key=lambda record: record.timestamp)
    return _decoded(record.value for record in found)


def _decoded(values: Iterable[bytes]) -> Iterator[Alert]:
    for value in values:
        try:
            yield decode(Alert, value)
        except SchemaError as error:
            complain(f"not an alert: {error}")


@click.command(short_help="Show everything behind one alert.")
@click.argument("alert_id")
@click.option(
    "--alerts",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Look in a file of alerts, as `figurewatch replay --alerts FILE` writes it; no broker.",
)
@brokers_option
@json_option
def explain(alert_id: str, file: Path | None, broker: str | None, as_json: bool | None) -> None:
    """Show everything behind one alert: quotes, gates with their reasons, the tracked figure, what would change it.

    Exit code 1 when there is no such alert.
    """
    found = _decoded(file.read_bytes().splitlines()) if file else _alerts(kafka_at(broker))
    alert = next((alert for alert in found if alert.alert_id == alert_id), None)
    if alert is None:
        complain(f"there is no alert {alert_id}")
        sys.exit(EXIT_TROUBLE)
    if wants_json(as_json):
        json_line(alert)
    else:
        console().print(explanation(alert))


@click.group(short_help="Show the tracked figures; export or import all.", invoke_without_command=True)
@click.option("--measure", help="Only of this measure, as person.dead, or of all below one, as person.")
@click.option("--entity", help="Only with a claim that names it: a ref, as country:FR, or its words.")
@click.option(
    "--forgotten", "past", is_flag=True, help="The summaries of those forgotten; --entity: their place's ref."
)
@brokers_option
@json_option
@click.pass_context
def state(
    context: click.Context,
    measure: str | None,
    entity: str | None,
    past: bool,
    broker: str | None,
    as_json: bool | None,
) -> None:
    """Show the tracked figures: low, best, high, claims, originators.

    They are read from compare's changelog topic, so no worker need run.
    """
    if context.invoked_subcommand:
        return
    memory = remembered(kafka_at(broker))
    if past:
        _show_forgotten(list(forgotten(memory, measure=measure, place=entity)), plain=wants_json(as_json))
        return
    chosen = list(tracked(memory, measure=measure, entity=entity))
    if not wants_json(as_json):
        console().print(figures_table((one.figure, one.claims[0]) for one in chosen))
        return
    for one in chosen:
        plain = {name: getattr(one.figure, name) for name in one.figure.__struct_fields__}
        json_line({**plain, "measure": one.claims[0].measure, "claim_ids": [claim.claim_id for claim in one.claims]})


def _show_forgotten(pasts: list[Past], *, plain: bool) -> None:
    if not plain:
        console().print(pasts_table(pasts))
        return
    for one in pasts:
        json_line(one)


@state.command("export", short_help="Print all tables, one row a line.")
@brokers_option
def export_(broker: str | None) -> None:
    """Print every row of both tables as a line of JSON: a backup. Stop the workers first for one of a single moment."""
    for row in backup.export(kafka_at(broker)):
        click.echo(safe_json(encode(row)))


@state.command("import", short_help="Write exported tables into a new installation.")
@click.argument("file", type=click.File("rb"))
@brokers_option
def import_(file: BinaryIO, broker: str | None) -> None:
    """Write what `state export` printed into the empty tables of a new installation, before its first worker starts.

    FILE may be - for standard input. The new installation may have another number of partitions.
    """
    click.echo(f"{backup.restore(kafka_at(broker), file)} rows imported")


COMMANDS = (alerts, explain, state)
