"""Spans of live workers, as they arrive at a collector: one trace from register to the alert."""

import os
from pathlib import Path
from unittest import mock

import msgspec
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from figurewatch.streams.consuming import records
from figurewatch.streams.settings import Settings

from ..integration.conftest import running
from ..integration.helpers import eventually, send
from ..integration.receiver import Receiver, receiving
from ..integration.test_pipeline import POLICE, RED_CROSS

pytestmark = pytest.mark.kafka


def spans(receiver: Receiver) -> dict[str, list[tuple[str, str]]]:
    """Of each service: its spans' traces and what they are called."""
    found: dict[str, list[tuple[str, str]]] = {}
    for _, body in receiver.taken:
        for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
            (service,) = [
                pair.value.string_value for pair in resource.resource.attributes if pair.key == "service.name"
            ]
            for scope in resource.scope_spans:
                found.setdefault(service, []).extend((span.trace_id.hex(), span.name) for span in scope.spans)
    return found


def test_an_alert_carries_the_trace_of_the_stages_that_made_it(settings: Settings, tmp_path: Path) -> None:
    traced = msgspec.structs.replace(settings, tracing=True)
    with receiving() as collector:
        address = {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": collector.address, "OTEL_BSP_SCHEDULE_DELAY": "200"}
        with mock.patch.dict(os.environ, address), running(traced, tmp_path):
            send(settings, POLICE, RED_CROSS)
            assert eventually(lambda: bool(list(records(settings, settings.topic("alerts")))))
            (alert, *_) = records(settings, settings.topic("alerts"))
            trace = dict(alert.headers)["traceparent"].decode().split("-")[1]
            stages = [f"figurewatch-{stage}" for stage in ("extract", "register", "compare")]
            for stage in stages:
                assert eventually(lambda stage=stage: trace in dict(spans(collector).get(stage, []))), stage  # type: ignore[misc]
        for body in (body for _, body in collector.taken):
            assert b"Derna" not in body
