"""The cache: a real SQLite file, shared, broken and unwritable."""

import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer

from summarizer.cli.cache import clear
from summarizer.store import Store

KEY = "a" * 64


def opened(folder: Path) -> Store:
    """Return the cache in `folder`, which must be sound."""
    return Store.open(folder, warn=pytest.fail)


def test_what_is_put_is_got_by_the_next_process(tmp_path: Path) -> None:
    opened(tmp_path).put(KEY, '{"a": "ü"}')
    assert opened(tmp_path).get(KEY) == '{"a": "ü"}'
    assert opened(tmp_path).get("b" * 64) is None


def test_the_later_response_holds(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.put(KEY, "1")
    store.put(KEY, "2")
    assert (store.get(KEY), store.info().entries) == ("2", 1)


def test_info_tells_what_there_is(tmp_path: Path) -> None:
    store = opened(tmp_path)
    before = store.info()
    assert (before.path, before.entries, before.oldest) == (tmp_path / "cache.sqlite", 0, None)
    store.put(KEY, "x" * 10_000)
    after = store.info()
    assert (after.entries, after.oldest is not None) == (1, True)
    assert after.bytes > 10_000
    assert datetime.fromisoformat(after.oldest or "") <= datetime.now(UTC)


def test_clear_forgets_all_and_counts(tmp_path: Path) -> None:
    store = opened(tmp_path)
    for letter in "abc":
        store.put(letter * 64, letter)
    store.remember_mode("server", "json_object")
    assert store.clear() == 3
    assert (store.info().entries, store.get(KEY), store.mode("server")) == (0, None, None)


def test_a_servers_mode_is_remembered(tmp_path: Path) -> None:
    opened(tmp_path).remember_mode("server", "json_object")
    opened(tmp_path).remember_mode("server", "markdown")
    assert (opened(tmp_path).mode("server"), opened(tmp_path).mode("other")) == ("markdown", None)


def test_a_servers_mode_is_forgotten_after_a_week(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.remember_mode("server", "json_object")
    long_ago = (datetime.now(UTC) - timedelta(days=8)).isoformat(timespec="seconds")
    with sqlite3.connect(tmp_path / "cache.sqlite") as connection:
        connection.execute("UPDATE servers SET at = ?", (long_ago,))
    connection.close()
    assert store.mode("server") is None


def test_processes_may_share_a_cache(tmp_path: Path) -> None:
    """Four of them open it at the same moment, and write the same and other keys."""
    code = (
        "import sys; from pathlib import Path; from summarizer.store import Store\n"
        "store = Store.open(Path(sys.argv[1]), warn=sys.exit)\n"
        "for n in range(25):\n"
        "    store.put(f'{n:064}', sys.argv[2]); store.put(f'{sys.argv[2]}{n:063}', 'own')\n"
        "    assert store.get(f'{n:064}')\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(number + 1)])  # noqa: S603
        for number in range(4)
    ]
    assert [process.wait(timeout=60) for process in running] == [0, 0, 0, 0]
    assert opened(tmp_path).info().entries == 25 + 4 * 25


def broken(folder: Path) -> Path:
    """Return a folder whose cache is no database."""
    (folder / "cache.sqlite").write_bytes(b"not a database at all" * 200)
    return folder


def half_broken(folder: Path) -> Path:
    """Return a folder whose cache begins as a database and then is none."""
    store = opened(folder)
    for number in range(200):
        store.put(f"{number:064}", "x" * 500)
    with sqlite3.connect(folder / "cache.sqlite") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    content = (folder / "cache.sqlite").read_bytes()
    (folder / "cache.sqlite").write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    return folder


def other_tables(folder: Path) -> Path:
    """Return a folder whose cache is somebody else's database."""
    with sqlite3.connect(folder / "cache.sqlite") as connection:
        connection.execute("CREATE TABLE exchanges (a)")
    connection.close()
    return folder


def under_a_file(folder: Path) -> Path:
    """Return a folder that cannot be made."""
    (folder / "file").write_text("in the way", encoding="utf-8")
    return folder / "file" / "cache"


def a_folder_in_the_way(folder: Path) -> Path:
    """Return a folder where the cache's name is taken by a folder."""
    (folder / "cache.sqlite").mkdir()
    return folder


@pytest.mark.parametrize("make", [broken, half_broken, other_tables, under_a_file, a_folder_in_the_way])
def test_an_unusable_cache_is_one_warning_and_no_failure(tmp_path: Path, make: object) -> None:
    folder = make(tmp_path)  # type: ignore[operator]
    warnings: list[str] = []
    store = Store.open(folder, warn=warnings.append)
    for number in range(200):
        store.put(f"{number:064}", "{}")
        assert store.get("b" * 64) is None
    assert store.mode("server") is None
    store.remember_mode("server", "markdown")
    store.info()
    store.clear()
    assert len(warnings) == 1
    assert str(folder) in warnings[0]
    assert "SUMMARIZER_CACHE_DIR" in warnings[0]


@pytest.mark.parametrize("make", [broken, half_broken])
def test_a_damaged_cache_is_removed_and_made_anew(tmp_path: Path, make: object) -> None:
    folder = make(tmp_path)  # type: ignore[operator]
    for name in ("cache.sqlite.bak", "other.sqlite"):
        (tmp_path / name).write_text("not a database", encoding="utf-8")
    others = {path.name for path in tmp_path.iterdir()} - {
        "cache.sqlite",
        "cache.sqlite-wal",
        "cache.sqlite-shm",
    }
    warnings: list[str] = []
    store = Store.open(folder, warn=warnings.append)
    assert (store.clear(), store.remove_damaged()) == (0, True)
    assert {path.name for path in tmp_path.iterdir()} == others
    assert "`summarizer cache clear`" in warnings[0]
    opened(tmp_path).put(KEY, "new")
    assert opened(tmp_path).get(KEY) == "new"


def another_programs(folder: Path) -> Path:
    """Return a folder where the cache's name is taken by a database of another program, damaged too."""
    with sqlite3.connect(folder / "cache.sqlite") as connection:
        connection.execute("CREATE TABLE pictures (a)")
        connection.executemany("INSERT INTO pictures VALUES (?)", [("x" * 500,)] * 200)
    connection.close()
    content = (folder / "cache.sqlite").read_bytes()
    (folder / "cache.sqlite").write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    return folder


@pytest.mark.parametrize("make", [other_tables, another_programs, under_a_file, a_folder_in_the_way])
def test_what_is_no_damaged_cache_is_not_removed(tmp_path: Path, make: object) -> None:
    folder = make(tmp_path)  # type: ignore[operator]
    before = sorted(tmp_path.rglob("*"))
    store = Store.open(folder, warn=lambda _: None)
    store.clear()
    assert store.remove_damaged() is False
    assert [path for path in before if not path.exists()] == []


def test_a_sound_cache_is_not_removed(tmp_path: Path) -> None:
    store = opened(tmp_path)
    store.put(KEY, "held")
    assert (store.remove_damaged(), store.get(KEY)) == (False, "held")


@pytest.fixture
def cache_folder(tmp_path: Path) -> Path:
    """Give the folder that the command line looks for the cache in."""
    folder = tmp_path / "cache"
    folder.mkdir()
    return folder


def test_the_command_clears_a_damaged_cache_and_says_so(
    cache_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken(cache_folder)
    clear()
    assert capsys.readouterr() == (f"Removed the damaged cache {cache_folder / 'cache.sqlite'}.\n", "")
    clear()
    assert capsys.readouterr() == ("Forgot 0 answers.\n", "")


def test_the_command_fails_where_it_cannot_clear(
    cache_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other_tables(cache_folder)
    with pytest.raises(typer.Exit) as ended:
        clear()
    assert ended.value.exit_code == 2
    assert "cannot be used: no such column" in capsys.readouterr().err
    with sqlite3.connect(cache_folder / "cache.sqlite") as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("exchanges",)]
    connection.close()


def test_a_read_only_cache_still_answers(tmp_path: Path) -> None:
    """As on a shared, read-only disk: what is held is got, and only a write is warned of."""
    opened(tmp_path).put(KEY, "held")
    path = tmp_path / "cache.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
    content = bytearray(path.read_bytes())
    content[18] = 3  # a write version that no SQLite knows: it opens such a file for reading alone
    path.write_bytes(content)
    warnings: list[str] = []
    store = Store.open(tmp_path, warn=warnings.append)
    assert (store.get(KEY), warnings) == ("held", [])
    store.put("b" * 64, "new")
    store.put("c" * 64, "new")
    assert store.get(KEY) == "held"
    assert [warning for warning in warnings if "readonly" in warning] == warnings
    assert len(warnings) == 1


def test_the_cache_is_not_made_at_import() -> None:
    code = "import sys, summarizer.config, summarizer.cli; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
