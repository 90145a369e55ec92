"""The dashboard on the stages: rate, errors, duration, lag, latency."""

from .boards import Board, Row, quantiles
from .panels import Query, Steps, heat, lines


def pipeline() -> Board:
    """Rate, errors and duration of each stage; lag; latency; dead letters."""
    return Board(
        "figurewatch-pipeline",
        "Figurewatch: Pipeline",
        "Rate, errors and duration of each stage, lag, age of alerts, dead letters.",
        (_rates(), _lags(), _ages(), _kafka()),
    )


def _rates() -> Row:
    errors = "sum by (stage, reason) (rate(figurewatch_dead_letters_total{OURS}[$__rate_interval])) > 0"
    return Row(
        "Each stage",
        8,
        (
            lines(
                "Records",
                "Records worked off, by stage: articles, readings, records of claims.",
                "reqps",
                Query("sum by (stage) (rate(figurewatch_records_total{OURS}[$__rate_interval]))", "{{stage}}"),
            ),
            lines(
                "Dead letters",
                "Records that could not be read, by reason. All but SchemaError are no fault of the feed.",
                "reqps",
                Query(errors, "{{stage}} {{reason}}"),
                stacked=True,
                see="FigurewatchDeadLetterFlood",
            ),
            lines(
                "Work on a record",
                "Time that a stage works on a record (extract: on a batch), sends included.",
                "s",
                *quantiles("figurewatch_work_seconds", "stage", "{{stage}}", 0.5, 0.95),
            ),
            lines(
                "Busy",
                "Share of the time that a stage's workers work: near 100 % there is no room for more.",
                "percentunit",
                Query("avg by (stage) (rate(figurewatch_work_seconds_sum{OURS}[$__rate_interval]))", "{{stage}}"),
                steps=Steps(0.7, 0.9),
            ),
        ),
    )


def _lags() -> Row:
    return Row(
        "Lag",
        8,
        (
            lines(
                "Lag in seconds",
                "Age of the oldest record that is not committed; commits come every few seconds.",
                "s",
                Query("max by (stage, topic) (figurewatch_lag_seconds{OURS, TOPIC})", "{{stage}} {{topic}}"),
                steps=Steps(60, 300),
                see="FigurewatchBehind",
            ),
            lines(
                "Lag in records",
                "Records between what is committed and the end.",
                "short",
                Query("sum by (stage, topic) (figurewatch_lag_records{OURS, TOPIC})", "{{stage}} {{topic}}"),
                see="FigurewatchBehind",
            ),
            lines(
                "Lag by partition",
                "One partition that lags alone: one family of measures, or one worker, is slow.",
                "short",
                Query("sum by (topic, partition) (figurewatch_lag_records{OURS, TOPIC})", "{{topic}} {{partition}}"),
            ),
        ),
    )


def _ages() -> Row:
    fill = "sum by (le) (increase({}_bucket{{OURS}}[$__rate_interval]))"
    return Row(
        "Age of alerts",
        9,
        (
            heat(
                "From feeding to alert",
                "How many alerts came how long after their article's record.",
                "s",
                Query(fill.format("figurewatch_alert_age_since_feed_seconds"), "{{le}}"),
                see="FigurewatchAlertsLate",
            ),
            heat(
                "Work on a record",
                "How many records (extract: batches) took how long, over all stages.",
                "s",
                Query(fill.format("figurewatch_work_seconds"), "{{le}}"),
            ),
        ),
    )


def _kafka() -> Row:
    outcomes = "sum by (outcome) (rate(figurewatch_readings_registered_total{OURS}[$__rate_interval]))"
    return Row(
        "Out of the stages",
        8,
        (
            lines(
                "Sent records",
                "Records that Kafka acknowledged, changelogs among them.",
                "reqps",
                Query(
                    "sum by (topic) (rate(figurewatch_sent_records_total{OURS, TOPIC}[$__rate_interval]))", "{{topic}}"
                ),
            ),
            lines(
                "Sends",
                "From handing a record over until Kafka acknowledged it: half of them, and nearly all.",
                "s",
                *quantiles("figurewatch_send_seconds", "topic", "{{topic}}", 0.5, 0.95, match="OURS, TOPIC"),
                steps=Steps(1, 5),
            ),
            lines(
                "Readings by what they were",
                "First sight of an article, a duplicate, a new version, a withdrawal and so on.",
                "reqps",
                Query(outcomes, "{{outcome}}"),
                stacked=True,
            ),
        ),
    )
