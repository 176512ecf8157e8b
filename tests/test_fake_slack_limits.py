"""The fake Slack refuses what is one too long or one too many, and takes what just fits."""

import json
from collections.abc import Callable, Iterator

import pytest
from fake_slack import FakeSlack
from fake_slack_samples import (
    COUNTS,
    DIVIDER,
    LENGTHS,
    VIEW_BOUNDS,
    Made,
    Sized,
    actions,
    address,
    button,
    entry,
    modal,
    mrkdwn,
    option,
    picture,
    plain,
    section,
    select,
)
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(pace_s=0) as server:
        yield server


@pytest.fixture(scope="module")
def client(slack: FakeSlack) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url)


def post(client: WebClient, *blocks: Made) -> None:
    client.chat_postMessage(channel="C0NEWS", text="a", blocks=blocks)


def open_view(slack: FakeSlack, client: WebClient, view: Made) -> None:
    client.views_open(trigger_id=slack.trigger(), view=view)


def refusal(call: Callable[[], object]) -> tuple[str, list[str]]:
    """Return the error code and the JSON pointers that came with it."""
    with pytest.raises(SlackApiError) as caught:
        call()
    answer = caught.value.response
    return answer["error"], [each.split("json-pointer:")[1][:-1] for each in answer.get("errors") or []]


@pytest.mark.parametrize(("make", "most", "where"), LENGTHS.values(), ids=LENGTHS)
def test_no_text_is_longer_than_allowed(client: WebClient, make: Sized, most: int, where: str) -> None:
    post(client, make(most))
    assert refusal(lambda: post(client, make(most + 1))) == ("invalid_blocks", [f"/blocks/0/{where}"])


@pytest.mark.parametrize("name", [name for name in LENGTHS if "url" not in name])
def test_no_text_is_empty(client: WebClient, name: str) -> None:
    make, _, where = LENGTHS[name]
    assert refusal(lambda: post(client, make(0))) == ("invalid_blocks", [f"/blocks/0/{where}"])


@pytest.mark.parametrize(("make", "most", "where"), COUNTS.values(), ids=COUNTS)
def test_no_list_is_longer_than_allowed_or_empty(
    client: WebClient, make: Sized, most: int, where: str
) -> None:
    post(client, make(1))
    post(client, make(most))
    assert refusal(lambda: post(client, make(0))) == ("invalid_blocks", [f"/blocks/0/{where}"])
    assert refusal(lambda: post(client, make(most + 1))) == ("invalid_blocks", [f"/blocks/0/{where}"])


@pytest.mark.parametrize("name", VIEW_BOUNDS)
def test_no_part_of_a_modal_is_larger_or_smaller_than_allowed(
    slack: FakeSlack, client: WebClient, name: str
) -> None:
    make, least, most, where = VIEW_BOUNDS[name]
    open_view(slack, client, make(least))
    open_view(slack, client, make(most))
    over = refusal(lambda: open_view(slack, client, make(most + 1)))
    assert over == ("invalid_arguments", [f"/view/{where}"])
    if least:
        under = refusal(lambda: open_view(slack, client, make(least - 1)))
        assert under == ("invalid_arguments", [f"/view/{where}"])


@pytest.mark.parametrize(
    ("block", "where"),
    [
        ({"type": "banner"}, "/type"),
        ({"text": "a"}, "/type"),
        ({"type": "section"}, ""),
        (section(colour="red"), ""),
        (section(text={**mrkdwn(1), "emoji": True}), "/text"),
        (section(text={**plain(1), "verbatim": True}), "/text"),
        (section(text="a"), "/text"),
        ({"type": "header", "text": mrkdwn(1)}, "/text/type"),
        (actions(button(text=mrkdwn(1))), "/elements/0/text/type"),
        (actions(button(style="large")), "/elements/0/style"),
        (actions(button(value=1)), "/elements/0/value"),
        (actions(button(url="example.org")), "/elements/0/url"),
        (actions({"type": "multi_static_select", "options": [option()]}), "/elements/0/type"),
        (actions({"type": "plain_text_input"}), "/elements/0/type"),
        (actions({"type": "static_select"}), "/elements/0"),
        (actions(select(options=[option(type="option")])), "/elements/0/options/0"),
        (actions(select(options=[option(url=address(30))])), "/elements/0/options/0"),
        (actions(select(initial_option=option(value=2))), "/elements/0"),
        (picture(image_url="http://example.org/a.png"), "/image_url"),
        ({"type": "image", "image_url": address(30)}, ""),
        ({"type": "context", "elements": [button()]}, "/elements/0/type"),
        (actions(button(action_id="a"), button(action_id="a")), ""),
        (entry({"type": "plain_text_input"}), "/type"),
    ],
)
def test_a_block_of_another_shape_is_refused(client: WebClient, block: Made, where: str) -> None:
    assert refusal(lambda: post(client, block)) == ("invalid_blocks", [f"/blocks/0{where}"])


