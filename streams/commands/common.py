"""What the commands share: settings, output, troubles."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click
import msgspec
from kafka.errors import KafkaError
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ...schemas.record import SchemaError
from ..broker import BrokerError
from ..demo import DemoError
from ..hostile import safe, safe_json
from ..polling import PollingError
from ..render import console
from ..settings import Settings, SettingsError, from_environment
from ..sources import SourceError
from ..topics import NoKafkaError, TopicError, reach
from ..webhook import WebhookError

EXIT_TROUBLE = 1
EXIT_NO_KAFKA = 69
EXIT_CONFIGURATION = 78
EXIT_INTERRUPTED = 130
EXIT_BROKEN_PIPE = 141

EXIT_CODES: dict[type[Exception], int] = {
    NoKafkaError: EXIT_NO_KAFKA,
    SettingsError: EXIT_CONFIGURATION,
    TopicError: EXIT_CONFIGURATION,
    BrokerError: EXIT_TROUBLE,
    DemoError: EXIT_TROUBLE,
    KafkaError: EXIT_NO_KAFKA,
    SourceError: EXIT_TROUBLE,
    PollingError: EXIT_TROUBLE,
    SchemaError: EXIT_TROUBLE,
    WebhookError: EXIT_TROUBLE,
}
"""Expected troubles, each with a message for a person; the first that fits counts."""

_encoder = msgspec.json.Encoder(decimal_format="number")

brokers_option = click.option(
    "--broker",
    "broker",
    metavar="HOST:PORT",
    help="Kafka's address; else FIGUREWATCH_BROKERS, else 127.0.0.1:9092.",
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


def exit_code_of(trouble: Exception) -> int:
    """The exit code that an expected trouble leaves with."""
    return next(code for kind, code in EXIT_CODES.items() if isinstance(trouble, kind))


def in_words(trouble: Exception) -> str:
    """What an expected trouble says to a person."""
    if isinstance(trouble, KafkaError):
        return f"Kafka does not answer, or does not let this user in: {trouble}"
    return str(trouble)


def settings_for(broker: str | None) -> Settings:
    """Settings from the environment; the command line wins.

    Raises:
        SettingsError: a variable is not what it should be.
    """
    return from_environment(brokers=broker.split(",") if broker else None)


def kafka_at(broker: str | None) -> Settings:
    """The same, once it is seen that Kafka is there.

    Raises:
        SettingsError: a variable is not what it should be.
        NoKafkaError: nothing listens there.
    """
    settings = settings_for(broker)
    reach(settings)
    return settings


def wants_json(as_json: bool | None) -> bool:
    """As asked for; else JSON when nobody looks at a terminal."""
    return not sys.stdout.isatty() if as_json is None else as_json


def line(value: Any) -> bytes:
    """One JSON document on one line, safe on a terminal; decimals are numbers."""
    return safe_json(_encoder.encode(value)) + b"\n"


def json_line(value: Any) -> None:
    """One JSON document on one line of standard output."""
    click.echo(line(value), nl=False)


@contextmanager
def progress(total: int | None, label: str) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, on a terminal only; call what it gives for each thing done."""
    screen = console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
