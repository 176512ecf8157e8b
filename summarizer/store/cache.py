"""The cache: exchanges with a model, and how its server wants to be asked.

One SQLite file that several processes may share. A cache must never stop the work: whatever is
wrong with the file is told once, through `warn`, and then every answer is "not held".
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    MetaData,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlalchemy.schema import CreateTable

from summarizer.errors import ConfigError
from summarizer.store.database import open_database

FILE = "cache.sqlite"
# SQLite's own, which must not outlive the file they belong to.
_COMPANIONS = ("-wal", "-shm", "-journal")
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# How long a server's mode is trusted: servers are upgraded, and a passing fault may have misled us.
MODE_TRUST = timedelta(days=7)

T = TypeVar("T")

_METADATA = MetaData()
_EXCHANGES = Table(
    "exchanges",
    _METADATA,
    Column("key", String(64), primary_key=True),
    Column("response", Text, nullable=False),
    Column("at", String(32), nullable=False),
)
_SERVERS = Table(
    "servers",
    _METADATA,
    Column("server", String(500), primary_key=True),
    Column("mode", String(100), nullable=False),
    Column("at", String(32), nullable=False),
)


@dataclass(frozen=True, slots=True)
class CacheInfo:
    """Where the cache is, how many exchanges it holds, its size on disk, and the oldest one's ISO date."""

    path: Path
    entries: int
    bytes: int
    oldest: str | None


class Store:
    """An open cache; `Store.open` makes one. Safe to use from several threads."""

    def __init__(self, path: Path, engine: Engine | None, warn: Callable[[str], None]) -> None:
        self.path = path
        self._engine = engine
        self._warn = warn
        self._writable = True
        self._warned = False
        self._damaged = False

    @classmethod
    def open(cls, folder: Path, warn: Callable[[str], None]) -> "Store":
        """Open the cache in `folder`, made if need be; `warn` is told, once, what is wrong with it."""
        path = folder / FILE
        store = cls(path, None, warn)
        try:
            engine = open_database(_url(path))
            with engine.begin() as connection:
                for table in (_EXCHANGES, _SERVERS):
                    connection.execute(CreateTable(table, if_not_exists=True))
                    connection.execute(select(table).limit(0))  # another program's, of the same name?
        except (OSError, SQLAlchemyError) as err:
            store._complain(err)
        else:
            store._engine = engine
        return store

    def get(self, key: str) -> str | None:
        """Return the response held for `key`, or None."""
        query = select(_EXCHANGES.c.response).where(_EXCHANGES.c.key == key)
        return self._run(lambda connection: connection.execute(query).scalar())

    def put(self, key: str, response: str) -> None:
        """Hold `response` for `key`, in the place of an earlier one."""
        self._run(
            lambda connection: _replace(connection, _EXCHANGES, "key", key, response=response), writes=True
        )

    def mode(self, server: str) -> str | None:
        """Return how `server` last wanted to be asked, or None when that is unknown or long ago."""
        since = (datetime.now(UTC) - MODE_TRUST).isoformat(timespec="seconds")
        query = select(_SERVERS.c.mode).where(_SERVERS.c.server == server, _SERVERS.c.at >= since)
        return self._run(lambda connection: connection.execute(query).scalar())

    def remember_mode(self, server: str, mode: str) -> None:
        """Hold that `server` answers when asked in `mode`."""
        self._run(lambda connection: _replace(connection, _SERVERS, "server", server, mode=mode), writes=True)

    def info(self) -> CacheInfo:
        """Return what the cache holds."""
        query = select(func.count(), func.min(_EXCHANGES.c.at)).select_from(_EXCHANGES)
        entries, oldest = self._run(lambda connection: tuple(connection.execute(query).one())) or (0, None)
        files = self.path.parent.glob(f"{FILE}*")  # the write-ahead log is part of it
        size = sum(path.stat().st_size for path in files if path.is_file())
        return CacheInfo(path=self.path, entries=entries, bytes=size, oldest=oldest)

    def clear(self) -> int:
        """Forget every exchange and every server; return how many exchanges there were."""

        def empty(connection: Connection) -> int:
            connection.execute(delete(_SERVERS))
            return connection.execute(delete(_EXCHANGES)).rowcount

        return self._run(empty, writes=True) or 0

    def remove_damaged(self) -> bool:
        """Remove the cache's file if it was found damaged; return whether it was.

        A sound database is never removed, whoever made it, nor is what is no file. Raises
        ConfigError when the file cannot be removed.
        """
        if not self._damaged or self._is_another_programs() or not self.path.is_file():
            return False
        self._engine = None
        try:
            for suffix in (*_COMPANIONS, ""):
                self.path.with_name(FILE + suffix).unlink(missing_ok=True)
        except OSError as err:
            raise ConfigError(
                f"The damaged cache {self.path} cannot be removed: {err.strerror}. "
                "Delete it, or set SUMMARIZER_CACHE_DIR to another folder."
            ) from err
        return True

    def _is_another_programs(self) -> bool:
        """Return whether tables that the cache has not can be read in the damaged file."""
        try:
            names = set(inspect(open_database(_url(self.path))).get_table_names())
        except SQLAlchemyError:
            return False
        return not names <= set(_METADATA.tables)

    def _run(self, work: Callable[[Connection], T], *, writes: bool = False) -> T | None:
        """Return what `work` returns in a transaction of its own, or None when the cache fails.

        What cannot be written to may still be read.
        """
        if self._engine is None or (writes and not self._writable):
            return None
        try:
            with self._engine.begin() as connection:
                return work(connection)
        except IntegrityError:  # another process held the same at the same moment
            return None
        except SQLAlchemyError as err:
            self._writable = False
            self._engine = self._engine if writes else None
            self._complain(err)
            return None

    def _complain(self, err: Exception) -> None:
        code = getattr(getattr(err, "orig", None), "sqlite_errorcode", 0)
        self._damaged = self._damaged or code & 0xFF in _DAMAGE  # the rest tells particulars
        if not self._warned:
            reason = getattr(err, "orig", None) or getattr(err, "strerror", None) or type(err).__name__
            how = "Remove it with `summarizer cache clear`" if self._damaged else "Delete it"
            advice = f"{how}, or set SUMMARIZER_CACHE_DIR to another folder."
            self._warn(f"The cache {self.path} cannot be used: {reason}. {advice}")
        self._warned = True


def _url(path: Path) -> URL:
    return URL.create("sqlite", database=str(path))


def _replace(connection: Connection, table: Table, name: str, value: str, **fields: str) -> None:
    connection.execute(delete(table).where(table.c[name] == value))
    at = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(table).values({name: value, **fields, "at": at}))
