"""The fake Slack answers the real SDK as Slack does: who may do what, and what becomes of a message."""

import re
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from fake_slack import FakeSlack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "said"}}
QUIET = {"unfurl_links": False, "unfurl_media": False}


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(pace_s=0) as server:
        yield server


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url)


def refusal(client: WebClient, method: str, **params: Any) -> str:
    """Return the error code that Slack answers, by form if `by_form` is told."""
    by = "params" if params.pop("by_form", False) else "json"
    with pytest.raises(SlackApiError) as caught:
        client.api_call(method, **{by: params})
    return str(caught.value.response["error"])


def test_auth_test_names_the_bot(slack: FakeSlack, client: WebClient) -> None:
    answer = client.auth_test()
    assert (answer["user_id"], answer["bot_id"], answer["team_id"]) == ("U0BOT", "B0BOT", "T0ONE")
    assert set(answer.headers["x-oauth-scopes"].split(",")) == slack.scopes


@pytest.mark.parametrize(("token", "error"), [("", "not_authed"), ("xoxb-1-2-wrong", "invalid_auth")])
def test_a_wrong_token_is_refused(slack: FakeSlack, token: str, error: str) -> None:
    assert refusal(WebClient(token, base_url=slack.api_url), "auth.test") == error


def test_the_apps_token_only_opens_sockets(slack: FakeSlack) -> None:
    client = WebClient(slack.app_token, base_url=slack.api_url)
    assert refusal(client, "auth.test") == "not_allowed_token_type"


def test_the_bots_token_opens_no_socket(client: WebClient) -> None:
    assert refusal(client, "apps.connections.open") == "not_allowed_token_type"


def test_an_unknown_method_is_refused(client: WebClient) -> None:
    assert refusal(client, "chat.shout", text="a") == "unknown_method"


def test_a_missing_scope_is_named(slack: FakeSlack, client: WebClient) -> None:
    slack.scopes = {"commands", "im:history"}
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel="C0NEWS", text="a")
    answer = caught.value.response
    assert answer["error"] == "missing_scope"
    assert (answer["needed"], answer["provided"]) == ("chat:write", "commands,im:history")


@pytest.mark.parametrize("by_form", [False, True])
@pytest.mark.parametrize(
    ("method", "params", "error"),
    [
        ("chat.postMessage", {"channel": "C0NONE", "text": "a"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0PRIVATE", "text": "a"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0PUBLIC", "text": "a"}, "not_in_channel"),
        ("chat.postMessage", {"channel": "U0NOBODY", "text": "a"}, "channel_not_found"),
        ("chat.postMessage", {"channel": "C0NEWS"}, "no_text"),
        ("chat.postMessage", {"channel": "C0NEWS", "text": " \n"}, "no_text"),
        ("chat.postMessage", {"text": "a"}, "invalid_arguments"),
        ("chat.postMessage", {"channel": "C0NEWS", "text": "a", "thread_ts": "now"}, "invalid_thread_ts"),
        ("chat.postMessage", {"channel": "C0NEWS", "text": "a", "blocks": "{"}, "invalid_blocks_format"),
        ("chat.postMessage", {"channel": "C0NEWS", "text": "a", "metadata": "{}"}, "invalid_metadata_format"),
        ("chat.postEphemeral", {"channel": "C0NEWS", "user": "U0X", "text": "a"}, "user_not_in_channel"),
        ("chat.postEphemeral", {"channel": "C0PUBLIC", "user": "U0ADMIN", "text": "a"}, "not_in_channel"),
        ("chat.update", {"channel": "C0NEWS", "ts": "1.1", "text": "a"}, "message_not_found"),
        ("chat.update", {"channel": "U0EDITOR", "ts": "1.1", "text": "a"}, "channel_not_found"),
        ("chat.delete", {"channel": "C0NEWS", "ts": "1.1"}, "message_not_found"),
        ("chat.getPermalink", {"channel": "C0NEWS", "message_ts": "1.1"}, "message_not_found"),
        ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
        ("conversations.info", {"channel": "C0NEWS"}, "missing_scope"),
        ("conversations.open", {"users": "U0EDITOR"}, "missing_scope"),
    ],
)
def test_what_cannot_be_done_is_refused(
    client: WebClient, method: str, params: dict[str, Any], error: str, by_form: bool
) -> None:
    assert refusal(client, method, **params, by_form=by_form) == error


