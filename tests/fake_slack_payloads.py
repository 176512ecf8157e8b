"""The payloads that Slack delivers, in full shape: events here, and with them what users do otherwise."""

from uuid import uuid4

from fake_slack_interactions import TOKEN, Payload, action, new_ts, shortcut, slash, view_submission
from fake_slack_records import APP, BOT_ID, BOT_USER, TEAM

__all__ = [
    "action",
    "direct_message",
    "event_callback",
    "home_opened",
    "mention",
    "new_ts",
    "shortcut",
    "slash",
    "url_verification",
    "view_submission",
]


def event_callback(event: Payload, event_id: str | None = None) -> Payload:
    """Wrap an event as the Events API does; each has an id of its own unless told."""
    return {
        "token": TOKEN,
        "team_id": TEAM,
        "context_team_id": TEAM,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": event,
        "type": "event_callback",
        "event_id": event_id or f"Ev{uuid4().hex[:10].upper()}",
        "event_time": int(float(event["event_ts"])),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{uuid4().hex}",
    }


def mention(  # noqa: PLR0913 - what tells mentions apart
    text: str,
    *,
    channel: str = "C0NEWS",
    user: str = "U0EDITOR",
    ts: str | None = None,
    thread_ts: str | None = None,
    event_id: str | None = None,
    bot_id: str | None = None,
    subtype: str | None = None,
) -> Payload:
    """Return an app_mention; the bot's name is put first where `text` does not hold it."""
    named = text if f"<@{BOT_USER}" in text else f"<@{BOT_USER}> {text}"
    event = _said("app_mention", named, channel, user, ts or new_ts())
    return event_callback({**event, **_marks(thread_ts, bot_id, subtype)}, event_id)


def direct_message(  # noqa: PLR0913 - what tells messages apart
    text: str,
    *,
    user: str = "U0EDITOR",
    channel: str | None = None,
    ts: str | None = None,
    thread_ts: str | None = None,
    event_id: str | None = None,
    bot_id: str | None = None,
    subtype: str | None = None,
) -> Payload:
    """Return a message.im; with subtype message_changed or message_deleted, of the shape those have."""
    place = channel or f"D{user[1:]}"
    event = _said("message", text, place, user, ts or new_ts())
    if subtype in {"message_changed", "message_deleted"}:
        event = _about(event, subtype, place)
    else:
        event |= _marks(thread_ts, bot_id, subtype)
    return event_callback({**event, "channel_type": "im"}, event_id)


def home_opened(user: str = "U0EDITOR", *, tab: str = "home", event_id: str | None = None) -> Payload:
    """Return an app_home_opened."""
    event = {
        "type": "app_home_opened",
        "user": user,
        "channel": f"D{user[1:]}",
        "tab": tab,
        "event_ts": new_ts(),
    }
    return event_callback(event, event_id)


def url_verification(challenge: str = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P") -> Payload:
    """Return the question that Slack asks when a request URL is set."""
    return {"token": TOKEN, "challenge": challenge, "type": "url_verification"}


def _said(kind: str, text: str, channel: str, user: str, ts: str) -> Payload:
    plain = {"type": "rich_text_section", "elements": [{"type": "text", "text": text}]}
    return {
        "type": kind,
        "user": user,
        "text": text,
        "ts": ts,
        "client_msg_id": str(uuid4()),
        "team": TEAM,
        "blocks": [{"type": "rich_text", "block_id": "Qm1", "elements": [plain]}],
        "channel": channel,
        "event_ts": ts,
    }


def _marks(thread_ts: str | None, bot_id: str | None, subtype: str | None) -> Payload:
    marks: Payload = {"thread_ts": thread_ts} if thread_ts else {}
    if bot_id:
        app = APP if bot_id == BOT_ID else "A0OTHER"
        profile = {"id": bot_id, "app_id": app, "name": "bot", "team_id": TEAM, "deleted": False}
        marks |= {"bot_id": bot_id, "app_id": app, "bot_profile": profile}
    return marks | ({"subtype": subtype} if subtype else {})


def _about(event: Payload, subtype: str, channel: str) -> Payload:
    """Return the event that a message was changed or deleted."""
    now = new_ts()
    about = {
        "type": "message",
        "subtype": subtype,
        "channel": channel,
        "hidden": True,
        "ts": now,
        "event_ts": now,
    }
    old = {name: part for name, part in event.items() if name not in {"channel", "event_ts"}}
    if subtype == "message_deleted":
        return {**about, "deleted_ts": old["ts"], "previous_message": old}
    changed = {**old, "edited": {"user": old["user"], "ts": now}}
    return {**about, "message": changed, "previous_message": {**old, "text": "before"}}
