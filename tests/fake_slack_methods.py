"""The methods of the fake's Web API: each takes the workspace and the parameters, and returns the answer."""

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fake_slack_limits import UPDATE_TEXT_LIMIT
from fake_slack_records import Channel, Message, SlackFault
from fake_slack_views import open_view, publish_view, push_view, update_view
from fake_slack_workspace import Workspace

Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Method:
    """A method, the scopes of which it needs one, and whether it is called with the app's token."""

    run: Callable[[Workspace, Params], Params]
    scopes: tuple[str, ...] = ()
    by_app: bool = False


def needed(params: Params, *names: str) -> list[str]:
    """Return these parameters, or raise the answer that one is missing."""
    missing = [
        f"missing required field: {name} [json-pointer:/{name}]" for name in names if not params.get(name)
    ]
    if missing:
        raise SlackFault("invalid_arguments", missing)
    return [str(params[name]) for name in names]


def unfurls(params: Params) -> bool:
    """Tell whether links in this message would grow a preview."""
    return any(params.get(name) not in {False, "0", "false"} for name in ("unfurl_links", "unfurl_media"))


def _auth_test(slack: Workspace, _params: Params) -> Params:
    return {
        "url": "https://fake-newsroom.slack.com/",
        "team": "Fake newsroom",
        "user": "summarizer",
        "team_id": slack.team,
        "user_id": slack.bot_user,
        "bot_id": slack.bot_id,
        "is_enterprise_install": False,
    }


def _conversation(slack: Workspace, name: str) -> Channel:
    """Return a channel that the bot may post to."""
    channel = slack.channel(name)
    if slack.bot_user not in channel.members:
        if channel.private:
            raise SlackFault("channel_not_found")
        if "chat:write.public" not in slack.scopes:
            raise SlackFault("not_in_channel")
    return channel


def thread_of(params: Params) -> str | None:
    """Return the thread that a message goes to, or raise the answer that this is no timestamp."""
    thread_ts = params.get("thread_ts")
    if thread_ts and not re.fullmatch(r"\d+\.\d+", str(thread_ts)):
        raise SlackFault("invalid_thread_ts")
    return str(thread_ts) if thread_ts else None


def _post_message(slack: Workspace, params: Params) -> Params:
    (name,) = needed(params, "channel")
    if name.startswith("U"):
        if name not in slack.users:
            raise SlackFault("channel_not_found")
        name = slack.direct(name)
    channel = _conversation(slack, name)
    message = _new_message(slack, "chat.postMessage", channel, params)
    channel.messages.append(message)
    return {"channel": name, "ts": message.ts, "message": _as_json(slack, message)}


def _post_ephemeral(slack: Workspace, params: Params) -> Params:
    name, user = needed(params, "channel", "user")
    channel = _conversation(slack, name)
    if user not in channel.members:
        raise SlackFault("user_not_in_channel")
    message = _new_message(slack, "chat.postEphemeral", channel, params)
    message.ephemeral_to = user
    channel.ephemerals.append(message)
    return {"message_ts": message.ts}


def _new_message(slack: Workspace, method: str, channel: Channel, params: Params) -> Message:
    slack.take_turn(channel)
    thread_ts = thread_of(params)
    notices = slack.accept(method, params)
    if method == "chat.postMessage" and unfurls(params) and any("link" in kind for kind, *_ in notices):
        slack.warnings.append(f"{method}: a link without unfurl_links=False and unfurl_media=False")
    channel.posted_at = time.monotonic()
    return Message(
        slack.next_ts(),
        slack.bot_user,
        str(params.get("text") or ""),
        params.get("blocks") or [],
        thread_ts,
        metadata=params.get("metadata"),
    )


def _own_message(slack: Workspace, params: Params, ts: str, refusal: str) -> tuple[Channel, Message]:
    channel = slack.channel(str(params["channel"]))
    if ts in channel.foreign:
        raise SlackFault(refusal)
    for message in channel.messages:
        if message.ts == ts:
            return channel, message
    raise SlackFault("message_not_found")


