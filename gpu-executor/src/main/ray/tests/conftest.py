"""What tests share."""

from collections.abc import Iterator

import pytest
from cluster import Cluster, eventually
from cluster import started as real_cluster
from model_server import Script


@pytest.fixture(scope="session")
def started() -> Iterator[Cluster]:
    with real_cluster() as real:
        yield real


@pytest.fixture
def cluster(started: Cluster) -> Iterator[Cluster]:
    """The one of this run, with nothing under way before and after, and all workers there."""
    eventually(lambda: started.model.at_work == 0)
    eventually(lambda: started.stats()["workers_away"] == 0)
    started.model.script = Script()
    started.model.asked.clear()
    started.model.dropped = 0
    yield started
    for turn in started.active():
        started.http.delete(f"/turns/{turn['key']}")
