"""The command dlq: dead letters, for those who mend things."""

import sys

import click

from .. import dead_letters
from ..dead_letters import Lying
from ..render import console, dead_letter_text, dead_letters_table
from .common import EXIT_TROUBLE, brokers_option, complain, json_line, json_option, kafka_at, wants_json


@click.group("dlq", short_help="List, show or retry dead letters.")
def dlq() -> None:
    """The dead letters: records that some stage could not read, with their bytes and the reason."""


@dlq.command("list", short_help="List all.")
@brokers_option
@json_option
def list_(broker: str | None, as_json: bool | None) -> None:
    """List all dead letters, oldest first; PLACE is a letter's name in the other commands."""
    letters = list(dead_letters.lying(kafka_at(broker)))
    if not wants_json(as_json):
        console().print(dead_letters_table(letters))
        return
    for lying in letters:
        json_line(_plain(lying))


def _plain(lying: Lying) -> dict[str, object]:
    letter = lying.letter
    return {
        "place": lying.place,
        "topic": letter.topic,
        "partition": letter.partition,
        "offset": letter.offset,
        "reason": letter.exception,
        "message": letter.message,
        "bytes": None if letter.value is None else len(letter.value),
    }


@dlq.command("show", short_help="Show one, or its original bytes.")
@click.argument("place")
@brokers_option
def show(place: str, broker: str | None) -> None:
    """Show one: on a terminal its reason and the beginning of its bytes, piped its original bytes unchanged."""
    lying = next((one for one in dead_letters.lying(kafka_at(broker)) if one.place == place), None)
    if lying is None:
        complain(f"no dead letter lies at {place}")
        sys.exit(EXIT_TROUBLE)
    if sys.stdout.isatty():
        console().print(dead_letter_text(lying))
    else:
        click.echo(lying.letter.value or b"", nl=False)


@dlq.command("retry", short_help="Send them to their topics again.")
@click.argument("places", nargs=-1, metavar="[PLACE...]")
@click.option("--all", "everything", is_flag=True, help="All of them.")
@brokers_option
def retry(places: tuple[str, ...], everything: bool, broker: str | None) -> None:
    """Send the original records to their topics again, once what was wrong is mended.

    The letters stay where they lie. Exit code 1 when a PLACE is not found or Kafka did not take all.
    """
    if not places and not everything:
        raise click.UsageError("say which: PLACE... or --all")
    settings = kafka_at(broker)
    wanted = [one for one in dead_letters.lying(settings) if everything or one.place in places]
    for place in sorted(set(places) - {one.place for one in wanted}):
        complain(f"no dead letter lies at {place}")
    sent = dead_letters.retry(settings, [one.letter for one in wanted])
    click.echo(f"{sent} of {len(wanted)} sent again")
    sys.exit(0 if sent == len(wanted) >= len(set(places)) else EXIT_TROUBLE)


COMMANDS = (dlq,)
