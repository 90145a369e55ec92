"""Tracing by OpenTelemetry, through Kafka's headers (`traceparent`): off by default, and then nothing of it is loaded.

With the extra `tracing` and FIGUREWATCH_TRACING=true each stage's work on a record is a span, a child of the span that
sent the record; extract works on batches, whose spans link to those of their articles. Where the spans go is said by
OpenTelemetry's own variables, OTEL_EXPORTER_OTLP_ENDPOINT and others. No span holds words of an article.
"""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Protocol

from ..agents.extract import header_pairs
from ..agents.ports import Headers
from .settings import Settings, SettingsError
from .stages import SOURCES, Stage
from .topics import group

Work = Callable[[Any], Coroutine[Any, Any, None]]


class Tracing(Protocol):
    """What the app needs of it."""

    def around(self, work: Work) -> Work:
        """The work on an event, or on a batch of them, in a span."""

    def stamp(self, headers: Headers) -> Headers:
        """The headers of a record that is sent from within a span."""


class Off:
    """No tracing: what it is given, it gives back."""

    def around(self, work: Work) -> Work:
        """As it is."""
        return work

    def stamp(self, headers: Headers) -> Headers:
        """As they are."""
        return headers


def tracing(settings: Settings, stage: Stage) -> Tracing:
    """As the settings say.

    Raises:
        SettingsError: it is asked for and not installed.
    """
    if not settings.tracing:
        return Off()
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415
    except ImportError:
        raise SettingsError("FIGUREWATCH_TRACING needs the extra: pip install 'figurewatch[tracing]'") from None
    provider = TracerProvider(resource=Resource.create({"service.name": f"figurewatch-{stage}"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return Spans(settings, stage, provider)


class Spans:
    """Spans of one stage."""

    def __init__(self, settings: Settings, stage: Stage, provider: Any) -> None:
        """`provider` is OpenTelemetry's tracer provider."""
        from opentelemetry import trace  # noqa: PLC0415
        from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator  # noqa: PLC0415

        self._trace = trace
        self._tracer = provider.get_tracer("figurewatch")
        self._propagator = TraceContextTextMapPropagator()
        self._name = f"process {settings.topic(SOURCES[stage])}"
        self._attributes = {
            "messaging.system": "kafka",
            "messaging.operation.type": "process",
            "messaging.destination.name": settings.topic(SOURCES[stage]),
            "messaging.consumer.group.name": group(settings, stage),
        }

    def around(self, work: Work) -> Work:
        """A span of the kind CONSUMER; exceptions are not put into it, for they may hold words of an article."""

        async def traced(given: Any) -> None:
            events = given if isinstance(given, list) else [given]
            contexts = [self._context(event.message.headers) for event in events]
            one = contexts[0] if len(contexts) == 1 else None
            links = [] if one is not None else [self._link(context) for context in contexts]
            with self._tracer.start_as_current_span(
                self._name,
                context=one,
                kind=self._trace.SpanKind.CONSUMER,
                attributes={**self._attributes, **_place(events)},
                links=[link for link in links if link.context.is_valid],
                record_exception=False,
                set_status_on_exception=False,
            ) as span:
                try:
                    await work(given)
                except BaseException as error:
                    span.set_status(self._trace.StatusCode.ERROR, type(error).__name__)
                    raise

        return traced

    def stamp(self, headers: Headers) -> Headers:
        """With `traceparent`, and `tracestate` where there is one."""
        carrier: dict[str, str] = {}
        self._propagator.inject(carrier)
        return [*headers, *((name, value.encode()) for name, value in carrier.items())]

    def _context(self, headers: Any) -> Any:
        carrier = {name: value.decode("ascii", "replace") for name, value in header_pairs(headers) if value}
        return self._propagator.extract(carrier)

    def _link(self, context: Any) -> Any:
        return self._trace.Link(self._trace.get_current_span(context).get_span_context())


def _place(events: list[Any]) -> Mapping[str, int | str]:
    if len(events) > 1:
        return {"messaging.batch.message_count": len(events)}
    message = events[0].message
    return {"messaging.destination.partition.id": str(message.partition), "messaging.kafka.offset": message.offset}
