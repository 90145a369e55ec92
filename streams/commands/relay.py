"""The command relay: alerts to a webhook."""

import signal
import threading
import time
from pathlib import Path
from typing import get_args

import click

from ...schemas.alert import Alert, Relation, Severity
from .. import logs
from ..relay import relay as run
from ..webhook import Webhook, WebhookError, http_address, secret_in
from .common import brokers_option, kafka_at

SEVERITIES: tuple[str, ...] = get_args(Severity)


def _address(context: click.Context, option: click.Parameter, value: str) -> str:
    """An address that is none is a wrong usage, seen before Kafka is asked for anything."""
    try:
        return http_address(value)
    except WebhookError as error:
        raise click.BadParameter(str(error)) from None


@click.command(short_help="Give alerts on to a webhook.")
@click.option("--webhook", "address", required=True, metavar="URL", callback=_address, help="Where to post each alert.")
@click.option(
    "--secret-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Sign with the secret in this file: whsec_ and base64, or as it is.",
)
@click.option("--name", default="webhook", show_default=True, help="Relays of one name share the work, and its place.")
@click.option("--from-beginning", is_flag=True, help="The first time: all alerts there are, not only those to come.")
@click.option("--relation", type=click.Choice(get_args(Relation)), multiple=True, help="Only these; may be repeated.")
@click.option("--min-severity", type=click.Choice(SEVERITIES), default="low", show_default=True)
@brokers_option
def relay(
    address: str,
    secret_file: Path | None,
    name: str,
    from_beginning: bool,
    relation: tuple[str, ...],
    min_severity: str,
    broker: str | None,
) -> None:
    """Post each alert to an address until it is taken: at least once, in order, as JSON with CloudEvents headers.

    Signed as Standard Webhooks has it; `webhook-id` is the alert's id, the same whenever it is posted again. An answer
    of 400, 413, 415 or 422 refuses the alert, 410 ends the relay, anything else is tried again.
    """
    settings = kafka_at(broker)
    logs.start(settings.log_format, settings.log_level)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    key = secret_in(secret_file) if secret_file else None
    webhook = Webhook(address, key=key, now=time.time, wait=stop.wait)

    def wanted(alert: Alert) -> bool:
        return (not relation or alert.relation in relation) and SEVERITIES.index(alert.severity) >= SEVERITIES.index(
            min_severity
        )

    run(settings, webhook, name=name, wanted=wanted, from_beginning=from_beginning, stopped=stop.is_set)


COMMANDS = (relay,)
