"""What the registry does between two steps of a turn, with workers that never answer."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any
from unittest.mock import MagicMock

import pytest

from witan_ray import registry
from witan_ray.registry import Registry
from witan_ray.settings import Settings
from witan_ray.turns import Turn

Calls = list[asyncio.Future[Any]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Those of the workers, which are there in the place of Ray."""
    calls: Calls = []

    def run(*_: object) -> asyncio.Future[Any]:
        calls.append(asyncio.get_running_loop().create_future())
        return calls[-1]

    pool = MagicMock()
    pool.run.remote = run
    monkeypatch.setattr(registry, "ray", MagicMock(cluster_resources=dict, cancel=lambda call: call.cancel()))
    monkeypatch.setattr(registry, "worker", lambda *_: pool)
    return calls


def tried(scenario: Callable[[Registry], Coroutine[Any, Any, None]]) -> None:
    async def trial() -> None:
        await scenario(Registry(Settings(endpoint="http://m/v1", token_file="/token", workers=1)))

    asyncio.run(trial())


def turn() -> Turn:
    return Turn("D-1/1", "D-1", {"model": "m"}, time.time() + 60, "http://m/v1")


def test_a_turn_that_is_cancelled_before_a_worker_has_it_is_not_asked_for(calls: Calls) -> None:
    async def scenario(registry: Registry) -> None:
        await registry.submit(turn(), 0)
        cancelled = await registry.cancel("D-1/1")
        await asyncio.sleep(0)

        assert cancelled is not None
        assert cancelled["failure"]["kind"] == "cancelled"
        assert calls == []

    tried(scenario)


def test_a_turn_that_a_worker_has_is_cancelled_there(calls: Calls) -> None:
    async def scenario(registry: Registry) -> None:
        await registry.submit(turn(), 0)
        await asyncio.sleep(0)
        await registry.cancel("D-1/1")

        assert [call.cancelled() for call in calls] == [True]

    tried(scenario)


def test_a_turn_that_is_sent_again_after_that_is_asked_for_once(calls: Calls) -> None:
    async def scenario(registry: Registry) -> None:
        await registry.submit(turn(), 0)
        await registry.cancel("D-1/1")
        await registry.submit(turn(), 0)
        await asyncio.sleep(0)

        assert len(calls) == 1
        assert (await registry.stats())["running"] == 1

    tried(scenario)
