"""Open a database by its SQLAlchemy URL; SQLite is set up for several processes."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.pool import NullPool

BUSY_TIMEOUT_S = 5


def open_database(url: str | URL) -> Engine:
    """Return an engine for `url`; an SQLite file, for its owner's eyes, and its folder are made if need be.

    Raises SQLAlchemyError, OSError, or ImportError where a driver is missing.
    """
    url = make_url(url)
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, pool_timeout=BUSY_TIMEOUT_S, connect_args=_bounds(url))
    if url.database and url.database != ":memory:":
        file = Path(url.database)
        file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(OSError):  # a file that is there and cannot be touched may still be read
            file.touch(mode=0o600)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_S}, poolclass=NullPool)
    event.listen(engine, "connect", _use_wal)
    return engine


def _bounds(url: URL) -> dict[str, object]:
    """Return what keeps a database that does not answer from holding everybody up."""
    if url.get_backend_name() != "postgresql":
        return {}
    return {"connect_timeout": BUSY_TIMEOUT_S, "options": f"-c statement_timeout={BUSY_TIMEOUT_S}s"}


def _use_wal(connection: sqlite3.Connection, _record: object) -> None:
    """Let readers and a writer work at the same time; a file that cannot be written to stays as it is."""
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode=WAL")
