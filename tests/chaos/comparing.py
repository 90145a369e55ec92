"""A stormy run against a calm one over the same articles: nothing missing, nothing different, only repetitions."""

from collections.abc import Iterator
from typing import Any

from .outcome import Outcome


def differences(calm: Outcome, storm: Outcome, *, in_order: bool) -> list[str]:
    """What is wrong, in sentences; `in_order`: with one partition, the very same alerts are due."""
    return [
        *_missing_or_more("articles read", set(calm.readings), set(storm.readings)),
        *_missing_or_more("articles registered", set(calm.registered), set(storm.registered)),
        *_unlike("claims read", calm.read, storm.read),
        *_unlike("standing claims", calm.standing, storm.standing),
        *_missing_or_more("tracked figures", set(calm.figures), set(storm.figures)),
        *_unlike("relations", calm.relations, storm.relations),
        *_missing_or_more("alerted figures", set(calm.alerted()), set(storm.alerted())),
        *(_missing_or_more("alerts", set(calm.alerts), set(storm.alerts)) if in_order else ()),
        *([f"{storm.dead} dead letters, not {calm.dead}"] if storm.dead != calm.dead else ()),
    ]


def in_words(outcome: Outcome) -> str:
    """The numbers of a run."""
    again = sum(outcome.readings.values()) - len(outcome.readings)
    repeated = sum(outcome.alert_counts.values()) - len(outcome.alert_counts)
    return (
        f"{len(outcome.readings)} articles read ({again} readings sent again), {len(outcome.standing)} claims, "
        f"{len(outcome.figures)} tracked figures, {len(outcome.relations)} related pairs, "
        f"{len(outcome.clashes)} of them clash, {len(outcome.alerts)} alerts on {len(outcome.alerted())} "
        f"clashing figures ({repeated} sent again)"
    )


def _missing_or_more(what: str, wanted: set[Any], found: set[Any]) -> Iterator[str]:
    if lost := wanted - found:
        yield f"{len(lost)} {what} are missing, such as {_some(lost)}"
    if more := found - wanted:
        yield f"{len(more)} {what} are there that should not be, such as {_some(more)}"


def _unlike(what: str, wanted: dict[Any, Any], found: dict[Any, Any]) -> Iterator[str]:
    yield from _missing_or_more(what, set(wanted), set(found))
    unlike = {key for key in wanted.keys() & found.keys() if wanted[key] != found[key]}
    if unlike:
        key = min(unlike)
        yield f"{len(unlike)} {what} differ, such as {key}: {wanted[key]!r} is {found[key]!r}"


def _some(things: set[Any]) -> str:
    return ", ".join(sorted(str(sorted(one) if isinstance(one, frozenset) else one)[:120] for one in things)[:3])