@pytest.mark.parametrize("by_form", [False, True])
def test_a_message_stands_in_its_channel(slack: FakeSlack, client: WebClient, by_form: bool) -> None:
    params = {
        "channel": "C0NEWS",
        "text": "a",
        "blocks": [SECTION],
        "thread_ts": "1700000000.000100",
        **QUIET,
    }
    if by_form:
        answer = client.api_call("chat.postMessage", params={**params, "blocks": '[{"type": "divider"}]'})
    else:
        answer = client.chat_postMessage(**params)
    (message,) = slack.messages("C0NEWS")
    assert (message.ts, message.text, message.thread_ts) == (answer["ts"], "a", "1700000000.000100")
    assert message.blocks == ([{"type": "divider"}] if by_form else [SECTION])
    assert slack.warnings == []


def test_a_message_to_a_user_is_a_direct_message(slack: FakeSlack, client: WebClient) -> None:
    client.chat_postMessage(channel="D0EDITOR", text="a")
    assert client.chat_postMessage(channel="U0EDITOR", text="b")["channel"] == "D0EDITOR"
    assert [message.text for message in slack.messages("U0EDITOR")] == ["a", "b"]


def test_an_ephemeral_message_is_no_message(slack: FakeSlack, client: WebClient) -> None:
    ts = client.chat_postEphemeral(channel="C0NEWS", user="U0EDITOR", text="a")["message_ts"]
    assert slack.messages("C0NEWS") == []
    assert [(shown.text, shown.ephemeral_to) for shown in slack.ephemerals("C0NEWS")] == [("a", "U0EDITOR")]
    assert refusal(client, "chat.update", channel="C0NEWS", ts=ts, text="b") == "message_not_found"


def test_an_update_takes_the_place_of_text_and_blocks(slack: FakeSlack, client: WebClient) -> None:
    """A text alone removes the blocks; blocks alone leave the text."""
    ts = client.chat_postMessage(channel="C0NEWS", text="a", blocks=[SECTION])["ts"]
    client.chat_update(channel="C0NEWS", ts=ts, text="b")
    (message,) = slack.messages("C0NEWS")
    assert (message.text, message.blocks, message.edited) == ("b", [], 1)
    client.api_call("chat.update", json={"channel": "C0NEWS", "ts": ts, "blocks": [SECTION]})
    assert (message.text, message.blocks, message.edited) == ("b", [SECTION], 2)


def test_a_deleted_message_is_gone(slack: FakeSlack, client: WebClient) -> None:
    ts = client.chat_postMessage(channel="C0NEWS", text="a")["ts"]
    client.chat_delete(channel="C0NEWS", ts=ts)
    assert slack.messages("C0NEWS") == []


@pytest.mark.parametrize(
    ("method", "error"), [("chat.update", "cant_update_message"), ("chat.delete", "cant_delete_message")]
)
def test_what_others_said_cannot_be_changed(
    slack: FakeSlack, client: WebClient, method: str, error: str
) -> None:
    said = slack.say("C0NEWS", "theirs")
    assert refusal(client, method, channel="C0NEWS", ts=said.ts, text="mine") == error


def test_a_permalink_leads_to_a_message_of_anyone(slack: FakeSlack, client: WebClient) -> None:
    said = slack.say("C0NEWS", "theirs", ts="1700000000.000100")
    link = client.chat_getPermalink(channel="C0NEWS", message_ts=said.ts)["permalink"]
    assert link == "https://fake-newsroom.slack.com/archives/C0NEWS/p1700000000000100"


def test_users_tell_who_is_an_admin(client: WebClient) -> None:
    assert client.users_info(user="U0ADMIN")["user"]["is_admin"] is True
    assert client.users_info(user="U0EDITOR")["user"]["is_admin"] is False


def test_conversations_are_told_with_the_scope(slack: FakeSlack, client: WebClient) -> None:
    slack.scopes |= {"channels:read", "im:write"}
    assert client.conversations_info(channel="C0PUBLIC")["channel"]["is_member"] is False
    assert refusal(client, "conversations.info", channel="C0PRIVATE") == "channel_not_found"
    assert client.conversations_open(users="U0EDITOR")["channel"]["id"] == "D0EDITOR"


