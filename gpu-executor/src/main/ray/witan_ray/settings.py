"""What the cluster is told when the application is deployed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PREFIX = "WITAN_RAY_"


@dataclass(frozen=True)
class Settings:
    """Sizes and addresses.

    endpoint: the model server of the cluster, up to ``/v1``, which need not be said.
    endpoints: other model servers that a turn may name, likewise.
    slots: groups that may have turns under way at once; 0 for one per GPU of the cluster, at least 1.
    queue: turns that may wait for a slot.
    workers: actors that ask the model servers; with one of them go the turns that it ran.
    replicas: processes that answer over HTTP.
    keep_seconds: how long an end is known.
    alone: whether the cluster is one machine, and nobody else may reach it.
    token_file: where the token is that every caller must send; nobody is let in without one.
    """

    endpoint: str
    token_file: str
    endpoints: frozenset[str] = frozenset()
    slots: int = 0
    queue: int = 64
    workers: int = 2
    replicas: int = 2
    keep_seconds: int = 3_600
    alone: bool = False

    @staticmethod
    def of(variables: Mapping[str, str]) -> Settings:
        """Reads ``WITAN_RAY_*``. Raises ValueError that names the variable and what it should be."""
        read = _Reader(variables)
        return Settings(
            endpoint=_up_to_v1(read.text("ENDPOINT")),
            token_file=read.text("TOKEN_FILE"),
            endpoints=frozenset(read.addresses("ENDPOINTS")),
            slots=read.whole("SLOTS", Settings.slots, least=0),
            queue=read.whole("QUEUE", Settings.queue, least=0),
            workers=read.whole("WORKERS", Settings.workers, least=1),
            replicas=read.whole("REPLICAS", Settings.replicas, least=1),
            alone=read.whole("ALONE", 0, least=0) > 0,
            keep_seconds=read.whole("KEEP_SECONDS", Settings.keep_seconds, least=1),
        )

    @staticmethod
    def variables() -> dict[str, str]:
        """Those of this process that the settings are made of, for the processes of the cluster."""
        return {name: text for name, text in os.environ.items() if name.startswith(PREFIX)}

    def token(self) -> str:
        """Raises ValueError when the file holds none, OSError when it cannot be read."""
        token = Path(self.token_file).read_text(encoding="utf-8").strip()
        if not token:
            raise ValueError(f"{PREFIX}TOKEN_FILE: {self.token_file} is empty, a token is needed")
        return token

    def endpoint_for(self, wanted: str | None) -> str:
        """The model server that a turn goes to. Raises ValueError when it is not one of the cluster's."""
        if not wanted or _up_to_v1(wanted) == self.endpoint:
            return self.endpoint
        if _up_to_v1(wanted) in self.endpoints:
            return _up_to_v1(wanted)
        known = ", ".join(sorted({self.endpoint, *self.endpoints}))
        raise ValueError(f'endpoint is "{wanted}", which this cluster was not told of: one of {known}')


class _Reader:
    def __init__(self, variables: Mapping[str, str]) -> None:
        self._variables = variables

    def text(self, name: str) -> str:
        value = self._variables.get(PREFIX + name, "").strip()
        if not value:
            raise ValueError(f"{PREFIX}{name} is not set")
        return value

    def addresses(self, name: str) -> list[str]:
        words = self._variables.get(PREFIX + name, "").split(",")
        return [_up_to_v1(word) for word in words if word.strip()]

    def whole(self, name: str, usual: int, least: int) -> int:
        text = self._variables.get(PREFIX + name, "").strip() or str(usual)
        if not text.isdecimal() or int(text) < least:
            raise ValueError(f'{PREFIX}{name} is "{text}", a whole number from {least} is needed')
        return int(text)


def _up_to_v1(address: str) -> str:
    return address.strip().rstrip("/").removesuffix("/v1") + "/v1"
