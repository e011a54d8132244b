"""An actor of the pool: asks model servers, many turns at once."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable
from typing import Any, cast

import httpx
import ray
from ray.actor import ActorHandle

from witan_ray import model, spans
from witan_ray.turns import LATE, Failure, Turn

# How often the registry hears of pieces, in seconds: each time costs a call.
TELL_EVERY = 0.25


class Worker:
    """Holds nothing but its connections. When it dies, what it ran is lost, and is not run again by Ray.

    Whoever asked is told so and decides: a turn may have been paid for.
    """

    def __init__(self) -> None:
        limits = httpx.Limits(max_connections=None)
        # No time-out of its own: the deadline of each turn ends it.
        self._client = httpx.AsyncClient(timeout=None, limits=limits)  # noqa: S113
        self._running: set[asyncio.Task[Any]] = set()
        self._tracer = spans.recorder(os.environ)

    async def run(self, turn: Turn, registry: ActorHandle[Any]) -> dict[str, Any] | Failure:
        """The completion, or why there is none."""
        told_at = 0.0

        def heard(pieces: int) -> None:
            nonlocal told_at
            now = time.monotonic()
            if now - told_at >= TELL_EVERY:
                told_at = now
                registry.heard.remote(turn.key, pieces)

        task = cast(asyncio.Task[Any], asyncio.current_task())
        self._running.add(task)
        try:
            with spans.recorded(self._tracer, turn) as recorded:
                return await self._answer(recorded, heard)
        finally:
            self._running.discard(task)

    async def _answer(self, recorded: spans.Recorded, heard: Callable[[int], None]) -> dict[str, Any] | Failure:
        try:
            # The registry ends it at the same time; one that has died does not.
            async with asyncio.timeout(recorded.turn.deadline - time.time()):
                completion = await model.answer(self._client, recorded.turn, heard)
        except TimeoutError:
            return recorded.failed(LATE)
        except model.ModelFailed as failed:
            return recorded.failed(failed.failure)
        recorded.answered(completion)
        return completion

    async def drop_all(self) -> int:
        """Ends all that runs, as nobody waits for it any more; says how many turns that were."""
        dropped = list(self._running)
        for task in dropped:
            task.cancel()
        return len(dropped)


def worker(name: str, namespace: str) -> ActorHandle[Any]:
    """The detached worker of this name; made if it is not there."""
    actor = ray.remote(Worker).options(
        name=name,
        namespace=namespace,
        lifetime="detached",
        get_if_exists=True,
        num_cpus=0,
        max_restarts=-1,
        max_task_retries=0,
        max_concurrency=1_000,
    )
    return cast(ActorHandle[Any], actor.remote())
