"""Commands for those who run it: demo, worker, topics, broker, feed, doctor."""

import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import cast

import click

from .. import demo as demos
from .. import doctor, flood, groups, logs, topics
from ..broker import start_detached, status, stop_detached
from ..feed import Fed, withdraw
from ..feed import feed as feed_items
from ..polling import Addresses
from ..render import alert_panel, console
from ..settings import Settings
from ..sources import RawItem, SourceError, items, sound
from ..stages import STAGES, Stage
from ..supervisor import Supervisor, follow_parent
from .common import (
    EXIT_TROUBLE,
    brokers_option,
    complain,
    json_line,
    json_option,
    kafka_at,
    progress,
    settings_for,
    wants_json,
)

DEFAULT_FOLDER = Path.home() / ".local" / "share" / "figurewatch" / "kafka"
EXIT_TERMINATED = 143


@click.command(short_help="See it work: an embedded Kafka, real articles in, alerts out.")
@click.option("--stay", is_flag=True, help="Keep it running until Ctrl-C.")
@json_option
def demo(stay: bool, as_json: bool | None) -> None:
    """See it work: an embedded Kafka, all three stages, real articles in, alerts out, a summary.

    Everything runs in a folder of its own and is gone when the command ends.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(EXIT_TERMINATED))  # as an exception, so that all is cleaned up
    screen, plain = console(), wants_json(as_json)
    summary = demos.run(
        show=json_line if plain else lambda alert: screen.print(alert_panel(alert)),
        summarise=json_line if plain else lambda summary: screen.print(demos.in_words(summary)),
        tell=lambda text: click.echo(text, err=True),
        stay=stay,
    )
    sys.exit(EXIT_TROUBLE if summary.dead_letters else 0)


@click.group(short_help="Run one stage of the pipeline, or all.", invoke_without_command=True)
@click.option("--stage", type=click.Choice([*STAGES, "all"]), default="all", show_default=True)
@click.option("--leave", is_flag=True, help="When stopped: for good, so that others have its partitions at once.")
@brokers_option
@click.pass_context
def worker(context: click.Context, stage: str, leave: bool, broker: str | None) -> None:
    """Run one stage, or all of them, each in a process of its own and started again when it falls.

    Metrics, /healthz and /readyz are at FIGUREWATCH_WEB_PORT (9464), with all stages also at the next two ports.
    """
    if context.invoked_subcommand:
        return
    settings = settings_for(broker)
    logs.start(settings.log_format, settings.log_level, stage=stage)
    topics.reach(settings)
    try:
        _run(stage, settings)
    finally:
        if leave:
            groups.leave(settings)


def _run(stage: str, settings: Settings) -> None:
    if stage == "all":
        topics.check(settings)
        supervisor = Supervisor(settings)
        supervisor.start()
        sys.exit(supervisor.run())
    follow_parent()
    from ..worker import run_stage  # noqa: PLC0415 - Faust takes a second to import

    run_stage(cast(Stage, stage), settings)


@worker.command("leave", short_help="Its partitions go to the other workers at once.")
@brokers_option
def worker_leave(broker: str | None) -> None:
    """Take this worker, stopped for good, out of its groups.

    It is known by FIGUREWATCH_MEMBER or its data folder. Else the others wait for FIGUREWATCH_SESSION_SECONDS.
    """
    left = groups.leave(kafka_at(broker))
    click.echo(f"left {' and '.join(left)}" if left else "it was in no group")


@worker.command("resume", short_help="Go on after a flood of dead letters.")
def worker_resume() -> None:
    """Let the workers of this data folder consume again, that a flood of dead letters has stopped."""
    resumed = flood.resume(settings_for(None))
    click.echo(f"{' and '.join(resumed)} may go on" if resumed else "none was stopped")


@click.group("topics", short_help="Create or check the topics.")
def topics_group() -> None:
    """The topics that the pipeline needs."""


@topics_group.command("create", short_help="Create those that are missing.")
@brokers_option
def topics_create(broker: str | None) -> None:
    """Create the topics that are missing and check all of them."""
    created = topics.create(kafka_at(broker))
    click.echo("\n".join(f"created {name}" for name in created) or "all topics are there")


@topics_group.command("check", short_help="See that they are as they should be.")
@brokers_option
def topics_check(broker: str | None) -> None:
    """See that every topic is as it should be; says what to type where one is not."""
    topics.check(kafka_at(broker))
    click.echo("all topics are as they should be")


@click.group("broker", short_help="Start or stop an embedded Kafka.")
def broker_group() -> None:
    """An embedded Apache Kafka on this machine, for a first look (extra figurewatch[kafka])."""


folder_option = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    default=DEFAULT_FOLDER,
    show_default="~/.local/share/figurewatch/kafka",
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
    """Stop it; its data stay."""
    click.echo("stopped" if stop_detached(folder) else "none was running")


@broker_group.command("status")
@folder_option
def broker_status(folder: Path) -> None:
    """Whether it runs, and where; exit code 1 when it does not."""
    now = status(folder)
    click.echo(f"running at {now.bootstrap}" if now.running else "not running")
    sys.exit(0 if now.running else EXIT_TROUBLE)


@click.command(short_help="Send articles into the pipeline.")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), help="Articles a second at most.")
@click.option("--backfill", is_flag=True, help="As history: into the memory, no alerts.")
@click.option("--follow", is_flag=True, help="Read the sources again and again, until Ctrl-C.")
@click.option("--every", default=300.0, show_default=True, help="Seconds between two rounds of --follow.")
@click.option(
    "--remember",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep here what feeds' addresses gave, so that a restart does not feed it again.",
)
@click.option("--withdraw", "withdrawn", metavar="ID", multiple=True, help="Withdraw the article of this id.")
@brokers_option
def feed(
    *,
    sources: tuple[str, ...],
    rate: float | None,
    backfill: bool,
    follow: bool,
    every: float,
    remember: Path | None,
    withdrawn: tuple[str, ...],
    broker: str | None,
) -> None:
    """Send articles into the pipeline and wait until Kafka has them all.

    SOURCE is a file of JSON lines or a JSON array of articles or ninjs items, a .txt or .html file, an RSS, Atom or
    NewsML-G2 file, the address of an RSS or Atom feed, or - for JSON lines on standard input. An article fed twice
    changes nothing; the same id with another text is a new version. Exit code 1 when something was not taken, for it
    is no article or Kafka has it not; standard error says which and why.
    """
    if not sources and not withdrawn:
        raise click.UsageError("say what to feed: SOURCE... or --withdraw ID")
    settings = kafka_at(broker)
    for article_id in withdrawn:
        withdraw(settings, article_id)
        click.echo(f"withdrew {article_id}")
    addresses = Addresses(remember)
    while sources:
        fed = _round(settings, sources, addresses, rate=rate, backfill=backfill)
        if not follow:
            sys.exit(EXIT_TROUBLE if fed.refused else 0)
        time.sleep(every)


def _round(
    settings: Settings, sources: tuple[str, ...], addresses: Addresses, *, rate: float | None, backfill: bool
) -> Fed:
    broken: list[str] = []
    with progress(None, "feeding") as advance:
        found = _readable(sources, addresses, broken.append)
        fed = feed_items(settings, found, rate=rate, backfill=backfill, progress=lambda _count: advance())
    if not fed.refused:
        addresses.keep()
    refused = (*broken, *fed.refused)
    for reason in refused:
        complain(reason)
    click.echo(f"{fed.taken} taken, {len(refused)} refused")
    return Fed(taken=fed.taken, refused=refused)


def _readable(sources: Iterable[str], addresses: Addresses, complain_of: Callable[[str], object]) -> Iterator[RawItem]:
    """The articles of all sources that can be read: one that is missing or bad must not cost the others."""
    for source in sources:
        try:
            yield from sound(items([source], addresses), complain=complain_of)
        except SourceError as error:
            complain_of(str(error))


@click.command("doctor", short_help="See what is missing, and what to do.")
@brokers_option
@json_option
def doctor_command(broker: str | None, as_json: bool | None) -> None:
    """Look at versions, models, disk, broker and topics, and say what to do. Exit code 1 when something is wrong."""
    well = True
    for finding in doctor.examine(settings_for(broker)):
        if wants_json(as_json):
            json_line(finding)
        else:
            click.echo(doctor.in_words(finding))  # not wrapped, for it may be something to copy and type
        well = well and finding.well
    sys.exit(0 if well else EXIT_TROUBLE)


COMMANDS = (demo, worker, topics_group, broker_group, feed, doctor_command)
