"""What people ask of the bot, as records that outlive a restart."""

import hashlib
from typing import Literal

from pydantic import Field

from summarizer.config import LANGUAGE, MOST_HIGHLIGHTS, EngineChoice, Settings
from summarizer.schema import Record
from summarizer.store.bot import StoredJob

STEP = 2  # highlights fewer or more, for "Shorter" and "Longer"


class Place(Record):
    """Where an answer goes: to a thread of a channel, or, `private`, to one person alone.

    A private one is reached by its `response_url`, which is good for a while; that of a button that was
    `pressed` can replace the button's message, that of a command nothing.
    """

    channel: str
    thread: str | None = None
    private: bool = False
    response_url: str | None = None
    pressed: bool = False


class Job(Record):
    """A link to answer. `revises` names the answer that is to be made shorter or longer."""

    key: str
    team: str
    user: str
    place: Place
    url: str
    highlights: int
    revises: str | None = None

    def stored(self) -> StoredJob:
        """Return the job as the store keeps it."""
        return StoredJob(self.key, self.team, self.user, self.model_dump_json())


class Workspace(Record):
    """What a workspace chose; None leaves the choice to whoever runs the bot."""

    engine: EngineChoice | None = None
    highlights: int | None = Field(default=None, ge=1, le=MOST_HIGHLIGHTS)
    language: str | None = Field(default=None, pattern=LANGUAGE)
    domains: tuple[str, ...] = ()

    def over(self, settings: Settings) -> Settings:
        """Return `settings` with what the workspace chose."""
        chosen = {"engine": self.engine, "highlights": self.highlights, "language": self.language}
        return settings.model_copy(
            update={name: value for name, value in chosen.items() if value is not None}
        )

    def allows(self, host: str) -> bool:
        """Whether links to `host` are answered: those to the domains chosen and below, or all."""
        host = host.lower().rstrip(".")
        return not self.domains or any(host == name or host.endswith(f".{name}") for name in self.domains)


def revised(highlights: int, way: Literal["shorter", "longer"]) -> int:
    """Return how many highlights a shorter or longer answer has; the same number where it cannot change."""
    wished = highlights - STEP if way == "shorter" else highlights + STEP
    return min(max(wished, 1), MOST_HIGHLIGHTS)


def once(*marks: str) -> str:
    """Return what tells one use from another, in 24 characters; a trigger among the marks is not shown."""
    return hashlib.sha256(" ".join(marks).encode()).hexdigest()[:24]
