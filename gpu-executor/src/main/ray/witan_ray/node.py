"""A cluster of one machine, below this process."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import ray

from witan_ray.deploy import deploy
from witan_ray.settings import Settings

# Answers have a few kilobytes, and nothing else is kept there.
OBJECT_STORE_BYTES = 80_000_000
LOOK_EVERY_SECONDS = 5


def run(folder: Path, http_port: int) -> None:
    """Ends the process, and Ray before: with status 0 when SIGTERM asks for it, with 1 when Ray has died."""
    start(folder)
    # Ray has put a handler of its own there when it started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        deploy(Settings.variables(), "127.0.0.1", http_port)
        print(f"Turns are taken at http://127.0.0.1:{http_port}", flush=True)
        while is_alive():
            time.sleep(LOOK_EVERY_SECONDS)
        sys.exit("Ray has died")
    finally:
        ray.shutdown()


def start(folder: Path) -> None:
    """Small, alone and quiet."""
    ray.init(
        num_cpus=0,
        object_store_memory=OBJECT_STORE_BYTES,
        include_dashboard=False,
        log_to_driver=False,
        _temp_dir=str(folder),
    )


def is_alive() -> bool:
    """Whether the cluster has a node; one whose daemon has died is taken off."""
    return any(one["Alive"] for one in ray.nodes())  # type: ignore[no-untyped-call]
