"""What is done on a cluster that has the application already, step by step."""

from dataclasses import replace
from unittest.mock import MagicMock

import pytest

from witan_ray import deploy as module
from witan_ray.registry import NAME
from witan_ray.settings import Settings

VARIABLES = {"WITAN_RAY_ENDPOINT": "http://m/v1", "WITAN_RAY_TOKEN_FILE": "/token"}
SAME = Settings.of(VARIABLES)


def ended(known: Settings, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which actors are ended, after what, where the registry was made with these settings."""
    steps: list[str] = []

    def kill(actor: MagicMock) -> None:
        steps.append(actor.title)

    def run(*_: object, **__: object) -> None:
        steps.append("new replicas")

    ray = MagicMock(get_actor=lambda name, _: MagicMock(title=name), kill=kill, get=lambda _: known)
    monkeypatch.setattr(module, "ray", ray)
    monkeypatch.setattr(module, "serve", MagicMock(run=run))
    module.deploy(VARIABLES, "127.0.0.1", 8000)
    return steps


def test_a_registry_with_other_settings_is_ended_when_no_replica_knows_those(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(replace(SAME, slots=3), monkeypatch) == ["new replicas", NAME]


def test_so_are_the_workers_that_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(replace(SAME, workers=4), monkeypatch) == [
        "new replicas",
        NAME,
        f"{NAME}-worker-2",
        f"{NAME}-worker-3",
    ]


def test_one_with_the_same_settings_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ended(SAME, monkeypatch) == ["new replicas"]
