"""Posting an alert to an address: signed (Standard Webhooks), never redirected, tried again until it is taken."""

import base64
import hashlib
import hmac
import logging
import random
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from enum import Enum
from http.client import HTTPException
from importlib.metadata import version
from pathlib import Path
from typing import Any

import msgspec

log = logging.getLogger(__name__)

TIMEOUT_SECONDS = 10.0
FIRST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 1.0, 300.0
SECRET_PREFIX = "whsec_"
LEAST_SECRET_BYTES = 16
GONE = 410
REFUSED = frozenset({400, 413, 415, 422})
"""The receiver has read it and will not have it: to send the same again would not help."""


class WebhookError(Exception):
    """The address, or the secret, is not what it should be; or the address is gone for good."""


class Outcome(Enum):
    """What became of one delivery."""

    TAKEN = "taken"
    REFUSED = "refused"
    STOPPED = "stopped"


class Delivery(msgspec.Struct, frozen=True, kw_only=True):
    """One alert to be posted."""

    id: str
    """The same for every attempt, and for a replay: receivers drop what they have seen."""
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


def secret_in(path: Path) -> bytes:
    """The secret in a file, written whsec_ and base64 or as it is.

    Raises:
        WebhookError: it cannot be read, or is too short to be one.
    """
    try:
        text = path.read_text("utf-8").strip()
        key = base64.b64decode(text.removeprefix(SECRET_PREFIX)) if text.startswith(SECRET_PREFIX) else text.encode()
    except (OSError, ValueError) as error:
        raise WebhookError(f"{path}: {error}") from None
    if len(key) < LEAST_SECRET_BYTES:
        raise WebhookError(f"{path}: a secret has {LEAST_SECRET_BYTES} bytes at least")
    return key


def signature(key: bytes, delivery: Delivery, moment: int) -> str:
    """As Standard Webhooks has it: HMAC-SHA256 over id, seconds since the epoch and body."""
    signed = b".".join((delivery.id.encode(), str(moment).encode(), delivery.body))
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


def http_address(address: str) -> str:
    """The address, seen to be one.

    Raises:
        WebhookError: it is none.
    """
    if not address.startswith(("https://", "http://")):
        raise WebhookError(f"{address} is no http address")
    return address


class Webhook:
    """One address."""

    def __init__(
        self,
        address: str,
        *,
        key: bytes | None,
        now: Callable[[], float],
        wait: Callable[[float], bool],
    ) -> None:
        """`now` gives seconds since the epoch; `wait` sleeps and says whether to stop.

        Raises:
            WebhookError: the address is none.
        """
        self._address = http_address(address)
        self._key = key
        self._now = now
        self._wait = wait
        self._opener = urllib.request.build_opener(_NoRedirects)

    def deliver(self, delivery: Delivery) -> Outcome:
        """Post it until it is taken or refused, or until told to stop.

        Raises:
            WebhookError: the receiver says that the address is gone for good.
        """
        for pause in _pauses():
            status, after = self._post(delivery)
            if 200 <= status < 300:
                return Outcome.TAKEN
            if status == GONE:
                raise WebhookError(f"{self._address} is gone, its server says (410)")
            if status in REFUSED:
                log.error("the webhook refuses an alert: %d", status, extra={"alert_id": delivery.id})
                return Outcome.REFUSED
            seconds = max(pause, min(after, LONGEST_PAUSE_SECONDS))
            log.warning(
                "the webhook does not take an alert: %s", status or "no answer", extra={"alert_id": delivery.id}
            )
            if self._wait(seconds):
                break
        return Outcome.STOPPED

    def _post(self, delivery: Delivery) -> tuple[int, float]:
        """The status, 0 when there is no answer, and the seconds that the receiver wants to be left alone."""
        request = urllib.request.Request(self._address, data=delivery.body, headers=self._headers(delivery))
        try:
            with self._opener.open(request, timeout=TIMEOUT_SECONDS) as answer:
                return answer.status, 0.0
        except urllib.error.HTTPError as error:
            with error:
                return error.code, _seconds(error.headers.get("Retry-After"))
        except (OSError, HTTPException):
            return 0, 0.0

    def _headers(self, delivery: Delivery) -> dict[str, str]:
        moment = int(self._now())
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"figurewatch/{version('figurewatch')}",
            "webhook-id": delivery.id,
            "webhook-timestamp": str(moment),
            **dict(delivery.headers),
        }
        if self._key:
            headers["webhook-signature"] = signature(self._key, delivery, moment)
        return headers


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A post that follows a redirect becomes a get, and its alert is lost."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _pauses() -> Iterator[float]:
    """Longer and longer, each with its share of chance, so that many relays do not come back together."""
    longest = FIRST_PAUSE_SECONDS
    while True:
        yield random.uniform(longest / 2, longest)
        longest = min(2 * longest, LONGEST_PAUSE_SECONDS)


def _seconds(value: str | None) -> float:
    return float(value) if value and value.isdigit() else 0.0
