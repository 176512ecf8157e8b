"""What the fake Slack keeps: identities, messages, calls, and the fault that each refusal is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

TEAM = "T0ONE"
APP = "A0SUMMARY"
BOT_USER = "U0BOT"
BOT_ID = "B0BOT"


class SlackFault(Exception):  # noqa: N818 - Slack's answer, not an error of ours
    """What Slack answers instead of `ok`: its error code, and what it says about single fields."""

    def __init__(
        self,
        error: str,
        messages: Sequence[str] = (),
        *,
        status: int = 200,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(error, *messages)
        self.error = error
        self.messages = list(messages)
        self.status = status
        self.headers = dict(headers or {})
        self.more = more

    def body(self) -> dict[str, Any]:
        """Return the JSON that Slack answers."""
        answer: dict[str, Any] = {"ok": False, "error": self.error, **self.more}
        if self.messages:
            answer["errors"] = self.messages
            answer["response_metadata"] = {"messages": [f"[ERROR] {message}" for message in self.messages]}
        return answer


@dataclass(slots=True)
class Message:
    """A message as it now stands; `edited` counts its updates, `ephemeral_to` is who alone sees it."""

    ts: str
    user: str
    text: str
    blocks: list[dict[str, Any]]
    thread_ts: str | None = None
    ephemeral_to: str | None = None
    edited: int = 0
    metadata: dict[str, Any] | None = None


@dataclass(slots=True)
class Channel:
    """A conversation: who is in it and what the bot said; `foreign` holds what others said, by timestamp."""

    members: set[str]
    messages: list[Message] = field(default_factory=list)
    ephemerals: list[Message] = field(default_factory=list)
    foreign: dict[str, Message] = field(default_factory=dict)
    private: bool = False
    posted_at: float = float("-inf")


@dataclass(slots=True)
class Call:
    """A call as it came in, `at` on the monotonic clock; `answer` is "ok", an error code or an HTTP status."""

    method: str
    params: dict[str, Any]
    at: float
    token: str
    answer: str = "pending"


@dataclass(frozen=True, slots=True)
class Failure:
    """How a call is to fail."""

    status: int = 200
    error: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    drop: bool = False


@dataclass(slots=True)
class Hook:
    """A response_url: where it answers to, how often it was used; `source_ts` is the message it came from."""

    channel: str
    user: str
    source_ts: str | None
    expires_at: float
    uses: int = 0


@dataclass(slots=True)
class Trigger:
    """A trigger_id: until when it opens a modal, and whether it has; `view_id` is the modal it came from."""

    expires_at: float
    view_id: str | None = None
    exchanged: bool = False


@dataclass(frozen=True, slots=True)
class Ack:
    """What came back for an envelope, and after how long."""

    envelope_id: str
    payload: dict[str, Any] | None
    seconds: float
