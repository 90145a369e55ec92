"""Commands for those who run it: demo, worker, topics, broker, feed, doctor, dlq."""

import sys
import time
from pathlib import Path

import click

from .. import dead_letters, doctor, topics
from .. import demo as demos
from ..broker import start_detached, status, stop_detached
from ..feed import feed as feed_items
from ..feed import withdraw
from ..render import alert_panel, console, dead_letters_table, safe
from ..sources import items
from ..stages import STAGES
from ..supervisor import EXIT_CONFIGURATION, Supervisor, follow_parent
from ..topics import TopicError
from .common import (
    brokers_option,
    complain,
    json_line,
    json_option,
    log_to_stderr,
    progress,
    settings_for,
    wants_json,
)

DEFAULT_FOLDER = Path.home() / ".local" / "share" / "figurewatch" / "kafka"


@click.command()
@click.option("--stay", is_flag=True, help="Keep it running until Ctrl-C.")
@json_option
def demo(stay: bool, as_json: bool) -> None:
    """Everything at once: an embedded Kafka, three stages, real articles in, alerts out."""
    screen = console()
    plain = wants_json(as_json)
    summary = demos.run(
        show=json_line if plain else lambda alert: screen.print(alert_panel(alert)),
        tell=lambda text: click.echo(text, err=True),
        stay=stay,
    )
    if plain:
        json_line(summary)
        return
    for name in ("articles", "claims", "alerts", "verdicts", "dead_letters", "seconds"):
        value = getattr(summary, name)
        text = ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else str(value)
        screen.print(f"{name.replace('_', ' '):>13}  {text}")


@click.command()
@click.option("--stage", type=click.Choice([*STAGES, "all"]), default="all", show_default=True)
@brokers_option
def worker(stage: str, broker: str | None) -> None:
    """Run one stage, or all of them, each in a process of its own and started again when it falls."""
    log_to_stderr()
    settings = settings_for(broker)
    try:
        topics.check(settings)
    except TopicError as error:
        complain(str(error))
        sys.exit(EXIT_CONFIGURATION)
    if stage == "all":
        supervisor = Supervisor(settings)
        supervisor.start()
        sys.exit(supervisor.run())
    follow_parent()
    from ..worker import run_stage  # noqa: PLC0415 - Faust takes a second to import

    run_stage(stage, settings)  # type: ignore[arg-type]


@click.group("topics")
def topics_group() -> None:
    """The topics that the pipeline needs."""


@topics_group.command("create")
@brokers_option
def topics_create(broker: str | None) -> None:
    """Create the topics that are missing and check all of them."""
    created = topics.create(settings_for(broker))
    click.echo("\n".join(f"created {name}" for name in created) or "all topics are there")


@topics_group.command("check")
@brokers_option
def topics_check(broker: str | None) -> None:
    """See that every topic is as it should be; says what to type where one is not."""
    topics.check(settings_for(broker))
    click.echo("all topics are as they should be")


@click.group("broker")
def broker_group() -> None:
    """An embedded Apache Kafka on this machine, for a first look (extra figurewatch[kafka])."""


folder_option = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=DEFAULT_FOLDER,
    help="Where its data and log are kept.",
)


@broker_group.command("start")
@folder_option
@click.option("--port", default=9092, show_default=True)
def broker_start(folder: Path, port: int) -> None:
    """Start a broker that goes on running."""
    click.echo(f"Kafka runs at {start_detached(folder, port=port).bootstrap}")


@broker_group.command("stop")
@folder_option
def broker_stop(folder: Path) -> None:
    """Stop it."""
    click.echo("stopped" if stop_detached(folder) else "none was running")


@broker_group.command("status")
@folder_option
def broker_status(folder: Path) -> None:
    """Whether it runs, and where; exit code 1 when it does not."""
    now = status(folder)
    click.echo(f"running at {now.bootstrap}" if now.running else "not running")
    sys.exit(0 if now.running else 1)


@click.command()
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("--rate", type=float, help="Articles a second at most.")
@click.option("--backfill", is_flag=True, help="Into the memory; raises no alerts.")
@click.option("--follow", is_flag=True, help="Poll feed addresses again and again, until Ctrl-C.")
@click.option("--every", default=300.0, show_default=True, help="Seconds between polls.")
@click.option("--withdraw", "withdrawn", metavar="ID", multiple=True, help="Withdraw an article by its id.")
@brokers_option
def feed(
    sources: tuple[str, ...],
    rate: float | None,
    backfill: bool,
    follow: bool,
    every: float,
    withdrawn: tuple[str, ...],
    broker: str | None,
) -> None:
    """Send articles: JSON Lines, a JSON array, .txt, .html, an RSS or Atom file or address, - for standard input.

    Waits for every acknowledgement; exit code 1 when an article was not taken.
    """
    settings = settings_for(broker)
    for article_id in withdrawn:
        withdraw(settings, article_id)
        click.echo(f"withdrew {safe(article_id)}")
    if not sources:
        return
    while True:
        with progress(None, "feeding") as advance:
            fed = feed_items(settings, items(sources), rate=rate, backfill=backfill, progress=lambda _count: advance())
        for reason in fed.refused:
            complain(reason)
        click.echo(f"{fed.taken} taken, {len(fed.refused)} refused")
        if not follow:
            sys.exit(1 if fed.refused else 0)
        time.sleep(every)


@click.command("doctor")
@brokers_option
def doctor_command(broker: str | None) -> None:
    """Look at broker, topics, models, disk and versions; says what to do. Exit code 1 when something is wrong."""
    well = True
    for finding in doctor.examine(settings_for(broker)):
        click.echo(f"{'ok  ' if finding.well else 'FAIL'} {finding.what}: {finding.detail}")
        well = well and finding.well
    sys.exit(0 if well else 1)


@click.group("dlq")
def dlq_group() -> None:
    """The dead letters: records that could not be read, with their bytes and the reason."""


@dlq_group.command("list")
@brokers_option
@json_option
def dlq_list(broker: str | None, as_json: bool) -> None:
    """All dead letters."""
    letters = list(dead_letters.lying(settings_for(broker)))
    if not wants_json(as_json):
        console().print(dead_letters_table(letters))
        return
    for lying in letters:
        letter = lying.letter
        json_line(
            {
                "place": lying.place,
                "topic": letter.topic,
                "partition": letter.partition,
                "offset": letter.offset,
                "reason": letter.exception,
                "message": letter.message,
            }
        )


@dlq_group.command("show")
@click.argument("place")
@brokers_option
def dlq_show(place: str, broker: str | None) -> None:
    """The original bytes of one, unchanged, on standard output."""
    for lying in dead_letters.lying(settings_for(broker)):
        if lying.place == place:
            click.get_binary_stream("stdout").write(lying.letter.value or b"")
            return
    complain(f"no dead letter lies at {place}")
    sys.exit(1)


@dlq_group.command("retry")
@click.argument("places", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All of them.")
@brokers_option
def dlq_retry(places: tuple[str, ...], everything: bool, broker: str | None) -> None:
    """Send the original records to their topics again."""
    settings = settings_for(broker)
    letters = [one.letter for one in dead_letters.lying(settings) if everything or one.place in places]
    sent = dead_letters.retry(settings, letters)
    click.echo(f"{sent} of {len(letters)} sent again")
    sys.exit(0 if sent == len(letters) else 1)


COMMANDS = (demo, worker, topics_group, broker_group, feed, doctor_command, dlq_group)
