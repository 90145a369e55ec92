"""The dashboard on the workers themselves: resources, tables, recovery, pool, membership."""

from .boards import Board, Row, quantiles
from .panels import Query, Steps, lines, number

WHO = "{{instance}} {{stage}}"


def worker() -> Board:
    """Resources, tables, recovery, pool."""
    return Board(
        "figurewatch-worker",
        "Figurewatch: Worker",
        "Resources, tables, recovery, process pool and group membership of each worker.",
        (_state(), _resources(), _tables(), _pool(), _group()),
    )


def _state() -> Row:
    up = Steps(1, 1, falling=True)
    return Row(
        "State",
        5,
        (
            number(
                "Ready",
                "1: /readyz says ready.",
                "short",
                _each("figurewatch_ready"),
                steps=up,
                see="FigurewatchStageDown",
            ),
            number(
                "Well",
                "1: /healthz says well; 0: stuck.",
                "short",
                _each("figurewatch_healthy"),
                steps=up,
                see="FigurewatchStuck",
            ),
            number(
                "Runs for",
                "Since the process started. Short again and again: it ends itself.",
                "s",
                Query('time() - process_start_time_seconds{OURS, stage=~".+"}', WHO),
                see="FigurewatchRestarting",
            ),
            number(
                "Kafka was heard",
                "Seconds since Kafka last told the lag.",
                "s",
                Query("time() - figurewatch_lag_observed_timestamp_seconds{OURS}", WHO),
                steps=Steps(15, 60),
                see="FigurewatchKafkaSilent",
            ),
        ),
    )


def _each(metric: str) -> Query:
    return Query(f"{metric}{{OURS}}", WHO)


def _resources() -> Row:
    return Row(
        "Resources",
        8,
        (
            lines(
                "Processor",
                "Cores that the process keeps busy; extract's reading processes come on top, see Pool.",
                "short",
                Query('rate(process_cpu_seconds_total{OURS, stage=~".+"}[$__rate_interval])', WHO),
            ),
            lines(
                "Memory",
                "Resident memory of the process and its children.",
                "bytes",
                _each("figurewatch_memory_bytes"),
            ),
            lines(
                "Open files",
                "Of the process; sockets and RocksDB's files among them.",
                "short",
                Query('process_open_fds{OURS, stage=~".+"}', WHO),
            ),
        ),
    )


def _tables() -> Row:
    return Row(
        "Tables and recovery",
        8,
        (
            lines(
                "Keys",
                "Of this worker's part of the table, by RocksDB's estimate.",
                "short",
                _each("figurewatch_table_keys"),
            ),
            lines(
                "Bytes",
                "Of the table on disk, and what RocksDB holds of it in memory.",
                "bytes",
                Query("figurewatch_table_bytes{OURS}", f"{WHO} on disk"),
                Query("figurewatch_table_memory_bytes{OURS}", f"{WHO} in memory"),
            ),
            lines(
                "Recovery",
                "Changelog records still to be restored: it should go down steadily.",
                "short",
                _each("figurewatch_recovery_remaining_records"),
                see="FigurewatchRecoveryLong",
            ),
        ),
    )


def _pool() -> Row:
    return Row(
        "Pool of reading processes",
        8,
        (
            lines(
                "In hand",
                "Articles that the processes have not given back, and the processes that live.",
                "short",
                Query("figurewatch_pool_articles{OURS}", "{{instance}} articles"),
                Query("figurewatch_pool_processes{OURS}", "{{instance}} processes"),
            ),
            lines(
                "Reading",
                "Time that a process works on its share of a batch.",
                "s",
                *quantiles("figurewatch_pool_work_seconds", "instance", "{{instance}}", 0.5, 0.95),
            ),
            lines(
                "Busy processes",
                "Processes that read, on average.",
                "short",
                Query("rate(figurewatch_pool_work_seconds_sum{OURS}[$__rate_interval])", "{{instance}}"),
            ),
            lines(
                "Replaced",
                "Times that the processes were replaced: one died, or an article took too long.",
                "short",
                Query("increase(figurewatch_pool_restarts_total{OURS}[$__rate_interval])", "{{instance}}"),
                steps=Steps(1, 3),
                see="FigurewatchPoolRestarting",
            ),
        ),
    )


def _group() -> Row:
    commits = "rate(figurewatch_{}_total{{OURS}}[$__rate_interval])"
    return Row(
        "Consumer group",
        8,
        (
            lines(
                "Partitions",
                "Of the source topic that the worker has.",
                "short",
                _each("figurewatch_assigned_partitions"),
            ),
            lines(
                "Rebalances",
                "Each time a member comes or goes; the stage stands still meanwhile.",
                "short",
                Query("increase(figurewatch_rebalances_total{OURS}[$__rate_interval])", WHO),
                see="FigurewatchRebalancing",
            ),
            lines(
                "Standing still in rebalances",
                "Seconds without work in a second, recovery included.",
                "percentunit",
                Query("rate(figurewatch_rebalance_seconds_sum{OURS}[$__rate_interval])", WHO),
            ),
            lines(
                "Commits",
                "Commits that Kafka took, and those that it refused.",
                "ops",
                Query(commits.format("commits"), WHO),
                Query(commits.format("commit_failures"), f"{WHO} refused"),
                see="FigurewatchCommitsFail",
            ),
        ),
    )
