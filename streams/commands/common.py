"""What the commands share: settings, output, troubles."""

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click
import msgspec
from kafka.errors import KafkaError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ..broker import BrokerError
from ..demo import DemoError
from ..render import console, safe
from ..settings import Settings, SettingsError, from_environment
from ..sources import SourceError
from ..topics import TopicError

EXIT_TROUBLE = 1
TROUBLES = (BrokerError, DemoError, KafkaError, SettingsError, SourceError, TopicError)
"""Expected troubles, each with a message for a person."""

_encoder = msgspec.json.Encoder(decimal_format="number")

brokers_option = click.option(
    "--broker", "broker", metavar="HOST:PORT", help="Kafka's address; else FIGUREWATCH_BROKERS, else 127.0.0.1:9092."
)
json_option = click.option(
    "--json/--no-json",
    "as_json",
    default=None,
    help="JSON lines, or text for people. Else: text on a terminal, JSON lines when piped.",
)


def complain(message: str) -> None:
    """A sentence on standard error; it may hold words of an article."""
    text = "\n".join(safe(part) for part in message.splitlines())
    click.echo(f"figurewatch: {text}", err=True)


def settings_for(broker: str | None, **given: Any) -> Settings:
    """Settings from the environment; the command line wins."""
    return from_environment(brokers=broker.split(",") if broker else None, **given)


def wants_json(as_json: bool | None) -> bool:
    """As asked for; else JSON when nobody looks at a terminal."""
    return not sys.stdout.isatty() if as_json is None else as_json


def line(value: Any) -> bytes:
    """One JSON document on one line; decimals are numbers."""
    return _encoder.encode(value) + b"\n"


def json_line(value: Any) -> None:
    """One JSON document on one line of standard output."""
    click.echo(line(value), nl=False)


def log_to_stderr(level: int = logging.INFO) -> None:
    """One event a line; the libraries' chatter only from warnings on."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("figurewatch").setLevel(level)


@contextmanager
def progress(total: int | None, label: str) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, on a terminal only; call what it gives for each thing done."""
    screen = console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
