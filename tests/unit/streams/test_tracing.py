"""Tracing: through headers from stage to stage, and nothing at all when it is off."""

import asyncio
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from figurewatch.agents.ports import Headers
from figurewatch.streams.settings import from_environment, to_environment
from figurewatch.streams.stages import Stage
from figurewatch.streams.tracing import Off, Spans, tracing

SETTINGS = from_environment({})


@pytest.fixture
def exporter() -> InMemorySpanExporter:
    return InMemorySpanExporter()


def spans(stage: Stage, exporter: InMemorySpanExporter) -> Spans:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return Spans(SETTINGS, stage, provider)


def event(headers: Headers, offset: int = 7) -> Any:
    return SimpleNamespace(message=SimpleNamespace(headers=headers, partition=1, offset=offset))


def worked(traced: Spans, given: Any) -> Headers:
    """What is sent while the stage works on it."""
    sent: list[Headers] = []

    async def work(_given: Any) -> None:
        sent.append(traced.stamp([("ce_id", b"1")]))

    asyncio.run(traced.around(work)(given))
    return sent[0]


def test_a_record_carries_the_span_that_sent_it(exporter: InMemorySpanExporter) -> None:
    sent = worked(spans("register", exporter), event([]))
    assert [name for name, _ in sent] == ["ce_id", "traceparent"]
    worked(spans("compare", exporter), event(sent))
    register, compare = exporter.get_finished_spans()
    assert register.context is not None
    assert compare.context is not None
    assert compare.parent is not None
    assert compare.parent.span_id == register.context.span_id
    assert compare.context.trace_id == register.context.trace_id
    assert compare.name == "process news.claims"
    assert compare.attributes is not None
    assert compare.attributes["messaging.kafka.offset"] == 7


def test_a_batch_is_linked_to_the_spans_of_its_articles(exporter: InMemorySpanExporter) -> None:
    feeder = spans("register", exporter)
    batch = [event(worked(feeder, event([])), 1), event(worked(feeder, event([])), 2), event([], 3)]
    worked(spans("extract", exporter), batch)
    *senders, extract = exporter.get_finished_spans()
    assert [link.context.span_id for link in extract.links] == [
        each.context.span_id for each in senders if each.context
    ]
    assert extract.attributes is not None
    assert extract.attributes["messaging.batch.message_count"] == 3


def test_a_failure_is_told_without_its_words(exporter: InMemorySpanExporter) -> None:
    async def work(_given: Any) -> None:
        raise ValueError("words of an article")

    with pytest.raises(ValueError, match="words"):
        asyncio.run(spans("compare", exporter).around(work)(event([])))
    (span,) = exporter.get_finished_spans()
    assert "words" not in span.to_json()
    assert span.status.description == "ValueError"


def test_off_it_costs_nothing() -> None:
    off = tracing(SETTINGS, "compare")
    assert isinstance(off, Off)

    async def work(_given: Any) -> None: ...

    headers: Headers = []
    assert off.around(work) is work
    assert off.stamp(headers) is headers
    code = "import sys, figurewatch.streams.worker; sys.exit(any('opentelemetry' in name for name in sys.modules))"
    assert subprocess.call([sys.executable, "-c", code]) == 0


def test_the_setting_goes_to_the_stages() -> None:
    on = from_environment({"FIGUREWATCH_TRACING": "true"})
    assert from_environment(to_environment(on)).tracing
    assert not from_environment(to_environment(SETTINGS)).tracing
