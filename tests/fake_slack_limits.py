"""Slack's limits on messages, blocks and views, as the platform enforces them and its SDK does not.

Each function raises a SlackFault with Slack's error code. Blocks and elements of other types than those
here and in fake_slack_elements are refused, though Slack knows a few more.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from fake_slack_elements import ACCESSORY, ACTION, CONTEXT, IMAGE, INPUT, plain, text
from fake_slack_records import SlackFault
from fake_slack_shapes import (
    Check,
    anything,
    at,
    boolean,
    items,
    one_of,
    record,
    string,
    tagged,
    units,
)

TEXT_LIMIT = 40_000
TEXT_ADVISED = 4_000  # from there on Slack was seen to split a message
UPDATE_TEXT_LIMIT = 4_000  # chat.update, unlike chat.postMessage, refuses more
MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MARKDOWN_LIMIT = 12_000
BLOCKS_JSON_LIMIT = 9_600  # undocumented: 9,597 were taken and 11,341 refused (bolt-js #2867)
VIEW_JSON_LIMIT = 250_000

_ID: Mapping[str, Check] = {"block_id": string(255)}


def _section(value: dict[str, Any], pointer: str) -> Iterator[str]:
    if not value.keys() & {"text", "fields"}:
        yield at("missing required field: text", pointer)
    fields = {"text": text(3_000), "fields": items(text(2_000), 1, 10), "expand": boolean}
    yield from record({}, {**_ID, **fields, "accessory": ACCESSORY})(value, pointer)


def _image(value: dict[str, Any], pointer: str) -> Iterator[str]:
    own = {name: part for name, part in value.items() if name not in {"title", "block_id"}}
    yield from IMAGE(own, pointer)
    rest = {name: part for name, part in value.items() if name not in own}
    yield from record({}, {**_ID, "title": plain(2_000)})(rest, pointer)


_BLOCKS: Mapping[str, Check] = {
    "section": _section,
    "header": record({"text": plain(150)}, _ID),
    "divider": record({}, _ID),
    "image": _image,
    "context": record({"elements": items(CONTEXT, 1, 10)}, _ID),
    "actions": record({"elements": items(ACTION, 1, 25)}, _ID),
    "rich_text": record({"elements": anything}, _ID),
    "markdown": record({"text": string(MARKDOWN_LIMIT)}, _ID),
}
_INPUT = record(
    {"label": plain(2_000), "element": INPUT},
    {**_ID, "hint": plain(2_000), "optional": boolean, "dispatch_action": boolean},
)
_NO_METADATA = {"event_type": "none", "event_payload": {}}
_IN_MESSAGE = items(tagged(_BLOCKS), 0, MESSAGE_BLOCKS)
_IN_VIEW = items(tagged({**_BLOCKS, "input": _INPUT}), 0, VIEW_BLOCKS)
_METADATA = record({"event_type": anything, "event_payload": anything})
_NAMED: Mapping[str, Check] = {
    "private_metadata": string(3_000, 0),
    "callback_id": string(255, 0),
    "external_id": string(255, 0),
}
_VIEWS: Mapping[str, Check] = {
    "modal": record(
        {"title": plain(24), "blocks": _IN_VIEW},
        {
            **_NAMED,
            "submit": plain(24),
            "close": plain(24),
            "clear_on_close": boolean,
            "notify_on_close": boolean,
        },
    ),
    "home": record({"blocks": _IN_VIEW}, _NAMED),
}


def check_message(params: Mapping[str, Any], text_limit: int = TEXT_LIMIT) -> list[str]:
    """Return what Slack would take but advises against; raise for what it refuses."""
    said, blocks = params.get("text") or "", params.get("blocks") or []
    if not isinstance(said, str):
        raise SlackFault("invalid_arguments", [at("must be a string", "/text")])
    if not said.strip() and not blocks:
        raise SlackFault("no_text")
    if units(said) > text_limit:
        raise SlackFault("msg_too_long")
    check_blocks(blocks)
    if [*_METADATA(params.get("metadata", _NO_METADATA), "/metadata")]:
        raise SlackFault("invalid_metadata_format")
    warnings = []
    if not said.strip():
        warnings.append("blocks without top-level text, which notifications and screen readers get")
    if units(said) > TEXT_ADVISED:
        warnings.append(f"text of {units(said)} characters, Slack advises {TEXT_ADVISED}")
    return warnings


def check_blocks(blocks: Any) -> None:
    """Raise if these blocks cannot be a message."""
    if not isinstance(blocks, list):
        raise SlackFault("invalid_blocks_format")
    if faults := [*_IN_MESSAGE(blocks, "/blocks"), *_twice(blocks, "/blocks"), *_markdown(blocks)]:
        raise SlackFault("invalid_blocks", faults)
    if units(compact(blocks)) > BLOCKS_JSON_LIMIT:
        raise SlackFault("msg_blocks_too_long")


def check_view(view: Any, kind: str) -> None:
    """Raise if this cannot be a view of that kind, "modal" or "home"."""
    if not isinstance(view, dict):
        raise SlackFault("invalid_arguments", [at("must be an object", "/view")])
    if units(compact(view)) > VIEW_JSON_LIMIT:
        raise SlackFault("view_too_large")
    faults = [*one_of(kind)(view.get("type"), "/view/type")]
    if not faults:
        faults = [*tagged(_VIEWS)(view, "/view")]
    if isinstance(blocks := view.get("blocks"), list):
        faults += _twice(blocks, "/view/blocks")
        if kind == "modal" and "submit" not in view:
            faults += [
                at("must define `submit` to use `input` block", f"/view/blocks/{number}/input")
                for number, block in enumerate(blocks)
                if _type(block) == "input"
            ]
    if faults:
        raise SlackFault("invalid_arguments", faults)


def compact(value: Any) -> str:
    """Return the JSON that Slack measures."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _type(block: Any) -> Any:
    return block.get("type") if isinstance(block, dict) else None


def _twice(blocks: list[Any], pointer: str) -> Iterator[str]:
    """Find block_ids used twice, and action_ids used twice in one block."""
    parts = [block for block in blocks if isinstance(block, dict)]
    for name in _repeated(block.get("block_id") for block in parts):
        yield at(f"`block_id` needs to be unique: {name}", pointer)
    for number, block in enumerate(parts):
        elements = block.get("elements") if block.get("type") == "actions" else None
        named = elements if isinstance(elements, list) else []
        for name in _repeated(each.get("action_id") for each in named if isinstance(each, dict)):
            yield at(f"`action_id` needs to be unique within a block: {name}", f"{pointer}/{number}")


def _repeated(names: Iterator[Any]) -> list[str]:
    return [name for name, count in Counter(filter(None, names)).items() if count > 1]


def _markdown(blocks: list[Any]) -> Iterator[str]:
    texts = [block.get("text") for block in blocks if _type(block) == "markdown"]
    if sum(units(each) for each in texts if isinstance(each, str)) > MARKDOWN_LIMIT:
        yield at(f"markdown blocks must be less than {MARKDOWN_LIMIT + 1} characters together", "/blocks")
