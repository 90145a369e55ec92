"""What the tests on a running pipeline share: feeding, waiting, reading topics."""

import contextlib
import json
import subprocess
import time
from collections.abc import Callable, Iterator
from typing import Any

from figurewatch.schemas.alert import Alert
from figurewatch.schemas.claim import Claim, ClaimRecord, Reading
from figurewatch.schemas.codec import decode
from figurewatch.streams.consuming import records
from figurewatch.streams.feed import feed
from figurewatch.streams.settings import Settings, to_environment
from figurewatch.streams.sources import RawItem

PATIENCE = 60.0


def send(settings: Settings, *articles: dict[str, Any]) -> None:
    """Feed articles given as plain data."""
    send_raw(settings, *((str(article["id"]).encode(), json.dumps(article).encode()) for article in articles))


def send_raw(settings: Settings, *pairs: tuple[bytes | None, bytes]) -> None:
    """Feed records as they are."""
    fed = feed(settings, [RawItem(key=key, value=value, where="test") for key, value in pairs])
    assert fed.taken == len(pairs), fed


@contextlib.contextmanager
def started(command: list[str], settings: Settings, **options: Any) -> Iterator[subprocess.Popen[Any]]:
    """A command at work; a test that fails leaves nothing running."""
    with subprocess.Popen(command, env=to_environment(settings), **options) as process:
        try:
            yield process
        finally:
            process.kill()


def readings(settings: Settings) -> list[Reading]:
    return [decode(Reading, record.value) for record in records(settings, settings.topic("readings"))]


def alerts(settings: Settings) -> list[Alert]:
    return [decode(Alert, record.value) for record in records(settings, settings.topic("alerts"))]


def claim_records(settings: Settings) -> list[ClaimRecord]:
    return [decode(ClaimRecord, record.value) for record in records(settings, settings.topic("claims"))]


def claims(settings: Settings) -> list[Claim]:
    return [claim for record in claim_records(settings) for claim in record.claims]


def eventually(check: Callable[[], bool], *, seconds: float = PATIENCE) -> bool:
    """Whether it comes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if check():
            return True
        time.sleep(0.3)
    return check()


def settled(settings: Settings, *, quiet: float = 2.0) -> None:
    """Wait until nothing new has come out for a while."""
    before, since = -1, time.monotonic()
    while time.monotonic() - since < quiet:
        now = len(claim_records(settings)) + len(alerts(settings)) + len(readings(settings))
        if now != before:
            before, since = now, time.monotonic()
        time.sleep(0.3)
