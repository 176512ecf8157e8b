"""The app manifest: what to paste into Slack to have the bot, with no more rights than it uses."""

from typing import Any

NAME = "Summarizer"
COMMAND, SHORTCUT = "/summarize", "summarize_link"
SCOPES = {
    "app_mentions:read": "hear mentions",
    "chat:write": "answer",
    "commands": "/summarize and “Summarize this link”",
    "im:history": "read what people write to the bot itself",
    "users:read": "tell admins, who may change settings, from others",
}
EVENTS = ("app_home_opened", "app_mention", "message.im")
PATH = "/slack/events"


def manifest(url: str | None = None) -> dict[str, Any]:
    """Return the manifest for Socket Mode, or for HTTP mode where the bot is reached at `url`."""
    request_url = {} if url is None else {"request_url": f"{url.rstrip('/')}{PATH}"}
    command = {
        "command": COMMAND,
        "description": "Highlights of a news article, checked against its own words",
        "usage_hint": "https://… [highlights]",
        "should_escape": False,
    }
    return {
        "display_information": {
            "name": NAME,
            "description": "Highlights of news articles, each tied to the words that support it",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": NAME.lower(), "always_online": True},
            "shortcuts": [
                {
                    "name": "Summarize this link",
                    "type": "message",
                    "callback_id": SHORTCUT,
                    "description": "Highlights of the article in this message's thread",
                }
            ],
            "slash_commands": [command | ({"url": request_url["request_url"]} if request_url else {})],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS), **request_url},
            "interactivity": {"is_enabled": True, **request_url},
            "org_deploy_enabled": False,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }
