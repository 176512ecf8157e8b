"""What the bot's database keeps, for how long, and for whose eyes."""

import stat
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from slack_bot import Running, at_work, buttons, prepared, running
from slack_summaries import AtOnce

from summarizer.errors import StoreError
from summarizer.store.bot import AskedBefore, BotState, StoredAnswer, StoredJob

PAGE = "https://courier.example"
DAY_S = 24 * 3600.0
JOB = StoredJob("job", "T0ONE", "U0EDITOR", '{"response_url": "commands/T0/1/abc"}', ("1790000000.000100",))


@pytest.fixture
def bot(tmp_path: Path) -> Running:
    """No bot: its database, to be looked into."""
    return Running(None, None, f"sqlite:///{tmp_path / 'slack.sqlite'}")  # type: ignore[arg-type]


@pytest.fixture
def state(bot: Running) -> Iterator[BotState]:
    state = BotState.open(bot.store)
    yield state
    state.close()


def test_events_and_finished_jobs_of_more_than_a_day_ago_are_forgotten(bot: Running, state: BotState) -> None:
    for event in ("old", "new"):
        state.record(event, [StoredJob(event, "T0ONE", "U0EDITOR", "{}")], owner="bot")
        state.finish(event)
    bot.sql("UPDATE slack_seen SET at = at - ? WHERE event = 'old'", DAY_S + 60)
    bot.sql("UPDATE slack_jobs SET at = at - ? WHERE key = 'old'", DAY_S + 60)
    state.forget(answers_before=0)
    assert bot.sql("SELECT event FROM slack_seen") == [("new",)]
    assert bot.sql("SELECT key FROM slack_jobs") == [("new",)]


def test_a_job_that_is_not_done_is_never_forgotten(bot: Running, state: BotState) -> None:
    state.record("event", [JOB], owner="bot")
    bot.sql("UPDATE slack_jobs SET at = at - ?", 9 * DAY_S)
    state.forget(answers_before=0)
    assert [job.key for job in state.take_over("next")] == []  # it is leased still
    bot.sql("UPDATE slack_jobs SET lease_until = 1")
    assert [job.key for job in state.take_over("next")] == ["job"]


def test_of_a_finished_job_it_is_kept_that_it_was_and_nothing_else(bot: Running, state: BotState) -> None:
    state.record("event", [JOB], owner="bot")
    state.finish("job")
    assert bot.sql("SELECT request, shown, owner FROM slack_jobs") == [("", "[]", None)]
    assert state.asked_before(["job"], "T", "U", 0.0).known == {"job"}


def test_links_are_counted_for_each_user_and_for_the_workspace_since_a_time(
    bot: Running, state: BotState
) -> None:
    asked = [("old", "T0ONE", "U0"), ("mine", "T0ONE", "U0"), ("hers", "T0ONE", "U1"), ("far", "T0TWO", "U0")]
    for key, team, user in asked:
        state.record(key, [StoredJob(key, team, user, "{}")], owner="bot")
    bot.sql("UPDATE slack_jobs SET at = at - 120 WHERE key = 'old'")
    before = state.asked_before(["old", "far", "new"], "T0ONE", "U0", time.time() - 60)
    assert before == AskedBefore(known=frozenset({"old", "far"}), by_user=1, by_team=2)
    nobody = state.asked_before([], "T0THREE", "U0", 0.0)
    assert nobody == AskedBefore(known=frozenset(), by_user=0, by_team=0)


def test_nothing_is_written_to_a_file_that_was_moved_away(
    bot: Running, state: BotState, tmp_path: Path
) -> None:
    """Connections stay open, but not longer than their file is where it was."""
    state.record("event", [JOB], owner="bot")
    files = list(tmp_path.glob("slack.sqlite*"))
    (away := tmp_path / "away").mkdir()
    for file in files:
        file.rename(away / file.name)
    with pytest.raises(StoreError, match="no such table"):
        state.record("lost", [])
    for file in tmp_path.glob("slack.sqlite*"):
        file.unlink()
    for file in files:
        (away / file.name).rename(file)
    assert state.record("event", [JOB]) is None
    assert bot.sql("SELECT event FROM slack_seen") == [("event",)]


@pytest.mark.parametrize(("lapsed", "attempts"), [(True, 1), (False, 0)], ids=["lapsed", "handed back"])
def test_a_lease_that_ran_out_is_an_attempt_and_a_job_handed_back_is_none(
    bot: Running, state: BotState, lapsed: bool, attempts: int
) -> None:
    state.record("event", [JOB], owner="bot")
    if lapsed:
        bot.sql("UPDATE slack_jobs SET lease_until = 1")
    else:
        state.hand_all_back("bot")
    (taken,) = state.take_over("next")
    assert taken.attempts == attempts
    assert bot.sql("SELECT attempts FROM slack_jobs") == [(attempts,)]


def test_the_database_is_for_its_owners_eyes(bot: Running, state: BotState, tmp_path: Path) -> None:
    state.record("event", [JOB])
    files = list(tmp_path.glob("slack.sqlite*"))
    assert tmp_path / "slack.sqlite" in files
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert bot.sql("SELECT event FROM slack_seen") == [("event",)]


def test_bots_that_make_the_database_at_the_same_moment_all_start(tmp_path: Path) -> None:
    """Each finds no table, and only one can make it."""
    together = threading.Barrier(6)

    def start(url: str) -> tuple[StoredJob, ...] | None:
        together.wait(5)
        state = BotState.open(url)
        try:
            return state.record(f"event of {threading.get_ident()}")
        finally:
            state.close()

    with ThreadPoolExecutor(6) as pool:
        for number in range(2):
            assert list(pool.map(start, [f"sqlite:///{tmp_path / str(number)}"] * 6)) == [()] * 6


def test_a_bot_forgets_answers_that_are_older_than_it_is_to_keep_them(tmp_path: Path) -> None:
    with prepared(tmp_path, keep_days=2) as bot:
        state = BotState.open(bot.store)
        for name in ("old", "new"):
            state.keep_answer(StoredAnswer(name, "T0ONE", "{}", "{}"))
        state.close()
        bot.sql("UPDATE slack_answers SET at = at - ? WHERE id = 'old'", 2 * DAY_S + 60)
        with at_work(bot, summarizes=AtOnce()):
            bot.slack.wait_for(lambda: bot.sql("SELECT id FROM slack_answers") == [("new",)])


def test_no_address_that_answers_a_user_is_kept_once_the_answer_stands(tmp_path: Path) -> None:
    with running(tmp_path, summarizes=AtOnce()) as bot:
        bot.command(f"{PAGE}/0")
        alone = bot.slack.wait_for(lambda: [m for m in bot.slack.ephemerals("C0NEWS") if buttons(m)])[0]
        bot.press("shorter", alone)
        bot.slack.wait_for(lambda: len(bot.sql("SELECT id FROM slack_answers")) == 2)
        bot.settle()
        kept = bot.sql("SELECT request FROM slack_answers") + bot.sql("SELECT request FROM slack_jobs")
        assert len(kept) == 4
        assert "commands/" not in str(kept)
