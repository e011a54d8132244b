"""Spans of turns, in the words of OpenTelemetry's conventions for generative AI; nothing else here knows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import NoOpTracer, Span, SpanKind, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from witan_ray.turns import Failure, Turn

SERVICE = "witan-ray"
WIRE = TraceContextTextMapPropagator()


def recorder(variables: Mapping[str, str]) -> Tracer:
    """Sends spans as the ``OTEL_*`` of this process say; without ``OTEL_SDK_DISABLED=false`` it records none."""
    if variables.get("OTEL_SDK_DISABLED", "").lower() != "false":
        return NoOpTracer()
    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: SERVICE}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return provider.get_tracer(SERVICE)


class Recorded:
    """A turn within its span.

    turn: the same turn, with the trace that the model server is to go on with.
    """

    def __init__(self, span: Span, turn: Turn) -> None:
        self._span = span
        trace: dict[str, str] = {}
        WIRE.inject(trace)
        self.turn = replace(turn, trace=trace)

    def answered(self, completion: dict[str, Any]) -> None:
        """Keeps who answered, and how many tokens it took; the text is not for spans."""
        usage = completion.get("usage") or {}
        found = {
            "gen_ai.response.model": completion.get("model"),
            "gen_ai.usage.input_tokens": usage.get("prompt_tokens"),
            "gen_ai.usage.output_tokens": usage.get("completion_tokens"),
        }
        self._span.set_attributes({name: value for name, value in found.items() if value is not None})

    def failed(self, failure: Failure) -> Failure:
        """Keeps why there is no answer, and hands it on."""
        self._span.set_attribute("error.type", failure.kind.value)
        self._span.set_status(StatusCode.ERROR, failure.message)
        return failure


@contextmanager
def recorded(tracer: Tracer, turn: Turn) -> Iterator[Recorded]:
    """The span of a turn that is asked now, below that of who sent it."""
    model = str(turn.chat.get("model", ""))
    attributes = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": model,
        "gen_ai.conversation.id": turn.group,
        "server.address": turn.endpoint,
        "witan.turn.key": turn.key,
    }
    with tracer.start_as_current_span(f"chat {model}", WIRE.extract(turn.trace), SpanKind.CLIENT, attributes) as span:
        yield Recorded(span, turn)
