"""The state of the fake Slack: its people and channels, what was said, shown, refused and warned of."""

import threading
import time
from collections import defaultdict, deque
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from fake_slack_limits import TEXT_LIMIT, check_message
from fake_slack_mrkdwn import Notice, read_blocks, read_message
from fake_slack_records import (
    APP,
    BOT_ID,
    BOT_USER,
    TEAM,
    Call,
    Channel,
    Failure,
    Hook,
    Message,
    SlackFault,
    Trigger,
)
from fake_slack_socket import SocketSide

TRIGGER_S = 3.0


class Workspace:
    """One workspace with the app installed; `pace_s` is the least time between messages in a channel."""

    def __init__(self, pace_s: float) -> None:
        self.lock = threading.RLock()
        self.pace_s = pace_s
        number = 2_000_000_000_001  # composed, so that no scanner takes the tokens for real ones
        self.bot_token = f"xoxb-{number}-{number + 1}-{'FakeBotToken' * 2}"
        self.app_token = f"xapp-1-{APP}-{number + 2}-{'fa4e' * 16}"
        self.signing_secret = "5ec7e7" * 5 + "00"
        self.bot_user, self.bot_id, self.team, self.app_id = BOT_USER, BOT_ID, TEAM, APP
        self.scopes = {"app_mentions:read", "chat:write", "commands", "im:history", "users:read"}
        self.users = {
            "U0ADMIN": _user("U0ADMIN", "ada", is_admin=True),
            "U0EDITOR": _user("U0EDITOR", "eddie"),
            BOT_USER: _user(BOT_USER, "summarizer", is_bot=True),
        }
        self.channels: dict[str, Channel] = {}
        self.add_channel("C0NEWS")
        self.add_channel("C0PUBLIC", bot_is_member=False)
        self.add_channel("C0PRIVATE", bot_is_member=False, private=True)
        self.calls: list[Call] = []
        self.warnings: list[str] = []
        self.notified: list[Notice] = []
        self.views: dict[str, dict[str, Any]] = {}
        self.homes: dict[str, dict[str, Any]] = {}
        self.rate_limited = 0
        self.socket = SocketSide(APP, self.warnings, self.take_answer)
        self.hooks: dict[str, Hook] = {}
        self.triggers: dict[str, Trigger] = {}
        self._failures: defaultdict[str, deque[Failure]] = defaultdict(deque)
        self._delays: dict[str, float] = {}
        self._last_ts = 0

    def add_channel(self, channel: str, bot_is_member: bool = True, private: bool = False) -> Channel:
        """Make a channel with all users in it; of a private one, the bot outside of it learns nothing."""
        members = {user for user in self.users if bot_is_member or user != self.bot_user}
        self.channels[channel] = Channel(members, private=private)
        return self.channels[channel]

    def direct(self, user: str) -> str:
        """Return the channel of the bot's direct messages with this user, opened if need be."""
        if user not in self.users:
            raise SlackFault("user_not_found")
        channel = f"D{user[1:]}"
        self.channels.setdefault(channel, Channel({user, self.bot_user}, private=True))
        return channel

    def channel(self, channel: str) -> Channel:
        """Return this channel, a direct one opened if need be, or the answer that there is none."""
        if channel.startswith("D") and f"U{channel[1:]}" in self.users:
            self.direct(f"U{channel[1:]}")
        if channel not in self.channels:
            raise SlackFault("channel_not_found")
        return self.channels[channel]

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of this method, in order; "response_url" for those of response_urls."""
        return [call for call in list(self.calls) if call.method == method]

    def messages(self, channel: str) -> list[Message]:
        """Return what the bot said there, as it now stands; a user's id stands for direct messages."""
        with self.lock:
            name = self.direct(channel) if channel.startswith("U") else channel
            return list(self.channel(name).messages)

    def ephemerals(self, channel: str) -> list[Message]:
        """Return what the bot showed there to one user only."""
        with self.lock:
            return list(self.channel(channel).ephemerals)

    def say(self, channel: str, text: str, *, user: str = "U0EDITOR", ts: str | None = None) -> Message:
        """Let a user say something, which the bot can link to and neither change nor delete."""
        with self.lock:
            message = Message(ts or self.next_ts(), user, text, [])
            self.channel(channel).foreign[message.ts] = message
            return message

    def fail(  # noqa: PLR0913 - whatever of an answer can be wrong
        self,
        method: str,
        *,
        status: int = 200,
        error: str | None = None,
        headers: Mapping[str, str] | None = None,
        drop: bool = False,
        times: int = 1,
    ) -> None:
        """Let the next calls of a method ("response_url" too) fail: so answered, or cut off."""
        self._failures[method].extend([Failure(status, error, headers or {}, drop)] * times)

    def next_failure(self, method: str) -> Failure | None:
        """Return how the call at hand is to fail."""
        with self.lock:
            return self._failures[method].popleft() if self._failures[method] else None

    def delay(self, method: str, seconds: float) -> None:
        """Let every further call of a method wait so long before anything is done."""
        self._delays[method] = seconds

    def delay_of(self, method: str) -> float:
        """Return how long the call at hand waits."""
        return self._delays.get(method, 0.0)

    def trigger(self, *, age_s: float = 0.0, view_id: str | None = None) -> str:
        """Make a trigger_id, issued `age_s` ago; `view_id` is the modal whose button was pressed."""
        name = f"{uuid4().int % 10**13}.{uuid4().int % 10**12}.{uuid4().hex}"
        self.triggers[name] = Trigger(time.monotonic() + TRIGGER_S - age_s, view_id)
        return name

    def exchange(self, trigger_id: str) -> Trigger:
        """Use up a trigger_id, or raise the answer that it opens nothing."""
        trigger = self.triggers.get(trigger_id)
        if trigger is None:
            raise SlackFault("invalid_trigger_id")
        if trigger.exchanged:
            raise SlackFault("exchanged_trigger_id")
        if time.monotonic() > trigger.expires_at:
            raise SlackFault("expired_trigger_id")
        trigger.exchanged = True
        return trigger

    def next_ts(self) -> str:
        """Return a timestamp later than all before."""
        with self.lock:
            self._last_ts = max(time.time_ns() // 1_000, self._last_ts + 1)
            return f"{self._last_ts // 10**6}.{self._last_ts % 10**6:06d}"

    def take_turn(self, channel: Channel) -> None:
        """Raise HTTP 429 if this channel got a message less than `pace_s` ago."""
        left = channel.posted_at + self.pace_s - time.monotonic()
        if left > 0:
            self.rate_limited += 1
            wait = {"Retry-After": str(max(1, -int(-left // 1)))}
            raise SlackFault("ratelimited", status=429, headers=wait)

    def accept(self, method: str, params: Mapping[str, Any], text_limit: int = TEXT_LIMIT) -> list[Notice]:
        """Take in what a message says, or raise; return what it notifies and links."""
        warnings = check_message(params, text_limit)
        self.warnings.extend(f"{method}: {warning}" for warning in warnings)
        notices = read_message(dict(params))
        self.notified.extend(notices)
        return notices

    def take_answer(self, sent: dict[str, Any], answer: dict[str, Any]) -> None:
        """Do what the bot answered to a delivery at once; FakeSlack knows how."""
        raise NotImplementedError

    def show(self, view: dict[str, Any]) -> None:
        """Take in what a view says."""
        self.notified.extend(read_blocks(view.get("blocks")))


def _user(user: str, name: str, *, is_admin: bool = False, is_bot: bool = False) -> dict[str, Any]:
    real_name = name.title()
    return {
        "id": user,
        "team_id": TEAM,
        "name": name,
        "real_name": real_name,
        "deleted": False,
        "tz": "Europe/London",
        "tz_offset": 0,
        "is_admin": is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_bot": is_bot,
        "is_app_user": False,
        "profile": {"real_name": real_name, "display_name": name, "team": TEAM},
    }
