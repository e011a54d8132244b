"""Deploys the application on a cluster: ``python -m witan_ray.deploy``.

Which cluster, and its token, say Ray's own variables: RAY_ADDRESS, RAY_AUTH_MODE, RAY_AUTH_TOKEN_PATH. Where the
application listens, say WITAN_RAY_HTTP_HOST and WITAN_RAY_HTTP_PORT; what it does, the other WITAN_RAY_*.
"""

from __future__ import annotations

import os
from typing import Any

import ray
from ray import serve
from ray.actor import ActorHandle

from witan_ray.app import application
from witan_ray.registry import NAME, NAMESPACE, worker_name
from witan_ray.settings import Settings

APPLICATION = "witan"


def deploy(variables: dict[str, str], host: str, port: int) -> None:
    """Returns when it answers; this process must be connected to the cluster.

    A registry that was made with other settings is ended, and whoever is asked next makes a new one: it knows no turns.
    That comes last, when there is no replica left that would make it with the other settings again.
    """
    settings = Settings.of(variables)
    serve.start(proxy_location="HeadOnly", http_options={"host": host, "port": port})
    serve.run(application(settings, variables), name=APPLICATION, route_prefix="/")
    end_other_registry(settings)


def end_other_registry(settings: Settings) -> None:
    """Without effect where it has the same settings. With it go the workers that the next one has no use for."""
    registry: ActorHandle[Any] = ray.get_actor(NAME, NAMESPACE)
    known: Any = ray.get(registry.settings.remote())
    if known != settings:
        ray.kill(registry)
        for place in range(settings.workers, known.workers):
            ray.kill(ray.get_actor(worker_name(place), NAMESPACE))


def main() -> None:
    host = os.environ.get("WITAN_RAY_HTTP_HOST", "127.0.0.1")
    port = int(os.environ.get("WITAN_RAY_HTTP_PORT", "8000"))
    ray.init(address="auto", log_to_driver=False)
    deploy(Settings.variables(), host, port)
    print(f"Turns are taken at http://{host}:{port}", flush=True)


if __name__ == "__main__":
    main()
