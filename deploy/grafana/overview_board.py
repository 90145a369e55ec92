"""The dashboard that says whether it is well, and what it is finding."""

from .boards import Board, Row, quantiles
from .panels import Panel, Query, Steps, lines, number, rows


def overview() -> Board:
    """Is it well, and what is it finding?"""
    return Board(
        "figurewatch-overview",
        "Figurewatch: Overview",
        "Is it well, and what is it finding?",
        (_well(), _found(), _latest(), _read(), _told()),
    )


def _well() -> Row:
    return Row("Is it well?", 5, (*_state(), *_flow()))


def _state() -> tuple[Panel, ...]:
    ready = Query("sum by (stage) (figurewatch_ready{OURS})", "{{stage}}")
    firing = Query('count(ALERTS{alertname=~"Figurewatch.*", alertstate="firing"}) or vector(0)', "firing")
    return (
        number(
            "Workers ready",
            "Workers of each stage that say so at /readyz. None of a stage: no article gets through.",
            "short",
            ready,
            steps=Steps(1, 1, falling=True),
            see="FigurewatchStageDown",
        ),
        number(
            "Rules firing",
            "Alert rules of Prometheus that fire now, not news alerts.",
            "short",
            firing,
            steps=Steps(1, 2),
        ),
    )


def _flow() -> tuple[Panel, ...]:
    in_time = (
        'sum(increase(figurewatch_alert_age_since_feed_seconds_bucket{OURS, le="5.0"}[$__range]))'
        " / sum(increase(figurewatch_alert_age_since_feed_seconds_count{OURS}[$__range]))"
    )
    lag = Query("max(figurewatch_lag_seconds{OURS})", "oldest waiting record")
    letters = Query("sum(increase(figurewatch_dead_letters_total{OURS}[$__range]))", "dead letters")
    return (
        number(
            "Alerts within 5 s",
            "Share of the chosen time's alerts that came within 5 s of their article's feeding. Objective: 99 %.",
            "percentunit",
            Query(in_time, "in time"),
            steps=Steps(0.99, 0.95, falling=True),
            see="FigurewatchAlertsLate",
        ),
        number(
            "Waiting for",
            "How long the oldest record that is not worked off has waited, over all stages; seconds are usual.",
            "s",
            lag,
            steps=Steps(60, 300),
            see="FigurewatchBehind",
        ),
        number(
            "Dead letters",
            "Records of the chosen time that could not be read.",
            "short",
            letters,
            steps=Steps(1, 100),
            see="FigurewatchDeadLetterFlood",
        ),
    )


def _found() -> Row:
    by = 'sum by ({}) (increase(figurewatch_alerts_total{{OURS, type="alert"}}[$__rate_interval])) > 0'
    return Row(
        "What is it finding?",
        8,
        (
            lines(
                "Alerts by relation",
                "News alerts published, by what the claim is to earlier ones; a replay counts again.",
                "short",
                Query(by.format("relation"), "{{relation}}"),
                stacked=True,
            ),
            lines(
                "Alerts by severity",
                "News alerts published, by how much they matter.",
                "short",
                Query(by.format("severity"), "{{severity}}"),
                stacked=True,
            ),
        ),
    )


def _latest() -> Row:
    # the greatest over the time: a worker that was started again has forgotten what it published before
    at = "max_over_time(figurewatch_alert_latest_timestamp_seconds{OURS}[$__range])"
    ago = f"time() - max by (relation, severity, family) ({at})"
    count = 'sum by (relation, severity) (increase(figurewatch_alerts_total{OURS, type="alert"}[$__range])) > 0'
    return Row(
        "Latest alerts",
        9,
        (
            rows(
                "Latest alerts: how long ago",
                "The chosen time's last news alert of each relation, severity and family of measures, newest first. "
                "`figurewatch alerts --follow` prints the alerts themselves, with both sentences and the reasons.",
                "s",
                Query(ago),
                value="ago",
                falling=False,
            ),
            rows(
                "Alerts of the chosen time",
                "How many of each relation and severity.",
                "short",
                Query(count),
                value="alerts",
            ),
        ),
    )


def _read() -> Row:
    return Row(
        "What does it read?",
        8,
        (
            lines(
                "Articles by language",
                "Articles read; `other` is a language without data.",
                "reqps",
                Query("sum by (lang) (rate(figurewatch_articles_read_total{OURS}[$__rate_interval])) > 0", "{{lang}}"),
                stacked=True,
                see="FigurewatchNoArticles",
            ),
            lines(
                "Claims and verdicts",
                "Claims found in articles, and verdicts on them.",
                "reqps",
                Query("sum(rate(figurewatch_claims_read_total{OURS}[$__rate_interval]))", "claims"),
                Query("sum(rate(figurewatch_verdicts_total{OURS}[$__rate_interval]))", "verdicts"),
                see="FigurewatchNothingFound",
            ),
            lines(
                "Memory",
                "Tracked figures that are open, and the records of claims that they are made of.",
                "short",
                Query("sum(figurewatch_tracked_figures{OURS})", "tracked figures"),
                Query("sum(figurewatch_memory_rows{OURS})", "records of claims"),
            ),
        ),
    )


def _told() -> Row:
    metric = "figurewatch_alert_age_since_{}_seconds"
    return Row(
        "How old is the news?",
        8,
        (
            lines(
                "From feeding to alert",
                "Time from an article's record in Kafka to its alert. Objective: 99 % within 5 s.",
                "s",
                *quantiles(metric.format("feed"), "job", "", 0.5, 0.99),
                steps=Steps(4, 5),
                see="FigurewatchAlertsLate",
            ),
            lines(
                "From publication to alert",
                "Time from an article's publication to its alert: how late the feeds are.",
                "s",
                *quantiles(metric.format("publication"), "job", "", 0.5, 0.9),
            ),
        ),
    )