@pytest.mark.parametrize("method", ["chat.postMessage", "chat.postEphemeral"])
def test_a_second_message_too_soon_is_turned_away(method: str) -> None:
    with FakeSlack(pace_s=0.2) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        ts = client.chat_postMessage(channel="C0NEWS", text="a")["ts"]
        with pytest.raises(SlackApiError) as caught:
            client.api_call(method, json={"channel": "C0NEWS", "user": "U0EDITOR", "text": "b"})
        client.chat_update(channel="C0NEWS", ts=ts, text="c")
        client.chat_postMessage(channel="U0EDITOR", text="other channel")
        time.sleep(0.2)
        client.chat_postMessage(channel="C0NEWS", text="d")
    assert caught.value.response.status_code == 429
    assert caught.value.response.headers["Retry-After"] == "1"
    assert caught.value.response.data == {"ok": False, "error": "ratelimited"}
    assert slack.rate_limited == 1
    assert [message.text for message in slack.messages("C0NEWS")] == ["c", "d"]


def test_the_wait_is_told_in_whole_seconds() -> None:
    with FakeSlack(pace_s=2.5) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        client.chat_postMessage(channel="C0NEWS", text="a")
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel="C0NEWS", text="b")
    assert caught.value.response.headers["Retry-After"] == "3"


def test_timestamps_grow_and_have_six_places(slack: FakeSlack) -> None:
    stamps = [slack.next_ts() for _ in range(100)]
    assert stamps == sorted(set(stamps))
    assert all(re.fullmatch(r"\d{10}\.\d{6}", stamp) for stamp in stamps)


def test_the_sdk_waits_as_long_as_it_is_told(slack: FakeSlack, client: WebClient) -> None:
    client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
    slack.fail("chat.postMessage", status=429, headers={"Retry-After": "0"})
    client.chat_postMessage(channel="C0NEWS", text="a")
    assert [call.answer for call in slack.calls_of("chat.postMessage")] == ["HTTP 429", "ok"]


def test_calls_fail_as_often_as_told(slack: FakeSlack, client: WebClient) -> None:
    slack.fail("users.info", error="fatal_error", times=2)
    assert [refusal(client, "users.info", user="U0ADMIN") for _ in range(2)] == ["fatal_error"] * 2
    assert client.users_info(user="U0ADMIN")["ok"]
    slack.fail("users.info", status=503)
    with pytest.raises(SlackApiError) as caught:
        client.users_info(user="U0ADMIN")
    assert caught.value.response.status_code == 503


def test_a_dropped_call_reaches_no_channel(slack: FakeSlack) -> None:
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    slack.fail("chat.postMessage", drop=True)
    with pytest.raises(ConnectionError):
        client.chat_postMessage(channel="C0NEWS", text="a")
    assert slack.messages("C0NEWS") == []
    assert slack.calls_of("chat.postMessage")[0].answer == "dropped"


def test_a_delayed_call_is_late(slack: FakeSlack, client: WebClient) -> None:
    slack.delay("auth.test", 0.1)
    start = time.monotonic()
    client.auth_test()
    assert time.monotonic() - start >= 0.1


def test_calls_are_kept_in_order(slack: FakeSlack, client: WebClient) -> None:
    client.auth_test()
    refusal(client, "users.info", user="U0NOBODY")
    assert [(call.method, call.answer) for call in slack.calls] == [
        ("auth.test", "ok"),
        ("users.info", "user_not_found"),
    ]
    (call,) = slack.calls_of("users.info")
    assert (call.params, call.token) == ({"user": "U0NOBODY"}, slack.bot_token)


def test_waiting_in_vain_tells_the_calls(slack: FakeSlack, client: WebClient) -> None:
    client.auth_test()
    with pytest.raises(AssertionError, match=r"auth\.test → ok"):
        slack.wait_for(lambda: slack.messages("C0NEWS"), timeout_s=0.02)


def test_waiting_returns_what_came(slack: FakeSlack, client: WebClient) -> None:
    threading.Timer(0.05, client.chat_postMessage, kwargs={"channel": "C0NEWS", "text": "a"}).start()
    assert [message.text for message in slack.wait_for(lambda: slack.messages("C0NEWS"))] == ["a"]


def test_the_server_stops_at_once_though_a_call_waits() -> None:
    cut_off = threading.Event()

    def call(client: WebClient) -> None:
        with pytest.raises(ConnectionError):
            client.auth_test()
        cut_off.set()

    with FakeSlack() as slack:
        slack.delay("auth.test", 60)
        client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
        threading.Thread(target=call, args=(client,)).start()
        slack.wait_for(lambda: slack.calls)
        start = time.monotonic()
    assert time.monotonic() - start < 0.3
    assert cut_off.wait(1)
