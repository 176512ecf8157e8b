"""What Slack delivers when users act: slash commands, shortcuts, buttons and submitted modals."""

import time
from dataclasses import asdict, is_dataclass
from typing import Any

from fake_slack_records import APP, BOT_ID, BOT_USER, TEAM

Payload = dict[str, Any]

TOKEN = "VerificationTokenOfTests"  # noqa: S105 - made up
_DOMAIN = "fake-newsroom"
_NAMES = {"U0ADMIN": "ada", "U0EDITOR": "eddie", BOT_USER: "summarizer"}


def new_ts() -> str:
    """Return a timestamp of now, as Slack writes it."""
    return f"{time.time():.6f}"


def slash(  # noqa: PLR0913 - what tells commands apart
    text: str,
    *,
    command: str = "/summarize",
    channel: str = "C0NEWS",
    user: str = "U0EDITOR",
    trigger_id: str = "1.1.none",
    response_url: str = "",
) -> Payload:
    """Return a slash command, the fields of a form."""
    return {
        "token": TOKEN,
        "team_id": TEAM,
        "team_domain": _DOMAIN,
        "channel_id": channel,
        "channel_name": _channel_name(channel),
        "user_id": user,
        "user_name": _NAMES.get(user, user.lower()),
        "command": command,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
        "trigger_id": trigger_id,
    }


def shortcut(  # noqa: PLR0913 - what tells shortcuts apart
    message: Any,
    callback_id: str,
    *,
    channel: str = "C0NEWS",
    user: str = "U0EDITOR",
    trigger_id: str = "1.1.none",
    response_url: str = "",
) -> Payload:
    """Return a message_action on a message: a Message of the fake, or a dict with `text` and the like."""
    shown = _message(message)
    shown.pop("ephemeral_to", None)
    return {
        **_interaction("message_action", user),
        "action_ts": new_ts(),
        "channel": {"id": channel, "name": _channel_name(channel)},
        "callback_id": callback_id,
        "trigger_id": trigger_id,
        "response_url": response_url,
        "message_ts": shown["ts"],
        "message": shown,
    }


def action(  # noqa: PLR0913 - what tells actions apart
    action_id: str,
    value: str | None = None,
    *,
    message: Any = None,
    channel: str = "C0NEWS",
    ts: str | None = None,
    view: Payload | None = None,
    user: str = "U0EDITOR",
    trigger_id: str = "1.1.none",
    response_url: str = "",
    selected_option: str | Payload | None = None,
    block_id: str = "b0",
    kind: str | None = None,
) -> Payload:
    """Return block_actions of one element in a view, or else in a message.

    `kind` is the element's type: a button, or a static_select if an option was selected ("overflow",
    "radio_buttons", … must be told). An ephemeral message comes without its content, as from Slack.
    """
    done: Payload = {"action_id": action_id, "block_id": block_id, "action_ts": new_ts()}
    if selected_option is None:
        label = {"type": "plain_text", "text": action_id, "emoji": True}
        done |= {"type": kind or "button", "text": label}
        done |= {} if value is None else {"value": value}
    else:
        done |= {"type": kind or "static_select", "selected_option": _option(selected_option)}
    base = {
        **_interaction("block_actions", user),
        "api_app_id": APP,
        "trigger_id": trigger_id,
        "actions": [done],
    }
    if view is not None:
        container = {"type": "view", "view_id": view["id"]}
        return {**base, "container": container, "view": view, "state": view.get("state", {"values": {}})}
    return {**base, **_in_message(message, channel, ts), "response_url": response_url}


def view_submission(
    view: Payload, values: Payload, *, user: str = "U0EDITOR", trigger_id: str = "1.1.none"
) -> Payload:
    """Return the submission of a modal as in `slack.views`, filled in.

    `values` holds block_id → action_id → the value typed or selected (a list for checkboxes), or the
    whole state of the element as Slack sends it.
    """
    elements = {
        (block.get("block_id"), block["element"].get("action_id")): block["element"]
        for block in view["blocks"]
        if block["type"] == "input"
    }
    state = {
        block_id: {
            action_id: _state(elements.get((block_id, action_id), {"type": "plain_text_input"}), value)
            for action_id, value in actions.items()
        }
        for block_id, actions in values.items()
    }
    return {
        **_interaction("view_submission", user),
        "api_app_id": APP,
        "trigger_id": trigger_id,
        "view": {**view, "state": {"values": state}},
        "response_urls": [],
    }


def _interaction(kind: str, user: str) -> Payload:
    name = _NAMES.get(user, user.lower())
    return {
        "type": kind,
        "token": TOKEN,
        "team": {"id": TEAM, "domain": _DOMAIN},
        "user": {"id": user, "username": name, "name": name, "team_id": TEAM},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def _in_message(message: Any, channel: str, ts: str | None) -> Payload:
    shown = _message(message or {"ts": ts or new_ts(), "user": BOT_USER, "bot_id": BOT_ID})
    alone = bool(shown.pop("ephemeral_to", None))
    container = {
        "type": "message",
        "message_ts": shown["ts"],
        "channel_id": channel,
        "is_ephemeral": alone,
    }
    if "thread_ts" in shown:
        container["thread_ts"] = shown["thread_ts"]
    about = {"channel": {"id": channel, "name": _channel_name(channel)}, "state": {"values": {}}}
    return {**about, "container": container, **({} if alone else {"message": shown})}


def _message(message: Any) -> Payload:
    fields = asdict(message) if is_dataclass(message) and not isinstance(message, type) else dict(message)
    known = {name: part for name, part in fields.items() if part not in (None, 0, [])}
    if isinstance(known.get("edited"), int):
        known["edited"] = {"user": known["user"], "ts": new_ts()}
    if known.get("user") == BOT_USER:
        known |= {"bot_id": BOT_ID, "app_id": APP}
    return {"type": "message", "user": "U0EDITOR", "team": TEAM, "text": "", "ts": new_ts(), **known}


def _option(option: str | Payload) -> Payload:
    if isinstance(option, dict):
        return option
    return {"text": {"type": "plain_text", "text": option, "emoji": True}, "value": option}


def _state(element: Payload, value: Any) -> Payload:
    kind = element["type"]
    if isinstance(value, dict):
        return value
    offered = {option["value"]: option for option in element.get("options", [])}
    if isinstance(value, list):
        return {"type": kind, "selected_options": [offered.get(each, _option(each)) for each in value]}
    if kind in {"static_select", "radio_buttons"}:
        return {"type": kind, "selected_option": value and offered.get(value, _option(value))}
    return {"type": kind, "value": value}


def _channel_name(channel: str) -> str:
    return "directmessage" if channel.startswith("D") else channel[2:].lower()
