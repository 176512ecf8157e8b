"""Put messages where they belong in Slack, and say what Slack said no to.

What Slack finds too long is posted in halves, and a block that it does not take as plain text. A
fault that passes is retried by the SDK's handlers.
"""

import logging
import time
from collections.abc import Sequence
from http import HTTPStatus
from http.client import RemoteDisconnected
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient, WebhookClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry import HttpResponse, RetryHandler
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)

from summarizer.config import SlackSettings
from summarizer.render.slack_blocks import Message
from summarizer.slack.jobs import Place

logger = logging.getLogger(__name__)

_NOT_THERE = frozenset(
    {
        "not_in_channel",
        "channel_not_found",
        "user_not_in_channel",
        "is_archived",
        "no_permission",
        "thread_not_found",
    }
)
_GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
_TOO_MUCH = frozenset({"msg_blocks_too_long", "invalid_blocks", "invalid_blocks_format", "msg_too_long"})


class NotThere(Exception):  # noqa: N818 - it says what is the matter
    """The bot may not write in this channel; its argument is Slack's own code."""


class _AnyServerError(ServerErrorRetryHandler):
    """The SDK's own retries 500 and 503 alone."""

    def _can_retry(self, *, response: HttpResponse | None = None, **_: Any) -> bool:
        return response is not None and response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR


def retry_handlers() -> list[RetryHandler]:
    """Return new handlers for what passes: 429, 5xx, a broken connection.

    A 5xx to chat.postMessage may have posted all the same: twice is better than never.
    """
    return [
        ConnectionErrorRetryHandler(
            max_retry_count=2, error_types=[URLError, ConnectionResetError, RemoteDisconnected, TimeoutError]
        ),
        RateLimitErrorRetryHandler(max_retry_count=5),
        _AnyServerError(max_retry_count=2),
    ]


def web_client(slack: SlackSettings, *, retries: bool = True) -> WebClient:
    """Return a client for the bot's token; without `retries` it fails soon, since no dialog waits."""
    return WebClient(
        token=slack.bot_token.get_secret_value() if slack.bot_token else None,
        base_url=slack.api_url,
        retry_handlers=retry_handlers() if retries else [],
        timeout=15 if retries else 5,
    )


class Post:
    """Writes in channels and to single people, `pace_s` seconds apart. Errors are the SDK's, or NotThere."""

    def __init__(self, client: WebClient, pace_s: float) -> None:
        self._client = client
        self._pace_s = pace_s

    def put(self, place: Place, messages: Sequence[Message], shown: Sequence[str] = ()) -> tuple[str, ...]:
        """Let `messages` stand at `place` instead of those `shown`; return their timestamps.

        A private answer has no timestamps.
        """
        if place.response_url:
            self._put_privately(place.response_url, messages, replace=place.pressed)
            return ()
        stand: list[str] = []
        old = list(shown)
        for message in messages:
            if stand:
                time.sleep(self._pace_s)
            stand += self._update_or_post(place, message, old.pop(0) if old else None)
        for ts in old:
            self._delete(place.channel, ts)
        return tuple(stand)

    def remove(self, place: Place) -> None:
        """Take a private answer back."""
        if place.response_url:
            self._respond(place.response_url, {"delete_original": True})

    def whisper(self, place: Place, user: str, text: str) -> None:
        """Tell one person something where they asked, or in a direct message where that is not possible."""
        if place.response_url:
            self._respond(
                place.response_url, {"text": text, "response_type": "ephemeral", "replace_original": False}
            )
            return
        if place.channel.startswith("D"):
            self._client.chat_postMessage(
                channel=place.channel,
                thread_ts=place.thread,
                text=text,
                unfurl_links=False,
                unfurl_media=False,
            )
            return
        try:
            self._client.chat_postEphemeral(
                channel=place.channel, user=user, text=text, thread_ts=place.thread
            )
        except SlackApiError as err:
            if not _shut(str(err.response["error"])):
                raise
            self._client.chat_postMessage(channel=user, text=text, unfurl_links=False, unfurl_media=False)

    def _update_or_post(self, place: Place, message: Message, ts: str | None) -> list[str]:
        try:
            if ts is None:
                return [self._post(place, message)]
            self._client.chat_update(
                channel=place.channel, ts=ts, text=message["text"], blocks=message["blocks"]
            )
        except SlackApiError as err:
            return self._otherwise(place, message, ts, str(err.response["error"]), err)
        return [ts]

    def _otherwise(
        self, place: Place, message: Message, ts: str | None, code: str, err: SlackApiError
    ) -> list[str]:
        """Do what can be done when Slack did not take a message."""
        if _shut(code):
            raise NotThere(code) from err
        if code in _GONE and ts is not None:  # somebody deleted it
            return self._update_or_post(place, message, None)
        if code in _TOO_MUCH and message["blocks"]:
            logger.warning("Slack did not take %d blocks (%s); trying smaller", len(message["blocks"]), code)
            first, *rest = _smaller(message)
            stand = self._update_or_post(place, first, ts)
            for part in rest:
                time.sleep(self._pace_s)
                stand += self._update_or_post(place, part, None)
            return stand
        raise err

    def _post(self, place: Place, message: Message) -> str:
        answer = self._client.chat_postMessage(
            channel=place.channel,
            thread_ts=place.thread,
            text=message["text"],
            blocks=message["blocks"],
            unfurl_links=False,
            unfurl_media=False,
        )
        return str(answer["ts"])

    def _delete(self, channel: str, ts: str) -> None:
        try:
            self._client.chat_delete(channel=channel, ts=ts)
        except SlackApiError as err:
            logger.info("A message could not be deleted: %s", err.response["error"])

    def _put_privately(self, response_url: str, messages: Sequence[Message], *, replace: bool) -> None:
        for number, message in enumerate(messages):
            how = {"response_type": "ephemeral", "replace_original": replace and number == 0}
            try:
                self._respond(response_url, {**message, **how})
            except SlackClientError:
                logger.warning("Slack did not take a private message; trying its text alone")
                self._respond(response_url, {"text": message["text"], **how})

    def _respond(self, response_url: str, body: dict[str, Any]) -> None:
        hook = WebhookClient(response_url, timeout=15, retry_handlers=retry_handlers())
        answer = hook.send_dict({**body, "unfurl_links": False, "unfurl_media": False})
        if answer.status_code != HTTPStatus.OK:
            raise SlackClientError(f"response_url: {answer.status_code} {answer.body[:100]}")


def _shut(code: str) -> bool:
    """Whether Slack's answer means that the bot may not write there, now or later."""
    return code in _NOT_THERE or code.startswith("restricted_action")


def _smaller(message: Message) -> list[Message]:
    """Return `message` in two halves, or as text alone where it is one block."""
    blocks = message["blocks"]
    if len(blocks) == 1:
        words = blocks[0].get("text") or {}
        return [{"text": str(words.get("text") or message["text"])[:3000], "blocks": []}]
    half = len(blocks) // 2
    return [{**message, "blocks": blocks[:half]}, {**message, "blocks": blocks[half:]}]
