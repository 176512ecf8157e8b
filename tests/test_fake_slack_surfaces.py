"""The fake Slack's modals, home tabs and response_urls, and what it says that a text notifies and links."""

from collections.abc import Iterator
from typing import Any

import pytest
from fake_slack import FakeSlack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

QUIET = {"unfurl_links": False, "unfurl_media": False}
HOME = {"type": "home", "blocks": [{"type": "divider"}]}


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(pace_s=0) as server:
        yield server


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url)


def modal(title: str = "Settings", **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": {"type": "plain_text", "text": title}, "blocks": [], **more}


def section(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text, **more}}


def refusal(client: WebClient, method: str, **params: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        client.api_call(method, json=params)
    return str(caught.value.response["error"])


def test_a_trigger_opens_one_modal(slack: FakeSlack, client: WebClient) -> None:
    trigger = slack.trigger()
    view = client.views_open(trigger_id=trigger, view=modal())["view"]
    assert slack.views[view["id"]]["state"] == {"values": {}}
    assert refusal(client, "views.open", trigger_id=trigger, view=modal()) == "exchanged_trigger_id"


def test_a_trigger_lasts_three_seconds(slack: FakeSlack, client: WebClient) -> None:
    client.views_open(trigger_id=slack.trigger(age_s=2.5), view=modal())
    assert (
        refusal(client, "views.open", trigger_id=slack.trigger(age_s=3.1), view=modal())
        == "expired_trigger_id"
    )
    assert refusal(client, "views.open", trigger_id="1.2.3", view=modal()) == "invalid_trigger_id"
    assert refusal(client, "views.open", view=modal()) == "invalid_arguments"


def test_a_modal_of_wrong_shape_leaves_the_trigger_as_it_was(slack: FakeSlack, client: WebClient) -> None:
    trigger = slack.trigger()
    assert refusal(client, "views.open", trigger_id=trigger, view=HOME) == "invalid_arguments"
    client.views_open(trigger_id=trigger, view=modal())


def test_an_updated_modal_is_the_same_one(slack: FakeSlack, client: WebClient) -> None:
    old = client.views_open(trigger_id=slack.trigger(), view=modal(external_id="e"))["view"]
    new = client.views_update(view_id=old["id"], hash=old["hash"], view=modal("Done"))["view"]
    assert (new["id"], slack.views[old["id"]]["title"]["text"]) == (old["id"], "Done")
    stale = {"view_id": old["id"], "hash": old["hash"], "view": modal()}
    assert refusal(client, "views.update", **stale) == "hash_conflict"
    assert refusal(client, "views.update", view_id="V0", view=modal()) == "not_found"


def test_an_external_id_finds_its_modal_and_is_taken(slack: FakeSlack, client: WebClient) -> None:
    client.views_open(trigger_id=slack.trigger(), view=modal(external_id="e"))
    client.views_update(external_id="e", view=modal("Done", external_id="e"))
    assert [view["title"]["text"] for view in slack.views.values()] == ["Done"]
    twice = {"trigger_id": slack.trigger(), "view": modal(external_id="e")}
    assert refusal(client, "views.open", **twice) == "duplicate_external_id"


def test_three_modals_lie_on_each_other(slack: FakeSlack, client: WebClient) -> None:
    first = top = client.views_open(trigger_id=slack.trigger(), view=modal())["view"]
    for _ in range(2):
        top = client.views_push(trigger_id=slack.trigger(view_id=top["id"]), view=modal())["view"]
    assert top["root_view_id"] == first["id"]
    fourth = {"trigger_id": slack.trigger(view_id=top["id"]), "view": modal()}
    assert refusal(client, "views.push", **fourth) == "push_limit_reached"


def test_a_home_tab_is_one_users(slack: FakeSlack, client: WebClient) -> None:
    client.views_publish(user_id="U0EDITOR", view=HOME)
    assert slack.homes["U0EDITOR"]["blocks"] == HOME["blocks"]
    assert refusal(client, "views.publish", user_id="U0NOBODY", view=HOME) == "user_not_found"
    assert refusal(client, "views.publish", user_id="U0EDITOR", view=modal()) == "invalid_arguments"


@pytest.mark.parametrize("channel", ["C0NEWS", "C0PRIVATE"])
def test_a_response_url_answers_one_user_or_all(slack: FakeSlack, channel: str) -> None:
    """Also where the bot is no member."""
    hook = WebhookClient(slack.response_url(channel, "U0EDITOR"))
    assert hook.send(text="a").body == "ok"
    hook.send(text="b", response_type="in_channel", blocks=[section("b")])
    assert [(shown.text, shown.ephemeral_to) for shown in slack.ephemerals(channel)] == [("a", "U0EDITOR")]
    assert [(said.text, said.blocks) for said in slack.messages(channel)] == [("b", [section("b")])]


def test_a_response_url_is_used_five_times(slack: FakeSlack) -> None:
    hook = WebhookClient(slack.response_url("C0NEWS", "U0EDITOR"))
    answers = [hook.send(text=str(number)) for number in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert "used_url" in answers[-1].body
    assert len(slack.ephemerals("C0NEWS")) == 5


def test_a_response_url_lasts_half_an_hour(slack: FakeSlack) -> None:
    assert (
        WebhookClient(slack.response_url("C0NEWS", "U0EDITOR", age_s=1_790)).send(text="a").status_code == 200
    )
    late = WebhookClient(slack.response_url("C0NEWS", "U0EDITOR", age_s=1_801)).send(text="a")
    assert (late.status_code, "expired_url" in late.body) == (404, True)
    none = WebhookClient(slack.response_url("C0NEWS", "U0EDITOR") + "0").send(text="a")
    assert (none.status_code, "invalid_url" in none.body) == (404, True)


def test_a_response_url_replaces_and_deletes_its_message(slack: FakeSlack, client: WebClient) -> None:
    shown = client.chat_postEphemeral(channel="C0NEWS", user="U0EDITOR", text="a")["message_ts"]
    hook = WebhookClient(slack.response_url("C0NEWS", "U0EDITOR", source_ts=shown))
    hook.send(text="b", replace_original=True)
    assert [(each.text, each.edited) for each in slack.ephemerals("C0NEWS")] == [("b", 1)]
    hook.send(delete_original=True)
    assert slack.ephemerals("C0NEWS") == []


def test_a_slash_command_has_no_original_to_replace(slack: FakeSlack) -> None:
    hook = WebhookClient(slack.response_url("C0NEWS", "U0EDITOR"))
    hook.send(text="a")
    hook.send(text="b", replace_original=True)
    assert [shown.text for shown in slack.ephemerals("C0NEWS")] == ["a", "b"]
    assert "no original to replace" in slack.warnings[0]


@pytest.mark.parametrize(
    ("message", "error"),
    [
        ({"response_type": "in_channel"}, "no_text"),
        ({"text": "a" * 40_001}, "msg_too_long"),
        ({"text": "a", "blocks": [{"type": "divider"}] * 51}, "invalid_blocks"),
        ({}, "json_not_object"),  # which the SDK sends as null
        ({"text": "a", "response_type": "loud"}, "invalid_response_type"),
        ({"text": "a", "thread_ts": "now"}, "invalid_thread_ts"),
    ],
)
def test_a_response_url_has_the_limits_of_a_message(
    slack: FakeSlack, message: dict[str, Any], error: str
) -> None:
    answer = WebhookClient(slack.response_url("C0NEWS", "U0EDITOR")).send_dict(message)
    assert (answer.status_code, error in answer.body) == (400, True)
    assert slack.ephemerals("C0NEWS") == []


def test_a_response_url_fails_if_told(slack: FakeSlack) -> None:
    slack.fail("response_url", status=500)
    hook = WebhookClient(slack.response_url("C0NEWS", "U0EDITOR"))
    assert [hook.send(text="a").status_code for _ in range(2)] == [500, 200]


@pytest.mark.parametrize(
    ("text", "notified"),
    [
        (
            "<!channel> <!here|here> <!everyone>",
            [("broadcast", name) for name in ("channel", "here", "everyone")],
        ),
        ("&lt;!channel&gt; @channel <b> < !channel>", []),
        ("`<!channel>`", [("broadcast", "channel")]),
        ("<@U0EDITOR> <@W0B|bo>", [("user", "U0EDITOR"), ("user", "W0B")]),
        ("<#C0NEWS|news> <!subteam^S0DESK>", [("channel", "C0NEWS"), ("usergroup", "S0DESK")]),
        ("<https://a.example/?b=1&amp;c=2|A &amp; B>", [("link", "https://a.example/?b=1&c=2", "A & B")]),
        ("<mailto:a@b.example>", [("link", "mailto:a@b.example", "")]),
        ("<!date^1392734382^{date}^https://a.example|then>", [("link", "https://a.example", "then")]),
        ("<!date^1392734382^{date}|then>", []),
    ],
)
def test_what_a_text_notifies_and_links(
    slack: FakeSlack, client: WebClient, text: str, notified: list[tuple[str, ...]]
) -> None:
    client.chat_postMessage(channel="C0NEWS", text=text, **QUIET)
    client.chat_postMessage(channel="C0NEWS", text="a", blocks=[section(text, verbatim=True)], **QUIET)
    assert slack.notified == notified * 2


@pytest.mark.parametrize(
    ("params", "links"),
    [
        ({"text": "See https://a.example/b."}, ["https://a.example/b"]),
        ({"text": "See https://a.example/b.", "parse": "none"}, []),
        ({"text": "See https://a.example/b.", "blocks": [{"type": "divider"}]}, []),
        ({"text": "a", "blocks": [section("(http://a.example)")]}, ["http://a.example"]),
        ({"text": "a", "blocks": [section("http://a.example", verbatim=True)]}, []),
        (
            {
                "text": "a",
                "blocks": [{**section(""), "text": {"type": "plain_text", "text": "http://a.example"}}],
            },
            [],
        ),
    ],
)
def test_bare_addresses_become_links_unless_verbatim(
    slack: FakeSlack, client: WebClient, params: dict[str, Any], links: list[str]
) -> None:
    client.chat_postMessage(channel="C0NEWS", **params, **QUIET)
    assert slack.notified == [("autolink", link) for link in links]


def test_every_surface_is_read_for_notices(slack: FakeSlack, client: WebClient) -> None:
    ts = client.chat_postMessage(channel="C0NEWS", text="<!here>")["ts"]
    client.chat_update(channel="C0NEWS", ts=ts, text="<!here>")
    client.chat_postEphemeral(channel="C0NEWS", user="U0EDITOR", text="<!here>")
    WebhookClient(slack.response_url("C0NEWS", "U0EDITOR")).send(text="<!here>")
    client.views_open(trigger_id=slack.trigger(), view=modal(blocks=[section("<!here>")]))
    client.views_publish(user_id="U0EDITOR", view={"type": "home", "blocks": [section("<!here>")]})
    assert slack.notified == [("broadcast", "here")] * 6


def test_a_refused_message_notifies_no_one(slack: FakeSlack, client: WebClient) -> None:
    refusal(client, "chat.postMessage", channel="C0NEWS", text="<!here>", blocks=[section("")])
    assert slack.notified == []


@pytest.mark.parametrize(
    ("params", "warning"),
    [
        ({"blocks": [section("a")]}, "without top-level text"),
        ({"text": "a" * 4_001}, "4001 characters"),
        ({"text": "<https://a.example>"}, "unfurl_links=False"),
        ({"text": "<https://a.example>", "unfurl_links": False}, "unfurl_media=False"),
        ({"text": "<https://a.example>", **QUIET}, None),
        ({"text": "a" * 4_000}, None),
    ],
)
def test_what_slack_takes_but_advises_against(
    slack: FakeSlack, client: WebClient, params: dict[str, Any], warning: str | None
) -> None:
    client.api_call("chat.postMessage", json={"channel": "C0NEWS", **params})
    assert len(slack.warnings) == (1 if warning else 0)
    assert all(warning in each for each in slack.warnings if warning)
