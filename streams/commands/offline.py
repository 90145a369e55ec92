"""Commands that need no broker: extract, replay, schema."""

import sys
from datetime import UTC, datetime
from importlib.resources import files
from typing import IO

import click
import msgspec

from ...agents.reading.reader import Reader
from ...schemas.article import Origin
from ...schemas.codec import encode
from ..render import alert_panel, console
from ..replay import Replay
from ..settings import from_environment
from ..sources import articles
from .common import complain, json_line, progress

BATCH = 32
_LINES = msgspec.json.Encoder(decimal_format="number")


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--explain", is_flag=True, help="With the rule that read each figure.")
def extract(sources: tuple[str, ...], explain: bool) -> None:
    """Read articles and print their claims as JSON lines; no broker."""
    reader = Reader(models=from_environment().models, explain=explain)
    bad: list[str] = []
    now, show, done = datetime.now(UTC), progress(None, "articles read"), 0
    batch = []
    origin = Origin(topic="extract", partition=0, offset=0)
    for article in articles(sources, complain=bad.append):
        batch.append((article, origin, now))
        if len(batch) == BATCH:
            _print(reader, batch)
            done += len(batch)
            show(done)
            batch = []
    _print(reader, batch)
    _end(bad)


def _print(reader: Reader, batch: list[tuple[object, object, object]]) -> None:
    for reading in reader.read_many(batch):  # type: ignore[arg-type]
        for claim in reading.claims:
            json_line(claim)


def _end(bad: list[str]) -> None:
    for reason in bad:
        complain(reason)
    if bad:
        sys.exit(1)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--verdicts", type=click.File("wb"), help="One JSON line for every verdict.")
@click.option("--alerts", "alerts_file", type=click.File("wb"), help="Alerts as they would be published.")
def replay(sources: tuple[str, ...], verdicts: IO[bytes] | None, alerts_file: IO[bytes] | None) -> None:
    """The same code as in the workers, over a file of articles in published order; no broker.

    Prints the alerts of medium and high severity on a terminal, all of them as JSON lines when piped.
    """
    bad: list[str] = []
    run = Replay(Reader(models=from_environment().models), received_at=datetime.now(UTC))
    wanted = list(articles(sources, complain=bad.append))
    show = progress(len(wanted), "articles")
    screen, plain = console(), not sys.stdout.isatty()
    for count, step in enumerate(run.run(wanted), 1):
        show(count)
        for verdict in step.verdicts:
            if verdicts is not None:
                plain_against = tuple(each.claim for each in verdict.against)
                line = {"relation": verdict.relation, "claim": verdict.claim, "against": plain_against}
                verdicts.write(_LINES.encode(line) + b"\n")
        for alert in step.alerts:
            if alerts_file is not None:
                alerts_file.write(encode(alert) + b"\n")
            elif plain:
                json_line(alert)
            elif alert.severity != "low":
                screen.print(alert_panel(alert))
    _end(bad)


@click.command()
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """The JSON Schema of a record, or the names of all; `asyncapi` for the whole."""
    folder = files("figurewatch.schemas")
    known = {entry.name.removesuffix(".json").removesuffix(".schema"): entry for entry in folder.iterdir() if entry.name.endswith(".json")}
    if name is None:
        click.echo("\n".join(sorted(known)))
        return
    if name not in known:
        complain(f"there is no schema {name!r}; there are {', '.join(sorted(known))}")
        sys.exit(1)
    click.echo(known[name].read_text("utf-8"))


COMMANDS = (extract, replay, schema)
