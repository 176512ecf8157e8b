"""The whole bot, as `summarizer slack` runs it, against a fake Slack and a real web server on loopback."""

import json
import re
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fake_slack import FakeSlack, Message
from fake_slack_interactions import action, slash
from fake_slack_payloads import mention
from slack_summaries import Paused

from summarizer.config import Settings, load_settings, load_slack_settings
from summarizer.pipeline import Source, summarize
from summarizer.schema import Summary
from summarizer.slack.service import service

PAGES = Path(__file__).parent.parent / "eval" / "pages"
PACE_S = 0.02
STAGES = ("waiting", "running", "answering")
Summarizes = Callable[[Source, Settings], Summary]


class Pages(ThreadingHTTPServer):
    """Serves the pages of eval/pages at `url`, and those in `own`; what was asked for is in `paths`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), partial(_Quiet, directory=str(PAGES)))
        self.paths: list[str] = []
        self.own: dict[str, str] = {}
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self.article = f"{self.url}/rare-earths.html"


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.paths.append(self.path)  # type: ignore[attr-defined]
        html = self.server.own.get(self.path)  # type: ignore[attr-defined]
        if html is None:
            super().do_GET()
            return
        content = html.encode()
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


@contextmanager
def pages() -> Iterator[Pages]:
    """Serve the pages while the context lasts."""
    server = Pages()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Running:
    """A bot at work: `url` is where Slack delivers in HTTP mode, `store` its database."""

    slack: FakeSlack
    pages: Pages
    store: str
    url: str = ""
    settings: dict[str, Any] = field(default_factory=dict)

    def deliver(self, body: dict[str, Any], **how: Any) -> tuple[int, str]:
        """Deliver an event, a command or an interaction as Slack does, by HTTP or by Socket Mode."""
        kind = "event" if body.get("type") == "event_callback" else "form"
        if self.url:
            return self.slack.deliver_http(self.url, body, kind=kind, **how)
        types = {"event": "events_api", "form": "slash_commands" if "command" in body else "interactive"}
        ack = self.slack.socket.deliver(body, type=types[kind], **how)
        return (200 if ack else 503), ""

    def ask(self, text: str | None = None, **about: Any) -> str:
        """Mention the bot with a link and return the timestamp of the mention."""
        body = mention(text or f"<@U0BOT> <{self.pages.article}>", **about)
        status, _ = self.deliver(body)
        assert status == 200
        return str(body["event"]["ts"])

    def answers(self, channel: str = "C0NEWS") -> list[Message]:
        """Return the messages in `channel` that have buttons: finished answers."""
        return [message for message in self.slack.messages(channel) if buttons(message)]

    def answer(self, channel: str = "C0NEWS") -> Message:
        """Wait for the first answer."""
        return self.slack.wait_for(lambda: self.answers(channel))[0]

    def another(self) -> "Running":
        """Return a second bot on the same Slack and database, for `at_work`."""
        return replace(self, url="")

    def commanding(self, text: str, **about: Any) -> dict[str, Any]:
        """Return what Slack delivers for the slash command."""
        url = self.slack.response_url(about.get("channel", "C0NEWS"), about.get("user", "U0EDITOR"))
        return slash(text, trigger_id=self.slack.trigger(), response_url=url, **about)

    def command(self, text: str, **about: Any) -> None:
        """Use the slash command."""
        self.deliver(self.commanding(text, **about))

    def pressing(
        self, name: str, message: Message, channel: str = "C0NEWS", user: str = "U0EDITOR"
    ) -> dict[str, Any]:
        """Return what Slack delivers for the button of `message` whose label or action is `name`."""
        button = buttons(message)[name]
        return action(
            button["action_id"],
            button.get("value"),
            message=message,
            channel=channel,
            user=user,
            trigger_id=self.slack.trigger(),
            response_url=self.slack.response_url(channel, user, source_ts=message.ts),
        )

    def press(self, name: str, message: Message, channel: str = "C0NEWS", user: str = "U0EDITOR") -> None:
        """Press the button of `message` whose label or action is `name`."""
        self.deliver(self.pressing(name, message, channel, user))

    def get(self, path: str) -> tuple[int, dict[str, Any]]:
        """Return the status and the JSON object that the bot's server answers to a GET."""
        connection = HTTPConnection("127.0.0.1", urlsplit(self.url).port or 0, timeout=3)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        return answer.status, json.loads(text) if text.startswith("{") else {}

    def sql(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        """Look into the bot's database, or change it as time or a crash would."""
        database = sqlite3.connect(self.store.removeprefix("sqlite:///"), timeout=5)
        with database:
            found = database.execute(statement, values).fetchall()
        database.close()
        return found

    def settle(self) -> None:
        """Wait until no job is in hand: every answer stands, and the bot knows where."""
        self.slack.wait_for(lambda: not sum(self.get("/healthz")[1][at] for at in STAGES))

    def opened(self, count: int = 1) -> dict[str, Any]:
        """Wait for the dialog that was opened last, of so many in all."""
        self.slack.wait_for(lambda: len(self.slack.views) >= count)
        return list(self.slack.views.values())[-1]


@contextmanager
def running(
    tmp_path: Path, *, socket: bool = False, summarizes: Summarizes = summarize, **settings: Any
) -> Iterator[Running]:
    """Run a fake Slack, the pages, and the bot with these SlackSettings."""
    with prepared(tmp_path, **settings) as bot, at_work(bot, socket=socket, summarizes=summarizes):
        yield bot


@contextmanager
def prepared(tmp_path: Path, **settings: Any) -> Iterator[Running]:
    """Run a fake Slack and the pages, and no bot yet: `at_work` starts it."""
    with FakeSlack(pace_s=PACE_S) as slack, pages() as site:
        yield Running(slack, site, f"sqlite:///{tmp_path / 'slack.sqlite'}", settings=settings)


@contextmanager
def at_work(bot: Running, *, socket: bool = False, summarizes: Summarizes = summarize) -> Iterator[None]:
    """Start the bot, and end it: again on the same Slack and database, if need be."""
    slack = bot.slack
    chosen = load_slack_settings(
        **{
            "bot_token": slack.bot_token,
            "app_token": slack.app_token,
            "signing_secret": slack.signing_secret,
            "api_url": slack.api_url,
            "store": bot.store,
            "pace_s": PACE_S * 1.1,
            "grace_s": 5,
            **bot.settings,
        }
    )
    general = load_settings(engine="extractive", allow_private_hosts=True)
    http = None if socket else ("127.0.0.1", 0)
    with service(general, chosen, http=http, summarizes=summarizes) as where:
        found = re.search(r"http://\S+", where)
        bot.url = found[0] if found else ""
        if socket:
            assert slack.socket.connected()
        yield


@contextmanager
def ending(bot: Running, summarizes: Paused, *, socket: bool = False) -> Iterator[None]:
    """Have the bot end with one article in hand, which `summarizes` holds up while the context lasts."""
    begun, end = threading.Event(), threading.Event()

    def work() -> None:
        with at_work(bot, socket=socket, summarizes=summarizes):
            begun.set()
            end.wait()

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(5)
    bot.ask("<https://courier.example/in-hand>")
    bot.slack.wait_for(lambda: summarizes.asked)
    end.set()
    try:
        if socket:
            time.sleep(0.1)
        else:
            bot.slack.wait_for(lambda: bot.get("/healthz")[0] != HTTPStatus.OK)
        yield
    finally:
        summarizes.go.set()
        thread.join()


def buttons(message: Message | dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the buttons of a message or a view, by label and by action."""
    blocks = message["blocks"] if isinstance(message, dict) else message.blocks
    found = [each for block in blocks or () if block["type"] == "actions" for each in block["elements"]]
    by_label = {button["text"]["text"]: button for button in found}
    return by_label | {button["action_id"]: button for button in found}


def shown(message: Message | dict[str, Any]) -> str:
    """Return all mrkdwn and plain text of a message's or a view's blocks, one after the other."""
    blocks = message["blocks"] if isinstance(message, dict) else message.blocks
    texts = []
    for block in blocks or ():
        parts = [block["text"]] if "text" in block else block.get("elements", [])
        texts += [part["text"] if isinstance(part["text"], str) else part["text"]["text"] for part in parts]
    return "\n".join(texts)
