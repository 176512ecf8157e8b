"""The records that the Slack bot's database holds, and their tables. Times are seconds since the epoch."""

from dataclasses import dataclass

from sqlalchemy import Column, Double, Integer, MetaData, String, Table, Text

METADATA = MetaData()
SEEN = Table(
    "slack_seen",
    METADATA,
    Column("event", String(255), primary_key=True),
    Column("at", Double, nullable=False, index=True),
)
JOBS = Table(
    "slack_jobs",
    METADATA,
    Column("key", String(255), primary_key=True),
    Column("team", String(32), nullable=False),
    Column("user", String(32), nullable=False),
    Column("request", Text, nullable=False),  # empty once done: it may hold a response_url
    Column("shown", Text, nullable=False),
    Column("owner", String(64)),  # None once done
    Column("lease_until", Double, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("at", Double, nullable=False, index=True),
)
ANSWERS = Table(
    "slack_answers",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("team", String(32), nullable=False),
    Column("request", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("at", Double, nullable=False, index=True),
)
CORRECTIONS = Table(
    "slack_corrections",
    METADATA,
    Column("id", String(255), primary_key=True),
    Column("team", String(32), nullable=False),
    Column("user", String(32), nullable=False),
    Column("url", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("correction", Text, nullable=False),
    Column("at", Double, nullable=False),
)
WORKSPACES = Table(
    "slack_workspaces",
    METADATA,
    Column("team", String(32), primary_key=True),
    Column("settings", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class StoredJob:
    """A job not yet done. `request` is the bot's own JSON; `shown` the timestamps of its messages so far.

    `at` is when it was recorded, in epoch seconds; `attempts` how often its lease ran out.
    """

    key: str
    team: str
    user: str
    request: str
    shown: tuple[str, ...] = ()
    at: float = 0.0
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """The keys of jobs on record, and how many links one user and the whole workspace asked for."""

    known: frozenset[str]
    by_user: int
    by_team: int


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer whose buttons still work: request and summary as JSON, and its messages' timestamps."""

    id: str
    team: str
    request: str
    summary: str
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader says is wrong with an item, kept for review. `at` is when, in epoch seconds."""

    id: str
    team: str
    user: str
    url: str
    item: str
    correction: str
    at: float
