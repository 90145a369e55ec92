"""Headers of a record: CloudEvents 1.0 in Kafka's binary mode."""

import json
from datetime import UTC, datetime

from figurewatch.schemas.asyncapi import CHANNELS
from figurewatch.schemas.cloudevents import headers_for
from figurewatch.schemas.documents import ASYNCAPI, published

NOON = datetime(2024, 5, 2, 12, tzinfo=UTC)


def test_the_required_attributes_are_there() -> None:
    headers = dict(headers_for("alert", subject="x1", body=b"{}", time=NOON))
    assert headers["ce_specversion"] == b"1.0"
    assert headers["ce_type"] == b"figurewatch.alert.v1"
    assert headers["ce_source"] == b"figurewatch"
    assert headers["ce_subject"] == b"x1"
    assert headers["ce_time"] == b"2024-05-02T12:00:00+00:00"
    assert headers["content-type"] == b"application/json"


def test_the_same_record_has_the_same_id_and_another_another() -> None:
    one = dict(headers_for("alert", subject="x1", body=b"{}"))["ce_id"]
    assert one == dict(headers_for("alert", subject="x1", body=b"{}", time=NOON))["ce_id"]
    others = [headers_for("claims", subject="x1", body=b"{}"), headers_for("alert", subject="x2", body=b"{}")]
    others.append(headers_for("alert", subject="x1", body=b"[]"))
    assert one not in [dict(headers)["ce_id"] for headers in others]


def test_any_id_of_an_article_goes_into_a_header() -> None:
    assert dict(headers_for("reading", subject="été\ud800|\n", body=b"\xff"))["ce_subject"]


def test_the_document_describes_them() -> None:
    messages = json.loads(published(ASYNCAPI))["components"]["messages"]
    for name, *_ in CHANNELS.values():
        described = messages[name]["headers"]["properties"]
        sent = dict(headers_for(name, subject="s", body=b"{}", time=NOON))
        assert set(sent) == set(described)
        assert described["ce_type"]["const"].encode() == sent["ce_type"]