def test_at_most_fifty_blocks_make_a_message(client: WebClient) -> None:
    post(client, *[DIVIDER] * 50)
    assert refusal(lambda: post(client, *[DIVIDER] * 51)) == ("invalid_blocks", ["/blocks"])


def test_a_block_id_is_used_once(client: WebClient) -> None:
    twice = [section(block_id="b"), section(block_id="b")]
    assert refusal(lambda: post(client, *twice)) == ("invalid_blocks", ["/blocks"])


def test_an_action_id_may_be_used_again_in_another_block(client: WebClient) -> None:
    post(client, actions(button(action_id="a")), actions(button(action_id="a")))


def test_length_is_counted_in_utf_16(client: WebClient) -> None:
    post(client, section(text={"type": "mrkdwn", "text": "😀" * 1_500}))
    over = section(text={"type": "mrkdwn", "text": "😀" * 1_500 + "!"})
    assert refusal(lambda: post(client, over))[0] == "invalid_blocks"


def test_all_blocks_together_are_bounded(client: WebClient) -> None:
    frame = len('[{"type":"section","text":{"type":"mrkdwn","text":""}}]') - 1
    fits = [section(text=mrkdwn(2_400 - frame))] * 3 + [section(text=mrkdwn(2_400 - frame - 1))]
    post(client, *fits)
    over = [*fits[:3], section(text=mrkdwn(2_400 - frame))]
    assert refusal(lambda: post(client, *over)) == ("msg_blocks_too_long", [])


@pytest.mark.parametrize(
    ("method", "most"), [("chat.postMessage", 40_000), ("chat.postEphemeral", 40_000), ("chat.update", 4_000)]
)
def test_text_is_bounded(client: WebClient, method: str, most: int) -> None:
    ts = client.chat_postMessage(channel="C0NEWS", text="a")["ts"]
    params = {"channel": "C0NEWS", "user": "U0EDITOR", "ts": ts}
    client.api_call(method, json={**params, "text": "t" * most})
    over = refusal(lambda: client.api_call(method, json={**params, "text": "t" * (most + 1)}))
    assert over == ("msg_too_long", [])


def test_an_input_needs_a_submit_button(slack: FakeSlack, client: WebClient) -> None:
    view = {"type": "modal", "title": plain(1), "blocks": [entry({"type": "plain_text_input"})]}
    assert refusal(lambda: open_view(slack, client, view)) == ("invalid_arguments", ["/view/blocks/0/input"])


@pytest.mark.parametrize("more", [{"title": plain(1)}, {"submit": plain(1)}, {"type": "modal"}])
def test_a_home_tab_is_no_modal(client: WebClient, more: Made) -> None:
    view = {"type": "home", "blocks": [], **more}
    error, _ = refusal(lambda: client.views_publish(user_id="U0EDITOR", view=view))
    assert error == "invalid_arguments"


def test_a_view_is_bounded_as_a_whole(slack: FakeSlack, client: WebClient) -> None:
    """The last section fills the view up to 250,000 characters of JSON."""
    full = [section(text=mrkdwn(2_900))] * 84
    room = 250_000 - len(json.dumps(modal(*full, section(text=mrkdwn(0))), separators=(",", ":")))
    open_view(slack, client, modal(*full, section(text=mrkdwn(room))))
    over = modal(*full, section(text=mrkdwn(room + 1)))
    assert refusal(lambda: open_view(slack, client, over)) == ("view_too_large", [])


@pytest.mark.parametrize("sizes", [[12_001], [6_000, 6_001]])
def test_markdown_is_bounded_in_one_block_and_in_all(client: WebClient, sizes: list[int]) -> None:
    blocks = [{"type": "markdown", "text": "m" * size} for size in sizes]
    assert refusal(lambda: post(client, *blocks))[0] == "invalid_blocks"
    blocks[-1]["text"] = blocks[-1]["text"][1:]
    assert refusal(lambda: post(client, *blocks))[0] == "msg_blocks_too_long"
