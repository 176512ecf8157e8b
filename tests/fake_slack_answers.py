"""What a bot answers to a delivery at once, in the body or the ack: a message, or what becomes of a modal."""

import json
from typing import Any

from fake_slack_hooks import post_answer
from fake_slack_records import SlackFault
from fake_slack_views import push_answer, update_answer
from fake_slack_workspace import Workspace


def read_answer(body: str) -> dict[str, Any]:
    """Return an answer over HTTP as in Socket Mode; plain text is a message."""
    if not body.strip():
        return {}
    try:
        answer = json.loads(body)
    except ValueError:
        return {"text": body}
    return answer if isinstance(answer, dict) else {"text": body}


def take_answer(slack: Workspace, sent: dict[str, Any], answer: dict[str, Any]) -> None:
    """Do what was answered; what Slack would refuse, it shows to the user as trouble, here a warning."""
    try:
        if "command" in sent:
            post_answer(slack, sent["channel_id"], sent["user_id"], answer)
        elif sent.get("type") == "view_submission":
            _act(slack, sent["view"], answer)
    except SlackFault as fault:
        slack.warnings.append(f"answer: {fault.error} {'; '.join(fault.messages)}".rstrip())


def _act(slack: Workspace, view: dict[str, Any], answer: dict[str, Any]) -> None:
    kind = answer.get("response_action")
    if kind == "update":
        update_answer(slack, view, answer.get("view", {}))
    elif kind == "push":
        push_answer(slack, view, answer.get("view", {}))
    elif kind == "errors":
        inputs = {block.get("block_id") for block in view["blocks"] if block["type"] == "input"}
        errors = answer.get("errors") or {}
        if not errors or not errors.keys() <= inputs:
            raise SlackFault("invalid_errors", [f"no input block has the id {name}" for name in errors])
    elif kind not in {None, "clear"}:
        raise SlackFault("invalid_response_action")
