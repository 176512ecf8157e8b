"""Modals and home tabs: opened, pushed, updated and published as Slack does."""

from typing import Any
from uuid import uuid4

from fake_slack_limits import check_view
from fake_slack_records import SlackFault
from fake_slack_workspace import Workspace

STACK = 3


def open_view(slack: Workspace, params: dict[str, Any]) -> dict[str, Any]:
    """Open a modal for a trigger_id."""
    view, _ = _checked(slack, params)
    slack.exchange(_trigger_id(params))
    return _shown(slack, _new(view))


def push_view(slack: Workspace, params: dict[str, Any]) -> dict[str, Any]:
    """Put a modal on top of the one whose trigger_id this is."""
    view, _ = _checked(slack, params)
    below = slack.exchange(_trigger_id(params)).view_id
    if below not in slack.views:
        raise SlackFault("invalid_trigger_id")
    return _pushed(slack, view, below)


def push_answer(slack: Workspace, below: dict[str, Any], view: dict[str, Any]) -> None:
    """Put a modal on top of the submitted one."""
    check_view(view, "modal")
    _pushed(slack, view, below["id"])


def update_answer(slack: Workspace, old: dict[str, Any], view: dict[str, Any]) -> None:
    """Show something else in the submitted modal."""
    check_view(view, "modal")
    _shown(slack, _in_place_of(slack.views.get(old["id"], old), view))


def _pushed(slack: Workspace, view: dict[str, Any], below: str) -> dict[str, Any]:
    root = slack.views[below]["root_view_id"]
    if sum(each["root_view_id"] == root for each in slack.views.values()) >= STACK:
        raise SlackFault("push_limit_reached")
    return _shown(slack, {**_new(view), "root_view_id": root, "previous_view_id": below})


def update_view(slack: Workspace, params: dict[str, Any]) -> dict[str, Any]:
    """Show something else in an open modal, if `hash` still is the one it has."""
    view, external_id = _checked(slack, params, of="external_id")
    for old in slack.views.values():
        if params.get("view_id") == old["id"] or (external_id and external_id == old["external_id"]):
            break
    else:
        raise SlackFault("not_found")
    if params.get("hash") not in {None, old["hash"]}:
        raise SlackFault("hash_conflict")
    return _shown(slack, _in_place_of(old, view))


def publish_view(slack: Workspace, params: dict[str, Any]) -> dict[str, Any]:
    """Show a home tab to a user."""
    user, view = str(params.get("user_id")), params.get("view", {})
    check_view(view, "home")
    if user not in slack.users:
        raise SlackFault("user_not_found")
    if "hash" in params and params["hash"] != slack.homes.get(user, {}).get("hash"):
        raise SlackFault("hash_conflict")
    slack.homes[user] = _new(view)
    slack.show(view)
    return {"view": slack.homes[user]}


def _trigger_id(params: dict[str, Any]) -> str:
    if not params.get("trigger_id"):
        raise SlackFault(
            "invalid_arguments", ["missing required field: trigger_id [json-pointer:/trigger_id]"]
        )
    return str(params["trigger_id"])


def _checked(slack: Workspace, params: dict[str, Any], of: str = "") -> tuple[dict[str, Any], Any]:
    view: dict[str, Any] = params.get("view", {})
    check_view(view, "modal")
    external_id = view.get("external_id")
    if not of and external_id and any(external_id == each["external_id"] for each in slack.views.values()):
        raise SlackFault("duplicate_external_id")
    return view, params.get(of) if of else None


def _new(view: dict[str, Any]) -> dict[str, Any]:
    name = f"V{uuid4().hex[:10].upper()}"
    texts: dict[str, Any] = {"private_metadata": "", "callback_id": "", "external_id": ""}
    flags: dict[str, Any] = {"clear_on_close": False, "notify_on_close": False}
    if view["type"] == "modal":
        flags |= {"submit": None, "close": None}
    own: dict[str, Any] = {
        "id": name,
        "root_view_id": name,
        "previous_view_id": None,
        "state": {"values": {}},
    }
    return {**texts, **flags, **view, **own, "hash": f"{uuid4().int % 10**10}.{uuid4().hex[:8]}"}


def _in_place_of(old: dict[str, Any], view: dict[str, Any]) -> dict[str, Any]:
    kept = {name: old[name] for name in ("id", "root_view_id", "previous_view_id", "state")}
    return {**_new(view), **kept}


def _shown(slack: Workspace, view: dict[str, Any]) -> dict[str, Any]:
    about = {"team_id": slack.team, "app_id": slack.app_id, "app_installed_team_id": slack.team}
    slack.views[view["id"]] = {**view, **about, "bot_id": slack.bot_id}
    slack.show(view)
    return {"view": slack.views[view["id"]]}
