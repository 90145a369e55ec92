"""Alerts out to where people are: each is given on at least once, in order, and acknowledged when it was taken."""

import logging
from collections.abc import Callable
from typing import Any

from kafka import KafkaConsumer, OffsetAndMetadata
from kafka.errors import CommitFailedError

from ..schemas.alert import Alert
from ..schemas.codec import decode
from ..schemas.record import SchemaError
from .settings import Settings
from .webhook import Delivery, Outcome, Webhook

log = logging.getLogger(__name__)

POLL_MS = 500
SESSION_MS = 10_000
"""A relay that died is replaced after so long; while it tries and tries, its heart beats."""
A_DAY_MS = 24 * 3600 * 1000
"""How long one delivery may be tried before Kafka gives its partition to another relay of the name."""

Wanted = Callable[[Alert], bool]


def relay(
    settings: Settings,
    webhook: Webhook,
    *,
    name: str,
    wanted: Wanted,
    from_beginning: bool,
    stopped: Callable[[], bool],
) -> None:
    """Give alerts on until told to stop; relays of one name share the work and go on where the last one ended.

    Raises:
        WebhookError: the address is gone for good.
        KafkaError: Kafka does not answer.
    """
    topic = settings.topic("alerts")
    consumer = KafkaConsumer(
        **settings.client(),
        group_id=f"figurewatch-{settings.prefix}-relay-{name}",
        enable_auto_commit=False,
        auto_offset_reset="earliest" if from_beginning else "latest",
        max_poll_interval_ms=A_DAY_MS,
        session_timeout_ms=SESSION_MS,
        max_poll_records=50,
    )
    try:
        consumer.partitions_for_topic(topic)  # or it joins before it knows of any, is given none, and says so
        consumer.subscribe([topic])
        known: set[Any] = set()
        while not stopped():
            batches = consumer.poll(timeout_ms=POLL_MS)
            _hold(consumer, known)
            for place, batch in batches.items():
                if not _give(consumer, place, batch, webhook, wanted):
                    return
    finally:
        consumer.close(autocommit=False)


def _hold(consumer: Any, known: set[Any]) -> None:
    """Commit where a partition is begun: what comes after is then never skipped, whenever this process ends."""
    fresh = consumer.assignment() - known
    known.clear()
    known.update(consumer.assignment())
    for place in fresh:
        if consumer.committed(place) is None:
            _commit(consumer, place, consumer.position(place))


def _give(consumer: Any, place: Any, batch: list[Any], webhook: Webhook, wanted: Wanted) -> bool:
    """Whether all of the batch was given on; each is committed for itself, so that few are given twice."""
    for record in batch:
        alert = _alert(record)
        if alert is not None and wanted(alert) and webhook.deliver(_delivery(alert, record)) is Outcome.STOPPED:
            return False
        _commit(consumer, place, record.offset + 1)
    return True


def _commit(consumer: Any, place: Any, offset: int) -> None:
    try:
        consumer.commit({place: OffsetAndMetadata(offset, "", -1)})
    except CommitFailedError:
        log.warning("another relay has this partition by now; it may give an alert a second time")


def _alert(record: Any) -> Alert | None:
    try:
        return decode(Alert, record.value)
    except SchemaError as error:
        log.error("not an alert: %s", error, extra={"partition": record.partition, "offset": record.offset})
        return None


def _delivery(alert: Alert, record: Any) -> Delivery:
    """CloudEvents over HTTP: the attributes that travel as ce_… in Kafka are ce-… here."""
    attributes = ((name, value) for name, value in record.headers if name.startswith("ce_"))
    headers = tuple((name.replace("_", "-"), value.decode("utf-8", "replace")) for name, value in attributes)
    return Delivery(id=alert.alert_id, body=record.value, headers=headers)
