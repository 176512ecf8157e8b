"""A Slack on loopback that enforces Slack's limits, which the SDK does not.

    with FakeSlack(pace_s=0.05) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)

It answers the Web API, response_urls and Socket Mode, and delivers events to a bot over HTTP. What came
in is in `calls`; what stands in a channel in `messages` and `ephemerals`; what was shown in `views` and
`homes`; whom it would have notified or linked to in `notified`; and what Slack takes but advises
against in `warnings`. `fail` and `delay` let calls go wrong. See Workspace for the rest.
"""

import json
import threading
import time
from collections.abc import Callable
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any, Self, TypeVar
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

from fake_slack_answers import read_answer, take_answer
from fake_slack_hooks import LIFE_S
from fake_slack_http import ApiServer
from fake_slack_records import Ack, Call, Channel, Hook, Message, SlackFault
from fake_slack_workspace import Workspace
from slack_sdk.signature import SignatureVerifier

__all__ = ["Ack", "Call", "Channel", "FakeSlack", "Message", "SlackFault"]

ACK_S = 3.0  # after that Slack calls a delivery failed
_Found = TypeVar("_Found")


class FakeSlack(Workspace):
    """The servers and the workspace behind them; `api_url` is the base URL for a WebClient."""

    def __init__(self, pace_s: float = 1.0) -> None:
        super().__init__(pace_s)
        self._server = ApiServer(self)
        self.api_url = f"{self._server.url}/api/"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        self.socket.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()
        self.socket.stop()

    def response_url(
        self, channel: str, user: str, *, source_ts: str | None = None, age_s: float = 0.0
    ) -> str:
        """Make a response_url, issued `age_s` ago; `source_ts` is the message whose button was pressed."""
        name = f"{self.team}/{uuid4().int % 10**13}/{uuid4().hex[:24]}"
        self.hooks[name] = Hook(channel, user, source_ts, time.monotonic() + LIFE_S - age_s)
        return f"{self._server.url}/commands/{name}"

    def deliver_http(  # noqa: PLR0913 - whatever of a delivery can be wrong
        self,
        url: str,
        body: dict[str, Any] | str,
        *,
        kind: str = "event",
        secret: str | None = None,
        timestamp: float | str | None = None,
        retry: int | None = None,
        reason: str | None = None,
        timeout_s: float = ACK_S,
    ) -> tuple[int, str]:
        """POST a signed "event" or "form" to the bot; return status and body, or raise TimeoutError."""
        content = body if isinstance(body, str) else encode(body, kind)
        stamp = str(int(time.time()) if timestamp is None else timestamp)
        signer = SignatureVerifier(secret or self.signing_secret)
        types = {"event": "application/json", "form": "application/x-www-form-urlencoded"}
        headers = {
            "Content-Type": types[kind],
            "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": str(signer.generate_signature(timestamp=stamp, body=content)),
        }
        if retry is not None:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": reason or "http_timeout"}
        status, answer = post(url, content.encode(), headers, timeout_s)
        if isinstance(body, dict) and status == HTTPStatus.OK and (said := read_answer(answer)):
            self.take_answer(body, said)
        return status, answer

    def take_answer(self, sent: dict[str, Any], answer: dict[str, Any]) -> None:
        """Do what the bot answered to a delivery at once, as if by a response_url or views.update."""
        with self.lock:
            take_answer(self, sent, answer)

    def wait_for(self, predicate: Callable[[], _Found], timeout_s: float = 10.0) -> _Found:
        """Return what `predicate` returns as soon as that is true; else fail, with the calls so far."""
        deadline = time.monotonic() + timeout_s
        while not (found := predicate()):
            if time.monotonic() > deadline:
                calls = "\n".join(
                    f"{call.method} → {call.answer}: {call.params}"[:500] for call in self.calls
                )
                raise AssertionError(f"Not within {timeout_s} s. The calls so far:\n{calls or 'none'}")
            time.sleep(0.01)
        return found


def encode(body: dict[str, Any], kind: str) -> str:
    """Return the body as Slack sends it: JSON, a form, or a form whose `payload` is JSON."""
    if kind == "event":
        return json.dumps(body)
    return urlencode(body if "command" in body else {"payload": json.dumps(body)})


def post(url: str, content: bytes, headers: dict[str, str], timeout_s: float) -> tuple[int, str]:
    """POST over a connection of its own."""
    address = urlsplit(url)
    connection = HTTPConnection(str(address.hostname), address.port, timeout=timeout_s)
    try:
        connection.request("POST", f"{address.path or '/'}?{address.query}".rstrip("?"), content, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()
