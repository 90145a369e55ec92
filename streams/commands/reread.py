"""The command reread: stored articles under a new version of the reader."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

import click

from ...agents.judging.memory import Memory
from ...agents.reading.reader import Reader
from .. import reread as rereading
from ..feed import feed
from ..render import change_text, console
from ..reread import Stored, compared
from ..settings import Settings, watch_list
from ..state import remembered
from .common import brokers_option, json_line, json_option, kafka_at, progress, wants_json
from .offline import Refusals
from .watch import Moment


@click.command(short_help="Read stored articles again with a new version of the reader.")
@click.argument("sources", nargs=-1, metavar="[SOURCE...]")
@click.option("--since", type=Moment(), help="Of the articles topic, only what was fed from then on.")
@click.option("--apply", "applied", is_flag=True, help="Feed them again, so that the workers take the changes over.")
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), help="With --apply: articles a second at most.")
@brokers_option
@json_option
def reread(
    sources: tuple[str, ...],
    since: datetime | None,
    applied: bool,
    rate: float | None,
    broker: str | None,
    as_json: bool | None,
) -> None:
    """Show what would change if stored articles were read again, or have it changed.

    Those are chosen whose standing version was read by another version of the reader: the very records of the articles
    topic, or such articles of the SOURCEs, for those that Kafka keeps no longer. Without --apply nothing is fed: each
    article that would change is shown with its claims added, gone and changed, and the alerts that would come. With it
    they are fed again: claims that go are withdrawn and their alerts cancelled, without being called revised, and
    a version that came meanwhile is left alone. Exit code 1 when an article could not be taken.
    """
    settings, refusals = kafka_at(broker), Refusals()
    memory = remembered(settings)
    rows = rereading.stale(settings, memory)
    chosen = rereading.kept(rows, sources, refusals) if sources else rereading.stored(settings, rows, since=since)
    with progress(len(rows), "reading again") as advance:
        if applied:
            _feed(settings, chosen, rate, advance, refusals)
        else:
            _show(settings, memory, chosen, advance, refusals, plain=wants_json(as_json))
    refusals.end()


def _feed(
    settings: Settings, chosen: Iterator[Stored], rate: float | None, advance: Callable[[], None], refusals: Refusals
) -> None:
    fed = feed(settings, (one.item for one in chosen), rate=rate, progress=lambda _count: advance())
    for reason in fed.refused:
        refusals(reason)
    click.echo(f"{fed.taken} fed again", err=True)


def _show(
    settings: Settings,
    memory: Memory,
    chosen: Iterator[Stored],
    advance: Callable[[], None],
    refusals: Refusals,
    *,
    plain: bool,
) -> None:
    reader, watched = Reader(models=settings.models), watch_list(settings)
    tally: Counter[str] = Counter()
    for change in compared(memory, chosen, reader=reader, complain=refusals, watched=watched):
        advance()
        tally.update(articles=1, changed=bool(change))
        tally.update(added=len(change.added), gone=len(change.gone), otherwise=len(change.changed))
        tally.update(alerts=len(change.alerts))
        if change and plain:
            json_line(change)
        elif change:
            console().print(change_text(change))
    click.echo(
        f"{tally['articles']} articles read again, {tally['changed']} would change: claims {tally['added']} added, "
        f"{tally['gone']} gone, {tally['otherwise']} read otherwise; {tally['alerts']} alerts",
        err=True,
    )


COMMANDS = (reread,)
