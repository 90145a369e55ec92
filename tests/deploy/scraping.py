"""Reading a worker's metrics as Prometheus would."""

from collections.abc import Mapping
from pathlib import Path

from prometheus_client.parser import text_string_to_metric_families

from figurewatch.streams.stages import STAGES, Stage
from figurewatch.streams.supervisor import Supervisor

Sample = tuple[str, Mapping[str, str], float]


def samples(workers: Supervisor, stage: Stage) -> list[Sample]:
    page = workers.scrape(stage)
    return [
        (sample.name, sample.labels, sample.value)
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    ]


def value(workers: Supervisor, stage: Stage, name: str, **labels: str) -> float:
    """The sum over the samples of a name that carry these labels."""
    return sum(
        number for found, has, number in samples(workers, stage) if found == name and labels.items() <= has.items()
    )


def lag(workers: Supervisor) -> float:
    return sum(value(workers, stage, "figurewatch_lag_records") for stage in STAGES)


def reading_processes(extract: int) -> list[int]:
    """The processes of extract's pool."""
    return [
        int(pid)
        for path in Path(f"/proc/{extract}/task").glob("*/children")
        for pid in path.read_text().split()
        if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    ]
