"""Blocks and views that Slack takes, as small as can be unless one part is made larger; and how large that may be."""

from collections.abc import Callable
from typing import Any

Made = dict[str, Any]
Sized = Callable[[int], Made]

DIVIDER: Made = {"type": "divider"}


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


def grouped(count: int = 1, **more: Any) -> Made:
    group = {"label": plain(1), "options": [option()], **more}
    return actions({"type": "static_select", "option_groups": [group] * count})


def choice(kind: str, options: list[Made]) -> Made:
    return actions({"type": kind, "options": options})


def typed(**more: Any) -> Made:
    return modal(entry({"type": "plain_text_input", **more}))


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


# What a block holds: how to make it, the longest that Slack takes, and where in the block it stands.
LENGTHS: dict[str, tuple[Sized, int, str]] = {
    "section": (lambda n: section(text=mrkdwn(n)), 3_000, "text/text"),
    "plain section": (lambda n: section(text=plain(n)), 3_000, "text/text"),
    "field": (lambda n: {"type": "section", "fields": [mrkdwn(n)]}, 2_000, "fields/0/text"),
    "block_id": (lambda n: section(block_id="b" * n), 255, "block_id"),
    "header": (lambda n: {"type": "header", "text": plain(n)}, 150, "text/text"),
    "context": (lambda n: {"type": "context", "elements": [mrkdwn(n)]}, 3_000, "elements/0/text"),
    "plain context": (lambda n: {"type": "context", "elements": [plain(n)]}, 3_000, "elements/0/text"),
    "button": (lambda n: actions(button(text=plain(n))), 75, "elements/0/text/text"),
    "value": (lambda n: actions(button(value="v" * n)), 2_000, "elements/0/value"),
    "button url": (lambda n: actions(button(url=address(n))), 3_000, "elements/0/url"),
    "spoken": (
        lambda n: actions(button(accessibility_label="a" * n)),
        75,
        "elements/0/accessibility_label",
    ),
    "action_id": (lambda n: actions(button(action_id="a" * n)), 255, "elements/0/action_id"),
    "accessory": (lambda n: section(accessory=button(text=plain(n))), 75, "accessory/text/text"),
    "option": (lambda n: actions(select(options=[option(n)])), 75, "elements/0/options/0/text/text"),
    "option value": (
        lambda n: actions(select(options=[option(1, n)])),
        150,
        "elements/0/options/0/value",
    ),
    "description": (
        lambda n: actions(select(options=[option(description=plain(n))])),
        75,
        "elements/0/options/0/description/text",
    ),
    "group": (lambda n: grouped(label=plain(n)), 75, "elements/0/option_groups/0/label/text"),
    "overflow": (lambda n: choice("overflow", [option(n)]), 75, "elements/0/options/0/text/text"),
    "overflow value": (lambda n: choice("overflow", [option(1, n)]), 150, "elements/0/options/0/value"),
    "overflow description": (
        lambda n: choice("overflow", [option(description=plain(n))]),
        75,
        "elements/0/options/0/description/text",
    ),
    "overflow url": (
        lambda n: choice("overflow", [option(url=address(n))]),
        3_000,
        "elements/0/options/0/url",
    ),
    "checkbox": (lambda n: choice("checkboxes", [option(n)]), 75, "elements/0/options/0/text/text"),
    "radio": (lambda n: choice("radio_buttons", [option(n)]), 75, "elements/0/options/0/text/text"),
    "placeholder": (lambda n: actions(select(placeholder=plain(n))), 150, "elements/0/placeholder/text"),
    "alt_text": (lambda n: picture(alt_text="a" * n), 2_000, "alt_text"),
    "image_url": (lambda n: picture(image_url=address(n)), 3_000, "image_url"),
    "image title": (lambda n: picture(title=plain(n)), 2_000, "title/text"),
    "confirm title": (lambda n: confirm(title=plain(n)), 100, "elements/0/confirm/title/text"),
    "confirm text": (lambda n: confirm(text=mrkdwn(n)), 300, "elements/0/confirm/text/text"),
    "confirm button": (lambda n: confirm(confirm=plain(n)), 30, "elements/0/confirm/confirm/text"),
    "deny button": (lambda n: confirm(deny=plain(n)), 30, "elements/0/confirm/deny/text"),
}
# Lists in a block, of at least one.
COUNTS: dict[str, tuple[Sized, int, str]] = {
    "fields": (lambda n: {"type": "section", "fields": [mrkdwn(1)] * n}, 10, "fields"),
    "context": (lambda n: {"type": "context", "elements": [mrkdwn(1)] * n}, 10, "elements"),
    "actions": (lambda n: actions(*[button()] * n), 25, "elements"),
    "overflow": (lambda n: choice("overflow", [option()] * n), 5, "elements/0/options"),
    "select": (lambda n: actions(select(n)), 100, "elements/0/options"),
    "group": (lambda n: grouped(options=[option()] * n), 100, "elements/0/option_groups/0/options"),
    "checkboxes": (lambda n: choice("checkboxes", [option()] * n), 10, "elements/0/options"),
    "radio": (lambda n: choice("radio_buttons", [option()] * n), 10, "elements/0/options"),
}
# What a modal holds: how to make it, least and most, and where in the view it stands.
VIEW_BOUNDS: dict[str, tuple[Sized, int, int, str]] = {
    "title": (lambda n: modal(title=plain(n)), 1, 24, "title/text"),
    "submit": (lambda n: modal(submit=plain(n)), 1, 24, "submit/text"),
    "close": (lambda n: modal(close=plain(n)), 1, 24, "close/text"),
    "private_metadata": (lambda n: modal(private_metadata="m" * n), 0, 3_000, "private_metadata"),
    "callback_id": (lambda n: modal(callback_id="c" * n), 0, 255, "callback_id"),
    "external_id": (lambda n: modal(external_id="e" * n), 0, 255, "external_id"),
    "blocks": (lambda n: modal(*[DIVIDER] * n), 0, 100, "blocks"),
    "label": (
        lambda n: modal(entry({"type": "number_input"}, label=plain(n))),
        1,
        2_000,
        "blocks/0/label/text",
    ),
    "hint": (lambda n: modal(entry({"type": "number_input"}, hint=plain(n))), 1, 2_000, "blocks/0/hint/text"),
    "min_length": (lambda n: typed(min_length=n), 0, 3_000, "blocks/0/element/min_length"),
    "max_length": (lambda n: typed(max_length=n), 1, 3_000, "blocks/0/element/max_length"),
    "initial_value": (lambda n: typed(initial_value="i" * n), 0, 3_000, "blocks/0/element/initial_value"),
    "initial_value by max_length": (
        lambda n: typed(initial_value="i" * n, max_length=9),
        0,
        9,
        "blocks/0/element/initial_value",
    ),
    "url": (
        lambda n: modal(entry({"type": "url_text_input", "initial_value": "u" * n})),
        0,
        3_000,
        "blocks/0/element/initial_value",
    ),
    "groups": (lambda n: modal(grouped(n)), 1, 100, "blocks/0/elements/0/option_groups"),
    "placeholder": (lambda n: typed(placeholder=plain(n)), 1, 150, "blocks/0/element/placeholder/text"),
    "several": (
        lambda n: modal(entry({"type": "multi_static_select", "options": [option()] * n})),
        1,
        100,
        "blocks/0/element/options",
    ),
    "initially": (
        lambda n: modal(
            entry({"type": "multi_static_select", "options": [option()], "initial_options": [option()] * n})
        ),
        1,
        100,
        "blocks/0/element/initial_options",
    ),
    "max_selected_items": (
        lambda n: modal(
            entry({"type": "multi_static_select", "options": [option()], "max_selected_items": n})
        ),
        1,
        100,
        "blocks/0/element/max_selected_items",
    ),
}
