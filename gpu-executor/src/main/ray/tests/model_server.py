"""A model server that says what the test wants, as slowly as it wants."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

# Seconds after which it answers though nobody told it to.
LONGEST_HOLD = 60.0


@dataclass
class Script:
    """What it answers with.

    pieces: of the answer; after the last one it has said all that it wanted.
    pace: seconds before each piece.
    finish: what it gives as the reason of the end; nothing when it breaks off.
    lines: to be sent instead, to the letter.
    held: what it waits for before it says anything.
    """

    status: int = 200
    pieces: list[str] = field(default_factory=lambda: ["a", "b"])
    pace: float = 0.0
    finish: str | None = "stop"
    lines: list[str] | None = None
    content_type: str = "text/event-stream"
    held: threading.Event | None = None


class ModelServer:
    """On a free port of the loopback, for the time of a ``with``."""

    def __init__(self) -> None:
        self.script = Script()
        self.asked: list[dict[str, Any]] = []
        self.at_work = 0
        self.dropped = 0
        self.lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b'{"data": []}')

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                with server.lock:
                    server.asked.append({"path": self.path, "headers": headers, **json.loads(body)})
                    server.at_work += 1
                try:
                    self._say(server.script)
                except OSError:
                    with server.lock:
                        server.dropped += 1
                finally:
                    with server.lock:
                        server.at_work -= 1

            def _say(self, script: Script) -> None:
                self.send_response(script.status)
                self.send_header("Content-Type", script.content_type)
                self.end_headers()
                if script.held:
                    script.held.wait(LONGEST_HOLD)
                for line in lines(script) if script.lines is None else script.lines:
                    time.sleep(script.pace)
                    self.wfile.write(f"{line}\n\n".encode())

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        return Handler


def lines(script: Script) -> list[str]:
    """A stream of its pieces as an OpenAI-compatible server sends it."""
    usage = {"prompt_tokens": 3, "completion_tokens": len(script.pieces)}
    said = [piece(text) for text in ["", *script.pieces]]
    end = [piece(None, script.finish)] if script.finish else []
    return [*said, *end, data(choices=[], usage=usage), "data: [DONE]"]


def piece(content: str | None, finish: str | None = None) -> str:
    """One piece of an answer."""
    return data(choices=[{"index": 0, "delta": {"content": content}, "finish_reason": finish}])


def data(**values: object) -> str:
    """One line of a stream."""
    return "data: " + json.dumps({"id": "c-1", "model": "m", **values}, ensure_ascii=False)
