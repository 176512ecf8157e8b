"""A scripted OpenAI-compatible server on loopback: it answers, fails, stalls and lies to order.

    with FaultServer() as server:
        server.script(status(429, headers={"Retry-After": "2"}), answer("{}"))

Each POST takes the next step of the script; GET /v1/models lists `models`. What came in is kept
in `requests`. When the script is over it answers 404, which no client retries.
"""

import json
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

Step = Callable[["_Handler", dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Received:
    """A request as it came in; the names of headers in lower case."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]


class FaultServer:
    """The server and its script; `url` is the base URL for a client."""

    def __init__(self) -> None:
        self.requests: list[Received] = []
        self.models = ["tester"]
        self.models_status = 200
        self.always: Step | None = None
        self.closing = threading.Event()
        self._steps: deque[Step] = deque()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
        self._server.owner = self  # type: ignore[attr-defined]
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def script(self, *steps: Step) -> None:
        """Add steps to the script."""
        self._steps.extend(steps)

    def next_step(self) -> Step:
        """Return the step for the request at hand."""
        if self._steps:
            return self._steps.popleft()
        return self.always or status(404, "The script is over.")

    @property
    def formats(self) -> list[str | None]:
        """The response formats asked for, in order; None is none."""
        return [(received.body.get("response_format") or {}).get("type") for received in self.requests]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


def answer(
    content: str | None,
    *,
    finish: str | None = "stop",
    usage: tuple[int, int] | None = (100, 20),
    refusal: str | None = None,
) -> Step:
    """Return a step that answers as a model does."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    reply: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "tester",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
    }
    if usage:
        reply["usage"] = {
            "prompt_tokens": usage[0],
            "completion_tokens": usage[1],
            "total_tokens": sum(usage),
        }
    return lambda handler, _: handler.send(200, reply)


def status(
    code: int,
    message: str = "Out of order.",
    *,
    headers: dict[str, str] | None = None,
    kind: str | None = None,
) -> Step:
    """Return a step that answers with an error of OpenAI's shape."""
    return lambda handler, _: handler.send(
        code, {"error": {"message": message, "type": "x", "param": None, "code": kind}}, headers
    )


def echo_422(handler: "_Handler", body: dict[str, Any]) -> None:
    """Refuse as FastAPI does: with all that was sent in the error."""
    handler.send(422, {"detail": [{"type": "value_error", "loc": ["body"], "input": body}]})


def raw(content: bytes, content_type: str = "application/json") -> Step:
    """Return a step that answers 200 with any bytes."""
    return lambda handler, _: handler.send_bytes(200, content, content_type)


def drop(handler: "_Handler", _: dict[str, Any]) -> None:
    """Close the connection without a word."""
    handler.close_connection = True
    handler.connection.close()


def cut(handler: "_Handler", _: dict[str, Any]) -> None:
    """Close the connection in the middle of the answer."""
    handler.send_response(200)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')
    handler.close_connection = True


def stall(seconds: float) -> Step:
    """Return a step that says nothing for so long, then closes."""

    def step(handler: "_Handler", body: dict[str, Any]) -> None:
        handler.owner.closing.wait(seconds)
        drop(handler, body)

    return step


def drip(seconds_between: float) -> Step:
    """Return a step that sends a byte now and then, without end."""

    def step(handler: "_Handler", _: dict[str, Any]) -> None:
        handler.send_response(200)
        handler.send_header("content-type", "application/json")
        handler.end_headers()
        while not handler.owner.closing.wait(seconds_between):
            handler.wfile.write(b" ")
        handler.close_connection = True

    return step


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def owner(self) -> FaultServer:
        """The server that the test talks to."""
        return self.server.owner  # type: ignore[attr-defined,no-any-return]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["content-length"])))
        self.owner.requests.append(Received(self.path, self.lowered(), body))
        try:
            self.owner.next_step()(self, body)
        except (BrokenPipeError, ConnectionResetError):  # the client gave up first
            self.close_connection = True

    def do_GET(self) -> None:
        self.owner.requests.append(Received(self.path, self.lowered(), {}))
        listed = [{"id": model, "object": "model"} for model in self.owner.models]
        self.send(self.owner.models_status, {"object": "list", "data": listed})

    def lowered(self) -> dict[str, str]:
        return {name.lower(): value for name, value in self.headers.items()}

    def send(self, code: int, reply: object, headers: dict[str, str] | None = None) -> None:
        self.send_bytes(code, json.dumps(reply).encode(), "application/json", headers)

    def send_bytes(
        self, code: int, content: bytes, content_type: str, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(code)
        for name, value in {"content-type": content_type, **(headers or {})}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""
