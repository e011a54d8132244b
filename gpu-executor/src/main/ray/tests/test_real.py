"""Turns on a real Ray: what is answered, what is freed, and what outlives which death."""

import threading
import time

import httpx
import pytest
from cluster import PATIENCE, QUEUE, SLOTS, Cluster, eventually, told
from model_server import Script
from sockets import is_loopback, listening

pytestmark = pytest.mark.real

SLOW = Script(pieces=["word "] * 2_000, pace=0.02)


def at_work(cluster: Cluster, turns: int) -> None:
    """Waits until the model server has so many turns under way."""
    eventually(lambda: cluster.model.at_work == turns)


class TestATurn:
    def test_is_answered(self, cluster: Cluster) -> None:
        response = cluster.submit("answered/1", 30)

        turn = response.json()
        assert response.status_code == 200, turn
        assert turn["status"] == "COMPLETED"
        assert turn["answer"]["choices"][0]["message"]["content"] == "ab"
        assert turn["submitted_at"] <= turn["started_at"] <= turn["ended_at"]
        assert cluster.turn("answered/1") == turn

    def test_is_taken_at_once_and_answered_later(self, cluster: Cluster) -> None:
        answers = threading.Event()
        cluster.model.script = Script(held=answers)

        response = cluster.submit("later/1")

        assert response.status_code == 202
        assert response.json()["answer"] is None
        assert [turn["key"] for turn in cluster.active()] == ["later/1"]
        answers.set()
        assert cluster.turn("later/1", wait=30)["status"] == "COMPLETED"
        assert cluster.active() == []

    def test_carries_the_trace_to_the_model_server(self, cluster: Cluster) -> None:
        cluster.http.post(
            "/turns?wait=30",
            json={"key": "trace/1", "group": "trace", "chat": {"model": "m"}, "deadline": time.time() + 60},
            headers={"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "tracestate": "a=b"},
        )

        headers = cluster.model.asked[0]["headers"]
        assert headers["traceparent"] == "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
        assert headers["tracestate"] == "a=b"

    def test_is_asked_for_once_under_one_key(self, cluster: Cluster) -> None:
        cluster.model.script = Script(pieces=["a"] * 20, pace=0.02)
        cluster.submit("once/1")

        joined = cluster.submit("once/1", 30)
        again = cluster.submit("once/1")

        assert joined.json()["status"] == "COMPLETED"
        assert again.json() == joined.json()
        assert len(cluster.model.asked) == 1

    def test_that_failed_is_run_anew(self, cluster: Cluster) -> None:
        cluster.model.script = Script(status=400, lines=["no such model"])
        failed = cluster.submit("anew/1", 30)
        cluster.model.script = Script()

        anew = cluster.submit("anew/1", 30)

        assert failed.status_code == 200
        assert failed.json()["failure"]["kind"] == "rejected"
        assert anew.json()["status"] == "COMPLETED"

    def test_tells_how_far_it_is(self, cluster: Cluster) -> None:
        cluster.model.script = SLOW
        cluster.submit("far/1")

        eventually(lambda: cluster.turn("far/1")["tokens"] > 5)

    def test_that_is_cancelled_frees_the_model_server(self, cluster: Cluster) -> None:
        cluster.model.script = SLOW
        cluster.submit("cancel/1")
        at_work(cluster, 1)

        cancelled = cluster.http.delete("/turns/cancel/1").json()

        at_work(cluster, 0)
        assert cluster.model.dropped == 1
        assert cancelled["status"] == "FAILED"
        assert cancelled["failure"]["kind"] == "cancelled"

    def test_that_is_late_frees_the_model_server(self, cluster: Cluster) -> None:
        cluster.model.script = SLOW

        late = cluster.submit("late/1", 30, deadline=time.time() + 0.5).json()

        at_work(cluster, 0)
        assert late["failure"]["kind"] == "late"
        assert cluster.submit("late/2", deadline=1.0).json()["failure"]["kind"] == "late"


class TestWhoAsks:
    def test_needs_the_token(self, cluster: Cluster) -> None:
        for headers in ({}, {"Authorization": "Bearer wrong"}):
            assert httpx.get(f"{cluster.url}/turns", headers=headers, timeout=PATIENCE).status_code == 401
            assert httpx.post(f"{cluster.url}/turns", headers=headers, timeout=PATIENCE).status_code == 401

    def test_needs_none_to_see_whether_all_is_well(self, cluster: Cluster) -> None:
        health = httpx.get(f"{cluster.url}/health", timeout=PATIENCE)

        assert health.json() == {"status": "healthy"}

    @pytest.mark.parametrize(
        ("wrong", "told"),
        [
            ({"key": ""}, "key is ''"),
            ({"group": None}, "group is 'None'"),
            ({"chat": "text"}, "chat is 'text'"),
            ({"deadline": "soon"}, "deadline is 'soon'"),
            ({"endpoint": "http://elsewhere/v1"}, 'endpoint is "http://elsewhere/v1", which this cluster'),
        ],
    )
    def test_is_told_what_is_wrong(self, cluster: Cluster, wrong: dict[str, object], told: str) -> None:
        response = cluster.submit("wrong/1", 0, **wrong)

        assert response.status_code == 400
        assert response.json()["detail"].startswith(told)
        assert cluster.http.get("/turns/wrong/1").status_code == 404

    def test_is_told_where_it_is_no_json(self, cluster: Cluster) -> None:
        response = cluster.http.post("/turns", content='{"key": half', headers={"Content-Type": "application/json"})

        assert response.status_code == 400
        assert response.json()["detail"] == "body is no JSON at character 8: Expecting value"

    def test_may_wait_for_half_a_minute(self, cluster: Cluster) -> None:
        response = cluster.submit("wrong/1", 31)

        assert response.status_code == 400
        assert response.json()["detail"] == "wait is '31': Input should be less than or equal to 30"

    def test_is_told_that_a_key_is_unknown(self, cluster: Cluster) -> None:
        for response in (cluster.http.get("/turns/unknown/1"), cluster.http.delete("/turns/unknown/1")):
            assert response.status_code == 404
            assert 'the key "unknown/1"' in response.json()["detail"]


class TestNobody:
    def test_reaches_it_from_another_machine(self, cluster: Cluster) -> None:
        cluster.submit("reach/1", 30)

        found = [address for process in cluster.processes("") for address in listening(process)]

        assert len(found) > 5
        assert {address for address in found if not is_loopback(address)} == set()


class TestGroups:
    def test_wait_for_a_slot_and_then_for_a_place(self, cluster: Cluster) -> None:
        cluster.model.script = SLOW
        for group in range(SLOTS):
            cluster.submit(f"slot{group}/1")
            cluster.submit(f"slot{group}/2")
        at_work(cluster, SLOTS * 2)
        for group in range(QUEUE):
            assert cluster.submit(f"queue{group}/1").json()["status"] == "SUBMITTED"

        refused = cluster.submit("refused/1")

        assert refused.status_code == 429
        assert int(refused.headers["Retry-After"]) > 0
        assert cluster.submit("slot0/3").json()["status"] in ("RUNNING", "SUBMITTED")
        stats = cluster.stats()
        sizes = {name: stats[name] for name in ("slots", "queue", "running_groups", "running", "waiting")}
        assert sizes == {
            "slots": SLOTS,
            "queue": QUEUE,
            "running_groups": SLOTS,
            "running": SLOTS * 2 + 1,
            "waiting": QUEUE,
        }

    def test_take_the_slot_that_another_gives_back(self, cluster: Cluster) -> None:
        cluster.model.script = SLOW
        for group in range(SLOTS):
            cluster.submit(f"first{group}/1")
        assert cluster.submit("next/1").json()["status"] == "SUBMITTED"

        cluster.http.delete("/turns/first0/1")

        eventually(lambda: cluster.turn("next/1")["status"] == "RUNNING")


class TestADeath:
    def test_of_a_worker_loses_what_it_ran(self, cluster: Cluster) -> None:
        cluster.model.script = SLOW
        for number in range(4):
            cluster.submit(f"worker/{number}")
        at_work(cluster, 4)

        cluster.kill("ray::Worker")

        eventually(lambda: cluster.stats()["running"] == 2)
        turns = [cluster.turn(f"worker/{number}") for number in range(4)]
        lost = [turn for turn in turns if turn["status"] == "FAILED"]
        assert [turn["failure"]["kind"] for turn in lost] == ["lost", "lost"]
        cluster.model.script = Script()
        for turn in lost:
            cluster.submit(turn["key"])
            assert cluster.ended(turn["key"])["status"] == "COMPLETED"

    def test_of_all_workers_has_turns_wait_for_the_next(self, cluster: Cluster) -> None:
        cluster.model.script = SLOW
        for number in range(2):
            cluster.submit(f"all/{number}")
        at_work(cluster, 2)

        cluster.kill("ray::Worker", 2)

        eventually(lambda: cluster.stats()["running"] == 0)
        cluster.model.script = Script()
        cluster.submit("all/0")
        cluster.submit("all/1")
        assert cluster.ended("all/0")["status"] == "COMPLETED"
        assert cluster.ended("all/1")["status"] == "COMPLETED"

    def test_of_a_replica_loses_nothing(self, cluster: Cluster) -> None:
        eventually(lambda: len(cluster.processes("ray::ServeReplica")) == 2)
        answers = threading.Event()
        cluster.model.script = Script(held=answers)
        cluster.submit("replica/1")
        at_work(cluster, 1)

        cluster.kill("ray::ServeReplica")
        answers.set()

        assert cluster.ended("replica/1")["status"] == "COMPLETED"
        assert len(cluster.model.asked) == 1
        eventually(lambda: len(cluster.processes("ray::ServeReplica")) == 2)

    def test_of_the_registry_makes_all_keys_unknown_and_frees_the_model_server(self, cluster: Cluster) -> None:
        cluster.model.script = SLOW
        told(lambda: cluster.submit("registry/1"))
        at_work(cluster, 1)

        cluster.kill("ray::Registry")

        eventually(lambda: cluster.http.get("/turns/registry/1").status_code == 404)
        at_work(cluster, 0)
        cluster.model.script = Script()
        told(lambda: cluster.submit("registry/1"))
        assert cluster.ended("registry/1")["status"] == "COMPLETED"
