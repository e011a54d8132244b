"""A worker by itself, with a real HTTP server for a model."""

import asyncio
import time
from unittest.mock import MagicMock

from cluster import eventually
from model_server import ModelServer, Script

from witan_ray.turns import LATE, Turn
from witan_ray.worker import Worker


def test_drops_a_turn_at_its_deadline_though_nobody_tells_it_to() -> None:
    with ModelServer() as server:
        server.script = Script(pieces=["word "] * 2_000, pace=0.02)

        async def trial() -> object:
            worker = Worker()
            turn = Turn("D-1/1", "D-1", {"model": "m"}, time.time() + 3, server.url)
            return await worker.run(turn, MagicMock())

        assert asyncio.run(trial()) == LATE
        eventually(lambda: server.dropped == 1)
