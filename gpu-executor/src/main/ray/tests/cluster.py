"""A real Ray with the application on it, for the tests of one run."""

from __future__ import annotations

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
from model_server import ModelServer

PATIENCE = 360.0
SLOTS = 2
QUEUE = 2
PACKAGES = Path(__file__).resolve().parent.parent
# Below those from which the system serves connections that go out.
PORTS = range(20_000, 32_000)


class Cluster:
    """Handles to all that a test may ask or kill."""

    def __init__(self, program: subprocess.Popen[bytes], model: ModelServer, url: str, token: str) -> None:
        self.program = program
        self.model = model
        self.http = httpx.Client(base_url=url, headers={"Authorization": f"Bearer {token}"}, timeout=PATIENCE)
        self.url = url

    def submit(self, key: str, wait: float = 0.0, /, **more: Any) -> httpx.Response:
        """Asks for a turn whose group is what stands before the stroke."""
        group = key.split("/", maxsplit=1)[0]
        asked = {"key": key, "group": group, "chat": {"model": "m"}, "deadline": time.time() + 300}
        return self.http.post("/turns", params={"wait": wait}, json=asked | more)

    def turn(self, key: str, wait: float = 0.0) -> dict[str, Any]:
        """What is known of it."""
        return told(lambda: self.http.get(f"/turns/{key}", params={"wait": wait}))

    def ended(self, key: str) -> dict[str, Any]:
        """How it ended, however long that takes."""
        eventually(lambda: self.turn(key, wait=30)["ended_at"])
        return self.turn(key)

    def active(self) -> list[dict[str, Any]]:
        """All turns that run or wait."""
        turns: list[dict[str, Any]] = told(lambda: self.http.get("/turns"))["items"]
        return turns

    def stats(self) -> dict[str, Any]:
        """How full it is."""
        return told(lambda: self.http.get("/stats"))

    def processes(self, title: str) -> list[int]:
        """Those of this cluster whose title begins so."""
        found = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
        return [process for process in found if title_of(process).startswith(title) and self._is_ours(process)]

    def kill(self, title: str, most: int = 1) -> None:
        """Ends one of them, or some, as a crash would."""
        processes = self.processes(title)[:most]
        for process in processes:
            os.kill(process, signal.SIGKILL)
        eventually(lambda: not any(map(title_of, processes)))

    def _is_ours(self, process: int) -> bool:
        while process > 1:
            if process == self.program.pid:
                return True
            process = parent_of(process)
        return False


def title_of(process: int) -> str:
    """Nothing when it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return ""


def parent_of(process: int) -> int:
    """Zero when it is gone."""
    try:
        return int(Path(f"/proc/{process}/stat").read_text().rsplit(")", maxsplit=1)[1].split()[1])
    except OSError:
        return 0


def told(ask: Callable[[], httpx.Response]) -> dict[str, Any]:
    """What is said in the end: after a death, not every process knows at once who is back."""
    responses: list[httpx.Response] = []

    def answered() -> bool:
        responses.append(ask())
        return responses[-1].is_success

    eventually(answered)
    answer: dict[str, Any] = responses[-1].json()
    return answer


def eventually(holds: Callable[[], object]) -> None:
    """Waits until it does."""
    until = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < until, "it never came"
        time.sleep(0.02)


@contextmanager
def started() -> Iterator[Cluster]:
    """All of it, in a folder that is gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="witan-ray-"))
    port = free_port()
    log = folder / "log"
    with ModelServer() as model, log.open("wb") as output:
        program = subprocess.Popen(
            [sys.executable, "-m", "witan_ray.local", "--folder", folder / "ray", "--http-port", str(port)],
            env={**os.environ, **variables(model, folder)},
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=PACKAGES,
        )
        try:
            eventually(lambda: b"Turns are taken at" in log.read_bytes() or program.poll() is not None)
            assert program.poll() is None, log.read_text()
            yield Cluster(program, model, f"http://127.0.0.1:{port}", (folder / "token").read_text())
        finally:
            program.terminate()
            status = program.wait(PATIENCE)
            # Ray's last processes may still be writing there.
            shutil.rmtree(folder, ignore_errors=True)
    assert status == 0, "it was asked to end, and did not end well"


def variables(model: ModelServer, folder: Path) -> dict[str, str]:
    """Settings of the application, on a machine that reaches others by a proxy."""
    return {
        "HTTP_PROXY": "http://127.0.0.1:1",
        "WITAN_RAY_ENDPOINT": model.url,
        "WITAN_RAY_TOKEN_FILE": str(folder / "token"),
        "WITAN_RAY_SLOTS": str(SLOTS),
        "WITAN_RAY_QUEUE": str(QUEUE),
    }


def free_port() -> int:
    """On the loopback, and not one that somebody gets by chance before it is used."""
    return next(port for port in random.sample(PORTS, len(PORTS)) if is_free(port))


def is_free(port: int) -> bool:
    """Whether nobody listens there."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
