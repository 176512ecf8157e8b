"""response_urls: five answers within 30 minutes, to the whole channel or to one user only."""

import time
from typing import Any

from fake_slack_methods import thread_of, unfurls
from fake_slack_records import Channel, Hook, Message, SlackFault
from fake_slack_workspace import Workspace

LIFE_S = 30 * 60.0
USES = 5


def answer_hook(slack: Workspace, name: str, params: dict[str, Any]) -> None:
    """Do what was posted to a response_url, or raise why not; the bot needs not be in the channel."""
    hook = slack.hooks.get(name)
    if hook is None:
        raise SlackFault("invalid_url", status=404)
    if time.monotonic() > hook.expires_at:
        raise SlackFault("expired_url", status=404)
    if hook.uses >= USES:
        raise SlackFault("used_url", status=404)
    channel = slack.channel(hook.channel)
    if params.get("delete_original"):
        _drop(slack, channel, hook)
    elif params.get("replace_original") and _original(channel, hook):
        _replace(slack, channel, hook, params)
    else:
        if params.get("replace_original"):
            slack.warnings.append("response_url: there is no original to replace, so it was posted anew")
        post_answer(slack, hook.channel, hook.user, params)
    hook.uses += 1


def _original(channel: Channel, hook: Hook) -> Message | None:
    known = [*channel.messages, *channel.ephemerals]
    return next((message for message in known if message.ts == hook.source_ts), None)


def _drop(slack: Workspace, channel: Channel, hook: Hook) -> None:
    original = _original(channel, hook)
    if original is None:
        slack.warnings.append("response_url: there is no original to delete")
        return
    shelf = channel.ephemerals if original.ephemeral_to else channel.messages
    shelf.remove(original)


def _replace(slack: Workspace, channel: Channel, hook: Hook, params: dict[str, Any]) -> None:
    original = _original(channel, hook)
    if original is not None:
        slack.accept("response_url", params)
        original.text, original.blocks = str(params.get("text") or ""), params.get("blocks") or []
        original.edited += 1


def post_answer(slack: Workspace, name: str, user: str, params: dict[str, Any]) -> None:
    """Post to the channel, or unless told so, to this user only."""
    channel = slack.channel(name)
    kind = params.get("response_type") or "ephemeral"
    if kind not in {"ephemeral", "in_channel"}:
        raise SlackFault("invalid_response_type")
    thread_ts = thread_of(params)
    notices = slack.accept("response_url", params)
    message = Message(
        slack.next_ts(), slack.bot_user, str(params.get("text") or ""), params.get("blocks") or [], thread_ts
    )
    if kind == "ephemeral":
        message.ephemeral_to = user
        channel.ephemerals.append(message)
        return
    if unfurls(params) and any("link" in each for each, *_ in notices):
        slack.warnings.append("response_url: a link without unfurl_links=False and unfurl_media=False")
    channel.messages.append(message)
