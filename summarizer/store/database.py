"""Open a database by its SQLAlchemy URL; SQLite is set up for several processes."""

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool, QueuePool

BUSY_TIMEOUT_S = 5


def open_database(url: str | URL, *, keep: int = 0) -> Engine:
    """Return an engine for `url`; an SQLite file, for its owner's eyes, and its folder are made if need be.

    Up to `keep` connections to a file stay open until the engine is disposed of, or the file is moved:
    opening one for each statement takes several times as long, since closing the last writes the log back.
    Raises SQLAlchemyError, OSError, or ImportError where a driver is missing.
    """
    url = make_url(url)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_timeout=BUSY_TIMEOUT_S, connect_args=_bounds(url))
    if not url.database or url.database == ":memory:":
        return create_engine(url, poolclass=NullPool)
    file = Path(url.database)
    file.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError):  # a file that is there and cannot be touched may still be read
        file.touch(mode=0o600)
    pool: dict[str, Any] = {"poolclass": NullPool}
    if keep:
        pool = {"poolclass": QueuePool, "pool_size": keep, "pool_timeout": BUSY_TIMEOUT_S}
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_S}, **pool)
    event.listen(engine, "connect", _use_wal)
    if keep:
        _leave_with_the_file(engine, file)
    return engine


def _bounds(url: URL) -> dict[str, object]:
    """Return what keeps a database that does not answer from holding everybody up."""
    if url.get_backend_name() != "postgresql":
        return {}
    return {"connect_timeout": BUSY_TIMEOUT_S, "options": f"-c statement_timeout={BUSY_TIMEOUT_S}s"}


def _use_wal(connection: sqlite3.Connection, _entry: object) -> None:
    """Let readers and a writer work at the same time; a file that cannot be written to stays as it is."""
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode=WAL")


def _leave_with_the_file(engine: Engine, file: Path) -> None:
    """Let no connection outlive its file: what it wrote would go where nobody looks."""

    def note(_connection: object, entry: ConnectionPoolEntry) -> None:
        entry.info["file"] = _identity(file)

    def check(_connection: object, entry: ConnectionPoolEntry, _proxy: object) -> None:
        if entry.info["file"] != _identity(file):
            raise DisconnectionError(f"{file} is another file now")

    event.listen(engine, "connect", note)
    event.listen(engine, "checkout", check)


def _identity(file: Path) -> tuple[int, int] | None:
    """Return what tells the file at a path from another that takes its place; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
