"""How commands speak: rich text on a terminal, JSON lines when piped, progress and complaints on standard error."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, TypeVar

import click
import msgspec
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ...schemas.codec import encode
from ...schemas.record import Record
from ..render import console, safe

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

DONE = 0
PARTLY = 1
"""Something was refused, not found, or is not as it should be; what could be done was done."""
UNAVAILABLE = 69
"""Kafka does not answer (EX_UNAVAILABLE)."""
CONFIGURATION = 78
"""A setting or a topic is wrong; starting again would not help (EX_CONFIG)."""
INTERRUPTED = 130

_encoder = msgspec.json.Encoder(decimal_format="number")

json_option: Callable[[F], F] = click.option(
    "--json/--no-json",
    "as_json",
    default=None,
    help="JSON lines, or text for people. Default: text on a terminal, JSON lines when piped.",
)


def wants_json(as_json: bool | None) -> bool:
    """What was asked for, else what suits standard output."""
    return not sys.stdout.isatty() if as_json is None else as_json


def json_line(content: Record | Mapping[str, Any] | list[Any]) -> bytes:
    """One line of JSON."""
    return (encode(content) if isinstance(content, Record) else _encoder.encode(content)) + b"\n"


def put(content: Record | Mapping[str, Any] | list[Any]) -> None:
    """A line of JSON on standard output."""
    click.echo(json_line(content), nl=False)


def show(*renderables: Any) -> None:
    """For people, on standard output."""
    console().print(*renderables, sep="\n")


def complain(message: str) -> None:
    """A sentence on standard error; it may hold words of an article."""
    click.echo("\n".join(safe(line) for line in message.splitlines()), err=True)


@contextmanager
def progress(what: str, *, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """A progress bar on standard error, where that is a terminal; the function is given the count so far."""
    screen = console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(what, total=total)
        yield lambda count: bar.update(task, completed=count)


def counted(things: Iterable[T], tell: Callable[[int], None]) -> Iterator[T]:
    """The things, each told of when it is done with."""
    for number, thing in enumerate(things, 1):
        yield thing
        tell(number)
