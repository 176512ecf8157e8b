"""What the Slack bot must not forget: which events it has seen, jobs not yet done, answers, corrections.

Times are seconds since the epoch. Several bots may share the database: a job belongs to the bot
that holds its lease, and whoever finds a lease run out may take the job over. Anything that
goes wrong is a StoreError: a bot that cannot remember must not say yes.
"""

import json
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    Float,
    MetaData,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from summarizer.errors import ConfigError, StoreError
from summarizer.store.database import open_database

LEASE_S = 60.0
JOB_KEPT_S = 24 * 3600.0  # Slack delivers an event anew for about an hour

_METADATA = MetaData()
_SEEN = Table(
    "slack_seen",
    _METADATA,
    Column("event", String(255), primary_key=True),
    Column("at", Float, nullable=False, index=True),
)
_JOBS = Table(
    "slack_jobs",
    _METADATA,
    Column("key", String(255), primary_key=True),
    Column("team", String(32), nullable=False),
    Column("user", String(32), nullable=False),
    Column("request", Text, nullable=False),  # empty once done: it may hold a response_url
    Column("shown", Text, nullable=False),
    Column("owner", String(64)),  # None once done
    Column("lease_until", Float, nullable=False),
    Column("at", Float, nullable=False, index=True),
)
_ANSWERS = Table(
    "slack_answers",
    _METADATA,
    Column("id", String(32), primary_key=True),
    Column("team", String(32), nullable=False),
    Column("request", Text, nullable=False),
    Column("summary", Text, nullable=False),
    Column("shown", Text, nullable=False),
    Column("at", Float, nullable=False, index=True),
)
_CORRECTIONS = Table(
    "slack_corrections",
    _METADATA,
    Column("id", String(255), primary_key=True),
    Column("team", String(32), nullable=False),
    Column("user", String(32), nullable=False),
    Column("url", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("correction", Text, nullable=False),
    Column("at", Float, nullable=False),
)
_WORKSPACES = Table(
    "slack_workspaces",
    _METADATA,
    Column("team", String(32), primary_key=True),
    Column("settings", Text, nullable=False),
)


@dataclass(frozen=True, slots=True)
class StoredJob:
    """A job not yet done. `request` is the bot's own JSON; `shown` the timestamps of its messages so far.

    `at` is when it was recorded, in epoch seconds.
    """

    key: str
    team: str
    user: str
    request: str
    shown: tuple[str, ...] = ()
    at: float = 0.0


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


class BotState:
    """The bot's open database; `BotState.open` makes one. Safe to use from several threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str) -> "BotState":
        """Open the database at `url`, its tables made if need be. Raises ConfigError."""
        try:
            engine = open_database(url)
            _METADATA.create_all(engine)
        except (SQLAlchemyError, ImportError, OSError) as err:
            reason = str(getattr(err, "orig", None) or err).splitlines()[0]
            raise ConfigError(
                f"The bot's database cannot be opened: {reason}. Set SUMMARIZER_SLACK_STORE to a database "
                "URL, sqlite:////path/to/slack.sqlite for a file."
            ) from err
        return cls(engine)

    def close(self) -> None:
        """Close what connections are open."""
        self._engine.dispose()

    def record(
        self, event: str, jobs: Sequence[StoredJob] = (), *, owner: str = ""
    ) -> tuple[StoredJob, ...] | None:
        """Remember `event` and its jobs, all or nothing; return the jobs that are new, leased to `owner`.

        None where the event is known already.
        """
        now = time.time()
        try:
            with self._transaction() as connection:
                connection.execute(insert(_SEEN).values(event=event, at=now))
                keys = [job.key for job in jobs]
                known = set(connection.execute(select(_JOBS.c.key).where(_JOBS.c.key.in_(keys))).scalars())
                new = tuple(job for job in jobs if job.key not in known)
                rows = [_row(job) | {"owner": owner, "lease_until": now + LEASE_S, "at": now} for job in new]
                if rows:
                    connection.execute(insert(_JOBS), rows)
        except IntegrityError:
            return None
        return new

    def links_since(self, since: float, team: str, user: str | None = None) -> int:
        """Return how many links the workspace, or one user of it, asked for since then."""
        query = select(func.count()).select_from(_JOBS).where(_JOBS.c.team == team, _JOBS.c.at > since)
        if user is not None:
            query = query.where(_JOBS.c.user == user)
        with self._transaction() as connection:
            return connection.execute(query).scalar_one()

    def note_shown(self, key: str, shown: Sequence[str]) -> None:
        """Remember which messages the job at `key` has posted."""
        self._change_job(key, shown=json.dumps(list(shown)))

    def finish(self, key: str) -> None:
        """Strike a job off: forget what it was about, keep that it was."""
        self._change_job(key, owner=None, request="", shown="[]")

    def hand_all_back(self, owner: str) -> int:
        """Let any bot take over whatever `owner` has not done; return how many jobs those are."""
        left = update(_JOBS).where(_JOBS.c.owner == owner)
        with self._transaction() as connection:
            return connection.execute(left.values(lease_until=0.0)).rowcount

    def holds(self, key: str, owner: str) -> bool:
        """Whether the job at `key` is still leased to `owner`, and nobody took it over."""
        query = select(_JOBS.c.owner).where(_JOBS.c.key == key)
        with self._transaction() as connection:
            return connection.execute(query).scalar() == owner

    def renew(self, keys: Collection[str], owner: str) -> None:
        """Extend the leases that `owner` has of these jobs."""
        held = update(_JOBS).where(_JOBS.c.key.in_(keys), _JOBS.c.owner == owner)
        with self._transaction() as connection:
            connection.execute(held.values(lease_until=time.time() + LEASE_S))

    def take_over(self, owner: str) -> list[StoredJob]:
        """Return the jobs whose lease has run out, now leased to `owner`, oldest first."""
        now = time.time()
        orphaned = _JOBS.c.owner.is_not(None) & (_JOBS.c.lease_until < now)
        taken = []
        with self._transaction() as connection:
            for row in connection.execute(select(_JOBS).where(orphaned).order_by(_JOBS.c.at)).all():
                claim = update(_JOBS).where(_JOBS.c.key == row.key, orphaned)
                if connection.execute(claim.values(owner=owner, lease_until=now + LEASE_S)).rowcount:
                    taken.append(
                        StoredJob(
                            row.key, row.team, row.user, row.request, tuple(json.loads(row.shown)), row.at
                        )
                    )
        return taken

    def keep_answer(self, answer: StoredAnswer) -> None:
        """Keep a new answer."""
        values = {
            "id": answer.id,
            "team": answer.team,
            "request": answer.request,
            "summary": answer.summary,
            "shown": json.dumps(list(answer.shown)),
            "at": time.time(),
        }
        with self._transaction() as connection:
            connection.execute(insert(_ANSWERS).values(values))

    def note_answer_shown(self, answer_id: str, shown: Sequence[str]) -> None:
        """Remember which messages hold the answer."""
        values = {"shown": json.dumps(list(shown))}
        with self._transaction() as connection:
            connection.execute(update(_ANSWERS).where(_ANSWERS.c.id == answer_id).values(values))

    def answer(self, answer_id: str, team: str) -> StoredAnswer | None:
        """Return the answer that workspace `team` was given, or None when it is kept no more."""
        query = select(_ANSWERS).where(_ANSWERS.c.id == answer_id, _ANSWERS.c.team == team)
        with self._transaction() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            return None
        return StoredAnswer(row.id, row.team, row.request, row.summary, tuple(json.loads(row.shown)))

    def add_correction(self, correction: Correction) -> None:
        """Keep a correction for review; the same one again changes nothing."""
        names = ("id", "team", "user", "url", "item", "correction", "at")
        try:
            with self._transaction() as connection:
                connection.execute(
                    insert(_CORRECTIONS).values({name: getattr(correction, name) for name in names})
                )
        except IntegrityError:
            return

    def corrections(self) -> list[Correction]:
        """Return every correction, oldest first."""
        with self._transaction() as connection:
            rows = connection.execute(select(_CORRECTIONS).order_by(_CORRECTIONS.c.at)).all()
        return [Correction(*row) for row in rows]

    def workspace(self, team: str) -> str | None:
        """Return the settings of a workspace, as the bot's own JSON, or None where it never chose any."""
        query = select(_WORKSPACES.c.settings).where(_WORKSPACES.c.team == team)
        with self._transaction() as connection:
            return connection.execute(query).scalar()

    def set_workspace(self, team: str, settings: str) -> None:
        """Keep the settings of a workspace in the place of earlier ones."""
        with self._transaction() as connection:
            connection.execute(delete(_WORKSPACES).where(_WORKSPACES.c.team == team))
            connection.execute(insert(_WORKSPACES).values(team=team, settings=settings))

    def forget(self, answers_before: float) -> None:
        """Drop answers given before then, and events and finished jobs of more than a day ago."""
        day_ago = time.time() - JOB_KEPT_S
        with self._transaction() as connection:
            connection.execute(delete(_ANSWERS).where(_ANSWERS.c.at < answers_before))
            connection.execute(delete(_SEEN).where(_SEEN.c.at < day_ago))
            connection.execute(delete(_JOBS).where(_JOBS.c.owner.is_(None), _JOBS.c.at < day_ago))

    def _change_job(self, key: str, **values: object) -> None:
        with self._transaction() as connection:
            connection.execute(update(_JOBS).where(_JOBS.c.key == key).values(values))

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except IntegrityError:  # held already: the caller knows what that means
            raise
        except SQLAlchemyError as err:
            reason = str(getattr(err, "orig", None) or err).splitlines()[0]
            raise StoreError(f"The bot's database failed: {reason}. See SUMMARIZER_SLACK_STORE.") from err


def _row(job: StoredJob) -> dict[str, object]:
    return {
        "key": job.key,
        "team": job.team,
        "user": job.user,
        "request": job.request,
        "shown": json.dumps(job.shown),
    }
