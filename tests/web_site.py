"""A web site on loopback, which answers as a test says."""

import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from summarizer.fetch import Page
from summarizer.fetch.web import fetch

NEWS = b"<p>Rents rose 4.5% in May.</p>"
Reply = Callable[["Handler"], None]


class Site(ThreadingHTTPServer):
    """A web site on loopback: `replies` by path, and what was asked for in `requests`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.replies: dict[str, Reply] = {"/": raw(NEWS, "Content-Type: text/html")}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.closing = threading.Event()

    def at(self, host: str, path: str = "/") -> str:
        return f"http://{host}:{self.server_port}{path}"

    def get(self, reply: Reply | None = None, path: str = "/", timeout_s: float = 5) -> Page:
        """Fetch the page at `path`, which answers with `reply`."""
        if reply:
            self.replies[path] = reply
        return fetch(self.at("127.0.0.1", path), allow_private_hosts=True, timeout_s=timeout_s)


class Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.requests.append((self.path, dict(self.headers)))
        try:
            self.server.replies[self.path](self)
        except (BrokenPipeError, ConnectionResetError):  # the client gave up first
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


def raw(body: bytes, *headers: str, status: int = 200, apart: int = 0, pause_s: float = 0.0) -> Reply:
    """Return a reply of a status, headers and `body`, whose first `apart` bytes come alone."""
    head = "\r\n".join([f"HTTP/1.1 {status} Reason", *headers, "Connection: close", "", ""])

    def reply(handler: Handler) -> None:
        handler.server.closing.wait(pause_s)
        handler.wfile.write(head.encode() + body[:apart])
        handler.server.closing.wait(0.05 if apart else 0)
        handler.wfile.write(body[apart:])

    return reply


def drip(start: bytes) -> Reply:
    """Return a reply that sends `start`, then a byte now and then, for longer than anyone waits."""

    def reply(handler: Handler) -> None:
        handler.wfile.write(start)
        for _ in range(100):
            if not handler.server.closing.wait(0.02) and start:
                handler.wfile.write(b"a")

    return reply
