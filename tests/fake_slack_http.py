"""The HTTP side of the fake Slack: reads a call, fails it if a test wants so, and answers as Slack does."""

import json
import socket
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from uuid import uuid4

from fake_slack_hooks import answer_hook
from fake_slack_methods import METHODS
from fake_slack_records import Call, Failure, SlackFault
from fake_slack_workspace import Workspace

_HELD_AS_JSON = {
    "blocks": "invalid_blocks_format",
    "view": "invalid_arguments",
    "metadata": "invalid_metadata_format",
}
_JSON = {"content-type": "application/json; charset=utf-8"}


class ApiServer(ThreadingHTTPServer):
    """A server on a free port of loopback that answers for one workspace."""

    daemon_threads = True

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.closing = Event()
        self.open_sockets: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def stop(self) -> None:
        """Stop at once, also what waits or keeps a connection alive."""
        self.closing.set()
        self.shutdown()
        self.server_close()
        for connection in list(self.open_sockets):
            hang_up(connection)


def hang_up(connection: socket.socket) -> None:
    """Close a connection that another thread may be reading."""
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:  # the other side was first
        return


class Handler(BaseHTTPRequestHandler):
    """One connection: `/api/METHOD` is the Web API, `/commands/NAME` a response_url."""

    protocol_version = "HTTP/1.1"
    server: ApiServer

    def setup(self) -> None:
        super().setup()
        self.server.open_sockets.add(self.connection)

    def finish(self) -> None:
        self.server.open_sockets.discard(self.connection)
        super().finish()

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("content-length") or 0))
        url = urlsplit(self.path)
        folder, _, name = url.path.lstrip("/").partition("/")
        try:
            if folder == "commands":
                self._answer_hook(name, raw)
            else:
                self._answer_call(name, {**dict(parse_qsl(url.query)), **self._params(raw)})
        except SlackFault as fault:  # a body that is not what it says
            self._send(400 if folder == "commands" else 200, json.dumps(fault.body()), _JSON)
        except (BrokenPipeError, ConnectionResetError):  # the client gave up first
            self.close_connection = True

    def _params(self, raw: bytes) -> dict[str, Any]:
        if "json" in self.headers.get("content-type", ""):
            return read_json(raw)
        return dict(parse_qsl(raw.decode(), keep_blank_values=True))

    def _answer_call(self, method: str, params: dict[str, Any]) -> None:
        slack = self.server.workspace
        bearer = self.headers.get("authorization", "").removeprefix("Bearer ")
        token = bearer or str(params.get("token", ""))
        call = Call(
            method,
            {name: value for name, value in params.items() if name != "token"},
            time.monotonic(),
            token,
        )
        if self._to_fail(call):
            return
        headers = {"x-slack-req-id": uuid4().hex, "x-oauth-scopes": ",".join(sorted(slack.scopes))}
        try:
            with slack.lock:
                answer = {"ok": True, **perform(slack, call)}
                call.answer = "ok"
        except SlackFault as fault:
            call.answer = fault.error
            self._send(fault.status, json.dumps(fault.body()), {**headers, **fault.headers, **_JSON})
        else:
            self._send(200, json.dumps(answer), {**headers, **_JSON})

    def _answer_hook(self, name: str, raw: bytes) -> None:
        slack = self.server.workspace
        call = Call("response_url", self._params(raw), time.monotonic(), "")
        if self._to_fail(call):
            return
        try:
            with slack.lock:
                answer_hook(slack, name, opened(call.params))
                call.answer = "ok"
        except SlackFault as fault:
            call.answer = fault.error
            self._send(400 if fault.status == 200 else fault.status, json.dumps(fault.body()), _JSON)
        else:
            self._send(200, "ok", {"content-type": "text/html"})

    def _to_fail(self, call: Call) -> bool:
        """Record the call, wait if it is to wait, and fail it if it is to fail."""
        slack = self.server.workspace
        slack.calls.append(call)
        if (seconds := slack.delay_of(call.method)) and self.server.closing.wait(seconds):
            self.close_connection = True
            return True
        failure = slack.next_failure(call.method)
        if failure is None:
            return False
        call.answer = "dropped" if failure.drop else failure.error or f"HTTP {failure.status}"
        if failure.drop:
            self.close_connection = True
            hang_up(self.connection)
        else:
            body = json.dumps({"ok": False, "error": failure.error or _reason(failure)})
            self._send(failure.status, body, {**_JSON, **failure.headers})
        return True

    def _send(self, status: int, body: str, headers: Mapping[str, str]) -> None:
        content = body.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


def read_json(raw: bytes) -> dict[str, Any]:
    """Return the object that is the body of a request."""
    try:
        params = json.loads(raw or b"{}")
    except ValueError as err:
        raise SlackFault("invalid_json") from err
    if not isinstance(params, dict):
        raise SlackFault("json_not_object")
    return params


def _reason(failure: Failure) -> str:
    return "ratelimited" if failure.status == 429 else "internal_error"


def perform(slack: Workspace, call: Call) -> dict[str, Any]:
    """Check who calls, then do it; raises what Slack would answer instead."""
    method = METHODS.get(call.method)
    if method is None:
        raise SlackFault("unknown_method", req_method=call.method)
    if not call.token:
        raise SlackFault("not_authed")
    right, wrong = (slack.app_token, slack.bot_token) if method.by_app else (slack.bot_token, slack.app_token)
    if call.token != right:
        raise SlackFault("not_allowed_token_type" if call.token == wrong else "invalid_auth")
    if method.scopes and not slack.scopes & set(method.scopes):
        granted = ",".join(sorted(slack.scopes))
        raise SlackFault("missing_scope", needed=",".join(method.scopes), provided=granted)
    return method.run(slack, opened(call.params))


def opened(params: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters with blocks, view and metadata read, where they came as text."""
    read = dict(params)
    for name, error in _HELD_AS_JSON.items():
        if isinstance(read.get(name), str):
            try:
                read[name] = json.loads(read[name])
            except json.JSONDecodeError as err:
                raise SlackFault(error) from err
    return read
