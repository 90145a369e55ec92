"""The demo: an embedded Kafka, the three stages, real articles in, alerts out, a summary."""

import contextlib
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from ..schemas.alert import Alert
from ..schemas.codec import decode
from . import topics
from .broker import EmbeddedBroker
from .consuming import records
from .feed import feed
from .settings import Settings, from_environment
from .sources import items
from .stages import STAGES
from .supervisor import Supervisor

QUIET_SECONDS = 3.0
"""Nothing new for so long, and everything read: the demo is over."""
LONGEST_SECONDS = 150.0


class Summary(msgspec.Struct, kw_only=True):
    """What the demo found."""

    articles: int
    claims: int
    alerts: dict[str, int]
    verdicts: dict[str, int]
    dead_letters: int
    seconds: float


class DemoError(Exception):
    """The pipeline did not come up or did not finish; the message says what to look at."""


def demo_files() -> list[str]:
    """The articles that the demo feeds."""
    folder = files(__package__) / "demo_data"
    return sorted(str(entry) for entry in folder.iterdir() if entry.name.endswith((".jsonl", ".txt")))


@contextlib.contextmanager
def pipeline(*, brokers: str | None = None) -> Iterator[tuple[Settings, Supervisor]]:
    """A running pipeline in a folder of its own, on an embedded Kafka unless told otherwise; nothing stays behind."""
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="figurewatch-")))
        address = brokers or stack.enter_context(EmbeddedBroker(folder / "kafka")).bootstrap
        settings = from_environment(brokers=address.split(","), data_dir=folder / "data", web_port=0)
        topics.create(settings)
        supervisor = Supervisor(settings, log_folder=folder)
        stack.callback(supervisor.stop)
        supervisor.start()
        yield settings, supervisor


def run(*, show: Callable[[Alert], Any], tell: Callable[[str], Any], stay: bool) -> Summary:
    """Run the demo; `show` gets each alert as it comes, `tell` what is being done.

    Raises:
        DemoError: no readings came in time.
        BrokerError: the embedded Kafka did not come up.
    """
    began = time.monotonic()
    tell("starting an embedded Kafka and three stages")
    with pipeline() as (settings, supervisor):
        fed = feed(settings, items(demo_files()))
        tell(f"fed {fed.taken} articles; alerts as they come:")
        counts = _follow(settings, supervisor, fed.taken, show)
        verdicts = _verdicts(supervisor)
        summary = Summary(
            articles=fed.taken,
            claims=counts["claims"],
            alerts={name[7:]: count for name, count in sorted(counts.items()) if name.startswith("alerts.")},
            verdicts=verdicts,
            dead_letters=counts["dead"],
            seconds=round(time.monotonic() - began, 1),
        )
        if stay:
            tell(f"still running on {settings.brokers[0]}; Ctrl-C ends it")
            with contextlib.suppress(KeyboardInterrupt):
                while not supervisor.watch():
                    time.sleep(0.5)
    return summary


def _follow(settings: Settings, supervisor: Supervisor, fed: int, show: Callable[[Alert], Any]) -> Counter[str]:
    """Show alerts until every article is read, every claim judged, and nothing more comes."""
    counts: Counter[str] = Counter()
    seen: set[str] = set()
    deadline = time.monotonic() + LONGEST_SECONDS
    before, quiet_since = 0.0, time.monotonic()
    while time.monotonic() < deadline:
        if supervisor.watch():
            break
        fresh = [alert for alert in _alerts(settings) if alert.alert_id not in seen]
        for alert in fresh:
            seen.add(alert.alert_id)
            counts[f"alerts.{alert.relation}"] += 1
            show(alert)
        metrics = _metrics(supervisor)
        dead = metrics["figurewatch_dead_letters_total"]
        done = metrics["figurewatch_readings_registered_total"] + dead >= fed
        worked = metrics["figurewatch_records_total"]
        if not done or worked != before:
            before, quiet_since = worked, time.monotonic()
        elif time.monotonic() - quiet_since > QUIET_SECONDS:
            counts["claims"] = int(metrics["figurewatch_claims_read_total"])
            counts["dead"] = int(dead)
            return counts
        time.sleep(0.3)
    raise DemoError(f"the pipeline did not finish; its logs:\n{supervisor.log_tails()}")


def _alerts(settings: Settings) -> Iterator[Alert]:
    for record in records(settings, settings.topic("alerts")):
        yield decode(Alert, record.value)


def _metrics(supervisor: Supervisor) -> Counter[str]:
    """All stages' metrics, summed over labels."""
    totals: Counter[str] = Counter()
    for stage in STAGES:
        for line in supervisor.scrape(stage).splitlines():
            name, _, value = line.rpartition(" ")
            if name and not line.startswith("#"):
                totals[name.partition("{")[0]] += float(value)
    return totals


def _verdicts(supervisor: Supervisor) -> dict[str, int]:
    found: dict[str, int] = {}
    for line in supervisor.scrape("compare").splitlines():
        if line.startswith("figurewatch_verdicts_total{"):
            name, _, value = line.rpartition(" ")
            found[name.split('"')[1]] = int(float(value))
    return dict(sorted(found.items()))
