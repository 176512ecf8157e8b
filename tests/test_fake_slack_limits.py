"""The fake Slack refuses what is one too long or one too many, and takes what just fits."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from fake_slack import FakeSlack
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

Made = dict[str, Any]
DIVIDER = {"type": "divider"}


@pytest.fixture(scope="module")
def slack() -> Iterator[FakeSlack]:
    with FakeSlack(pace_s=0) as server:
        yield server


@pytest.fixture(scope="module")
def client(slack: FakeSlack) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url)


def plain(size: int) -> Made:
    return {"type": "plain_text", "text": "x" * size}


def mrkdwn(size: int) -> Made:
    return {"type": "mrkdwn", "text": "x" * size}


def section(**more: Any) -> Made:
    return {"type": "section", "text": mrkdwn(1), **more}


def actions(*elements: Made) -> Made:
    return {"type": "actions", "elements": list(elements)}


def button(**more: Any) -> Made:
    return {"type": "button", "text": plain(1), **more}


def option(text: int = 1, value: int = 1, **more: Any) -> Made:
    return {"text": plain(text), "value": "v" * value, **more}


def select(count: int = 1, **more: Any) -> Made:
    return {"type": "static_select", "options": [option()] * count, **more}


def confirm(**more: Any) -> Made:
    parts = {"title": plain(1), "text": mrkdwn(1), "confirm": plain(1), "deny": plain(1)}
    return actions(button(confirm={**parts, **more}))


def picture(**more: Any) -> Made:
    return {"type": "image", "image_url": "https://example.org/a.png", "alt_text": "a", **more}


def entry(element: Made, **more: Any) -> Made:
    return {"type": "input", "label": plain(1), "element": element, **more}


def modal(*blocks: Made, **more: Any) -> Made:
    return {"type": "modal", "title": plain(1), "submit": plain(1), "blocks": list(blocks), **more}


def address(size: int) -> str:
    return "https://example.org/".ljust(size, "a")


def post(client: WebClient, *blocks: Made, **more: Any) -> None:
    client.chat_postMessage(channel="C0NEWS", **{"text": "a", "blocks": list(blocks), **more})


def open_view(slack: FakeSlack, client: WebClient, view: Made) -> None:
    client.views_open(trigger_id=slack.trigger(), view=view)


def refusal(call: Callable[[], object]) -> tuple[str, list[str]]:
    """Return the error code and the JSON pointers that came with it."""
    with pytest.raises(SlackApiError) as caught:
        call()
    answer = caught.value.response
    return answer["error"], [each.split("json-pointer:")[1][:-1] for each in answer.get("errors") or []]


LENGTHS: dict[str, tuple[Callable[[int], Made], int, str]] = {
    "section": (lambda n: section(text=mrkdwn(n)), 3_000, "text/text"),
    "plain section": (lambda n: section(text=plain(n)), 3_000, "text/text"),
    "field": (lambda n: {"type": "section", "fields": [mrkdwn(n)]}, 2_000, "fields/0/text"),
    "block_id": (lambda n: section(block_id="b" * n), 255, "block_id"),
    "header": (lambda n: {"type": "header", "text": plain(n)}, 150, "text/text"),
    "context": (lambda n: {"type": "context", "elements": [mrkdwn(n)]}, 3_000, "elements/0/text"),
    "button": (lambda n: actions(button(text=plain(n))), 75, "elements/0/text/text"),
    "value": (lambda n: actions(button(value="v" * n)), 2_000, "elements/0/value"),
    "url": (lambda n: actions(button(url=address(n))), 3_000, "elements/0/url"),
    "action_id": (lambda n: actions(button(action_id="a" * n)), 255, "elements/0/action_id"),
    "accessory": (lambda n: section(accessory=button(text=plain(n))), 75, "accessory/text/text"),
    "option": (lambda n: actions(select(options=[option(n)])), 75, "elements/0/options/0/text/text"),
    "option value": (lambda n: actions(select(options=[option(1, n)])), 150, "elements/0/options/0/value"),
    "description": (
        lambda n: actions(select(options=[option(description=plain(n))])),
        75,
        "elements/0/options/0/description/text",
    ),
    "placeholder": (lambda n: actions(select(placeholder=plain(n))), 150, "elements/0/placeholder/text"),
    "alt_text": (lambda n: picture(alt_text="a" * n), 2_000, "alt_text"),
    "image_url": (lambda n: picture(image_url=address(n)), 3_000, "image_url"),
    "image title": (lambda n: picture(title=plain(n)), 2_000, "title/text"),
    "confirm title": (lambda n: confirm(title=plain(n)), 100, "elements/0/confirm/title/text"),
    "confirm text": (lambda n: confirm(text=mrkdwn(n)), 300, "elements/0/confirm/text/text"),
    "confirm button": (lambda n: confirm(confirm=plain(n)), 30, "elements/0/confirm/confirm/text"),
}
COUNTS: dict[str, tuple[Callable[[int], Made], int, int, str]] = {
    "fields": (lambda n: {"type": "section", "fields": [mrkdwn(1)] * n}, 1, 10, "fields"),
    "context": (lambda n: {"type": "context", "elements": [mrkdwn(1)] * n}, 1, 10, "elements"),
    "actions": (lambda n: actions(*[button()] * n), 1, 25, "elements"),
    "overflow": (
        lambda n: actions({"type": "overflow", "options": [option()] * n}),
        1,
        5,
        "elements/0/options",
    ),
    "select": (lambda n: actions(select(n)), 1, 100, "elements/0/options"),
    "checkboxes": (
        lambda n: actions({"type": "checkboxes", "options": [option()] * n}),
        1,
        10,
        "elements/0/options",
    ),
    "radio": (
        lambda n: actions({"type": "radio_buttons", "options": [option()] * n}),
        1,
        10,
        "elements/0/options",
    ),
}
VIEW_LENGTHS: dict[str, tuple[Callable[[int], Made], int, str]] = {
    "title": (lambda n: modal(title=plain(n)), 24, "title/text"),
    "submit": (lambda n: modal(submit=plain(n)), 24, "submit/text"),
    "close": (lambda n: modal(close=plain(n)), 24, "close/text"),
    "private_metadata": (lambda n: modal(private_metadata="m" * n), 3_000, "private_metadata"),
    "callback_id": (lambda n: modal(callback_id="c" * n), 255, "callback_id"),
    "external_id": (lambda n: modal(external_id="e" * n), 255, "external_id"),
    "blocks": (lambda n: modal(*[DIVIDER] * n), 100, "blocks"),
    "label": (
        lambda n: modal(entry({"type": "plain_text_input"}, label=plain(n))),
        2_000,
        "blocks/0/label/text",
    ),
    "hint": (
        lambda n: modal(entry({"type": "plain_text_input"}, hint=plain(n))),
        2_000,
        "blocks/0/hint/text",
    ),
    "max_length": (
        lambda n: modal(entry({"type": "plain_text_input", "max_length": n})),
        3_000,
        "blocks/0/element/max_length",
    ),
    "initial_value": (
        lambda n: modal(entry({"type": "plain_text_input", "initial_value": "i" * n, "max_length": 9})),
        9,
        "blocks/0/element/initial_value",
    ),
    "input placeholder": (
        lambda n: modal(entry({"type": "plain_text_input", "placeholder": plain(n)})),
        150,
        "blocks/0/element/placeholder/text",
    ),
}


@pytest.mark.parametrize(("make", "most", "where"), LENGTHS.values(), ids=LENGTHS)
def test_no_text_is_longer_than_allowed(
    client: WebClient, make: Callable[[int], Made], most: int, where: str
) -> None:
    post(client, make(most))
    assert refusal(lambda: post(client, make(most + 1))) == ("invalid_blocks", [f"/blocks/0/{where}"])


@pytest.mark.parametrize("name", [name for name in LENGTHS if "url" not in name])
def test_no_text_is_empty(client: WebClient, name: str) -> None:
    make, _, where = LENGTHS[name]
    assert refusal(lambda: post(client, make(0))) == ("invalid_blocks", [f"/blocks/0/{where}"])


@pytest.mark.parametrize(("make", "least", "most", "where"), COUNTS.values(), ids=COUNTS)
def test_no_list_is_longer_or_shorter_than_allowed(
    client: WebClient, make: Callable[[int], Made], least: int, most: int, where: str
) -> None:
    post(client, make(least))
    post(client, make(most))
    for count in (least - 1, most + 1):
        assert refusal(lambda: post(client, make(count))) == ("invalid_blocks", [f"/blocks/0/{where}"])  # noqa: B023 - called at once


@pytest.mark.parametrize(("make", "most", "where"), VIEW_LENGTHS.values(), ids=VIEW_LENGTHS)
def test_no_part_of_a_modal_is_larger_than_allowed(
    slack: FakeSlack, client: WebClient, make: Callable[[int], Made], most: int, where: str
) -> None:
    open_view(slack, client, make(most))
    over = refusal(lambda: open_view(slack, client, make(most + 1)))
    assert over == ("invalid_arguments", [f"/view/{where}"])


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
    view = modal(*[section(text=mrkdwn(2_900))] * 90)
    assert refusal(lambda: open_view(slack, client, view)) == ("view_too_large", [])
