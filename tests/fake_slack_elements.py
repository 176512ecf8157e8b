"""Composition objects and block elements: which fields each has, and how long they may be."""

from collections.abc import Iterator, Mapping
from typing import Any

from fake_slack_shapes import (
    Check,
    address,
    anything,
    at,
    boolean,
    both,
    exactly_one,
    integer,
    items,
    one_of,
    record,
    string,
    tagged,
    units,
)


def _plain(most: int) -> Check:
    return record({"text": string(most)}, {"emoji": boolean})


def _mrkdwn(most: int) -> Check:
    return record({"text": string(most)}, {"verbatim": boolean})


def plain(most: int) -> Check:
    """Check a plain_text object."""
    return tagged({"plain_text": _plain(most)})


def text(most: int) -> Check:
    """Check a text object of either type."""
    return tagged({"plain_text": _plain(most), "mrkdwn": _mrkdwn(most)})


def option(wording: Check) -> Check:
    """Check an option; Slack gives it no `type`, and a `url` in overflow menus only."""
    return record({"text": wording, "value": string(150)}, {"description": text(75)})


_ACTION: Mapping[str, Check] = {"action_id": string(255)}
_FOCUS: Mapping[str, Check] = {**_ACTION, "focus_on_load": boolean}
_CONFIRM = record(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
_ASKED: Mapping[str, Check] = {**_FOCUS, "confirm": _CONFIRM}
_MENU: Mapping[str, Check] = {**_ASKED, "placeholder": plain(150)}
_ROW = option(plain(75))
_GROUP = record({"label": plain(75), "options": items(_ROW, 1, 100)})
_OVERFLOW_ROW = record(
    {"text": plain(75), "value": string(150)}, {"description": plain(75), "url": address()}
)


def _initial_is_offered(value: dict[str, Any], pointer: str) -> Iterator[str]:
    groups = [value, *_listed(value, "option_groups")]
    offered = [row for group in groups for row in _listed(group, "options")]
    chosen = [value["initial_option"]] if "initial_option" in value else _listed(value, "initial_options")
    if any(each not in offered for each in chosen):
        yield at("initial option must match one of the options", pointer)


def _listed(value: Any, name: str) -> list[Any]:
    part = value.get(name) if isinstance(value, dict) else None
    return part if isinstance(part, list) else []


def _fits_its_own_lengths(value: dict[str, Any], pointer: str) -> Iterator[str]:
    initial, most = value.get("initial_value"), value.get("max_length")
    if isinstance(initial, str) and isinstance(most, int) and units(initial) > most:
        yield at(f"must be less than {most + 1} characters", f"{pointer}/initial_value")


def _static(initial: str, initial_check: Check, **more: Check) -> Check:
    options = {"options": items(_ROW, 1, 100), "option_groups": items(_GROUP, 1, 100)}
    return both(
        exactly_one("options", "option_groups"),
        record({}, {**_MENU, **options, initial: initial_check, **more}),
        _initial_is_offered,
    )


def _choice(initial: str, initial_check: Check) -> Check:
    rows = items(option(text(75)), 1, 10)
    return both(record({"options": rows}, {**_ASKED, initial: initial_check}), _initial_is_offered)


def _entry(**more: Check) -> Check:
    fields = {**_FOCUS, "placeholder": plain(150), "dispatch_action_config": anything, **more}
    return both(record({}, fields), _fits_its_own_lengths)


def _picked(initial: str) -> Check:
    fields = {"response_url_enabled": boolean, "filter": anything, "default_to_current_conversation": boolean}
    return record({}, {**_MENU, **fields, initial: anything})


IMAGE = both(
    exactly_one("image_url", "slack_file"),
    record(
        {"alt_text": string(2_000)},
        {"image_url": address(schemes="https"), "slack_file": anything},
    ),
)
_BUTTON = record(
    {"text": plain(75)},
    {
        **_ACTION,
        "url": address(),
        "value": string(2_000),
        "style": one_of("primary", "danger"),
        "confirm": _CONFIRM,
        "accessibility_label": string(75),
    },
)
_OVERFLOW = record({"options": items(_OVERFLOW_ROW, 1, 5)}, {**_ACTION, "confirm": _CONFIRM})
_CHOSEN: Mapping[str, Check] = {
    "static_select": _static("initial_option", _ROW),
    "users_select": _picked("initial_user"),
    "conversations_select": _picked("initial_conversation"),
    "channels_select": _picked("initial_channel"),
    "checkboxes": _choice("initial_options", anything),
    "radio_buttons": _choice("initial_option", anything),
}
_SEVERAL: Mapping[str, Check] = {
    "multi_static_select": _static("initial_options", items(_ROW, 1, 100), max_selected_items=integer(1, 100))
}
_ENTRIES: Mapping[str, Check] = {
    "plain_text_input": _entry(
        initial_value=string(3_000, 0),
        multiline=boolean,
        min_length=integer(0, 3_000),
        max_length=integer(1, 3_000),
    ),
    "url_text_input": _entry(initial_value=string(3_000, 0)),
    "number_input": _entry(
        is_decimal_allowed=boolean, initial_value=anything, min_value=anything, max_value=anything
    ),
}
_PRESSED: Mapping[str, Check] = {"button": _BUTTON, "overflow": _OVERFLOW, **_CHOSEN}

ACCESSORY = tagged({**_PRESSED, **_SEVERAL, "image": IMAGE})
ACTION = tagged(_PRESSED)
INPUT = tagged({**_CHOSEN, **_SEVERAL, **_ENTRIES})
CONTEXT = tagged({"plain_text": _plain(3_000), "mrkdwn": _mrkdwn(3_000), "image": IMAGE})
