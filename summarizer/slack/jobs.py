"""What people ask of the bot, as records that outlive a restart."""

import hashlib
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, ValidationError

from summarizer.config import LANGUAGE, MOST_HIGHLIGHTS, EngineChoice, Settings
from summarizer.schema import Record, Summary
from summarizer.store.bot import StoredAnswer, StoredJob

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


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer whose buttons still work: the job it answers, its summary, its messages' timestamps."""

    id: str
    job: Job
    summary: Summary
    shown: tuple[str, ...]

    @classmethod
    def read(cls, stored: StoredAnswer | None) -> "Kept | None":
        """Return what is stored, or None where there is nothing, or nothing that can still be read."""
        if stored is None:
            return None
        try:
            job = Job.model_validate_json(stored.request)
            return cls(stored.id, job, Summary.model_validate_json(stored.summary), stored.shown)
        except ValidationError:  # another version of the bot kept it
            return None


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
        names = [name.removeprefix("www.") for name in self.domains]
        return not names or any(host == name or host.endswith(f".{name}") for name in names)


def revised(highlights: int, way: Literal["shorter", "longer"]) -> int:
    """Return how many highlights a shorter or longer answer has; the same number where it cannot change."""
    wished = highlights - STEP if way == "shorter" else highlights + STEP
    return min(max(wished, 1), MOST_HIGHLIGHTS)


def once(*marks: str) -> str:
    """Return what tells one use from another, in 24 characters; a trigger among the marks is not shown."""
    return hashlib.sha256(" ".join(marks).encode()).hexdigest()[:24]
