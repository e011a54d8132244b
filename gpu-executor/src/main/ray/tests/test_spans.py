"""Spans of turns."""

from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import NoOpTracer, StatusCode, Tracer

from witan_ray.spans import recorded, recorder
from witan_ray.turns import Failure, Kind, Turn

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = "b7ad6b7169203331"
CALLER = {"traceparent": f"00-{TRACE}-{PARENT}-01", "tracestate": "a=b"}
TURN = Turn("D-1/1", "D-1", {"model": "m", "messages": [{"content": "secret"}]}, 0, "http://model/v1", CALLER)
COMPLETION = {
    "model": "m-1",
    "usage": {"prompt_tokens": 12, "completion_tokens": 3},
    "choices": [{"message": {"content": "secret"}}],
}


@pytest.fixture
def exported() -> Iterator[InMemorySpanExporter]:
    exporter = InMemorySpanExporter()
    yield exporter
    exporter.clear()


@pytest.fixture
def tracer(exported: InMemorySpanExporter) -> Tracer:
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exported))
    return provider.get_tracer("test")


def only(exported: InMemorySpanExporter) -> ReadableSpan:
    (span,) = exported.get_finished_spans()
    return span


def test_a_turn_is_below_who_sent_it(tracer: Tracer, exported: InMemorySpanExporter) -> None:
    with recorded(tracer, TURN) as turn:
        turn.answered(COMPLETION)

    span = only(exported)
    assert span.name == "chat m"
    assert span.parent is not None
    assert f"{span.parent.trace_id:032x}-{span.parent.span_id:016x}" == f"{TRACE}-{PARENT}"
    assert dict(span.attributes or {}) == {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "m",
        "gen_ai.response.model": "m-1",
        "gen_ai.conversation.id": "D-1",
        "gen_ai.usage.input_tokens": 12,
        "gen_ai.usage.output_tokens": 3,
        "server.address": "http://model/v1",
        "witan.turn.key": "D-1/1",
    }


def test_the_model_server_goes_on_below_it(tracer: Tracer, exported: InMemorySpanExporter) -> None:
    with recorded(tracer, TURN) as turn:
        carried = turn.turn.trace

    own = only(exported).context
    assert own is not None
    assert carried == {"traceparent": f"00-{TRACE}-{own.span_id:016x}-01", "tracestate": "a=b"}


def test_a_failure_is_told_by_its_kind(tracer: Tracer, exported: InMemorySpanExporter) -> None:
    with recorded(tracer, TURN) as turn:
        turn.failed(Failure(Kind.UNAVAILABLE, "the model server is away"))

    span = only(exported)
    assert span.status.status_code is StatusCode.ERROR
    assert span.status.description == "the model server is away"
    assert (span.attributes or {})["error.type"] == "unavailable"


def test_an_answer_without_counts_is_no_mistake(tracer: Tracer, exported: InMemorySpanExporter) -> None:
    with recorded(tracer, TURN) as turn:
        turn.answered({"model": "m-1", "usage": None})

    assert "gen_ai.usage.input_tokens" not in (only(exported).attributes or {})


def test_switched_off_the_caller_s_own_trace_is_carried_on() -> None:
    with recorded(recorder({}), TURN) as turn:
        turn.answered(COMPLETION)
        assert turn.turn.trace == CALLER


@pytest.mark.parametrize("switch", ["", "true", "yes"])
def test_it_is_off_unless_it_is_switched_on(switch: str) -> None:
    assert isinstance(recorder({"OTEL_SDK_DISABLED": switch}), NoOpTracer)


def test_it_is_switched_on_as_witan_itself_is() -> None:
    assert not isinstance(recorder({"OTEL_SDK_DISABLED": "false"}), NoOpTracer)
