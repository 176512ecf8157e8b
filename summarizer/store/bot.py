"""What the Slack bot must not forget: which events it has seen, jobs not yet done, answers, corrections.

Times are seconds since the epoch. Several bots may share the database: a job belongs to the bot
that holds its lease, and whoever finds a lease run out may take the job over. Anything that
goes wrong is a StoreError: a bot that cannot remember must not say yes.
"""

import json
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, case, delete, func, insert, make_url, select, update
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from summarizer.errors import ConfigError, StoreError
from summarizer.store.bot_records import (
    ANSWERS,
    CORRECTIONS,
    JOBS,
    METADATA,
    SEEN,
    WORKSPACES,
    AskedBefore,
    Correction,
    StoredAnswer,
    StoredJob,
)
from summarizer.store.database import open_database

__all__ = ["AskedBefore", "BotState", "Correction", "StoredAnswer", "StoredJob"]

CONNECTIONS = 8  # kept open; a busy moment may have ten more
LEASE_S = 60.0
MADE_BY_ANOTHER_S = 0.5
JOB_KEPT_S = 24 * 3600.0  # Slack delivers an event anew for about an hour


class BotState:
    """The bot's open database; `BotState.open` makes one. Safe to use from several threads."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str) -> "BotState":
        """Open the database at `url`, its tables made if need be. Raises ConfigError."""
        try:
            engine = open_database(url, keep=CONNECTIONS)
            try:
                METADATA.create_all(engine)
            except SQLAlchemyError:  # another bot made them at the same moment
                time.sleep(MADE_BY_ANOTHER_S)
                METADATA.create_all(engine)
        except (SQLAlchemyError, ImportError, OSError, ValueError) as err:
            reason = str(getattr(err, "orig", None) or err).splitlines()[0]
            raise ConfigError(
                f"The bot's database cannot be opened: {reason}. SUMMARIZER_SLACK_STORE is the URL of a "
                "database that runs, its driver installed: sqlite:////path/slack.sqlite, postgresql+psycopg://…."
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
                connection.execute(insert(SEEN).values(event=event, at=now))
                keys = [job.key for job in jobs]
                known = set(connection.execute(select(JOBS.c.key).where(JOBS.c.key.in_(keys))).scalars())
                new = tuple(job for job in jobs if job.key not in known)
                rows = [
                    _row(job) | {"owner": owner, "lease_until": now + LEASE_S, "attempts": 0, "at": now}
                    for job in new
                ]
                if rows:
                    connection.execute(insert(JOBS), rows)
        except IntegrityError as err:
            if self._knows(event):
                return None
            raise StoreError("Two deliveries about the same link crossed; one is to come again.") from err
        return new

    def asked_before(self, keys: Collection[str], team: str, user: str, since: float) -> AskedBefore:
        """Return which of these jobs are recorded, and how much was asked for since then, by whom."""
        same = select(JOBS.c.key).where(JOBS.c.key.in_(keys))
        mine = func.count(case((JOBS.c.user == user, 1)))
        counts = select(mine, func.count()).where(JOBS.c.team == team, JOBS.c.at > since)
        with self._transaction() as connection:
            known = frozenset(connection.execute(same).scalars())
            by_user, by_team = connection.execute(counts).one()
        return AskedBefore(known, by_user, by_team)

    def check(self) -> None:
        """Raise StoreError where the database does not answer."""
        with self._transaction() as connection:
            connection.execute(select(SEEN.c.event).limit(1))

    def note_shown(self, key: str, shown: Sequence[str]) -> None:
        """Remember which messages the job at `key` has posted."""
        self._change_job(key, shown=json.dumps(list(shown)))

    def finish(self, key: str) -> None:
        """Strike a job off: forget what it was about, keep that it was."""
        self._change_job(key, owner=None, request="", shown="[]")

    def postpone(self, key: str, seconds: float) -> None:
        """Let a job be taken over, by whoever is there, when so many seconds have passed."""
        self._change_job(key, lease_until=time.time() + seconds)

    def hand_all_back(self, owner: str) -> int:
        """Let any bot take over whatever `owner` has not done; return how many jobs those are."""
        left = update(JOBS).where(JOBS.c.owner == owner)
        with self._transaction() as connection:
            return connection.execute(left.values(lease_until=0.0)).rowcount

    def holds(self, key: str, owner: str) -> bool:
        """Whether the job at `key` is still leased to `owner`, and nobody took it over."""
        query = select(JOBS.c.owner).where(JOBS.c.key == key)
        with self._transaction() as connection:
            return connection.execute(query).scalar() == owner

    def renew(self, keys: Collection[str], owner: str) -> None:
        """Extend the leases that `owner` has of these jobs."""
        held = update(JOBS).where(JOBS.c.key.in_(keys), JOBS.c.owner == owner)
        with self._transaction() as connection:
            connection.execute(held.values(lease_until=time.time() + LEASE_S))

    def take_over(self, owner: str) -> list[StoredJob]:
        """Return the jobs whose lease has run out, now leased to `owner`, oldest first.

        What was handed back does not count as an attempt.
        """
        now = time.time()
        orphaned = JOBS.c.owner.is_not(None) & (JOBS.c.lease_until < now)
        taken = []
        with self._transaction() as connection:
            for row in connection.execute(select(JOBS).where(orphaned).order_by(JOBS.c.at)).all():
                attempts = row.attempts + (row.lease_until > 0)
                claim = update(JOBS).where(JOBS.c.key == row.key, orphaned)
                values = {"owner": owner, "lease_until": now + LEASE_S, "attempts": attempts}
                if connection.execute(claim.values(values)).rowcount:
                    shown = tuple(json.loads(row.shown))
                    taken.append(StoredJob(row.key, row.team, row.user, row.request, shown, row.at, attempts))
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
            connection.execute(insert(ANSWERS).values(values))

    def note_answer_shown(self, answer_id: str, shown: Sequence[str]) -> None:
        """Remember which messages hold the answer."""
        values = {"shown": json.dumps(list(shown))}
        with self._transaction() as connection:
            connection.execute(update(ANSWERS).where(ANSWERS.c.id == answer_id).values(values))

    def answer(self, answer_id: str, team: str) -> StoredAnswer | None:
        """Return the answer that workspace `team` was given, or None when it is kept no more."""
        query = select(ANSWERS).where(ANSWERS.c.id == answer_id, ANSWERS.c.team == team)
        with self._transaction() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            return None
        return StoredAnswer(row.id, row.team, row.request, row.summary, tuple(json.loads(row.shown)))

    def add_correction(self, correction: Correction) -> None:
        """Keep a correction for review; the same one again changes nothing."""
        names = ("id", "team", "user", "url", "item", "correction", "at")
        with suppress(IntegrityError), self._transaction() as connection:
            connection.execute(
                insert(CORRECTIONS).values({name: getattr(correction, name) for name in names})
            )

    def corrections(self) -> list[Correction]:
        """Return every correction, oldest first."""
        with self._transaction() as connection:
            rows = connection.execute(select(CORRECTIONS).order_by(CORRECTIONS.c.at)).all()
        return [Correction(*row) for row in rows]

    def workspace(self, team: str) -> str | None:
        """Return the settings of a workspace, as the bot's own JSON, or None where it never chose any."""
        query = select(WORKSPACES.c.settings).where(WORKSPACES.c.team == team)
        with self._transaction() as connection:
            return connection.execute(query).scalar()

    def set_workspace(self, team: str, settings: str) -> None:
        """Keep the settings of a workspace in the place of earlier ones."""
        change = update(WORKSPACES).where(WORKSPACES.c.team == team).values(settings=settings)
        with suppress(IntegrityError), self._transaction() as connection:  # somebody else was first
            if not connection.execute(change).rowcount:
                connection.execute(insert(WORKSPACES).values(team=team, settings=settings))

    def forget(self, answers_before: float) -> None:
        """Drop answers given before then, and events and finished jobs of more than a day ago."""
        day_ago = time.time() - JOB_KEPT_S
        with self._transaction() as connection:
            connection.execute(delete(ANSWERS).where(ANSWERS.c.at < answers_before))
            connection.execute(delete(SEEN).where(SEEN.c.at < day_ago))
            connection.execute(delete(JOBS).where(JOBS.c.owner.is_(None), JOBS.c.at < day_ago))

    def _knows(self, event: str) -> bool:
        query = select(SEEN.c.event).where(SEEN.c.event == event)
        with self._transaction() as connection:
            return connection.execute(query).scalar() is not None

    def _change_job(self, key: str, **values: object) -> None:
        with self._transaction() as connection:
            connection.execute(update(JOBS).where(JOBS.c.key == key).values(values))

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


def stored(url: str) -> str:
    """Return, for the doctor, where the database is and what it holds. Raises ConfigError."""
    try:
        address = make_url(url)
    except SQLAlchemyError:
        BotState.open(url)
        raise
    shown = address.render_as_string(hide_password=True)
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").exists():
        return f"{shown}, not made yet"
    state = BotState.open(url)
    held = len(state.corrections())
    state.close()
    return f"{shown}, {held} corrections"


def _row(job: StoredJob) -> dict[str, object]:
    return {
        "key": job.key,
        "team": job.team,
        "user": job.user,
        "request": job.request,
        "shown": json.dumps(job.shown),
    }
