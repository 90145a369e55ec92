"""docs/metrics.md, from the code: `python deploy/metrics_page.py --write`, or `--check`."""

import sys
from pathlib import Path

from figurewatch.streams.catalogue import SPECS, Spec
from figurewatch.streams.stages import STAGES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "metrics.md"

HEAD = f"""# Metrics

Written by `python deploy/metrics_page.py --write` from `streams/catalogue.py`; a test holds it against live workers.

Each stage is a process of its own and serves its metrics at `/metrics`. Every sample has the label `stage`
({", ".join(STAGES)}), `process_*` of prometheus-client among them. No label holds an id, a source or a text.

- *After a restart* counters begin at zero, which `rate` and `increase` allow for. Counters whose label values are known
  begin at zero with the process, so that the first event is seen.
- *After a rebalance* the lag shows only partitions that the worker has now. Lag is asked of Kafka every five seconds,
  apart from Faust, so a worker that is stuck shows it; Faust commits every few seconds: a lag so old is no trouble.
- *The process pool* has no metrics of its own: its processes hand their times back with their work.
- There are no native histograms: Prometheus asks for them as protobuf, which prometheus-client (0.26) does not speak;
  nor does it count them. The buckets are fixed and named below.
- A replay after a crash does again what may have been lost, and counts it again.

"""


def page() -> str:
    """The whole page."""
    return HEAD + "\n".join(map(_section, SPECS))


def _section(spec: Spec) -> str:
    lines = [f"## `{spec.exposed}`", "", f"{spec.kind.capitalize()}, of {_stages(spec)}. {spec.text}", ""]
    lines += [
        f"- `{name}`: {', '.join(f'`{value}`' for value in values) or 'as it comes'}" for name, values in spec.labels
    ]
    if spec.buckets:
        lines.append(f"- buckets up to: {', '.join(f'{bucket:g}' for bucket in spec.buckets)} s")
    return "\n".join([*lines, ""] if lines[-1] else lines)


def _stages(spec: Spec) -> str:
    return "every stage" if spec.stages == STAGES else " and ".join(spec.stages)


def main() -> int:
    """Write the page, or tell whether it is as it should be."""
    if "--write" in sys.argv:
        PAGE.write_text(page(), "utf-8")
    if PAGE.is_file() and PAGE.read_text("utf-8") == page():
        return 0
    print(f"{PAGE} is out of date; type: python deploy/metrics_page.py --write", file=sys.stderr)  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main())