def _update(slack: Workspace, params: Params) -> Params:
    name, ts = needed(params, "channel", "ts")
    _, message = _own_message(slack, params, ts, "cant_update_message")
    slack.accept("chat.update", params, UPDATE_TEXT_LIMIT)
    if "text" in params:
        message.text = str(params["text"])
    if "blocks" in params or "text" in params:  # a text without blocks takes the place of the blocks
        message.blocks = params.get("blocks") or []
    message.metadata = params.get("metadata", message.metadata)
    message.edited += 1
    return {"channel": name, "ts": ts, "text": message.text, "message": _as_json(slack, message)}


def _delete(slack: Workspace, params: Params) -> Params:
    name, ts = needed(params, "channel", "ts")
    channel, message = _own_message(slack, params, ts, "cant_delete_message")
    channel.messages.remove(message)
    return {"channel": name, "ts": ts}


def _permalink(slack: Workspace, params: Params) -> Params:
    name, ts = needed(params, "channel", "message_ts")
    channel = slack.channel(name)
    known = [message for message in (*channel.messages, *channel.foreign.values()) if message.ts == ts]
    if not known:
        raise SlackFault("message_not_found")
    link = f"https://fake-newsroom.slack.com/archives/{name}/p{ts.replace('.', '')}"
    if thread_ts := known[0].thread_ts:
        link += f"?thread_ts={thread_ts}&cid={name}"
    return {"channel": name, "permalink": link}


def _as_json(slack: Workspace, message: Message) -> Params:
    answer: Params = {
        "type": "message",
        "user": message.user,
        "bot_id": slack.bot_id,
        "app_id": slack.app_id,
        "team": slack.team,
        "ts": message.ts,
        "text": message.text,
    }
    if message.blocks:
        answer["blocks"] = message.blocks
    if message.thread_ts:
        answer["thread_ts"] = message.thread_ts
    if message.edited:
        answer["edited"] = {"user": slack.bot_id, "ts": slack.next_ts()}
    return answer


def _users_info(slack: Workspace, params: Params) -> Params:
    (user,) = needed(params, "user")
    if user not in slack.users:
        raise SlackFault("user_not_found")
    return {"user": slack.users[user]}


def _conversations_info(slack: Workspace, params: Params) -> Params:
    (name,) = needed(params, "channel")
    channel = slack.channel(name)
    is_member = slack.bot_user in channel.members
    if channel.private and not is_member:
        raise SlackFault("channel_not_found")
    if name.startswith("D"):
        return {"channel": {"id": name, "is_im": True, "user": f"U{name[1:]}", "is_open": True}}
    about = {"is_channel": True, "is_im": False, "is_private": channel.private, "is_member": is_member}
    return {"channel": {"id": name, "name": name[2:].lower(), "is_archived": False, **about}}


def _conversations_open(slack: Workspace, params: Params) -> Params:
    (users,) = needed(params, "users")
    return {"channel": {"id": slack.direct(users)}}


_CHAT = ("chat:write",)
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_OPEN = ("channels:manage", "groups:write", "im:write", "mpim:write")
METHODS = {
    "auth.test": Method(_auth_test),
    "chat.postMessage": Method(_post_message, _CHAT),
    "chat.postEphemeral": Method(_post_ephemeral, _CHAT),
    "chat.update": Method(_update, _CHAT),
    "chat.delete": Method(_delete, _CHAT),
    "chat.getPermalink": Method(_permalink),
    "users.info": Method(_users_info, ("users:read",)),
    "conversations.info": Method(_conversations_info, _READ),
    "conversations.open": Method(_conversations_open, _OPEN),
    "views.open": Method(open_view),
    "views.push": Method(push_view),
    "views.update": Method(update_view),
    "views.publish": Method(publish_view),
    "apps.connections.open": Method(lambda slack, _params: {"url": slack.socket.new_link()}, by_app=True),
}
