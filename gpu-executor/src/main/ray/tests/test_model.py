"""The model's client against a real HTTP server that says what the test wants."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from model_server import ModelServer, Script, data, piece

from witan_ray import model
from witan_ray.model import ModelFailed
from witan_ray.turns import Turn


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


def ask(endpoint: str, heard: list[int] | None = None, key: str = "D-1/1") -> dict[str, Any]:
    turn = Turn(key, "D-1", {"model": "m"}, 0.0, endpoint, trace={"traceparent": "00-a-b-01"})

    async def answer() -> dict[str, Any]:
        async with httpx.AsyncClient(timeout=60) as client:
            return await model.answer(client, turn, (heard if heard is not None else []).append)

    return asyncio.run(answer())


def failure(endpoint: str) -> tuple[str, str]:
    with pytest.raises(ModelFailed) as failed:
        ask(endpoint)
    return failed.value.failure.kind.value, failed.value.failure.message


def test_pieces_come_together_and_are_counted(server: ModelServer) -> None:
    server.script = Script(pieces=['{"a":', "1}"])
    heard: list[int] = []

    answer = ask(server.url, heard)

    assert answer["choices"] == [
        {"index": 0, "message": {"role": "assistant", "content": '{"a":1}'}, "finish_reason": "stop"}
    ]
    assert answer["usage"] == {"prompt_tokens": 3, "completion_tokens": 2}
    assert answer["object"] == "chat.completion"
    assert answer["id"] == "c-1"
    assert heard == [1, 2]
    assert server.asked[0]["path"] == "/v1/chat/completions"
    assert server.asked[0]["model"] == "m"
    assert server.asked[0]["stream_options"] == {"include_usage": True}
    assert server.asked[0]["headers"]["traceparent"] == "00-a-b-01"
    assert server.asked[0]["headers"]["idempotency-key"] == "D-1/1"


def test_an_answer_may_hold_what_unicode_takes_for_a_line_end(server: ModelServer) -> None:
    ends = "a\u0085b\u2028c\u2029d\x0be\x0cf"
    server.script = Script(pieces=[ends])

    answer = ask(server.url)

    assert answer["choices"][0]["message"]["content"] == ends


def test_what_comes_between_the_pieces_is_passed_over(server: ModelServer) -> None:
    server.script = Script(lines=[": still there", "event: ping", piece("a", "stop"), "data: [DONE]"])

    assert ask(server.url)["choices"][0]["message"]["content"] == "a"


def test_what_a_piece_leaves_empty_is_passed_over(server: ModelServer) -> None:
    empty = [data(choices=None), data(choices=[{"delta": None}]), data(choices=[], error=None)]
    server.script = Script(lines=[*empty, piece("a", "stop")])

    assert ask(server.url)["choices"][0]["message"]["content"] == "a"


def test_a_key_may_hold_any_character(server: ModelServer) -> None:
    ask(server.url, key="Zahlung für \n1/1")

    assert server.asked[0]["headers"]["idempotency-key"] == "Zahlung%20f%C3%BCr%20%0A1/1"


def test_what_is_no_stream_is_no_answer(server: ModelServer) -> None:
    server.script = Script(content_type="text/html")

    kind, message = failure(server.url)

    assert kind == "unavailable"
    assert "text/event-stream" in message


@pytest.mark.parametrize(
    ("status", "kind"), [(400, "rejected"), (404, "rejected"), (429, "unavailable"), (503, "unavailable")]
)
def test_a_refusal_says_whether_it_is_worth_asking_again(server: ModelServer, status: int, kind: str) -> None:
    server.script = Script(status=status, lines=['{"error": "no such model"}'])

    said = failure(server.url)

    assert said[0] == kind
    assert said[1].startswith(f'the model server answered {status}: {{"error": "no such model"}}')


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([piece("half")], "in the middle"),
        ([piece("half"), 'data: {"error": {"message": "no memory"}}'], "broke off.*no memory"),
        (["data: {half"], "no JSON: {half"),
        (["data: [1]"], r"no piece: \[1\]"),
    ],
)
def test_an_answer_that_is_not_whole_is_none(server: ModelServer, lines: list[str], message: str) -> None:
    server.script = Script(lines=lines)

    with pytest.raises(ModelFailed, match=message) as failed:
        ask(server.url)

    assert failed.value.failure.kind == "unavailable"


def test_nobody_there_is_worth_asking_again() -> None:
    kind, message = failure("http://127.0.0.1:1/v1")

    assert kind == "unavailable"
    assert "127.0.0.1:1/v1" in message
