"""The Socket Mode side of the fake Slack: hands out addresses, delivers envelopes and waits for their acks."""

import json
import time
from collections.abc import Callable, MutableSequence
from dataclasses import dataclass
from http import HTTPStatus
from threading import Condition, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from fake_slack_records import Ack
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection, serve

_CLOSE_S = 0.1  # the SDK closes without a closing handshake
_PING_S = 0.1  # the SDK closes only after it received something, else after 3 s

Answered = Callable[[dict[str, Any], dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class _Sent:
    at: float
    payload: dict[str, Any]
    takes_answer: bool


class SocketSide:
    """One address for WebSockets; a ticket of `new_link` opens it once.

    `take` gets what was delivered and the answer in its ack, where Slack takes one.
    """

    def __init__(self, app_id: str, warnings: MutableSequence[str], take: Answered) -> None:
        self.acks: list[Ack] = []
        self._take = take
        self._app_id = app_id
        self._warnings = warnings
        self._tickets: set[str] = set()
        self._connections: list[ServerConnection] = []
        self._sent: dict[str, _Sent] = {}
        self._changed = Condition()
        self._server = serve(
            self._serve,
            "127.0.0.1",
            0,
            process_request=self._admit,
            compression=None,
            ping_interval=_PING_S,
            ping_timeout=None,
            close_timeout=_CLOSE_S,
        )

    def start(self) -> None:
        """Begin to listen."""
        Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Close every connection and stop."""
        self._server.shutdown()

    def new_link(self) -> str:
        """Return an address that lets in one connection."""
        ticket = str(uuid4())
        self._tickets.add(ticket)
        port = self._server.socket.getsockname()[1]
        return f"ws://127.0.0.1:{port}/link/?ticket={ticket}&app_id={self._app_id}"

    def connected(self, timeout_s: float = 5.0) -> bool:
        """Wait until the bot has a connection; False if it has none in time."""
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._connections), timeout_s)

    @property
    def connections(self) -> int:
        """Return how many connections are open."""
        return len(self._connections)

    def deliver(
        self,
        payload: dict[str, Any],
        *,
        type: str = "events_api",  # noqa: A002 - Slack's own name
        retry: int = 0,
        wait_s: float = 3.0,
    ) -> Ack | None:
        """Send a payload over one connection and return its ack; None if none came in time."""
        deadline = time.monotonic() + wait_s
        name = str(uuid4())
        with_answer = type == "slash_commands" or payload.get("type") in {
            "view_submission",
            "block_suggestion",
        }
        envelope: dict[str, Any] = {
            "envelope_id": name,
            "payload": payload,
            "type": type,
            "accepts_response_payload": with_answer,
        }
        if type == "events_api":
            envelope |= {"retry_attempt": retry, "retry_reason": "timeout" if retry else ""}
        self._sent[name] = _Sent(time.monotonic(), payload, with_answer)
        if not self._send(json.dumps(envelope), deadline):
            return None
        with self._changed:
            self._changed.wait_for(lambda: self._ack_of(name), deadline - time.monotonic())
            return self._ack_of(name)

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell the bot to reconnect, and close unless this is a mere "warning"."""
        with self._changed:
            leaving = list(self._connections)
            if reason != "warning":
                self._connections.clear()
        notice = {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-fake"}}
        for connection in leaving:
            try:
                connection.send(json.dumps(notice))
            except ConnectionClosed:
                continue
            if reason != "warning":
                connection.close()

    def _ack_of(self, name: str) -> Ack | None:
        return next((ack for ack in self.acks if ack.envelope_id == name), None)

    def _send(self, text: str, deadline: float) -> bool:
        """Send over the connection least lately used, as soon as there is one."""
        while self.connected(deadline - time.monotonic()):
            with self._changed:
                if not self._connections:
                    continue
                connection = self._connections.pop(0)
                self._connections.append(connection)
            try:
                connection.send(text)
            except ConnectionClosed:
                self._leave(connection)
            else:
                return True
        return False

    def _admit(self, connection: ServerConnection, request: Request) -> Response | None:
        ticket = parse_qs(urlsplit(request.path).query).get("ticket", [""])[0]
        if ticket not in self._tickets:
            return connection.respond(HTTPStatus.UNAUTHORIZED, "invalid ticket\n")
        self._tickets.discard(ticket)
        return None

    def _serve(self, connection: ServerConnection) -> None:
        hello = {
            "type": "hello",
            "num_connections": len(self._connections) + 1,
            "debug_info": {"host": "applink-fake", "build_number": 1, "approximate_connection_time": 18060},
            "connection_info": {"app_id": self._app_id},
        }
        try:
            connection.send(json.dumps(hello))
            with self._changed:
                self._connections.append(connection)
                self._changed.notify_all()
            for text in connection:
                self._receive(json.loads(text))
        except ConnectionClosed:
            pass  # the SDK leaves without saying so
        finally:
            self._leave(connection)

    def _receive(self, answer: dict[str, Any]) -> None:
        name, payload = answer.get("envelope_id"), answer.get("payload")
        if name not in self._sent:
            self._warnings.append(f"socket: ack of an unknown envelope {name}")
            return
        sent = self._sent[name]
        if payload and not sent.takes_answer:
            self._warnings.append("socket: an ack with a payload that Slack does not accept here")
        elif payload:
            self._take(sent.payload, payload)
        with self._changed:
            self.acks.append(Ack(name, payload, time.monotonic() - sent.at))
            self._changed.notify_all()

    def _leave(self, connection: ServerConnection) -> None:
        with self._changed:
            if connection in self._connections:
                self._connections.remove(connection)
            self._changed.notify_all()
