"""A webhook: signed, tried again, refused, gone."""

import base64
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from figurewatch.streams.webhook import Delivery, Outcome, Webhook, WebhookError, secret_in, signature

from ...integration.receiver import Receiver, receiving

ALERT = Delivery(id="a1", body=b'{"alert_id":"a1"}', headers=(("ce-id", "a1"),))
KEY = b"0123456789abcdef"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as made:
        yield made


class Waits(list[float]):
    """Remembers the pauses, and takes none."""

    def __call__(self, seconds: float) -> bool:
        self.append(seconds)
        return len(self) > 20


def test_the_signature_is_what_openssl_makes_of_it() -> None:
    signed = b"a1.1700000000." + ALERT.body
    command = ["openssl", "dgst", "-sha256", "-mac", "HMAC", "-macopt", f"hexkey:{KEY.hex()}", "-binary"]
    made = subprocess.run(command, input=signed, capture_output=True, check=True).stdout
    assert signature(KEY, ALERT, 1_700_000_000) == "v1," + base64.b64encode(made).decode()


def test_an_alert_is_posted_with_its_headers(receiver: Receiver) -> None:
    webhook = Webhook(receiver.address, key=KEY, now=lambda: 1_700_000_000.5, wait=Waits())
    assert webhook.deliver(ALERT) is Outcome.TAKEN
    ((headers, body),) = receiver.taken
    assert body == ALERT.body
    assert headers["webhook-id"] == headers["ce-id"] == "a1"
    assert headers["webhook-timestamp"] == "1700000000"
    assert headers["webhook-signature"] == signature(KEY, ALERT, 1_700_000_000)
    assert headers["content-type"] == "application/json"


def test_what_is_not_taken_is_tried_again_after_longer_and_longer_pauses(receiver: Receiver) -> None:
    receiver.answers = [503, 0, 302, 401, 404, 429, 500]
    waits = Waits()
    assert Webhook(receiver.address, key=None, now=lambda: 0.0, wait=waits).deliver(ALERT) is Outcome.TAKEN
    assert receiver.asked == 8
    assert receiver.ids() == ["a1"]
    assert all(2**number / 2 <= pause <= 2**number for number, pause in enumerate(waits))


def test_pauses_have_an_end(receiver: Receiver) -> None:
    receiver.answers = [500] * 30
    waits = Waits()
    assert Webhook(receiver.address, key=None, now=lambda: 0.0, wait=waits).deliver(ALERT) is Outcome.STOPPED
    assert 150 <= waits[-1] <= 300


def test_a_refusal_ends_the_attempts(receiver: Receiver) -> None:
    receiver.answers = [422]
    assert Webhook(receiver.address, key=None, now=lambda: 0.0, wait=Waits()).deliver(ALERT) is Outcome.REFUSED
    assert receiver.asked == 1


def test_an_address_that_is_gone_is_said(receiver: Receiver) -> None:
    receiver.answers = [410]
    with pytest.raises(WebhookError, match="gone"):
        Webhook(receiver.address, key=None, now=lambda: 0.0, wait=Waits()).deliver(ALERT)


def test_only_http_addresses() -> None:
    with pytest.raises(WebhookError, match="no http address"):
        Webhook("file:///etc/passwd", key=None, now=lambda: 0.0, wait=Waits())


def test_secrets(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("whsec_" + base64.b64encode(KEY).decode() + "\n")
    assert secret_in(path) == KEY
    path.write_text("short")
    with pytest.raises(WebhookError, match="16 bytes"):
        secret_in(path)
