"""Run the bot: by Socket Mode, or as an HTTP server, until it is told to stop."""

import json
import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cheroot.wsgi import Server
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from summarizer.config import Settings, SlackSettings
from summarizer.errors import ConfigError
from summarizer.pipeline import summarize
from summarizer.slack.account import connect, require_tokens, socket_problem
from summarizer.slack.bot import Bot, Summarize
from summarizer.slack.buttons import Buttons
from summarizer.slack.intake import bolt_app, listen
from summarizer.slack.manifest import PATH
from summarizer.slack.outbox import Outbox
from summarizer.slack.post import Post, web_client
from summarizer.slack.reply import Office
from summarizer.store.bot import BotState

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

logger = logging.getLogger(__name__)

HEALTH = "/healthz"
HTTP_THREADS = 32
REQUEST_S = 5  # for a request to come in whole
BACKLOG = 128
STAMP_LIMIT = 12
WARN_EVERY_S = 60.0  # anybody can send nonsense
BODY_LIMIT = 1 << 20  # bytes; what Slack delivers is far smaller


@contextmanager
def service(
    settings: Settings,
    slack: SlackSettings,
    *,
    http: tuple[str, int] | None = None,
    summarizes: Summarize = summarize,
) -> Iterator[str]:
    """Run the bot while the context lasts; yields where it listens, in words.

    `http` is the address to serve at, port 0 for any; without it the bot connects by Socket Mode. At
    the end nothing is taken any more, and what is in hand is finished or handed back. Raises ConfigError
    for tokens that are missing, misplaced or refused, a database or port that cannot be had.
    """
    require_tokens(slack, http=http is not None)
    account = connect(slack)
    if account.missing:
        logger.warning("The bot lacks scopes, and what needs them fails: %s", ", ".join(account.missing))
    state = BotState.open(slack.store_url)
    office = Office(state, Post(web_client(slack), slack.pace_s), Outbox(slack.pace_s))
    bot = Bot(settings, slack, office, summarizes)
    buttons = Buttons(bot, web_client(slack, retries=False), account.name)
    app = bolt_app(slack, account)
    listen(app, bot, buttons, account.name)
    door = _serve(app, bot, http) if http else _connect(app, slack)
    try:
        with door as where:
            bot.start()
            try:
                engine = (
                    f"LLM engine, {settings.model}" if settings.uses_llm else "extractive engine, no model"
                )
                yield f"{account.name} in {account.team}, {engine}, {where}"
            finally:  # the door is open still: what comes now is refused, so that Slack delivers it again
                bot.close()
                buttons.close()
    finally:
        state.close()


@contextmanager
def _connect(app: App, slack: SlackSettings) -> Iterator[str]:
    token = slack.app_token.get_secret_value() if slack.app_token else ""
    handler = SocketModeHandler(app, token, web_client=WebClient(base_url=slack.api_url))
    try:
        handler.client.connect()
    except (SlackClientError, OSError) as err:
        handler.client.close()
        raise ConfigError(f"Socket Mode cannot be used: {socket_problem(slack) or err}.") from err
    try:
        yield "by Socket Mode"
    finally:
        handler.client.close()


@contextmanager
def _serve(app: App, bot: Bot, address: tuple[str, int]) -> Iterator[str]:
    host, port = address
    server = Server(
        address,
        _web(app, bot),
        numthreads=HTTP_THREADS,
        request_queue_size=BACKLOG,
        timeout=REQUEST_S,
        server_name="summarizer",
    )
    server.max_request_body_size = BODY_LIMIT
    server.expiration_interval = 0.1  # seconds; what its stop waits for
    try:
        server.prepare()
    except OSError as err:
        raise ConfigError(
            f"Cannot listen on {host}:{port}: {err.strerror or err}. Choose another --http PORT."
        ) from err
    thread = threading.Thread(target=server.serve, name="http", daemon=True)
    thread.start()
    try:
        yield f"at http://{host}:{server.bind_addr[1]}{PATH}"
    finally:
        server.stop()
        thread.join()


def _web(app: App, bot: Bot) -> Callable[["WSGIEnvironment", "StartResponse"], Iterable[bytes]]:
    """Return the WSGI application: Slack's deliveries, and how the bot is."""
    slack = SlackRequestHandler(app, path=PATH)
    warned = [-WARN_EVERY_S]

    def serve(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if environ["PATH_INFO"] == HEALTH:
            problem = bot.problem()
            status = "503 Service Unavailable" if problem else "200 OK"
            return answer(status, {"status": problem or "ok", **bot.pool.load()}, start_response)
        if not _could_be_signed(environ):
            return answer("401 Unauthorized", {"error": "invalid request"}, start_response)
        return slack(environ, watched(start_response))

    def watched(start_response: "StartResponse") -> Any:
        """Let whoever is on call know of refused signatures; Bolt would log all that was sent."""

        def start(status: str, headers: list[tuple[str, str]]) -> object:
            if status.startswith("401") and time.monotonic() - warned[0] > WARN_EVERY_S:
                warned[0] = time.monotonic()
                logger.warning("Refused: a signature that is not SLACK_SIGNING_SECRET's, or of another time")
            return start_response(status, headers)

        return start

    def answer(status: str, words: Mapping[str, object], start_response: "StartResponse") -> Iterable[bytes]:
        body = json.dumps(words).encode()
        start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
        return [body]

    return serve


def _could_be_signed(environ: "WSGIEnvironment") -> bool:
    """Return False for a time or a signature that the SDK's verifier would stumble over."""
    stamp = str(environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", "0"))
    signature = str(environ.get("HTTP_X_SLACK_SIGNATURE", ""))
    return stamp.isascii() and stamp.isdigit() and len(stamp) <= STAMP_LIMIT and signature.isascii()
