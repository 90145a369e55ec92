"""The demo: an embedded Kafka, the three stages, real articles in, alerts out, a summary."""

import contextlib
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path

import msgspec

from ..schemas.alert import Alert
from ..schemas.codec import decode
from . import topics
from .broker import EmbeddedBroker
from .consuming import count, records
from .feed import feed
from .interrupts import signals_wait
from .settings import Settings, from_environment
from .sources import items
from .stages import STAGES
from .supervisor import Supervisor

LOOK_SECONDS = 0.5
LONGEST_SECONDS = 150.0


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What the demo found."""

    articles: int
    claims: int
    alerts: dict[str, int]
    verdicts: dict[str, int]
    dead_letters: int
    seconds: float


class DemoError(Exception):
    """The pipeline did not come up or did not finish; the message has the end of its logs."""


def demo_files() -> list[str]:
    """The articles that the demo feeds."""
    folder = files("figurewatch.streams.demo_data")
    return sorted(str(entry) for entry in folder.iterdir() if entry.name.endswith(".jsonl"))


@contextlib.contextmanager
def pipeline() -> Iterator[tuple[Settings, Supervisor]]:
    """A running pipeline on an embedded Kafka, in a folder of its own; nothing of it stays behind."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="figurewatch-")))
        broker = stack.enter_context(EmbeddedBroker(folder / "kafka"))
        settings = from_environment(brokers=broker.bootstrap.split(","), data_dir=folder / "data", web_port=0)
        topics.create(settings)
        supervisor = Supervisor(settings, log_folder=folder)
        stack.callback(supervisor.stop)
        supervisor.start()
        yield settings, supervisor


def run(
    *,
    show: Callable[[Alert], object],
    summarise: Callable[[Summary], object],
    tell: Callable[[str], object],
    stay: bool,
) -> Summary:
    """Run the demo; `show` gets each alert as it comes, `summarise` the end, `tell` what is being done.

    Raises:
        DemoError: the articles did not come through in time.
        BrokerError: the embedded Kafka did not come up.
    """
    began = time.monotonic()
    tell("starting an embedded Kafka and the three stages: extract, register, compare")
    with pipeline() as (settings, supervisor):
        fed = feed(settings, items(demo_files())).taken
        tell(f"fed {fed} articles; their alerts as they come:")
        alerts = _follow(settings, supervisor, fed, show)
        summary = _summary(supervisor, fed=fed, alerts=alerts, seconds=time.monotonic() - began)
        summarise(summary)
        if stay:
            _stay(settings, supervisor, tell)
    return summary


def _follow(settings: Settings, supervisor: Supervisor, fed: int, show: Callable[[Alert], object]) -> Counter[str]:
    """Show alerts until every article is worked off by every stage; how many of each relation."""
    seen: dict[str, Alert] = {}
    deadline = time.monotonic() + LONGEST_SECONDS
    while time.monotonic() < deadline and not supervisor.watch():
        with signals_wait():
            finished = _finished(settings, supervisor, fed)  # before looking, so that the last alerts are seen, too
            for record in records(settings, settings.topic("alerts")):
                alert = decode(Alert, record.value)
                if alert.alert_id not in seen:
                    seen[alert.alert_id] = alert
                    show(alert)
        if finished:
            return Counter(alert.relation for alert in seen.values())
        time.sleep(LOOK_SECONDS)
    raise DemoError(f"the articles did not come through; the stages' logs:\n{supervisor.log_tails()}")


def _finished(settings: Settings, supervisor: Supervisor, fed: int) -> bool:
    done = {stage: _total(supervisor.scrape(stage), "figurewatch_records_total") for stage in STAGES}
    dead = _total(supervisor.scrape("extract"), "figurewatch_dead_letters_total")
    if done["extract"] < fed or done["register"] < fed - dead:
        return False
    return done["compare"] >= count(settings, settings.topic("claims"))


def _stay(settings: Settings, supervisor: Supervisor, tell: Callable[[str], object]) -> None:
    tell(f"still running; Kafka is at {settings.brokers[0]}, Ctrl-C ends it all")
    with contextlib.suppress(KeyboardInterrupt):
        while not supervisor.watch():
            time.sleep(LOOK_SECONDS)


def _summary(supervisor: Supervisor, *, fed: int, alerts: Counter[str], seconds: float) -> Summary:
    pages = {stage: supervisor.scrape(stage) for stage in STAGES}
    return Summary(
        articles=fed,
        claims=_total(pages["extract"], "figurewatch_claims_read_total"),
        alerts=dict(sorted(alerts.items())),
        verdicts=_by_label(pages["compare"], "figurewatch_verdicts_total"),
        dead_letters=sum(_total(page, "figurewatch_dead_letters_total") for page in pages.values()),
        seconds=round(seconds, 1),
    )


def _samples(page: str, name: str) -> Iterator[tuple[str, int]]:
    """The samples of a metric in a page of metrics: labels as they stand, value."""
    for line in page.splitlines():
        sample, _, value = line.rpartition(" ")
        metric, _, labels = sample.partition("{")
        if metric == name:
            yield labels, int(float(value))


def _total(page: str, name: str) -> int:
    return sum(value for _, value in _samples(page, name))


def _by_label(page: str, name: str) -> dict[str, int]:
    return {labels.split('"')[1]: value for labels, value in sorted(_samples(page, name))}


def in_words(summary: Summary) -> str:
    """The summary for people."""
    rows = {name.replace("_", " "): getattr(summary, name) for name in Summary.__struct_fields__}
    return "\n".join(
        f"{name:>13}  {_counts(value) if isinstance(value, dict) else value}" for name, value in rows.items()
    )


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items()) or "none"
