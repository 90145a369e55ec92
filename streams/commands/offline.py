"""Commands that need no broker: extract, replay, schema."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import IO

import click
from rich.text import Text

from ...agents.reading.reader import Reader
from ...schemas.article import Article
from ...schemas.claim import Reading
from ..render import alert_panel, claims_table, console, watched
from ..replay import Replay, Step, plain_verdict, readings
from ..settings import from_environment, watch_list
from ..sources import articles
from .common import EXIT_TROUBLE, complain, json_line, json_option, line, progress, wants_json

sources_argument = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
explain_option = click.option(
    "--explain", is_flag=True, help="Say by which rule and cues each figure was read (figure.why)."
)


class Refusals:
    """Says what could not be read, and counts it."""

    def __init__(self) -> None:
        """Nothing refused yet."""
        self.count = 0

    def __call__(self, message: str) -> None:
        """One more."""
        self.count += 1
        complain(f"not read: {message}")

    def end(self) -> None:
        """Leave with the exit code that the count asks for."""
        sys.exit(EXIT_TROUBLE if self.count else 0)


def _reader(*, explain: bool) -> Reader:
    return Reader(models=from_environment().models, explain=explain)


@click.command(short_help="Print the claims of articles; no broker.")
@sources_argument
@explain_option
@json_option
def extract(sources: tuple[str, ...], explain: bool, as_json: bool | None) -> None:
    """Read articles and print their claims; no broker.

    SOURCE is a file of JSON lines or a JSON array of articles, a .txt or .html file, an RSS or Atom file or address,
    or - for JSON lines on standard input. Exit code 1 when an article could not be read.
    """
    refusals = Refusals()
    wanted = list(articles(sources, complain=refusals))
    with progress(len(wanted), "reading") as advance:
        for reading in readings(
            wanted, reader=_reader(explain=explain), received_at=datetime.now(UTC), complain=refusals
        ):
            advance()
            _print_claims(reading, plain=wants_json(as_json))
    refusals.end()


def _print_claims(reading: Reading, *, plain: bool) -> None:
    if plain:
        for claim in reading.claims:
            json_line(claim)
    elif reading.claims:
        console().print(claims_table(reading.claims))


@click.command(short_help="Read and judge a file of articles; no broker.")
@sources_argument
@click.option("--verdicts", type=click.File("wb"), help="Write there one JSON line for every verdict.")
@click.option("--alerts", "alerts_file", type=click.File("wb"), help="Write there the alerts, as published.")
@explain_option
@json_option
def replay(
    sources: tuple[str, ...],
    verdicts: IO[bytes] | None,
    alerts_file: IO[bytes] | None,
    explain: bool,
    as_json: bool | None,
) -> None:
    """Read and judge articles in published order, by the same code as the workers; no broker.

    SOURCE is as for `figurewatch extract`. Without --alerts, standard output has the alerts. In the file of verdicts
    `against` holds whole claims, each with its `gates`. Exit code 1 when an article could not be read.
    """
    refusals = Refusals()
    wanted = list(articles(sources, complain=refusals))
    tally = Counter(articles=len(wanted))
    with progress(len(wanted), "replaying") as advance:
        for step in _steps(wanted, refusals, explain=explain):
            advance()
            tally.update(claims=len(step.reading.claims), verdicts=len(step.verdicts), alerts=len(step.alerts))
            if verdicts is not None:
                verdicts.writelines(line(plain_verdict(verdict)) for verdict in step.verdicts)
            if alerts_file is not None:
                alerts_file.writelines(line(alert) for alert in step.alerts)
            else:
                _print_alerts(step, plain=wants_json(as_json))
    click.echo(", ".join(f"{count} {name}" for name, count in tally.items()), err=True)
    refusals.end()


def _steps(wanted: list[Article], refusals: Refusals, *, explain: bool) -> Iterator[Step]:
    watched = watch_list(from_environment())
    return Replay(_reader(explain=explain), received_at=datetime.now(UTC), watched=watched).run(
        wanted, complain=refusals
    )


def _print_alerts(step: Step, *, plain: bool) -> None:
    screen = console()
    for alert in step.alerts:
        if plain:
            json_line(alert)
        else:
            screen.print(alert_panel(alert))


@click.command(short_help="Print JSON Schemas and the AsyncAPI document.")
@click.argument("name", required=False)
def schema(name: str | None) -> None:
    """Print the JSON Schema of a record; `asyncapi` for all channels; without a NAME, the names there are."""
    known = {
        entry.name.removesuffix(".json").removesuffix(".schema"): entry
        for entry in files("figurewatch.schemas").iterdir()
        if entry.name.endswith(".json")
    }
    if name is None:
        click.echo("\n".join(sorted(known)))
    elif name in known:
        click.echo(known[name].read_text("utf-8"), nl=False)
    else:
        raise click.BadParameter(f"there is no schema {name!r}; there are {', '.join(sorted(known))}")


@click.command(short_help="Check and show a watch list.")
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def watch(file: Path | None, as_json: bool | None) -> None:
    """Check a watch list and show what it names; FILE, or that of FIGUREWATCH_WATCH_FILE.

    A worker and `figurewatch replay` read the list that FIGUREWATCH_WATCH_FILE names when they start. What a claim
    must meet is all that its [[watch]] gives:

    \b
    [[watch]]
    name = "tolls in Turkey"
    measures = ["person.dead", "person.missing"]
    places = ["country:TR"]
    at_least = 10
    """
    for entry in watch_list(from_environment(watch_file=file)).watch:
        if wants_json(as_json):
            json_line(entry)
        else:
            console().print(Text(watched(entry)))


COMMANDS = (extract, replay, schema, watch)
