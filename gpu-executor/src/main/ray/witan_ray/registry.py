"""The one detached actor that knows all turns of the cluster and gives them to the pool."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, cast

import ray
from ray import ObjectRef
from ray.actor import ActorHandle
from ray.exceptions import RayActorError, RayError, TaskCancelledError

from witan_ray.book import Book
from witan_ray.settings import Settings
from witan_ray.turns import LATE, Failure, Kind, Record, Turn
from witan_ray.worker import worker

NAME = "witan-turns"
NAMESPACE = "witan"
# Calls that may wait in the actor at once, those that watch a turn among them.
CALLS = 10_000
# Seconds between two looks whether a worker that died is back.
LOOK_EVERY = 0.1
CANCELLED = Failure(Kind.CANCELLED, "cancelled by whoever asked")


@dataclass(eq=False)
class Under:
    """What an active turn holds beside its record; place and call once it is with a worker."""

    deadline: asyncio.TimerHandle
    ended: asyncio.Event = field(default_factory=asyncio.Event)
    place: int | None = None
    call: ObjectRef[Any] | None = None


class Registry:
    """Key to turn, for as long as the actor lives. When it is lost, keys are unknown and turns are sent anew.

    A new one tells the workers to drop what they run, as nobody can ask for it any more.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._gpus = int(ray.cluster_resources().get("GPU", 0))  # type: ignore[no-untyped-call]
        slots = settings.slots or max(1, self._gpus)
        self._book = Book(slots, settings.queue, settings.keep_seconds, time.time)
        self._pool = [self._worker(place) for place in range(settings.workers)]
        self._load = [0] * settings.workers
        self._away: set[int] = set()
        self._back = asyncio.Event()
        self._under: dict[Record, Under] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        for one in self._pool:
            one.drop_all.remote()

    async def settings(self) -> Settings:
        """What it was made with."""
        return self._settings

    async def submit(self, turn: Turn, wait: float) -> dict[str, Any] | None:
        """What is known of the turn after its end, or after ``wait`` seconds; None when all is full."""
        record = self._book.submit(turn)
        if record is None:
            return None
        if record.status.is_active and record not in self._under:
            self._take(record)
        return await self._told(record, wait)

    async def find(self, key: str, wait: float) -> dict[str, Any] | None:
        """The same of a turn that was submitted before; None when it is unknown."""
        record = self._book.find(key)
        return None if record is None else await self._told(record, wait)

    async def cancel(self, key: str) -> dict[str, Any] | None:
        """Ends a turn; the model server stops work on it. None when it is unknown."""
        record = self._book.find(key)
        if record is None:
            return None
        self._stop(record, CANCELLED)
        return record.told()

    async def active(self) -> list[dict[str, Any]]:
        """All that run or wait."""
        return [record.told() for record in self._book.active()]

    async def stats(self) -> dict[str, float]:
        """Counts and sizes."""
        workers = {"workers": len(self._pool), "workers_away": len(self._away)}
        return {**self._book.stats(), **workers, "gpus": self._gpus}

    async def heard(self, key: str, pieces: int) -> None:
        """A worker tells how far it is."""
        self._book.heard(key, pieces)

    async def _told(self, record: Record, wait: float) -> dict[str, Any]:
        under = self._under.get(record)
        if under is not None and wait > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(under.ended.wait(), wait)
        return record.told()

    def _take(self, record: Record) -> None:
        left = max(0.0, record.turn.deadline - time.time())
        deadline = asyncio.get_running_loop().call_later(left, self._stop, record, LATE)
        self._under[record] = Under(deadline)
        if left:
            self._begin()
        else:
            self._stop(record, LATE)

    def _begin(self) -> None:
        for record in self._book.begin():
            self._start(self._run(record, self._under[record]))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, record: Record, under: Under) -> None:
        place = await self._free_place()
        if under.ended.is_set():
            return  # Stopped before any worker knew of it.
        under.place = place
        self._load[place] += 1
        try:
            me = ray.get_runtime_context().current_actor
            under.call = self._pool[place].run.remote(record.turn, me)
            self._end(record, await under.call)
        except TaskCancelledError:
            self._end(record, CANCELLED)
        except RayActorError as died:
            self._leave_alone(place)
            self._end(record, Failure(Kind.LOST, f"the actor that ran it died: {died}"))
        except RayError as failed:
            self._end(record, Failure(Kind.LOST, f"the actor that ran it failed: {failed}"))

    async def _free_place(self) -> int:
        """The worker with the least to do; waits while all are being restarted."""
        while len(self._away) == len(self._pool):
            self._back.clear()
            await self._back.wait()
        there = (place for place in range(len(self._pool)) if place not in self._away)
        return min(there, key=self._load.__getitem__)

    def _leave_alone(self, place: int) -> None:
        """Gives nothing to a worker that died until it is back: what it were sent now would be lost at once."""
        if place not in self._away:
            self._away.add(place)
            self._start(self._await(place))

    async def _await(self, place: int) -> None:
        while place in self._away:
            try:
                self._pool[place] = self._worker(place)
                await self._pool[place].__ray_ready__.remote()
                self._away.discard(place)
                self._back.set()
            except RayError:
                await asyncio.sleep(LOOK_EVERY)

    def _stop(self, record: Record, failure: Failure) -> None:
        under = self._under.get(record)
        if under is not None:
            self._end(record, failure)
            if under.call is not None:
                ray.cancel(under.call)

    def _end(self, record: Record, outcome: dict[str, Any] | Failure) -> None:
        if isinstance(outcome, Failure):
            self._book.fail(record, outcome)
        else:
            self._book.complete(record, outcome)
        under = self._under.pop(record, None)
        if under is not None:
            under.deadline.cancel()
            under.ended.set()
            if under.place is not None:
                self._load[under.place] -= 1
        self._begin()

    def _worker(self, place: int) -> ActorHandle[Any]:
        return worker(worker_name(place), NAMESPACE)


def worker_name(place: int) -> str:
    """By which the worker is known in the cluster; the first place is 0."""
    return f"{NAME}-worker-{place}"


def registry(settings: Settings) -> ActorHandle[Any]:
    """The registry of the cluster; made by whoever asks first."""
    actor = ray.remote(Registry).options(
        name=NAME,
        namespace=NAMESPACE,
        lifetime="detached",
        get_if_exists=True,
        num_cpus=0,
        max_restarts=-1,
        max_task_retries=0,
        max_concurrency=CALLS,
    )
    return cast(ActorHandle[Any], actor.remote(settings))
