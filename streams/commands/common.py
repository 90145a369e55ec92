"""What the commands share: settings, output, troubles."""

import json
import logging
import sys
from collections.abc import Callable
from typing import Any

import click
import msgspec

from ..broker import BrokerError
from ..demo import DemoError
from ..settings import Settings, SettingsError, from_environment
from ..sources import SourceError
from ..topics import TopicError

EXIT_TROUBLE = 1
TROUBLES = (BrokerError, DemoError, SettingsError, SourceError, TopicError)
"""Expected troubles, each with a message for a person."""

_encoder = msgspec.json.Encoder(decimal_format="number")

brokers_option = click.option(
    "--broker", "broker", metavar="HOST:PORT", help="Kafka's address; else FIGUREWATCH_BROKERS, else 127.0.0.1:9092."
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON lines, also on a terminal.")


def complain(message: str) -> None:
    """A sentence on standard error."""
    click.echo(f"figurewatch: {message}", err=True)


def settings_for(broker: str | None, **given: Any) -> Settings:
    """Settings from the environment; the command line wins."""
    return from_environment(brokers=broker.split(",") if broker else None, **given)


def wants_json(as_json: bool) -> bool:
    """JSON when asked for or when nobody looks at a terminal."""
    return as_json or not sys.stdout.isatty()


def json_line(value: Any) -> None:
    """One JSON document on one line of standard output."""
    if isinstance(value, msgspec.Struct):
        click.echo(_encoder.encode(value))
    else:
        click.echo(json.dumps(value, ensure_ascii=False))


def log_to_stderr(level: int = logging.INFO) -> None:
    """One event a line; the libraries' chatter only from warnings on."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s"
    )
    logging.getLogger("figurewatch").setLevel(level)


def progress(total: int | None, label: str) -> Callable[[int], None]:
    """A counter on standard error, on a terminal only: `label 12 of 294`."""
    if not sys.stderr.isatty():
        return lambda count: None

    def show(count: int) -> None:
        end = "\n" if count == total else ""
        click.echo(f"\r{label} {count}{f' of {total}' if total else ''}{end}", err=True, nl=False)

    return show
