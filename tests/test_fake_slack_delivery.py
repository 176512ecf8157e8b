"""What the fake Slack delivers, Bolt takes for Slack's own, over HTTP and in Socket Mode."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from fake_slack import FakeSlack
from fake_slack_payloads import (
    action,
    direct_message,
    home_opened,
    mention,
    shortcut,
    slash,
    url_verification,
    view_submission,
)
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.request import BoltRequest
from slack_sdk import WebClient

FORM = {
    "type": "modal",
    "callback_id": "settings",
    "title": {"type": "plain_text", "text": "Settings"},
    "submit": {"type": "plain_text", "text": "Save"},
    "blocks": [
        {
            "type": "input",
            "block_id": "tone",
            "label": {"type": "plain_text", "text": "Tone"},
            "element": {
                "type": "radio_buttons",
                "action_id": "pick",
                "options": [{"text": {"type": "plain_text", "text": "Dry"}, "value": "dry"}],
            },
        }
    ],
}


class Bot:
    """A Bolt app that notes what it got: its kind, what tells it apart, and the headers of a retry."""

    def __init__(self, slack: FakeSlack) -> None:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        self.app = App(client=client, signing_secret=slack.signing_secret, process_before_response=True)
        self.got: list[tuple[Any, ...]] = []
        self.retries: list[Any] = []
        self.answer: Any = ""
        self.app.event("app_mention")(lambda event, request: self._note("mention", event["text"], request))
        self.app.event("message")(lambda event, request: self._note("message", event.get("subtype"), request))
        self.app.event("app_home_opened")(lambda event, request: self._note("home", event["tab"], request))
        self.app.command("/summarize")(lambda ack, body: self._take("command", body["text"], ack))
        self.app.shortcut("sum")(lambda ack, body: self._take("shortcut", body["message"]["text"], ack))
        self.app.action("again")(lambda ack, body: self._take("action", body["actions"][0], ack))
        self.app.view("settings")(lambda ack, view: self._take("view", view["state"]["values"], ack))

    def _note(self, kind: str, what: Any, request: BoltRequest) -> None:
        self.got.append((kind, what))
        self.retries.append(request.headers.get("x-slack-retry-num"))

    def _take(self, kind: str, what: Any, ack: Any) -> None:
        self.got.append((kind, what))
        ack(**self.answer) if isinstance(self.answer, dict) else ack(self.answer)


class _Endpoint(BaseHTTPRequestHandler):
    bot: Bot

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        answer = self.bot.app.dispatch(BoltRequest(body=body, headers=dict(self.headers.items())))
        self.send_response(answer.status)
        self.end_headers()
        self.wfile.write(str(answer.body).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(pace_s=0) as server:
        yield server


@pytest.fixture
def bot(slack: FakeSlack) -> Bot:
    return Bot(slack)


@pytest.fixture
def url(bot: Bot) -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), type("Endpoint", (_Endpoint,), {"bot": bot})) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/slack/events"
        server.shutdown()


@pytest.fixture
def socket(slack: FakeSlack, bot: Bot) -> Iterator[SocketModeHandler]:
    handler = SocketModeHandler(bot.app, slack.app_token, web_client=bot.app.client)
    handler.connect()
    assert slack.socket.connected(5)
    yield handler
    handler.close()


def opened(slack: FakeSlack) -> dict[str, Any]:
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    view = client.views_open(trigger_id=slack.trigger(), view=FORM)["view"]
    return slack.views[view["id"]]


def test_bolt_takes_a_mention(slack: FakeSlack, bot: Bot, url: str) -> None:
    assert slack.deliver_http(url, mention("https://a.example"))[0] == 200
    assert bot.got == [("mention", "<@U0BOT> https://a.example")]


@pytest.mark.parametrize(
    ("payload", "got"),
    [
        (mention("a", bot_id="B0OTHER", user="U0EDITOR"), [("mention", "<@U0BOT> a")]),
        (mention("a", user="U0BOT"), []),
        (mention("a", bot_id="B0BOT"), []),
        (direct_message("a"), [("message", None)]),
        (direct_message("a", subtype="message_changed"), [("message", "message_changed")]),
        (direct_message("a", subtype="message_deleted"), [("message", "message_deleted")]),
        (home_opened("U0EDITOR"), [("home", "home")]),
    ],
)
def test_bolt_takes_events_and_ignores_its_own(
    slack: FakeSlack, bot: Bot, url: str, payload: dict[str, Any], got: list[tuple[Any, ...]]
) -> None:
    assert slack.deliver_http(url, payload)[0] == 200
    assert bot.got == got


def test_bolt_answers_the_challenge(slack: FakeSlack, url: str) -> None:
    status, body = slack.deliver_http(url, url_verification("c4"))
    assert (status, json.loads(body)) == (200, {"challenge": "c4"})


@pytest.mark.parametrize(
    ("how", "status"),
    [({"secret": "wrong"}, 401), ({"timestamp": -301}, 401), ({"timestamp": -290}, 200)],
)
def test_bolt_refuses_what_is_not_signed_now(
    slack: FakeSlack, bot: Bot, url: str, how: dict[str, Any], status: int
) -> None:
    if "timestamp" in how:
        how = {"timestamp": int(time.time()) + how["timestamp"]}
    assert slack.deliver_http(url, mention("a"), **how)[0] == status
    assert len(bot.got) == (status == 200)


def test_a_retry_says_so(slack: FakeSlack, bot: Bot, url: str) -> None:
    payload = mention("a", event_id="Ev1")
    slack.deliver_http(url, payload)
    slack.deliver_http(url, payload, retry=1, reason="http_error")
    assert bot.retries == [None, ["1"]]


def test_a_slow_bot_is_not_waited_for(slack: FakeSlack, bot: Bot, url: str) -> None:
    bot.app.command("/slow")(lambda ack: (time.sleep(0.2), ack()))
    with pytest.raises(TimeoutError):
        slack.deliver_http(url, slash("a", command="/slow"), kind="form", timeout_s=0.05)


def test_bolt_takes_what_users_do(slack: FakeSlack, bot: Bot, url: str) -> None:
    message = slack.say("C0NEWS", "read this")
    for payload in (
        slash("a", response_url=slack.response_url("C0NEWS", "U0EDITOR")),
        shortcut(message, "sum", trigger_id=slack.trigger()),
        action("again", "7", channel="C0NEWS", ts="1.1"),
        action("again", selected_option="dry", view=opened(slack)),
        view_submission(opened(slack), {"tone": {"pick": "dry"}}),
    ):
        assert slack.deliver_http(url, payload, kind="form")[0] == 200
    dry = {"text": {"type": "plain_text", "text": "Dry"}, "value": "dry"}
    assert [kind for kind, _ in bot.got] == ["command", "shortcut", "action", "action", "view"]
    assert [bot.got[0][1], bot.got[1][1], bot.got[2][1]["value"]] == ["a", "read this", "7"]
    assert bot.got[3][1]["selected_option"]["value"] == "dry"
    assert bot.got[4][1] == {"tone": {"pick": {"type": "radio_buttons", "selected_option": dry}}}


def test_an_immediate_answer_to_a_command_is_shown(slack: FakeSlack, bot: Bot, url: str) -> None:
    bot.answer = "working"
    slack.deliver_http(url, slash("a"), kind="form")
    bot.answer = {"text": "done", "response_type": "in_channel"}
    slack.deliver_http(url, slash("a"), kind="form")
    assert [shown.text for shown in slack.ephemerals("C0NEWS")] == ["working"]
    assert [said.text for said in slack.messages("C0NEWS")] == ["done"]


@pytest.mark.parametrize(
    ("answer", "warnings"),
    [
        ({"response_action": "errors", "errors": {"tone": "Pick one."}}, 0),
        ({"response_action": "errors", "errors": {"colour": "Pick one."}}, 1),
        (
            {
                "response_action": "update",
                "view": {**FORM, "title": {"type": "plain_text", "text": "t" * 25}},
            },
            1,
        ),
        ({"response_action": "update", "view": {**FORM, "callback_id": "done"}}, 0),
        ({"response_action": "push", "view": {**FORM, "callback_id": "more"}}, 0),
        ({"response_action": "clear"}, 0),
    ],
)
def test_an_immediate_answer_to_a_modal_is_checked_and_done(
    slack: FakeSlack, bot: Bot, url: str, answer: dict[str, Any], warnings: int
) -> None:
    view = opened(slack)
    bot.answer = answer
    slack.deliver_http(url, view_submission(view, {"tone": {"pick": "dry"}}), kind="form")
    assert len(slack.warnings) == warnings
    shown = [each["callback_id"] for each in slack.views.values()]
    expected = {"update": ["done"], "push": ["settings", "more"]}.get(answer["response_action"], ["settings"])
    assert shown == (["settings"] if warnings else expected)


def test_an_envelope_is_acknowledged(slack: FakeSlack, bot: Bot, socket: SocketModeHandler) -> None:
    assert socket.client.is_connected()
    ack = slack.socket.deliver(mention("a"))
    assert ack is not None
    assert (ack.payload, ack in slack.socket.acks) == (None, True)
    slack.socket.deliver(mention("b"), retry=2)
    assert bot.got == [("mention", "<@U0BOT> a"), ("mention", "<@U0BOT> b")]
    assert bot.retries == [["0"], ["2"]]


def test_an_answer_comes_with_the_ack(slack: FakeSlack, bot: Bot, socket: SocketModeHandler) -> None:
    assert socket.client.is_connected()
    bot.answer = "working"
    ack = slack.socket.deliver(slash("a"), type="slash_commands")
    assert ack is not None
    assert ack.payload == {"text": "working"}
    assert [shown.text for shown in slack.ephemerals("C0NEWS")] == ["working"]
    ack = slack.socket.deliver(shortcut({"text": "a"}, "sum"), type="interactive")
    assert ack is not None
    assert "does not accept" in slack.warnings[0]


def test_the_sdk_comes_back_after_a_disconnect(slack: FakeSlack, bot: Bot, socket: SocketModeHandler) -> None:
    before = socket.client.session_id()
    slack.socket.disconnect()
    assert slack.socket.deliver(mention("a")) is not None
    assert socket.client.session_id() != before
    assert len(slack.calls_of("apps.connections.open")) >= 2
    assert len(bot.got) == 1


def test_no_ack_comes_without_a_connection(slack: FakeSlack) -> None:
    assert not slack.socket.connected(0.01)
    assert slack.socket.deliver(mention("a"), wait_s=0.05) is None


def test_a_ticket_admits_one_connection(slack: FakeSlack) -> None:
    client = WebClient(slack.app_token, base_url=slack.api_url)
    link = client.apps_connections_open(app_token=slack.app_token)["url"]
    connect = pytest.importorskip("websockets.sync.client").connect
    refused = pytest.importorskip("websockets.exceptions").InvalidStatus
    with connect(link) as connection:
        assert json.loads(connection.recv())["type"] == "hello"
        with pytest.raises(refused), connect(link):
            pass
