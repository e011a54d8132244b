"""Asks a server with an OpenAI-compatible ``/chat/completions``, and counts pieces while they come."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import quote

import httpx
from httpx_sse import EventSource

from witan_ray.turns import Failure, Kind, Turn

# What a server says when it cannot answer now, but may later.
BUSY = frozenset({408, 429, 500, 502, 503, 504})
# Of what a server says about a refusal, in characters.
LONGEST_REASON = 500


class ModelFailed(Exception):
    """The server gave no answer; ``failure`` says why."""

    def __init__(self, kind: Kind, message: str) -> None:
        super().__init__(message)
        self.failure = Failure(kind, message)


async def answer(client: httpx.AsyncClient, turn: Turn, heard: Callable[[int], None]) -> dict[str, Any]:
    """The completion as the server would have sent it in one piece.

    heard: told how many pieces of the answer there are, whenever there is one more.

    Raises ModelFailed. When it is cancelled the connection is closed, and the server drops the work.
    """
    chat = {**turn.chat, "stream": True, "stream_options": {"include_usage": True}}
    url = f"{turn.endpoint}/chat/completions"
    try:
        async with client.stream("POST", url, json=chat, headers=headers(turn)) as response:
            if response.status_code != httpx.codes.OK:
                raise await refusal(response)
            return await whole(data(response), heard)
    except httpx.HTTPError as broken:
        message = f"{url}: {type(broken).__name__} {broken}".rstrip()
        raise ModelFailed(Kind.UNAVAILABLE, message) from broken


def headers(turn: Turn) -> dict[str, str]:
    """What goes beside the question, for servers and proxies that look at it; headers hold ASCII alone."""
    return {**turn.trace, "Idempotency-Key": quote(turn.key)}


async def refusal(response: httpx.Response) -> ModelFailed:
    """What a status that is not 200 means for whoever asks."""
    text = (await response.aread()).decode(errors="replace")[:LONGEST_REASON]
    kind = Kind.UNAVAILABLE if response.status_code in BUSY else Kind.REJECTED
    return ModelFailed(kind, f"the model server answered {response.status_code}: {text}")


async def data(response: httpx.Response) -> AsyncIterator[str]:
    """What each event of the stream holds.

    Events end at the line ends of their format alone: an answer may hold other characters that Unicode takes for one.
    """
    async for event in EventSource(response).aiter_sse():
        if event.data:
            yield event.data


async def whole(events: AsyncIterator[str], heard: Callable[[int], None]) -> dict[str, Any]:
    """Puts the pieces of a streamed completion together."""
    text: list[str] = []
    about: dict[str, Any] = {}
    finish: str | None = None
    async for event in events:
        piece = read(event)
        about |= {name: value for name, value in piece.items() if value is not None}
        for choice in (piece.get("choices") or [])[:1]:
            said = (choice.get("delta") or {}).get("content")
            if said:
                text.append(said)
                heard(len(text))
            finish = choice.get("finish_reason") or finish
    if finish is None:
        raise ModelFailed(Kind.UNAVAILABLE, "the model server ended its answer in the middle")
    message = {"role": "assistant", "content": "".join(text)}
    choice = {"index": 0, "message": message, "finish_reason": finish}
    return {**about, "object": "chat.completion", "choices": [choice]}


def read(event: str) -> dict[str, Any]:
    """The piece that an event holds; the last one holds none."""
    if event == "[DONE]":
        return {}
    try:
        piece = json.loads(event)
    except ValueError as broken:
        message = f"the model server sent what is no JSON: {event[:LONGEST_REASON]}"
        raise ModelFailed(Kind.UNAVAILABLE, message) from broken
    if not isinstance(piece, dict):
        raise ModelFailed(Kind.UNAVAILABLE, f"the model server sent what is no piece: {event[:LONGEST_REASON]}")
    if piece.get("error") is not None:
        message = f"the model server broke off: {json.dumps(piece['error'])[:LONGEST_REASON]}"
        raise ModelFailed(Kind.UNAVAILABLE, message)
    return piece
